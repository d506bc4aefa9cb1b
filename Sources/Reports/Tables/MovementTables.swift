import Documents
import Indicators
import LookedAfter

/// The tables of joiners and leavers, applications, plans and proceedings.
enum MovementTables {
  /// Joiners by legal status and leavers by reason.
  static func flows(_ flows: Flows) -> Table {
    Table(
      id: "flows",
      caption: "Children who became looked after and who left, \(flows.period.inWords)",
      columns: [
        Column(id: "id", title: "Id", kind: .key),
        Column(id: "movement", title: "Movement", kind: .label),
        Column(id: "reason", title: "Legal status or reason", kind: .rowHeader),
        Column(id: "children", title: "Children", kind: .number),
      ],
      rows: rows(of: flows.joined, "started", under: "Became looked after", flows.period.inWords)
        + rows(of: flows.left, "ceased", under: "Left care", flows.period.inWords))
  }

  /// The stages of each route, with the month before.
  static func pipeline(_ pipeline: Pipeline, before: Pipeline?) -> Table {
    let stages: [Stage] = [.carerNotWilling, .withLegal, .filed, .granted]
    var rows = stages.compactMap { stage -> Row? in
      guard pipeline.known(at: stage) != nil || before?.known(at: stage) != nil else { return nil }
      return Row([
        .text(stage.rawValue), .text(stage.name), pipeline.cell(.sgo, stage),
        pipeline.cell(.discharge, stage), pipeline.cell(stage), before?.cell(stage) ?? .missing,
      ])
    }
    rows.append(
      Row(
        [
          .text("open"), .text("Open: filed or with legal services"),
          pipeline.openCell(.sgo), pipeline.openCell(.discharge), pipeline.openCell(),
          before?.openCell() ?? .missing,
        ], isTotal: true))
    let beforeTitle = before.map { "Both, \($0.period.inWords)" } ?? "Both, month before"
    return Table(
      id: "pipeline", caption: "Children by stage of their application, \(pipeline.period.inWords)",
      columns: [
        Column(id: "id", title: "Id", kind: .key),
        Column(id: "stage", title: "Stage", kind: .rowHeader),
        Column(id: "sgo", title: "SGO", kind: .number),
        Column(id: "discharge", title: "Discharge", kind: .number),
        Column(id: "both", title: "Both", kind: .number),
        Column(id: "before", title: beforeTitle, kind: .number),
      ], rows: rows)
  }

  /// Applications planned for the months to come.
  static func planned(_ planned: PlannedApplications) -> Table {
    func sum(_ route: Route) -> Cell {
      let numbers = planned.plans.compactMap { plan in
        plan.routes[route].map { (plan.month.inWords, $0) }
      }
      return .sum(
        numbers.isEmpty ? nil : numbers.reduce(0) { $0 + $1.1.value },
        "\(route.name) applications planned", formula: "the sum of the months",
        of: numbers.map { .init($0, $1) })
    }
    let rows = planned.plans.map { plan in
      Row([
        .text("\(plan.month)"), .text(plan.month.inWords), plan.cell(.sgo),
        plan.cell(.discharge), plan.totalCell,
      ])
    }
    let total = Row(
      [
        .text("total"), .text("All"), sum(.sgo), sum(.discharge),
        .sum(
          planned.total, "applications planned", formula: "the sum of the months, all routes",
          of: planned.plans.flatMap(\.inputs)),
      ], isTotal: true)
    return Table(
      id: "planned-applications",
      caption:
        "Applications planned to go to legal services, as at the \(planned.reportMonth.inWords)"
        + " report",
      columns: [
        Column(id: "month", title: "Id", kind: .key),
        Column(id: "name", title: "Month", kind: .rowHeader),
        Column(id: "sgo", title: "SGO", kind: .number),
        Column(id: "discharge", title: "Discharge", kind: .number),
        Column(id: "total", title: "Both", kind: .number),
      ], rows: rows + [total])
  }

  /// Why planned applications slipped, and to when.
  static func slippage(_ outcome: PlanOutcome) -> Table {
    let month = outcome.month.inWords
    return Table(
      id: "slippage",
      caption: "What became of the applications planned for \(outcome.month.inWords)",
      columns: [
        Column(id: "id", title: "Id", kind: .key),
        Column(id: "reason", title: "Outcome", kind: .rowHeader),
        Column(id: "applications", title: "Applications", kind: .number),
        Column(id: "new_month", title: "New month", kind: .label),
      ],
      rows: [
        Row([
          .text("planned.sent"), .text("Sent as planned"),
          .recorded(outcome.sent, "Applications sent as planned", month), .notApplicable,
        ])
      ]
        + outcome.slips.map { slip in
          Row([
            .text(slip.reason.id.rawValue), .text(slip.reason.name),
            .recorded(slip.number, slip.reason.name, month),
            slip.newMonth.map { Cell(.text("\($0)"), display: $0.inWords) }
              ?? Cell(.missing, display: "none set"),
          ])
        } + [
          Row(
            [
              .text("planned"), .text("Planned"),
              .sum(
                outcome.planned, "applications that had been planned for \(month)",
                formula: "all routes, as the report of the month before planned them",
                of: outcome.plan?.inputs ?? []),
              .notApplicable,
            ], isTotal: true)
        ])
  }

  /// Open and concluded proceedings by care plan.
  static func proceedings(_ proceedings: Proceedings) -> Table {
    Table(
      id: "proceedings",
      caption: "Children in care proceedings by care plan, \(proceedings.month.inWords)",
      columns: [
        Column(id: "id", title: "Id", kind: .key),
        Column(id: "state", title: "Proceedings", kind: .label),
        Column(id: "care_plan", title: "Care plan or outcome", kind: .rowHeader),
        Column(id: "children", title: "Children", kind: .number),
      ],
      rows: rows(
        of: proceedings.concluded, "proceedings.concluded", under: "Concluded in the month",
        proceedings.month.inWords)
        + rows(of: proceedings.open, "proceedings.open", under: "Open", proceedings.month.inWords)
    )
  }

  /// The lines of a breakdown and their total, each with the name of the breakdown before it.
  private static func rows(
    of breakdown: Breakdown, _ id: String, under name: String, _ period: String
  ) -> [Row] {
    guard !breakdown.isEmpty else { return [] }
    let lines = breakdown.lines.map { line in
      Row([
        .text(line.measure.id.rawValue), .text(name), .text(line.measure.name),
        .recorded(line.number, line.measure.name, period),
      ])
    }
    let total = Row(
      [.text(id), .text(name), .text("All"), breakdown.totalCell(name, period)], isTotal: true)
    return lines + [total]
  }
}
