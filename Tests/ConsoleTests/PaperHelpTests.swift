import Documents
import Testing

@testable import Console

/// What the prompt offers and explains about papers.
@Suite("Help on papers")
struct PaperHelpTests {
  private func text(_ line: String) throws -> String {
    let reply = try #require(try PromptSample().console.respond(to: line))
    return TextRenderer(style: .init(width: 200)).render(try #require(reply.document))
  }

  @Test(
    "How a PDF gets its tags is said with every command that writes a paper, and by itself",
    arguments: ["help update", "help briefing", "help scorecard", "help pdf"])
  func tags(line: String) throws {
    #expect(try text(line).contains("Document structure tags for accessibility"))
  }

  @Test("The forms of an answer are all named where --format is explained")
  func formats() throws {
    let help = try text("help")
    #expect(help.contains("write the answer as text, markdown, html, docx, csv, zip or json"))
    let topic = try text("help formats")
    for format in OutputFormat.allCases { #expect(topic.contains(".\(format.fileEnding) ")) }
  }

  @Test("Edit Data is explained under help word")
  func word() throws { #expect(try text("help word").contains("Edit Data")) }

  @Test("Tab offers the parts of the briefing and the standing questions by their ids")
  func ids() throws {
    let sample = try PromptSample()
    #expect(sample.offered("slot comm") == ["community-impact"])
    #expect(sample.offered("slot ").contains("from"))
    #expect(sample.offered("answer sgo") == ["sgo-with-court"])
    #expect(
      sample.description(of: "data-age", after: "answer d")
        == "How old are the figures at the meeting?")
  }

  @Test("A question that is not clear is refused with the questions that are near")
  func didYouMean() throws {
    let sample = try PromptSample()
    let error = #expect(throws: ConsoleError.self) {
      try sample.message("answer \"applications\"")
    }
    let sentence = "\(try #require(error))"
    #expect(
      sentence.hasPrefix(
        "No standing question is clearly meant by \"applications\"; did"))
    #expect(sentence.contains("(answer sgo-with-court)"))
    #expect(sentence.contains("(answer discharge-with-court)"))
  }
}
