import Documents
import Indicators
import LookedAfter

/// The profile of looked after children: each group with its cohorts and their expected exit.
struct ProfileTable {
  let profile: Profile
  let snapshot: Snapshot
  let history: History

  var table: Table {
    var rows: [Row] = []
    for group in profile.groups {
      rows.append(
        Row(
          [
            .text(group.group.rawValue), .text(group.group.name),
            .sum(
              group.number, "children \(Prose.lowercasedFirst(group.group.name))",
              formula: "the sum of the cohorts of the group",
              of: group.cohorts.compactMap { cohort, _ in
                snapshot[cohort.id].map { .init(cohort.name, $0) }
              }), .notApplicable,
          ],
          isTotal: true))
      for (cohort, _) in group.cohorts {
        rows.append(
          Row([
            .text(cohort.id.rawValue), .text(cohort.name),
            .recorded(snapshot[cohort.id], cohort.name, snapshot.label),
            .text(Prose.sentence(cohort.expectedExit)),
          ]))
      }
    }
    if profile.netRemainder != nil {
      rows.append(
        Row(
          [
            .text("net_remainder"), .text("Not in a cohort (net)"),
            snapshot.remainderCell(history.scheme), .notApplicable,
          ],
          isTotal: true))
    }
    return Table(
      id: "profile", caption: "Profile of looked after children, \(snapshot.asAtInWords)",
      columns: [
        Column(id: "cohort", title: "Id", kind: .key),
        Column(id: "name", title: "Group and cohort", kind: .rowHeader),
        Column(id: "children", title: "Children", kind: .number),
        Column(id: "expected_exit", title: "Expected exit", kind: .prose),
      ], rows: rows)
  }
}
