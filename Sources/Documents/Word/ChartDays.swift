/// Periods as the days of a spreadsheet, so that Word draws them on an axis of dates: a year or a
/// month a step.
struct ChartDays: Equatable {
  /// What one step of the axis is.
  enum Unit: String {
    case months
    case years

    /// How Word writes a day, in English wherever it is opened.
    var format: String {
      switch self {
      case .months: "[$-809]mmm yyyy"
      case .years: "yyyy"
      }
    }
  }

  let unit: Unit

  /// The first days of the slots, counted from 30 December 1899.
  let serials: [Int]

  /// The days of slots whose periods are named by their ids, in their way of writing; nil where the
  /// periods are something else, or are called something else.
  ///
  /// - Parameters:
  ///   - known: the slot, the id and the label of each period.
  ///   - count: how many slots there are; those without a period lie between their neighbours.
  init?(_ known: [(slot: Int, id: String, label: String)], count: Int) {
    guard let first = known.first,
      let unit = [Unit.years, .months].first(where: {
        Self.number(first.id, $0) != nil
      }), let start = Self.number(first.id, unit)
    else { return nil }
    let origin = start - first.slot
    for item in known {
      guard Self.number(item.id, unit) == origin + item.slot,
        Self.label(origin + item.slot, unit) == item.label
      else { return nil }
    }
    let serials = (0..<count).map { Self.serial(origin + $0, unit) }
    // Spreadsheets know no day before 1900.
    guard serials.allSatisfy({ $0 > 60 }) else { return nil }
    self.unit = unit
    self.serials = serials
  }

  /// The year or the month that an id names, as a number that grows by one a step.
  private static func number(_ id: String, _ unit: Unit) -> Int? {
    let parts = id.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    guard numbers.count == parts.count, numbers.first.map({ (1900...9999).contains($0) }) == true
    else { return nil }
    switch (unit, numbers.count) {
    case (.years, 1): return numbers[0]
    case (.months, 2) where (1...12).contains(numbers[1]): return numbers[0] * 12 + numbers[1] - 1
    default: return nil
    }
  }

  private static func serial(_ number: Int, _ unit: Unit) -> Int {
    switch unit {
    case .years: firstDay(year: number, month: 1)
    case .months: firstDay(year: number / 12, month: number % 12 + 1)
    }
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// What the axis will write for a number.
  private static func label(_ number: Int, _ unit: Unit) -> String {
    switch unit {
    case .years: "\(number)"
    case .months: "\(months[number % 12]) \(number / 12)"
    }
  }

  /// Days from 30 December 1899 to the first of a month, by the Gregorian calendar.
  private static func firstDay(year: Int, month: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = year / 400
    let ofEra = year - era * 400
    let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 693_899
  }
}
