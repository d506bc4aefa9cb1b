/// What a recent trend says.
public enum RecentTrendOutcome: Equatable, Sendable {
  /// The values rose, year by year and beyond chance.
  case increasing
  /// The values fell.
  case decreasing
  /// No trend stands out.
  case noSignificantChange
  /// The method does not apply, for this reason.
  case cannotBeCalculated(Obstacle)

  /// Why a trend cannot be calculated.
  public enum Obstacle: Equatable, Sendable {
    /// There are fewer years than needed.
    case tooFewYears(have: Int, need: Int)
    /// A year among the newest is missing; the year that should follow.
    case yearMissing(Int)
    /// The newest years are on populations of two editions.
    case editionsDiffer(String, String)
    /// A year stands twice or out of order, or its figures do not make a rate.
    case badYear(Int)
    /// In a year everybody, or nobody, was counted, so that the share has no odds.
    case noOdds(Int)
    /// Nothing varies in the interval of a year, so that it cannot be weighed.
    case noInterval(Int)
  }

  /// What it means where a direction was set; nil where none was or no trend stands out.
  public func isImprovement(aim: PreferredDirection) -> Bool? {
    switch self {
    case .increasing: aim.favours(upwards: true)
    case .decreasing: aim.favours(upwards: false)
    case .noSignificantChange, .cannotBeCalculated: nil
    }
  }
}
