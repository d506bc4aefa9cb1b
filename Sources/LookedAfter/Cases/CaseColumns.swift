/// The moves of all cases as plain numbers, one behind the other: what is asked of every case of a
/// large authority, such as where it stands on a day, is then a matter of milliseconds.
struct CaseColumns: Sendable {
  /// The place of each case's route in the table; -1 for a route that is not in it.
  private(set) var routes: [Int32] = []
  /// Where the moves of each case begin, and behind the last case where they end.
  private(set) var starts: [Int32] = [0]
  /// The day of each move, as its day number.
  private(set) var days: [Int32] = []
  /// The place of each move's stage in its route; -1 for a stage that is not in it.
  private(set) var stages: [Int32] = []
  /// A number for the child of each case, the same for cases of one child that stand together.
  private(set) var children: [Int32] = []
  /// The place of each case's cohort in `cohortIDs`; -1 for none.
  private(set) var cohorts: [Int32] = []
  /// The cohorts that cases name, in the order of their first case.
  private(set) var cohortIDs: [CohortID] = []

  init(of cases: [Case], on routes: CaseRoutes) {
    self.routes.reserveCapacity(cases.count)
    starts.reserveCapacity(cases.count + 1)
    children.reserveCapacity(cases.count)
    cohorts.reserveCapacity(cases.count)
    var places: [CohortID: Int32] = [:]
    var child: String?
    var last: (id: CaseRouteID, index: Int)?
    for each in cases {
      if last?.id != each.route {
        last = routes.index(of: each.route).map { (each.route, $0) }
      }
      let index = last?.id == each.route ? last?.index : nil
      self.routes.append(Int32(index ?? -1))
      children.append((children.last ?? 0) + (child == each.child ? 0 : 1))
      child = each.child
      var cohort: Int32 = -1
      if let id = each.facts.cohort {
        if let known = places[id] {
          cohort = known
        } else {
          cohort = Int32(truncatingIfNeeded: cohortIDs.count)
          places[id] = cohort
          cohortIDs.append(id)
        }
      }
      cohorts.append(cohort)
      for move in each.moves {
        days.append(Int32(truncatingIfNeeded: move.date.dayNumber))
        stages.append(Int32(index.flatMap { routes.all[$0].index(of: move.stage) } ?? -1))
      }
      starts.append(Int32(truncatingIfNeeded: days.count))
    }
  }
}

extension CaseBook {
  /// Where a case stands at the end of a day.
  public struct Standing: Sendable {
    /// The place of the case in `cases`.
    public let index: Int
    /// The place of its route in `routes.all`.
    public let route: Int
    /// The place of its stage in the route.
    public let stage: Int
    /// The place of the move that brought it where it stands, slips included.
    public let move: Int
    /// A number for the child, the same for all cases of a child.
    public let child: Int
    /// The place of the child's cohort in `cohortIDs`; nil where it is not known.
    public let cohort: Int?
    /// The day on which it came to the stage, as a day number; slips do not count as coming there.
    public let arrival: Int
  }

  /// The cohorts that cases name.
  public var cohortIDs: [CohortID] { columns.cohortIDs }

  /// Hands every case that was opened by the end of a day to `body`, in the order of the cases; cases
  /// on routes or at stages that are not in the table are passed over.
  public func forEachStanding(at day: CivilDate, _ body: (Standing) -> Void) {
    let number = Int32(truncatingIfNeeded: day.dayNumber)
    for index in cases.indices {
      let route = columns.routes[index]
      let start = Int(columns.starts[index])
      var place = Int(columns.starts[index + 1]) - 1
      while place >= start, columns.days[place] > number { place -= 1 }
      guard place >= start, route >= 0, columns.stages[place] >= 0 else { continue }
      var first = place
      while first > start, columns.stages[first - 1] == columns.stages[place] { first -= 1 }
      body(
        Standing(
          index: index, route: Int(route), stage: Int(columns.stages[place]), move: place - start,
          child: Int(columns.children[index]),
          cohort: columns.cohorts[index] < 0 ? nil : Int(columns.cohorts[index]),
          arrival: Int(columns.days[first])))
    }
  }
}
