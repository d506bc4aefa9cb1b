import LookedAfter

/// Reads dates from bytes: `dd/mm/yyyy` as the return has them and `yyyy-mm-dd` as data platforms
/// write them. A month never comes first.
struct DateReader: Sendable {
  /// The years that a date may have.
  static let years = 1900..<2200

  /// The day before 1 January of each year, and the length of each month, twice over for leap years.
  private let yearStarts: [Day]
  private let monthStarts: [Day]
  private let monthLengths: [Day]

  init() {
    yearStarts = Self.years.map { year in
      CivilDate(year: year, month: 1, day: 1).map { Day($0) - 1 } ?? 0
    }
    var starts: [Day] = []
    var lengths: [Day] = []
    for year in [2023, 2024] {
      starts.append(0)
      lengths.append(0)
      var sum: Day = 0
      for month in 1...15 {
        let length = month <= 12 ? Day(Month(year: year, month: month)?.numberOfDays ?? 0) : 0
        starts.append(sum)
        lengths.append(length)
        sum += length
      }
    }
    monthStarts = starts
    monthLengths = lengths
  }

  /// The day that some bytes write; nil when they write none.
  ///
  /// - Parameter base: of a buffer with at least ten readable bytes behind `base`.
  @inline(__always)
  func day(_ base: UnsafeRawPointer, count: Int) -> Day? {
    if count == 10 {
      // Eight bytes `dd/mm/yy` and two `yy`, all digits checked at once.
      let pattern: UInt64 = 0x3030_2F30_302F_3030
      let word = UInt64(littleEndian: base.loadUnaligned(as: UInt64.self)) ^ pattern
      let rest =
        UInt16(littleEndian: base.loadUnaligned(fromByteOffset: 8, as: UInt16.self)) ^ 0x3030
      let wrong = (word &+ 0x7676_7F76_767F_7676) | word
      let wrongRest = (rest &+ 0x7676) | rest
      if wrong & 0x8080_8080_8080_8080 == 0, wrongRest & 0x8080 == 0 {
        @inline(__always) func digit(_ place: UInt64) -> Int {
          Int(truncatingIfNeeded: (word &>> (place &* 8)) & 0xF)
        }
        let year =
          digit(6) &* 1000 &+ digit(7) &* 100 &+ Int(rest & 0xF) &* 10 &+ Int(rest &>> 8)
        return make(
          year: year, month: digit(3) &* 10 &+ digit(4), day: digit(0) &* 10 &+ digit(1))
      }
    }
    return slow(UnsafeRawBufferPointer(start: base, count: count))
  }

  @inline(__always)
  private func make(year: Int, month: Int, day: Int) -> Day? {
    guard Self.years.contains(year), month <= 12 else { return nil }
    let isLeap = year & 3 == 0 && (year % 100 != 0 || year % 400 == 0)
    let place = month &+ (isLeap ? 16 : 0)
    let day = Day(truncatingIfNeeded: day)
    guard day >= 1, day <= monthLengths[place] else { return nil }
    return yearStarts[year &- Self.years.lowerBound] &+ monthStarts[place] &+ day
  }

  /// Any other way of writing the same: ISO dates, a day or month of one digit, a time behind.
  private func slow(_ bytes: UnsafeRawBufferPointer) -> Day? {
    var numbers: [(value: Int, digits: Int)] = [(0, 0)]
    var separator: UInt8?
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x30...0x39:
        let (value, digits) = numbers[numbers.count - 1]
        guard digits < 4 else { return nil }
        numbers[numbers.count - 1] = (value * 10 + Int(byte - 0x30), digits + 1)
      case UInt8(ascii: "/"), UInt8(ascii: "-"):
        guard separator ?? byte == byte, numbers.count < 3 else { return nil }
        separator = byte
        numbers.append((0, 0))
      case UInt8(ascii: " "), UInt8(ascii: "T"):
        guard numbers.count == 3, isTime(bytes[(index + 1)...]) else { return nil }
        return assemble(numbers)
      default:
        return nil
      }
    }
    return assemble(numbers)
  }

  private func assemble(_ numbers: [(value: Int, digits: Int)]) -> Day? {
    guard numbers.count == 3 else { return nil }
    let widths = numbers.map(\.digits)
    if widths[0] == 4, widths[1] == 2, widths[2] == 2 {
      return make(year: numbers[0].value, month: numbers[1].value, day: numbers[2].value)
    }
    guard widths[2] == 4, (1...2).contains(widths[0]), (1...2).contains(widths[1]) else {
      return nil
    }
    return make(year: numbers[2].value, month: numbers[1].value, day: numbers[0].value)
  }

  private func isTime(_ bytes: Slice<UnsafeRawBufferPointer>) -> Bool {
    bytes.allSatisfy {
      (0x30...0x39).contains($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".")
        || $0 == UInt8(ascii: "Z")
    }
  }
}
