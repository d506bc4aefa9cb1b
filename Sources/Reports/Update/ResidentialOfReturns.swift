import Documents
import LookedAfter

/// Children in residential care as the 903 returns tell them, where nobody recorded more of them.
struct ResidentialOfReturns {
  private let month: Month
  private let lines: [(cohort: Cohort, number: Recorded<Int>)]

  /// The cohorts whose rule asks for a children's home; nil where a month is not worked out from
  /// returns, or the number of one of the cohorts is not known.
  init?(_ history: History, _ month: Month) {
    guard let snapshot = history.snapshot(for: month), snapshot.isDerived else { return nil }
    let cohorts = history.scheme.cohorts.filter {
      $0.rule?.placements.contains(Self.childrensHome) ?? false
    }
    lines = cohorts.compactMap { cohort in snapshot[cohort.id].map { (cohort, $0) } }
    guard !lines.isEmpty, lines.count == cohorts.count else { return nil }
    self.month = month
  }

  /// The placement code of a children's home.
  private static let childrensHome = "K2"

  /// The section with the number of each cohort.
  var section: Section {
    var section = Section(heading: "Children in residential care")
    let all = lines.reduce(0) { $0 + $1.number.value }
    let parts = lines.map {
      "\(Prose.noneOr($0.number.value)) in \(Prose.lowercasedFirst($0.cohort.name))"
    }
    section.say(
      "By the 903 returns \(Prose.children(all)) \(all == 1 ? "was" : "were") in residential care at the"
        + " end of \(month.inWords): \(Prose.list(parts)).",
      "Short breaks are left out, and whoever is in a cohort that the scheme asks first is counted"
        + " there. Who came in, who moved on and who could be fostered the returns do not say.")
    section.blocks.append(
      .table(
        Table(
          id: "residential", caption: "Children in residential care, \(month.inWords)",
          columns: [
            Column(id: "id", title: "Id", kind: .key),
            Column(id: "cohort", title: "Cohort", kind: .rowHeader),
            Column(id: "children", title: "Children", kind: .number),
          ],
          rows: lines.map {
            Row([
              .text($0.cohort.id.rawValue), .text($0.cohort.name), .integer($0.number.value),
            ])
          })))
    section.provenance += lines.map(\.number.provenance)
    return section
  }
}
