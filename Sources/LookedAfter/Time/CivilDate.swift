/// A day of the civil calendar, without a time and without a time zone.
public struct CivilDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The month that the day is in.
  public let month: Month

  /// The day of the month, 1 to 31.
  public let day: Int

  /// The day, or nil when the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard let month = Month(year: year, month: month) else { return nil }
    self.init(month, day: day)
  }

  /// A day of a month, or nil when the month has no such day.
  public init?(_ month: Month, day: Int) {
    guard (1...month.numberOfDays).contains(day) else { return nil }
    self.month = month
    self.day = day
  }

  /// Reads `yyyy-mm-dd`.
  public init?(iso text: String) {
    guard text.utf8.count == 10, let (year, rest) = Digits.leading(4, of: text.utf8[...]),
      rest.first == UInt8(ascii: "-"), let (month, end) = Digits.leading(2, of: rest.dropFirst()),
      end.first == UInt8(ascii: "-"), let (day, _) = Digits.leading(2, of: end.dropFirst())
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  fileprivate init(lastOf month: Month) {
    self.month = month
    day = month.numberOfDays
  }

  /// The day as `yyyy-mm-dd`.
  public var description: String {
    String(unsafeUninitializedCapacity: 10) { bytes in
      month.write(to: bytes)
      bytes[7] = 0x2D
      bytes[8] = 0x30 + UInt8(truncatingIfNeeded: day / 10)
      bytes[9] = 0x30 + UInt8(truncatingIfNeeded: day % 10)
      return 10
    }
  }

  /// The day in words: `2 November 2020`.
  public var inWords: String { "\(day) \(month.inWords)" }

  /// Days since 1 January of the year 0 of the proleptic Gregorian calendar, for differences.
  public var dayNumber: Int {
    // March-based years put the leap day at the end, which makes the sum regular.
    let shifted = month.month <= 2 ? month.year - 1 : month.year
    let fromMarch = (month.month + 9) % 12
    return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400
      + (153 * fromMarch + 2) / 5 + day + 59
  }

  /// The day of a day number; nil outside the years 1 to 9999.
  public init?(dayNumber: Int) {
    guard (366...3_652_424).contains(dayNumber) else { return nil }
    // The same March-based years as above, taken apart by eras of 400 years.
    let fromMarch = dayNumber - 60
    let era = (fromMarch >= 0 ? fromMarch : fromMarch - 146_096) / 146_097
    let dayOfEra = fromMarch - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The day `count` days later, or earlier when negative, held within the years 1 to 9999.
  public func advanced(by count: Int) -> CivilDate {
    let (sum, overflow) = dayNumber.addingReportingOverflow(count)
    let wanted = overflow ? (count < 0 ? 366 : 3_652_424) : min(max(sum, 366), 3_652_424)
    return CivilDate(dayNumber: wanted) ?? self
  }

  /// Orders days in time.
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.month, left.day) < (right.month, right.day)
  }
}

extension Month {
  /// The last day of the month.
  public var lastDay: CivilDate { CivilDate(lastOf: self) }
}

/// A number of at most two digits, padded with a zero.
func twoDigits(_ number: Int) -> String {
  number < 10 ? "0\(number)" : "\(number)"
}
