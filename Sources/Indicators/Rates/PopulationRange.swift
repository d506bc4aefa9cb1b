import LookedAfter

/// The populations on which a number of children has a printed rate.
///
/// `r - ½ ≤ x / n × 10,000 < r + ½` at the decimals printed. Two rates whose ranges do not meet
/// cannot share a population, so that their difference is not a change. Worked: 350 printed as 95
/// needs 36,650 to 37,037; 336 printed as 93 needs 35,936 to 36,324.
public struct PopulationRange: Equatable, Sendable {
  /// The smallest and the greatest population.
  public let range: ClosedRange<Int>

  /// The populations of a printed rate; nil for no children, a rate of 0, or none at all.
  public init?(children: Int, printed rate: Quantity) {
    let scale = powerOfTen(rate.decimals)
    guard (1..<100_000_000).contains(children), rate.mantissa > 0, rate.mantissa < 10_000_000
    else { return nil }
    // Twice the scale, so that the half is a whole number.
    let numerator = children * 20_000 * scale
    let (least, greatest) = (2 * rate.mantissa + 1, 2 * rate.mantissa - 1)
    // n > numerator / least, as half is rounded up to the next rate; n ≤ numerator / greatest.
    let low = numerator / least + 1
    let high = numerator / greatest
    guard low <= high else { return nil }
    range = low...high
  }

  /// Whether one population could give both rates.
  public func meets(_ other: PopulationRange) -> Bool { range.overlaps(other.range) }
}
