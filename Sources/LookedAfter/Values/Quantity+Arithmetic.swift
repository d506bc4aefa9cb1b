extension Quantity {
  /// The number as a binary fraction, for statistics.
  public var value: Double { Double(mantissa) / Double(powerOfTen(decimals)) }

  /// The number nearest to a computed one, halves away from zero; nil when it is not a number, or
  /// too great to be held.
  public init?(_ computed: Double, decimals: Int) {
    let decimals = min(max(decimals, 0), 9)
    let scaled = (computed * Double(powerOfTen(decimals))).rounded(.toNearestOrAwayFromZero)
    guard let mantissa = Int(exactly: scaled) else { return nil }
    self.init(mantissa: mantissa, decimals: decimals)
  }
}
