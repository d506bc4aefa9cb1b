import Documents
import Indicators
import LookedAfter

/// The explanations of figures that are asked for by name.
public enum FigureExplanations {
  /// How the rate of a month was made.
  ///
  /// - Throws: `ReportError` when there is no total or no population.
  public static func rate(
    _ history: History, month: Month
  ) throws(ReportError) -> (Explanation, figure: String) {
    let rates = try RatesTable(history, month: month)
    let interval = RateInterval(rates.rate)
    let changes = [
      "A correction of the number of children or of the population.",
      history.populations.count > 1
        ? "Another population estimate: \(Prose.count(history.populations.count, "is", "are"))"
          + " recorded, and compare shows the rate on each of these years." : "",
    ].filter { !$0.isEmpty }
    var explanation = Explanation(interval.working, changes: changes)
    explanation.subject = "rate per 10,000, with its interval"
    explanation.formula = "\(rates.rate.working.formula); \(interval.working.formula)"
    return (
      explanation,
      "\(Prose.decimal(rates.rate.rounded())) per 10,000 in \(month.inWords)"
    )
  }

  /// How the number of children at a comparator's rate was made.
  ///
  /// - Throws: `ReportError` when there is no such comparator, no total or no population.
  public static func needed(
    _ name: String, _ history: History, month: Month
  ) throws(ReportError) -> (Explanation, figure: String) {
    let comparison = try RatesTable(history, month: month).comparison(named: name)
    return (
      Explanation(
        comparison.working,
        changes: [
          "A correction of the number, the population or the comparator's rate, or a newer year of the"
            + " comparator."
        ]),
      "\(Prose.figures(comparison.needed.number)) children at the rate of"
        + " \(comparison.comparator.nameInSentence)"
    )
  }

  /// Where a recorded figure is from.
  ///
  /// - Throws: `ReportError.nothingRecorded` when the month has none.
  public static func recorded(
    _ measure: Measure, _ history: History, month: Month
  ) throws(ReportError) -> (Explanation, figure: String) {
    let figures = MonthlyFigures(of: measure.id, in: history)
    guard let figure = figures[month] else {
      throw .nothingRecorded(what: measure.quoted, month, known: figures.months)
    }
    return (
      Explanation(
        recorded: Prose.decimal(figure.value), figure.provenance, as: measure.name,
        of: month.inWords),
      Prose.decimal(figure.value)
    )
  }
}
