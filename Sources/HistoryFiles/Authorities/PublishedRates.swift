import CSV
import LookedAfter

/// Rates of looked after children on 31 March as they were printed: whole numbers per 10,000
/// children aged 0 to 17, of each year those of the newest publication.
struct PublishedRates {
  /// A printed rate.
  struct Rate {
    /// Children per 10,000.
    let value: Int
    /// The publication that printed it.
    let publication: SourceFile.Entry
  }

  private struct Key: Hashable {
    let year: Int
    let area: String
  }

  /// The years of the file, earliest first; 2020 stands for 31 March 2020.
  let years: [Int]

  private let rates: [Key: Rate]

  /// Reads `year,area,rate,publication`. The area is the code of an authority, the name of a region
  /// or `England`; a blank rate was not printed.
  ///
  /// - Throws: `CSVError` with file, line and column, also when a rate is there twice.
  init(file: HistoryFolder.File, sources: SourceFile) throws(CSVError) {
    let table = try CSVTable(
      bytes: file.bytes, file: file.name, required: ["year", "area", "rate", "publication"],
      known: [])
    var rates: [Key: Rate] = [:]
    var years: Set<Int> = []
    for record in table.records {
      guard let year = table.whole("year", of: record), Month(year: year, month: 3) != nil else {
        throw table.error("the year is not a year", at: "year", of: record)
      }
      years.insert(year)
      guard table.value("rate", of: record) != nil else { continue }
      guard let value = table.whole("rate", of: record), value >= 0 else {
        throw table.error("the rate is not a whole number", at: "rate", of: record)
      }
      let key = Key(year: year, area: try table.required("area", of: record))
      let rate = Rate(
        value: value, publication: try sources.entry("publication", of: record, in: table))
      guard rates.updateValue(rate, forKey: key) == nil else {
        throw table.error("the rate of this year and area is there twice", at: "area", of: record)
      }
    }
    self.rates = rates
    self.years = years.sorted()
  }

  /// The rate printed for an area on 31 March of a year; nil when none was.
  subscript(area: String, year: Int) -> Rate? { rates[Key(year: year, area: area)] }
}

extension CSVTable {
  /// A whole number; nil for anything else.
  func whole(_ column: String, of record: CSVRecord) -> Int? {
    value(column, of: record).flatMap(Int.init)
  }
}

extension SourceFile {
  /// The publication that a field names.
  ///
  /// - Throws: `CSVError` when it is blank or not in the list of sources.
  func entry(
    _ column: String, of record: CSVRecord, in table: CSVTable
  ) throws(CSVError) -> Entry {
    let id = try table.required(column, of: record)
    guard let entry = self[id] else {
      throw table.error("the source \"\(id)\" is not in \(file)", at: column, of: record)
    }
    return entry
  }
}
