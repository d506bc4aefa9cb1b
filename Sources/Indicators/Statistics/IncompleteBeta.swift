import Glibc

extension SpecialFunctions {
  /// The regularised incomplete beta function `I_x(a, b)`, for `a, b > 0` that add to 10^10 at most, and
  /// `x` from 0 to 1.
  public static func lowerBeta(_ a: Double, _ b: Double, _ x: Double) -> Double {
    betaTails(a, b, x, 1 - x).lower
  }

  /// Its complement `1 - I_x(a, b)`, which keeps its digits where `I_x` is near 1.
  public static func upperBeta(_ a: Double, _ b: Double, _ x: Double) -> Double {
    betaTails(a, b, x, 1 - x).upper
  }

  /// The `x` at which `I_x(a, b)` is `p`, for `p` from 0 to 1.
  public static func inverseLowerBeta(_ a: Double, _ b: Double, _ p: Double) -> Double {
    guard a > 0, b > 0, a + b <= largest, p >= 0, p <= 1 else { return .nan }
    if p == 0 || p == 1 { return p }
    return p <= 0.5 ? betaRoot(a, b, lower: p) : betaRoot(a, b, upper: 1 - p)
  }

  /// The `x` at which `1 - I_x(a, b)` is `q`, for `q` from 0 to 1.
  public static func inverseUpperBeta(_ a: Double, _ b: Double, _ q: Double) -> Double {
    guard a > 0, b > 0, a + b <= largest, q >= 0, q <= 1 else { return .nan }
    if q == 0 || q == 1 { return 1 - q }
    return q <= 0.5 ? betaRoot(a, b, upper: q) : betaRoot(a, b, lower: 1 - q)
  }

  /// Both tails, with `y = 1 - x` given for itself so that it keeps its digits near zero.
  static func betaTails(
    _ a: Double, _ b: Double, _ x: Double, _ y: Double
  ) -> (lower: Double, upper: Double) {
    guard a > 0, b > 0, a + b <= largest, x >= 0, y >= 0 else { return (.nan, .nan) }
    if x == 0 { return (0, 1) }
    if y == 0 { return (1, 0) }
    let weight = betaWeight(a, b, x, y)
    if x < (a + 1) / (a + b + 2) {
      let lower = weight / a * betaFraction(a, b, x)
      return (lower, 1 - lower)
    }
    let upper = weight / b * betaFraction(b, a, y)
    return (1 - upper, upper)
  }

  /// `x^a y^b Γ(a + b) / (Γ(a) Γ(b))`: the density times `x y`.
  static func betaWeight(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Double {
    let n = a + b
    let exponent =
      stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x)
      - deviance(b, n * y)
    return exp(exponent) * (a / n * b / (2 * Double.pi)).squareRoot()
  }

  /// The continued fraction of DLMF 8.17.22, by the modified method of Lentz.
  private static func betaFraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    func kept(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / kept(1 - (a + b) * x / (a + 1))
    var result = d
    var m = 1.0
    while true {
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / kept(1 + even * d)
      c = kept(1 + even / c)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / kept(1 + odd * d)
      c = kept(1 + odd / c)
      let factor = d * c
      result *= factor
      m += 1
      if abs(factor - 1) < 1e-16 || m > 1e6 { return result }
    }
  }

  /// Solves on the scale of `ln(x / (1 - x))`, on which neither end is ever reached.
  private static func betaRoot(
    _ a: Double, _ b: Double, lower: Double? = nil, upper: Double? = nil
  ) -> Double {
    let root = RootFinder.increasing(from: log(a / b)) { t in
      let (x, y) = (1 / (1 + exp(-t)), 1 / (1 + exp(t)))
      let tails = betaTails(a, b, x, y)
      let weight = betaWeight(a, b, x, y)
      if let lower {
        return tails.lower > 0 ? (log(tails.lower / lower), weight / tails.lower) : (-.infinity, 1)
      }
      let wanted = upper ?? 0.5
      return tails.upper > 0 ? (log(wanted / tails.upper), weight / tails.upper) : (.infinity, 1)
    }
    return 1 / (1 + exp(-root))
  }
}
