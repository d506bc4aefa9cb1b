import Glibc

/// How often a number of independent events is to be expected.
public struct PoissonDistribution: Equatable, Sendable {
  /// The number expected, 0 to 1,000,000,000.
  public let mean: Double

  /// A Poisson distribution; nil for a mean out of range.
  public init?(mean: Double) {
    guard mean >= 0, mean <= 1e9 else { return nil }
    self.mean = mean
  }

  /// The probability of exactly `count` events, of which there are 10^10 at most.
  public func probability(of count: Int) -> Double {
    guard count >= 0 else { return 0 }
    if mean == 0 { return count == 0 ? 1 : 0 }
    if count == 0 { return exp(-mean) }
    return SpecialFunctions.gammaWeight(Double(count), mean)
  }

  /// The probability of `count` events or fewer.
  public func atMost(_ count: Int) -> Double {
    guard count >= 0 else { return 0 }
    return SpecialFunctions.upperGamma(Double(count) + 1, mean)
  }

  /// The probability of `count` events or more.
  public func atLeast(_ count: Int) -> Double {
    guard count > 0 else { return 1 }
    return SpecialFunctions.lowerGamma(Double(count), mean)
  }
}
