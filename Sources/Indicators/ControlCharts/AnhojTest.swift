import Glibc

/// A second opinion on a flow: are the runs on one side of the median too long, or too few?
///
/// A signal when the longest run exceeds `round(log2 n) + 3`, or when the median is crossed fewer
/// times than the 5% quantile of a binomial of n - 1 and one half. `n` counts the points that are not
/// on the median. It adapts to the length of the series, which a fixed run of seven does not. Source:
/// Anhøj and Olesen; Schilling 2012; Chen 2010.
public struct AnhojTest: Equatable, Sendable, Explainable {
  /// The median of the series.
  public let median: Double

  /// The points that are not on the median, 10 or more.
  public let points: Int

  /// The longest run on one side.
  public let longestRun: Int

  /// The longest run that is no signal.
  public let longestAllowed: Int

  /// How often the median is crossed.
  public let crossings: Int

  /// The fewest crossings that are no signal.
  public let fewestAllowed: Int

  /// Whether either is a signal.
  public var isSignal: Bool { longestRun > longestAllowed || crossings < fewestAllowed }

  private let input: Working.Input

  /// How many points the test needs.
  public static let pointsNeeded = 10

  /// Tests a flow or a proportion; nil with fewer than 10 points off the median.
  ///
  /// - Parameters:
  ///   - source: the series.
  ///   - range: the places that count, such as those since a chart began anew; nil for all.
  public init?(_ source: some IndependentSeries, in range: Range<Int>? = nil) {
    let places = source.series.values.indices
    let values = source.series.values[range?.clamped(to: places) ?? places].compactMap { $0 }
    guard let median = Averages.median(values) else { return nil }
    let sides = values.filter { $0 != median }.map { $0 > median }
    guard sides.count >= Self.pointsNeeded else { return nil }
    self.median = median
    points = sides.count
    var run = 0
    var longest = 0
    var crossings = 0
    for (index, side) in sides.enumerated() {
      if index > 0, side != sides[index - 1] {
        crossings += 1
        run = 0
      }
      run += 1
      longest = max(longest, run)
    }
    longestRun = longest
    self.crossings = crossings
    longestAllowed = Self.longestAllowed(points: sides.count)
    fewestAllowed = Self.fewestAllowed(points: sides.count)
    input = source.series.input("y")
  }

  /// The longest run that is no signal, among points off the median; halves round to even.
  public static func longestAllowed(points: Int) -> Int {
    guard points > 0 else { return 0 }
    return Int(log2(Double(points)).rounded(.toNearestOrEven)) + 3
  }

  /// The fewest crossings that are no signal, among points off the median.
  public static func fewestAllowed(points: Int) -> Int {
    guard points > 0 else { return 0 }
    return BinomialDistribution(trials: points - 1, probability: 0.5)?.quantile(0.05) ?? 0
  }

  /// How the test was made.
  public var working: Working {
    Working(
      "runs about the median",
      formula: "longest run > round(log2 n) + 3, or crossings < 5% quantile of binomial(n - 1, ½)",
      inputs: [input],
      results: [
        Working.Line("median", .number(median)), Working.Line("n", .whole(points)),
        Working.Line("longest run", .whole(longestRun)),
        Working.Line("longest run allowed", .whole(longestAllowed)),
        Working.Line("crossings", .whole(crossings)),
        Working.Line("fewest crossings allowed", .whole(fewestAllowed)),
      ])
  }
}
