import LookedAfter

/// What became of the children of a frozen list by a later day.
public struct FrozenProgress: Sendable {
  /// Where a child stands.
  public enum State: Hashable, Sendable {
    /// At a stage of a route out of care: the furthest of the child's routes.
    case stage(CaseRoute, CaseStage)
    /// The child was on the list, and no case of the child is recorded by that day any more.
    case noCase
    /// The list is known to have more children than there are cases of.
    case notKnown
  }

  /// Children in one state.
  public struct Group: Sendable, Equatable {
    /// The state.
    public let state: State
    /// How many; the groups together are always the size of the list.
    public let children: Int
  }

  /// The list.
  public let list: FrozenList
  /// The day.
  public let day: CivilDate
  /// The groups, the furthest first.
  public let groups: [Group]
  /// Each child with a case, and where it stands, in the order of the groups.
  public let members: [(child: String, state: State)]

  /// Looks up each child of a list.
  public init(of list: FrozenList, in book: CaseBook, on day: CivilDate) {
    self.list = list
    self.day = day
    var numbers: [State: Int] = [:]
    let states = list.children.map { (child: $0, state: Self.state(of: $0, in: book, on: day)) }
    for (_, state) in states { numbers[state, default: 0] += 1 }
    members = states.enumerated().sorted {
      (Self.rank($0.element.state, book) + [$0.offset])
        < (Self.rank($1.element.state, book) + [$1.offset])
    }.map(\.element)
    if list.unknown > 0 { numbers[.notKnown] = list.unknown }
    groups = numbers.map { Group(state: $0.key, children: $0.value) }
      .sorted { Self.rank($0.state, book) < Self.rank($1.state, book) }
  }

  /// The children together: the size of the list.
  public var total: Int { groups.reduce(0) { $0 + $1.children } }

  /// How many left care by an order or an adoption.
  public var leftCare: Int {
    groups.reduce(0) { sum, group in
      guard case .stage(let route, let stage) = group.state, stage.role == .achieved,
        route.isPermanence
      else { return sum }
      return sum + group.children
    }
  }

  private static func state(of child: String, in book: CaseBook, on day: CivilDate) -> State {
    let states = book.routes.exits.compactMap { route -> State? in
      guard let each = book[CaseKey(child: child, route: route.id)],
        let stage = each.stage(at: day).flatMap({ route[$0] })
      else { return nil }
      return .stage(route, stage)
    }
    return states.min { rank($0, book) < rank($1, book) } ?? .noCase
  }

  /// Left care first, then home, then by how far the route has come, then over without it.
  private static func rank(_ state: State, _ book: CaseBook) -> [Int] {
    switch state {
    case .noCase: return [8]
    case .notKnown: return [9]
    case .stage(let route, let stage):
      let role =
        switch stage.role {
        case .achieved: route.isPermanence ? 0 : 1
        case .underWay: 2
        case .planned: 3
        case .planning, .open: 4
        case .parked: 5
        case .ended: 6
        }
      return [
        role, -(route.index(of: stage.id) ?? 0), book.routes.index(of: route.id) ?? 0,
      ]
    }
  }
}

extension [Int] {
  fileprivate static func < (left: [Int], right: [Int]) -> Bool {
    left.lexicographicallyPrecedes(right)
  }
}

extension FrozenList {
  /// A list of the children who are on some routes on a day, with neither the end nor the aim of the
  /// route reached.
  public init(
    name: String, freezing routes: [CaseRouteID], in book: CaseBook, on day: CivilDate,
    statedSize: Int? = nil
  ) {
    let children = book.cases.filter { each in
      guard routes.contains(each.route), let stage = each.stage(at: day) else { return false }
      return book.routes[each.route]?[stage]?.isLive ?? false
    }
    self.init(
      name: name, day: day, routes: routes, children: children.map(\.child), statedSize: statedSize)
  }
}
