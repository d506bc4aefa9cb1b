import Documents
import LookedAfter
import Reports
import Scenarios

/// The commands that keep what-ifs under a name.
enum ScenarioCommands {
  static let all: [Command] = [
    Command(
      "scenario", group: .keep, summary: "keep a what-if under a name",
      parameters: [.phrase("new NAME [CHANGE …] | add [NAME] CHANGE … | drop NAME | NAME")],
      clauses: [.because],
      examples: [
        (
          "scenario new \"more carers\" 10 other residential move to fostering by mar 2021",
          "with what it changes"
        ),
        ("scenario add 2 fewer join a month from apr 2021", "to the one worked on last"),
        ("scenario drop \"more carers\"", "undo brings it back"),
      ],
      details: [
        "A scenario is kept with its author and date, has a history, and can be asked as it was known on"
          + " a day. It is read anew each time, from the last figures on: what if \"more carers\", or"
          + " with --output as a paper."
      ],
      run: { arguments, session in try session.scenario(arguments) }),
    Command(
      "scenarios", group: .look, summary: "the scenarios that were saved, with author and date",
      examples: [("scenarios", "their names, and what each changes")],
      run: { _, session in Reply(document: ScenariosAnswer.list(session.history)) }),
  ]
}

extension Session {
  private static let scenarioExample =
    "scenario new \"more carers\" 10 other residential move to fostering by mar 2021"

  /// Makes, adds to, drops or shows a scenario.
  mutating func scenario(_ arguments: Arguments) throws -> Reply {
    var tokens = arguments.words
    guard let first = tokens.first else {
      throw GrammarError.missing(
        "one of new, add, drop and a name", command: "scenario", example: Self.scenarioExample)
    }
    let deed = first.isQuoted ? "" : first.folded
    switch deed {
    case "new", "add", "drop", "remove", "delete", "show":
      tokens.removeFirst()
      switch deed {
      case "new": return try newScenario(&tokens, arguments.reason)
      case "add": return try addToScenario(&tokens, arguments.reason)
      case "show": return try showScenario(tokens)
      default: return try dropScenario(tokens, arguments.reason)
      }
    default: return try showScenario(tokens)
    }
  }

  private mutating func newScenario(_ tokens: inout [Token], _ reason: String?) throws -> Reply {
    guard let name = tokens.first?.text, !name.allSatisfy(\.isWhitespace) else {
      throw GrammarError.missing("a name", command: "scenario", example: Self.scenarioExample)
    }
    tokens.removeFirst()
    guard name.count <= 80, !name.contains(where: \.isNewline),
      name.lowercased() != SavedScenario.base
    else {
      throw ConsoleError.refused(
        "A scenario cannot be called \"\(name.prefix(80))\"; give it another name of at most 80 letters."
      )
    }
    if let there = history.scenario(named: name) {
      throw ConsoleError.refused(
        "There is a scenario \"\(there.name)\" already; add to it, drop it first, or choose another"
          + " name.")
    }
    let outlook = try outlook()
    let whatIf = try self.whatIf(tokens, outlook, of: "scenario new \"\(name)\" ")
    try check(whatIf, outlook)
    return try save(name, whatIf.text, reason, "Saved")
  }

  private mutating func addToScenario(_ tokens: inout [Token], _ reason: String?) throws -> Reply {
    let scenarios = history.scenarios
    let name: String
    if let first = tokens.first, first.isQuoted || history.scenario(named: first.text) != nil {
      name = first.text
      tokens.removeFirst()
    } else if let last = scenario ?? (scenarios.count == 1 ? scenarios.first?.name : nil) {
      name = last
    } else {
      throw ConsoleError.refused(
        scenarios.isEmpty
          ? "No scenario is saved to add to; type: \(Self.scenarioExample)"
          : "Which scenario? Name it: scenario add \"\(scenarios[0].name)\" and what it changes.")
    }
    guard let saved = history.scenario(named: name) else {
      throw ConsoleError.refused(Self.noScenario(name, among: scenarios))
    }
    guard !tokens.isEmpty else {
      throw GrammarError.missing(
        "a change", command: "scenario", example: "scenario add 2 fewer join a month from apr 2021")
    }
    let outlook = try outlook()
    let before = try whatIf(try Lexer.tokens(of: saved.text), outlook, of: "")
    let added = try self.whatIf(tokens, outlook, of: "scenario add \"\(saved.name)\" ")
    var both = before
    both.levers += added.levers
    both.written += added.written
    both.isSum = both.isSum || added.isSum
    try check(both, outlook)
    return try save(saved.name, both.text, reason, "Saved")
  }

  private mutating func dropScenario(_ tokens: [Token], _ reason: String?) throws -> Reply {
    let saved = try savedScenario(tokens)
    if scenario == saved.name { scenario = nil }
    return try save(saved.name, nil, reason, "Dropped")
  }

  private mutating func showScenario(_ tokens: [Token]) throws -> Reply {
    let saved = try savedScenario(tokens)
    scenario = saved.name
    let outlook = try outlook()
    let whatIf = try whatIf(try Lexer.tokens(of: saved.text), outlook, of: "")
    return Reply(document: try answer(whatIf, outlook, name: saved.name))
  }

  private func savedScenario(_ tokens: [Token]) throws -> SavedScenario {
    let name = tokens.map(\.text).joined(separator: " ")
    guard !name.isEmpty else {
      throw GrammarError.missing("a name", command: "scenario", example: Self.scenarioExample)
    }
    guard let saved = history.scenario(named: name) else {
      throw ConsoleError.refused(Self.noScenario(name, among: history.scenarios))
    }
    return saved
  }

  /// Refuses levers that cannot be, before they are saved.
  private func check(_ whatIf: WhatIf, _ outlook: Outlook) throws {
    guard let model = outlook.model, !whatIf.isSum else {
      _ = try outlook.sum(whatIf)
      return
    }
    _ = try outlook.refusing {
      try Projection.totals(
        of: model, levers: whatIf.levers, in: outlook.start.advanced(by: 1),
        settings: ProjectionSettings(months: whatIf.months(from: outlook.start), paths: 100))
    }
  }

  private mutating func save(
    _ name: String, _ text: String?, _ reason: String?, _ done: String
  ) throws -> Reply {
    let recording = try record(
      [
        Observation(
          measure: History.scenarioSetting, period: .undated, detail: name, value: nil, text: text,
          provenance: Provenance(
            source: nil, section: "by \(recorder.name)", recordedAt: recorder.now(), note: reason))
      ], because: reason)
    if text != nil { scenario = name }
    guard !recording.changes.isEmpty else {
      return Reply(message: "Nothing changed: that is recorded already.")
    }
    let next = text == nil ? "" : "\nType: what if \"\(name)\""
    return Reply(
      message: "\(done) \"\(name)\"\(text.map { ": \($0)." } ?? ".")\(next)\n\(undoSentence)")
  }
}
