import Documents
import Indicators
import LookedAfter

extension Section {
  /// Section 5 of the update: orders granted, applications under way, last month's plan, the plan.
  static func reduction(_ history: History, _ month: Month) -> Section {
    var section = Section(heading: "Reduction of the number of children in care")
    let pipeline = history.pipeline(in: .month(month))
    let planned = history.plannedApplications(reportedIn: month)
    guard pipeline != nil || planned != nil else {
      section.sayNothingRecorded(of: "applications", in: month)
      return section
    }
    if let pipeline {
      section.say(granted(pipeline, month))
      section.say(open(pipeline, history, month))
      section.blocks.append(.table(pipelineTable(pipeline, history, month)))
      section.cite(pipeline)
      section.citeMonthBefore(of: history, month)
    }
    section.say(beforeApplication(history, month))
    if let planned {
      section.addPlan(planned, history)
      section.say(SlipSentences.sentence(history, month))
    }
    section.say(carerNotWilling(pipeline))
    return section
  }

  /// The children for whom the assessment recommends an order whose carer is not willing, each route by
  /// itself: what is recommended is not the same.
  private static func carerNotWilling(_ pipeline: Pipeline?) -> String {
    guard let pipeline else { return "" }
    let known = Route.allCases.compactMap { route in
      pipeline[route, .carerNotWilling].map { (route: route, number: $0.value) }
    }
    let lines = known.filter { $0.number > 0 }
    guard !lines.isEmpty else {
      let all = known.isEmpty ? pipeline.known(at: .carerNotWilling) ?? 0 : 0
      return all == 0
        ? ""
        : "For a further \(Prose.children(all)) the assessment is complete and recommends an"
          + " application, but the carer is not willing for now."
    }
    let parts = lines.map { line in
      let aim =
        line.route == .sgo ? "special guardianship" : "the discharge of the care order"
      return "for a further \(Prose.children(line.number)) the assessment recommends \(aim)"
    }
    let whom = lines.count == 1 ? "the carer is" : "in each case the carer is"
    return Prose.sentence("\(Prose.list(parts)), but \(whom) not willing for now")
  }

  /// Where the children stand for whom nothing is planned yet, from cases: identified, being assessed,
  /// recommended.
  private static func beforeApplication(_ history: History, _ month: Month) -> String {
    let short = Set(history.caseShortfalls.filter { $0.month == month }.flatMap(\.routes))
    let routes = history.cases.routes.exits.compactMap { route -> String? in
      guard let ledger = history.cases.ledgers[route.id], !short.contains(route.id),
        ledger.firstMonth.map({ $0 <= month }) ?? false
      else { return nil }
      let stages = route.stages.filter { $0.role == .planning }.compactMap { stage -> String? in
        let number = ledger.stock(at: stage.id, in: month)
        return number == 0 ? nil : "\(number) \(Prose.lowercasedFirst(stage.name))"
      }
      return stages.isEmpty ? nil : "\(route.inSentence) \(Prose.list(stages))"
    }
    return routes.isEmpty
      ? "" : "On the way to an application or a move: \(routes.joined(separator: "; "))."
  }

  /// The applications planned, and what became of the plan before: also an answer by itself.
  static func applications(_ history: History, _ month: Month) -> Section {
    var section = Section(heading: "Planned applications")
    if let planned = history.plannedApplications(reportedIn: month) {
      section.addPlan(planned, history)
      section.say(SlipSentences.sentence(history, month))
    }
    return section
  }

  /// The pipeline: also an answer by itself.
  static func pipeline(_ history: History, _ month: Month) -> Section {
    var section = Section(heading: "Pipeline")
    guard let pipeline = history.pipeline(in: .month(month)) else { return section }
    section.say(open(pipeline, history, month), granted(pipeline, month))
    section.blocks.append(.table(pipelineTable(pipeline, history, month)))
    section.cite(pipeline)
    section.citeMonthBefore(of: history, month)
    return section
  }

  static func pipelineTable(
    _ pipeline: Pipeline, _ history: History, _ month: Month
  ) -> Table {
    MovementTables.pipeline(
      pipeline, before: history.pipeline(in: .month(month.advanced(by: -1))))
  }

  private static func granted(_ pipeline: Pipeline, _ month: Month) -> String {
    let sgo = pipeline[.sgo, .granted].map {
      Prose.count($0.value, "SGO was granted", "SGOs were granted")
    }
    let discharged = pipeline[.discharge, .granted].map {
      Prose.count($0.value, "care order was discharged", "care orders were discharged")
        + " after reunification"
    }
    let parts = [sgo, discharged].compactMap { $0 }
    return parts.isEmpty ? "" : "In \(month.inWords) \(Prose.list(parts))."
  }

