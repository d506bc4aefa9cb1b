import Documents
import Indicators
import LookedAfter

/// The profile of looked after children: each group with its cohorts and their expected exit.
struct ProfileTable {
  let profile: Profile
  let snapshot: Snapshot

  var table: Table {
    var rows: [Row] = []
    for group in profile.groups {
      rows.append(
        Row(
          [
            .text(group.group.rawValue), .text(group.group.name), .integer(group.number),
            .notApplicable,
          ],
          isTotal: true))
      for (cohort, number) in group.cohorts {
        rows.append(
          Row([
            .text(cohort.id.rawValue), .text(cohort.name), .integer(number),
            .text(Prose.sentence(cohort.expectedExit)),
          ]))
      }
    }
    if let remainder = profile.netRemainder {
      rows.append(
        Row(
          [
            .text("net_remainder"), .text("Not in a cohort (net)"), .integer(remainder),
            .notApplicable,
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
