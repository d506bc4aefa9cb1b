import LookedAfter

/// A share in each step of time, such as children placed within the authority.
public struct ProportionSeries: IndependentSeries, Equatable, Sendable {
  /// The shares, 0 to 1.
  public let series: Series

  /// Takes parts and wholes; a whole of 0, or nil, makes a gap.
  ///
  /// - Throws: `SeriesError.notAShare` for a part that is negative or greater than its whole.
  public init(_ parts: [(count: Int, total: Int)?], from first: Month? = nil) throws(SeriesError) {
    var shares: [Double?] = []
    for (index, part) in parts.enumerated() {
      if let part {
        guard part.count >= 0, part.count <= part.total else { throw .notAShare(place: index + 1) }
        shares.append(part.total == 0 ? nil : Double(part.count) / Double(part.total))
      } else {
        shares.append(nil)
      }
    }
    series = try Series(shares, from: first)
  }

  /// Takes shares, each from 0 to 1.
  ///
  /// - Throws: `SeriesError.notAShare` for any other.
  public init(_ series: Series) throws(SeriesError) {
    if let place = series.values.firstIndex(where: { $0.map { !(0...1).contains($0) } ?? false }) {
      throw .notAShare(place: place + 1)
    }
    self.series = series
  }

  /// 0.
  public var floor: Double? { 0 }

  /// 1.
  public var ceiling: Double? { 1 }
}