  private static func open(_ pipeline: Pipeline, _ history: History, _ month: Month) -> String {
    guard let open = pipeline.open ?? pipeline.statedOpen?.value else { return "" }
    let before = history.pipeline(in: .month(month.advanced(by: -1)))
    let earlier = before.flatMap { $0.open ?? $0.statedOpen?.value }
    guard open > 0 else {
      let was = earlier.flatMap {
        $0 == 0
          ? nil : "; a month earlier there \($0 == 1 ? "was one" : "were \(Prose.number($0))")"
      }
      return "No application was under way at the end of the month\(was ?? "")."
    }
    let stages = Stage.open.compactMap { stage -> String? in
      guard let all = pipeline.known(at: stage) else { return nil }
      let words = stage == .filed ? "filed with the court" : "with legal services"
      let split = parted(Route.allCases.map { ($0, pipeline[$0, stage]?.value) })
      return "\(Prose.noneOr(all)) \(Prose.isSingular(all) ? "is" : "are") \(words)\(split)"
    }
    let split = parted(Route.allCases.map { ($0, pipeline.open($0)) })
    var text =
      "At the end of the month applications were under way for \(Prose.children(open))\(split)"
    text += stages.isEmpty ? "." : ": \(Prose.list(stages))."
    if let number = earlier {
      text += " A month earlier there \(number == 1 ? "was" : "were") \(Prose.figures(number))."
    }
    return text
  }

  /// ` (8 SGO and 5 discharge)`; of one route alone ` (SGO)` or ` (all SGO)`, and blank for none.
  private static func parted(_ numbers: [(route: Route, number: Int?)]) -> String {
    let known = numbers.compactMap { line in line.number.map { (line.route, $0) } }
    let present = known.filter { $0.1 > 0 }
    guard let only = present.first else { return "" }
    guard present.count == 1, known.count > 1 else {
      return " (\(Prose.list(present.map { "\($0.1) \($0.0.name)" })))"
    }
    return only.1 == 1 ? " (\(only.0.name))" : " (all \(only.0.name))"
  }

  /// The month before stands in a column of the table.
  private mutating func citeMonthBefore(of history: History, _ month: Month) {
    if let before = history.pipeline(in: .month(month.advanced(by: -1))) { cite(before) }
  }

  private mutating func cite(_ pipeline: Pipeline) {
    provenance += pipeline.counts.valuesInOrder.flatMap { $0.valuesInOrder.map(\.provenance) }
    cite(pipeline.statedOpen?.provenance)
  }

  private mutating func addPlan(_ planned: PlannedApplications, _ history: History) {
    if planned.outcome.planned == 0, planned.outcome.sent?.value == 0 {
      say("No application had been planned for \(planned.outcome.month.inWords).")
    } else if planned.outcome.isOfNothing {
      // Before the first month with cases nothing was planned that could have been sent.
    } else if !planned.outcome.isEmpty {
      say(outcome(planned.outcome))
      blocks.append(.table(MovementTables.slippage(planned.outcome)))
      cite(planned.outcome.sent?.provenance)
      provenance += planned.outcome.slips.map(\.number.provenance)
    }
    if planned.total == 0 {
      say("No application is planned to go to legal services.")
    } else if let total = planned.total {
      let months =
        planned.plans.count == 1
        ? []
        : planned.plans.map { plan in
          "\(plan.total == 0 ? "none" : Prose.number(plan.total ?? 0)) in \(plan.month.inWords)"
        }
      let applications = Prose.count(total, "application is", "applications are")
      say(
        Prose.sentence(
          "in all, \(applications) planned to go to legal services"
            + (months.isEmpty
              ? " in \(planned.plans[0].month.inWords)" : ": \(Prose.list(months))")))
      blocks.append(.table(MovementTables.planned(planned)))
      provenance += planned.plans.flatMap { plan in
        plan.routes.valuesInOrder.map(\.provenance) + [plan.unsplit?.provenance].compactMap { $0 }
      }
    }
    if let chart = PlannedChart.chart(of: planned) { blocks.append(.chart(chart)) }
  }

  private func outcome(_ outcome: PlanOutcome) -> String {
    let planned = outcome.planned.map {
      "For \(outcome.month.inWords), \(Prose.count($0, "application", "applications")) had been planned"
    }
    let sent = outcome.sent.map {
      "\(Prose.noneOr($0.value)) \(Prose.isSingular($0.value) ? "was" : "were") sent as planned"
    }
    var text = [planned, sent].compactMap { $0 }.joined(separator: "; ")
    if !outcome.slips.isEmpty {
      let slips = outcome.slips.map { slip in
        let remark = slip.remark.map { " (\($0))" } ?? ""
        let month = slip.newMonth.map { "to \($0.inWords)\(remark)" } ?? "with no new month set"
        return "\(Prose.number(slip.number.value)) \(month), \(slip.reason.inSentence)"
      }
      text +=
        (text.isEmpty ? "" : " and ")
        + "\(Prose.number(outcome.slipped)) slipped: \(slips.joined(separator: "; "))"
    }
    return Prose.sentence(text)
  }
}

extension PlanOutcome {
  /// Whether nothing is known to have been planned, and cases alone say that none of it was sent.
  fileprivate var isOfNothing: Bool {
    planned == nil && slips.isEmpty && sent?.value == 0 && sent?.provenance.source?.id == "cases"
  }
}
