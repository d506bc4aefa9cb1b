import Documents
import Indicators
import LookedAfter

/// What became of the children of a frozen list.
public enum FrozenListAnswer {
  /// Each group of children by where they stand, which together are the list.
  ///
  /// - Parameters:
  ///   - history: what is recorded.
  ///   - list: the list.
  ///   - day: the day on which its children are looked for.
  ///   - showsMembers: whether each child is listed as well: for the authority's own eyes.
  public static func document(
    _ history: History, list: FrozenList, day: CivilDate, showsMembers: Bool = false
  ) -> Document {
    let progress = FrozenProgress(of: list, in: history.cases, on: day)
    var section = Section(heading: "")
    let routes = list.routes.compactMap { history.cases.routes[$0]?.inSentence }
    section.say(
      "\"\(list.name)\" was frozen on \(list.day.inWords): \(Prose.children(list.size)) on the"
        + " \(routes.count == 1 ? "route" : "routes") \(Prose.list(routes)).",
      list.children.isEmpty
        ? ""
        : "By \(day.inWords), \(Prose.noneOr(progress.leftCare)) of them had left care by an order or"
          + " an adoption.")
    section.blocks.append(.table(table(progress, list)))
    if showsMembers { section.blocks.append(.table(members(progress, list))) }
    if list.unknown > 0 { section.sayWhatCannotBeKnown(history, list: list, day: day) }
    return Document(
      answer: section, title: "Progress of \"\(list.name)\" on \(day.inWords)", asAt: day)
  }

  private static func words(of state: FrozenProgress.State) -> (id: String, words: String) {
    switch state {
    case .stage(let route, let stage):
      ("\(route.id).\(stage.id)", "\(route.shortName): \(Prose.lowercasedFirst(stage.name))")
    case .noCase: ("no_case", "No case on record any more")
    case .notKnown: ("not_known", "Not known: there is no case of the child")
    }
  }

  private static func members(_ progress: FrozenProgress, _ list: FrozenList) -> Table {
    Table(
      id: "frozen-members",
      caption:
        "Each child of \"\(list.name)\" on \(progress.day.inWords): for you alone, and for no"
        + " paper",
      columns: [
        Column(id: "case", title: "Case", kind: .rowHeader),
        Column(id: "id", title: "Id", kind: .key),
        Column(id: "state", title: "Where it stands", kind: .label),
      ],
      rows: progress.members.map { child, state in
        let (id, words) = words(of: state)
        return Row([.text(child), .text(id), .text(words)])
      })
  }

  private static func table(_ progress: FrozenProgress, _ list: FrozenList) -> Table {
    let rows = progress.groups.map { group in
      let (id, words) = words(of: group.state)
      return Row([.text(id), .text(words), .integer(group.children)])
    }
    return Table(
      id: "frozen-list", caption: "The children of \"\(list.name)\" on \(progress.day.inWords)",
      columns: [
        Column(id: "id", title: "Id", kind: .key),
        Column(id: "state", title: "Where they stand", kind: .rowHeader),
        Column(id: "children", title: "Children", kind: .number),
      ],
      rows: rows + [
        Row([.text("all"), .text("All of the list"), .integer(progress.total)], isTotal: true)
      ])
  }
}

extension Section {
  /// With counts alone nobody can say which children left; what can be said is of all children.
  fileprivate mutating func sayWhatCannotBeKnown(
    _ history: History, list: FrozenList, day: CivilDate
  ) {
    say(
      "For \(Prose.children(list.unknown)) of the list there is no case, so nobody can say what became"
        + " of them: counts do not tell one child from another.")
    var totals: [Route: Int] = [:]
    var month = list.day.month.advanced(by: 1)
    var months = 0
    var known = 0
    while month <= day.month, months < 600 {
      months += 1
      let pipeline = history.pipeline(in: .month(month))
      for route in Route.allCases {
        guard let number = pipeline?[route, .granted] else { continue }
        totals[route, default: 0] += number.value
        known += 1
        cite(number.provenance)
      }
      month = month.advanced(by: 1)
    }
    guard known > 0 else { return }
    let parts = Route.allCases.compactMap { route in
      totals[route].map {
        route == .sgo
          ? Prose.count($0, "SGO", "SGOs")
          : Prose.count($0, "discharge of a care order", "discharges of care orders")
      }
    }
    let unknown = months * Route.allCases.count - known
    say(
      "Of all children, not of the list, \(Prose.list(parts)) \(totals.values.reduce(0, +) == 1 ? "is" : "are")"
        + " recorded since"
        + (unknown == 0
          ? "."
          : "; for \(Prose.number(unknown)) of \(Prose.number(months * Route.allCases.count)) monthly"
            + " figures nothing is recorded."))
  }
}
