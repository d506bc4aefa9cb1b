import CSV
import LookedAfter

/// The published figures: a table for each measure and year, sorted by place, of which no more is
/// read than is asked for.
struct FigureTables: Sendable {
  let publications: PublicationList
  let imported: [ImportedEdition]
  let read: ReadTables

  private static let columns = ["area", "first", "last", "count", "rate", "population"]

  /// The years that have tables, earliest first.
  var years: [Int] {
    Set(publications.publications.flatMap { $0.years.map(Array.init) ?? [] }).sorted()
  }

  /// Everything printed of a place for a year, in the order in which it was published.
  func figures(_ measure: PublishedMeasure, _ year: Int, of area: Area) throws -> [PublishedFigure]
  {
    var figures: [PublishedFigure] = []
    if let name = tableName(measure, year) {
      figures = try shipped(measure, year, of: area, in: name)
    }
    for edition in imported {
      edition.figure(measure, year, of: area).map { Self.append($0, to: &figures) }
    }
    return ordered(figures)
  }

  /// Everything printed of every place for a year.
  func figures(_ measure: PublishedMeasure, _ year: Int) throws -> [Area: [PublishedFigure]] {
    var figures: [Area: [PublishedFigure]] = [:]
    if let name = tableName(measure, year) { figures = try shipped(measure, year, in: name) }
    guard !imported.isEmpty else { return figures }
    for edition in imported {
      for figure in edition.figures(measure, year) {
        Self.append(figure, to: &figures[figure.area, default: []])
      }
    }
    return figures.mapValues(ordered)
  }

  /// The figure that is meant by an edition among those of a place and a year, in their order.
  func choose(
    _ edition: FigureEdition, _ measure: PublishedMeasure, _ year: Int,
    among figures: [PublishedFigure]
  ) -> PublishedFigure? {
    switch edition {
    case .newest: return figures.last
    case .known(let day): return figures.last { $0.publication.knownFrom <= day }
    case .asPublished:
      // Of those who started and ceased, one edition of a year is kept.
      guard measure == .lookedAfter else { return figures.first }
      guard let wanted = publications.firstPublication(of: year).flatMap(publications.place)
      else { return nil }
      return figures.first {
        guard let first = publications.place(of: $0.publication),
          let last = publications.place(of: $0.lastPublication)
        else { return false }
        return first <= wanted && wanted <= last
      }
    }
  }

  /// The figures of one place in a shipped table: from the whole where that was read before.
  private func shipped(
    _ measure: PublishedMeasure, _ year: Int, of area: Area, in name: String
  ) throws -> [PublishedFigure] {
    if let whole: [Area: [PublishedFigure]] = read.known(name) { return whole[area] ?? [] }
    return try read.value("\(name) \(area.key)") {
      let table = try ShippedTable.records(of: area.key, in: name, columns: Self.columns)
      return try table.records.map { try figure(measure, year, of: $0, in: table) }
    }
  }

  /// The figures of every place in a shipped table.
  private func shipped(
    _ measure: PublishedMeasure, _ year: Int, in name: String
  ) throws -> [Area: [PublishedFigure]] {
    try read.value(name) {
      var figures: [Area: [PublishedFigure]] = [:]
      let table = try ShippedTable.whole(name, columns: Self.columns)
      for record in table.records {
        let figure = try figure(measure, year, of: record, in: table)
        figures[figure.area, default: []].append(figure)
      }
      return figures
    }
  }

  private func tableName(_ measure: PublishedMeasure, _ year: Int) -> String? {
    publications.publications.contains {
      $0.years?.contains(year) == true && !isImported($0)
    } ? "\(measure.rawValue)/\(year)" : nil
  }

  private func isImported(_ publication: Publication) -> Bool {
    imported.contains { $0.publication == publication }
  }

  /// An imported figure that says what the newest one says only shows that it still holds.
  private static func append(_ figure: PublishedFigure, to figures: inout [PublishedFigure]) {
    if let index = figures.indices.last, figures[index].agrees(with: figure),
      figures[index].lastPublication.knownFrom <= figure.publication.knownFrom
    {
      figures[index].lastPublication = figure.lastPublication
    } else {
      figures.append(figure)
    }
  }

  private func ordered(_ figures: [PublishedFigure]) -> [PublishedFigure] {
    guard figures.count > 1, !imported.isEmpty else { return figures }
    return figures.enumerated().sorted {
      (publications.place(of: $0.element.publication) ?? 0, $0.offset)
        < (publications.place(of: $1.element.publication) ?? 0, $1.offset)
    }.map(\.element)
  }

  private func figure(
    _ measure: PublishedMeasure, _ year: Int, of record: CSVRecord, in table: CSVTable
  ) throws(CSVError) -> PublishedFigure {
    let key = try table.required("area", of: record)
    guard let area = Area(key: key) else {
      throw table.error("there is no area \"\(key)\"", at: "area", of: record)
    }
    return PublishedFigure(
      measure: measure, area: area, year: year,
      count: try table.number("count", of: record), rate: try table.number("rate", of: record),
      population: try table.number("population", of: record),
      publication: try table.publication("first", of: record, among: publications),
      lastPublication: try table.publication("last", of: record, among: publications))
  }
}

extension CSVTable {
  /// A cell with a published number.
  func number(_ column: String, of record: CSVRecord) throws(CSVError) -> PublishedNumber {
    let cell = value(column, of: record)
    guard let number = PublishedNumber(cell: cell) else {
      throw error(
        "\"\(cell ?? "")\" is neither a whole number nor one of the symbols c, z, x, k, low, u",
        at: column, of: record)
    }
    return number
  }
}
