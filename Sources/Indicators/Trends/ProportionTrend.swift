import Glibc

/// The recent trend of yearly shares with their counts, as Fingertips has it.
///
/// `χ² = N(N Σxt - X Σnt)² / (X(N - X)(N Σnt² - (Σnt)²))` over the newest 5 years; a trend when it
/// exceeds 9.5495 and the slope of the log odds, each year counting alike, keeps its sign with any one
/// year left out.
public struct ProportionTrend: Equatable, Sendable, Explainable {
  /// The share of a year.
  public struct Year: Equatable, Sendable {
    /// The year.
    public let year: Int

    /// The share.
    public let share: Proportion

    /// Makes a year.
    public init(_ year: Int, _ share: Proportion) {
      self.year = year
      self.share = share
    }
  }

  /// The years used, oldest first; empty where no trend could be calculated.
  public let years: [Year]

  /// What the trend says.
  public let outcome: RecentTrendOutcome

  /// χ²; nil where no trend could be calculated.
  public let chiSquare: Double?

  /// The slope of the log odds with each of the five years left out in turn.
  public let slopesLeavingOneOut: [Double]

  /// The trend of yearly shares, in order.
  public init(_ years: [Year]) {
    let newest = Array(years.suffix(RecentTrend.yearsUsed))
    if let obstacle = Self.obstacle(in: newest) {
      self.years = []
      outcome = .cannotBeCalculated(obstacle)
      (chiSquare, slopesLeavingOneOut) = (nil, [])
      return
    }
    var (n, x, nt, xt, ntt) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for (place, year) in newest.enumerated() {
      let (t, count, total) = (
        Double(place + 1), Double(year.share.count), Double(year.share.total)
      )
      n += total
      x += count
      nt += total * t
      xt += count * t
      ntt += total * t * t
    }
    let numerator = n * xt - x * nt
    let chiSquare = n * numerator * numerator / (x * (n - x) * (n * ntt - nt * nt))
    let points = newest.enumerated().map { place, year in
      let (count, total) = (Double(year.share.count), Double(year.share.total))
      return WeightedLine.Point(
        time: Double(place + 1), value: log(count / (total - count)),
        weight: 1)
    }
    let slopes = WeightedLine.slopesLeavingOneOut(points)
    self.years = newest
    self.chiSquare = chiSquare
    slopesLeavingOneOut = slopes
    outcome = RecentTrend.outcome(slope: numerator, chiSquare: chiSquare, slopes)
  }

  private static func obstacle(in years: [Year]) -> RecentTrendOutcome.Obstacle? {
    let need = RecentTrend.yearsUsed
    if years.count < need { return .tooFewYears(have: years.count, need: need) }
    for (before, year) in zip(years, years.dropFirst()) {
      if year.year <= before.year { return .badYear(year.year) }
      if year.year != before.year &+ 1 { return .yearMissing(before.year &+ 1) }
    }
    return years.first { $0.share.count == 0 || $0.share.count == $0.share.total }
      .map { .noOdds($0.year) }
  }

  /// How the trend was made.
  public var working: Working {
    Working(
      "recent trend of a share",
      formula: "χ² = N(N Σxt - X Σnt)² / (X(N - X)(N Σnt² - (Σnt)²))",
      inputs: years.map {
        Working.Input("x and n in \($0.year)", .words("\($0.share.count) of \($0.share.total)"))
      },
      parameters: [Working.Line("χ² that a trend exceeds", .number(RecentTrend.threshold))],
      results: chiSquare.map { [Working.Line("χ²", .number($0))] } ?? [])
  }
}
