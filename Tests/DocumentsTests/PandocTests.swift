import Documents
import Foundation
import Testing

/// What pandoc makes of our Markdown; skipped where it isn't installed.
@Suite("Markdown as pandoc reads it", .enabled(if: Pandoc.isInstalled, "pandoc is not installed"))
struct PandocTests {
  @Test("Each table is read as a table, its caption as a caption", arguments: ["markdown", "gfm"])
  func tables(form: String) throws {
    let blocks = try Pandoc.blocks(MarkdownRenderer().render(Sample.update), from: form)
    let tables = blocks.filter { $0["t"] as? String == "Table" }
    try #require(tables.count == 2)
    let rows = tables.map { Pandoc.bodyRows($0) }
    #expect(rows == [4, 12])
    let captions = tables.map { Pandoc.text(($0["c"] as? [Any])?[1]) }
    if form == "markdown" {
      #expect(captions[0] == "Applications planned for the next three months")
    } else {
      // GitHub has no captions: there it is a paragraph of its own.
      #expect(blocks.contains { Pandoc.text($0).hasPrefix("Table: Applications planned") })
    }
  }

  @Test("Sentences get the widest share of the page")
  func shares() throws {
    let blocks = try Pandoc.blocks(MarkdownRenderer().render(Sample.update), from: "markdown")
    let table = try #require(blocks.last { $0["t"] as? String == "Table" })
    let columns = try #require((table["c"] as? [Any])?[2] as? [[[String: Any]]])
    let shares = columns.compactMap { $0[1]["c"] as? Double }
    #expect(shares.count == 9)
    #expect(shares.last == shares.max())
    #expect((shares.last ?? 0) > 0.25)
  }

  @Test(
    "Hostile text comes through as it was written",
    arguments: [
      "*a* _b_ `c` <b>d</b> [e](f) ![g](h)", "$5 and $6, H~2~O, x^2^", "&amp; &#42; & A&B;",
      "1. one", "(a) one", "iv) one", "- one", "+ one", "# one", "> one", ": one", "Table: one",
      "| a | b |", "@smith and -@smith", "{.class} a{#id}", "\\alpha \\* \\", "---", "===", "***",
      "a_b_c __d__", "~~~", "```", "https://x.uk/a_b", "\\begin{x}", "<!-- x -->", "[^1]: x",
      "[x]: y", "% a", "+3 -2 65.00", "::: x", "#. x", "(@) x", "(@good) x", "a -- b --- c",
      "*[a]: b",
    ], ["markdown-smart", "gfm"])
  func escaping(text: String, form: String) throws {
    let table = Table(
      id: "t", caption: text,
      columns: [
        Column(id: "a", title: text, kind: .rowHeader), Column(id: "b", title: "B", kind: .prose),
      ],
      rows: [Row([.text(text), .text("x")]), Row([.text(text), .text("y")], isTotal: true)])
    let document = Document(
      title: text,
      blocks: [
        .heading(level: 1, text: text), .paragraph(text), .list([text, text]), .table(table),
        .note(Note(code: "c", severity: .error, text: text)), .sources([text]),
      ])
    let blocks = try Pandoc.blocks(MarkdownRenderer().render(document), from: form)
    let isGitHub = form == "gfm"
    #expect(
      blocks.compactMap { $0["t"] as? String }
        == ["Header", "Header", "Para", "BulletList"] + (isGitHub ? ["Para"] : [])
        + ["Table", "Para", "Para", "BulletList"])
    #expect(Pandoc.text(blocks[0]) == text)
    #expect(Pandoc.text(blocks[1]) == text)
    #expect(Pandoc.text(blocks[2]) == text)
    #expect(Pandoc.text(blocks[3]) == text + text)
    #expect(
      Pandoc.text(blocks[isGitHub ? 5 : 4])
        == (isGitHub ? "" : text) + text + "B" + text + "x" + text + "y")
    #expect(Pandoc.text(blocks.last) == text)
  }
}

private enum Pandoc {
  static let path = ["/usr/bin/pandoc", "/usr/local/bin/pandoc", "/opt/homebrew/bin/pandoc"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  static var isInstalled: Bool { path != nil }

  static func blocks(_ markdown: String, from form: String) throws -> [[String: Any]] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(path))
    process.arguments = ["-f", form, "-t", "json"]
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    input.fileHandleForWriting.write(Data(markdown.utf8))
    try input.fileHandleForWriting.close()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let read = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    return try #require(read?["blocks"] as? [[String: Any]])
  }

  /// The text of a part of the tree, without its marks; an unknown element shows itself.
  static func text(_ node: Any?) -> String {
    if let list = node as? [Any] { return list.map { text($0) }.joined() }
    guard let element = node as? [String: Any], let type = element["t"] as? String else {
      return ""
    }
    switch type {
    case "Str": return element["c"] as? String ?? ""
    case "Space": return " "
    case "SoftBreak": return " "
    // An address that GitHub makes a link of by itself is still the same text.
    case "Link": return text((element["c"] as? [Any])?[1])
    case "Plain", "Para", "Header", "BulletList", "Table", "Strong": return text(element["c"])
    case "AlignLeft", "AlignRight", "AlignDefault", "ColWidth", "ColWidthDefault": return ""
    default: return "<" + type + ">" + text(element["c"])
    }
  }

  static func bodyRows(_ table: [String: Any]) -> Int? {
    let bodies = (table["c"] as? [Any])?[4] as? [[Any]]
    return (bodies?.first?[3] as? [Any])?.count
  }
}
