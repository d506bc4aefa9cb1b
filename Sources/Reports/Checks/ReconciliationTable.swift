import Documents
import Indicators
import LookedAfter

/// The arithmetic of a month as lines: what is set against what, expected, recorded, difference.
enum ReconciliationTable {
  /// The lines of all checks that set one number against another, those that hold included.
  static func table(_ checks: [Check], month: Month) -> Table {
    Table(
      id: "reconciliation", caption: "What should add up, \(month.inWords)",
      columns: [
        Column(id: "code", title: "Check", kind: .key),
        Column(id: "sum", title: "Sum", kind: .rowHeader),
        Column(id: "expected", title: "Expected", kind: .number),
        Column(id: "recorded", title: "Recorded", kind: .number),
        Column(id: "difference", title: "Difference", kind: .number),
        Column(id: "result", title: "Result", kind: .label),
      ],
      rows: checks.compactMap { check in
        guard let line = line(check) else { return nil }
        return Row([
          .text(check.code), .text(line.sum), .integer(line.expected), .integer(line.recorded),
          .change(line.recorded - line.expected), .text(check.holds ? "holds" : "differs"),
        ])
      })
  }

  private static func line(_ check: Check) -> (sum: String, expected: Int, recorded: Int)? {
    switch check {
    case .cohortsAndTotal(let check):
      ("Sum of the cohorts against the total", check.sum, check.total)
    case .stockAndFlow(let check):
      (
        "\(check.openingNumber) (\(check.opening.label)) + \(check.joined) joined"
          + " \u{2212} \(check.left) left, against \(check.closing.label)",
        check.expected, check.closingNumber
      )
    case .breakdown(let check):
      ("\(subject(check.subject)): lines against the total", check.sum, check.stated)
    case .pipelineStages(let check):
      ("Stages of the pipeline against the total stated", check.sum, check.stated)
    case .pipelineBalance(let check):
      (
        "\(check.opening) open (\(check.openingMonth.inWords)) + \(check.sent) sent"
          + " \u{2212} \(check.ended) ended, against those open", check.expected, check.closing
      )
    case .pipelineAndLeavers(let check):
      (
        "\(check.route.heading): granted or discharged, against leavers by that reason",
        check.granted, check.left
      )
    case .commentaryFigure(let check):
      (
        "Commentary on \"\(check.cohort.name)\": figure in the text against the record",
        check.recorded, check.stated
      )
    case .casesAndRecord(let check):
      (
        "\(check.measure)\(check.detail.isEmpty ? "" : " (\(check.detail))"): by the cases, against"
          + " the count recorded", check.byCases, check.recorded.value
      )
    case .plannedApplications(let outcome):
      (
        "Applications planned for \(outcome.month.inWords): sent and slipped, against the plan",
        (outcome.sent?.value ?? 0) + outcome.slipped, outcome.planned ?? 0
      )
    case .printedRate(let check) where check.printed.whole != nil:
      (
        "Rate of \(check.snapshot.month.inWords): \(check.children) of"
          + " \(Prose.figures(check.population.number.value)), against the rate printed",
        check.computed.whole ?? 0, check.printed.whole ?? 0
      )
    default: nil
    }
  }

  private static func subject(_ subject: BreakdownSum.Subject) -> String {
    switch subject {
    case .joined: "Joiners by legal status"
    case .left: "Leavers by reason"
    case .openProceedings: "Open proceedings by care plan"
    case .concludedProceedings: "Concluded proceedings by outcome"
    case .prevention: "Edge of care, prevention, by outcome"
    case .reunification: "Edge of care, reunification, by outcome"
    }
  }
}
