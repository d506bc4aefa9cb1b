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
    known = []
    addApplications(history)
  }

  /// Adds the applications that a history holds for the month of the last figures.
  ///
  /// They are of the cohort whose children the route is for. Where that is not counted, or nobody of it
  /// leaves by the route, they are shared out over those who do.
  mutating func addApplications(_ history: History) {
    let assumptions = ApplicationAssumptions(history, upTo: start)
    for line in assumptions.openApplications(history, month: start) {
      let usual = compartments.map { compartment in
        compartment.leaving.reduce(0) { $0 + (line.route.covers($1.route) ? $1.rate : 0) }
          * Double(compartment.opening)
      }
      if let own = index(of: line.cohort),
        usual[own] > 0 || usual.allSatisfy({ $0 <= 0 })
      {
        known.append(line)
        continue
      }
      let sizes =
        usual.contains { $0 > 0 }
        ? usual.map { Int(($0 * 10_000).rounded()) } : compartments.map(\.opening)
      let parts = LargestRemainder.parts(of: sizes, adding: line.number) ?? []
      for (compartment, number) in zip(compartments, parts) where number > 0 {
        var part = line
        (part.cohort, part.number) = (compartment.id, number)
        known.append(part)
      }
    }
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
