import CSV
import LookedAfter

/// The department's open data of looked after children: the file of numbers and rates per 10,000
/// that comes with `Children looked after in England including adoptions`.
///
/// Its columns are `time_period,time_identifier,geographic_level,country_code,country_name,
/// region_code,region_name,old_la_code,la_name,new_la_code,population_count,population_estimate,
/// number,rate_per_10000`; `population_count` says what is counted: children looked after at 31
/// March, starting or ceasing to be looked after. Further columns are passed over.
public struct OpenDataFile: Sendable {
  /// A line of the file.
  public struct Row: Sendable {
    /// The line, from 1.
    public let line: Int
    /// What is counted.
    public let measure: PublishedMeasure
    /// The year: 2025 for the reporting year 2025.
    public let year: Int
    /// The place.
    public let area: Area
    /// Children.
    public let count: PublishedNumber
    /// Children per 10,000 aged 0 to 17.
    public let rate: PublishedNumber
    /// Children aged 0 to 17 in the middle of the year before.
    public let population: PublishedNumber
    /// The authority as the file names it; nil for England and regions.
    let named: NamedAuthority?
  }

  struct NamedAuthority: Sendable {
    let name: String
    let gssCode: String
    let region: String
  }

  /// The name of the file.
  public let file: String

  /// The lines, in the order of the file.
  public let rows: [Row]

  /// The newest year of the file: the one that its publication is named after.
  public let newestYear: Int

  private static let columns = [
    "time_period", "geographic_level", "region_code", "region_name", "old_la_code", "la_name",
    "new_la_code", "population_count", "population_estimate", "number", "rate_per_10000",
  ]

  /// Reads a file.
  ///
  /// - Throws: `CSVError` with file, line and column when it is not in this layout, names a place,
  ///   a year or a count that is none, holds something else than a number or a symbol, counts
  ///   more children than there are, or gives a place twice.
  public init(bytes: [UInt8], file: String) throws(CSVError) {
    let table = try CSVTable(bytes: bytes, file: file, required: Self.columns)
    var rows: [Row] = []
    var seen: Set<[String]> = []
    for record in table.records {
      let row = try Self.row(of: record, in: table)
      guard seen.insert([row.measure.rawValue, String(row.year), row.area.key]).inserted else {
        throw table.error(
          "\(row.area.key) is there twice for \(row.year)", at: "population_count", of: record)
      }
      if let count = row.count.value, let population = row.population.value, count > population {
        throw table.error(
          "\(count) children are more than the population of \(population); mend one of the two",
          at: "number", of: record)
      }
      rows.append(row)
    }
    guard let newestYear = rows.map(\.year).max() else {
      throw CSVError(
        file: file, line: 1, column: nil, problem: "there is no line below the column names")
    }
    self.file = file
    self.rows = rows
    self.newestYear = newestYear
  }

  private static func row(of record: CSVRecord, in table: CSVTable) throws(CSVError) -> Row {
    let (area, named) = try place(of: record, in: table)
    return Row(
      line: record.line, measure: try measure(of: record, in: table),
      year: try year(of: record, in: table), area: area,
      count: try table.number("number", of: record),
      rate: try table.rate("rate_per_10000", of: record),
      population: try table.number("population_estimate", of: record), named: named)
  }

  /// A reporting year is written as `2025`, or as `202425` in files that write both of its years.
  private static func year(of record: CSVRecord, in table: CSVTable) throws(CSVError) -> Int {
    let text = try table.required("time_period", of: record)
    if let number = Int(text), (1990...2100).contains(number) { return number }
    if text.utf8.count == 6, let both = Int(text), (1990...2100).contains(both / 100),
      (both / 100 + 1) % 100 == both % 100
    {
      return both / 100 + 1
    }
    throw table.error(
      "the time_period \"\(text)\" is not a year, such as 2025", at: "time_period", of: record)
  }

  private static func measure(
    of record: CSVRecord, in table: CSVTable
  ) throws(CSVError) -> PublishedMeasure {
    let text = try table.required("population_count", of: record)
    let words = text.lowercased()
    if words.contains("31 march") { return .lookedAfter }
    if words.contains("start") { return .started }
    if words.contains("ceas") { return .ceased }
    throw table.error(
      "\"\(text)\" does not say whether children looked after at 31 March, starting or ceasing to"
        + " be looked after are counted", at: "population_count", of: record)
  }

  private static func place(
    of record: CSVRecord, in table: CSVTable
  ) throws(CSVError) -> (Area, NamedAuthority?) {
    let level = try table.required("geographic_level", of: record)
    switch level.lowercased() {
    case "national": return (.england, nil)
    case "regional": return (.region(try region(of: record, in: table)), nil)
    case "local authority":
      let code = try table.required("old_la_code", of: record)
      guard let area = Area(key: code), case .authority = area else {
        throw table.error(
          "the code \"\(code)\" is not one of three digits", at: "old_la_code", of: record)
      }
      return (
        area,
        NamedAuthority(
          name: try table.required("la_name", of: record),
          gssCode: try table.required("new_la_code", of: record),
          region: try region(of: record, in: table))
      )
    default:
      throw table.error(
        "the level \"\(level)\" is none of National, Regional and Local authority",
        at: "geographic_level", of: record)
    }
  }

  private static func region(of record: CSVRecord, in table: CSVTable) throws(CSVError) -> String {
    let code = try table.required("region_code", of: record)
    guard let region = Area.regions[code] else {
      throw table.error(
        "\"\(code)\" is not the code of a region, such as E12000005", at: "region_code", of: record)
    }
    return region
  }
}

extension CSVTable {
  /// A rate: a whole number, also when decimals are written, which are rounded.
  fileprivate func rate(
    _ column: String, of record: CSVRecord
  ) throws(CSVError) -> PublishedNumber {
    if let text = value(column, of: record), let written = Quantity(text: text),
      written.decimals > 0,
      let whole = PublishedNumber(cell: String(written.rounded(toDecimals: 0).mantissa))
    {
      return whole
    }
    return try number(column, of: record)
  }
}
