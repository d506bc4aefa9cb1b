import Documents
import Indicators
import LookedAfter

/// A rate with its interval beside those of others.
enum ComparatorsChart {
  /// The recorded rate of an authority beside its comparators.
  static func chart(_ rates: RatesTable, _ history: History) -> Chart? {
    chart(
      rates.rate, of: history.authority.name, beside: rates.comparisons,
      on: rates.snapshot.asAtInWords, describedAs: CompareAnswer.told(rates),
      source: Chart.source(rates.provenance))
  }

  /// A rate beside comparators; nil where there are none.
  static func chart(
    _ rate: RatePer10000, of name: String, beside comparisons: [RateComparison], on day: String,
    describedAs words: String, source: String?
  ) -> Chart? {
    guard !comparisons.isEmpty else { return nil }
    let interval = RateInterval(rate)
    let own = ComparisonChart.Item(
      id: "own", name: name,
      value: ExactNumber(rounding: rate.value, decimals: 1),
      lower: ExactNumber(rounding: interval.lower, decimals: 1),
      upper: ExactNumber(rounding: interval.upper, decimals: 1), isSubject: true)
    let others = comparisons.map { comparison in
      let rate = comparison.comparator.rate.value
      return ComparisonChart.Item(
        id: comparison.comparator.measure.id.rawValue,
        name: "\(comparison.comparator.name), \(comparison.comparator.dataYear)",
        value: ExactNumber(mantissa: rate.mantissa, decimals: rate.decimals),
        outcome: "ours is \(comparison.test(outer: .ninetyNinePointEight).outcome.name)")
    }
    return Chart(
      id: "comparators", title: "The rate beside comparators",
      subtitle: "Looked after children per 10,000 aged 0 to 17, \(day)",
      description: words, unit: "Children per 10,000", source: source, tableID: "rates",
      kind: .comparison(ComparisonChart(items: [own] + others)))
  }
}
