import LookedAfter

/// Makes up cases of a fictional authority: parameters in, cases out, the same for the same seed.
///
/// Every case is a walk through the stages of its route by the moves that the table allows, so that
/// whatever it makes up can be recorded. A plan with an end and an outcome is followed to just that
/// day and stage, so that cases agree with a file of plans.
public struct CaseGenerator: Sendable {
  /// A child with a plan: what a line of a plan file says.
  public struct Plan: Sendable, Equatable {
    /// The pseudonym.
    public let child: String
    /// The route.
    public let route: CaseRouteID
    /// The day on which the plan began: the case is opened on it.
    public let start: CivilDate
    /// The day on which it ended; nil while it is live.
    public let end: CivilDate?
    /// The stage at which it ended, or, of a live one, where it stands now; nil leaves it to chance.
    public let stage: CaseStageID?
    /// What is known of the child.
    public let facts: CaseFacts

    /// Makes a plan.
    public init(
      child: String, route: CaseRouteID, start: CivilDate, end: CivilDate? = nil,
      stage: CaseStageID? = nil, facts: CaseFacts = CaseFacts()
    ) {
      self.child = child
      self.route = route
      self.start = start
      self.end = end
      self.stage = stage
      self.facts = facts
    }
  }

  /// The routes that there are.
  public let routes: CaseRoutes
  /// The reasons of closed lists.
  public let catalogue: MeasureCatalogue
  /// The last day on which anything happens.
  public let lastDay: CivilDate
  /// Of a hundred planned cases, how many slip each month.
  public let slipsInHundred: Int

  /// Makes a generator.
  public init(
    routes: CaseRoutes, catalogue: MeasureCatalogue, lastDay: CivilDate, slipsInHundred: Int = 35
  ) {
    self.routes = routes
    self.catalogue = catalogue
    self.lastDay = lastDay
    self.slipsInHundred = min(max(slipsInHundred, 0), 100)
  }

  /// The cases of some plans, in the order of child and route.
  ///
  /// A plan of a route that is not in the table, one that begins after the last day, and the second
  /// of two for one child on one route are left out.
  public func cases(
    of plans: [Plan], using random: inout some RandomNumberGenerator
  ) -> [Case] {
    var made: [CaseKey: Case] = [:]
    for plan in plans {
      let key = CaseKey(child: plan.child, route: plan.route)
      guard made[key] == nil, let route = routes[plan.route], plan.start <= lastDay else {
        continue
      }
      let end = min(plan.end ?? lastDay, lastDay)
      let moves = walk(
        on: route, from: plan.start, to: max(end, plan.start), endsAt: plan.stage,
        isOver: plan.end.map { $0 <= lastDay } ?? false, using: &random)
      made[key] = Case(child: plan.child, route: plan.route, facts: plan.facts, moves: moves)
    }
    return made.values.sorted { $0.key < $1.key }
  }

  // MARK: Walking

  private func walk(
    on route: CaseRoute, from start: CivilDate, to end: CivilDate, endsAt wanted: CaseStageID?,
    isOver: Bool, using random: inout some RandomNumberGenerator
  ) -> [CaseMove] {
    let steps: [CaseStageID]
    if let wanted, route[wanted] != nil {
      steps = path(on: route, to: wanted, using: &random)
    } else {
      steps = stroll(on: route, isOver: isOver, using: &random)
    }
    let days = days(steps.count, from: start, to: end, endsThere: isOver, using: &random)
    var moves: [CaseMove] = []
    for (stage, day) in zip(steps, days) {
      guard let stage = route[stage] else { break }
      moves.append(move(to: stage, on: day, after: moves.last, on: route, using: &random))
    }
    return moves
  }

  /// The shortest way to a stage, with slips and other ways round on it.
  private func path(
    on route: CaseRoute, to wanted: CaseStageID, using random: inout some RandomNumberGenerator
  ) -> [CaseStageID] {
    var before: [CaseStageID: CaseStageID] = [:]
    var queue = [route.opening.id]
    var place = 0
    while place < queue.count {
      let stage = queue[place]
      place += 1
      for next in route[stage]?.next ?? [] where before[next] == nil && next != route.opening.id {
        before[next] = stage
        queue.append(next)
      }
    }
    var steps = [wanted]
    while let last = steps.last, last != route.opening.id, let earlier = before[last] {
      steps.append(earlier)
    }
    steps.reverse()
    // A stage that no move leads to stands as the opening, where the route allows that.
    if steps.first != route.opening.id { return [wanted] }
    return withSlips(steps, on: route, using: &random)
  }

  private func withSlips(
    _ steps: [CaseStageID], on route: CaseRoute, using random: inout some RandomNumberGenerator
  ) -> [CaseStageID] {
    steps.flatMap { step -> [CaseStageID] in
      guard route[step]?.role == .planned, route[step]?.next.contains(step) ?? false else {
        return [step]
      }
      var slips = [step]
      while slips.count < 4, Int.random(in: 0..<100, using: &random) < slipsInHundred {
        slips.append(step)
      }
      return slips
    }
  }

  /// A walk by chance, of two to nine steps, which ends where a case can be over if it has to.
  private func stroll(
    on route: CaseRoute, isOver: Bool, using random: inout some RandomNumberGenerator
  ) -> [CaseStageID] {
    var steps = [route.opening.id]
    let length = Int.random(in: isOver ? 2...9 : 1...9, using: &random)
    while steps.count < 30, let last = steps.last, let stage = route[last] {
      let isEnd = !stage.isLive
      if isOver ? steps.count >= length && isEnd : steps.count >= length { break }
      guard let next = stage.next.randomElement(using: &random) else { break }
      steps.append(next)
    }
    return steps
  }

  /// Days in their order, the first on the start and, of a case that is over, the last on the end.
  private func days(
    _ count: Int, from start: CivilDate, to end: CivilDate, endsThere: Bool,
    using random: inout some RandomNumberGenerator
  ) -> [CivilDate] {
    let span = max(0, end.dayNumber - start.dayNumber)
    var offsets = (0..<max(0, count - 1)).map { _ in Int.random(in: 0...span, using: &random) }
    offsets.sort()
    if endsThere, !offsets.isEmpty { offsets[offsets.count - 1] = span }
    return [start] + offsets.map { start.advanced(by: $0) }
  }

  private func move(
    to stage: CaseStage, on day: CivilDate, after before: CaseMove?, on route: CaseRoute,
    using random: inout some RandomNumberGenerator
  ) -> CaseMove {
    let isSlip = before?.stage == stage.id
    var month: Month?
    var reason: String?
    if stage.role == .planned {
      let ahead = Int.random(in: 0...3, using: &random)
      month = day.month.advanced(by: ahead)
      if isSlip, let earlier = before?.month {
        // Later than it was, or for one in six, none set.
        let later = max(earlier.advanced(by: 1), day.month)
        month = Int.random(in: 0..<6, using: &random) == 0 ? nil : later.advanced(by: ahead)
      }
    } else if stage.role == .parked {
      month = day.month.advanced(by: 6)
    }
    let rules = CaseRules(route: route, today: day, catalogue: catalogue)
    switch stage.reasons {
    case .listed where stage.role != .planned || isSlip:
      reason = rules.reasons(at: stage).randomElement(using: &random)
    case .anyWords: reason = "plan changed"
    default: break
    }
    return CaseMove(to: stage.id, on: day, month: month, reason: reason)
  }
}
