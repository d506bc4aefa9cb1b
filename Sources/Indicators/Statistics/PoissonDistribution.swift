import Glibc

/// How often a number of independent events is to be expected.
public struct PoissonDistribution: Equatable, Sendable {
  /// The number expected, 0 or more.
  public let mean: Double

  /// A Poisson distribution; nil for a mean that is negative, infinite or not a number.
  public init?(mean: Double) {
    guard mean >= 0, mean.isFinite else { return nil }
    self.mean = mean
  }

  /// The probability of exactly `count` events.
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
