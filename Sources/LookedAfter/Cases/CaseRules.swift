/// Which moves are allowed, by the table of stages.
public struct CaseRules: Sendable {
  /// The route.
  public let route: CaseRoute
  /// The day of recording: nothing has happened after it.
  public let today: CivilDate
  /// The reasons of closed lists.
  public let catalogue: MeasureCatalogue

  /// Makes the rules of a route.
  public init(route: CaseRoute, today: CivilDate, catalogue: MeasureCatalogue) {
    self.route = route
    self.today = today
    self.catalogue = catalogue
  }

  /// Checks a move from where a case stands.
  ///
  /// - Parameters:
  ///   - move: the move.
  ///   - before: the last move of the case; nil when the move opens it.
  /// - Throws: `CaseMoveError`, which names what is allowed instead.
  public func check(_ move: CaseMove, after before: CaseMove?) throws(CaseMoveError) {
    guard let stage = route[move.stage] else {
      throw .noSuchStage(move.stage.rawValue, route: route)
    }
    guard move.date <= today else { throw .inFuture(move.date) }
    guard move.date.month.year >= Self.firstYear else { throw .tooLongAgo(move.date) }
    if let before {
      guard let from = route[before.stage] else {
        throw .noSuchStage(before.stage.rawValue, route: route)
      }
      guard from.next.contains(stage.id) else { throw .notAllowed(from: from, to: stage, route) }
      guard move.date >= before.date else { throw .backInTime(move.date, before: before, from) }
      let isSlip = stage.role == .planned && from.id == stage.id
      if isSlip || stage.role != .planned { try checkReason(of: move, at: stage) }
      if stage.role == .planned, !isSlip, move.month == nil { throw .needsMonth(stage) }
      if isSlip, move == before { throw .sameSlip }
    } else {
      guard route.canOpen(at: stage) else { throw .cannotOpen(stage, route) }
      if stage.role != .planned { try checkReason(of: move, at: stage) }
      if stage.role == .planned, move.month == nil { throw .needsMonth(stage) }
    }
    if let month = move.month {
      guard stage.role == .planned || stage.role == .parked else { throw .takesNoMonth(stage) }
      guard month >= move.date.month, month.year <= today.month.year + 20 else {
        throw .monthNotAhead(month, move.date)
      }
    }
  }

  /// Checks all moves of a case in their order.
  ///
  /// - Throws: the place of the first move that is not allowed, from 0, and why.
  public func check(_ moves: [CaseMove]) throws(CaseMoveError.At) {
    var before: CaseMove?
    for (index, move) in moves.enumerated() {
      do throws(CaseMoveError) { try check(move, after: before) } catch {
        throw CaseMoveError.At(index: index, error: error)
      }
      before = move
    }
  }

  /// The reasons of the closed list of a stage, as they are typed; empty where any words will do.
  public func reasons(at stage: CaseStage) -> [String] {
    guard case .listed(let branch) = stage.reasons else { return [] }
    return catalogue.measures(below: branch).map { Self.tail($0.id, below: branch) }
      .filter { !Self.derivedReasons.contains($0) }
  }

  /// The last part of an id.
  static func tail(_ id: MeasureID, below branch: MeasureID) -> String {
    String(id.rawValue.dropFirst(branch.rawValue.count + 1))
  }

  private func checkReason(of move: CaseMove, at stage: CaseStage) throws(CaseMoveError) {
    switch stage.reasons {
    case .optional: return
    case .anyWords: if move.reason == nil { throw .needsReason(stage, known: []) }
    case .listed:
      let known = reasons(at: stage)
      guard let reason = move.reason else { throw .needsReason(stage, known: known) }
      guard known.contains(reason) else { throw .noSuchReason(reason, known: known) }
    }
  }

  /// Before it, a date is a slip of the hand.
  static let firstYear = 1990

  /// What the sums find out by themselves and nobody records.
  static let derivedReasons: Set<String> = ["ended", "not_stated"]
}

