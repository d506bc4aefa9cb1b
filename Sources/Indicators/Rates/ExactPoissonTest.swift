import LookedAfter

/// How likely a count at least as far from what a fixed rate would give, by chance alone.
///
/// `μ = c n / per`, `p = min(1, 2 min(P(X ≤ x), P(X ≥ x)))` with X Poisson of mean μ. Worked: 344
/// where 231.15 were expected has p = 5.3e-12.
public struct ExactPoissonTest: Equatable, Sendable, Explainable {
  /// The children counted.
  public let count: Int

  /// The number expected.
  public let expected: Double

  /// The probability, 0 to 1.
  public let p: Double

  /// Tests a count; nil when it or what is expected is negative or not a number.
  public init?(count: Int, expected: Double) {
    guard count >= 0, let distribution = PoissonDistribution(mean: expected) else { return nil }
    self.count = count
    self.expected = expected
    p = min(1, 2 * min(distribution.atMost(count), distribution.atLeast(count)))
  }

  /// Tests a rate against a comparator's.
  public init?(_ rate: RatePer10000, comparator: Quantity) {
    self.init(
      count: rate.children,
      expected: comparator.value * Double(rate.population) / Double(rate.per))
  }

  /// How the probability was made.
  public var working: Working {
    Working(
      "exact test of a count against a fixed rate",
      formula: "p = min(1, 2 min(P(X ≤ x), P(X ≥ x))), X Poisson of mean μ",
      inputs: [Working.Input("x", .whole(count)), Working.Input("μ", .number(expected))],
      results: [Working.Line("p", .number(p))])
  }
}
