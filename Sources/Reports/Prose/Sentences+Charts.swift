import Indicators
import LookedAfter

extension Sentences {
  /// What the latest point of a chart says: `5 in March 2021: one of a run of 7 or more below the
  /// mean, which would be unusual by chance.`
  public static func latest(_ chart: ControlChart, decimals: Int = 0) -> String {
    guard let latest = chart.latest else { return "There is no figure yet." }
    let month = chart.series.month(at: latest.index).map { " in \($0.inWords)" } ?? ""
    let value = number(latest.value, decimals: decimals) + month
    guard let limits = chart.segments.last?.limits else {
      return "\(value). There are too few figures to say what is usual."
    }
    let names = latest.signals.all.map { rule($0.rule, $0.direction, chart.settings.rules) }
    let trial = chart.segments.last?.isTrial == true ? " trial" : ""
    guard let first = names.first else {
      let shown = chart.shownLimits(of: limits)
      return "\(value): within the\(trial) limits of \(number(shown.lower, decimals: 1)) to"
        + " \(number(shown.upper, decimals: 1)), ordinary variation."
    }
    let others = names.count > 1 ? " (also \(Prose.list(Array(names.dropFirst()))))" : ""
    return "\(value): \(first)\(others), which would be unusual by chance"
      + "\(trial.isEmpty ? "" : "; the limits are trial limits")."
  }

  /// What marks a point, within a sentence.
  static func rule(
    _ rule: ControlRule, _ direction: SignalDirection, _ settings: RuleSettings
  ) -> String {
    let high = direction == .high
    switch rule {
    case .outside: return high ? "above the upper limit" : "below the lower limit"
    case .trend:
      return "one of \(settings.trendLength) or more in a row \(high ? "rising" : "falling")"
    case .twoInThree: return "one of two in three near the \(high ? "upper" : "lower") limit"
    case .shift:
      return "one of \(settings.shiftLength) or more in a row \(high ? "above" : "below") the mean"
    }
  }

  /// How near a run is to a signal: `6 in a row below the mean, one more makes a signal.`; nil when
  /// it is short, or a signal already.
  public static func runSoFar(_ run: RunSoFar) -> String? {
    guard run.remaining > 0, run.remaining <= 2 else { return nil }
    let way =
      switch (run.rule, run.direction) {
      case (.trend, .high): "rising"
      case (.trend, .low): "falling"
      case (_, .high): "above the mean"
      case (_, .low): "below the mean"
      }
    return "\(run.length) in a row \(way), \(Prose.number(run.remaining)) more"
      + " \(run.remaining == 1 ? "makes" : "make") a signal."
  }

  /// Whether a target can be relied on: `The target of 12 is met or missed by chance.`
  public static func assurance(_ icon: AssuranceIcon, target: Double) -> String {
    let target = "The target of \(number(target, decimals: target == target.rounded() ? 0 : 1))"
    switch icon {
    case .consistentlyPassing: return "\(target) is met as things are."
    case .consistentlyFailing: return "\(target) cannot be met as things are."
    case .hitAndMiss: return "\(target) is met or missed by chance."
    }
  }

  /// A recent trend of yearly figures: `Over 2016 to 2020 the rate is increasing and getting worse.`
  public static func trend(
    _ outcome: RecentTrendOutcome, of name: String, years: ClosedRange<Int>?,
    aim: PreferredDirection = .neutral
  ) -> String {
    let over = years.map { "Over \($0.lowerBound) to \($0.upperBound) \(name)" } ?? name
    let judgement =
      outcome.isImprovement(aim: aim).map { $0 ? " and getting better" : " and getting worse" }
      ?? ""
    switch outcome {
    case .increasing: return Prose.sentence("\(over) is increasing\(judgement)")
    case .decreasing: return Prose.sentence("\(over) is decreasing\(judgement)")
    case .noSignificantChange:
      return Prose.sentence("\(over) shows no trend that stands out from chance")
    case .cannotBeCalculated(let obstacle):
      return Prose.sentence("no trend of \(name) can be calculated: \(self.obstacle(obstacle))")
    }
  }

  private static func obstacle(_ obstacle: RecentTrendOutcome.Obstacle) -> String {
    switch obstacle {
    case .tooFewYears(let have, let need):
      "it needs \(need) years, and there \(have == 1 ? "is" : "are") \(Prose.number(have))"
    case .yearMissing(let year): "\(year) is missing"
    case .editionsDiffer(let one, let other):
      "the populations are of two editions (\(one); \(other))"
    case .badYear(let year): "\(year) stands twice or out of order"
    case .noOdds(let year): "in \(year) it was all or none"
    case .noInterval(let year): "the rate of \(year) has no interval"
    }
  }
}
