/// All cases of an authority, as they stand or as they were known on a day.
public struct CaseBook: Sendable {
  /// The routes that the cases follow.
  public let routes: CaseRoutes
  /// The cases, in the order of child and route.
  public let cases: [Case]
  /// The lists that were frozen, in the order in which they were.
  public let frozenLists: [FrozenList]
  /// When the last of it was recorded, as `yyyy-mm-ddThh:mm:ssZ`; blank without a case.
  public let recordedAt: String
  /// The stages of each route by month.
  public let ledgers: [CaseRouteID: StageLedger]
  /// The plans of each route by month.
  public let plans: [CaseRouteID: PlanLedger]

  private let places: [CaseKey: Int]
  let columns: CaseColumns

  /// A book without a case.
  public static let empty = CaseBook(routes: CaseRoutes([]), cases: [])

  /// Makes a book; cases on routes that are not in the table are left out of every sum.
  public init(
    routes: CaseRoutes, cases: [Case], frozenLists: [FrozenList] = [], recordedAt: String = ""
  ) {
    self.routes = routes
    self.cases = cases
    self.frozenLists = frozenLists
    self.recordedAt = recordedAt
    columns = CaseColumns(of: cases, on: routes)
    var places: [CaseKey: Int] = [:]
    places.reserveCapacity(cases.count)
    var byRoute: [CaseRouteID: [Int]] = [:]
    var indexes: [[Int]] = Array(repeating: [], count: routes.all.count)
    for (index, each) in cases.enumerated() {
      places[each.key] = index
      let route = Int(columns.routes[index])
      if route >= 0 { indexes[route].append(index) }
    }
    for (route, indexes) in zip(routes.all, indexes) where !indexes.isEmpty {
      byRoute[route.id] = indexes
    }
    self.places = places
    // The monthly update gives the routes with an application together: where one of them has cases,
    // the others have none rather than an unknown number.
    let applications = routes.all.filter { $0.kind == .application }
    if applications.contains(where: { byRoute[$0.id] != nil }) {
      for route in applications { byRoute[route.id] = byRoute[route.id] ?? [] }
    }
    var ledgers: [CaseRouteID: StageLedger] = [:]
    var plans: [CaseRouteID: PlanLedger] = [:]
    for (id, indexes) in byRoute {
      guard let route = routes[id] else { continue }
      ledgers[id] = StageLedger(route: route, cases: cases, columns: columns, at: indexes)
      if route.stages.contains(where: { $0.role == .planned }) {
        plans[id] = PlanLedger(route: route, cases: cases, at: indexes)
      }
    }
    self.ledgers = ledgers
    self.plans = plans
  }

  /// Whether there is neither a case nor a list.
  public var isEmpty: Bool { cases.isEmpty && frozenLists.isEmpty }

  /// The case of a child on a route.
  public subscript(key: CaseKey) -> Case? { places[key].map { cases[$0] } }

  /// The cases of a child, in the order of the routes.
  public func cases(of child: String) -> [Case] {
    routes.all.compactMap { self[CaseKey(child: child, route: $0.id)] }
  }

  /// The id of a child that differs from one at most in the case of its letters: the same id where
  /// there is a case of it.
  public func child(like id: String) -> String? {
    if !cases(of: id).isEmpty { return id }
    let folded = id.lowercased()
    return cases.first { $0.child.lowercased() == folded }?.child
  }

  /// The cases on a route.
  public func cases(on route: CaseRouteID) -> [Case] { cases.filter { $0.route == route } }

  /// Whether any case of a route that a test accepts was opened by the end of a month.
  public func hasCases(upTo month: Month, on isWanted: (CaseRoute) -> Bool) -> Bool {
    routes.all.contains { route in
      isWanted(route) && (ledgers[route.id]?.firstMonth.map { $0 <= month } ?? false)
    }
  }

  /// The book with some cases as they are now; one that is nil there is taken out.
  public func replacing(
    _ changed: [(key: CaseKey, now: Case?)], routes: CaseRoutes, recordedAt: String
  ) -> CaseBook {
    if cases.isEmpty {
      var added = changed.compactMap(\.now)
      let isSorted = zip(added, added.dropFirst()).allSatisfy { $0.key < $1.key }
      if !isSorted { added.sort { $0.key < $1.key } }
      return CaseBook(
        routes: routes, cases: added, frozenLists: frozenLists,
        recordedAt: max(self.recordedAt, recordedAt))
    }
    var byKey: [CaseKey: Case?] = [:]
    byKey.reserveCapacity(changed.count)
    for (key, now) in changed { byKey[key] = .some(now) }
    var kept: [Case] = []
    kept.reserveCapacity(cases.count + changed.count)
    for each in cases {
      guard let now = byKey.removeValue(forKey: each.key) else {
        kept.append(each)
        continue
      }
      if let now { kept.append(now) }
    }
    let added = byKey.values.compactMap { $0 }
    if !added.isEmpty {
      kept += added
      kept.sort { $0.key < $1.key }
    }
    return CaseBook(
      routes: routes, cases: kept, frozenLists: frozenLists,
      recordedAt: max(self.recordedAt, recordedAt))
  }

  /// The list of a name, whatever the case of its letters; of several, the one frozen last.
  public func frozenList(named name: String) -> FrozenList? {
    frozenLists.last { $0.name.lowercased() == name.lowercased() }
  }

  /// The last month in which anything happened to a case; nil without one.
  public var lastMonth: Month? { ledgers.values.compactMap(\.lastMonth).max() }
}
