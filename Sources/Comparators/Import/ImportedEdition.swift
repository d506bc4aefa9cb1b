import CSV
import LookedAfter

/// An edition of the figures that a user imported: it stands beside those that come with lac.
///
/// `files` is its whole content as text, made to be kept in a history's store and read back.
public struct ImportedEdition: Sendable {
  /// The publication.
  public let publication: Publication

  /// Authorities of the file that the directory did not have, from their first year on.
  public let newAuthorities: [EnglishAuthority]

  private let figures: [Key: PublishedFigure]

  private struct Key: Hashable {
    let measure: PublishedMeasure
    let year: Int
    let area: Area
  }

  /// Takes the lines of a file.
  ///
  /// - Parameters:
  ///   - file: the department's file.
  ///   - publishedOn: the day on which it came out, from which its figures count as known.
  ///   - authorities: those that are known already.
  public init(_ file: OpenDataFile, publishedOn: CivilDate, authorities: AuthorityDirectory) {
    let years = file.rows.map(\.year)
    let publication = Publication(
      source: Source(
        id: "dfe-\(file.newestYear)-imported-\(publishedOn)",
        shortTitle: "Children looked after in England \(file.newestYear)",
        title: "Department for Education, Children looked after in England including adoptions,"
          + " reporting year \(file.newestYear), \(publishedOn.month.inWords)", date: nil),
      knownFrom: publishedOn, reportingYear: file.newestYear,
      years: (years.min() ?? file.newestYear)...file.newestYear,
      printsRates: file.rows.contains { $0.rate.value != nil })
    self.init(
      publication: publication,
      newAuthorities: Self.newAuthorities(in: file, besides: authorities),
      figures: file.rows.map { row in
        PublishedFigure(
          measure: row.measure, area: row.area, year: row.year, count: row.count, rate: row.rate,
          population: row.population, publication: publication, lastPublication: publication)
      })
  }

  init(
    publication: Publication, newAuthorities: [EnglishAuthority], figures: [PublishedFigure]
  ) {
    self.publication = publication
    self.newAuthorities = newAuthorities
    self.figures = Dictionary(
      figures.map { (Key(measure: $0.measure, year: $0.year, area: $0.area), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What it prints of a place for a year; nil when it does not hold it.
  func figure(_ measure: PublishedMeasure, _ year: Int, of area: Area) -> PublishedFigure? {
    figures[Key(measure: measure, year: year, area: area)]
  }

  /// What it prints of every place for a year.
  func figures(_ measure: PublishedMeasure, _ year: Int) -> [PublishedFigure] {
    figures.values.filter { $0.measure == measure && $0.year == year }
  }

  /// Everything that it prints, by measure, year and place.
  public var allFigures: [PublishedFigure] {
    figures.values.sorted {
      ($0.measure.rawValue, $0.year, $0.area.key) < ($1.measure.rawValue, $1.year, $1.area.key)
    }
  }

  /// An authority that is not known is taken to have begun on the 1 April before the first 31 March
  /// for which the file has a number of it.
  private static func newAuthorities(
    in file: OpenDataFile, besides known: AuthorityDirectory
  ) -> [EnglishAuthority] {
    var firstYears: [String: (year: Int, named: OpenDataFile.NamedAuthority)] = [:]
    for row in file.rows {
      guard case .authority(let code) = row.area, known[code] == nil, let named = row.named,
        row.count.value != nil
      else { continue }
      if let found = firstYears[code], found.year <= row.year { continue }
      firstYears[code] = (row.year, named)
    }
    return firstYears.sorted { $0.key < $1.key }.map { code, first in
      EnglishAuthority(
        code: code, gssCode: first.named.gssCode, name: first.named.name, otherNames: [],
        region: first.named.region,
        firstDay: CivilDate(year: first.year - 1, month: 4, day: 1), lastDay: nil,
        successorCodes: [])
    }
  }
}
