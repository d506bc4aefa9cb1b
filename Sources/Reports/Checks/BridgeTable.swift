import Documents
import Indicators
import LookedAfter

/// The change of the total as the changes of the cohorts and of those in none.
enum BridgeTable {
  /// The bridge from the month before; nil where either month has no cohorts.
  static func table(_ history: History, month: Month) -> Table? {
    guard let earlier = history.monthBefore(month), let before = history.snapshot(for: earlier),
      let now = history.snapshot(for: month), !before.counts.isEmpty, !now.counts.isEmpty,
      let opening = before.total, let closing = now.total
    else { return nil }
    var rows = [
      Row([
        .text("opening"), .text("All children, \(earlier.inWords)"), .notApplicable,
        .recorded(opening, "All looked after children", before.label),
      ])
    ]
    for cohort in history.scheme.cohorts {
      guard let old = before[cohort.id], let new = now[cohort.id] else { continue }
      rows.append(
        Row([
          .text(cohort.id.rawValue), .text(cohort.name),
          .change(of: cohort.name, from: (earlier.inWords, old), to: (month.inWords, new)),
          .notApplicable,
        ]))
    }
    rows.append(
      Row([
        .text("net_remainder"), .text("Not in a cohort (net)"),
        .changeOfRemainder(from: before, to: now), .notApplicable,
      ]))
    rows.append(
      Row(
        [
          .text("closing"), .text("All children, \(month.inWords)"),
          .change(
            of: "All looked after children", from: (earlier.inWords, opening),
            to: (month.inWords, closing)),
          .recorded(closing, "All looked after children", now.label),
        ], isTotal: true))
    return Table(
      id: "bridge", caption: "From \(earlier.inWords) to \(month.inWords), cohort by cohort",
      columns: [
        Column(id: "id", title: "Id", kind: .key),
        Column(id: "name", title: "Cohort", kind: .rowHeader),
        Column(id: "change", title: "Change", kind: .number),
        Column(id: "number", title: "Children", kind: .number),
      ], rows: rows)
  }
}
