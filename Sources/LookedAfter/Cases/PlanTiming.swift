/// In which month's report each move of a case is told.
///
/// That is the month of its day, but for a case that still stands planned when its month ends and is
/// moved in the first days of the next one, before the paper is made: that belongs to the month that
/// ended.
public struct PlanTiming {
  private let moves: [CaseMove]
  /// The role of the stage of each move; nil for a stage that the route has none of.
  let roles: [CaseStage.Role?]
  /// The month of the report of each move.
  let months: [Month]

  /// Up to this day of the next month a move belongs to the report of the month that ended.
  static let fewDays = 14

  /// Looks at the moves of a case, oldest first.
  public init(_ moves: [CaseMove], on route: CaseRoute) {
    self.moves = moves
    let roles = moves.map { route[$0.stage]?.role }
    self.roles = roles
    months = moves.indices.map { index in
      let date = moves[index].date
      guard index > 0, roles[index - 1] == .planned, let target = moves[index - 1].month,
        date.month == target.advanced(by: 1), date.day <= Self.fewDays
      else { return date.month }
      switch roles[index] {
      case .planned, .underWay, .parked: return target
      default: return date.month
      }
    }
  }

  /// What a case is planned for in the report of a month; nil when it is planned for none then.
  public func target(reportedIn month: Month) -> Month? {
    guard let place = months.lastIndex(where: { $0 <= month }) else { return nil }
    if isLateByDays(place), months[place] == month { return month.advanced(by: 1) }
    return roles[place] == .planned ? moves[place].month : nil
  }

  /// Whether a move is a slip: from a plan to another month, the same month, or none.
  public func isSlip(_ index: Int) -> Bool {
    index > 0 && roles[index] == .planned && roles[index - 1] == .planned
  }

  /// The month in whose report a move is told.
  public func month(of index: Int) -> Month { months[index] }

  /// Whether a move sent an application a few days after its month.
  func isLateByDays(_ index: Int) -> Bool {
    moves.indices.contains(index) && roles[index] == .underWay
      && months[index] != moves[index].date.month
  }

  /// What became in its month of a case planned for it.
  ///
  /// - Returns: why it slipped, nil when it was sent; and the place of the move that tells it.
  func outcome(of target: Month, after index: Int) -> (slip: PlanLedger.Slip?, toldBy: Int?) {
    var last = index
    var reason: String?
    var toldBy: Int?
    for place in moves.indices.dropFirst(index + 1) {
      guard months[place] <= target else { break }
      if isLateByDays(place) {
        return (.init(reason: "days_late", month: target.advanced(by: 1)), nil)
      }
      switch roles[place] {
      case .underWay, .achieved: return (nil, nil)
      case .planned:
        if isSlip(place) { toldBy = place }
        reason = moves[place].reason ?? reason
      case .parked: (reason, toldBy) = ("carer", nil)
      case .ended: return (.init(reason: "ended", month: nil), nil)
      default: break
      }
      last = place
    }
    let month = roles[last] == .planned ? moves[last].month : nil
    // It stands planned for the month that is over: the reason of a slip within it, or none at all.
    if month == target { return (.init(reason: reason ?? "not_stated", month: nil), toldBy) }
    return (.init(reason: reason ?? "other", month: month), toldBy)
  }
}
