/// Reads comma-separated values as RFC 4180 has them, as text, record by record.
///
/// A byte-order mark, CRLF and lone LF line ends, quoted fields, doubled quotes and a last line
/// without an end are all accepted; blank lines are passed over. What cannot be read stops with the
/// file, line and column (both from 1, the column counted in bytes). `CSVScanner` finds the fields.
public struct CSVParser {
  /// The name of the file, as errors give it.
  public let file: String

  private let bytes: [UInt8]
  /// Where reading ends: the end of the file, or of the part that is read.
  private var end: Int
  private var scanner: CSVScanner
  private var fields: [CSVField]

  /// How many fields a record may have; more is no table but a mistake, or meant ill.
  public static let mostFields = 10_000

  /// Starts at the first record of `bytes`.
  public init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    end = bytes.count
    scanner = CSVScanner(position: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    fields = Array(repeating: CSVField(start: 0, end: 0), count: 32)
  }

  /// Goes on at a part of the file that begins at the beginning of a line and ends at the end of one.
  mutating func move(to part: Range<Int>) {
    let line = bytes[..<part.lowerBound].reduce(1) { $1 == Byte.lineFeed ? $0 + 1 : $0 }
    scanner = CSVScanner(position: part.lowerBound, line: line)
    end = part.upperBound
  }

  /// The next record, or nil at the end.
  ///
  /// - Throws: `CSVError` when a quote is never closed, or stands inside a field without quotes, or
  ///   when text follows a closing quote, or when a field is not UTF-8, or there are too many.
  public mutating func next() throws(CSVError) -> CSVRecord? {
    bytes.withUnsafeBytes { bytes in
      scanner.skipBlankLines(in: UnsafeRawBufferPointer(rebasing: bytes[..<end]), isLast: true)
    }
    let beginning = scanner
    switch step() {
    case .record(let count):
      guard count <= Self.mostFields else {
        throw CSVError(
          file: file, line: beginning.line, column: nil,
          problem: "this line has \(count) fields, more than the \(Self.mostFields) that are read")
      }
      if count > fields.count {
        fields = Array(repeating: CSVField(start: 0, end: 0), count: count * 2)
        scanner = beginning
        return try next()
      }
      return try record(of: count, line: beginning.line)
    case .broken(let problem, let line, let column, let count):
      // A field of another encoding before the place is told first.
      _ = try record(of: min(count, fields.count), line: beginning.line)
      throw CSVError(file: file, line: line, column: column, problem: problem.problem)
    case .end, .incomplete:
      return nil
    }
  }

  private mutating func step() -> CSVStep {
    bytes.withUnsafeBytes { bytes in
      let window = UnsafeRawBufferPointer(rebasing: bytes[..<end])
      return fields.withUnsafeMutableBufferPointer {
        scanner.next(in: window, isLast: true, into: $0)
      }
    }
  }

  private func record(of count: Int, line: Int) throws(CSVError) -> CSVRecord {
    var record = CSVRecord(file: file, line: line, fields: [], columns: [])
    record.fields.reserveCapacity(count)
    record.columns.reserveCapacity(count)
    var at = line
    for field in fields[..<count] {
      record.fields.append(try text(of: field, line: &at))
      record.columns.append(Int(field.column))
    }
    return record
  }

  /// The text of some bytes; nil when they are not UTF-8. Nearly every field is ASCII, which is seen
  /// sooner than the rest of Unicode is checked.
  private func text(of range: Range<Int>) -> String? {
    guard !range.isEmpty else { return "" }
    return bytes.withUnsafeBufferPointer { all in
      let content = UnsafeBufferPointer(rebasing: all[range])
      if content.allSatisfy({ $0 < 0x80 }) { return String(decoding: content, as: UTF8.self) }
      return String(validating: content, as: UTF8.self)
    }
  }

  /// The text of a field. Bytes of another encoding are refused rather than replaced: a pound sign
  /// must not be lost in silence.
  private func text(of field: CSVField, line: inout Int) throws(CSVError) -> String {
    guard let text = text(of: field.start..<field.end) else {
      throw CSVError(
        file: file, line: line, column: Int(field.column),
        problem: "the text is not UTF-8; save the file again as \"CSV UTF-8 (comma delimited)\"")
    }
    if field.start > 0, bytes[field.start - 1] == Byte.quote {
      line += bytes[field.start..<field.end].count { $0 == Byte.lineFeed }
    }
    guard field.hasDoubledQuotes else { return text }
    var single = ""
    var isSecond = false
    for character in text.unicodeScalars {
      isSecond = character == "\"" && !isSecond
      if character != "\"" || isSecond { single.unicodeScalars.append(character) }
    }
    return single
  }
}
