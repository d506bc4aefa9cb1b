/// A calendar month: the step in which the history is kept.
public struct Month: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Months since January of the year 0.
  private let index: Int

  /// The month, or nil when the year is not 1 to 9999 or the month is not 1 to 12.
  public init?(year: Int, month: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    index = year * 12 + month - 1
  }

  private init(index: Int) { self.index = index }

  /// January of the year 1: before anything that is recorded.
  public static let first = Month(index: 12)

  /// Reads `yyyy-mm`.
  public init?(iso text: String) {
    guard text.utf8.count == 7, let (year, rest) = Digits.leading(4, of: text.utf8[...]),
      rest.first == UInt8(ascii: "-"), let (month, end) = Digits.leading(2, of: rest.dropFirst()),
      end.isEmpty
    else { return nil }
    self.init(year: year, month: month)
  }

  /// The year, such as 2020.
  public var year: Int { index / 12 }

  /// The month of the year, 1 to 12.
  public var month: Int { index % 12 + 1 }

  /// The month `count` months later, or earlier when negative, held within the years 1 to 9999.
  public func advanced(by count: Int) -> Month {
    let (sum, overflow) = index.addingReportingOverflow(count)
    let moved = overflow ? (count < 0 ? Int.min : Int.max) : sum
    return Month(index: min(max(moved, 12), 9999 * 12 + 11))
  }

  /// How many months lie from this one to `other`.
  public func distance(to other: Month) -> Int { other.index - index }

  /// 28 to 31.
  public var numberOfDays: Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// The English name: `October`.
  public var name: String { Month.names[month - 1] }

  /// The first three letters of the name: `Oct`.
  public var shortName: String { String(name.prefix(3)) }

  /// The month in words: `October 2020`.
  public var inWords: String { "\(name) \(year)" }

  /// The month as `yyyy-mm`.
  public var description: String {
    String(unsafeUninitializedCapacity: 7) { bytes in
      write(to: bytes)
      return 7
    }
  }

  /// Writes `yyyy-mm` as ASCII to the first seven bytes.
  func write(to bytes: UnsafeMutableBufferPointer<UInt8>) {
    var rest = year
    for place in (0..<4).reversed() {
      bytes[place] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    bytes[4] = 0x2D
    bytes[5] = 0x30 + UInt8(truncatingIfNeeded: month / 10)
    bytes[6] = 0x30 + UInt8(truncatingIfNeeded: month % 10)
  }

  /// Orders months in time.
  public static func < (left: Month, right: Month) -> Bool { left.index < right.index }

  /// The English names of the months, January first.
  public static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

/// Decimal digits at a fixed width, read from bytes: dates are read by the hundred thousand.
enum Digits {
  /// The number that some digits make, and what follows them; nil when they are not all digits.
  static func leading(
    _ count: Int, of bytes: Substring.UTF8View
  ) -> (number: Int, rest: Substring.UTF8View)? {
    var number = 0
    var rest = bytes
    for _ in 0..<count {
      guard let byte = rest.popFirst(), (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return (number, rest)
  }
}
