import LookedAfter
import ShippedData

/// What is published of every English authority, region and England: looked after children,
/// population, statistical neighbours, inspection judgements.
///
/// Making one reads the list of authorities and that of publications and nothing else. Each answer
/// reads the table that it needs, and of most tables only the lines of the place asked for.
public struct ComparatorDirectory: Sendable {
  /// The authorities, those that ended since 2015 among them.
  public let authorities: AuthorityDirectory

  /// The publications that the figures are from.
  public let publications: PublicationList

  let tables: FigureTables

  /// What was read of the other tables.
  let read = ReadTables()

  /// The figures that come with the program.
  ///
  /// - Parameter imported: editions that were imported since, which stand beside those that come
  ///   with the program: the newest is whatever was published last.
  /// - Throws: `ShippedDataError` when a file is not there, `CSVError` when one cannot be read. So
  ///   does every answer.
  public static func shipped(imported: [ImportedEdition] = []) throws -> ComparatorDirectory {
    let file = try ShippedData.read("comparators/publications.csv")
    let shipped = try PublicationList(bytes: file.bytes, file: file.path)
    return ComparatorDirectory(
      authorities: try AuthorityDirectory.shipped(), publications: shipped, imported: imported)
  }

  private init(
    authorities: AuthorityDirectory, publications: PublicationList, imported: [ImportedEdition]
  ) {
    var known = authorities.authorities
    for edition in imported {
      known += edition.newAuthorities.filter { new in !known.contains { $0.code == new.code } }
    }
    self.authorities = AuthorityDirectory(known)
    self.publications = PublicationList(
      publications.publications + imported.map(\.publication))
    tables = FigureTables(publications: self.publications, imported: imported, read: read)
  }

  /// The years of which looked after children are published, earliest first; 2025 stands for 31
  /// March 2025.
  public var years: [Int] { tables.years }

  /// The figures of a place for a year, or why there are none.
  public func figure(
    of area: Area, _ measure: PublishedMeasure = .lookedAfter, year: Int, edition: FigureEdition
  ) throws -> FigureOutcome {
    if let absence = absence(of: area, year: year) { return absence }
    let figures = try tables.figures(measure, year, of: area)
    return tables.choose(edition, measure, year, among: figures).map { .figure($0) } ?? .notListed
  }

  /// The figures of a place for every year that has some, earliest first.
  public func series(
    of area: Area, _ measure: PublishedMeasure = .lookedAfter, edition: FigureEdition
  ) throws -> [PublishedFigure] {
    try years.compactMap { try figure(of: area, measure, year: $0, edition: edition).figure }
  }

  /// Everything that was printed of a place for a year, in the order in which it was published: the
  /// figure and its revisions.
  public func revisions(
    of area: Area, _ measure: PublishedMeasure = .lookedAfter, year: Int
  ) throws -> [PublishedFigure] {
    guard absence(of: area, year: year) == nil else { return [] }
    return try tables.figures(measure, year, of: area)
  }

  /// The estimates of the children aged 0 to 17 of a place, edition after edition.
  ///
  /// - Parameters:
  ///   - area: England, a region or an authority.
  ///   - day: only editions known on that day; nil for all.
  public func populationEstimates(
    of area: Area, knownOn day: CivilDate? = nil
  ) throws -> [PopulationEstimate] {
    let estimates = try PopulationEstimates.estimates(of: area, publications: publications)
    guard let day else { return estimates }
    return estimates.filter { $0.edition.publication.knownFrom <= day }
  }

  /// Why an authority can have no figures of a year; nil when it can, and for England and regions.
  func absence(of area: Area, year: Int) -> FigureOutcome? {
    guard case .authority(let code) = area, let authority = authorities[code],
      let day = CivilDate(year: year, month: 3, day: 31), !authority.isThere(on: day)
    else { return nil }
    if let firstDay = authority.firstDay, day < firstDay {
      return .notBegun(
        firstDay: firstDay, predecessors: authorities.predecessors(of: authority))
    }
    return authority.lastDay.map {
      .ended(lastDay: $0, successors: authorities.successors(of: authority))
    }
  }
}
