extension ControlChart {
  /// A stretch with its limits.
  static func segment(
    _ range: Range<Int>, of values: [Double?], _ settings: ControlChartSettings, _ rebase: Rebase?
  ) -> Segment {
    let points = values[range].lazy.filter { $0 != nil }.count
    let basis = basis(of: range, in: values, settings)
    let limits = ControlLimits(values[basis], settings: settings)
    return Segment(
      range: range, points: points, basis: basis, limits: limits,
      isTrial: limits != nil && points < settings.trialBelow, rebase: rebase)
  }

  /// The places that the limits of a stretch rest on.
  private static func basis(
    of range: Range<Int>, in values: [Double?], _ settings: ControlChartSettings
  ) -> Range<Int> {
    if let fixed = settings.baselineRange, fixed.lowerBound >= range.lowerBound,
      fixed.upperBound <= range.upperBound
    {
      return fixed
    }
    guard let baseline = settings.baseline else { return range }
    var known = 0
    for index in range where values[index] != nil {
      known += 1
      if known == baseline { return range.lowerBound..<(index + 1) }
    }
    return range
  }

  /// The rules for a stretch; nil when it has no limits.
  static func rules(
    of segment: Segment, in values: [Double?], _ settings: ControlChartSettings
  ) -> RunRules? {
    segment.limits.map { limits in
      let points = segment.range.compactMap { index in values[index].map { (index, $0) } }
      return RunRules(limits: limits, settings: settings.rules, points: points)
    }
  }

  /// Refuses a baseline that is too short, and factors that are no factors.
  static func check(
    _ settings: ControlChartSettings, _ values: [Double?]
  ) throws(ControlChartError) {
    let least = ControlChartSettings.shortestBaseline
    if let baseline = settings.baseline, baseline < least {
      throw .shortBaseline(baseline, least: least)
    }
    if let fixed = settings.baselineRange {
      let known = values.indices.clamped(to: fixed).count { values[$0] != nil }
      guard known >= least, fixed.upperBound <= values.count, fixed.lowerBound >= 0 else {
        throw .shortBaseline(known, least: least)
      }
    }
    for factor in [settings.limitFactor, settings.movingRangeFactor] {
      guard factor > 0, factor <= 1000 else { throw .badFactor }
    }
  }

  /// Refuses a rebase without a known cause, without a sustained signal, or too soon.
  static func check(
    _ rebase: Rebase, after before: Segment, in values: [Double?]
  ) throws(ControlChartError) {
    let place = rebase.index &+ 1
    guard values.indices.contains(rebase.index), rebase.index > before.range.lowerBound else {
      throw .noSuchPoint(place: place)
    }
    guard rebase.reason.contains(where: { !$0.isWhitespace }) else {
      throw .noReason(place: place)
    }
    guard before.points >= Rebase.pointsBefore, let limits = before.limits else {
      throw .tooFewBefore(place: place, points: before.points)
    }
    let next = values[rebase.index...].lazy.compactMap { $0 }.prefix(Rebase.sustainedLength)
    let side = next.first.flatMap(limits.side)
    let run = next.prefix { side != nil && limits.side(of: $0) == side }.count
    guard run == Rebase.sustainedLength else { throw .notSustained(place: place, points: run) }
  }
}
