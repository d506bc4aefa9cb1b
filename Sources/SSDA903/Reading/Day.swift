import LookedAfter

/// A civil day as a number, as `CivilDate.dayNumber` counts.
typealias Day = Int32

extension Day {
  /// The end of what has not ended.
  static let open = Day.max

  /// A day that is not known.
  static let unknown = Day.min

  /// The day of a date.
  init(_ date: CivilDate) { self = Day(truncatingIfNeeded: date.dayNumber) }

  /// The date of the day; nil for days that are open, unknown or out of the calendar.
  var date: CivilDate? { CivilDate(dayNumber: Int(self)) }

  /// The same day `months` later or earlier; the last of the month where it has no such day.
  func advanced(byMonths months: Int) -> Day {
    guard let date else { return self }
    let month = date.month.advanced(by: months)
    return CivilDate(month, day: Swift.min(date.day, month.numberOfDays)).map(Day.init) ?? self
  }

  /// The birthday of that age of whoever was born on this day: 1 March of a common year for
  /// somebody born on 29 February.
  func birthday(_ age: Int) -> Day {
    guard let date else { return .unknown }
    let month = date.month.advanced(by: 12 * age)
    guard date.day <= month.numberOfDays else {
      return Day(month.lastDay) &+ 1
    }
    return CivilDate(month, day: date.day).map(Day.init) ?? .unknown
  }

  /// The year in which the financial year of the day ends: 2025 for 1 April 2024 to 31 March 2025.
  var returnYear: Int {
    guard let date else { return 0 }
    return date.month.month >= 4 ? date.month.year + 1 : date.month.year
  }

  /// 31 March of a year.
  static func lastDay(ofReturn year: Int) -> Day {
    CivilDate(year: Swift.min(Swift.max(year, 1), 9999), month: 3, day: 31).map(Day.init)
      ?? .unknown
  }

  /// 1 April of the year before: the first day of the return that ends in `year`.
  static func firstDay(ofReturn year: Int) -> Day { lastDay(ofReturn: year - 1) &+ 1 }
}
