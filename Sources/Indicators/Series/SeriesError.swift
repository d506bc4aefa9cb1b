import LookedAfter

/// Why values do not make a series.
public enum SeriesError: Error, Equatable, CustomStringConvertible {
  /// A value is not a number, infinite, or beyond ±10^12; its place, counted from 1.
  case notUsable(place: Int)
  /// A month stands twice, or after a later one.
  case outOfOrder(Month)
  /// Two series that belong together do not begin in the same month.
  case differentStarts
  /// A part is negative or greater than its whole; its place, counted from 1.
  case notAShare(place: Int)
  /// A number of children or of events is negative; its place, counted from 1.
  case negative(place: Int)

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .notUsable(let place):
      "Value \(place) of the series cannot be worked with; it must be a number within"
        + " ±1,000,000,000,000."
    case .outOfOrder(let month):
      "The months of the series are out of order at \(month.inWords); each must be later than the"
        + " one before."
    case .differentStarts:
      "The two series do not begin in the same month; give both from the same month on."
    case .notAShare(let place):
      "Value \(place) of the series is not a share; the part must be 0 or more and no greater than"
        + " the whole."
    case .negative(let place):
      "Value \(place) of the series is negative; a count must be 0 or more."
    }
  }
}
