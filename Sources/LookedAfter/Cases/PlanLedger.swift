/// What a route's cases are planned for, as each month's report has it, and what came of each plan.
///
/// The plan of a month is what stood planned for it at the end of the month before. Each case of it
/// then either was sent, or slipped for a reason, or ended, or none of these: the four add up.
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

  private var spans: [Month: [Month: Int]] = [:]
  private var withoutMonth: [Month: Int] = [:]
  private var outcomes: [Month: Outcome] = [:]

  init(route: CaseRoute, cases: [Case], at indexes: [Int]) {
    for index in indexes { add(cases[index], on: route) }
  }

  private mutating func add(_ each: Case, on route: CaseRoute) {
    let moves = each.moves
    for (index, move) in moves.enumerated() {
      guard route[move.stage]?.role == .planned else { continue }
      let start = move.date.month
      let end = index + 1 < moves.count ? moves[index + 1].date.month : nil
      if let end, end == start { continue }
      if let target = move.month {
        spans[target, default: [:]][start, default: 0] += 1
        if let end { spans[target, default: [:]][end, default: 0] -= 1 }
        let eve = target.advanced(by: -1)
        guard start <= eve, end.map({ $0 > eve }) ?? true else { continue }
        add(outcome(of: target, moves: moves, after: index, on: route), to: target)
      } else {
        withoutMonth[start, default: 0] += 1
        if let end { withoutMonth[end, default: 0] -= 1 }
      }
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

  /// What became in its month of a case planned for it; nil when it was sent.
  private func outcome(
    of target: Month, moves: [CaseMove], after index: Int, on route: CaseRoute
  ) -> Slip? {
    var last = moves[index]
    var reason: String?
    for move in moves[(index + 1)...] {
      guard move.date.month <= target else { break }
      switch route[move.stage]?.role {
      case .underWay, .achieved: return nil
      case .planned: reason = move.reason ?? reason
      case .parked: reason = "carer"
      case .ended: return Slip(reason: "ended", month: nil)
      default: break
      }
      last = move
    }
    let isPlanned = route[last.stage]?.role == .planned
    if isPlanned, last.month == target { return late(after: target, moves: moves, on: route) }
    return Slip(reason: reason ?? "other", month: isPlanned ? last.month : nil)
  }

  /// Why a case that still stood planned at the end of its month was not sent: what was written down
  /// in the month after, when the paper is made, or that it was sent a few days late.
  private func late(after target: Month, moves: [CaseMove], on route: CaseRoute) -> Slip {
    let next = moves.first { $0.date.month > target }
    guard let next, next.date.month == target.advanced(by: 1) else {
      return Slip(reason: "not_stated", month: nil)
    }
    switch route[next.stage]?.role {
    case .planned: return Slip(reason: next.reason ?? "not_stated", month: next.month)
    case .underWay where next.date.day <= Self.fewDays:
      return Slip(reason: "days_late", month: next.date.month)
    case .parked: return Slip(reason: "carer", month: nil)
    default: return Slip(reason: "not_stated", month: nil)
    }
  }

  /// Up to this day of the next month an application is late by a few days.
  private static let fewDays = 14

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
}
