/// The rates of two places with different children, compared exactly, given their total.
///
/// With equal rates the first count is binomial of `t = x1 + x2` and `p0 = n1 / (n1 + n2)`. The
/// two-sided p adds all outcomes no more likely; the limits of the ratio come from the limits of
/// Clopper and Pearson. Not for two dates of one place, where most children are the same: there the
/// flows tell (`FlowBalance`).
public struct TwoRates: Equatable, Sendable, Explainable {
  /// The first rate.
  public let first: RatePer10000

  /// The second rate.
  public let second: RatePer10000

  /// The confidence of the limits.
  public let confidence: Confidence

  /// The probability of counts at least as unequal were the rates equal.
  public let p: Double

  /// The lower limit of the ratio: 0 when the first count is 0.
  public let lowerRatio: Double

  /// The upper limit of the ratio: infinite when the second count is 0.
  public let upperRatio: Double

  /// Compares two rates; nil when nobody was counted in either.
  public init?(
    _ first: RatePer10000, _ second: RatePer10000, confidence: Confidence = .ninetyFive
  ) {
    let total = first.children + second.children
    let population = Double(first.population) + Double(second.population)
    guard total > 0, first.per == second.per,
      let binomial = BinomialDistribution(
        trials: total, probability: Double(first.population) / population)
    else { return nil }
    self.first = first
    self.second = second
    self.confidence = confidence
    p = binomial.twoSided(first.children)
    let (x1, x2) = (Double(first.children), Double(second.children))
    let scale = Double(second.population) / Double(first.population)
    let low =
      x1 == 0 ? 0 : SpecialFunctions.inverseLowerBeta(x1, x2 + 1, confidence.tail)
    let high =
      x2 == 0 ? 1 : SpecialFunctions.inverseUpperBeta(x1 + 1, x2, confidence.tail)
    lowerRatio = low / (1 - low) * scale
    upperRatio = high / (1 - high) * scale
  }

  /// The first rate as a multiple of the second: infinite when the second is 0.
  public var ratio: Double { first.value / second.value }

  /// The first rate less the second.
  public var difference: Double { first.value - second.value }

  /// Whether the rates differ by more than chance, at the confidence of the limits.
  public var differ: Bool { p < 1 - confidence.level }

  /// Whether the two intervals have a value in common, which public health profiles go by; too
  /// strict, and offered for comparison with them only.
  public var intervalsOverlap: Bool {
    RateInterval(first, confidence: confidence)
      .overlaps(RateInterval(second, confidence: confidence))
  }

  /// How the comparison was made.
  public var working: Working {
    let names = ["x1", "n1", "x2", "n2"]
    let values = [first.children, first.population, second.children, second.population]
    let own = [first, second].flatMap { rate in
      [rate.working.inputs.first?.provenance, rate.estimate.map { [$0.number.provenance] }]
    }
    return Working(
      "ratio of two rates",
      formula: "x1 is binomial(x1 + x2, n1 / (n1 + n2)) when the rates are equal;"
        + " limits L / (1 - L) × n2 / n1 of Clopper and Pearson",
      inputs: zip(zip(names, values), own).map { pair, provenance in
        Working.Input(pair.0, .whole(pair.1), provenance ?? [])
      },
      parameters: [Working.Line("confidence", .number(confidence.level))],
      results: [
        Working.Line("ratio", .number(ratio)), Working.Line("lower", .number(lowerRatio)),
        Working.Line("upper", .number(upperRatio)), Working.Line("p", .number(p)),
      ],
      cautions: editionCaution)
  }

  private var editionCaution: [Caution] {
    guard let left = first.estimate, let right = second.estimate else { return [] }
    return Comparability.cautions(
      years: ("mid-\(left.midYear)", "mid-\(right.midYear)"),
      editions: (left.edition, right.edition))
  }
}
