import LookedAfter

/// What was counted while the rows of all children were there: it stays when rows are removed, so that
/// no figure of those months becomes smaller.
public struct KeptFigures: Equatable, Sendable {
  /// The counts of month ends.
  var counts: [Day: CohortCounts] = [:]

  /// The counts of month ends by some property, in the order of its categories.
  var breakdowns: [BreakdownKind: [Day: [Int]]] = [:]

  /// The stability of placements at month ends.
  var stability: [Day: PlacementStability] = [:]

  /// Who came and left in each month, in each year to 31 March, and in the twelve months to each month
  /// end.
  var flows: [ClosedRange<Day>: CareFlows] = [:]

  /// Where the children of each month end were a month later, by the later day.
  var moves: [Day: MonthMoves] = [:]

  init() {}

  /// Counts all months that the returns cover. Figures that were kept before stay as they are; of
  /// stretches of days that reach into months of which rows are lacking, nothing is kept.
  public init(_ caseload: Caseload) {
    let months = caseload.months
    let ends = months.map(\.upperBound).filter { caseload.isKnown(on: $0) }
    for count in caseload.counts(on: ends) { counts[Day(count.date)] = count }
    for kind in BreakdownKind.allCases {
      for breakdown in caseload.breakdown(kind, on: ends) {
        breakdowns[kind, default: [:]][Day(breakdown.date)] = breakdown.lines.map(\.count)
      }
    }
    for month in caseload.knownMoves() { moves[Day(month.to)] = month }
    for figures in caseload.stability(on: ends) { stability[Day(figures.date)] = figures }
    for stretches in [months, caseload.financialYears] {
      keep(caseload.flows(in: stretches.filter { caseload.isKnown(in: $0) }))
    }
    // These overlap, so each takes its own pass.
    for month in months {
      let year = Self.year(to: month.upperBound)
      if caseload.isKnown(in: year) { keep(caseload.flows(in: [year])) }
    }
  }

  private mutating func keep(_ found: [CareFlows]) {
    for flow in found { flows[Day(flow.days.lowerBound)...Day(flow.days.upperBound)] = flow }
  }

  /// The twelve months up to a month end.
  static func year(to day: CivilDate) -> ClosedRange<CivilDate> {
    (CivilDate(day.month.advanced(by: -11), day: 1) ?? day)...day
  }
}

extension Caseload {
  /// The last month in which a child was whose rows were removed; nil where all rows are there.
  public var lastMonthLackingRows: Month? {
    guard returns.removedCount > 0, let last = coverage?.upperBound.month else { return nil }
    return returns.removedUntil.date.map { min($0.month, last) } ?? last
  }

  /// Whether the children of a day can be counted in full: no rows are lacking of its month, or what
  /// was counted before they were removed was kept.
  public func isKnown(on day: CivilDate) -> Bool {
    lastMonthLackingRows.map { $0 < day.month } ?? true || returns.kept?.counts[Day(day)] != nil
  }

  /// The same for each cohort of the scheme.
  public func knowsCohorts(on day: CivilDate) -> Bool {
    lastMonthLackingRows.map { $0 < day.month } ?? true
      || returns.kept?.counts[Day(day)]?.ids == scheme.cohorts.map(\.id)
  }

  /// Whether all who came and left in a stretch of days can be counted.
  public func isKnown(in days: ClosedRange<CivilDate>) -> Bool {
    lastMonthLackingRows.map { $0 < days.lowerBound.month } ?? true
      || returns.kept?.flows[Day(days.lowerBound)...Day(days.upperBound)] != nil
  }
}
