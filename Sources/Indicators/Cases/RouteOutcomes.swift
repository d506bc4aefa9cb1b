import LookedAfter

/// How long children waited from coming into care to a permanent home, by route.
public struct Permanence: Sendable, Equatable {
  /// The route.
  public let route: CaseRoute
  /// From the day of coming into care to the day that the route was achieved.
  public let durations: Durations
  /// Children who achieved it and whose day of coming into care is not known.
  public let withoutEntry: Int

  /// The routes to a permanent home, each with those that achieved it in some months.
  public static func all(in book: CaseBook, during months: ClosedRange<Month>) -> [Permanence] {
    let routes = book.routes.all.filter(\.isPermanence)
    var days: [CaseRouteID: [Int]] = [:]
    var unknown: [CaseRouteID: Int] = [:]
    for each in book.cases {
      guard let route = book.routes[each.route], route.isPermanence,
        let achieved = each.moves.last(where: {
          route[$0.stage]?.role == .achieved && months.contains($0.date.month)
        })
      else { continue }
      if let entered = each.facts.entered, entered <= achieved.date {
        days[route.id, default: []].append(achieved.date.dayNumber - entered.dayNumber)
      } else {
        unknown[route.id, default: 0] += 1
      }
    }
    return routes.filter { book.ledgers[$0.id] != nil }.map {
      Permanence(
        route: $0, durations: Durations(days[$0.id] ?? []), withoutEntry: unknown[$0.id] ?? 0)
    }
  }
}

/// How long care proceedings lasted that were concluded in some months.
public struct ProceedingsLength: Sendable, Equatable {
  /// The weeks within which proceedings are to be concluded.
  public static let limit = 26
  /// From the opening to the conclusion.
  public let concluded: Durations
  /// From the opening to the day, of those still open.
  public let open: Durations

  /// The lengths on a route whose cases open and end, such as care proceedings.
  public init(in book: CaseBook, on route: CaseRouteID, during months: ClosedRange<Month>) {
    let day = months.upperBound.lastDay
    var concluded: [Int] = []
    var open: [Int] = []
    for each in book.cases where each.route == route {
      // A case that was opened again after it ended has another beginning.
      var start: CivilDate?
      for move in each.moves where move.date <= day {
        if book.routes[route]?[move.stage]?.role == .ended {
          if let start, months.contains(move.date.month) {
            concluded.append(move.date.dayNumber - start.dayNumber)
          }
          start = nil
        } else {
          start = start ?? move.date
        }
      }
      if let start { open.append(day.dayNumber - start.dayNumber) }
    }
    self.concluded = Durations(concluded)
    self.open = Durations(open)
  }
}

/// The children of cases to whom one of the three events called "reunified" came in some months.
public struct HomeEvents: Sendable, Equatable {
  /// The children of each event. A child may be under several, so they are never added up.
  public let children: [HomeEvent: Int]

  /// Counts the children of each event, each child once.
  public init(in book: CaseBook, during months: ClosedRange<Month>) {
    var children: [HomeEvent: Set<String>] = [:]
    for each in book.cases {
      guard let route = book.routes[each.route] else { continue }
      for move in each.moves where months.contains(move.date.month) {
        if let event = route[move.stage]?.homeEvent {
          children[event, default: []].insert(each.child)
        }
      }
    }
    self.children = children.mapValues(\.count)
  }
}
