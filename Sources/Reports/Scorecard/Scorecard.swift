import Documents
import Indicators
import LookedAfter

/// The scorecard of a month: three boxes, and each measure beside its year, its target and others.
public enum Scorecard {
  /// The measures, in the order of the card.
  static let measures: [MeasureID] = [
    "total", "started", "ceased", "ceased.sgo", "ceased.discharged", "ceased.adoption",
    "pipeline.sgo.filed", "pipeline.discharge.filed", "proceedings.open", "section20", "uasc",
    "residential.all", "residential.could_be_fostered", "matching.matched",
    "stability.same_placement",
  ]

  /// The scorecard of a month.
  ///
  /// - Throws: `ReportError` when nothing is recorded of the month, or whatever the disclosure pass
  ///   throws.
  public static func document(
    _ history: History, month: Month, disclosure: DisclosurePass = .identity
  ) throws -> Document {
    guard !history.isEmpty else { throw ReportError.emptyHistory }
    let lines = measures.compactMap { id in
      history.catalogue[id].flatMap { ScorecardLine($0, history, month) }
    }
    guard !lines.isEmpty else { throw ReportError.noSnapshot(month, known: history.months) }
    var sections = ScorecardBox.allCases.map { box($0, history, month) }
    sections.append(measuresSection(lines, history, month))
    sections.append(comparators(history, month))
    var card = Document(
      title: "Scorecard, \(month.inWords)",
      asAt: history.snapshotWithTotal(for: month)?.asAt ?? month.lastDay, sections: sections)
    card.boxes = Set(ScorecardBox.allCases.map(\.name))
    card.properties = DocumentProperties(history, month)
    return try disclosure(card)
  }

  private static func box(_ box: ScorecardBox, _ history: History, _ month: Month) -> Section {
    var section = Section(heading: box.name)
    let lines = history.scorecardLines(box, in: month)
    if lines.isEmpty {
      section.say("Nothing is written for \(month.inWords); box \(box.rawValue) writes a line.")
    } else {
      section.blocks.append(
        .list(lines.map { box == .action ? "\($0.number): \($0.text)" : $0.text }))
    }
    return section
  }

  private static func measuresSection(
    _ lines: [ScorecardLine], _ history: History, _ month: Month
  ) -> Section {
    var section = Section(heading: "Measures")
    let first = ScorecardLine.startOfYear(month)
    var table = Table(
      id: "scorecard",
      caption: "Measures of \(month.inWords), and of the year from \(first.inWords)",
      columns: [
        Column(id: "id", title: "Id", kind: .key),
        Column(id: "measure", title: "Measure", kind: .rowHeader),
        Column(id: "month", title: month.inWords, kind: .number),
        Column(id: "before", title: "Before", kind: .number),
        Column(id: "year_to_date", title: "Year to date", kind: .number),
        Column(id: "last_year", title: month.advanced(by: -12).inWords, kind: .number),
        Column(id: "target", title: "Target", kind: .number),
        Column(id: "direction", title: "Direction", kind: .label),
        Column(id: "performance", title: "Performance", kind: .label),
      ], rows: lines.map(\.row))
    if let rates = try? RatesTable(history, month: month) {
      let rate = rates.rate.rounded(toDecimals: 1)
      let rateOf = { (earlier: Month) in
        history.snapshotWithTotal(for: earlier)?.total.flatMap { total in
          history.population(for: month).flatMap { RatePer10000(children: total, population: $0) }
        }?.rounded(toDecimals: 1)
      }
      let before = rateOf(month.advanced(by: -1))
      let then = rateOf(month.advanced(by: -12))
      let change = before.map { rate.value - $0.value }
      let direction = change.map { DirectionOfTravel(change: $0 > 0 ? 1 : $0 < 0 ? -1 : 0) }
      let favours = change.flatMap { change in
        change == 0
          ? nil : (history.direction(of: "total")?.aim ?? .neutral).favours(upwards: change > 0)
      }
      let cell = { (rate: Quantity) in
        Cell.decimal(mantissa: rate.mantissa, decimals: rate.decimals)
      }
      table.rows.insert(
        Row([
          .text("rate"), .text("Looked after, per 10,000 (one population)"), cell(rate),
          before.map(cell) ?? .missing, .notApplicable, then.map(cell) ?? .missing, .missing,
          direction.map { .text($0.rawValue) } ?? .missing,
          favours.map { .text($0 ? "better" : "worse") } ?? .notApplicable,
        ]), at: min(1, table.rows.count))
    }
    section.blocks.append(.table(table))
    section.say(
      "Direction says whether the figure moved against the one before; performance says whether that"
        + " is the way that was chosen with direction, and nothing where none was. The year to date"
        + " is given only where every month of it is recorded.")
    if let chart = UpdateCharts.totalTrend(history, month) { section.blocks.append(.chart(chart)) }
    section.provenance += lines.flatMap(\.provenance)
    return section
  }

  private static func comparators(_ history: History, _ month: Month) -> Section {
    var section = Section(heading: "Comparators")
    guard let rates = try? RatesTable(history, month: month), !rates.comparisons.isEmpty else {
      section.sayNothingRecorded(of: "comparators", in: month)
      return section
    }
    section.blocks.append(.table(rates.table(of: rates.comparisons)))
    if let neighbours = history.longTermMatching(in: month)?.neighbourStability {
      section.say(
        "Of children looked after for 2.5 years or more, \(neighbours.value)% of those of statistical"
          + " neighbours are in one placement throughout.")
      section.cite(neighbours.provenance)
    }
    section.say(
      "Each comparator is of the year named beside it; the figure of \(history.authority.name) is of"
        + " \(rates.snapshot.asAtInWords).")
    section.provenance += rates.provenance
    return section
  }
}
