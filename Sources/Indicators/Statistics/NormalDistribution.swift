import Glibc

/// The standard normal distribution.
public enum NormalDistribution {
  /// The density at `z`.
  public static func density(_ z: Double) -> Double {
    exp(-0.5 * z * z) / (2 * Double.pi).squareRoot()
  }

  /// The probability of a value of at most `z`.
  public static func lowerTail(_ z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }

  /// The probability of a value of at least `z`.
  public static func upperTail(_ z: Double) -> Double { 0.5 * erfc(z / 2.0.squareRoot()) }

  /// The probability of a value at least as far from zero as `z`, on either side.
  public static func twoSided(_ z: Double) -> Double { erfc(abs(z) / 2.0.squareRoot()) }

  /// The value below which lies the probability `p`, from 0 to 1; infinite at either end.
  ///
  /// A rational first guess (Abramowitz and Stegun 26.2.23), then Halley's steps on the tail.
  public static func quantile(_ p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    if p == 0 { return -.infinity }
    if p == 1 { return .infinity }
    return p <= 0.5 ? -distance(ofTail: p) : distance(ofTail: 1 - p)
  }

  /// How far from zero a tail of probability `p` begins, for `p` up to one half.
  static func distance(ofTail p: Double) -> Double {
    if p == 0.5 { return 0 }
    let t = (-2 * log(p)).squareRoot()
    var z =
      t - (2.515517 + t * (0.802853 + t * 0.010328))
      / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
    for _ in 0..<3 {
      let error = (upperTail(z) - p) / density(z)
      guard error.isFinite else { break }
      z += error / (1 + 0.5 * z * error)
    }
    return z
  }
}
