/// Where one field of a record stands in the bytes that were scanned.
public struct CSVField: Equatable, Sendable {
  /// The offset of the first byte of the value, behind an opening quotation mark.
  public let start: Int

  /// The offset behind the last byte of the value, before a closing quotation mark.
  public let end: Int

  /// The byte column at which the field begins, from 1; the quotation mark counts.
  public let column: Int32

  /// Whether quotation marks inside the value are written twice.
  public let hasDoubledQuotes: Bool

  /// Names a stretch of bytes as a field.
  public init(start: Int, end: Int, column: Int32 = 1, hasDoubledQuotes: Bool = false) {
    self.start = start
    self.end = end
    self.column = column
    self.hasDoubledQuotes = hasDoubledQuotes
  }
}

/// What a scanner came upon.
public enum CSVStep: Equatable, Sendable {
  /// A record with that many fields. Those beyond the room given are counted and not kept.
  case record(fields: Int)
  /// The bytes end here.
  case end
  /// The record goes on behind the bytes at hand; the scanner stands at its beginning.
  case incomplete
  /// The record breaks a rule; the scanner stands at its beginning. `fields` of it are sound.
  case broken(CSVBreak, line: Int, column: Int, fields: Int)
}

/// A rule of RFC 4180 that a record breaks.
public enum CSVBreak: Equatable, Sendable {
  /// A quotation mark stands inside a field that does not begin with one.
  case strayQuote
  /// Text follows the closing quotation mark of a field.
  case textAfterQuote
  /// A quotation mark opens and is never closed.
  case openQuote

  /// What is wrong, without a capital letter and without a full stop.
  public var problem: String {
    switch self {
    case .strayQuote: "a quotation mark stands inside a field that does not begin with one"
    case .textAfterQuote: "text follows the closing quotation mark of a field"
    case .openQuote: "a quotation mark opens here and is never closed"
    }
  }
}
