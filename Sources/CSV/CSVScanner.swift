/// Finds the fields of comma-separated values in bytes, without copying any: the one reader under
/// every other in this project.
///
/// The bytes may be a window on a longer file: the scanner says when a record is cut off at the end
/// of the window, and goes on when it is given a window that begins where it stands. Blank lines are
/// passed over.
public struct CSVScanner: Equatable, Sendable {
  /// The offset in the bytes of what comes next.
  public var position: Int

  /// The line of what comes next, from 1.
  public private(set) var line: Int

  /// The offset at which that line begins; less than nothing when it began in an earlier window.
  private var lineStart: Int

  /// Starts at the beginning of a line.
  public init(position: Int = 0, line: Int = 1) {
    self.position = position
    self.line = line
    lineStart = position
  }

  /// Moves to a window that begins `count` bytes later.
  public mutating func rebase(by count: Int) {
    position -= count
    lineStart -= count
  }

  /// Finds the next record.
  ///
  /// - Parameters:
  ///   - bytes: the window.
  ///   - isLast: whether the text ends with the window.
  ///   - fields: room for the fields.
  public mutating func next(
    in bytes: UnsafeRawBufferPointer, isLast: Bool,
    into fields: UnsafeMutableBufferPointer<CSVField>
  ) -> CSVStep {
    skipBlankLines(in: bytes, isLast: isLast)
    guard let base = bytes.baseAddress, position < bytes.count else { return .end }
    let beginning = self
    let end = bytes.count
    var count = 0
    var field = OpenField(start: position, lineStart: lineStart)
    var here = position
    while true {
      // The next byte that may mean something: all of them are less than a hyphen.
      let place = Self.nextMark(from: here, in: base, end: end)
      if place >= end {
        guard isLast else { return restart(beginning) }
        keep(field, end: end, &count, fields)
        position = end
        return .record(fields: count)
      }
      switch base.load(fromByteOffset: place, as: UInt8.self) {
      case Byte.comma:
        keep(field, end: place, &count, fields)
        here = place &+ 1
        field = OpenField(start: here, lineStart: lineStart)
      case Byte.lineFeed:
        keep(field, end: place, &count, fields)
        startLine(at: place &+ 1)
        return .record(fields: count)
      case Byte.return:
        // A line feed may follow behind the window.
        if place &+ 1 == end, !isLast { return restart(beginning) }
        keep(field, end: place, &count, fields)
        let isPair =
          place &+ 1 < end
          && base.load(fromByteOffset: place &+ 1, as: UInt8.self) == Byte.lineFeed
        startLine(at: place &+ (isPair ? 2 : 1))
        return .record(fields: count)
      case Byte.quote:
        guard place == field.start else {
          return stop(.strayQuote, at: place, count, beginning)
        }
        let opening = (line: line, column: place &- lineStart &+ 1)
        switch quoted(from: place, in: base, end: end, isLast: isLast) {
        case .closed(let closing, let doubled):
          here = closing &+ 1
          guard here == end || Self.endsField(base.load(fromByteOffset: here, as: UInt8.self))
          else { return stop(.textAfterQuote, at: here, count, beginning) }
          field.start = place &+ 1
          field.closing = closing
          field.hasDoubledQuotes = doubled
        case .incomplete:
          return restart(beginning)
        case .open:
          self = beginning
          return .broken(.openQuote, line: opening.line, column: opening.column, fields: count)
        }
      default:
        here = place &+ 1
      }
    }
  }

