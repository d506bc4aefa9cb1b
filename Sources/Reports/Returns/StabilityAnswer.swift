import Documents
import LookedAfter
import SSDA903

/// The two indicators of stability of placements for the twelve months up to a month end.
public enum StabilityAnswer {
  /// The indicators with their numerators and denominators, and what is counted.
  ///
  /// - Throws: `ReportError.outsideReturns` when the returns do not cover the month.
  public static func document(
    month: Month, of caseload: Caseload
  ) throws(ReportError) -> Document {
    let day = try caseload.covered(month)
    try caseload.refuseUnknown("stability", caseload.isKnown(on: day))
    let figures = caseload.stability(on: [day])[0]
    var section = Section(heading: "")
    section.addRemoved(of: caseload, isKnown: true)
    section.addUncovered(yearTo: day, of: caseload)
    func row(_ id: String, _ name: String, _ part: Int, _ whole: Int) -> Row {
      Row([.text(id), .text(name), .integer(part), .integer(whole), .share(part, of: whole)])
    }
    section.blocks.append(
      .table(
        Table(
          id: "stability", caption: "Stability of placements, twelve months to \(day.inWords)",
          columns: [
            Column(id: "id", title: "Id", kind: .key),
            Column(id: "name", title: "Indicator", kind: .rowHeader),
            Column(id: "children", title: "Children", kind: .number),
            Column(id: "of", title: "Of", kind: .number),
            Column(id: "percent", title: "Per cent", kind: .number),
          ],
          rows: [
            row(
              "three-or-more-carers", "Three or more placements, by changes of carer",
              figures.threeOrMoreCarers, figures.lookedAfter),
            row(
              "three-or-more-placements", "Three or more placements, by any change",
              figures.threeOrMorePlacements, figures.lookedAfter),
            row(
              "long-term", "Same placement for two years, of those long in care",
              figures.longTermStable, figures.longTerm),
            row(
              "all-year", "Looked after all twelve months", figures.allYear, figures.lookedAfter),
          ])))
    section.say(PlacementStability.definition)
    section.say(
      "Long in care are those under 16 who have been looked after without a break for two and a half"
        + " years.",
      figures.ageUnknown > 0
        ? "For \(Prose.children(figures.ageUnknown)) that cannot be told, for the age is not known."
        : "")
    return Document(
      title: "Stability of placements, \(month.inWords)", asAt: day.description,
      blocks: section.blocks + [.sources([Caseload.source.citation])])
  }
}
