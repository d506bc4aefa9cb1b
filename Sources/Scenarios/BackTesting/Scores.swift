import Glibc
import Indicators

/// How good a forecast was, once the number is known.
public enum Scores {
  /// The interval score: the width of the band, and for a number outside it `2/α` for each child that
  /// it lies beyond. Smaller is better; in children.
  ///
  /// Worked: 350 against a 95% band from 320 to 345 scores 25 + 40 × 5 = 225.
  ///
  /// - Parameters:
  ///   - lower: the lower end of the band.
  ///   - upper: the upper end of the band.
  ///   - alpha: the share of cases that the band is to miss: 0.05 for 95%.
  ///   - actual: the number that came.
  public static func interval(
    lower: Double, upper: Double, alpha: Double, actual: Double
  ) -> Double {
    (upper - lower) + 2 / alpha * (max(0, lower - actual) + max(0, actual - upper))
  }

  /// The pinball loss of a quantile: `τ(y - q)` above it, `(1 - τ)(q - y)` below.
  ///
  /// - Parameters:
  ///   - quantile: the quantile, `q`.
  ///   - share: τ, the share of cases that the quantile is to exceed.
  ///   - actual: the number that came.
  public static func pinball(quantile: Double, share: Double, actual: Double) -> Double {
    actual >= quantile ? share * (actual - quantile) : (1 - share) * (quantile - actual)
  }

  /// The continuous ranked probability score of a normal forecast: `σ(z(2Φ(z) - 1) + 2φ(z) - 1/√π)`
  /// with `z = (y - m)/σ`; the plain distance when σ is 0. Smaller is better; in children.
  public static func crps(mean: Double, deviation: Double, actual: Double) -> Double {
    guard deviation > 0 else { return abs(actual - mean) }
    let z = (actual - mean) / deviation
    return deviation
      * (z * (2 * NormalDistribution.lowerTail(z) - 1) + 2 * NormalDistribution.density(z)
        - 1 / Double.pi.squareRoot())
  }

  /// The continuous ranked probability score of an ensemble: the mean distance of its numbers from
  /// what came, less half their mean distance from one another.
  public static func crps(ensemble: [Double], actual: Double) -> Double {
    let count = Double(ensemble.count)
    guard count > 0 else { return .nan }
    var (distance, spread) = (0.0, 0.0)
    for (index, value) in ensemble.sorted().enumerated() {
      distance += abs(value - actual)
      spread += value * (2 * Double(index) + 1 - count)
    }
    return distance / count - spread / (count * count)
  }
}
