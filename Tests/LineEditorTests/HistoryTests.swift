import Testing

@preconcurrency import Glibc
@testable import LineEditor

@Suite("History")
struct HistoryTests: ~Copyable {
  let folder: String
  var path: String { folder + "/state/lac/history" }

  init() throws {
    folder = try temporaryFolder()
  }

  deinit {
    removeFolder(folder)
  }

  func store(limit: Int = 1000) -> PromptHistory {
    PromptHistory(path: path, limit: limit)
  }

  @Test func linesComeBackInTheNextSession() {
    var first = store()
    #expect(first.add("£5 é") == .appended)
    #expect(first.add("two") == .appended)
    #expect(store().lines == ["£5 é", "two"])
    #expect(contents(path) == "£5 é\ntwo\n")
    #expect(first.problem == nil)
  }

  @Test func modes() {
    var first = store()
    _ = first.add("one")
    #expect(mode(path) == 0o600)
    #expect(mode(folder + "/state/lac") == 0o700)
    chmod(path, 0o644)
    _ = store()
    #expect(mode(path) == 0o600)
  }

  @Test func keptOutLines() {
    var first = store()
    #expect(first.add(" secret") == .none)
    #expect(first.add("\tsecret") == .none)
    #expect(first.add("") == .none)
    #expect(first.add("two\nlines  ") == .appended)
    #expect(first.lines == ["two lines"])
  }

  @Test func repeatsGo() {
    var first = store()
    for line in ["a", "b", "b"] { _ = first.add(line) }
    #expect(first.add("a") == .rearranged)
    #expect(first.lines == ["b", "a"])
    #expect(store().lines == ["b", "a"])
  }

  @Test func limitHoldsInMemoryAndFile() {
    var first = store(limit: 10)
    for number in 1...500 { _ = first.add("line \(number)") }
    #expect(first.lines.count == 10)
    #expect(store(limit: 10).lines == (491...500).map { "line \($0)" })
    #expect(contents(path).split(separator: "\n").count <= 31)
    #expect(mode(path) == 0o600)
  }

  @Test func noFileOrNoHistory() {
    var none = PromptHistory(path: nil, limit: 10)
    #expect(none.add("a") == .appended)
    #expect(none.problem == nil)
    var zero = PromptHistory(path: path, limit: 0)
    #expect(zero.add("a") == .none)
    #expect(access(path, F_OK) != 0)
  }

  @Test func twoSessionsKeepEachOthersLines() {
    var first = store(limit: 50)
    var second = store(limit: 50)
    for number in 1...200 {
      _ = first.add("first \(number)")
      _ = second.add("second \(number)")
    }
    let lines = store(limit: 50).lines
    #expect(Set(lines) == Set((176...200).flatMap { ["first \($0)", "second \($0)"] }))
  }

  @Test func sessionsInParallelLoseNothing() async {
    _ = store()
    await withTaskGroup(of: Void.self) { [path] group in
      for session in 1...4 {
        group.addTask {
          var store = PromptHistory(path: path, limit: 400)
          for number in 1...100 { _ = store.add("\(session) \(number)") }
        }
      }
    }
    #expect(store(limit: 400).lines.count == 400)
  }

  @Test func damagedLinesAreLeftOut() throws {
    _ = store()
    try put([0x6F, 0x6B, 0x0A, 0xFF, 0xFE, 0x0A, 0x61, 0x00, 0x0A, 0x62])
    var damaged = store(limit: 1)
    #expect(damaged.lines == ["b"])
    #expect(damaged.problem?.contains("2 damaged lines") == true)
    // The last line lacked its break, and a damaged file is only ever added to.
    for number in 1...100 { _ = damaged.add("new \(number)") }
    #expect(contents(path).split(separator: "\n").count >= 100)
    #expect(store().lines.prefix(3) == ["ok", "b", "new 1"])
  }

  @Test func whatCannotBeAFile() {
    mkdir(folder + "/directory", 0o700)
    var store = PromptHistory(path: folder + "/directory", limit: 10)
    #expect(store.problem?.contains("cannot be used") == true)
    #expect(store.add("a") == .appended)
    mkfifo(folder + "/pipe", 0o600)
    #expect(PromptHistory(path: folder + "/pipe", limit: 10).problem != nil)
    #expect(PromptHistory(path: "/dev/null", limit: 10).problem != nil)
    #expect(PromptHistory(path: "/dev/null/x/y", limit: 10).problem != nil)
    #expect(PromptHistory(path: "relative", limit: 10).problem != nil)
  }

  @Test func lockedByAnother() throws {
    _ = store()
    let other = open(path, O_RDWR)
    defer { close(other) }
    try #require(flock(other, LOCK_EX) == 0)
    var store = store()
    #expect(store.problem?.contains("locked") == true)
    #expect(store.add("a") == .appended)
  }

  @Test func symbolicLinkStays() {
    _ = store()
    symlink(path, folder + "/link")
    var linked = PromptHistory(path: folder + "/link", limit: 2)
    for number in 1...60 { _ = linked.add("line \(number)") }
    var information = stat()
    lstat(folder + "/link", &information)
    #expect(information.st_mode & S_IFMT == S_IFLNK)
    #expect(store().lines.last == "line 60")
  }

  @Test func tooLargeIsNotRead() {
    _ = store()
    truncate(path, off_t(HistoryFile.largest + 1))
    #expect(store().problem?.contains("too large") == true)
  }

  private func put(_ bytes: [UInt8]) throws {
    let descriptor = open(path, O_WRONLY | O_TRUNC)
    defer { close(descriptor) }
    try #require(write(descriptor, bytes, bytes.count) == bytes.count)
  }
}
