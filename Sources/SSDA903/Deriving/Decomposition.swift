import LookedAfter
import Pseudonyms

/// The change of a cohort between two days, taken apart into the movements of its children.
public struct Decomposition: Equatable, Sendable {
  /// The cohort; `total` for all looked after children.
  public let cohort: CohortID

  /// The first day.
  public let from: CivilDate

  /// The second day.
  public let to: CivilDate

  /// How many children were in it on the first day.
  public let before: Int

  /// How many children were in it on the second day.
  public let after: Int

  /// The movements, those in before those out, the greatest first. Signed, they are the change.
  public let movements: [Movement]

  /// The change.
  public var change: Int { after - before }

  /// Some children who moved alike.
  public struct Movement: Equatable, Sendable {
    /// What they did.
    public let kind: Kind

    /// How many.
    public let count: Int

    let children: [Int]

    /// Whether they came in.
    public var isIn: Bool {
      switch kind {
      case .started, .cameFrom: true
      case .left, .wentTo, .lost: false
      }
    }

    /// What they add to the change.
    public var signed: Int { isIn ? count : -count }
  }

  /// How children came into a cohort or left it.
  public enum Kind: Hashable, Sendable {
    /// They became looked after.
    case started(EntryRoute)
    /// They were in another cohort before.
    case cameFrom(CohortID)
    /// They left care.
    case left(ExitRoute)
    /// They are in another cohort now.
    case wentTo(CohortID)
    /// They are in no later return, and we ended their period of care.
    case lost
  }

  /// Those in before those out, the greatest first.
  static func inOrder(_ movements: [Movement]) -> [Movement] {
    movements.sorted { left, right in
      if left.isIn != right.isIn { return left.isIn }
      if left.count != right.count { return left.count > right.count }
      return "\(left.kind)" < "\(right.kind)"
    }
  }
}

extension Caseload {
  /// Takes the change of a cohort apart. A child who came and went between the two days is in
  /// neither; one who left care and is back is looked at by where it is.
  ///
  /// - Parameters:
  ///   - cohort: a cohort of the scheme, `unallocated` or `total`.
  ///   - first: the first of the two.
  ///   - second: the second of the two.
  /// - Returns: nil for an id that there is none of.
  public func decompose(
    _ cohort: CohortID, from first: CivilDate, to second: CivilDate
  ) -> Decomposition? {
    let ids = cohortIDs
    let isTotal = cohort == .total
    guard let wanted = isTotal ? 0 : ids.firstIndex(of: cohort), first <= second else { return nil }
    let days = (Day(first), Day(second))
    var before = 0
    var after = 0
    var found: [Decomposition.Kind: [Int]] = [:]
    for child in range {
      let (then, now) = states(of: child, days.0, days.1)
      let wasIn = then.map { isTotal || $0.cohort == wanted } ?? false
      let isIn = now.map { isTotal || $0.cohort == wanted } ?? false
      if wasIn { before += 1 }
      if isIn { after += 1 }
      guard wasIn != isIn else { continue }
      let kind: Decomposition.Kind
      if isIn {
        kind = then.map { .cameFrom(ids[$0.cohort]) } ?? .started(entry(of: child, now?.period))
      } else if let now {
        kind = .wentTo(ids[now.cohort])
      } else {
        kind = exit(of: child, then?.period)
      }
      found[kind, default: []].append(child)
    }
    let movements = Decomposition.inOrder(
      found.map { Decomposition.Movement(kind: $0, count: $1.count, children: $1) })
    return Decomposition(
      cohort: cohort, from: first, to: second, before: before, after: after, movements: movements)
  }

  /// The children of a movement.
  public func children(of movement: Decomposition.Movement, key: PseudonymKey) -> [Pseudonym] {
    var names = PseudonymCache(returns: returns, key: key)
    return movement.children.compactMap { names[$0] }
  }

  private typealias State = (cohort: Int, period: Int)

  private func states(of child: Int, _ first: Day, _ second: Day) -> (State?, State?) {
    var then: State?
    var now: State?
    forEachSpell(of: child) { spell in
      if spell.start <= first, first < spell.end {
        then = (table.cohort(spell.episode, mask: spell.mask), spell.period)
      }
      if spell.start <= second, second < spell.end {
        now = (table.cohort(spell.episode, mask: spell.mask), spell.period)
      }
    }
    return (then, now)
  }

  /// How a child came into a period of care.
  func entry(of number: Int, _ period: Int?) -> EntryRoute {
    guard let period else { return .other }
    let child = returns.children.base[number]
    let start = returns.periods.base[period]
    let first = returns.episodes.base[Int(start.firstEpisode)]
    return EntryRoute(
      first.legalStatus, isUASC: child.isUASC && child.uascEnd > start.start)
  }

  /// How a child left a period of care.
  func exit(of number: Int, _ period: Int?) -> Decomposition.Kind {
    guard let period else { return .left(.unknown) }
    let ended = returns.periods.base[period]
    return ended.marks.contains(.closedAsStale)
      ? .lost : .left(route(of: ended, returns.children.base[number]))
  }
}
