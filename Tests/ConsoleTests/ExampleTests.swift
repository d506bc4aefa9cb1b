import Console
import FileAccess
import Testing

/// The table of commands is what help shows and what people copy, so every line of it has to work.
@Suite("Every example of the table of commands")
struct ExampleTests {
  /// The examples with the number that puts each on its own row of the report.
  static let examples: [String] =
    (try? PromptSample().console.commands.flatMap { $0.examples.map(\.line) }) ?? []

  @Test("No command is without an example")
  func everyCommandHasOne() throws {
    let sample = try PromptSample()
    #expect(sample.console.commands.count == 18)
    for command in sample.console.commands {
      #expect(!command.examples.isEmpty, "\(command.name)")
      #expect(!command.summary.hasSuffix("."), "\(command.name)")
    }
  }

  @Test("An example runs and answers", arguments: examples)
  func exampleRuns(line: String) throws {
    let folder = try TemporaryFolder()
    let line = folder.moved(line)
    let reply = try #require(try PromptSample().console.respond(to: line))
    #expect(reply.document != nil || reply.message != nil || reply.quits)
    #expect(reply.document?.blocks.isEmpty != true)
  }

  @Test("An example stands in help on its command and in the list of examples", arguments: examples)
  func exampleIsShown(line: String) throws {
    let sample = try PromptSample()
    let name = try #require(
      sample.console.commands.first { $0.examples.contains { $0.line == line } }
    ).name
    for page in ["help \(name)", "examples"] {
      let document = try #require(try sample.console.respond(to: page)?.document)
      #expect(Rendering.text(of: document, format: .json).contains("\"\(line)\""), "\(page)")
    }
  }

  @Test("Help lists every command with its places")
  func overview() throws {
    let sample = try PromptSample()
    let help = try #require(try sample.console.respond(to: "help")?.document)
    let text = Rendering.text(of: help, format: .json)
    for command in sample.console.commands {
      #expect(text.contains("\"\(command.usage)\""))
      #expect(text.contains("\"\(command.summary)\""))
    }
    #expect(text.contains("\"show [COHORT] [MONTH]\""))
    #expect(text.contains("\"--force\""))
  }

  @Test("No two commands share a word")
  func namesAreUnique() throws {
    let words = try PromptSample().console.commands.flatMap { [$0.name] + $0.aliases }
    #expect(Set(words).count == words.count)
  }
}
