/// What a route's cases are planned for, as each month's report has it, and what came of each plan.
///
/// The plan of a month is what stood planned for it at the end of the month before. Each case of it
/// then either was sent, or slipped for a reason, or ended, or none of these: the four add up. What
/// happens in the first days of a month to a case whose month has just ended is told in the report of
/// the month that ended (`PlanTiming`).
public struct PlanLedger: Sendable {
  /// Why and to when cases slipped.
  public struct Slip: Hashable, Sendable {
    /// The reason: the last part of its id in the closed list.
    public let reason: String
    /// The month planned for now; nil when none is.
    public let month: Month?
  }

  /// What became of the plan of a month.
  public struct Outcome: Sendable, Equatable {
    /// The cases planned for the month at the end of the month before.
    public var planned = 0
    /// Those that were sent to legal services, or for a route without an application, achieved.
    public var sent = 0
    /// Those that were not, by reason and new month.
    public var slips: [Slip: Int] = [:]

    /// All that were not sent.
    public var slipped: Int { slips.values.reduce(0, +) }
  }

  /// A slip that the outcome of no plan tells: it came before the month planned for, or within one
  /// month with the plan itself.
  public struct Besides: Hashable, Sendable {
    /// The month planned for until then; nil when none was.
    public let from: Month?
    /// The month planned for now; nil when none is. It may be the same.
    public let to: Month?
    /// The reason: the last part of its id in the closed list.
    public let reason: String
  }

  private var spans: [Month: [Month: Int]] = [:]
  private var withoutMonth: [Month: Int] = [:]
  private var outcomes: [Month: Outcome] = [:]
  private var besides: [Month: [Besides: Int]] = [:]

  init(route: CaseRoute, cases: [Case], at indexes: [Int]) {
    for index in indexes { add(cases[index], on: route) }
  }

  private mutating func add(_ each: Case, on route: CaseRoute) {
    let moves = each.moves
    let timing = PlanTiming(moves, on: route)
    guard timing.roles.contains(.planned) else { return }
    var told: Set<Int> = []
    for (index, move) in moves.enumerated() where timing.roles[index] == .planned {
      let end = index + 1 < moves.count ? timing.months[index + 1] : nil
      add(move.month, from: timing.months[index], to: end)
      if let target = move.month {
        let eve = target.advanced(by: -1)
        if timing.months[index] <= eve, end.map({ $0 > eve }) ?? true {
          let result = timing.outcome(of: target, after: index)
          if let place = result.toldBy { told.insert(place) }
          add(result.slip, to: target)
        }
        if timing.isLateByDays(index + 1) {
          // Until it was sent it was planned for the month after, and then sent as planned.
          let next = target.advanced(by: 1)
          add(next, from: target, to: next)
          add(nil, to: next)
        }
      }
    }
    for index in moves.indices.dropFirst() where timing.isSlip(index) && !told.contains(index) {
      let slip = Besides(
        from: moves[index - 1].month, to: moves[index].month, reason: moves[index].reason ?? "other"
      )
      besides[timing.months[index], default: [:]][slip, default: 0] += 1
    }
  }

  /// Adds a case that was planned for a month, or for none, from one report up to another.
  private mutating func add(_ target: Month?, from start: Month, to end: Month?) {
    guard end != start else { return }
    if let target {
      spans[target, default: [:]][start, default: 0] += 1
      if let end { spans[target, default: [:]][end, default: 0] -= 1 }
    } else {
      withoutMonth[start, default: 0] += 1
      if let end { withoutMonth[end, default: 0] -= 1 }
    }
  }

  private mutating func add(_ result: Slip?, to target: Month) {
    outcomes[target, default: Outcome()].planned += 1
    if let result {
      outcomes[target, default: Outcome()].slips[result, default: 0] += 1
    } else {
      outcomes[target, default: Outcome()].sent += 1
    }
  }

  // MARK: Asking

  /// The cases planned for a month that is over by the end of another, and neither sent nor slipped.
  public func overdue(reportedIn month: Month) -> [Month: Int] {
    planned(reportedIn: month).filter { $0.key <= month }
  }

  /// The cases planned at the end of a month, by the month that they are planned for.
  public func planned(reportedIn month: Month) -> [Month: Int] {
    spans.compactMapValues { changes in
      let number = changes.reduce(0) { $1.key <= month ? $0 + $1.value : $0 }
      return number == 0 ? nil : number
    }
  }

  /// The cases that are to be planned anew and have no month at the end of a month.
  public func withoutMonth(reportedIn month: Month) -> Int {
    withoutMonth.reduce(0) { $1.key <= month ? $0 + $1.value : $0 }
  }

  /// What became of the plan of a month.
  public func outcome(of month: Month) -> Outcome { outcomes[month] ?? Outcome() }

  /// The slips of a month that the outcome of no plan tells; each slip of a case is told once, here or
  /// there.
  public func besides(reportedIn month: Month) -> [Besides: Int] { besides[month] ?? [:] }
}
