/// Reads comma-separated values as RFC 4180 has them, straight from the bytes of a file.
///
/// One pass, no copy of a field before it is asked for. A byte-order mark, CRLF and lone LF line
/// ends, quoted fields, doubled quotes and a last line without an end are all accepted; blank lines
/// are passed over. What cannot be read stops with the file, line and column (both from 1, the
/// column counted in bytes).
public struct CSVParser {
  /// The name of the file, as errors give it.
  public let file: String

  private let bytes: [UInt8]
  private var end: Int
  private var position: Int
  private var line = 1
  private var lineStart: Int

  /// Starts at the first record of `bytes`.
  public init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    end = bytes.count
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    lineStart = position
  }

  /// Goes on at a part of the file that begins at the beginning of a line and ends at the end of one.
  mutating func move(to part: Range<Int>) {
    line = bytes[..<part.lowerBound].reduce(1) { $1 == Byte.lineFeed ? $0 + 1 : $0 }
    position = part.lowerBound
    lineStart = position
    end = part.upperBound
  }

  /// The next record, or nil at the end.
  ///
  /// - Throws: `CSVError` when a quote is never closed, or stands inside a field without quotes, or
  ///   when text follows a closing quote, or when a field is not UTF-8.
  public mutating func next() throws(CSVError) -> CSVRecord? {
    skipBlankLines()
    guard position < end else { return nil }
    var record = CSVRecord(file: file, line: line, fields: [], columns: [])
    while true {
      record.columns.append(position - lineStart + 1)
      if position < end, bytes[position] == Byte.quote {
        record.fields.append(try quotedField())
      } else {
        record.fields.append(try plainField())
      }
      guard position < end else { return record }
      if bytes[position] == Byte.comma {
        position += 1
        continue
      }
      endLine()
      return record
    }
  }

  private mutating func skipBlankLines() {
    while position < end, bytes[position] == Byte.lineFeed || bytes[position] == Byte.return {
      endLine()
    }
  }

  private mutating func endLine() {
    if bytes[position] == Byte.return, position + 1 < end,
      bytes[position + 1] == Byte.lineFeed
    {
      position += 1
    }
    position += 1
    line += 1
    lineStart = position
  }

  private mutating func plainField() throws(CSVError) -> String {
    let start = position
    let column = start - lineStart + 1
    while position < end {
      let byte = bytes[position]
      if byte == Byte.comma || byte == Byte.lineFeed || byte == Byte.return { break }
      if byte == Byte.quote {
        throw error("a quotation mark stands inside a field that does not begin with one")
      }
      position += 1
    }
    return try text(bytes[start..<position], line: line, column: column)
  }

  private mutating func quotedField() throws(CSVError) -> String {
    let openingLine = line
    let openingColumn = position - lineStart + 1
    position += 1
    var content: [UInt8] = []
    while position < end {
      let byte = bytes[position]
      if byte == Byte.quote {
        if position + 1 < end, bytes[position + 1] == Byte.quote {
          content.append(byte)
          position += 2
          continue
        }
        position += 1
        guard isFieldEnd else { throw error("text follows the closing quotation mark of a field") }
        return try text(content, line: openingLine, column: openingColumn)
      }
      content.append(byte)
      position += 1
      if byte == Byte.lineFeed {
        line += 1
        lineStart = position
      }
    }
    throw CSVError(
      file: file, line: openingLine, column: openingColumn,
      problem: "a quotation mark opens here and is never closed")
  }

  /// The text of a field. Bytes of another encoding are refused rather than replaced: a pound sign
  /// must not be lost in silence.
  private func text(
    _ content: some Collection<UInt8>, line: Int, column: Int
  ) throws(CSVError) -> String {
    guard let text = String(validating: content, as: UTF8.self) else {
      throw CSVError(
        file: file, line: line, column: column,
        problem: "the text is not UTF-8; save the file again as \"CSV UTF-8 (comma delimited)\"")
    }
    return text
  }

  private var isFieldEnd: Bool {
    guard position < end else { return true }
    return [Byte.comma, Byte.lineFeed, Byte.return].contains(bytes[position])
  }

  private func error(_ problem: String) -> CSVError {
    CSVError(file: file, line: line, column: position - lineStart + 1, problem: problem)
  }
}

private enum Byte {
  static let quote = UInt8(ascii: "\"")
  static let comma = UInt8(ascii: ",")
  static let lineFeed = UInt8(ascii: "\n")
  static let `return` = UInt8(ascii: "\r")
}
