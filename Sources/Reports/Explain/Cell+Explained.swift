import Documents
import Indicators
import LookedAfter

/// Cells that can say how their figure was made: what `explain` finds on the last screen.
extension Cell {
  /// A number as it was recorded; missing where there is none.
  ///
  /// - Parameters:
  ///   - name: what is counted, in sentence case.
  ///   - period: the month or the day, in words.
  static func recorded(_ number: Recorded<Int>?, _ name: String, _ period: String) -> Cell {
    recorded(
      number.map { Recorded(Quantity(mantissa: $0.value), $0.provenance) }, name, period)
  }

  /// A figure as it was recorded, with its decimals; missing where there is none.
  static func recorded(_ figure: Recorded<Quantity>?, _ name: String, _ period: String) -> Cell {
    guard let figure else { return .missing }
    return Cell.decimal(mantissa: figure.value.mantissa, decimals: figure.value.decimals)
      .explained(
        Explanation(
          recorded: Prose.decimal(figure.value), figure.provenance, as: name, of: period))
  }

  /// A number that the person at the prompt gave.
  static func given(_ number: Int, _ name: String) -> Cell {
    Cell.integer(number).explained(Explanation(given: name, Prose.figures(number)))
  }

  /// A level of confidence.
  static func confidence(_ confidence: Confidence) -> Cell {
    Cell.real(confidence.level, decimals: 4, display: Prose.percent(confidence)).explained(
      Explanation(
        "level of confidence", formula: "95% unless another is asked for",
        results: [.init("confidence", Prose.percent(confidence))],
        changes: ["Another level after the word at, such as 99.8%."]))
  }

  /// A number that was worked out from others.
  ///
  /// - Parameter number: nil where one of the others is not known.
  static func sum(
    _ number: Int?, _ subject: String, formula: String, of inputs: [Explanation.Input]
  ) -> Cell {
    Cell.integer(number).explained(
      number.map { Explanation(subject, formula: formula, inputs: inputs, result: $0) })
  }

  /// A difference between two recorded numbers, with its sign; missing unless both are there.
  static func change(
    of name: String, from before: (words: String, number: Recorded<Int>?),
    to now: (words: String, number: Recorded<Int>?)
  ) -> Cell {
    guard let earlier = before.number, let later = now.number else { return .missing }
    let change = later.value - earlier.value
    return Cell.change(change).explained(
      Explanation(
        "change of \(Prose.lowercasedFirst(name))", formula: "change = now - before",
        inputs: [.init(now.words, later), .init(before.words, earlier)],
        results: [.init("change", Prose.signed(change))]))
  }
}

extension Explanation {
  /// A number that the person at the prompt gave.
  init(given name: String, _ value: String) {
    self.init(
      name, formula: "as it was given in the command", inputs: [Input(name, value)],
      changes: ["Another number in the command."])
  }

  /// A whole number that was worked out from others.
  init(_ subject: String, formula: String, inputs: [Input], result: Int) {
    self.init(
      subject, formula: formula, inputs: inputs,
      results: [Line("result", Prose.figures(result))])
  }
}

extension Explanation.Input {
  /// A recorded number.
  init(_ name: String, _ number: Recorded<Int>) {
    self.init(name, Prose.figures(number.value), recorded: number.provenance)
  }
}

extension Breakdown {
  /// The total as it was stated, or the sum of the lines, as a cell.
  func totalCell(_ name: String, _ period: String) -> Cell {
    guard stated == nil else { return .recorded(stated, name, period) }
    return .sum(
      sumOfLines, "\(Prose.lowercasedFirst(name)), \(period)",
      formula: "the sum of its lines, for no total is recorded",
      of: lines.map { .init($0.measure.name, $0.number) })
  }
}

extension Snapshot {
  /// Children in no cohort less children in several, as a cell.
  func remainderCell(_ scheme: CohortScheme) -> Cell {
    guard let total, let netRemainder else { return .missing }
    return .sum(
      netRemainder, "children not in a cohort (net), \(label)",
      formula: "all children less the sum of the cohorts",
      of: [.init("all children", total)]
        + scheme.cohorts.compactMap { cohort in
          self[cohort.id].map { .init(cohort.name, $0) }
        })
  }
}

extension Cell {
  /// The change of the children in no cohort less those in several; missing unless both are known.
  static func changeOfRemainder(from before: Snapshot?, to now: Snapshot?) -> Cell {
    guard let before, let now, let old = before.netRemainder, let new = now.netRemainder else {
      return .missing
    }
    return Cell.change(new - old).explained(
      Explanation(
        "change of the children not in a cohort (net)", formula: "change = now - before",
        inputs: [
          .init(now.month.inWords, Prose.figures(new), recorded: now.total?.provenance),
          .init(before.month.inWords, Prose.figures(old), recorded: before.total?.provenance),
        ], results: [.init("change", Prose.signed(new - old))]))
  }
}

extension Explanation {
  /// A manager's rating.
  init(_ rating: ProgressRating, of cohort: Cohort, _ month: Month) {
    self.init(
      recorded: "\(rating.level.rawValue), \(rating.mark.name)", rating.provenance,
      as: "Progress rating, \(Prose.lowercasedFirst(cohort.name))", of: month.inWords)
    cautions = [rating.reason.map { "Reason: \($0)." } ?? "No reason is recorded for it."]
  }
}
