/// Events in each step of time: starts, leavers, or the net of both.
public struct FlowSeries: IndependentSeries, Equatable, Sendable {
  /// What is counted.
  public enum Kind: String, CaseIterable, Sendable {
    /// A number of events, 0 or more.
    case events
    /// Starts less leavers, of either sign.
    case netChange
  }

  /// The values.
  public let series: Series

  /// What is counted.
  public let kind: Kind

  /// Takes a series as a flow.
  ///
  /// - Throws: `SeriesError.negative` for a negative number of events.
  public init(_ series: Series, _ kind: Kind = .events) throws(SeriesError) {
    if kind == .events, let place = series.values.firstIndex(where: { $0.map { $0 < 0 } ?? false })
    {
      throw .negative(place: place + 1)
    }
    self.series = series
    self.kind = kind
  }

  /// The net change of every step from starts and leavers; a gap where either is missing.
  ///
  /// - Throws: `SeriesError.differentStarts` when the two do not begin in the same month.
  public init(started: FlowSeries, ceased: FlowSeries) throws(SeriesError) {
    let (left, right) = (started.series, ceased.series)
    guard left.firstMonth == right.firstMonth else { throw .differentStarts }
    let net = zip(left.values, right.values).map { started, ceased in
      started.flatMap { started in ceased.map { started - $0 } }
    }
    series = Series(differences: net, from: left.firstMonth)
    kind = .netChange
  }

  init(netChange series: Series) {
    self.series = series
    kind = .netChange
  }

  /// 0 for a number of events.
  public var floor: Double? { kind == .events ? 0 : nil }

  /// None.
  public var ceiling: Double? { nil }
}
