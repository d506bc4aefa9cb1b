/// A share of a whole, such as children in foster care of all children looked after, with the limits
/// of Wilson's interval.
///
/// `centre = (p + z²/2n) / (1 + z²/n)`, `half = z / (1 + z²/n) √(p(1-p)/n + z²/4n²)`. Worked: 65 of
/// 100 is 0.65, from 0.5525 to 0.7364. Source: Wilson 1927.
public struct Proportion: Equatable, Sendable, Explainable {
  /// The part, 0 to the whole.
  public let count: Int

  /// The whole, greater than zero.
  public let total: Int

  /// The confidence of the limits.
  public let confidence: Confidence

  /// The lower limit, 0 to 1.
  public let lower: Double

  /// The upper limit, 0 to 1.
  public let upper: Double

  /// The share; nil of nothing, or where the part is negative or greater than the whole.
  public init?(count: Int, of total: Int, confidence: Confidence = .ninetyFive) {
    guard total > 0, (0...total).contains(count) else { return nil }
    self.count = count
    self.total = total
    self.confidence = confidence
    let n = Double(total)
    let p = Double(count) / n
    let z = confidence.z
    let scale = 1 + z * z / n
    let centre = (p + z * z / (2 * n)) / scale
    let half = z / scale * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    // None and all have their own end as a limit, which rounding would just miss.
    lower = count == 0 ? 0 : max(0, centre - half)
    upper = count == total ? 1 : min(1, centre + half)
  }

  /// The share, 0 to 1.
  public var value: Double { Double(count) / Double(total) }

  /// Below, not told apart from, or above a share.
  public func test(
    against comparator: Double, direction: PreferredDirection = .neutral
  ) -> ComparatorTest {
    ComparatorTest(lower: lower, upper: upper, comparator: comparator, direction: direction)
  }

  /// How the share and its limits were made.
  public var working: Working {
    Working(
      "share",
      formula: "p = x / n; limits (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n)",
      inputs: [Working.Input("x", .whole(count)), Working.Input("n", .whole(total))],
      parameters: [
        Working.Line("confidence", .number(confidence.level)),
        Working.Line("method", .words("wilson")),
      ],
      results: [
        Working.Line("share", .number(value)), Working.Line("lower", .number(lower)),
        Working.Line("upper", .number(upper)),
      ])
  }
}
