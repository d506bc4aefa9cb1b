import Indicators
import LookedAfter

extension FlowModel {
  /// The cohort that each reason for leaving is the expected exit of.
  static func exits(_ scheme: CohortScheme) -> [MeasureID: CohortID] {
    var exits: [MeasureID: CohortID] = [:]
    for cohort in scheme.cohorts {
      if let reason = cohort.exitReason { exits[reason] = exits[reason] ?? cohort.id }
    }
    return exits
  }

  /// A model from the monthly figures of a history.
  ///
  /// The flows of all children come from `FlowEstimate`. Cohorts are counted but not followed in such a
  /// history: leavers are taken to come from the cohort whose expected exit their reason is, and from
  /// all cohorts alike otherwise; what a cohort's number changed by besides is taken to have joined it,
  /// or to have moved out of it, and how unevenly it changed from month to month says how many moved
  /// both ways.
  ///
  /// - Throws: `ProjectionRefusal`, when there are under 12 months.
  public init(_ history: History, upTo last: Month) throws(ProjectionRefusal) {
    guard let flows = MonthlyFlows(history, upTo: last) else { throw .noHistory }
    let estimate = try FlowEstimate(flows)
    self = estimate.model
    let months = history.monthsWithCohorts(upTo: estimate.last, atMost: 13)
    if let now = months.last, now == estimate.last, months.count >= 2 {
      let split = CohortSplit(history, months, estimate)
      compartments = split.compartments
      // Each cohort's joiners have an error of their own, which come to that of all joiners.
      joinersError = FlowEstimate.drift
      overlap = min(0, estimate.opening - split.cohortTotal)
    }
    statuses = Self.shares(history, below: "started", of: "started", upTo: estimate.last)
    cohortsByRoute = Self.exits(history.scheme)
    // Applications whose cohort is not counted are of all children.
    let places = Set(compartments.map(\.id))
    known = ApplicationAssumptions(history, upTo: estimate.last)
      .openApplications(history, month: estimate.last).map { line in
        var line = line
        if !places.contains(line.cohort) { line.cohort = compartments.first?.id ?? .total }
        return line
      }
    cover()
  }

  /// Turns the ordinary leavers by the routes of known leavers off, for as long as each of them is
  /// expected to take.
  public mutating func cover() {
    var until: [MeasureID: Month] = [:]
    for line in known {
      let mean = line.delay.enumerated().reduce(0.0) { $0 + Double($1.offset) * $1.element }
      let end = line.due.advanced(by: Int(min(mean, 600).rounded()))
      until[line.route] = max(until[line.route] ?? end, end)
    }
    covered = until.map { CoveredRoute($0.key, until: $0.value) }
      .sorted { $0.route.rawValue < $1.route.rawValue }
  }

  /// The share of each line below a branch over the last twelve months.
  static func shares(
    _ history: History, below branch: MeasureID, of total: MeasureID, upTo last: Month
  ) -> [MeasureID: Double] {
    let months = (0..<12).map { last.advanced(by: -$0) }
    let flows = months.compactMap { history.flows(in: .month($0)) }
    let breakdowns = flows.map { branch == "started" ? $0.joined : $0.left }
    let whole = breakdowns.reduce(0) { $0 + ($1.total ?? 0) }
    guard whole > 0 else { return [:] }
    var shares: [MeasureID: Double] = [:]
    for breakdown in breakdowns {
      for line in breakdown.lines {
        shares[line.measure.id, default: 0] += Double(line.number.value) / Double(whole)
      }
    }
    return shares
  }
}
