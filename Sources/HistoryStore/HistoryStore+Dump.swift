import CSV
import FileAccess
import Foundation
import GRDB
import Glibc

/// The whole store as text, for an auditor to compare and for anyone to leave with.
///
/// The first line names the form. Each line after it is a row: the table, then each column with a
/// letter for its kind before the value: `i` whole number, `s` text, `b` bytes that are text, `x`
/// bytes in hexadecimal digits, `n` nothing. Rows stand in the order of the tables and of their ids,
/// so the same history gives the same bytes. Rows of children are not in it: a dump is to be handed
/// on, and could not be made to forget.
extension HistoryStore {
  private static let firstLine = "lac dump 1"

  /// The tables, each after those that it refers to.
  private static let tables = [
    "authority", "entry", "reversal", "scheme_file", "source", "observation", "paper",
    "paper_figure", "comparator_edition", "child_case", "case_move", "frozen_list", "frozen_member",
    "audit",
  ]

  /// The text of the whole store.
  ///
  /// - Throws: `HistoryStoreError`.
  public func dump() throws(HistoryStoreError) -> String {
    try reading { database in
      var writer = CSVWriter()
      writer.append([Self.firstLine])
      for table in Self.tables {
        let rows = try Row.fetchCursor(database, sql: "SELECT * FROM \(table) ORDER BY 1")
        while let row = try rows.next() {
          writer.append([table] + row.databaseValues.map(Self.text))
        }
      }
      return writer.text
    }
  }

  /// Makes a store in a new file from the text of one.
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - file: its name, for errors.
  ///   - path: the new store.
  /// - Throws: `CSVError` where the text is not a dump, `FileError` when there is a file already,
  ///   `HistoryStoreError` when it does not make a store. No file is left behind then.
  public static func load(dump bytes: [UInt8], file: String, into path: String) throws {
    var parser = CSVParser(bytes: bytes, file: file)
    guard try parser.next()?.fields == [firstLine] else {
      throw CSVError(
        file: file, line: 1, column: 1,
        problem: "this is not a dump; its first line is \(firstLine)")
    }
    let store = try emptyInMemory()
    try store.queue.write { database in
      while let record = try parser.next() {
        guard let table = record.fields.first, tables.contains(table) else {
          throw CSVError(
            file: file, line: record.line, column: 1,
            problem: "there is no table \"\(record.fields.first ?? "")\"")
        }
        let values = try zip(record.fields, record.columns).dropFirst().map { field, column in
          try value(field, file: file, line: record.line, column: column)
        }
        let places = Array(repeating: "?", count: values.count).joined(separator: ", ")
        do {
          try database.execute(
            sql: "INSERT INTO \(table) VALUES (\(places))", arguments: StatementArguments(values))
        } catch {
          throw CSVError(
            file: file, line: record.line, column: nil,
            problem: "this row does not fit the table \(table)")
        }
      }
    }
    try store.save(as: path)
  }

  private static func text(_ value: DatabaseValue) -> String {
    switch value.storage {
    case .null: return "n"
    case .int64(let number): return "i\(number)"
    case .double(let number): return "s\(number)"
    case .string(let text): return "s" + text
    case .blob(let data):
      if let text = String(validating: data, as: UTF8.self) { return "b" + text }
      return "x"
        + data.map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined()
    }
  }

  private static func value(
    _ field: String, file: String, line: Int, column: Int
  ) throws(CSVError) -> (any DatabaseValueConvertible)? {
    let rest = String(field.dropFirst())
    switch field.first {
    case "n": return nil
    case "i": if let number = Int64(rest) { return number }
    case "s": return rest
    case "b": return Data(rest.utf8)
    case "x": if let bytes = bytes(hexadecimal: rest) { return Data(bytes) }
    default: break
    }
    throw CSVError(
      file: file, line: line, column: column, problem: "\"\(field)\" is not a value of a dump")
  }

  private static func bytes(hexadecimal text: String) -> [UInt8]? {
    let digits = text.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
    guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
  }
}
