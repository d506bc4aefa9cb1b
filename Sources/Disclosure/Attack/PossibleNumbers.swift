/// The numbers that a hidden figure can be, for one who knows everything published and the rule.
public struct PossibleNumbers: Equatable, Sendable {
  /// The smallest; nil when nothing published sets a lower end.
  public var lowest: Int?

  /// The largest; nil when nothing published sets an upper end.
  public var highest: Int?

  /// Whether both ends are proved. Where the search ran out of steps, they are the outermost numbers
  /// that were found to fit, and there may be more.
  public var isExact: Bool

  /// Makes a range.
  public init(lowest: Int?, highest: Int?, isExact: Bool = true) {
    self.lowest = lowest
    self.highest = highest
    self.isExact = isExact
  }

  /// The range in words: `1 to 4`, `6 or more`.
  public var inWords: String {
    switch (lowest, highest) {
    case (let low?, let high?): low == high ? "\(low)" : "\(low) to \(high)"
    case (let low?, nil): "\(low) or more"
    case (nil, let high?): "\(high) or less"
    case (nil, nil): "any number"
    }
  }
}
