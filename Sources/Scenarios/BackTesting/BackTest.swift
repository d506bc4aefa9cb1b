import Indicators
import LookedAfter

/// How forecasts would have done in the past: for each past month with 12 before it, the forecast of
/// that month is set beside what came.
public struct BackTest: Equatable, Sendable {
  /// The forecasts of one horizon.
  public struct Row: Equatable, Sendable {
    /// The months ahead.
    public let horizon: Int

    /// The forecasts that could be checked.
    public let count: Int

    /// The mean absolute error of the expected number, in children.
    public let meanAbsoluteError: Double

    /// The share that the 80% band held, 0 to 1.
    public let coverage80: Double

    /// The share that the 95% band held, 0 to 1.
    public let coverage95: Double

    /// The mean continuous ranked probability score, in children: smaller is better.
    public let crps: Double

    /// The mean interval score of the 95% band, in children: smaller is better.
    public let intervalScore: Double

    /// What part of the score of "no change" is saved: 1 less the two CRPS divided. Negative when no
    /// change would have been better.
    public let skill: Double

    /// The same against last year's change going on.
    public let skillAgainstDrift: Double

    /// The coverage of a 95% band that as many forecasts would show by chance alone, if it held
    /// exactly what it should: `±2 √(c (1 - c) / n)`. Forecasts of successive months overlap, so that
    /// the true range is wider.
    public var range95: ClosedRange<Double> {
      let reach = 2 * (0.95 * 0.05 / Double(max(count, 1))).squareRoot()
      return max(0, 0.95 - reach)...min(1, 0.95 + reach)
    }
  }

  /// The horizons, nearest first; those of which no forecast could be checked are left out.
  public let rows: [Row]

  /// Whether the children were followed one by one, and not only the months' joiners and leavers.
  public let isChildLevel: Bool

  /// Tests over a history.
  ///
  /// - Throws: `ProjectionRefusal`, when there are not 12 months to forecast from.
  public init(
    _ flows: MonthlyFlows, horizons: [Int] = [1, 3, 6, 12],
    forecaster: Forecaster = .stockAndFlow
  ) throws(ProjectionRefusal) {
    try self.init(flows, horizons, isChildLevel: false) { past, months in
      try? forecaster.forecasts(past, months: months)
    }
  }

  /// Tests the model of children followed one by one: each month of the past is projected from the
  /// courses as they were known then. Applications, which were not known then, are not in it.
  ///
  /// - Parameters:
  ///   - courses: the periods of care that touch the months.
  ///   - cohorts: the cohorts, in order.
  ///   - first: the first month whose end is covered.
  ///   - last: the last.
  ///   - horizons: the months ahead.
  /// - Throws: `ProjectionRefusal`, when there are not 12 months to forecast from.
  public init(
    children courses: [ChildCourse], cohorts: [CohortID], first: Month, last: Month,
    horizons: [Int] = [1, 3, 6, 12]
  ) throws(ProjectionRefusal) {
    let counts = ChildCounts(
      courses, cohorts: cohorts, first: first, last: last, weighting: .usual)
    try self.init(counts.flows, horizons, isChildLevel: true) { past, months in
      guard
        var model = try? FlowModel(
          children: courses, cohorts: cohorts, first: first, last: past.last, months: months)
      else { return nil }
      if let total = past.totals.last.flatMap({ $0 }) { model.settle(total) }
      return Forecaster.forecasts(model, months)
    }
  }

  private init(
    _ flows: MonthlyFlows, _ horizons: [Int], isChildLevel: Bool,
    forecasts: (_ past: MonthlyFlows, _ months: Int) -> [Forecast]?
  ) throws(ProjectionRefusal) {
    _ = try FlowEstimate(flows)
    self.isChildLevel = isChildLevel
    let horizons = Set(horizons.filter { (1...600).contains($0) }).sorted()
    var scores: [Int: [Score]] = [:]
    for origin in flows.totals.indices {
      let past = flows.upTo(origin)
      guard past.totals[origin] != nil, past.last == past.lastComplete,
        let reach = horizons.last(where: { origin + $0 < flows.totals.count }),
        let ours = forecasts(past, reach),
        let flat = try? Forecaster.noChange.forecasts(past, months: reach),
        let drift = try? Forecaster.lastYearsDrift.forecasts(past, months: reach)
      else { continue }
      for horizon in horizons where horizon <= reach {
        guard let actual = flows.totals[origin + horizon] else { continue }
        scores[horizon, default: []].append(
          Score(ours[horizon - 1], flat[horizon - 1], drift[horizon - 1], Double(actual)))
      }
    }
    rows = horizons.compactMap { horizon in scores[horizon].map { Row(horizon, $0) } }
  }
}

/// How one forecast did, with its rivals.
private struct Score {
  let error: Double
  let holds80: Bool
  let holds95: Bool
  let interval: Double
  let crps: Double
  let flat: Double
  let drift: Double

  init(_ ours: Forecast, _ flat: Forecast, _ drift: Forecast, _ actual: Double) {
    func crps(_ forecast: Forecast) -> Double {
      Scores.crps(mean: forecast.mean, deviation: forecast.deviation, actual: actual)
    }
    let (inner, outer) = (ours.band(0.8), ours.band(0.95))
    error = abs(ours.mean - actual)
    holds80 = inner.lower <= actual && actual <= inner.upper
    holds95 = outer.lower <= actual && actual <= outer.upper
    interval = Scores.interval(
      lower: outer.lower, upper: outer.upper, alpha: 0.05, actual: actual)
    self.crps = crps(ours)
    self.flat = crps(flat)
    self.drift = crps(drift)
  }
}

extension BackTest.Row {
  fileprivate init(_ horizon: Int, _ scores: [Score]) {
    func mean(_ value: (Score) -> Double) -> Double { Averages.mean(scores.map(value)) ?? 0 }
    let (ours, flat, drift) = (mean(\.crps), mean(\.flat), mean(\.drift))
    self.init(
      horizon: horizon, count: scores.count, meanAbsoluteError: mean(\.error),
      coverage80: mean { $0.holds80 ? 1 : 0 }, coverage95: mean { $0.holds95 ? 1 : 0 },
      crps: ours, intervalScore: mean(\.interval), skill: flat > 0 ? 1 - ours / flat : 0,
      skillAgainstDrift: drift > 0 ? 1 - ours / drift : 0)
  }
}

extension MonthlyFlows {
  /// The last month of which starts, leavers and the number at the start are known.
  fileprivate var lastComplete: Month? { complete.last.map { first.advanced(by: $0.index) } }
}