/// Why a move of a case is refused.
public enum CaseMoveError: Error, Equatable, CustomStringConvertible {
  /// The route has no such stage.
  case noSuchStage(String, route: CaseRoute)
  /// The stage cannot be reached from where the case stands.
  case notAllowed(from: CaseStage, to: CaseStage, CaseRoute)
  /// A case cannot begin at the stage.
  case cannotOpen(CaseStage, CaseRoute)
  /// The move is dated before the one before it.
  case backInTime(CivilDate, before: CaseMove, CaseStage)
  /// The move is dated after the day of recording.
  case inFuture(CivilDate)
  /// The move is dated before any child of today was born.
  case tooLongAgo(CivilDate)
  /// The stage needs the month planned for.
  case needsMonth(CaseStage)
  /// The stage takes no month.
  case takesNoMonth(CaseStage)
  /// The month planned for is over already, or decades away.
  case monthNotAhead(Month, CivilDate)
  /// The slip is the one before it once more.
  case sameSlip
  /// The stage needs a reason.
  case needsReason(CaseStage, known: [String])
  /// The reason is none of the closed list.
  case noSuchReason(String, known: [String])

  /// A move that is not allowed, and its place among the moves of the case, from 0.
  public struct At: Error {
    /// The place.
    public let index: Int
    /// Why it is not allowed.
    public let error: CaseMoveError
  }

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .noSuchStage(let text, let route):
      "\"\(text)\" is no stage of the route \(route.inSentence); its stages are"
        + " \(Self.list(route.stages.map(\.id)))."
    case .notAllowed(let from, let to, let route):
      from.next.isEmpty
        ? "The case is closed (\(from.id.typed)), so it cannot move to \(to.id.typed); nothing"
          + " follows that stage of the route \(route.inSentence)."
        : "From \(from.id.typed) a case of the route \(route.inSentence) cannot move to"
          + " \(to.id.typed); it can move to \(Self.list(from.next))."
    case .cannotOpen(let stage, let route):
      "A case of the route \(route.inSentence) cannot begin at \(stage.id.typed); it can begin at"
        + " \(Self.list(route.stages.filter { route.canOpen(at: $0) }.map(\.id)))."
    case .backInTime(let date, let before, let stage):
      "\(date.inWords) is before \(before.date.inWords), when the case came to \(stage.id.typed);"
        + " give a later day, as in: on \(before.date)"
    case .inFuture(let date):
      "\(date.inWords) is still to come, so nothing has happened on it; give the day on which it did."
    case .tooLongAgo(let date):
      "\(date.inWords) is too long ago for a child in care now; check the year."
    case .needsMonth(let stage):
      "The stage \(stage.id.typed) needs the month planned for, as in: planned for jan 2021"
    case .takesNoMonth(let stage):
      "The stage \(stage.id.typed) takes no month; only a plan and a parked case have one."
    case .monthNotAhead(let month, let date):
      "\(month.inWords) cannot be planned for on \(date.inWords); give that month or a later one,"
        + " within twenty years."
    case .sameSlip:
      "That slip is recorded already, with the same day, month and reason; give another day, month or"
        + " reason."
    case .needsReason(let stage, let known):
      known.isEmpty
        ? "The stage \(stage.id.typed) needs a reason; add: because \"…\""
        : "The stage \(stage.id.typed) needs a reason; add: because \(Self.either(known))"
    case .noSuchReason(let reason, let known):
      "\"\(reason)\" is no reason of the list; the reasons are \(Self.either(known))."
    }
  }

  private static func list(_ ids: [CaseStageID]) -> String {
    let words = ids.map(\.typed)
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }

  private static func either(_ words: [String]) -> String {
    list(words.map { CaseStageID(rawValue: $0) })
  }
}

extension CaseRoute {
  /// Whether a case can begin at a stage.
  public func canOpen(at stage: CaseStage) -> Bool {
    stage.role != .ended && (kind == .service || stage.role != .achieved)
  }
}
