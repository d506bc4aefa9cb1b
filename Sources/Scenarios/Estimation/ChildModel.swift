import Indicators
import LookedAfter

extension FlowModel {
  /// A model from children followed one by one.
  ///
  /// Leaving differs by cohort, and within it by age and time in care; a cohort's rate, the stages'
  /// and the moves are each drawn towards the whole where they rest on few events (`Credibility`).
  /// Eighteenth birthdays are known leavers. As children grow older and stay longer, the rate of each
  /// cohort changes in the coming months (`Compartment.course`).
  ///
  /// - Parameters:
  ///   - courses: the periods of care that touch the months; children who joined and left within
  ///     one month are left out.
  ///   - cohorts: the cohorts, in order; children in others are left out.
  ///   - first: the first month whose end is covered.
  ///   - last: the last.
  ///   - months: how many coming months the birthdays and the courses are wanted for.
  ///   - weighting: how much the months count.
  /// - Throws: `ProjectionRefusal`, when there are under 12 months.
  public init(
    children courses: [ChildCourse], cohorts: [CohortID], first: Month, last: Month,
    months: Int = 36, weighting: FlowEstimate.Weighting = .usual
  ) throws(ProjectionRefusal) {
    let counts = ChildCounts(
      courses, cohorts: cohorts, first: first, last: last, weighting: weighting)
    let estimate = try FlowEstimate(counts.flows, weighting: weighting)
    let rates = ChildRates(counts, spread: estimate.spread.phi)
    let months = min(max(months, 1), 600)
    let joiners = counts.joiners.reduce(0, +)
    let sizes = counts.present.map { Double($0.count) }
    let all = max(1, sizes.reduce(0, +))
    self = estimate.model
    basis.isChildLevel = true
    joinersError = FlowEstimate.drift
    leavingError = rates.wholeError + FlowEstimate.drift
    known = []
    compartments = []
    for index in cohorts.indices {
      // Two joiners' worth of the cohort's size keep a cohort that nobody joined from being closed.
      let share = (counts.joiners[index] + 2 * sizes[index] / all) / (joiners + 2)
      let starts = estimate.starts * share
      let course = CompositionCourse(
        counts, rates, cohort: index, joiners: starts, months: months)
      compartments.append(
        Compartment(
          id: cohorts[index], opening: counts.present[index].count, joiners: starts,
          joinersError: estimate.spread.phi / max(1, starts * counts.effectiveMonths),
          leaving: rates.routes(index, total: course.first), leavingError: rates.ownError[index],
          commonLeaving: rates.common[index], course: course.factors,
          moves: rates.moves[index].enumerated().compactMap { to, rate in
            rate > 1e-9 ? MovingRate(to: cohorts[to], rate) : nil
          }, movesError: rates.movesError[index]))
      if counts.joiners[index] > 0 {
        compartments[index].statuses = counts.statuses[index].mapValues {
          $0 / counts.joiners[index]
        }
      }
      known += course.birthdays.sorted { $0.key < $1.key }.map { month, children in
        KnownLeavers(
          reason: .birthday, cohort: cohorts[index], route: "ceased.turned_18",
          number: children.count, due: month,
          chance: children.reduce(0, +) / Double(max(children.count, 1)))
      }
    }
  }
}

extension FlowModel {
  /// A model from children followed one by one, with what a history records besides: the number to
  /// start from, applications, and figures of months that the children's rows do not reach.
  ///
  /// - Parameters:
  ///   - last: the last month whose end the courses cover.
  ///   - month: the month to start from, `last` or one of the twelve after it.
  /// - Throws: `ProjectionRefusal`, when there are under 12 months, or nothing is known of the month.
  public init(
    children courses: [ChildCourse], first: Month, last: Month, in history: History,
    from month: Month
  ) throws(ProjectionRefusal) {
    let ahead = last.distance(to: month)
    guard (0...12).contains(ahead) else { throw .noHistory }
    try self.init(
      children: courses, cohorts: Self.cohorts(of: courses, in: history.scheme), first: first,
      last: last, months: 36 + ahead)
    guard let flows = MonthlyFlows(history, upTo: month) else { throw .noHistory }
    let estimate = try FlowEstimate(flows)
    guard estimate.last == month else { throw .noStock }
    if ahead > 0 { move(by: ahead, estimate, history) }
    settle(estimate.opening)
    yearly = estimate.yearly
    statuses = Self.shares(history, below: "started", of: "started", upTo: month)
    cohortsByRoute = Self.exits(history.scheme)
    addApplications(history)
  }

