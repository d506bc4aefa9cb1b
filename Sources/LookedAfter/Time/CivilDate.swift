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
  public var description: String { "\(month)-" + twoDigits(day) }

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

  /// The day `count` days later, or earlier when negative, held within the years 1 to 9999.
  public func advanced(by count: Int) -> CivilDate {
    let first = Month.first.lastDay.dayNumber - 30
    let last = Month.first.advanced(by: .max).lastDay.dayNumber
    let (sum, overflow) = dayNumber.addingReportingOverflow(count)
    let wanted = min(max(overflow ? (count < 0 ? first : last) : sum, first), last)
    // A guess that is too early, by a month or two for every five years.
    let distance = wanted - dayNumber
    var month = month.advanced(by: distance / (distance < 0 ? 28 : 31) - 1)
    while month.lastDay.dayNumber < wanted { month = month.advanced(by: 1) }
    return CivilDate(month, day: wanted - month.lastDay.dayNumber + month.numberOfDays)
      ?? month.lastDay
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
