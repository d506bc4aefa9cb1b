import Documents
import Indicators
import LookedAfter

extension Section {
  /// Who left care in the twelve months, by route: the year's own figure where one is recorded, or
  /// else the months that are.
  static func discharges(_ context: PaperContext) -> Section {
    var section = Section(heading: "")
    let (history, year) = (context.history, context.year)
    if let whole = history.observation(of: "ceased.orders_ended", in: year)?.count {
      let routes = [
        ("ceased.sgo", "by a special guardianship order"),
        ("ceased.discharged", "by the discharge of the care order after going home"),
      ]
      .compactMap { measure, words in
        history.observation(of: MeasureID(rawValue: measure), in: year)?.count.map { ($0, words) }
      }
      let parts = routes.map { "\(Prose.figures($0.0.value)) \($0.1)" }
      section.say(
        "From \(year.inWords), \(Prose.children(whole.value)) left care because an order was made or"
          + " ended" + (parts.isEmpty ? "." : ": \(Prose.list(parts))."))
      section.cite(whole.provenance)
      section.provenance += routes.map(\.0.provenance)
    }
    let table = leaversTable(context)
    section.say(table.remark)
    if let table = table.table { section.blocks.append(.table(table)) }
    section.provenance += table.provenance
    if section.blocks.isEmpty {
      section.say("Nothing is recorded of the children who left care in the twelve months.")
    }
    return section
  }

  /// Leavers by reason in the months of the year that are recorded, the last month apart.
  private static func leaversTable(
    _ context: PaperContext
  ) -> (table: Table?, remark: String, provenance: [Provenance]) {
    let (history, month) = (context.history, context.month)
    let months = (0..<12).map { month.advanced(by: $0 - 11) }
    let flows = months.compactMap { month in
      history.flows(in: .month(month)).map { (month, $0.left) }
    }.filter { !$0.1.isEmpty }
    guard !flows.isEmpty else { return (nil, "", []) }
    var sums: [MeasureID: Int] = [:]
    for (_, left) in flows {
      for line in left.lines { sums[line.measure.id, default: 0] += line.number.value }
    }
    let last = flows.last { $0.0 == month }?.1
    let reasons = history.catalogue.measures(below: "ceased").filter { sums[$0.id] != nil }
    let rows = reasons.map { reason in
      Row([
        .text(reason.id.rawValue), .text(reason.name), .integer(sums[reason.id]),
        .integer(
          last.map { left in left.lines.first { $0.measure.id == reason.id }?.number.value ?? 0 }),
      ])
    }
    let whole = flows.compactMap(\.1.total).reduce(0, +)
    let names = Prose.list(flows.map(\.0.inWords))
    let remark =
      flows.count == 12
      ? "" : "By month, the reasons for leaving are recorded for \(names) only."
    let table = Table(
      id: "leavers",
      caption:
        "Children who left care by reason, \(flows.count == 12 ? context.year.inWords : names)",
      columns: [
        Column(id: "id", title: "Id", kind: .key),
        Column(id: "reason", title: "Reason", kind: .rowHeader),
        Column(id: "children", title: "Children, all these months", kind: .number),
        Column(id: "last", title: "Of them in \(month.inWords)", kind: .number),
      ],
      rows: rows + [
        Row(
          [.text("ceased"), .text("All who left care"), .integer(whole), .integer(last?.total)],
          isTotal: true)
      ])
    let provenance = flows.flatMap { $0.1.lines.map(\.number.provenance) }
    return (table, remark, provenance)
  }

  /// The applications under way at the end of the month, and on the newest day that is recorded.
  static func applicationsNow(_ context: PaperContext) -> Section {
    let (history, month) = (context.history, context.month)
    var section = Section.pipeline(history, month)
    let newest = history.pipelinePeriods.last { period in
      guard case .day(let day) = period else { return false }
      return day > month.lastDay && day <= context.lastDay
    }
    if let newest, let later = history.pipeline(in: newest),
      let filed = later.known(at: .filed), let legal = later.known(at: .withLegal)
    {
      let sum = filed + legal
      let same = history.pipeline(in: .month(month))?.open == sum
      section.say(
        "On \(newest.inWords), \(Prose.number(filed)) were filed with the court and"
          + " \(Prose.number(legal)) with legal services: \(Prose.figures(sum)) in all"
          + (same ? ", the same as at the end of \(month.inWords)." : "."))
      for number in later.unsplit.valuesInOrder { section.cite(number.provenance) }
    }
    if section.blocks.isEmpty {
      section.sayNothingRecorded(of: "applications under way", in: month)
    }
    return section
  }

  /// What is expected to be with legal services or granted, by when, and what it comes to if all of it
  /// succeeds.
  static func expectedByADate(_ context: PaperContext) -> Section {
    let (history, month) = (context.history, context.month)
    var section = Section.applications(history, month)
    let forecasts = history.observations(of: "forecast.with_legal").filter {
      ($0.period.lastDay ?? month.lastDay) <= context.lastDay
    }
    if let forecast = forecasts.last, let number = forecast.count,
      let by = Month(iso: forecast.detail)
    {
      section.say(
        "On \(forecast.period.inWords) it was expected that \(Prose.count(number.value, "application", "applications"))"
          + " would be with legal services by \(by.inWords).")
      section.cite(number.provenance)
    }
    if let open = history.pipeline(in: .month(month))?.open,
      let planned = history.plannedApplications(reportedIn: month)?.total,
      let last = history.plannedApplications(reportedIn: month)?.plans.last?.month,
      let total = history.snapshotWithTotal(for: month)?.total?.value
    {
      section.say(
        "The \(Prose.figures(open)) under way and the \(Prose.figures(planned)) planned up to"
          + " \(last.inWords) are \(Prose.children(open + planned)). Were every one of them granted, and"
          + " did as many children join as leave by other routes, \(Prose.figures(total - open - planned))"
          + " would be looked after. That is a bound and no forecast.")
    }
    if section.blocks.isEmpty {
      section.sayNothingRecorded(of: "planned applications", in: month)
    }
    return section
  }

