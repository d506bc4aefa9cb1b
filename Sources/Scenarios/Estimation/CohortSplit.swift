import Indicators
import LookedAfter

/// The flows of all children, split over cohorts of which only the numbers are known.
struct CohortSplit {
  private(set) var compartments: [Compartment] = []
  /// The children of all cohorts together at the end.
  let cohortTotal: Int

  /// - Parameter months: those with cohorts, oldest first; at least two.
  init(_ history: History, _ months: [Month], _ estimate: FlowEstimate) {
    let snapshots = months.compactMap { history.snapshot(for: $0) }
    let last = snapshots.last
    let ids = history.scheme.cohorts.map(\.id).filter { last?[$0] != nil }
    let numbers = ids.map { id in snapshots.map { $0[id]?.value } }
    cohortTotal = ids.reduce(0) { $0 + (last?[$1]?.value ?? 0) }
    let remainder = max(0, estimate.opening - cohortTotal)
    let span = Double(max(1, (months.first ?? estimate.last).distance(to: estimate.last)))
    let routes = FlowModel.shares(history, below: "ceased", of: "ceased", upTo: estimate.last)
    let exits = FlowModel.exits(history.scheme)
    let all = Double(max(1, estimate.opening))
    let leavers = estimate.leaverRate * all
    let owned = routes.filter { exits[$0.key].map(ids.contains) ?? false }
    let other = max(0, 1 - owned.values.reduce(0, +))
    // Leavers whose reason is no cohort's own come from all alike.
    let common = other * leavers / all
    var drafts = zip(ids, numbers).map { id, numbers in
      Draft(id, numbers, span, common, owned.filter { exits[$0.key] == id }, leavers)
    }
    if remainder > 0 {
      drafts.append(
        Draft(FlowModel.remainder, [remainder, remainder], span, common, [:], leavers))
    }
    let gains = drafts.reduce(0) { $0 + max(0, $1.inflow) }
    let shareOfJoiners = gains > 0 ? min(1, estimate.starts / gains) : 0
    let even = drafts.isEmpty ? 0 : estimate.starts / Double(drafts.count)
    compartments = drafts.map { draft in
      let joiners = gains > 0 ? max(0, draft.inflow) / gains * estimate.starts : even
      return Compartment(
        id: draft.id, opening: draft.opening, joiners: joiners,
        joinersError: estimate.spread.phi / max(1, joiners * span), leaving: draft.leaving)
    }
    addMoves(drafts, shareOfJoiners, estimate.spread.phi)
    for place in compartments.indices {
      let moving = compartments[place].moves.reduce(0) { $0 + $1.rate }
      compartments[place].movesError =
        estimate.spread.phi / max(1, moving * Double(compartments[place].opening) * span)
    }
  }

  /// What a cohort gains beside its joiners comes from those that lose, and what its number swings by
  /// more than its flows would make it goes to and fro between it and the others.
  private mutating func addMoves(_ drafts: [Draft], _ shareOfJoiners: Double, _ spread: Double) {
    let gained = drafts.map { max(0, $0.inflow) * (1 - shareOfJoiners) }
    let all = gained.reduce(0, +)
    let sizes = drafts.map { Double($0.opening) }
    let exchanges = drafts.map { max(0, $0.swing / spread - $0.outflow - max(0, $0.inflow)) / 2 }
    let halves = Self.balanced(exchanges)
    for from in drafts.indices where drafts[from].opening > 0 {
      var rates = [Double](repeating: 0, count: drafts.count)
      let lost = max(0, -drafts[from].inflow)
      for to in drafts.indices where to != from {
        if all > 0 { rates[to] += lost * gained[to] / all }
        rates[to] += halves[from] * halves[to]
      }
      compartments[from].moves = drafts.indices.compactMap { to in
        let rate = rates[to] / sizes[from]
        return rate > 1e-9 ? MovingRate(to: drafts[to].id, min(rate, 0.5)) : nil
      }
    }
  }

  /// Numbers whose products, two by two, add up to so many exchanges for each cohort, as near as may
  /// be: as many go one way as the other, so that exchanges move no cohort's mean.
  private static func balanced(_ exchanges: [Double]) -> [Double] {
    var halves = exchanges.map { $0.squareRoot() }
    for _ in 0..<30 {
      let sum = halves.reduce(0, +)
      halves = zip(halves, exchanges).map { half, exchange in
        let now = half * (sum - half)
        return now > 0 ? half * min(2, exchange / now).squareRoot() : half
      }
    }
    return halves
  }

  /// What is known of a cohort before the moves are settled.
  private struct Draft {
    let id: CohortID
    let opening: Int
    let leaving: [LeavingRate]
    /// Who leave care in a month.
    let outflow: Double
    /// What must have come in, a month, for the number to change as it did; negative when children
    /// must have moved out.
    let inflow: Double
    /// The mean square of the monthly changes about their mean.
    let swing: Double

    init(
      _ id: CohortID, _ numbers: [Int?], _ span: Double, _ common: Double,
      _ own: [MeasureID: Double], _ leavers: Double
    ) {
      let known = numbers.compactMap { $0 }
      opening = max(0, known.last ?? 0)
      let size = max(1, known.reduce(0.0) { $0 + Double($1) } / Double(max(known.count, 1)))
      leaving =
        [LeavingRate(.ceased, common)]
        + own.sorted { $0.key.rawValue < $1.key.rawValue }.map {
          LeavingRate($0.key, min(0.9, $0.value * leavers / size))
        }
      self.id = id
      outflow = leaving.reduce(0) { $0 + $1.rate } * size
      let change = Double((known.last ?? 0) - (known.first ?? 0)) / span
      // A change is drawn in by as much as a year's chance would make one.
      let chance = 2 * max(outflow, 0.1) / span
      let drawn = change * change / (change * change + chance)
      inflow = outflow + change * drawn
      let steps = zip(known, known.dropFirst()).map { Double($1 - $0) }
      let mean = steps.reduce(0, +) / Double(max(steps.count, 1))
      swing =
        steps.count >= 6
        ? steps.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(steps.count - 1) : 0
    }
  }
}
