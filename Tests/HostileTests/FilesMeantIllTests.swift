import FileAccess
import Glibc
import HistoryStore
import PromptSession
import SSDA903
import TestSupport
import Testing

/// Files that would keep a reader waiting, or fill the memory, are refused in a sentence.
@Suite("Files meant ill")
struct FilesMeantIllTests {
  /// The commands that read a file, with a place for its name.
  static let readers = [
    "import history %", "import cases %", "import comparators %", "import 903 %",
    "import 903 RETURNS plans %", "template update from %", "load % as new.lac", "restore %",
  ]

  private func refusal(_ command: String, of path: String) throws -> String {
    let prompt = try Prompt()
    let returns = "\(prompt.folder.path)/returns"
    mkdir(returns, 0o755)
    _ = try prompt.folder.write(Return903.episodes, to: "returns/Episodes.csv")
    return try prompt.refusal(
      of: command.replacing("%", with: path).replacing("RETURNS", with: returns))
  }

  @Test("A named pipe keeps nobody waiting", arguments: readers)
  func namedPipe(command: String) throws {
    let folder = try TemporaryFolder()
    mkfifo(folder.file("pipe"), 0o600)
    let sentence = try refusal(command, of: folder.file("pipe"))
    #expect(sentence.contains("\(folder.file("pipe")) cannot be read: it is not an ordinary file"))
  }

  @Test("A device that never ends is not read", arguments: readers)
  func endlessDevice(command: String) throws {
    #expect(try refusal(command, of: "/dev/zero").contains("it is not an ordinary file"))
  }

  @Test("A line of 10 GB is not read to its end", arguments: readers)
  func endlessLine(command: String) throws {
    let folder = try TemporaryFolder()
    // The disk holds none of it: all of it but the beginning is a hole.
    let path = try folder.write("date,CHILD,DECOM,RNE,LS,CIN,PLACE,DEC,REC\n", to: "long.csv")
    #expect(truncate(path, 10 << 30) == 0)
    let sentence = try refusal(command, of: path)
    #expect(
      sentence.contains("longer than 256 MB, the most that is read at once; divide it")
        || sentence.contains("a line of it is longer than 16 MB")
        || sentence.contains("a plan file has the columns")
        || sentence.contains("is not a lac history"), "\(sentence)")
  }

  @Test("What the shell opened is read, although it is a pipe")
  func pipeOfTheShell() throws {
    var ends: [CInt] = [0, 0]
    #expect(pipe(&ends) == 0)
    #expect(write(ends[1], "show\n", 5) == 5)
    close(ends[1])
    defer { close(ends[0]) }
    #expect(try WholeFile.read("/dev/fd/\(ends[0])") == Array("show\n".utf8))
  }

  @Test("A file that is longer than when it was opened is refused")
  func growingFile() throws {
    // The system says that such a file has no bytes, and goes on to give some.
    let error = try #require(throws: FileError.self) { try WholeFile.read("/proc/self/status") }
    #expect(
      "\(error)"
        == "The file /proc/self/status cannot be read: it grew while it was read; try again when it"
        + " is written to its end.")
  }

  @Test("So are returns to which someone writes meanwhile")
  func growingReturn() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Return903.episodes, to: "Episodes.csv")
    let error = try #require(throws: ReturnError.self) {
      let watch = ReadingWatch(progress: { _, _ in
        let file = open(path, O_WRONLY | O_APPEND)
        _ = write(file, "X9,01/0", 7)
        close(file)
      })
      return try JoinedReturns(path: path, watch: watch)
    }
    #expect(
      "\(error)"
        == "Episodes.csv: someone wrote to it while it was read; import it when it is written to its"
        + " end.")
  }

  @Test("A folder that holds a link to itself gives each file once")
  func folderInItself() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write(Return903.episodes, to: "Episodes.csv")
    for name in ["again", "and again"] { #expect(symlink(folder.path, folder.file(name)) == 0) }
    #expect(
      try FolderListing.files(below: folder.path, depth: 4, limit: 100) == ["Episodes.csv"])
    #expect(try JoinedReturns(path: folder.path).rowCount == 2)
  }

  @Test("A line of commas, and a file of nothing but lines, are not held in memory")
  func manyFields() throws {
    let folder = try TemporaryFolder()
    let prompt = try Prompt()
    let path = try folder.write(String(repeating: ",", count: 20_000) + "\n", to: "wide.csv")
    #expect(
      try prompt.refusal(of: "import history \(path)")
        == "\(path), line 1: this line has 20001 fields, more than the 10000 that are read.")
  }
}

/// A return of one child.
enum Return903 {
  static let episodes = """
    CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
    X0001,01/04/2023,S,C2,N1,U6,PR1,10/02/2024,X1,OTHER,,,
    X0001,10/02/2024,P,C2,N1,U4,PR1,,,,,,

    """
}
