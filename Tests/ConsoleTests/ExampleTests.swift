import Console
import Documents
import PublishedRows
import ShippedData
import Testing

/// The table of commands is what help shows and what people copy, so every line of it has to work.
@Suite("Every example of the table of commands")
struct ExampleTests {
  static let examples: [String] =
    (try? PromptSample().console.commands.flatMap { $0.examples.map(\.line) }) ?? []

  private static let opened = ["case add sgo K-102 cohort long-term-matched born 2012-05"]
  private static let recommended = opened + ["case K-102 assessed recommended"]
  private static let planned = recommended + ["case K-102 planned for jan 2021"]

  /// What has to be done before an example has something to work on.
  static let before = [
    "import history november.csv": ["export history november.csv"],
    "load history.txt as copy.lac": ["dump history.txt"],
    "published oct 2020": ["publish oct 2020"],
    "hidden": ["update oct 2020 --public"],
    "case K-102 assessed recommended": opened,
    "case K-102 planned for jan 2021": recommended,
    "case K-102 slipped to feb 2021 because life-story-work": planned,
    "case K-102 to legal": planned,
    "case K-102 carer not willing revisit jun 2021": recommended,
    "case K-102": opened,
    "case K-102 history": opened,
    "import cases cases.csv": opened + ["export cases cases.csv"],
    "import cases extract.csv key pseudonyms.key": opened + ["export cases extract.csv"],
    "pseudonym 4012345 key pseudonyms.key": opened + [
      "export cases extract.csv", "import cases extract.csv key pseudonyms.key",
    ],
    "import cases extract.csv key": opened + ["export cases extract.csv"],
    "progress of \"the 49\" members": [
      "freeze \"the 49\" as sgo, reunification on 25 nov 2019 size 49"
    ],
    "progress of \"the 49\" on 1 dec 2020": [
      "freeze \"the 49\" as sgo, reunification on 25 nov 2019 size 49"
    ],
    "permanence": ["case add sgo K-102 born 2004-05 on 5 oct 2020"],
    "turning 18 next 24 months": ["case add sgo K-102 born 2004-05 on 5 oct 2020"],
    "turning 18 nov 2020": ["case add sgo K-102 born 2004-05 on 5 oct 2020"],
    "resolutions": ["resolution \"A breakdown\""],
    "resolutions open": ["resolution \"A breakdown\""],
    "stands 1 \"being looked into\"": ["resolution \"A breakdown\""],
    "answered 1 \"report to scrutiny, 1 December 2020\"": ["resolution \"A breakdown\""],
    "template briefing from own.csv": ["template briefing --output own.csv"],
    "undo": ["set ico 36 nov 2020"],
    "redo": ["set ico 36 nov 2020", "undo"],
    "project 12 months": ["import history months.csv"],
    "project until mar 2022": ["import history months.csv"],
    "project ico": ["import history months.csv"],
    "when at england's rate": ["import history months.csv"],
    "backtest 12 months": ["import history months.csv"],
    "scenario add 2 fewer join a month from apr 2021": ["scenario new \"more carers\""],
    "scenario drop \"more carers\"": ["scenario new \"more carers\""],
    "update oct 2020 with \"more carers\"": ["scenario new \"more carers\""],
    "compare scenarios base \"more carers\"": ["scenario new \"more carers\""],
    "trajectory total": ["target total 300 by mar 2022"],
    "explain ico change": ["show"],
    "baseline started from apr 2019 to mar 2020 because \"agreed with the board\"": [
      "import history started.csv"
    ],
    "rebase started from apr 2020 because \"edge of care team began\"": [
      "import history started.csv"
    ],
  ]

  /// The files that an example or what goes before it reads.
  static let files = [
    "months.csv": MadeUpMonths.file,
    // A year of nine starts a month, then eight months of five.
    "started.csv": "date,measure,value\n"
      + (4...12).map { "2019-\($0 < 10 ? "0" : "")\($0),started,\($0 % 2 == 0 ? 8 : 10)\n" }
      .joined()
      + (1...11).map {
        "2020-\($0 < 10 ? "0" : "")\($0),started,\($0 < 4 ? 9 : $0 % 2 == 0 ? 4 : 6)\n"
      }.joined(),
    "cla_number_and_rate_per_10k_children.csv": OpenData.file([
      OpenData.england(2026, 80_990, 66, 12_200_000),
      OpenData.herefordshire(2026, "330", "96", "34400"),
    ]),
  ]

  @Test("No command is without an example")
  func everyCommandHasOne() throws {
    let sample = try PromptSample()
    #expect(sample.console.commands.count > 18)
    for command in sample.console.commands {
      #expect(!command.examples.isEmpty, "\(command.name)")
      #expect(!command.summary.hasSuffix("."), "\(command.name)")
    }
  }

  /// All but restore, which keeps what was there in the folder the program was started in: it is
  /// tried with the program itself; and but what needs rows of children, which only a file keeps.
  static let runnable = examples.filter {
    !["restore copy.lac", "forget K-0123456789abcd", "retain 6 years"].contains($0)
  }

  /// The line with the returns that come with the program for those of the example.
  private func withReturns(_ line: String) throws -> String {
    let folder = "\(try ShippedData.folder())/marchshire/returns"
    return line.replacing(" 903 returns", with: " 903 \(folder)")
      .replacing("plans plans.csv", with: "plans \(folder)/Plans.csv")
  }

  @Test("An example runs and answers", arguments: runnable)
  func exampleRuns(line: String) throws {
    let folder = try TemporaryFolder()
    let sample = try PromptSample.recording()
    for (name, text) in Self.files { try folder.write(text, to: name) }
    let asksReturns = [
      "series", "breakdown", "stability", "duration", "decompose", "quality", "children in",
      "import plans", "transitions",
    ].contains { line.hasPrefix($0) }
    if asksReturns {
      _ = try sample.console.respond(to: withReturns("import 903 returns plans plans.csv"))
    }
    if line.contains(" 903 ") {
      let line = try withReturns(line).split(separator: " ").map { word in
        word == "found.csv" ? "\(folder.path)/found.csv" : String(word)
      }.joined(separator: " ")
      #expect(try sample.console.respond(to: line) != nil)
      return
    }
    for earlier in Self.before[line] ?? [] {
      _ = try sample.console.respond(to: folder.moved(earlier))
    }
    let reply = try #require(try sample.console.respond(to: folder.moved(line)))
    #expect(
      reply.document != nil || reply.exact != nil || reply.message != nil || reply.quits)
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
      let lines = document.blocks.flatMap { block -> [Cell?] in
        if case .table(let table) = block { table.rows.map(\.cells.first) } else { [] }
      }
      #expect(lines.contains(.text(line)), "\(page)")
    }
  }

  @Test("Help lists every command with its places")
  func overview() throws {
    let sample = try PromptSample()
    let help = try #require(try sample.console.respond(to: "help")?.document)
    let text = JSONRenderer().render(help)
    for command in sample.console.commands {
      #expect(text.contains(command.shortUsage.replacing("\"", with: "\\\"")))
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
