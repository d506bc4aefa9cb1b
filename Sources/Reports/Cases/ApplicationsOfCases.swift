import Documents
import Indicators
import LookedAfter

extension Section {
  /// The planned applications as an answer by itself: what was on time, why the rest slipped, what
  /// was forecast, and where there are cases, each of them by month.
  static func applicationsAnswer(_ history: History, _ month: Month) -> Section {
    var section = Section.applications(history, month)
    section.say(onTime(history, month), withoutMonth(history, month), overdue(history, month))
    section.say(forecast(history, month))
    let year = slippage(history, month)
    if year.rows.count > 1 { section.blocks.append(.table(year)) }
    let chart = chart(history, month)
    if !chart.rows.isEmpty { section.blocks.append(.table(chart)) }
    return section
  }

  private static func outcomes(_ history: History, _ month: Month) -> [PlanOutcome] {
    (-11...0).compactMap {
      history.plannedApplications(reportedIn: month.advanced(by: $0))?.outcome
    }
    .filter { !$0.isEmpty }
  }

  private static func onTime(_ history: History, _ month: Month) -> String {
    guard let outcome = history.plannedApplications(reportedIn: month)?.outcome,
      let planned = outcome.planned, let sent = outcome.sent?.value, planned > 0
    else { return "" }
    var text = "Sent on time in \(month.inWords): \(Prose.share(sent, of: planned))."
    let known = outcomes(history, month).filter { $0.planned != nil && $0.sent != nil }
    if known.count > 1 {
      let all = known.reduce(0) { $0 + ($1.planned ?? 0) }
      let onTime = known.reduce(0) { $0 + ($1.sent?.value ?? 0) }
      text +=
        " In the \(Prose.number(known.count)) months of the last twelve that are known:"
        + " \(Prose.share(onTime, of: all))."
    }
    return text
  }

  private static func withoutMonth(_ history: History, _ month: Month) -> String {
    let number = history.cases.routes.all.filter { $0.kind == .application }
      .reduce(0) { $0 + (history.cases.plans[$1.id]?.withoutMonth(reportedIn: month) ?? 0) }
    return number == 0
      ? ""
      : "\(Prose.sentence(Prose.count(number, "case", "cases")).dropLast()) slipped and"
        + " \(number == 1 ? "has" : "have") no new month."
  }

  private static func overdue(_ history: History, _ month: Month) -> String {
    var numbers: [Month: Int] = [:]
    for route in history.cases.routes.all where route.kind == .application {
      let overdue = history.cases.plans[route.id]?.overdue(reportedIn: month) ?? [:]
      numbers.merge(overdue, uniquingKeysWith: +)
    }
    guard let first = numbers.keys.min() else { return "" }
    let number = numbers.values.reduce(0, +)
    return "\(Prose.sentence(Prose.count(number, "application is", "applications are")).dropLast())"
      + " overdue: the month planned for is over, and \(number == 1 ? "it was" : "they were") neither"
      + " sent nor moved to another; the earliest was planned for \(first.inWords)."
  }

  /// What was expected for some months that hold this one, beside what was sent and is planned.
  private static func forecast(_ history: History, _ month: Month) -> String {
    var expected: [(route: Route, number: Int)] = []
    var period: (first: Month, last: Month)?
    for route in Route.allCases {
      for observation in history.observations(of: "forecast.\(route.rawValue)") {
        guard case .months(let first, let last) = observation.period, first <= month, month <= last,
          let number = observation.count?.value, period.map({ $0 == (first, last) }) ?? true
        else { continue }
        period = (first, last)
        expected.append((route, number))
      }
    }
    guard let period else { return "" }
    var sent = 0
    for offset in 0...max(0, period.first.distance(to: month)) {
      let past = period.first.advanced(by: offset)
      sent += history.plannedApplications(reportedIn: past)?.outcome.sent?.value ?? 0
    }
    let plans = history.plannedApplications(reportedIn: month)?.plans ?? []
    let planned = plans.filter { $0.month > month && $0.month <= period.last }
      .reduce(0) { $0 + ($1.total ?? 0) }
    let all = expected.reduce(0) { $0 + $1.number }
    let split = Prose.list(expected.map { "\($0.number) \($0.route.name)" })
    let span = Period.months(period.first, period.last).inWords
    return "For \(span) \(Prose.figures(all)) applications were forecast (\(split));"
      + " \(Prose.noneOr(sent)) \(Prose.isSingular(sent) ? "was" : "were") sent as planned and"
      + " \(Prose.noneOr(planned)) \(Prose.isSingular(planned) ? "is" : "are") planned, which makes"
      + " \(Prose.figures(sent + planned))."
  }

