import LookedAfter

/// The recent trend of yearly rates, as Fingertips has it.
///
/// Yearly, not overlapping values of one population edition; at least 5, of which the newest 5 are
/// used. Each is weighed by `1/s²` with `s = (upper95 - lower95) / 3.92`. A trend when
/// `χ² = b² Σw(t - t̄)²` exceeds 9.5495 (p < 0.002) and the slope `b` keeps its sign with any one year
/// left out.
public struct RecentTrend: Equatable, Sendable, Explainable {
  /// The rate of a year.
  public struct Year: Equatable, Sendable {
    /// The year, such as 2025 for 31 March 2025.
    public let year: Int

    /// The rate.
    public let value: Double

    /// Its lower limit at 95%.
    public let lower: Double

    /// Its upper limit at 95%.
    public let upper: Double

    /// The edition of the population that it is on; nil when that is not known.
    public let edition: String?

    /// How the figures came to be known.
    public let provenance: [Provenance]

    /// Makes a year from a rate, with the limits of its count.
    public init(_ year: Int, _ rate: RatePer10000) {
      let interval = RateInterval(rate)
      self.init(
        year, value: rate.value, lower: interval.lower, upper: interval.upper,
        edition: rate.estimate?.edition,
        provenance: [rate.countProvenance, rate.estimate?.number.provenance].compactMap { $0 })
    }

    /// Makes a year from a rate that was published with its limits.
    public init(
      _ year: Int, value: Double, lower: Double, upper: Double, edition: String? = nil,
      provenance: [Provenance] = []
    ) {
      self.year = year
      self.value = value
      self.lower = lower
      self.upper = upper
      self.edition = edition
      self.provenance = provenance
    }

    /// How far the rate moves by chance, as a standard deviation.
    var standardError: Double { (upper - lower) / 3.92 }
  }

  /// The value of χ² that a trend exceeds: one degree of freedom, p = 0.002.
  public static let threshold = 9.54953570608324

  /// How many years are used.
  public static let yearsUsed = 5

  /// The years used, oldest first; empty where no trend could be calculated.
  public let years: [Year]

  /// What the trend says.
  public let outcome: RecentTrendOutcome

  /// The change of a year; nil where no trend could be calculated.
  public let slope: Double?

  /// χ² of the slope; nil where no trend could be calculated.
  public let chiSquare: Double?

  /// The slope with each of the five years left out in turn.
  public let slopesLeavingOneOut: [Double]

  /// The trend of yearly rates, in order.
  public init(_ years: [Year]) {
    let newest = Array(years.suffix(Self.yearsUsed))
    if let obstacle = Self.obstacle(in: newest) {
      self.years = []
      outcome = .cannotBeCalculated(obstacle)
      (slope, chiSquare, slopesLeavingOneOut) = (nil, nil, [])
      return
    }
    let points = newest.enumerated().map { place, year in
      let variance = year.standardError * year.standardError
      return WeightedLine.Point(time: Double(place + 1), value: year.value, weight: 1 / variance)
    }
    let line = WeightedLine(points)
    self.years = newest
    slope = line.slope
    chiSquare = line.chiSquare
    slopesLeavingOneOut = WeightedLine.slopesLeavingOneOut(points)
    outcome = Self.outcome(slope: line.slope, chiSquare: line.chiSquare, slopesLeavingOneOut)
  }

  private static func obstacle(in years: [Year]) -> RecentTrendOutcome.Obstacle? {
    if years.count < yearsUsed { return .tooFewYears(have: years.count, need: yearsUsed) }
    for (before, year) in zip(years, years.dropFirst()) {
      if year.year <= before.year { return .badYear(year.year) }
      if year.year != before.year &+ 1 { return .yearMissing(before.year &+ 1) }
    }
    if let year = years.first(where: {
      !($0.standardError > 0 && $0.upper < 1e12) || !$0.value.isFinite
    }) {
      return .noInterval(year.year)
    }
    let editions = years.compactMap(\.edition)
    if let first = editions.first, let other = editions.first(where: { $0 != first }) {
      return .editionsDiffer(first, other)
    }
    return nil
  }

  /// A trend stands out when χ² is large and every slope has the same sign.
  static func outcome(
    slope: Double, chiSquare: Double, _ slopesLeavingOneOut: [Double]
  ) -> RecentTrendOutcome {
    guard chiSquare > threshold else { return .noSignificantChange }
    if slopesLeavingOneOut.allSatisfy({ $0 > 0 }), slope > 0 { return .increasing }
    if slopesLeavingOneOut.allSatisfy({ $0 < 0 }), slope < 0 { return .decreasing }
    return .noSignificantChange
  }

  /// How the trend was made.
  public var working: Working {
    var results: [Working.Line] = []
    if let slope { results.append(Working.Line("b, change of a year", .number(slope))) }
    if let chiSquare { results.append(Working.Line("χ²", .number(chiSquare))) }
    for (year, slope) in zip(years, slopesLeavingOneOut) {
      results.append(Working.Line("b without \(year.year)", .number(slope)))
    }
    var cautions: [Caution] = []
    switch outcome {
    case .cannotBeCalculated(.tooFewYears(let have, let need)):
      cautions = [.tooFewPoints(have: have, need: need)]
    case .cannotBeCalculated(.editionsDiffer(let one, let other)):
      cautions = [.editionsDiffer(one, other)]
    default: break
    }
    return Working(
      "recent trend",
      formula: "b = Σw(t - t̄)(v - v̄) / Σw(t - t̄)²; χ² = b² Σw(t - t̄)²; w = 1/s²,"
        + " s = (upper - lower) / 3.92",
      inputs: years.map { year in
        Working.Input(
          "rate at 31 March \(year.year)", .number(year.value), year.provenance)
      },
      parameters: [
        Working.Line("χ² that a trend exceeds", .number(Self.threshold)),
        Working.Line("years used", .whole(Self.yearsUsed)),
      ], results: results, cautions: cautions)
  }
}
