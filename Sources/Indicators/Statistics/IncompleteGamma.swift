import Glibc

extension SpecialFunctions {
  /// The regularised lower incomplete gamma function `P(a, x)`, for `a > 0` up to 10^10 and `x ≥ 0`.
  public static func lowerGamma(_ a: Double, _ x: Double) -> Double {
    guard a > 0, a <= largest, x >= 0 else { return .nan }
    if x == 0 { return 0 }
    if x == .infinity { return 1 }
    return x < a + 1 ? gammaSeries(a, x) : 1 - gammaFraction(a, x)
  }

  /// The regularised upper incomplete gamma function `Q(a, x) = 1 - P(a, x)`, which keeps its
  /// digits where `P` is near 1.
  public static func upperGamma(_ a: Double, _ x: Double) -> Double {
    guard a > 0, a <= largest, x >= 0 else { return .nan }
    if x == 0 { return 1 }
    if x == .infinity { return 0 }
    return x < a + 1 ? 1 - gammaSeries(a, x) : gammaFraction(a, x)
  }

  /// The `x` at which `P(a, x)` is `p`, for `p` from 0 to 1.
  public static func inverseLowerGamma(_ a: Double, _ p: Double) -> Double {
    guard a > 0, a <= largest, p >= 0, p <= 1 else { return .nan }
    if p > 0.5 { return inverseUpperGamma(a, 1 - p) }
    if p == 0 { return 0 }
    return gammaRoot(a, start: startOfRoot(a, lower: p)) { x in
      (log(lowerGamma(a, x) / p), a * gammaWeight(a, x) / lowerGamma(a, x))
    }
  }

  /// The `x` at which `Q(a, x)` is `q`, for `q` from 0 to 1.
  public static func inverseUpperGamma(_ a: Double, _ q: Double) -> Double {
    guard a > 0, a <= largest, q >= 0, q <= 1 else { return .nan }
    if q > 0.5 { return inverseLowerGamma(a, 1 - q) }
    if q == 0 { return .infinity }
    return gammaRoot(a, start: startOfRoot(a, lower: 1 - q, upper: q)) { x in
      let upper = upperGamma(a, x)
      // Past the smallest number that can be held, any value beyond the root will do.
      return upper > 0 ? (log(q / upper), a * gammaWeight(a, x) / upper) : (.infinity, 1)
    }
  }

  /// `x^a e^-x / Γ(a + 1)`, the weight that both expansions share.
  static func gammaWeight(_ a: Double, _ x: Double) -> Double {
    exp(-stirlingError(a) - deviance(a, x)) / (2 * Double.pi * a).squareRoot()
  }

  private static func gammaSeries(_ a: Double, _ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    var denominator = a
    repeat {
      denominator += 1
      term *= x / denominator
      sum += term
    } while term > sum * 1e-17
    return gammaWeight(a, x) * sum
  }

  /// The continued fraction of DLMF 8.9.2, by the modified method of Lentz.
  private static func gammaFraction(_ a: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / (b == 0 ? tiny : b)
    var result = d
    var step = 1.0
    while true {
      let numerator = -step * (step - a)
      b += 2
      d = numerator * d + b
      c = b + numerator / c
      d = 1 / (abs(d) < tiny ? tiny : d)
      if abs(c) < tiny { c = tiny }
      let factor = d * c
      result *= factor
      step += 1
      // The second condition ends what rounding would keep from ever settling.
      if abs(factor - 1) < 1e-16 || step > 1e6 { break }
    }
    return a * gammaWeight(a, x) * result
  }

  /// A first guess by the cube-root normal approximation of Wilson and Hilferty, or by the first
  /// term of the series where that is too near zero.
  private static func startOfRoot(_ a: Double, lower p: Double, upper q: Double? = nil) -> Double {
    let z = q.map { -NormalDistribution.quantile($0) } ?? NormalDistribution.quantile(p)
    let root = 1 - 1 / (9 * a) + z / (3 * a.squareRoot())
    let guess = root > 0 ? a * root * root * root : 0
    let small = exp((log(p) + logGamma(a + 1)) / a)
    return guess > 0.1 * a ? guess : max(small, 1e-300)
  }

  private static func gammaRoot(
    _ a: Double, start: Double, _ function: (Double) -> (value: Double, slope: Double)
  ) -> Double {
    let logarithm = RootFinder.increasing(from: log(start)) { function(exp($0)) }
    return exp(logarithm)
  }
}
