import Indicators
import LookedAfter

extension Sentences {
  /// A rate with its interval, beside comparators: `Rate 100 per 10,000 (90 to 111), higher than
  /// England (67).`
  ///
  /// - Parameters:
  ///   - interval: the limits of the rate.
  ///   - comparators: each with its name as it stands in a sentence, its printed rate, and what the
  ///     test said.
  public static func rate(
    _ interval: RateInterval,
    beside comparators: [(name: String, rate: Quantity, test: ComparatorTest)] = []
  ) -> String {
    let rate = Prose.decimal(interval.rate.rounded())
    let range = "\(Prose.decimal(interval.lower, 0)) to \(Prose.decimal(interval.upper, 0))"
    let base = Prose.figures(interval.rate.per)
    let outcomes: [ComparatorTest.Outcome] = [.muchHigher, .higher, .similar, .lower, .muchLower]
    let parts = outcomes.compactMap { outcome -> String? in
      let names = comparators.filter { $0.test.outcome == outcome }
        .map { "\($0.name) (\(Prose.decimal($0.rate)))" }
      return names.isEmpty ? nil : "\(words(for: outcome)) \(Prose.list(names))"
    }
    return (["Rate \(rate) per \(base) (\(range))"] + parts).joined(separator: ", ") + "."
  }

  /// What an interval means: `It would be between about 90 and 111 by chance alone.`
  public static func chance(_ interval: RateInterval) -> String {
    "It would be between about \(Prose.decimal(interval.lower, 0)) and \(Prose.decimal(interval.upper, 0)) by chance"
      + " alone."
  }

  /// What a comparison says, before the name of the comparator: `much higher than`.
  public static func words(for outcome: ComparatorTest.Outcome) -> String {
    switch outcome {
    case .muchLower: "much lower than"
    case .lower: "lower than"
    case .similar: "similar to"
    case .higher: "higher than"
    case .muchHigher: "much higher than"
    }
  }

  /// A share with its interval: `65% (55% to 74%), 65 of 100.`
  public static func share(_ share: Proportion) -> String {
    let (lower, upper) = (Prose.decimal(share.lower * 100, 0), Prose.decimal(share.upper * 100, 0))
    let percent = divideRoundingHalfAwayFromZero(share.count * 100, by: share.total)
    return "\(percent)% (\(lower)% to \(upper)%), \(Prose.figures(share.count)) of"
      + " \(Prose.figures(share.total))."
  }

  /// How many children a comparator's rate would be, and the gap: `At the rate of England (67.0) it
  /// would be 231 children: 113 more are looked after (78 to 152 more by chance alone). The
  /// comparator is not a target.`
  public static func gap(
    to name: String, needed: ChildrenNeeded, children: Int, limits: CountLimits?
  ) -> String {
    let gap = needed.gap(of: children)
    let difference =
      gap == 0 ? "as many are looked after" : "\(moreOrFewer(gap)) are looked after"
    var range = ""
    if let limits {
      let bounds = needed.gapRange(of: limits)
      range =
        bounds.lowerBound >= 0
        ? " (\(bounds.lowerBound) to \(bounds.upperBound) more by chance alone)"
        : bounds.upperBound <= 0
          ? " (\(-bounds.upperBound) to \(-bounds.lowerBound) fewer by chance alone)"
          : " (\(-bounds.lowerBound) fewer to \(bounds.upperBound) more by chance alone)"
    }
    return "At the rate of \(name) (\(Prose.decimal(needed.rate.value, 1))) it would be"
      + " \(Prose.children(needed.number)): \(difference)\(range). The comparator is not a target."
  }

  private static func moreOrFewer(_ gap: Int) -> String {
    gap > 0 ? "\(Prose.number(gap)) more" : "\(Prose.number(-gap)) fewer"
  }

  /// How long a gap takes to close: `At the present pace the gap would close in about 16 months.`
  public static func timeToClose(_ time: TimeToClose) -> String {
    switch time {
    case .closed: return "There is no gap to close."
    case .notClosing: return "The gap is not closing: no more children leave than come in."
    case .months(let months):
      let whole = months.rounded(.up)
      guard whole <= 1200 else {
        return "At the present pace the gap would not close in a lifetime."
      }
      return "At the present pace the gap would close in about"
        + " \(Prose.count(Int(whole), "month", "months"))."
    }
  }

  /// Two places: `1.2 times the rate of Kent (1.1 to 1.4): more than chance would do.`
  public static func twoRates(_ two: TwoRates, second name: String) -> String {
    let chance = two.differ ? "more than chance would do" : "chance alone could do it"
    return "\(Prose.decimal(two.ratio, 2)) times the rate of \(name)"
      + " (\(Prose.decimal(two.lowerRatio, 2)) to \(Prose.decimal(two.upperRatio, 2))):"
      + " \(chance)."
  }

  /// A place among authorities, judging nothing: `23rd highest of 151`.
  public static func rank(_ standing: Standing) -> String {
    let half = standing.rankFromHighest <= standing.rankFromLowest
    let place = half ? standing.rankFromHighest : standing.rankFromLowest
    let order = half ? "highest" : "lowest"
    return "\(place == 1 ? order : "\(ordinal(place)) \(order)") of \(standing.count)"
  }

  /// A place among authorities with how many are lower, judging nothing: `It is the 23rd highest of
  /// 151 authorities that have a rate: 128 of the others are lower (85%).`
  static func place(_ standing: Standing) -> String {
    let others = standing.count - 1
    guard others > 0 else { return "It is the only authority that has a rate." }
    let half = standing.rankFromHighest <= standing.rankFromLowest
    let rank = half ? standing.rankFromHighest : standing.rankFromLowest
    let order = half ? "highest" : "lowest"
    let tied = standing.equal > 1 ? "equal " : ""
    let opening =
      "It is the \(rank == 1 ? "" : ordinal(rank) + " ")\(tied)\(order) of \(standing.count) authorities"
      + " that have a rate: "
    let (number, word) = half ? (standing.below, "lower") : (standing.above, "higher")
    if number == others { return opening + "all others are \(word)." }
    let percent = Prose.decimal(Double(number) / Double(others) * 100, 0)
    return opening + "\(number) of the others are \(word) (\(percent)%)."
  }

  /// The average of a group and what it rests on: `66.7, the mean of 9 of 10, from 48 to 119`.
  public static func group(
    _ group: GroupStatistics, _ average: GroupStatistics.Average = .mean
  ) -> String? {
    group.rounded(average).map { value in
      let name = average == .pooled ? "the pooled rate" : "the \(average.rawValue)"
      return
        "\(Prose.decimal(value)), \(name) of \(group.withValue) of \(group.members.count), from"
        + " \(Prose.decimal(group.lowest, 0)) to \(Prose.decimal(group.highest, 0))"
    }
  }
}
