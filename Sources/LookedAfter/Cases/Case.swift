/// A child on one route, under a pseudonym, with everything that happened on it.
///
/// It holds the least that the monthly update needs: no name, no day of birth, no address.
public struct Case: Sendable, Equatable {
  /// The pseudonym of the child.
  public let child: String
  /// The route.
  public let route: CaseRouteID
  /// What is known of the child beside the route.
  public let facts: CaseFacts
  /// What happened, oldest first; the first opens the case.
  public let moves: [CaseMove]

  /// Makes a case; whether its moves are allowed is for `CaseRules` to say.
  public init(child: String, route: CaseRouteID, facts: CaseFacts = CaseFacts(), moves: [CaseMove])
  {
    self.child = child
    self.route = route
    self.facts = facts
    self.moves = moves
  }

  /// What the case is about.
  public var key: CaseKey { CaseKey(child: child, route: route) }

  /// The last move up to the end of a day; nil before the case was opened.
  public func move(at day: CivilDate) -> CaseMove? { moves.last { $0.date <= day } }

  /// The stage at the end of a day; nil before the case was opened.
  public func stage(at day: CivilDate) -> CaseStageID? { move(at: day)?.stage }

  /// The day on which the case came to the stage where it stands at the end of a day: slips and
  /// other moves from a stage to itself do not count as coming there.
  public func arrival(at day: CivilDate) -> CivilDate? {
    guard let place = moves.lastIndex(where: { $0.date <= day }) else { return nil }
    var first = place
    while first > 0, moves[first - 1].stage == moves[place].stage { first -= 1 }
    return moves[first].date
  }
}

/// What tells one case from another: a child is on a route at most once at a time.
public struct CaseKey: Hashable, Sendable, Comparable {
  /// The pseudonym of the child.
  public let child: String
  /// The route.
  public let route: CaseRouteID

  /// Makes a key.
  public init(child: String, route: CaseRouteID) {
    self.child = child
    self.route = route
  }

  /// Orders cases by child, then by the id of the route.
  public static func < (left: CaseKey, right: CaseKey) -> Bool {
    (left.child, left.route.rawValue) < (right.child, right.route.rawValue)
  }
}

/// What is known of the child of a case; whatever is not known is nil.
public struct CaseFacts: Sendable, Equatable {
  /// The cohort of the child when the case was opened.
  public var cohort: CohortID?
  /// The month of birth.
  public var born: Month?
  /// The day on which the child came into care.
  public var entered: CivilDate?
  /// A pseudonym of the family, where families are counted.
  public var family: String?

  /// Makes facts.
  public init(
    cohort: CohortID? = nil, born: Month? = nil, entered: CivilDate? = nil, family: String? = nil
  ) {
    self.cohort = cohort
    self.born = born
    self.entered = entered
    self.family = family
  }
}

/// One thing that happened to a case: it came to a stage on a day.
public struct CaseMove: Sendable, Equatable {
  /// The stage.
  public let stage: CaseStageID
  /// The day.
  public let date: CivilDate
  /// The month planned for, or the month in which to look at a parked case again.
  public let month: Month?
  /// Why: an id of the closed list where there is one, or else words.
  public let reason: String?
  /// A remark.
  public let note: String?

  /// Makes a move.
  public init(
    to stage: CaseStageID, on date: CivilDate, month: Month? = nil, reason: String? = nil,
    note: String? = nil
  ) {
    self.stage = stage
    self.date = date
    self.month = month
    self.reason = reason
    self.note = note
  }
}