  /// Children with kinship foster carers, now and before.
  static func kinship(_ context: PaperContext) -> Section {
    var section = Section(heading: "")
    let known = context.history.observations(of: "kinship.foster").filter {
      ($0.period.lastDay ?? context.lastDay) <= context.lastDay && $0.count != nil
    }
    guard let last = known.last, let now = last.count else {
      section.say("Nothing is recorded of kinship foster care.")
      return section
    }
    let day = { (observation: Observation) in
      (observation.asAt ?? observation.period.lastDay)?.inWords ?? observation.period.inWords
    }
    let earlier = known.dropLast().last
    let comparison = earlier.flatMap { before in
      before.count.map {
        ", \(Prose.comparison(now.value - $0.value)) the \(Prose.figures($0.value)) on \(day(before))"
      }
    }
    section.say(
      "On \(day(last)) \(Prose.children(now.value)) lived with kinship foster carers\(comparison ?? "")."
    )
    section.cite(now.provenance, earlier?.provenance)
    return section
  }

  /// Children on the way to adoption.
  static func adoption(_ context: PaperContext) -> Section {
    var section = Section(heading: "")
    let (history, month) = (context.history, context.month)
    if let orders = history.snapshot(for: month)?["placement_orders"] {
      let before = history.monthBefore(month).flatMap { history.snapshot(for: $0) }
      let comparison = before.flatMap { snapshot in
        snapshot["placement_orders"].map {
          ", \(Prose.comparison(orders.value - $0.value)) the \(Prose.figures($0.value))"
            + " \(snapshot.onAsAtInWords)"
        }
      }
      section.say(
        "\(Prose.sentence(Prose.children(orders.value)).dropLast()) \(orders.value == 1 ? "was" : "were")"
          + " on placement orders\(comparison ?? "").")
      section.cite(orders.provenance)
    }
    let planned = history.proceedings(in: month)?.open.lines.first {
      $0.measure.id == "proceedings.open.adoption"
    }
    if let planned {
      section.say(
        "Of the children in care proceedings, \(Prose.lines([planned])).")
      section.cite(planned.number.provenance)
    }
    if section.blocks.isEmpty { section.sayNothingRecorded(of: "adoption", in: month) }
    return section
  }

  /// The what-if scenarios that were chosen.
  static func whatIf(_ context: PaperContext) -> Section {
    var section = Section(heading: "")
    for scenario in context.scenarios {
      section.say("\(scenario.name): \(scenario.sentences)")
      if let figures = scenario.figures { section.blocks.append(.table(figures)) }
      if let chart = scenario.chart { section.blocks.append(.chart(chart)) }
      section.say(scenario.basis)
    }
    if context.scenarios.isEmpty { section.say("No what-if scenario was chosen for this paper.") }
    return section
  }

  /// What committees asked for, and what came of it, the frozen lists among it.
  static func askedBefore(_ context: PaperContext) -> Section {
    var section = Section(heading: "")
    let history = context.history
    let asked = history.resolutions(asKnownOn: context.lastDay)
    if asked.isEmpty {
      section.say("Nothing is recorded of what committees asked for before.")
    } else {
      let open = asked.count(where: \.isOpen)
      section.say(
        "Of the \(Prose.count(asked.count, "point", "points")) asked for before,"
          + " \(Prose.noneOr(asked.count - open)) \(Prose.isSingular(asked.count - open) ? "has" : "have") been"
          + " answered and \(Prose.noneOr(open)) \(Prose.isSingular(open) ? "is" : "are") open.")
      section.blocks.append(
        .table(
          ResolutionsAnswer.table(
            asked.filter(\.isOpen) + asked.filter { !$0.isOpen }, withCommittee: false)))
      section.provenance += asked.map(\.provenance)
    }
    let day = context.month.lastDay
    for list in history.cases.frozenLists where list.day <= day {
      section.blocks += FrozenListAnswer.document(history, list: list, day: day).blocks
    }
    return section
  }

  /// The average cost of the children now, and of the change on the year.
  static func cost(_ context: PaperContext) -> Section {
    var section = Section(heading: "")
    let (history, month) = (context.history, context.month)
    let average = history.observations(of: "cost.average_per_child").last {
      ($0.period.lastMonth ?? month) <= month
    }?.count
    guard let average, let total = history.snapshotWithTotal(for: month)?.total else {
      section.sayNothingRecorded(of: "the cost of a looked after child", in: month)
      return section
    }
    let then = history.snapshotWithTotal(for: month.advanced(by: -12))?.total
    let change = then.map { then -> String in
      let difference = total.value - then.value
      let words =
        difference == 0
        ? "no change"
        : "\(CostAnswer.money(abs(difference) * average.value)) \(difference < 0 ? "less" : "more")"
      return " Against the \(Prose.figures(then.value)) of twelve months before that is \(words)."
    }
    section.say(
      "At an average of \(CostAnswer.money(average.value)) for a child in a year, the"
        + " \(Prose.children(total.value)) cost \(CostAnswer.money(total.value * average.value)) in a full"
        + " year.\(change ?? "") An average overstates the saving where a cheap placement ends, and"
        + " understates it for a residential one.")
    section.cite(average.provenance, total.provenance, then?.provenance)
    return section
  }
}
