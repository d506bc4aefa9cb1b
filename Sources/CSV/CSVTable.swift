/// A small file of comma-separated values, held whole, with its fields found by column name.
public struct CSVTable: Sendable {
  /// How many records are held at once.
  public static let mostRecords = 2_000_000

  /// The name of the file.
  public let file: String

  /// The column names of the header line, trimmed and in lower case.
  public let header: [String]

  /// The records below the header.
  public let records: [CSVRecord]

  private let indexes: [String: Int]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - file: its name, for errors.
  ///   - required: columns that have to be there.
  ///   - known: columns that may be there; anything else is refused, so that a misspelt column
  ///     never passes in silence. Nil accepts every column.
  /// - Throws: `CSVError` for a file without a header, a column that is missing, unknown or there
  ///   twice, a record with too many or too few fields, or text that is not RFC 4180.
  public init(
    bytes: [UInt8], file: String, required: [String], known: [String]? = nil
  ) throws(CSVError) {
    try self.init(bytes: bytes, file: file, required: required, known: known, part: nil)
  }

  /// Reads only the records whose first field is `key`, from a file that is sorted by its first
  /// field, as bytes. What stands in the other lines is neither read nor checked, so that one area
  /// is found in a file of thousands without reading them all.
  ///
  /// Every record has to be on a line of its own, and no first field may be in quotation marks.
  ///
  /// - Throws: `CSVError`, as for the whole file, for the header and the records of the key.
  public init(
    bytes: [UInt8], file: String, required: [String], known: [String]? = nil, firstField key: String
  ) throws(CSVError) {
    try self.init(
      bytes: bytes, file: file, required: required, known: known,
      part: SortedLines.range(of: key, in: bytes))
  }

  private init(
    bytes: [UInt8], file: String, required: [String], known: [String]?, part: Range<Int>?
  ) throws(CSVError) {
    var parser = CSVParser(bytes: bytes, file: file)
    guard let first = try parser.next() else {
      throw CSVError(
        file: file, line: 1, column: nil,
        problem: "the file is empty; its first line must name the columns "
          + required.joined(separator: ", "))
    }
    var indexes: [String: Int] = [:]
    header = first.fields.map { $0.trimmed.lowercased() }
    for (index, name) in header.enumerated() {
      if indexes.updateValue(index, forKey: name) != nil {
        throw CSVError(
          file: file, line: first.line, column: first.columns[index],
          problem: "the column \"\(name)\" is there twice")
      }
      if let known, !known.contains(name), !required.contains(name) {
        throw CSVError(
          file: file, line: first.line, column: first.columns[index],
          problem: "there is no column \"\(name)\"; the columns are "
            + (required + known).joined(separator: ", "))
      }
    }
    if let missing = required.first(where: { indexes[$0] == nil }) {
      throw CSVError(
        file: file, line: first.line, column: nil,
        problem: "the column \"\(missing)\" is missing from the header line")
    }
    if let part { parser.move(to: part) }
    var records: [CSVRecord] = []
    while let record = try parser.next() {
      guard records.count < Self.mostRecords else {
        throw CSVError(
          file: file, line: record.line, column: nil,
          problem: "the file has more than the 2,000,000 lines that are read at once; divide it")
      }
      guard record.fields.count == header.count else {
        throw CSVError(
          file: file, line: record.line, column: record.columns.last,
          problem: "this line has \(record.fields.count) "
            + (record.fields.count == 1 ? "field" : "fields") + " where the header has "
            + "\(header.count); a value that holds a comma needs quotation marks round it")
      }
      records.append(record)
    }
    self.file = file
    self.indexes = indexes
    self.records = records
  }

  /// The trimmed value of a column in a record; nil when the column is absent or the field blank.
  public func value(_ column: String, of record: CSVRecord) -> String? {
    guard let index = indexes[column] else { return nil }
    let value = record.fields[index].trimmed
    return value.isEmpty ? nil : value
  }

  /// The place of a column; nil when it is absent. For files of which every field is asked for.
  public func place(of column: String) -> Int? { indexes[column] }

  /// The trimmed value at a place of a record; nil without a place, or when the field is blank.
  public func value(at place: Int?, of record: CSVRecord) -> String? {
    guard let place else { return nil }
    let value = record.fields[place].trimmed
    return value.isEmpty ? nil : value
  }

  /// The trimmed value of a column that may not be blank.
  public func required(_ column: String, of record: CSVRecord) throws(CSVError) -> String {
    guard let value = value(column, of: record) else {
      throw error("the \(column) is blank", at: column, of: record)
    }
    return value
  }

  /// An error at a column of a record.
  public func error(_ problem: String, at column: String, of record: CSVRecord) -> CSVError {
    CSVError(
      file: file, line: record.line, column: indexes[column].map { record.columns[$0] },
      problem: problem)
  }
}

extension String {
  /// The text without blanks, tabs and no-break spaces at either end.
  fileprivate var trimmed: String {
    // Nearly every field begins and ends with a visible ASCII character, which is quick to see.
    let isVisible = { (byte: UInt8?) in byte.map { (0x21...0x7E).contains($0) } ?? true }
    if isVisible(utf8.first), isVisible(utf8.last) { return self }
    guard let start = firstIndex(where: { !$0.isWhitespace }),
      let end = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[start...end])
  }
}
