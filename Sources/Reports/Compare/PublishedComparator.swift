import Comparators
import LookedAfter

/// A place's published rate as something to compare with.
public enum PublishedComparator {
  /// The printed rate of a place on 31 March of a year, by its newest publication.
  ///
  /// - Throws: `ReportError.noPublishedFigures` when none is printed, or when the shipped figures
  ///   cannot be read.
  public static func rate(
    of area: Area, named name: String, year: Int, in directory: ComparatorDirectory
  ) throws -> Comparator {
    guard let figure = try directory.figure(of: area, year: year, edition: .newest).figure,
      let rate = figure.rate.value
    else { throw ReportError.noPublishedFigures(year: year, known: directory.years) }
    return Comparator(
      measure: Measure(
        id: "comparator.published", name: name, phrase: "", kind: .reference, unit: "per 10000"),
      name: name, rate: Recorded(Quantity(mantissa: rate), Provenance(published: figure)),
      dataYear: Prose.dataYear(year), printedNeeded: nil)
  }
}
