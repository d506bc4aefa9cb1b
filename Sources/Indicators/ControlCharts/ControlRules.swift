/// A rule by which a point of a control chart is marked, in the order in which a point takes its
/// name: the four of NHS England's Making Data Count.
public enum ControlRule: String, CaseIterable, Sendable {
  /// Beyond a limit.
  case outside
  /// In a row of points that each rise, or each fall.
  case trend
  /// One of two or three near a limit, among three in a row on one side of the centre.
  case twoInThree = "two_in_three"
  /// In a long run on one side of the centre.
  case shift
}

/// The way in which a signal points: the side of a point, or the way of a trend.
public enum SignalDirection: String, CaseIterable, Sendable {
  /// Above the centre, or rising.
  case high
  /// Below the centre, or falling.
  case low
}

/// The settings of the rules; the defaults are those of the NHS Model Health System.
public struct RuleSettings: Equatable, Sendable {
  /// What an equal value does to a trend.
  public enum Ties: String, CaseIterable, Sendable {
    /// It ends the trend.
    case end
    /// It neither adds to the trend nor ends it.
    case skip
  }

  /// Which points count as beyond the warning line in two-in-three.
  public enum Beyond: String, CaseIterable, Sendable {
    /// Those beyond the limit as well.
    case warningLine = "warning_line"
    /// Only those between the warning line and the limit, as in the R package NHSRplotthedots.
    case betweenWarningLineAndLimit = "between_warning_line_and_limit"
  }

  /// How many points in a row on one side make a shift: 7; 6 and 8 are used elsewhere. At least 2.
  public let shiftLength: Int

  /// How many points in a row make a trend: 7, or 6 as in Making Data Count's workbook, at ten times
  /// the false alarms. At least 2.
  public let trendLength: Int

  /// What an equal value does to a trend.
  public let trendTies: Ties

  /// Which points count in two-in-three.
  public let twoInThree: Beyond

  /// Makes settings; lengths below 2 are taken as 2.
  public init(
    shiftLength: Int = 7, trendLength: Int = 7, trendTies: Ties = .end,
    twoInThree: Beyond = .warningLine
  ) {
    self.shiftLength = max(2, shiftLength)
    self.trendLength = max(2, trendLength)
    self.trendTies = trendTies
    self.twoInThree = twoInThree
  }
}
