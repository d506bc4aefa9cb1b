import LookedAfter

/// Looked after children per 10,000 of the population aged 0 to 17.
///
/// `rate = children / population × 10,000`, kept exact as a fraction and rounded only when it is
/// shown. Worked: 333 of 36,103 is 92.2361, shown as 92. Source: Department for Education,
/// methodology of Children looked after in England.
public struct RatePer10000: Equatable, Sendable, Explainable {
  /// The children counted, 0 or more.
  public let children: Int

  /// The population aged 0 to 17, greater than zero.
  public let population: Int

  /// What the rate is per: 10,000 unless something else was asked for.
  public let per: Int

  /// The population estimate, with its year and edition; nil for a plain number.
  public let estimate: Population?

  /// How the count came to be known; nil for a plain number.
  public let countProvenance: Provenance?

  /// The rate; nil where there is no population to take it of, or a number is too great or negative.
  ///
  /// - Parameters:
  ///   - children: 0 to 99,999,999.
  ///   - population: 1 to 999,999,999.
  ///   - per: 1 to 10,000.
  public init?(children: Int, population: Int, per: Int = 10_000) {
    self.init(children, nil, population, nil, per: per)
  }

  /// The rate of a recorded count on a population estimate, which it is tied to from then on.
  public init?(children: Recorded<Int>, population: Population) {
    self.init(
      children.value, children.provenance, population.number.value, population, per: 10_000)
  }

  /// The rate that a number given at the prompt would be on a population estimate.
  public init?(children: Int, population: Population) {
    self.init(children, nil, population.number.value, population, per: 10_000)
  }

  private init?(
    _ children: Int, _ provenance: Provenance?, _ population: Int, _ estimate: Population?, per: Int
  ) {
    guard (0..<100_000_000).contains(children), (1..<1_000_000_000).contains(population),
      (1...10_000).contains(per)
    else { return nil }
    self.children = children
    self.population = population
    self.per = per
    self.estimate = estimate
    countProvenance = provenance
  }

  /// The rate, not rounded.
  public var value: Double { Double(children) / Double(population) * Double(per) }

  /// The rate rounded half away from zero.
  ///
  /// - Parameter decimals: 0, as the papers print it, to 6.
  public func rounded(toDecimals decimals: Int = 0) -> Quantity {
    let decimals = min(max(decimals, 0), 6)
    // Whole part and remainder apart: their product with six decimals then fits every rate.
    let scaled = (children * per).quotientAndRemainder(dividingBy: population)
    let scale = powerOfTen(decimals)
    return Quantity(
      mantissa: scaled.quotient * scale
        + divideRoundingHalfAwayFromZero(scaled.remainder * scale, by: population),
      decimals: decimals)
  }

  /// What has to be kept in mind.
  public var cautions: [Caution] {
    children > population ? [.rateAboveBase(children: children, population: population)] : []
  }

  /// How the rate was made.
  public var working: Working {
    var population = [Working.Input("n", .whole(population), provenance(of: estimate))]
    if let estimate {
      population.append(
        Working.Input("population estimate", .words(estimate.inWords), provenance(of: estimate)))
    }
    return Working(
      "rate per \(per)", formula: "rate = x / n × per",
      inputs: [Working.Input("x", .whole(children), countProvenance.map { [$0] } ?? [])]
        + population,
      parameters: [Working.Line("per", .whole(per))],
      results: [
        Working.Line("rate", .number(value)),
        Working.Line("rate as printed", .exact(rounded())),
      ], cautions: cautions)
  }

  private func provenance(of estimate: Population?) -> [Provenance] {
    estimate.map { [$0.number.provenance] } ?? []
  }
}
