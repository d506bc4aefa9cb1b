import Documents
import HistoryFiles
import PromptSession
import Testing

/// Words put wherever a person or a file can put them come out of every command in every form as
/// words, and as nothing else.
@Suite("Words that try to be more")
struct HostileWordsTests {
  /// What has to be done before an example has something to work on, and what writes hostile words.
  private static func recorded(on prompt: Prompt) throws {
    for (number, words) in HostileWords.all.enumerated() {
      // A line of the prompt is one line, and its quotation marks end the words.
      let text = words.text.filter { !$0.isNewline && $0 != "\"" }
      _ = try? prompt.type("comment ico \"\(text)\" because \"\(text)\"")
      _ = try? prompt.type("resolution \"\(text)\"")
      _ = try? prompt.type("case add sgo K-\(number) cohort ico born 2012-05")
      _ = try? prompt.type("scenario new \"\(text)\" 2 fewer join a month from apr 2021")
    }
    for line in [
      "set ico 36 nov 2020", "target total 300 by mar 2022 because \"<script>\"",
      "freeze \"the 49\" as sgo on 1 dec 2020",
    ] { _ = try? prompt.type(line) }
  }

  @Test("Every example of every command, in every form")
  func everyCommand() throws {
    let prompt = try Prompt(beginning: HostileHistory.folder())
    let sound = try Prompt()
    try Self.recorded(on: prompt)
    let examples = prompt.console.commands.flatMap(\.examples).map(\.line).filter {
      !writesOrReads($0)
    }
    // What the same commands answer where nobody means ill has every element that there is.
    var usual: [OutputFormat: Set<String>] = [:]
    for example in examples {
      guard let document = try? sound.console.respond(to: example)?.document else { continue }
      for format in [OutputFormat.html, .docx] {
        usual[format, default: []].formUnion(
          RenderedForm(document.rendered(as: format, isFile: true), format).elements)
      }
    }
    var count = 0
    for example in examples {
      guard let document = try? prompt.console.respond(to: example)?.document else { continue }
      count += 1
      for format in OutputFormat.allCases {
        let form = RenderedForm(document.rendered(as: format, isFile: true), format)
        #expect(form.faults.isEmpty, "\(example), \(format): \(form.faults.prefix(3))")
        let foreign = form.elements.subtracting(usual[format] ?? []).subtracting(Self.own)
        #expect(foreign.isEmpty, "\(example), \(format): \(foreign)")
      }
    }
    #expect(count > 50, "\(count) examples have an answer")
  }

  /// Elements that only some charts have: the dashes of a reference line.
  private static let own: Set<String> = ["a:prstDash"]

  private func writesOrReads(_ line: String) -> Bool {
    line.contains("--output") || line.hasPrefix("quit") || line.hasPrefix("restore")
      || line.contains(".")
  }

  @Test(
    "A refusal quotes them on one line, and not without end",
    arguments: HostileWords.all.map(\.text))
  func refusals(text: String) throws {
    let prompt = try Prompt()
    for line in [
      text, "show \(text)", "trend \(text)", "set \(text) 3", "what if \(text)",
      "import history \"\(text)\"", "explain \(text)", "case \(text)", "help \(text)",
      "month \(text)", "comment ico nov 2020 \(text)", "update oct 2020 --format \(text)",
    ] {
      do {
        _ = try prompt.console.respond(to: line.filter { !$0.isNewline })
      } catch {
        #expect("\(error)".count < 6000, "\(line.prefix(20)): \("\(error)".count)")
      }
    }
  }
}
