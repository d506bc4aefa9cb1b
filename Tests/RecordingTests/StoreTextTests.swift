import FileAccess
import HistoryStore
import Testing

/// The whole store as text, as a copy, and as something that can be trusted.
@Suite("A whole store") struct StoreTextTests {
  let prompt: Prompt

  init() throws {
    prompt = try Prompt()
    try prompt.type("set ico 36 nov 2020 because \"£, é and \u{201C}quotes\u{201D}\"")
    try prompt.type("undo")
    try prompt.type("publish oct 2020")
  }

  @Test("is written as text and made anew from it, to the same bytes")
  func dump() throws {
    let text = prompt.folder.file("dump.txt")
    let copy = prompt.folder.file("copy.lac")
    try prompt.type("dump \(text)")
    try prompt.type("load \(text) as \(copy)")
    let store = try HistoryStore.open(path: copy)
    #expect(Array(try store.dump().utf8) == (try WholeFile.read(text)))
    #expect(try store.check().isEmpty)
  }

  @Test("is backed up while it is open, and restored with a copy of what was there")
  func restore() throws {
    let copy = prompt.folder.file("copy.lac")
    try prompt.type("backup \(copy)")
    try prompt.type("set ico 50 oct 2020 because \"wrong\"")
    try prompt.type("restore \(copy)")
    #expect(try prompt.number("ico", "2020-10") == 35)
    #expect(try prompt.folder.names().contains { $0.contains(".before-restore-") })
    #expect(try prompt.type("show ico oct 2020").contains("35 children"))
  }

  @Test(
    "is refused as a dump where a line is none, with its line and column",
    arguments: [
      ("something else\n", "line 1, column 1: this is not a dump; its first line is lac dump 1."),
      ("lac dump 1\nplace,i1\n", "line 2, column 1: there is no table \"place\"."),
      ("lac dump 1\nsource,i1,q\n", "line 2, column 11: \"q\" is not a value of a dump."),
      ("lac dump 1\nsource,i1,sx\n", "line 2: this row does not fit the table source."),
    ])
  func brokenDump(text: String, problem: String) throws {
    let file = try prompt.folder.write(text, to: "broken.txt")
    #expect(
      try prompt.refusal(of: "load \(file) as \(prompt.folder.file("new.lac"))")
        == "\(file), \(problem)")
    #expect(!WholeFile.exists(prompt.folder.file("new.lac")))
  }
}
