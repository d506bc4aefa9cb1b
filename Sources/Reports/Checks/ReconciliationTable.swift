import Documents
import Indicators
import LookedAfter

/// The arithmetic of a month as lines: what is set against what, expected, recorded, difference.
enum ReconciliationTable {
  /// The lines of all checks that set one number against another, those that hold included.
  static func table(_ checks: [Check], _ history: History, month: Month) -> Table {
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
        guard let line = ReconciliationLine(check, of: history, in: month) else { return nil }
        let explanation = line.explanation
        return Row([
          .text(check.code), .text(line.sum), Cell.integer(line.expected).explained(explanation),
          Cell.integer(line.recorded).explained(explanation),
          Cell.change(line.recorded - line.expected).explained(explanation),
          .text(check.holds ? "holds" : "differs"),
        ])
      })
  }
}
