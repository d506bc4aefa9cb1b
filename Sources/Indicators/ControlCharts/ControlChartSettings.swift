/// The settings of a control chart; the defaults are those of the NHS tools.
public struct ControlChartSettings: Equatable, Sendable {
  /// What the width of the limits comes from.
  public enum Limits: String, CaseIterable, Sendable {
    /// The mean moving range (XmR chart).
    case movingRange = "moving_range"
    /// The square root of the mean (c chart), for counts below about five a month.
    case poisson
  }

  /// What the width of the limits comes from.
  public var limits = Limits.movingRange

  /// How many mean moving ranges the limits lie from the centre.
  public var limitFactor = 2.66

  /// How many mean moving ranges the limit of the moving ranges is.
  public var movingRangeFactor = 3.267

  /// Whether moving ranges beyond their limit are left out of their mean, once (Nelson 1982).
  public var screensOutliers = false

  /// How many points from the start of a stretch fix its limits, 12 or more; nil for all points.
  public var baseline: Int?

  /// The places in the series of the points that fix the limits of the stretch that holds them, 12
  /// points or more; nil for none.
  public var baselineRange: Range<Int>?

  /// The rules.
  public var rules = RuleSettings()

  /// Limits that rest on fewer points are trial limits.
  public var trialBelow = 12

  /// How many points there are before an icon is shown.
  public var iconFrom = 13

  /// The fewest points that a fixed baseline may have.
  public static let shortestBaseline = 12

  /// The usual settings.
  public init() {}

  /// The settings with a fixed baseline.
  public init(baseline: Int) { self.baseline = baseline }
}
