import Indicators
import LookedAfter

/// The sum of a bare what-if while it is being worked out.
struct BareSum {
  let month: Month
  private(set) var total: Int
  private(set) var counts: [CohortID: Int]
  private(set) var steps: [BareWhatIf.Step] = []
  /// The cohorts that a lever takes children out of.
  private(set) var left: Set<CohortID> = []
  private(set) var context: ProjectionContext
  private var applications: [KnownLeavers]
  private let exits: [MeasureID: CohortID]

  init(
    month: Month, total: Int, counts: [CohortID: Int], applications: [KnownLeavers],
    exits: [MeasureID: CohortID], context: ProjectionContext
  ) {
    self.month = month
    self.total = total
    self.counts = counts
    self.applications = applications
    self.exits = exits
    self.context = context
  }

  mutating func add(_ lever: Lever) throws(LeverError) {
    try lever.check(start: month, cohorts: Array(counts.keys) + [.total, FlowModel.remainder])
    switch lever {
    case .joiners(let amount, _, let into, let span):
      let number = try whole(amount, span)
      total += number
      if let into { counts[into, default: 0] += number }
      steps.append(.init(kind: .join, children: number))
    case .leavers(let amount, let route, let from, let span):
      let number = try whole(amount, span)
      try leave(number, from: from ?? route.flatMap { exits[$0] }, route: route, in: span.first)
    case .everyoneLeaves(let ids, let when):
      for id in ids { try leave(counts[id] ?? 0, from: id, route: nil, in: when) }
    case .applications(let change): try settle(change)
    case .move(let number, let from, let to, let when):
      let available = counts[from] ?? 0
      guard number <= available else {
        throw .tooMany(asked: number, available: available, cohort: from, month: when)
      }
      counts[from] = available - number
      counts[to, default: 0] += number
      steps.append(.init(kind: .move(from: from, to: to), children: number))
    case .close(let id, let to, _):
      guard let to, let number = counts[id], number > 0 else { break }
      counts[id] = 0
      counts[to, default: 0] += number
      steps.append(.init(kind: .move(from: id, to: to), children: number))
    case .open: break
    case .population(let number, _): context.population = number
    case .unitCost(let pounds, let cohort, _):
      if let cohort { context.cohortCosts[cohort] = pounds } else { context.averageCost = pounds }
    }
  }

  /// A number of children over the months of a span that has an end; one month otherwise.
  private func whole(_ amount: Amount, _ span: Span) throws(LeverError) -> Int {
    let monthly: Double
    switch amount {
    case .percent: throw .needsRates
    case .exactly(let number), .more(let number): monthly = number
    }
    let months = span.last.map { span.first.distance(to: $0) + 1 } ?? 1
    let number = (monthly * Double(months)).rounded(.toNearestOrAwayFromZero)
    return Int(exactly: min(max(number, -1e9), 1e9)) ?? 0
  }

  private mutating func leave(
    _ number: Int, from: CohortID?, route: MeasureID?, in when: Month
  ) throws(LeverError) {
    let available = min(total, from.flatMap { counts[$0] } ?? total)
    guard number <= available else {
      throw .tooMany(asked: number, available: available, cohort: from, month: when)
    }
    total -= number
    if let from, let count = counts[from] {
      counts[from] = count - number
      left.insert(from)
    }
    steps.append(.init(kind: .leave(from, route), children: number))
  }

  /// Applications that succeed leave: all that are chosen, or the share that is stated.
  private mutating func settle(_ change: ApplicationChange) throws(LeverError) {
    var chosen = applications.indices.filter {
      change.which.holds(applications[$0].reason)
        && (change.route?.covers(applications[$0].route) ?? true)
    }
    chosen.sort { applications[$0].due < applications[$1].due }
    let all = chosen.reduce(0) { $0 + applications[$1].number }
    let made = change.only ?? all
    guard made <= all else { throw .tooManyApplications(asked: made, available: all) }
    let successes = Int(
      (Double(made) * (change.succeed ?? 1)).rounded(.toNearestOrAwayFromZero))
    let available = total
    guard successes <= available else {
      throw .tooMany(
        asked: successes, available: available, cohort: nil, month: month.advanced(by: 1))
    }
    // Those that are made are the earliest; each of them is as likely to succeed as another.
    var rest = made
    let tried = chosen.map { place in
      let number = min(rest, applications[place].number)
      rest -= number
      return number
    }
    for (place, number) in zip(
      chosen, LargestRemainder.parts(of: tried, adding: successes) ?? tried)
    {
      // What has been settled is not there for the next lever.
      applications[place].number = 0
      let cohort = applications[place].cohort
      if let count = counts[cohort] { counts[cohort] = max(0, count - number) }
      if number > 0, counts[cohort] != nil { left.insert(cohort) }
    }
    total -= successes
    steps.append(.init(kind: .applications(change.which), children: successes))
  }
}
