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
      rows: rows(of: flows.joined, "started", under: "Became looked after")
        + rows(of: flows.left, "ceased", under: "Left care"))
  }

  /// The stages of each route, with the month before.
  static func pipeline(_ pipeline: Pipeline, before: Pipeline?) -> Table {
    let stages: [Stage] = [.carerNotWilling, .withLegal, .filed, .granted]
    var rows = stages.compactMap { stage -> Row? in
      guard pipeline.known(at: stage) != nil || before?.known(at: stage) != nil else { return nil }
      return Row([
        .text(stage.rawValue), .text(stage.name), .integer(pipeline[.sgo, stage]?.value),
        .integer(pipeline[.discharge, stage]?.value), .integer(pipeline.all(at: stage)),
        .integer(before?.all(at: stage)),
      ])
    }
    rows.append(
      Row(
        [
          .text("open"), .text("Open: filed or with legal services"), .integer(pipeline.open(.sgo)),
          .integer(pipeline.open(.discharge)),
          .integer(pipeline.open ?? pipeline.statedOpen?.value),
          .integer(before?.open ?? before?.statedOpen?.value),
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
    func sum(_ route: Route) -> Int? {
      let numbers = planned.plans.compactMap { $0.routes[route]?.value }
      return numbers.isEmpty ? nil : numbers.reduce(0, +)
    }
    let rows = planned.plans.map { plan in
      Row([
        .text("\(plan.month)"), .text(plan.month.inWords), .integer(plan.routes[.sgo]?.value),
        .integer(plan.routes[.discharge]?.value), .integer(plan.total),
      ])
    }
    let total = Row(
      [
        .text("total"), .text("All"), .integer(sum(.sgo)), .integer(sum(.discharge)),
        .integer(planned.total),
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
    Table(
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
          .text("planned.sent"), .text("Sent as planned"), .integer(outcome.sent?.value),
          .notApplicable,
        ])
      ]
        + outcome.slips.map { slip in
          Row([
            .text(slip.reason.id.rawValue), .text(slip.reason.name), .integer(slip.number.value),
            slip.newMonth.map { Cell(.text("\($0)"), display: $0.inWords) }
              ?? Cell(.missing, display: "none set"),
          ])
        } + [
          Row(
            [.text("planned"), .text("Planned"), .integer(outcome.planned), .notApplicable],
            isTotal: true)
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
        of: proceedings.concluded, "proceedings.concluded", under: "Concluded in the month")
        + rows(of: proceedings.open, "proceedings.open", under: "Open"))
  }

  /// The lines of a breakdown and their total, each with the name of the breakdown before it.
  private static func rows(of breakdown: Breakdown, _ id: String, under name: String) -> [Row] {
    guard !breakdown.isEmpty else { return [] }
    let lines = breakdown.lines.map { line in
      Row([
        .text(line.measure.id.rawValue), .text(name), .text(line.measure.name),
        .integer(line.number.value),
      ])
    }
    let total = Row(
      [.text(id), .text(name), .text("All"), .integer(breakdown.total)], isTotal: true)
    return lines + [total]
  }
}
