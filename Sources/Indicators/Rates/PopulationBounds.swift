import LookedAfter

/// The populations on which a number of children has the rate that was printed.
///
/// Two printed rates whose bounds have no number in common cannot be set beside each other: their
/// populations differ. Worked: 350 printed as 95 needs 36,650 to 37,037, and 336 as 93 needs 35,936
/// to 36,324.
public enum PopulationBounds {
  /// The populations, halves of the rate being rounded away from zero; nil when there are none, or
  /// a number is negative or too great.
  public static func populations(children: Int, printed rate: Quantity) -> ClosedRange<Int>? {
    guard (1..<100_000_000).contains(children), (1...1_000_000_000).contains(rate.mantissa),
      rate.decimals <= 4
    else { return nil }
    let scaled = 2 * children * 10_000 * powerOfTen(rate.decimals)
    let low = scaled / (2 * rate.mantissa + 1) + 1
    let high = scaled / (2 * rate.mantissa - 1)
    return low <= high ? low...high : nil
  }
}
