/// Whole percentages that add to 100 exactly, by the largest remainder.
///
/// Each part takes the whole of its share; what is missing goes to the largest fractions, at a tie to
/// the larger count, then to the earlier one. Whole numbers throughout: no share is ever rounded
/// wrongly. Official tables do not do this; under ours stands "rounded to add to 100".
public enum LargestRemainder {
  /// The parts in whole units that add to a total; all 0 when every count is 0.
  ///
  /// Worked: 247, 22, 0, 31, 37, 7 give 72, 6, 0, 9, 11, 2.
  ///
  /// - Parameters:
  ///   - counts: each 0 or more.
  ///   - units: what the parts add to: 100 for percentages.
  /// - Returns: nil for a negative count, or a sum too great for whole numbers.
  public static func parts(of counts: [Int], adding units: Int = 100) -> [Int]? {
    guard units >= 0, counts.allSatisfy({ $0 >= 0 }) else { return nil }
    var sum = 0
    for count in counts {
      let (next, overflow) = sum.addingReportingOverflow(count)
      if overflow { return nil }
      sum = next
    }
    guard sum > 0 else { return counts.map { _ in 0 } }
    // No share exceeds the units, so that the quotient of the double width always fits.
    let shares = counts.map { sum.dividingFullWidth($0.multipliedFullWidth(by: units)) }
    var parts = shares.map(\.quotient)
    let missing = units - parts.reduce(0, +)
    let order = counts.indices.sorted { left, right in
      let (one, other) = (shares[left].remainder, shares[right].remainder)
      if one != other { return one > other }
      return counts[left] != counts[right] ? counts[left] > counts[right] : left < right
    }
    for index in order.prefix(missing) { parts[index] += 1 }
    return parts
  }
}