  private static func slippage(_ history: History, _ month: Month) -> Table {
    var slips: [MeasureID: [Explanation.Input]] = [:]
    var numbers: [MeasureID: Int] = [:]
    for outcome in outcomes(history, month) {
      for slip in outcome.slips {
        numbers[slip.reason.id, default: 0] += slip.number.value
        slips[slip.reason.id, default: []].append(
          .init("\(Prose.lowercasedFirst(slip.reason.name)), \(outcome.month.inWords)", slip.number)
        )
      }
    }
    for past in (-11...0).map({ month.advanced(by: $0) }) {
      for line in SlipSentences.lines(history, past) {
        let id = MeasureID(rawValue: "planned.slipped.\(line.slip.reason)")
        guard let reason = history.catalogue[id] else { continue }
        numbers[id, default: 0] += line.number
        slips[id, default: []].append(
          .init(
            "\(Prose.lowercasedFirst(reason.name)), \(past.inWords), beside the plan",
            "\(line.number)", source: "the cases"))
      }
    }
    let rows = history.catalogue.measures(below: "planned.slipped").compactMap { reason -> Row? in
      guard let number = numbers[reason.id], number > 0 else { return nil }
      return Row([
        .text(reason.id.rawValue), .text(reason.name),
        .sum(
          number, "applications that slipped: \(Prose.lowercasedFirst(reason.name))",
          formula: "the sum of the months", of: slips[reason.id] ?? []),
      ])
    }
    let total = Row(
      [
        .text("all"), .text("All that slipped"),
        .sum(
          numbers.values.reduce(0, +), "applications that slipped",
          formula: "the sum of the reasons and months",
          of: slips.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap(\.value)),
      ], isTotal: true)
    return Table(
      id: "slippage-by-reason", caption: "Slippage by reason, twelve months to \(month.inWords)",
      columns: [
        Column(id: "id", title: "Id", kind: .key),
        Column(id: "reason", title: "Reason", kind: .rowHeader),
        Column(id: "applications", title: "Applications", kind: .number),
      ], rows: rows.isEmpty ? [] : rows + [total])
  }

  // MARK: By case

  /// The most cases that a chart shows: a screen or two.
  private static let chartRows = 40

  /// Each live application by month: what happened in it, and what is planned.
  private static func chart(_ history: History, _ month: Month) -> Table {
    let months = (-3...4).map { month.advanced(by: $0) }
    let book = history.cases
    let isShown = book.routes.all.map { route in
      route.stages.map {
        route.kind == .application && ($0.role == .planned || $0.role == .underWay)
      }
    }
    var found: [CaseBook.Standing] = []
    book.forEachStanding(at: month.lastDay) { standing in
      if isShown[standing.route][standing.stage] { found.append(standing) }
    }
    found.sort { ($0.arrival, $0.index) < ($1.arrival, $1.index) }
    let more =
      found.count > chartRows ? ", the first \(chartRows) of \(Prose.figures(found.count))" : ""
    let rows = found.prefix(chartRows).map { standing in
      let each = book.cases[standing.index]
      let route = book.routes.all[standing.route]
      let timing = PlanTiming(each.moves, on: route)
      let cells = months.map { marks(of: each, in: $0, upTo: month, timing, on: route) }
      return Row(
        [.text(each.child), .text(route.shortName), .text(route.stages[standing.stage].name)]
          + cells)
    }
    return Table(
      id: "application-chart",
      caption:
        "Applications by month, longest in their stage first\(more): A assessed, P plan made,"
        + " S slipped, L to legal services, F filed, > planned for, ! overdue, - waiting",
      columns: [
        Column(id: "case", title: "Case", kind: .rowHeader),
        Column(id: "route", title: "Route", kind: .label),
        Column(id: "stage", title: "Stage", kind: .label),
      ] + months.map { Column(id: "\($0)", title: "\($0.shortName)", kind: .label) },
      rows: rows)
  }

  private static func marks(
    of each: Case, in month: Month, upTo last: Month, _ timing: PlanTiming, on route: CaseRoute
  ) -> Cell {
    var text = ""
    for (index, move) in each.moves.enumerated()
    where month <= last
      && (timing.isSlip(index) ? timing.month(of: index) : move.date.month) == month
    {
      let before = index > 0 ? route[each.moves[index - 1].stage]?.role : nil
      switch route[move.stage]?.role {
      case .planned: text += timing.isSlip(index) ? "S" : "P"
      case .underWay: text += before == .underWay ? "F" : "L"
      case .planning where index > 0: text += "A"
      default: break
      }
    }
    if let target = timing.target(reportedIn: last) {
      if target == month, month > last { text += ">" }
      if target <= last, month == last { text += "!" }
    }
    if text.isEmpty, month <= last, let stage = each.stage(at: month.lastDay),
      route[stage]?.role == .planned || route[stage]?.role == .underWay
    {
      text = "-"
    }
    return text.isEmpty ? .notApplicable : .text(text)
  }
}
