import Glibc

/// How far a count of independent events would move by chance alone.
///
/// - From 10 on, Byar's approximation: lower `x (1 - 1/(9x) - z/(3√x))³`, upper the same of `x + 1`
///   with plus z.
/// - Below 10, exactly by Poisson: lower `χ²(a/2; 2x) / 2`, upper `χ²(1 - a/2; 2x + 2) / 2`, where
///   `a` is one less the confidence.
///
/// Sources: Breslow and Day 1987, Dobson 1991; as in the public health indicator methods of the
/// UK Health Security Agency.
public struct CountLimits: Equatable, Sendable {
  /// How limits are worked out.
  public enum Method: String, CaseIterable, Sendable {
    /// Byar's approximation.
    case byar
    /// Exact Poisson limits.
    case exact
  }

  /// The count.
  public let count: Int

  /// The lower limit, in children: 0 or more.
  public let lower: Double

  /// The upper limit, in children.
  public let upper: Double

  /// The confidence of the limits.
  public let confidence: Confidence

  /// How they were worked out.
  public let method: Method

  /// Counts below this have exact limits.
  public static let exactBelow = 10

  /// The limits of a count; nil when it is negative.
  ///
  /// - Parameters:
  ///   - count: the count.
  ///   - confidence: how sure they are.
  ///   - method: nil for the usual choice by the size of the count.
  public init?(count: Int, confidence: Confidence = .ninetyFive, method: Method? = nil) {
    guard count >= 0 else { return nil }
    self.init(checked: count, confidence: confidence, method: method)
  }

  /// The limits of a count that is known to be 0 or more.
  init(checked count: Int, confidence: Confidence, method: Method?) {
    self.count = count
    self.confidence = confidence
    self.method = method ?? (count < Self.exactBelow ? .exact : .byar)
    let x = Double(count)
    switch self.method {
    case .exact:
      lower = count == 0 ? 0 : SpecialFunctions.inverseLowerGamma(x, confidence.tail)
      upper = SpecialFunctions.inverseUpperGamma(x + 1, confidence.tail)
    case .byar:
      let z = confidence.z
      // A forced approximation falls below zero for the smallest counts.
      lower = count == 0 ? 0 : max(0, x * cube(1 - 1 / (9 * x) - z / (3 * x.squareRoot())))
      upper = (x + 1) * cube(1 - 1 / (9 * (x + 1)) + z / (3 * (x + 1).squareRoot()))
    }
  }
}

/// The third power.
private func cube(_ x: Double) -> Double { x * x * x }
