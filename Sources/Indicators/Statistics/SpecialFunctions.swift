import Glibc

/// The special functions that the exact intervals and tests rest on.
///
/// The error function and the logarithm of the gamma function come from the C library. The incomplete
/// functions and their inverses are ours, from their series and continued fractions (NIST Digital
/// Library of Mathematical Functions, 8.7, 8.9 and 8.17): good to about 1e-13 relative wherever the
/// argument itself is known that well. An argument out of range gives not-a-number, never a trap.
public enum SpecialFunctions {
  /// The largest parameter: the expansions need about as many terms as its square root.
  static let largest = 1e10

  /// The natural logarithm of the gamma function, for `x` greater than zero.
  public static func logGamma(_ x: Double) -> Double {
    guard x > 0 else { return .nan }
    return lgamma(x).0
  }

  /// What Stirling's formula leaves out of `ln Γ(x + 1)`, for `x` greater than zero.
  ///
  /// Probabilities built from it keep their digits where differences of large logarithms lose
  /// them (C. Loader, Fast and accurate computation of binomial probabilities, 2000).
  static func stirlingError(_ x: Double) -> Double {
    guard x < 15 else {
      let inverse = 1 / x
      let square = inverse * inverse
      return inverse
        * (1.0 / 12
          - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square / 1188))))
    }
    return lgamma(x + 1).0 - (x + 0.5) * log(x) + x - 0.5 * log(2 * Double.pi)
  }

  /// `x ln(x / mean) + mean - x`, without the loss of digits where both are near each other.
  static func deviance(_ x: Double, _ mean: Double) -> Double {
    let difference = x - mean
    guard abs(difference) < 0.1 * (x + mean) else { return x * log(x / mean) - difference }
    let ratio = difference / (x + mean)
    var sum = difference * ratio
    var power = 2 * x * ratio
    var odd = 3.0
    while true {
      power *= ratio * ratio
      let next = sum + power / odd
      if next == sum { return next }
      sum = next
      odd += 2
    }
  }
}
