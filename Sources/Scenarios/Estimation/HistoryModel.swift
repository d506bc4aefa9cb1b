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

  /// The cohort that children of a legal status join, where the scheme counts them into one.
  static func entries(_ scheme: CohortScheme) -> [MeasureID: CohortID] {
    var entries: [MeasureID: CohortID] = [:]
    for cohort in scheme.cohorts {
      for movement in cohort.movements where movement.isIn && movement.measure != "started" {
        entries[movement.measure] = entries[movement.measure] ?? cohort.id
      }
    }
    return entries
  }

  /// Says which of the joiners of each cohort come under each legal status: those of a status that a
  /// cohort is for join it, as far as it has so many joiners, and all others are shared out over the
  /// joiners that are left.
  mutating func placeStatuses(_ entries: [MeasureID: CohortID]) {
    let joiners = compartments.map { max(0, $0.joiners) }
    let whole = joiners.reduce(0, +)
    guard compartments.count > 1, whole > 0 else { return }
    var free = joiners
    var rest: [(status: MeasureID, number: Double)] = []
    for (status, share) in statuses.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      var number = whole * max(0, share)
      if let index = entries[status].flatMap({ self.index(of: $0) }), joiners[index] > 0 {
        let taken = min(free[index], number)
        compartments[index].statuses[status] = taken / joiners[index]
        free[index] -= taken
        number -= taken
      }
      rest.append((status, number))
    }
    let open = free.reduce(0, +)
    guard open > 0 else { return }
    for index in compartments.indices where free[index] > 0 {
      for (status, number) in rest where number > 0 {
        compartments[index].statuses[status, default: 0] +=
          number * free[index] / open / joiners[index]
      }
    }
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
    placeStatuses(Self.entries(history.scheme))
    known = []
    addApplications(history)
  }

  /// Adds the applications that a history holds for the month of the last figures.
  ///
  /// They are of the cohort whose children the route is for, as far as it has so many. What is beyond
  /// that, and all where it is not counted or nobody of it leaves by the route, is shared out over the
  /// cohorts by how many leave them by the route, and then by how many are in them.
  mutating func addApplications(_ history: History) {
    let assumptions = ApplicationAssumptions(history, upTo: start)
    for line in assumptions.openApplications(history, month: start) {
      let usual = compartments.map { compartment in
        compartment.leaving.reduce(0) { $0 + (line.route.covers($1.route) ? $1.rate : 0) }
          * Double(compartment.opening)
      }
      var room = compartments.map { compartment in
        compartment.opening
          - known.reduce(0) {
            $0 + ($1.cohort == compartment.id && $1.reason != .birthday ? $1.number : 0)
          }
      }
      var parts = compartments.map { _ in 0 }
      var left = line.number
      if let own = index(of: line.cohort), usual[own] > 0 || usual.allSatisfy({ $0 <= 0 }) {
        parts[own] = min(left, max(0, room[own]))
        (left, room[own]) = (left - parts[own], room[own] - parts[own])
      }
      for weights in [usual, compartments.map { Double($0.opening) }] where left > 0 {
        for (place, number) in Self.next(
          left, by: weights, after: parts.map { _ in 0 }, within: room
        ).enumerated() {
          parts[place] += number
          (left, room[place]) = (left - number, room[place] - number)
        }
      }
      for (compartment, number) in zip(compartments, parts) where number > 0 {
        var part = line
        (part.cohort, part.number) = (compartment.id, number)
        known.append(part)
      }
    }
  }

  /// Whole children shared out by weights, to none more than there is room for: fewer than asked where
  /// all the room of those that have a weight is taken.
  ///
  /// - Parameter before: what was shared out already, to which these are added.
  static func next(
    _ number: Int, by weights: [Double], after before: [Int], within room: [Int]
  ) -> [Int] {
    var parts = weights.map { _ in 0 }
    for _ in 0..<max(0, min(number, room.reduce(0, +))) {
      // The next child goes to the one that is furthest behind its share.
      let open = weights.indices.filter { weights[$0] > 0 && parts[$0] < room[$0] }
      func standing(_ place: Int) -> Double {
        weights[place] / Double((before[place] + parts[place]) * 2 + 1)
      }
      guard let next = open.max(by: { standing($0) < standing($1) }) else { break }
      parts[next] += 1
    }
    return parts
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
