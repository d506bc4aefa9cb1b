/// The centre and the limits of a stretch of a control chart.
///
/// Centre: the mean. Limits: `centre ± 2.66 × mean moving range`, warning lines two thirds of the way.
/// 2.66 is 3/1.128 rounded, as the NHS tools have it.
public struct ControlLimits: Equatable, Sendable {
  /// The mean of the values.
  public let centre: Double

  /// The mean of the differences between neighbours, without sign; after screening where asked.
  public let meanMovingRange: Double

  /// The lower limit as computed; it may lie below zero.
  public let lower: Double

  /// The upper limit as computed.
  public let upper: Double

  /// How many values the limits rest on.
  public let points: Int

  /// The lower warning line.
  public var lowerWarning: Double { centre - (centre - lower) * 2 / 3 }

  /// The upper warning line.
  public var upperWarning: Double { centre + (upper - centre) * 2 / 3 }

  /// Moving ranges above this are unusual.
  public let movingRangeLimit: Double

  /// The limits of values in order; nil where there are fewer than two, or no two neighbours.
  init?(_ values: some Sequence<Double?>, settings: ControlChartSettings) {
    var sum = CompensatedSum()
    var ranges = CompensatedSum()
    var count = 0
    var moving: [Double] = []
    var before: Double?
    var isConstant = true
    var first: Double?
    for value in values {
      if let value {
        sum.add(value)
        count += 1
        if let before {
          moving.append(abs(value - before))
          ranges.add(abs(value - before))
        }
        if first == nil { first = value }
        isConstant = isConstant && value == first
      }
      before = value
    }
    guard count >= 2, let first, !moving.isEmpty else { return nil }
    var meanRange = ranges.value / Double(moving.count)
    if settings.screensOutliers, meanRange > 0 {
      let bound = settings.movingRangeFactor * meanRange
      meanRange = Averages.mean(moving.filter { $0 < bound }) ?? meanRange
    }
    points = count
    // The mean of equal values is that value, which a rounded sum may just miss.
    centre = isConstant ? first : sum.value / Double(count)
    meanMovingRange = meanRange
    let width =
      switch settings.limits {
      case .movingRange: settings.limitFactor * meanRange
      case .poisson: 3 * max(0, centre).squareRoot()
      }
    lower = centre - width
    upper = centre + width
    movingRangeLimit = settings.movingRangeFactor * meanRange
  }

  /// Comparisons allow for the rounding of the centre, never for more.
  private var tolerance: Double { 1e-9 * max(abs(centre), upper - lower) }

  /// The side of the centre that a value lies on; nil on the centre.
  func side(of value: Double) -> SignalDirection? {
    value > centre + tolerance ? .high : value < centre - tolerance ? .low : nil
  }

  /// The limit that a value lies beyond; nil within.
  func beyondLimit(_ value: Double) -> SignalDirection? {
    value > upper + tolerance ? .high : value < lower - tolerance ? .low : nil
  }

  /// The warning line that a value lies beyond; nil within.
  func beyondWarning(_ value: Double) -> SignalDirection? {
    value > upperWarning + tolerance ? .high : value < lowerWarning - tolerance ? .low : nil
  }
}
