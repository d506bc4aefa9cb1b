import Documents
import Indicators
import LookedAfter

extension RatesTable {
  /// The authority's rate with its interval, and beside it comparators: the number of children at
  /// each rate, the gap with its range, and whether the rate is told apart.
  ///
  /// - Parameter means: how recorded rates were made that are the mean of a group.
  func table(of comparisons: [RateComparison], means: [MeasureID: Explanation] = [:]) -> Table {
    let count = Cell.recorded(
      snapshot.total, "All looked after children", snapshot.month.inWords)
    return ComparisonRow.table(
      caption: "Looked after children per 10,000 aged 0 to 17, and the number of children that"
        + " \(history.authority.name) would look after at each rate (worked out with the rate at one"
        + " decimal)",
      rows: [
        ComparisonRow.own(
          name: history.authority.name, year: snapshot.asAtInWords, rate: rate, printed: nil,
          count: count)
      ]
        + comparisons.map {
          ComparisonRow.row(of: $0, direction: aim, mean: means[$0.comparator.measure.id])
        })
  }
}
