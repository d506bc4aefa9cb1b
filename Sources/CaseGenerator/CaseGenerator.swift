import LookedAfter

/// Makes up cases of a fictional authority: parameters in, cases out, the same for the same seed.
///
/// Every case is a walk through the stages of its route by the moves that the table allows, so that
/// whatever it makes up can be recorded. A plan with an end and an outcome is followed to just that
/// day and stage, so that cases agree with a file of plans. Between two known days the moves are
/// spread over at most `longestRun` days before the later one, and an application is planned for the
/// month in which it is sent, or in which it slips.
public struct CaseGenerator: Sendable {
  /// The routes that there are.
  public let routes: CaseRoutes
  /// The reasons of closed lists.
  public let catalogue: MeasureCatalogue
  /// The last day on which anything happens.
  public let lastDay: CivilDate
  /// Of a hundred planned cases, how many slip each month.
  public let slipsInHundred: Int
  /// The most days that the moves before a known day are spread over.
  public let longestRun: Int

  /// Makes a generator.
  public init(
    routes: CaseRoutes, catalogue: MeasureCatalogue, lastDay: CivilDate, slipsInHundred: Int = 35,
    longestRun: Int = 540
  ) {
    self.longestRun = max(1, longestRun)
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
      let moves = moves(of: plan, on: route, using: &random)
      made[key] = Case(child: plan.child, route: plan.route, facts: plan.facts, moves: moves)
    }
    return made.values.sorted { $0.key < $1.key }
  }

  // MARK: Walking

  private func moves(
    of plan: Plan, on route: CaseRoute, using random: inout some RandomNumberGenerator
  ) -> [CaseMove] {
    var steps: [(stage: CaseStageID, day: CivilDate)] = []
    for leg in plan.legs {
      let from = steps.last?.day ?? plan.start
      let end = max(min(leg.day ?? lastDay, lastDay), from)
      let isDated = leg.day.map { $0 <= lastDay } ?? false
      var stages: [CaseStageID]
      if let wanted = leg.stage, route[wanted] != nil {
        stages = path(from: steps.last?.stage, to: wanted, via: leg.via, on: route, using: &random)
      } else {
        stages = stroll(on: route, isOver: isDated, using: &random)
      }
      if steps.isEmpty, let opening = stages.first {
        steps.append((opening, plan.start))
        stages.removeFirst()
      }
      let days = days(stages.count, from: from, to: end, endsThere: isDated, using: &random)
      steps += zip(stages, days).map { ($0, $1) }
      if !isDated { break }
    }
    var moves: [CaseMove] = []
    for (index, step) in steps.enumerated() {
      guard let stage = route[step.stage] else { break }
      let next = index + 1 < steps.count ? steps[index + 1] : nil
      moves.append(
        move(to: stage, on: step.day, after: moves.last, before: next, on: route, using: &random))
    }
    return moves
  }

  /// The shortest way to a stage through others, with slips on it; of a case that is to be opened, with
  /// the opening.
  private func path(
    from start: CaseStageID?, to wanted: CaseStageID, via: [CaseStageID], on route: CaseRoute,
    using random: inout some RandomNumberGenerator
  ) -> [CaseStageID] {
    // A stage that no move leads to stands as the opening, where the route allows that.
    guard start != nil || shortest(from: route.opening.id, to: wanted, on: route) != nil else {
      return [wanted]
    }
    var last = start ?? route.opening.id
    var steps = start == nil ? [last] : []
    for target in via + [wanted] {
      guard let way = shortest(from: last, to: target, on: route) else { continue }
      steps += way
      last = target
    }
    return withSlips(steps, on: route, using: &random)
  }

  /// The stages after one on the shortest way to another; nil when none leads there.
  private func shortest(
    from start: CaseStageID, to wanted: CaseStageID, on route: CaseRoute
  ) -> [CaseStageID]? {
    guard start != wanted else { return [] }
    var before: [CaseStageID: CaseStageID] = [:]
    var queue = [start]
    var place = 0
    while place < queue.count, before[wanted] == nil {
      let stage = queue[place]
      place += 1
      for next in route[stage]?.next ?? [] where before[next] == nil && next != start {
        before[next] = stage
        queue.append(next)
      }
    }
    var steps: [CaseStageID] = []
    var stage: CaseStageID? = wanted
    while let last = stage, last != start {
      steps.append(last)
      stage = before[last]
    }
    return stage == start ? steps.reversed() : nil
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

  /// Days in their order, evenly spread with some chance, of which the last is the end where it is
  /// known.
  private func days(
    _ count: Int, from start: CivilDate, to end: CivilDate, endsThere: Bool,
    using random: inout some RandomNumberGenerator
  ) -> [CivilDate] {
    guard count > 0 else { return [] }
    let first = max(start.dayNumber, end.dayNumber - longestRun)
    let span = max(0, end.dayNumber - first)
    var numbers = (0..<count).map { index in
      first + span * index / count + Int.random(in: 0...(span / count), using: &random)
    }
    if endsThere { numbers[count - 1] = end.dayNumber }
    return numbers.map { start.advanced(by: $0 - start.dayNumber) }
  }

  private func move(
    to stage: CaseStage, on day: CivilDate, after before: CaseMove?,
    before next: (stage: CaseStageID, day: CivilDate)?, on route: CaseRoute,
    using random: inout some RandomNumberGenerator
  ) -> CaseMove {
    let isSlip = before?.stage == stage.id
    var month: Month?
    var reason: String?
    if stage.role == .planned {
      month = target(of: day, before: next, using: &random)
      // A slip to the month that was planned already has no new month.
      if isSlip, month == before?.month || Int.random(in: 0..<8, using: &random) == 0 {
        month = nil
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

  /// The month that is planned for: the one in which the case moves on, or else one of the next.
  private func target(
    of day: CivilDate, before next: (stage: CaseStageID, day: CivilDate)?,
    using random: inout some RandomNumberGenerator
  ) -> Month {
    guard let next else {
      return max(lastDay.month, day.month).advanced(by: Int.random(in: 1...3, using: &random))
    }
    // Of some plans it is written down only in the month after that they slipped.
    let isLate = next.day.day < 10 && Int.random(in: 0..<3, using: &random) == 0
    return max(day.month, next.day.month.advanced(by: isLate ? -1 : 0))
  }
}
