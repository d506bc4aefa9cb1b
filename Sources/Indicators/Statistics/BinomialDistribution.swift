import Glibc

/// How often each of a number of independent trials comes out one way.
public struct BinomialDistribution: Equatable, Sendable {
  /// The number of trials, 0 to 9,999,999,999.
  public let trials: Int

  /// The probability of each, 0 to 1.
  public let probability: Double

  /// A binomial distribution; nil for a number of trials or a probability out of range.
  public init?(trials: Int, probability: Double) {
    guard (0..<10_000_000_000).contains(trials), probability >= 0, probability <= 1 else {
      return nil
    }
    self.trials = trials
    self.probability = probability
  }

  /// The probability of exactly `count`.
  public func probability(of count: Int) -> Double {
    guard count >= 0, count <= trials else { return 0 }
    let (x, rest) = (Double(count), Double(trials - count))
    if probability == 0 { return count == 0 ? 1 : 0 }
    if probability == 1 { return rest == 0 ? 1 : 0 }
    if count == 0 { return exp(rest * log1p(-probability)) }
    if rest == 0 { return exp(x * log(probability)) }
    let weight = SpecialFunctions.betaWeight(x, rest, probability, 1 - probability)
    return weight / x / rest * Double(trials)
  }

  /// The probability of `count` or fewer.
  public func atMost(_ count: Int) -> Double {
    if count < 0 { return 0 }
    if count >= trials { return 1 }
    return SpecialFunctions.betaTails(
      Double(count) + 1, Double(trials - count), probability, 1 - probability
    ).upper
  }

  /// The probability of `count` or more.
  public func atLeast(_ count: Int) -> Double {
    if count <= 0 { return 1 }
    if count > trials { return 0 }
    return SpecialFunctions.betaTails(
      Double(count), Double(trials - count) + 1, probability, 1 - probability
    ).lower
  }

  /// The smallest count whose `atMost` reaches `p`, for `p` from 0 to 1.
  public func quantile(_ p: Double) -> Int {
    var (low, high) = (0, trials)
    while low < high {
      let middle = low + (high - low) / 2
      if atMost(middle) >= p { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The probability of all outcomes that are no more likely than `count`.
  ///
  /// Outcomes within a ten-millionth of it count as equally likely, as in R's `binom.test`. The far
  /// side is found by halving, because the probabilities rise to the mode and then fall.
  public func twoSided(_ count: Int) -> Double {
    guard count >= 0, count <= trials else { return 0 }
    let limit = probability(of: count) * (1 + 1e-7)
    let mode = min(trials, Int((Double(trials) + 1) * probability))
    if count < mode {
      let first = partition(from: mode, to: trials + 1) { probability(of: $0) <= limit }
      return min(1, atMost(count) + atLeast(first))
    }
    let last = partition(from: 0, to: mode) { probability(of: $0) > limit } - 1
    // At the mode itself, or as likely as it, nothing is left out.
    return limit >= probability(of: mode) ? 1 : min(1, atLeast(count) + atMost(last))
  }

  /// The first number from `low` at which a condition holds, that holds from there on.
  private func partition(from low: Int, to high: Int, _ holds: (Int) -> Bool) -> Int {
    var (low, high) = (low, high)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
