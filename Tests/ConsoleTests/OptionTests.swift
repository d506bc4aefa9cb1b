import Documents
import FileAccess
import Testing

@Suite("Options")
struct OptionTests {
  @Test(
    "A format may be asked for anywhere behind the command, in any spelling",
    arguments: [
      "show oct 2020 --format markdown", "show --format markdown oct 2020",
      "show oct --format markdown 2020", "show oct 2020 --format=markdown",
      "show oct 2020 --FORMAT Markdown", "show oct 2020 --format md", "show --format=MD oct 2020",
      "show oct 2020 --format=\"markdown\"", "show oct 2020 --format text --format markdown",
    ])
  func formatAnywhere(line: String) throws {
    let sample = try PromptSample()
    let reply = try #require(try sample.console.respond(to: line))
    #expect(reply.document?.title == "Where the children stand, October 2020")
    #expect(reply.format == .markdown)
    #expect(sample.console.format == .text, "the option holds for one answer")
  }

  @Test("The ending of a file says its form", arguments: OutputFormat.allCases)
  func formByEnding(format: OutputFormat) throws {
    let folder = try TemporaryFolder()
    for ending in format.names + [format.fileEnding.uppercased()] {
      let path = "\(folder.path)/paper.\(ending)"
      let message = try PromptSample().message("update oct 2020 --output \(path)")
      let size = try WholeFile.read(path).count
      #expect(message == "Wrote \(path) (\(size) bytes).")
    }
    let first = String(
      decoding: try WholeFile.read("\(folder.path)/paper.\(format.names[0])").prefix(60),
      as: UTF8.self)
    switch format {
    case .text: #expect(first.hasPrefix("Looked after Children reduction update, October 2020\n═"))
    case .markdown: #expect(first.hasPrefix("# Looked after Children reduction update, October"))
    case .html: #expect(first.hasPrefix("<!DOCTYPE html>\n<html lang=\"en-GB\">"))
    case .docx, .zip: #expect(first.hasPrefix("PK\u{3}\u{4}"))
    case .csv: #expect(first.contains("Children who became looked after and who left"))
    case .json: #expect(first.hasPrefix("{\"title\":\"Looked after Children"))
    }
  }

  @Test("A format that is asked for counts before the file's ending; without either, the session's")
  func formOfFile() throws {
    let folder = try TemporaryFolder()
    let sample = try PromptSample()
    _ = try sample.message("show --output \(folder.path)/a.md --format json")
    #expect(try folder.text(of: "a.md").hasPrefix("{"))
    _ = try sample.message("format markdown")
    _ = try sample.message("show --output \(folder.path)/b")
    #expect(try folder.text(of: "b").hasPrefix("# "))
    _ = try sample.message("show --output \(folder.path)/c.json")
    #expect(try folder.text(of: "c.json").hasPrefix("{"))
  }

  @Test("A file is replaced only with --force, and then as a whole")
  func force() throws {
    let folder = try TemporaryFolder()
    let sample = try PromptSample()
    let path = folder.path + "/show.md"
    _ = try sample.message("update oct 2020 --output \(path)")
    let update = try folder.text(of: "show.md")
    #expect(
      sample.refusal("show --output \(path)")
        == "There is already a file \(path); add --force to replace it, or choose another name.")
    #expect(try folder.text(of: "show.md") == update)
    _ = try sample.message("show --force --output \(path)")
    #expect(try folder.text(of: "show.md").hasPrefix("# Where the children stand, October 2020\n"))
    #expect(folder.names == ["show.md"])
  }

  @Test("A place that cannot be written is named, with the reason")
  func unwritable() throws {
    let folder = try TemporaryFolder()
    let sample = try PromptSample()
    let reason = "there is no such folder. Nothing was changed."
    #expect(
      sample.refusal("show --force --output \(folder.path)/none/x.md")
        == "The file \(folder.path)/none/x.md cannot be written: \(reason)")
    #expect(
      sample.refusal("save as \(folder.path)/none/x.lac")
        == "The history \(folder.path)/none/x.lac cannot be made: \(reason)")
    #expect(
      sample.refusal("show --force --output \(folder.path)")
        == "The file \(folder.path) cannot be written: it is a folder. Nothing was changed.")
    #expect(
      sample.refusal("show --force --output /dev/null")
        == "The file /dev/null cannot be written: it is not an ordinary file. Nothing was changed.")
    #expect(folder.names.isEmpty)
  }

  @Test("A command that is refused writes nothing")
  func refusedWritesNothing() throws {
    let folder = try TemporaryFolder()
    #expect(
      try PromptSample().refusal("update jan 2020 --output \(folder.path)/jan.md")
        .hasPrefix("There is no snapshot for January 2020"))
    #expect(folder.names.isEmpty)
  }

  @Test(
    "A wrong option",
    arguments: [
      (
        "show --wide",
        "There is no option --wide; the options are --format, --output, --force, --public, --internal."
      ),
      (
        "show --",
        "There is no option --; the options are --format, --output, --force, --public, --internal."
      ),
      (
        "show --format pdf",
        "There is no format \"pdf\"; the formats are text, markdown, html, docx, csv, zip, json."
      ),
      (
        "show --format",
        "The option --format needs a value after it; try: show --format markdown"
      ),
      (
        "show --format=",
        "The option --format needs a value after it; try: show --format markdown"
      ),
      (
        "update oct 2020 --output --force",
        "The option --output needs a value after it; try: update oct 2020 --output october.md"
      ),
    ])
  func wrong(line: String, sentence: String) throws {
    #expect(try PromptSample().refusal(line) == sentence)
  }
}
