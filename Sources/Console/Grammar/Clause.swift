import LookedAfter

/// A part of a recording command that may stand anywhere behind its figures: `because "…"`.
public enum Clause: String, CaseIterable, Sendable {
  /// The day that the figure describes.
  case asAt = "as at"
  /// How the children were counted.
  case basis
  /// The paper or record that the figure is from.
  case source
  /// Why the figure is recorded or corrected.
  case because
  /// A remark.
  case note
  /// How many of the cohort are still being assessed.
  case assessing
  /// The month planned for.
  case forMonth = "for"

  /// The clause as help writes it.
  var usage: String {
    switch self {
    case .asAt: "[as at DAY]"
    case .basis: "[basis weekly|month-end|year-end]"
    case .source: "[source TEXT]"
    case .because: "[because TEXT]"
    case .note: "[note TEXT]"
    case .assessing: "[assessing N]"
    case .forMonth: "for MONTH"
    }
  }

  /// The words that begin it.
  var words: [String] { rawValue.split(separator: " ").map(String.init) }
}

/// Takes the clauses out of a command's words.
struct ClauseReader {
  let allowed: [Clause]
  let months: MonthReader
  let days: DayReader
  let command: Command

  /// Moves every clause from the words into the arguments; a text runs up to the next clause.
  ///
  /// - Throws: `GrammarError` when a clause has no value, or one that it cannot hold.
  func take(from tokens: inout [Token], into arguments: inout Arguments) throws(GrammarError) {
    let starts = tokens.indices.compactMap { index in
      clause(at: index, in: tokens).map { (index, $0) }
    }
    guard let first = starts.first?.0 else { return }
    for (place, (start, clause)) in starts.enumerated() {
      let end = place + 1 < starts.count ? starts[place + 1].0 : tokens.count
      let value = Array(tokens[(start + clause.words.count)..<end])
      guard !value.isEmpty else {
        throw .missing(
          "something after \"\(clause.rawValue)\"", command: command.name,
          example: command.firstExample)
      }
      try set(clause, to: value, in: &arguments)
    }
    tokens.removeSubrange(first...)
  }

  private func clause(at index: Int, in tokens: [Token]) -> Clause? {
    allowed.first { clause in
      let words = clause.words
      let here = tokens[index...].prefix(words.count)
      return here.count == words.count && here.map(\.folded) == words
        && !here.contains { $0.isQuoted }
    }
  }

  private func set(
    _ clause: Clause, to value: [Token], in arguments: inout Arguments
  ) throws(GrammarError) {
    let text = value.map(\.text).joined(separator: " ")
    switch clause {
    case .asAt:
      guard let day = days.read(value.map(\.text)) else {
        throw .notADay(text, example: command.firstExample)
      }
      arguments.asAt = day
    case .basis:
      guard let basis = Basis(typed: text) else { throw .unknownBasis(text) }
      arguments.basis = basis
    case .source: arguments.source = text
    case .because: arguments.reason = text
    case .note: arguments.note = text
    case .assessing:
      guard let number = Quantity(text: text)?.whole, number >= 0 else {
        throw .notANumber(text, example: command.firstExample)
      }
      arguments.assessing = number
    case .forMonth:
      guard case .month(let month, let words) = months.read(value.map(\.text)), words == value.count
      else { throw .notAMonth(text, example: command.firstExample) }
      arguments.forMonth = month
    }
  }
}

extension Basis {
  /// Reads `month-end`, `month end` or `month_end`. What is worked out from the statutory return is
  /// not recorded by hand.
  init?(typed text: String) {
    self.init(rawValue: String(text.lowercased().map { "- ".contains($0) ? "_" : $0 }))
    if isDerived { return nil }
  }
}
