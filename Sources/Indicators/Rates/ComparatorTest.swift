import LookedAfter

/// A rate or a share against a comparator that is taken as fixed: England, the region, the average of
/// neighbours, a target.
///
/// Lower when the whole interval lies below the comparator, higher when it lies above, otherwise
/// similar; a limit that equals the comparator is similar. Much lower and much higher are the same at
/// a second, higher confidence. As the outcomes of Fingertips, the public health profiles.
public struct ComparatorTest: Equatable, Sendable {
  /// Where the interval lies.
  public enum Outcome: String, CaseIterable, Sendable {
    /// Below the comparator, also at the higher confidence.
    case muchLower
    /// Below the comparator.
    case lower
    /// Around the comparator: the two are not told apart.
    case similar
    /// Above the comparator.
    case higher
    /// Above the comparator, also at the higher confidence.
    case muchHigher
  }

  /// What an outcome means where a direction was set.
  public enum Judgement: String, CaseIterable, Sendable {
    /// On the side that is aimed at, also at the higher confidence.
    case muchBetter
    /// On the side that is aimed at.
    case better
    /// Not told apart.
    case similar
    /// On the other side.
    case worse
    /// On the other side, also at the higher confidence.
    case muchWorse
  }

  /// Lower, similar or higher; much lower and much higher only where outer limits were given.
  public let outcome: Outcome

  /// What is aimed at.
  public let direction: PreferredDirection

  /// Compares limits with a value.
  ///
  /// - Parameters:
  ///   - lower: the lower limit.
  ///   - upper: the upper limit.
  ///   - outer: the limits at a higher confidence, for five classes; nil for three.
  ///   - comparator: what it is compared with.
  ///   - direction: which way is better; nil where that is not set.
  public init(
    lower: Double, upper: Double, outer: (lower: Double, upper: Double)? = nil,
    comparator: Double, direction: PreferredDirection = .neutral
  ) {
    self.direction = direction
    if upper < comparator {
      outcome = outer.map { $0.upper < comparator } ?? false ? .muchLower : .lower
    } else if lower > comparator {
      outcome = outer.map { $0.lower > comparator } ?? false ? .muchHigher : .higher
    } else {
      outcome = .similar
    }
  }

  /// Compares a rate with a comparator's.
  ///
  /// - Parameters:
  ///   - rate: the rate.
  ///   - comparator: what it is compared with.
  ///   - confidence: how sure the limits are.
  ///   - outer: a higher confidence, for five classes; nil for three.
  ///   - direction: which way is better; nil where that is not set.
  public init(
    _ rate: RatePer10000, comparator: Quantity, confidence: Confidence = .ninetyFive,
    outer: Confidence? = nil, direction: PreferredDirection = .neutral
  ) {
    let interval = RateInterval(rate, confidence: confidence)
    let wide = outer.map { RateInterval(rate, confidence: $0) }
    self.init(
      lower: interval.lower, upper: interval.upper, outer: wide.map { ($0.lower, $0.upper) },
      comparator: comparator.value, direction: direction)
  }

  /// Better or worse; nil where no direction was set.
  public var judgement: Judgement? {
    guard direction != .neutral else { return nil }
    switch outcome {
    case .similar: return .similar
    case .lower, .higher:
      return direction.favours(upwards: outcome == .higher) == true ? .better : .worse
    case .muchLower, .muchHigher:
      return direction.favours(upwards: outcome == .muchHigher) == true ? .muchBetter : .muchWorse
    }
  }
}
