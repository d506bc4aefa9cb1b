/// The chi-square distribution.
public struct ChiSquareDistribution: Equatable, Sendable {
  /// The degrees of freedom, greater than zero.
  public let degreesOfFreedom: Double

  /// A chi-square distribution; with no or negative degrees of freedom its values are not numbers.
  public init(degreesOfFreedom: Double) { self.degreesOfFreedom = degreesOfFreedom }

  /// The probability of a value of at most `x`.
  public func lowerTail(_ x: Double) -> Double {
    SpecialFunctions.lowerGamma(degreesOfFreedom / 2, x / 2)
  }

  /// The probability of a value of at least `x`.
  public func upperTail(_ x: Double) -> Double {
    SpecialFunctions.upperGamma(degreesOfFreedom / 2, x / 2)
  }

  /// The value below which lies the probability `p`, from 0 to 1.
  public func quantile(lower p: Double) -> Double {
    2 * SpecialFunctions.inverseLowerGamma(degreesOfFreedom / 2, p)
  }

  /// The value above which lies the probability `q`, from 0 to 1.
  public func quantile(upper q: Double) -> Double {
    2 * SpecialFunctions.inverseUpperGamma(degreesOfFreedom / 2, q)
  }
}
