import LookedAfter

/// How a cohort's number moved up to a month, over several spans, and how sure that is.
public struct CohortMovement: Sendable {
  /// How much more than ordinary variation the latest change is.
  public enum Variation: Equatable, Sendable {
    /// Fewer months are recorded than are needed to say.
    case tooFewMonths(Int)
    /// As ordinary months are.
    case ordinary
    /// More than ordinary variation.
    case signal
    /// What the balance of joiners and leavers over the last twelve months says of all children.
    case balance(FlowBalance.Evidence)
    /// Joiners and leavers are recorded and do not explain how the number of all children moved.
    case unexplained

    /// Whether the change is more than ordinary variation; nil where that is not known.
    public var isClear: Bool? {
      switch self {
      case .tooFewMonths, .unexplained: nil
      case .ordinary: false
      case .signal: true
      case .balance(let evidence): evidence.isClear
      }
    }
  }

  /// The change against the month before; nil when either is unknown.
  public let change: Int?

  /// The change since the baseline month.
  public let sinceBaseline: Int?

  /// The change on the same month of the year before.
  public let onTheYear: Int?

  /// How sure the change against the month before is; of all children, that of the last year.
  public let variation: Variation

  /// The movement of a cohort, or of all children, up to a month.
  public init(of cohort: CohortID, in history: History, upTo month: Month) {
    let now = history.snapshot(for: month)
    func change(since earlier: Month?) -> Int? {
      guard let earlier, earlier < month else { return nil }
      return Movement(of: cohort, from: history.snapshot(for: earlier), to: now)?.change
    }
    self.change = change(since: history.monthBefore(month))
    sinceBaseline = change(since: history.baseline)
    onTheYear = change(since: month.advanced(by: -12))
    variation = Self.variation(of: cohort, in: history, upTo: month)
  }

  private static func variation(
    of cohort: CohortID, in history: History, upTo month: Month
  ) -> Variation {
    if cohort == .total,
      let balance = MonthlyFigures.balance(
        in: history, after: month.advanced(by: -12), upTo: month)
    {
      let change = Movement(
        of: cohort, from: history.snapshotWithTotal(for: month.advanced(by: -12)),
        to: history.snapshotWithTotal(for: month))?.change
      guard let change else { return .balance(balance.evidence) }
      return balance.evidence(ofChange: change).map(Variation.balance) ?? .unexplained
    }
    let figures = MonthlyFigures(of: cohort.count, in: history)
    guard let series = try? figures.series(to: month), let stock = try? StockSeries(series),
      let chart = try? ControlChart(stock.netChange), let latest = chart.latest,
      chart.series.month(at: latest.index) == month
    else { return .tooFewMonths(figures.months.count { $0 <= month }) }
    guard let segment = chart.segments.last, segment.limits != nil, !segment.isTrial else {
      return .tooFewMonths(series.known)
    }
    return latest.signals.leading == nil ? .ordinary : .signal
  }
}
