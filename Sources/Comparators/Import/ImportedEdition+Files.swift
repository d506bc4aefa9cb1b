import CSV
import LookedAfter

extension ImportedEdition {
  /// An imported edition as text, in the layouts of the tables that come with lac.
  public struct Files: Sendable, Equatable {
    /// The publication: one line in the columns of the list of publications.
    public let publication: String
    /// New authorities, in the columns of the list of authorities.
    public let authorities: String
    /// The figures: `measure,year,area,count,rate,population`, a symbol where no number is printed.
    public let figures: String

    /// Takes texts that were kept.
    public init(publication: String, authorities: String, figures: String) {
      self.publication = publication
      self.authorities = authorities
      self.figures = figures
    }
  }

  private static let columns = ["measure", "year", "area", "count", "rate", "population"]

  /// The edition as text.
  public var files: Files {
    var listed = CSVWriter()
    listed.append(PublicationList.columns)
    listed.append([
      publication.id, publication.knownFrom.description,
      publication.reportingYear.map(String.init) ?? "",
      publication.years.map { String($0.lowerBound) } ?? "",
      publication.years.map { String($0.upperBound) } ?? "",
      publication.printsRates ? "count;rate;population" : "count;population",
      publication.source.shortTitle, publication.source.title,
    ])
    var places = CSVWriter()
    places.append(AuthorityDirectory.columns)
    for authority in newAuthorities {
      places.append([
        authority.code, authority.gssCode, authority.name,
        authority.otherNames.joined(separator: ";"), authority.region,
        authority.firstDay?.description ?? "", authority.lastDay?.description ?? "",
        authority.successorCodes.joined(separator: ";"),
      ])
    }
    var table = CSVWriter()
    table.append(Self.columns)
    for figure in allFigures {
      table.append([
        figure.measure.rawValue, String(figure.year), figure.area.key, figure.count.cell,
        figure.rate.cell, figure.population.cell,
      ])
    }
    return Files(publication: listed.text, authorities: places.text, figures: table.text)
  }

  /// Reads an edition back.
  ///
  /// - Parameters:
  ///   - files: what `files` gave.
  ///   - name: how errors call the place where they were kept.
  /// - Throws: `CSVError` when they are not what `files` gives.
  public init(files: Files, name: String) throws(CSVError) {
    let listed = try PublicationList(bytes: Array(files.publication.utf8), file: name)
    guard let publication = listed.publications.first else {
      throw CSVError(file: name, line: 2, column: nil, problem: "the publication is missing")
    }
    let places = try AuthorityDirectory(bytes: Array(files.authorities.utf8), file: name)
    let table = try CSVTable(
      bytes: Array(files.figures.utf8), file: name, required: Self.columns, known: [])
    var figures: [PublishedFigure] = []
    for record in table.records {
      let measure = try table.required("measure", of: record)
      guard let measure = PublishedMeasure(rawValue: measure) else {
        throw table.error("there is no measure \"\(measure)\"", at: "measure", of: record)
      }
      let key = try table.required("area", of: record)
      guard let area = Area(key: key), let year = try table.year("year", of: record) else {
        throw table.error("there is no area \"\(key)\" or no year", at: "area", of: record)
      }
      figures.append(
        PublishedFigure(
          measure: measure, area: area, year: year, count: try table.number("count", of: record),
          rate: try table.number("rate", of: record),
          population: try table.number("population", of: record), publication: publication,
          lastPublication: publication))
    }
    self.init(
      publication: publication, newAuthorities: places.authorities, figures: figures)
  }
}
