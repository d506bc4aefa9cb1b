import Documents
import Indicators
import LookedAfter

/// Cases themselves, for the prompt: no paper shows them.
public enum CaseDocuments {
  /// The most cases that a list shows on the screen.
  private static let shown = 200

  /// The cases on some routes and at some stages, those longest in their stage first.
  ///
  /// - Parameters:
  ///   - history: what is recorded.
  ///   - route: only this route; nil for all.
  ///   - stage: only this stage; nil for every live one.
  ///   - day: as they stood at the end of it.
  ///   - isWhole: whether every case is listed, as in a file, or no more than fit a screen or two.
  public static func list(
    _ history: History, route: CaseRoute?, stage: CaseStageID?, day: CivilDate,
    isWhole: Bool = false
  ) -> Document {
    let book = history.cases
    let isWanted = book.routes.all.map { own in
      own.stages.map { at in
        (route == nil || own.id == route?.id) && stage.map { $0 == at.id } ?? at.isLive
      }
    }
    var found: [CaseBook.Standing] = []
    book.forEachStanding(at: day) { standing in
      if isWanted[standing.route][standing.stage] { found.append(standing) }
    }
    found.sort { ($0.arrival, $0.index) < ($1.arrival, $1.index) }
    let stageName = stage.flatMap { stage in
      (route.map { [$0] } ?? book.routes.all).lazy.compactMap { $0[stage]?.name }.first
    }
    let words = [route?.shortName, stageName].compactMap { $0 }
    let title = words.isEmpty ? "Live cases" : "Cases: \(words.joined(separator: ", "))"
    guard !found.isEmpty else {
      return Document(
        title: title, asAt: "\(day)",
        blocks: [.paragraph("There is no such case on \(day.inWords).")])
    }
    let isCut = !isWhole && found.count > shown
    let more = isCut ? ", the first \(shown) of \(Prose.figures(found.count))" : ""
    let children = Set(found.map(\.child)).count
    let live = stage == nil ? ("live case", "live cases") : ("case", "cases")
    let sentence =
      "\(Prose.sentence(Prose.count(found.count, live.0, live.1)).dropLast()) of"
      + " \(Prose.children(children)) on \(day.inWords)."
    let note = isCut ? " To see every one, add: --format csv, or --output cases.csv" : ""
    let table = Table(
      id: "cases", caption: "Cases on \(day.inWords), longest in their stage first\(more)",
      columns: [
        Column(id: "case", title: "Case", kind: .rowHeader),
        Column(id: "route", title: "Route", kind: .label),
        Column(id: "stage", title: "Stage", kind: .label),
        Column(id: "weeks", title: "Weeks", kind: .number),
        Column(id: "month", title: "Planned or to revisit", kind: .label),
        Column(id: "cohort", title: "Cohort", kind: .label),
      ], rows: found.prefix(isCut ? shown : found.count).map { row(of: $0, history, day) })
    return Document(
      title: title, asAt: "\(day)",
      blocks: [
        .paragraph(sentence + note), .table(table),
      ])
  }

  private static func row(
    of standing: CaseBook.Standing, _ history: History, _ day: CivilDate
  ) -> Row {
    let each = history.cases.cases[standing.index]
    let route = history.cases.routes.all[standing.route]
    let month = each.moves[standing.move].month
    return Row([
      .text(each.child), .text(route.shortName), .text(route.stages[standing.stage].name),
      .quantity(Durations.weeks(day.dayNumber - standing.arrival)),
      month.map { Cell(.text("\($0)"), display: $0.inWords) } ?? .notApplicable,
      .text(each.facts.cohort.flatMap { history.scheme[$0]?.shortName } ?? ""),
    ])
  }

  /// Everything recorded of the cases of a child.
  public static func child(_ child: String, _ history: History) -> Document {
    let cases = history.cases.cases(of: child)
    var blocks: [Block] = []
    for each in cases {
      guard let route = history.cases.routes[each.route] else { continue }
      blocks.append(.heading(level: 1, text: route.name))
      let facts = facts(each.facts, history)
      if !facts.isEmpty { blocks.append(.paragraph(facts)) }
      let rows = each.moves.enumerated().map { index, move in
        let isSlip = index > 0 && each.moves[index - 1].stage == move.stage
        return Row([
          .text(move.date.inWords),
          .text(isSlip ? "Slipped" : route[move.stage]?.name ?? move.stage.rawValue),
          move.month.map { Cell(.text("\($0)"), display: $0.inWords) } ?? .notApplicable,
          .text(
            [reason(move, route, history), move.note].compactMap { $0 }.joined(separator: "; ")),
        ])
      }
      blocks.append(
        .table(
          Table(
            id: "case-\(route.id.typed)", caption: "\(child), \(route.shortName): what happened",
            columns: [
              Column(id: "date", title: "On", kind: .rowHeader),
              Column(id: "stage", title: "Came to", kind: .label),
              Column(id: "month", title: "Planned or to revisit", kind: .label),
              Column(id: "why", title: "Why, and remarks", kind: .prose),
            ], rows: rows)))
      if let next = next(each, on: route) { blocks.append(.paragraph(next)) }
    }
    return Document(title: "Case \(child)", blocks: blocks)
  }

  private static func facts(_ facts: CaseFacts, _ history: History) -> String {
    let parts = [
      facts.cohort.map { "Cohort: \(history.scheme[$0]?.name ?? $0.rawValue)." },
      facts.born.map { "Born in \($0.inWords)." },
      facts.entered.map { "In care since \($0.inWords)." },
      facts.family.map { "Family \($0)." },
    ]
    return parts.compactMap { $0 }.joined(separator: " ")
  }

  private static func reason(_ move: CaseMove, _ route: CaseRoute, _ history: History) -> String? {
    guard let reason = move.reason else { return nil }
    guard case .listed(let branch)? = route[move.stage]?.reasons else { return reason }
    return history.catalogue["\(branch).\(reason)"]?.name ?? reason
  }

  /// Where the case can go from here.
  public static func next(_ each: Case, on route: CaseRoute) -> String? {
    guard let stage = each.moves.last.flatMap({ route[$0.stage] }), !stage.next.isEmpty else {
      return nil
    }
    let words = stage.next.map { $0 == stage.id ? "slipped to another month" : $0.typed }
    return "From here: \(words.joined(separator: ", "))."
  }
}