  /// Passes over the line on which the scanner stands, whatever is on it.
  ///
  /// - Returns: false when the line goes on behind the window.
  public mutating func skipLine(in bytes: UnsafeRawBufferPointer, isLast: Bool) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    var here = position
    while here < bytes.count {
      let byte = base.load(fromByteOffset: here, as: UInt8.self)
      here += 1
      if byte == Byte.lineFeed || byte == Byte.return {
        if byte == Byte.return {
          if here == bytes.count, !isLast { return false }
          if here < bytes.count, base.load(fromByteOffset: here, as: UInt8.self) == Byte.lineFeed {
            here += 1
          }
        }
        startLine(at: here)
        return true
      }
    }
    guard isLast else { return false }
    position = bytes.count
    return true
  }

  /// Passes over line ends with nothing before them.
  public mutating func skipBlankLines(in bytes: UnsafeRawBufferPointer, isLast: Bool) {
    while position < bytes.count {
      switch bytes[position] {
      case Byte.lineFeed:
        startLine(at: position + 1)
      case Byte.return:
        if position + 1 == bytes.count, !isLast { return }
        let isPair = position + 1 < bytes.count && bytes[position + 1] == Byte.lineFeed
        startLine(at: position + (isPair ? 2 : 1))
      default:
        return
      }
    }
  }

  // MARK: Parts

  private enum Quoted {
    /// The offset of the closing quotation mark, and whether marks inside are doubled.
    case closed(Int, doubled: Bool)
    case incomplete
    case open
  }

  private mutating func quoted(
    from opening: Int, in base: UnsafeRawPointer, end: Int, isLast: Bool
  ) -> Quoted {
    var here = opening + 1
    var doubled = false
    while here < end {
      switch base.load(fromByteOffset: here, as: UInt8.self) {
      case Byte.quote:
        if here + 1 == end, !isLast { return .incomplete }
        if here + 1 < end, base.load(fromByteOffset: here + 1, as: UInt8.self) == Byte.quote {
          doubled = true
          here += 2
        } else {
          return .closed(here, doubled: doubled)
        }
      case Byte.lineFeed:
        here += 1
        line += 1
        lineStart = here
      default:
        here += 1
      }
    }
    return isLast ? .open : .incomplete
  }

  /// A field whose end is still to be found.
  private struct OpenField {
    var start: Int
    let column: Int32
    var closing = -1
    var hasDoubledQuotes = false

    @inline(__always)
    init(start: Int, lineStart: Int) {
      self.start = start
      column = Int32(truncatingIfNeeded: start &- lineStart &+ 1)
    }
  }

  @inline(__always)
  private func keep(
    _ field: OpenField, end: Int, _ count: inout Int,
    _ fields: UnsafeMutableBufferPointer<CSVField>
  ) {
    if count < fields.count {
      fields[count] = CSVField(
        start: field.start, end: field.closing >= 0 ? field.closing : end, column: field.column,
        hasDoubledQuotes: field.hasDoubledQuotes)
    }
    count &+= 1
  }

  private static func endsField(_ byte: UInt8) -> Bool {
    byte == Byte.comma || byte == Byte.lineFeed || byte == Byte.return
  }

  private mutating func startLine(at place: Int) {
    position = place
    line += 1
    lineStart = place
  }

  private mutating func restart(_ beginning: CSVScanner) -> CSVStep {
    self = beginning
    return .incomplete
  }

  private mutating func stop(
    _ problem: CSVBreak, at place: Int, _ count: Int, _ beginning: CSVScanner
  ) -> CSVStep {
    let found = (line: line, column: place - lineStart + 1)
    self = beginning
    return .broken(problem, line: found.line, column: found.column, fields: count)
  }

  /// The offset of the next byte less than a hyphen, eight bytes at a time; `end` when there is none.
  ///
  /// Subtracting a hyphen from each byte of a word sets the top bit of those that are less. A borrow
  /// may mark the byte above as well, which does no harm: whoever asks looks at the byte.
  @inline(__always)
  private static func nextMark(from start: Int, in base: UnsafeRawPointer, end: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var here = start
    while here &+ 8 <= end {
      let word = UInt64(
        littleEndian: base.loadUnaligned(fromByteOffset: here, as: UInt64.self))
      let less = (word &- ones &* 0x2D) & ~word & (ones &* 0x80)
      if less != 0 { return here &+ less.trailingZeroBitCount &>> 3 }
      here &+= 8
    }
    while here < end {
      if base.load(fromByteOffset: here, as: UInt8.self) < 0x2D { return here }
      here &+= 1
    }
    return end
  }
}

enum Byte {
  static let quote = UInt8(ascii: "\"")
  static let comma = UInt8(ascii: ",")
  static let lineFeed = UInt8(ascii: "\n")
  static let `return` = UInt8(ascii: "\r")
}