  /// The cohorts that children have been in, in the order of the scheme.
  public static func cohorts(of courses: [ChildCourse], in scheme: CohortScheme) -> [CohortID] {
    let there = Set(courses.flatMap { $0.stays.map(\.cohort) })
    return (scheme.cohorts.map(\.id) + [remainder]).filter(there.contains)
  }

  /// Starts from a later month of which only figures are known.
  private mutating func move(by months: Int, _ estimate: FlowEstimate, _ history: History) {
    let joiners = compartments.reduce(0) { $0 + $1.joiners }
    let snapshot = history.snapshot(for: estimate.last)
    let isCounted = compartments.contains { snapshot?[$0.id] != nil }
    let sizes = compartments.map(\.opening)
    let parts = LargestRemainder.parts(of: sizes, adding: estimate.opening) ?? sizes
    for index in compartments.indices {
      let id = compartments[index].id
      let counted = snapshot?[id]?.value ?? (id == Self.remainder ? 0 : nil)
      compartments[index].opening = isCounted ? counted ?? sizes[index] : parts[index]
      compartments[index].course = Array(compartments[index].course.dropFirst(months))
      if joiners > 0 { compartments[index].joiners *= estimate.starts / joiners }
    }
    start = estimate.last
    known = known.filter { $0.due > estimate.last }
  }

  /// Makes the cohorts add up to the number that is recorded.
  mutating func settle(_ children: Int) {
    overlap = 0
    let missing = children - opening
    if missing > 0 {
      if let rest = index(of: Self.remainder) {
        compartments[rest].opening += missing
      } else {
        let size = Double(max(1, opening))
        let leaving = compartments.reduce(0) { $0 + $1.leavingRate * Double($1.opening) }
        compartments.append(
          Compartment(
            id: Self.remainder, opening: missing,
            leaving: [LeavingRate(.ceased, min(0.9, leaving / size))]))
      }
    } else {
      overlap = missing
    }
  }
}

/// Rates of leaving and moving from counted children.
struct ChildRates {
  /// The share who leave in a month, by cohort.
  let leaving: [Double]
  /// What a stage's rate is to its cohort's.
  let stages: [Double]
  let wholeError: Double
  let ownError: [Double]
  let common: [Double]
  /// The share who move in a month, by cohort and destination.
  let moves: [[Double]]
  let movesError: [Double]
  private let shares: [[(MeasureID, Double)]]

  init(_ counts: ChildCounts, spread: Double) {
    let exposure = counts.exposure.map { $0.reduce(0, +) }
    let leavers = counts.leavers.map { $0.reduce(0, +) }
    let credible = Credibility(
      zip(leavers, exposure).map(Credibility.Cell.init(events:exposure:)), spread: spread)
    leaving = credible.rates
    wholeError = spread / max(1, leavers.reduce(0, +))
    ownError = zip(credible.weights, zip(credible.rates, exposure)).map { weight, cell in
      weight * spread / max(1, cell.0 * cell.1)
    }
    common = credible.weights.map { (1 - $0).squareRoot() }
    // A stage is set beside what its children would do at the rates of their cohorts.
    let cells = (0..<Stage.count).map { stage in
      Credibility.Cell(
        events: counts.leavers.reduce(0) { $0 + $1[stage] },
        exposure: zip(counts.exposure, credible.rates).reduce(0) { $0 + $1.0[stage] * $1.1 })
    }
    stages = Credibility(cells, spread: spread).rates
    let gone = counts.moves.map { $0.reduce(0, +) }
    let moving = Credibility(
      zip(gone, exposure).map(Credibility.Cell.init(events:exposure:)), spread: spread)
    let into = counts.cohorts.indices.map { to in counts.moves.reduce(0) { $0 + $1[to] } }
    moves = counts.cohorts.indices.map { from in
      let others = into.enumerated().reduce(0) { $0 + ($1.offset == from ? 0 : $1.element) }
      return counts.cohorts.indices.map { to in
        guard to != from, others > 0 else { return 0 }
        // Two movers' worth of where all children go stands beside the cohort's own.
        let share = (counts.moves[from][to] + 2 * into[to] / others) / (gone[from] + 2)
        return min(0.9, moving.rates[from]) * share
      }
    }
    movesError = zip(moving.rates, exposure).map { spread / max(2, $0 * $1) }
    shares = counts.routes.map { routes in
      let all = routes.values.reduce(0, +)
      return routes.sorted { $0.key.rawValue < $1.key.rawValue }
        .map { ($0.key, all > 0 ? $0.value / all : 0) }
    }
  }

