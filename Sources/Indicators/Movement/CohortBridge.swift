import LookedAfter

/// The change of a cohort between two months, as the movements that are recorded or that cases make.
///
/// Counts do not tell one child from another, so they seldom explain all of a change: the remainder is
/// shown, and belongs to nothing.
public struct CohortBridge: Sendable {
  /// Some children who moved alike.
  public struct Movement: Sendable {
    /// The id of what moved them: a measure, or a route out of care.
    public let id: String
    /// What moved them.
    public let name: String
    /// The branch that it is a line of; nil for none.
    public let branch: String?
    /// What they add to the number.
    public let change: Int
    /// Where it is from; nil for cases.
    public let provenance: Provenance?
  }

  /// The cohort.
  public let cohort: Cohort
  /// The number at the beginning.
  public let before: Snapshot
  /// The number at the end.
  public let after: Snapshot
  /// The children at the beginning.
  public let opening: Recorded<Int>
  /// The children at the end.
  public let closing: Recorded<Int>
  /// The movements, those in before those out.
  public let movements: [Movement]
  /// Months of the span for which no movement is recorded.
  public let silentMonths: [Month]

  /// The change.
  public var change: Int { closing.value - opening.value }
  /// What no movement explains.
  public var remainder: Int { change - movements.reduce(0) { $0 + $1.change } }

  /// Takes the change of a cohort apart; nil where either month has no number of it.
  public init?(of id: CohortID, in history: History, from first: Month, to last: Month) {
    guard first < last, let cohort = history.scheme[id],
      let before = Self.snapshot(of: id, in: history, first),
      let after = Self.snapshot(of: id, in: history, last), let opening = before[id],
      let closing = after[id]
    else { return nil }
    self.cohort = cohort
    self.before = before
    self.after = after
    self.opening = opening
    self.closing = closing
    let months = (1...first.distance(to: last)).map { first.advanced(by: $0) }
    var found: [Movement] = []
    var silent = Set(months)
    for counted in Self.counted(of: cohort, in: history) {
      for measure in Self.lines(of: counted.measure, in: history) {
        var number = 0
        var provenance: Provenance?
        for month in months {
          guard let count = history.count(of: measure.id, in: month) else { continue }
          silent.remove(month)
          number += count.value
          provenance = count.provenance
        }
        guard number > 0 else { continue }
        found.append(
          Movement(
            id: measure.id.rawValue, name: measure.name,
            branch: Self.branch(of: measure.id, in: history),
            change: counted.isIn ? number : -number, provenance: provenance))
      }
    }
    found += Self.exits(of: cohort, in: history, months: first.advanced(by: 1)...last)
    movements = found.filter { $0.change > 0 } + found.filter { $0.change < 0 }
    silentMonths = silent.sorted()
  }

  /// The month before with a number of the cohort, where a change is counted from without a word.
  public static func monthBefore(_ month: Month, of id: CohortID, in history: History) -> Month? {
    history.months.last { $0 < month && snapshot(of: id, in: history, $0) != nil }
  }

  private static func snapshot(of id: CohortID, in history: History, _ month: Month) -> Snapshot? {
    history.snapshots(for: month).first { $0[id] != nil }
  }

  /// The counts that the scheme names, or else the joiners under the cohort's own status and the
  /// leavers by its expected exit.
  private static func counted(of cohort: Cohort, in history: History) -> [CountedMovement] {
    guard cohort.movements.isEmpty else { return cohort.movements }
    if cohort.id == .total {
      return [.init(measure: "started", isIn: true), .init(measure: "ceased", isIn: false)]
    }
    let joined = MeasureID(rawValue: "started.\(cohort.id.rawValue)")
    return (history.catalogue[joined] == nil ? [] : [.init(measure: joined, isIn: true)])
      + (cohort.exitReason.map { [.init(measure: $0, isIn: false)] } ?? [])
  }

  /// The lines below a measure, or the measure where it has none.
  private static func lines(of id: MeasureID, in history: History) -> [Measure] {
    let below = history.catalogue.measures(below: id).filter { !isSum($0.id) }
    return below.isEmpty ? [history.catalogue[id]].compactMap { $0 } : below
  }

  /// A figure that adds up others is no movement beside them.
  private static func isSum(_ id: MeasureID) -> Bool { id == "ceased.orders_ended" }

  private static func branch(of id: MeasureID, in history: History) -> String? {
    guard let dot = id.rawValue.lastIndex(of: ".") else { return nil }
    return history.catalogue[MeasureID(rawValue: String(id.rawValue[..<dot]))]?.name
  }

  /// Children of the cohort whose cases came to the aim of a route out of care that no count of the
  /// cohort stands for. Each child once, and not one whose proceedings are counted already.
  private static func exits(
    of cohort: Cohort, in history: History, months: ClosedRange<Month>
  ) -> [Movement] {
    let book = history.cases
    let counted = counted(of: cohort, in: history).filter { !$0.isIn }.map(\.measure.rawValue)
    var gone: Set<String> = []
    if counted.contains(where: { $0.hasPrefix("proceedings") }) {
      gone = Set(
        book.cases(on: "proceedings").filter { each in
          each.moves.contains { move in
            months.contains(move.date.month)
              && book.routes[each.route]?[move.stage]?.role == .ended
          }
        }.map(\.child))
    }
    var numbers: [CaseRouteID: Int] = [:]
    var names: [CaseRouteID: String] = [:]
    for route in book.routes.exits {
      guard let aim = route.stages.first(where: { $0.role == .achieved }) else { continue }
      // A route whose orders are counted among the leavers already stands there.
      let isCounted =
        route.id == "sgo" && counted.contains("ceased.sgo")
        || route.id == "discharge" && counted.contains("ceased.discharged")
        || route.id == "adoption" && counted.contains("ceased.adoption")
        || counted.contains("ceased")
      guard !isCounted else { continue }
      names[route.id] = aim.name
      for each in book.cases(on: route.id)
      where each.facts.cohort == cohort.id
        && each.moves.contains(where: {
          $0.stage == aim.id && months.contains($0.date.month)
        }) && gone.insert(each.child).inserted
      {
        numbers[route.id, default: 0] += 1
      }
    }
    return book.routes.exits.compactMap { route in
      guard let number = numbers[route.id], let name = names[route.id] else { return nil }
      return Movement(
        id: "cases.\(route.id)", name: name, branch: nil, change: -number, provenance: nil)
    }
  }
}
