import CSV
import LookedAfter

/// The publications that the figures were taken from, in the order in which they came out.
public struct PublicationList: Sendable {
  /// The publications, earliest first.
  public let publications: [Publication]

  private let places: [String: Int]

  /// Reads `id,known_from,reporting_year,first_year,last_year,prints,short_title,title`. `prints`
  /// holds `count`, `rate` and `population`, as far as they are there, with semicolons between.
  /// Two that came out in one month stand in the order of the file.
  ///
  /// - Throws: `CSVError` with file, line and column.
  public init(bytes: [UInt8], file: String) throws(CSVError) {
    let table = try CSVTable(bytes: bytes, file: file, required: Self.columns, known: [])
    var found: [Publication] = []
    for record in table.records {
      found.append(try Self.publication(of: record, in: table))
    }
    if let twice = found.firstRepeated(by: \.id) {
      throw CSVError(
        file: file, line: 1, column: nil, problem: "the publication \"\(twice)\" is there twice")
    }
    self.init(found)
  }

  /// Puts publications in order.
  init(_ publications: [Publication]) {
    let sorted = publications.enumerated().sorted {
      ($0.element.knownFrom, $0.offset) < ($1.element.knownFrom, $1.offset)
    }
    self.publications = sorted.map(\.element)
    places = Dictionary(
      self.publications.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The publication of an id.
  public subscript(id: String) -> Publication? {
    places[id].map { publications[$0] }
  }

  /// The place of a publication in the order; nil for one that is not in the list.
  func place(of publication: Publication) -> Int? { places[publication.id] }

  /// The publication whose figures of a year are those `as published`: the first that holds rates
  /// of the year or, where none does, the first that holds the year at all. Nil for a year that
  /// none holds.
  public func firstPublication(of year: Int) -> Publication? {
    let holding = publications.filter { $0.years?.contains(year) == true }
    return holding.first(where: \.printsRates) ?? holding.first
  }

  static let columns = [
    "id", "known_from", "reporting_year", "first_year", "last_year", "prints", "short_title",
    "title",
  ]

  private static func publication(
    of record: CSVRecord, in table: CSVTable
  ) throws(CSVError) -> Publication {
    let written = try table.required("known_from", of: record)
    guard let knownFrom = CivilDate(iso: written) else {
      throw table.error(
        "the day \"\(written)\" is not written as 2019-12-31", at: "known_from", of: record)
    }
    let first = try table.year("first_year", of: record)
    let last = try table.year("last_year", of: record)
    if let first, let last, first > last {
      throw table.error("the last year is before the first", at: "last_year", of: record)
    }
    let years = first.flatMap { first in last.map { first...$0 } }
    let prints = table.value("prints", of: record)?.split(separator: ";") ?? []
    return Publication(
      source: Source(
        id: try table.required("id", of: record),
        shortTitle: try table.required("short_title", of: record),
        title: try table.required("title", of: record), date: nil),
      knownFrom: knownFrom, reportingYear: try table.year("reporting_year", of: record),
      years: years, printsRates: prints.contains("rate"))
  }
}

extension Array {
  /// The first value that two elements share; nil when all differ.
  func firstRepeated<Value: Hashable>(by value: (Element) -> Value) -> Value? {
    var seen: Set<Value> = []
    for element in self where !seen.insert(value(element)).inserted { return value(element) }
    return nil
  }
}