  /// The rate of a cohort's reasons for leaving, which add to a total.
  func routes(_ cohort: Int, total: Double) -> [LeavingRate] {
    let own = shares[cohort]
    return own.isEmpty
      ? [LeavingRate(.ceased, total)] : own.map { LeavingRate($0.0, total * $0.1) }
  }

  /// The share of children at a stage who leave in a month.
  func leaving(_ cohort: Int, _ stage: Stage) -> Double {
    min(0.95, leaving[cohort] * stages[stage.index])
  }
}

/// How a cohort's leaving rate changes as those in it grow older and others join, and who of them turns
/// 18 when.
struct CompositionCourse {
  /// The rate of the first months.
  let first: Double
  /// The rate of each month, as a multiple of the first; the same for three months each.
  let factors: [Double]
  /// For each month, the children who turn 18 in it: the chance of each to be in care until then.
  private(set) var birthdays: [Month: [Double]] = [:]

  init(
    _ counts: ChildCounts, _ rates: ChildRates, cohort: Int, joiners: Double, months: Int
  ) {
    var (leaving, staying) = (
      [Double](repeating: 0, count: months), [Double](repeating: 0, count: months)
    )
    for child in counts.present[cohort] {
      let adult = child.turns18.map { counts.last.distance(to: $0) } ?? .max
      var here = 1.0
      for ahead in 0..<months {
        staying[ahead] += here
        if adult == ahead + 1 {
          birthdays[counts.last.advanced(by: adult), default: []].append(here)
          break
        }
        let month = counts.last.advanced(by: ahead)
        let rate = rates.leaving(
          cohort, Stage(born: child.born, joined: child.joined, at: month))
        leaving[ahead] += here * rate
        here *= 1 - rate
      }
    }
    let models = counts.recent[cohort]
    let weight = joiners / Double(max(models.count, 1))
    for model in models {
      // The child joins anew in each coming month, at the age of then: after so many months of
      // stay, all who joined that long ago or longer before the end are at the same point.
      var here = weight
      for stay in 0..<max(0, months - 1) where here > 0 {
        let month = model.joined.advanced(by: stay)
        let isLast = model.turns18.map { $0 <= month.advanced(by: 1) } ?? false
        let rate =
          isLast
          ? 1 : rates.leaving(cohort, Stage(born: model.born, joined: model.joined, at: month))
        for ahead in stay + 1..<months {
          staying[ahead] += here
          leaving[ahead] += here * rate
        }
        here *= 1 - rate
      }
    }
    let usual = rates.leaving[cohort]
    let quarterly = stride(from: 0, to: months, by: 3).map { first -> Double in
      let quarter = first..<min(first + 3, months)
      let (gone, there) = (leaving[quarter].reduce(0, +), staying[quarter].reduce(0, +))
      return there > 0 ? min(1, gone / there) : usual
    }
    let start = quarterly.first.map { $0 > 0 ? $0 : usual } ?? usual
    first = start
    factors = start > 0 ? (0..<months).map { quarterly[$0 / 3] / start } : []
  }
}
