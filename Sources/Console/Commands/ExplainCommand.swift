import Documents
import HistoryStore
import Indicators
import LookedAfter
import Reports

/// The command that shows how a figure was made.
enum ExplainCommand {
  static let command = Command(
    "explain", group: .ask, summary: "how a figure was made, and where it comes from",
    parameters: [
      .phrase("ROW COLUMN | rate [MONTH] | needed COMPARATOR [MONTH] | MEASURE [MONTH]")
    ],
    examples: [
      ("explain rate oct 2020", "the formula, its inputs, and where they are from"),
      ("explain needed england", "the number of children at England's rate"),
      ("explain ico oct 2020", "a recorded figure: its source, when and by whom"),
      ("explain ico change", "a figure of the last answer, by its row and its column"),
    ],
    details: [
      "A row and a column are named by any part of their name, or by their number: explain row 3"
        + " column 2. Where several tables have it, begin with the table: explain table 2 row 3 column"
        + " 1."
    ],
    run: { arguments, session in
      let words = arguments.words.map(\.text)
      guard !words.isEmpty else {
        throw GrammarError.missing(
          "a figure", command: "explain", example: "explain rate oct 2020")
      }
      var phrase = session.phrase(arguments, of: "explain", example: "explain rate oct 2020")
      let (explanation, figure) = try explained(&phrase, words: words, session)
      let known = try recorders(session, of: explanation.inputs.compactMap(\.recordedAt))
      return Reply(
        document: ExplainAnswer.document(explanation, figure: figure) { known[$0] })
    })

  private static func explained(
    _ phrase: inout Phrase, words: [String], _ session: Session
  ) throws -> (Explanation, figure: String) {
    if let found = session.lastAnswer.flatMap({
      FigureFinder(document: $0, months: phrase.months).figure(words)
    }),
      let explanation = found.cell.explanation
    {
      return (explanation, "\(found.cell.asRead) (\(found.place))")
    }
    if phrase.take("rate") {
      let month = try phrase.monthIfAny() ?? session.month(nil)
      try phrase.finish()
      return try FigureExplanations.rate(session.history, month: month)
    }
    if phrase.take("needed") {
      _ = phrase.take("for")
      let (name, month) = try AskCommands.comparator(&phrase, session)
      return try FigureExplanations.needed(name, session.history, month: month)
    }
    let measure: Measure
    do {
      measure = try phrase.measure(upTo: [])
    } catch {
      throw ConsoleError.refused(
        "There is no figure \"\(words.joined(separator: " "))\" in the last answer; name its row and"
          + " its column as they stand there, or type explain rate, or explain ico oct 2020.")
    }
    let month = try phrase.monthIfAny() ?? session.month(nil)
    try phrase.finish()
    return try FigureExplanations.recorded(measure, session.history, month: month)
  }

  /// Who recorded or took in what was recorded at each of some times, to stand behind the day.
  private static func recorders(
    _ session: Session, of times: [String]
  ) throws -> [String: String] {
    guard let store = session.store, !times.isEmpty else { return [:] }
    let known = try store.recorders().mapValues { " by \($0)" }
    guard times.contains(where: { known[$0] == nil }) else { return known }
    return known.merging(try store.takers().mapValues { ", taken in by \($0)" }) { first, _ in first
    }
  }
}

extension Cell {
  /// The figure as people read it.
  fileprivate var asRead: String {
    if let display { return display }
    switch value {
    case .text(let text): return text
    case .number(let mantissa, let decimals):
      return Quantity(mantissa: mantissa, decimals: decimals).description
    case .flag(let flag): return flag ? "yes" : "no"
    case .missing: return "–"
    }
  }
}
