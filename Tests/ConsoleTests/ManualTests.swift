import Console
import Documents
import Testing

@Suite("The manual") struct ManualTests {
  let sample: PromptSample
  init() throws { sample = try PromptSample() }

  @Test(
    "holds every command with its form, its examples and what else there is to know",
    arguments: ["help all", "help --all"])
  func complete(line: String) throws {
    let manual = try #require(try sample.console.respond(to: line)?.document)
    #expect(manual.title == "Manual of lac")
    let tables = manual.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    #expect(Set(tables.map(\.id)).count == tables.count)
    for command in sample.console.commands {
      #expect(manual.blocks.contains(.heading(level: 2, text: command.name)))
      for paragraph in [command.usage] + command.details {
        #expect(manual.blocks.contains(.paragraph(paragraph)), "\(command.name)")
      }
      let examples = tables.first { $0.id == "examples-\(command.name)" }
      #expect(
        examples?.rows.map(\.cells.first) == command.examples.map { .text($0.line) },
        "\(command.name)")
    }
  }

  @Test("is written in the form that is asked for")
  func markdown() throws {
    let reply = try #require(try sample.console.respond(to: "help --all --format markdown"))
    let manual = try #require(reply.document)
    #expect(reply.format == .markdown)
    let text = MarkdownRenderer().render(manual)
    #expect(text.hasPrefix("# Manual of lac\n\nEvery command"))
    #expect(text.contains("\n## Look at the figures\n\n### show\n\nshow \\[COHORT] \\[MONTH]"))
    #expect(text.contains("| zip"))
  }

  @Test("is offered by Tab behind help")
  func offered() {
    #expect(sample.offered("help al") == ["all"])
    #expect(sample.description(of: "all", after: "help ") == "the whole manual")
  }
}
