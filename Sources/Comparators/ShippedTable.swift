import CSV
import LookedAfter
import ShippedData

/// Reads the tables of the shipped comparators, each when it is asked for.
enum ShippedTable {
  /// A whole table.
  static func whole(_ name: String, columns: [String]) throws -> CSVTable {
    let file = try ShippedData.read("comparators/\(name).csv")
    return try CSVTable(bytes: file.bytes, file: file.path, required: columns, known: [])
  }

  /// Only the records of a table whose first field is `key`.
  static func records(of key: String, in name: String, columns: [String]) throws -> CSVTable {
    let file = try ShippedData.read("comparators/\(name).csv")
    return try CSVTable(
      bytes: file.bytes, file: file.path, required: columns, known: [], firstField: key)
  }
}

extension CSVTable {
  /// A whole number of 0 or more; nil for anything else.
  func whole(_ column: String, of record: CSVRecord) -> Int? {
    value(column, of: record).flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
  }

  /// A year that may be blank.
  func year(_ column: String, of record: CSVRecord) throws(CSVError) -> Int? {
    guard let text = value(column, of: record) else { return nil }
    guard let year = Int(text), Month(year: year, month: 1) != nil else {
      throw error("the year \"\(text)\" is not written as 2019", at: column, of: record)
    }
    return year
  }

  /// A day that may be blank.
  func day(_ column: String, of record: CSVRecord) throws(CSVError) -> CivilDate? {
    guard let text = value(column, of: record) else { return nil }
    guard let day = CivilDate(iso: text) else {
      throw error("the day \"\(text)\" is not written as 2019-03-31", at: column, of: record)
    }
    return day
  }

  /// The publication that a field names.
  func publication(
    _ column: String, of record: CSVRecord, among publications: PublicationList
  ) throws(CSVError) -> Publication {
    let id = try required(column, of: record)
    guard let publication = publications[id] else {
      throw error("there is no publication \"\(id)\"", at: column, of: record)
    }
    return publication
  }
}
