import Documents
import LookedAfter
import SSDA903

/// How long care lasted for those who left it.
public enum DurationAnswer {
  /// The mean days by year, and by route for the last year.
  ///
  /// - Throws: `ReportError.outsideReturns` when the returns cover no whole year.
  public static func document(of caseload: Caseload) throws(ReportError) -> Document {
    let years = caseload.flows(in: caseload.financialYears)
    guard let last = years.last else { throw .outsideReturns(nil, covered: caseload.coverage) }
    var section = Section(heading: "")
    let known = years.filter { caseload.isKnown(in: $0.days) }.map(\.days)
    section.addRemoved(of: caseload, isKnown: known.count == years.count)
    section.blocks.append(.table(byYear(years, known)))
    if known.contains(last.days) { section.blocks.append(.table(byRoute(last))) }
    section.say(
      "From the first day to the last of the latest period of care, of children who left care in the"
        + " year, each once.",
      "The first day is known where the first episode says that care started (RNE is S) and began on or"
        + " after the first day of the first return. Children whose care began before that, or may have,"
        + " are left out; in the first years of the returns these are many, and those who stayed"
        + " longest, so that the mean is too low.")
    return Document(
      title: "How long care lasted", asAt: last.days.upperBound.description,
      blocks: section.blocks + [.sources([Caseload.source.citation])])
  }

  private static let numbers = [
    Column(id: "children", title: "Left care", kind: .number),
    Column(id: "known", title: "Start known", kind: .number),
    Column(id: "mean_days", title: "Mean days", kind: .number),
  ]

  private static func byYear(_ years: [CareFlows], _ known: [ClosedRange<CivilDate>]) -> Table {
    Table(
      id: "durations", caption: "Days in care of those who left, by year to 31 March",
      columns: [Column(id: "date", title: "Year to", kind: .rowHeader)] + numbers,
      rows: years.map { year in
        let day = year.days.upperBound
        return Row(
          [Cell(.text("\(day)"), display: day.inWords)]
            + (known.contains(year.days)
              ? cells(year.childrenCeasing, year.duration) : [.missing, .missing, .missing]))
      })
  }

  private static func byRoute(_ year: CareFlows) -> Table {
    let rows = ExitRoute.allCases.compactMap { route -> Row? in
      guard let children = year.childrenCeasingByRoute[route] else { return nil }
      return Row(
        [.text(route.rawValue), .text(route.name)]
          + cells(children, year.durations[route] ?? DayCount()))
    }
    return Table(
      id: "durations-by-route",
      caption: "Days in care of those who left, by route, year to \(year.days.upperBound.inWords)",
      columns: [
        Column(id: "key", title: "Id", kind: .key),
        Column(id: "label", title: "Route out of care", kind: .rowHeader),
      ] + numbers, rows: rows)
  }

  private static func cells(_ children: Int, _ duration: DayCount) -> [Cell] {
    [
      .integer(children), .integer(duration.count),
      duration.mean.map { .decimal(mantissa: $0.mantissa, decimals: $0.decimals) } ?? .missing,
    ]
  }
}
