/// The time that a figure belongs to.
public enum Period: Hashable, Sendable, CustomStringConvertible {
  /// One month: a snapshot of it, or what happened in it.
  case month(Month)

  /// Several months, first and last included: a quarter, a year to date, a count since a start.
  case months(Month, Month)

  /// One day.
  case day(CivilDate)

  /// No time: a setting.
  case undated

  /// Reads `yyyy-mm`, `yyyy-mm/yyyy-mm`, `yyyy-mm-dd` or nothing at all.
  public init?(iso text: String) {
    if text.isEmpty {
      self = .undated
    } else if let month = Month(iso: text) {
      self = .month(month)
    } else if let day = CivilDate(iso: text) {
      self = .day(day)
    } else {
      let ends = text.split(separator: "/", omittingEmptySubsequences: false)
      guard ends.count == 2, let first = Month(iso: String(ends[0])),
        let last = Month(iso: String(ends[1])), first < last
      else { return nil }
      self = .months(first, last)
    }
  }

  /// The month in which the period ends; nil for a setting.
  public var lastMonth: Month? {
    switch self {
    case .month(let month), .months(_, let month): month
    case .day(let day): day.month
    case .undated: nil
    }
  }

  /// The last day of the period; nil for a setting.
  public var lastDay: CivilDate? {
    if case .day(let day) = self { return day }
    return lastMonth?.lastDay
  }

  /// The period in the form that `init(iso:)` reads.
  public var description: String {
    switch self {
    case .month(let month): "\(month)"
    case .months(let first, let last): "\(first)/\(last)"
    case .day(let day): "\(day)"
    case .undated: ""
    }
  }

  /// The period in words: `October 2020`, `April to October 2020`, `6 November 2020`.
  public var inWords: String {
    switch self {
    case .month(let month): month.inWords
    case .months(let first, let last):
      first.year == last.year
        ? "\(first.name) to \(last.inWords)" : "\(first.inWords) to \(last.inWords)"
    case .day(let day): day.inWords
    case .undated: "no date"
    }
  }
}
