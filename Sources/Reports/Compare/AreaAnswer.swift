import Comparators
import Documents
import Indicators
import LookedAfter

/// The published rate of England or a region, which are what authorities are set beside.
public enum AreaAnswer {
  /// The number and the rate of a year, for a region with England's beside it.
  ///
  /// - Parameters:
  ///   - area: England or a region.
  ///   - year: the year whose 31 March is meant.
  ///   - edition: which edition of the figures.
  ///   - directory: what is published of every authority.
  /// - Throws: `ReportError.noPublishedFigures`, or when the shipped figures cannot be read.
  public static func document(
    _ area: Area, year: Int, edition: FigureEdition = .asPublished,
    in directory: ComparatorDirectory
  ) throws -> Document {
    guard directory.years.contains(year),
      let figure = try directory.figure(of: area, year: year, edition: edition).figure
    else { throw ReportError.noPublishedFigures(year: year, known: directory.years) }
    var section = Section(heading: "")
    let paper = "(\(figure.publication.source.shortTitle))"
    let people = figure.population.value.map { " of \(Prose.figures($0)) aged 0 to 17" } ?? ""
    let rate =
      figure.rate.value.map { "\($0) per 10,000" }
      ?? "the rate \(figure.rate.reason?.inWords ?? "is not known")"
    section.say(
      figure.count.value.map {
        "\(Prose.childrenInFigures($0)) were looked after in \(area.key) on 31 March \(year)\(people):"
          + " \(rate) \(paper)."
      } ?? "The number of children looked after in \(area.key) on 31 March \(year) is not printed.",
      "Numbers of England and regions are rounded to ten. They are what authorities are set beside:"
        + " compare for kent \(year)")
    section.blocks.append(.table(try table(area, figure, year, edition, directory)))
    section.provenance = [Provenance(published: figure)]
    return Document(
      answer: section, title: "\(area.key): rate per 10,000 on 31 March \(year)",
      asAt: CivilDate(year: year, month: 3, day: 31))
  }

  private static func table(
    _ area: Area, _ figure: PublishedFigure, _ year: Int, _ edition: FigureEdition,
    _ directory: ComparatorDirectory
  ) throws -> Table {
    let own = ComparisonRow.own(
      name: area.key, year: "31 March \(year)", rate: figure.ratePer10000,
      printed: figure.rate.value.map { Quantity(mantissa: $0) },
      count: .recorded(
        figure.count.value.map { Recorded($0, Provenance(published: figure)) },
        "Children looked after in \(area.key)", "31 March \(year)"))
    var rows = [own]
    if area != .england,
      let england = try directory.figure(of: .england, year: year, edition: edition).figure,
      let rate = england.rate.value
    {
      let measure = Measure(
        id: "comparator.england", name: Area.england.key, phrase: "", kind: .reference,
        unit: "per 10000")
      rows.append(
        ComparisonRow.rateOnly(
          of: Comparator(
            measure: measure, name: Area.england.key,
            rate: Recorded(Quantity(mantissa: rate), Provenance(published: england)),
            dataYear: Prose.dataYear(year))))
    }
    return ComparisonRow.table(
      caption: "Looked after children per 10,000 aged 0 to 17", rows: rows)
  }
}
