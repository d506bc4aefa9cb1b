import Glibc
import HistoryStore
import Testing

@testable import Console

@Suite("Saving the history, and names of files")
struct SaveTests {
  @Test("A saved history answers as the one it was made from, and only its owner may read it")
  func save() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/my history.lac"
    let sample = try PromptSample()
    #expect(
      try sample.message("save as \"\(path)\"")
        == "Saved the history as \(path); open it with: lac --store \"\(path)\"")
    let saved = try HistoryStore.open(path: path)
    let reopened = Console(
      history: try saved.history(), store: saved, recorder: PromptSample.recorder)
    #expect(
      try reopened.respond(to: "update oct 2020")?.document
        == sample.console.respond(to: "update oct 2020")?.document)
    var status = stat()
    try #require(stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    #expect(folder.names == ["my history.lac"])
  }

  @Test("A history is never replaced, not even with --force", arguments: ["", " --force"])
  func neverReplaced(option: String) throws {
    let folder = try TemporaryFolder()
    try folder.make("mine.lac")
    #expect(
      try PromptSample().refusal("save as \(folder.path)/mine.lac\(option)")
        == "There is already a file \(folder.path)/mine.lac, and a history never replaces one; choose"
        + " another name.")
    #expect(try folder.text(of: "mine.lac").isEmpty)
  }

  @Test(
    "What save needs", arguments: [("save", "the word \"as\""), ("save as", "the name of a file")])
  func incomplete(line: String, what: String) throws {
    #expect(
      try PromptSample().refusal(line)
        == "The command save needs \(what); try: save as history.lac")
  }

  @Test("A blank in a name without quotation marks is not passed over")
  func blankInName() throws {
    let folder = try TemporaryFolder()
    #expect(
      try PromptSample().refusal("save as \(folder.path)/my history.lac")
        == "The command save has no place for \"history.lac\"; try: save as history.lac")
    #expect(folder.names.isEmpty)
  }

  @Test("~ is the home folder, at the beginning of a path only")
  func home() throws {
    let home = String(cString: try #require(getenv("HOME")))
    #expect(FilePath.expanded("~/papers/october.md") == home + "/papers/october.md")
    #expect(FilePath.expanded("~") == home)
    #expect(FilePath.expanded("papers/~/x") == "papers/~/x")
    #expect(FilePath.expanded("~other/x") == "~other/x")
  }

  @Test(
    "The ending of a file's name",
    arguments: [
      ("october.md", "md"), ("/a.b/october", ""), ("a.b/c.d.json", "json"), (".md", ""),
      ("a/.md", ""), ("x.", ""), ("", ""), ("/", ""),
    ])
  func ending(path: String, ending: String) {
    #expect(FilePath.ending(path) == ending)
  }
}
