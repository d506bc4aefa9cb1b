/// A number at a moment of each step: children looked after at the month's end, or their rate.
///
/// Not a series for run rules: it has an `ExpectedBand` and a `FlowBalance` instead.
public struct StockSeries: Equatable, Sendable {
  /// The values, 0 or more.
  public let series: Series

  /// Takes a series as a stock.
  ///
  /// - Throws: `SeriesError.negative`.
  public init(_ series: Series) throws(SeriesError) {
    if let place = series.values.firstIndex(where: { $0.map { $0 < 0 } ?? false }) {
      throw .negative(place: place + 1)
    }
    self.series = series
  }

  /// The change of every step, which may be charted with run rules; a gap on either side of one.
  ///
  /// It begins one step after the stock.
  public var netChange: FlowSeries {
    let values = series.values
    let changes = zip(values, values.dropFirst()).map { before, now in
      before.flatMap { before in now.map { $0 - before } }
    }
    return FlowSeries(
      netChange: Series(differences: changes, from: series.firstMonth?.advanced(by: 1)))
  }
}
