import Documents
import LookedAfter

/// What was recorded of a month beside what is worked out from the 903 returns.
enum ReturnsComparisonTable {
  /// A line for each figure that both have; nil where either is missing.
  static func table(_ history: History, month: Month) -> Table? {
    let snapshots = history.snapshots(for: month)
    guard let derived = snapshots.first(where: \.isDerived) else { return nil }
    let rows = snapshots.filter { !$0.isDerived }.flatMap { recorded in
      history.scheme.rows.compactMap { cohort -> Row? in
        guard let left = recorded[cohort.id]?.value, let right = derived[cohort.id]?.value else {
          return nil
        }
        return Row([
          .text(cohort.id.rawValue), .text(cohort.name), .text(recorded.label), .integer(left),
          .integer(right), .change(right - left),
        ])
      }
    }
    guard !rows.isEmpty else { return nil }
    return Table(
      id: "returns-comparison",
      caption: "What was recorded beside the 903 returns, \(month.inWords)",
      columns: [
        Column(id: "id", title: "Id", kind: .key),
        Column(id: "name", title: "Cohort", kind: .rowHeader),
        Column(id: "basis", title: "Recorded as at", kind: .label),
        Column(id: "recorded", title: "Recorded", kind: .number),
        Column(id: "return_903", title: "903 return", kind: .number),
        Column(id: "difference", title: "Difference", kind: .number),
      ], rows: rows)
  }
}
