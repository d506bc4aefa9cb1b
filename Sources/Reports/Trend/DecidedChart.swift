import Indicators
import LookedAfter

/// A control chart with the baseline and the rebases that were decided for it, as far as they can be
/// used in its months.
struct DecidedChart {
  /// The chart.
  let chart: ControlChart

  /// What was decided and cannot be used, in sentences.
  let remarks: [String]

  /// Charts a series.
  ///
  /// - Throws: `ControlChartError`, which no decision is the cause of.
  init(
    _ subject: TrendSubject, _ source: some IndependentSeries, of history: History
  ) throws(ControlChartError) {
    let series = source.series
    var remarks: [String] = []
    var rebases: [Rebase] = []
    for decided in history.rebases(of: subject.id) {
      guard let index = series.index(of: decided.month), index > 0 else { continue }
      let rebase = Rebase(
        at: index, reason: decided.reason, decided: String(decided.recordedAt.prefix(10)))
      do {
        _ = try ControlChart(source, rebases: rebases + [rebase])
        rebases.append(rebase)
      } catch {
        remarks.append(
          "The chart does not begin anew in \(decided.month.inWords) here (\(decided.reason)):"
            + " \(error.reason).")
      }
    }
    var settings = ControlChartSettings()
    if let fixed = history.baseline(of: subject.id) {
      settings.baselineRange = Self.usable(fixed.first, fixed.last, in: series, rebases)
      if settings.baselineRange == nil {
        remarks.append(
          "The months that limits were fixed on, \(fixed.first.inWords) to \(fixed.last.inWords),"
            + " cannot be used: 12 or more of them must be recorded and shown, none after the chart"
            + " begins anew. The limits rest on all months shown.")
      }
    }
    chart = try ControlChart(source, settings: settings, rebases: rebases)
    self.remarks = remarks
  }

  /// The places of a fixed baseline; nil where too few are known, or a new stretch begins in it.
  private static func usable(
    _ first: Month, _ last: Month, in series: Series, _ rebases: [Rebase]
  ) -> Range<Int>? {
    guard let first = series.index(of: first), let last = series.index(of: last),
      first <= last,
      !rebases.contains(where: { first < $0.index && $0.index <= last })
    else { return nil }
    let known = (first...last).count { series.values[$0] != nil }
    return known >= ControlChartSettings.shortestBaseline ? first..<(last + 1) : nil
  }
}

extension ControlChartError {
  /// Why a chart does not begin anew, as the part of a sentence that follows a colon.
  var reason: String {
    switch self {
    case .shortBaseline(let points, let least):
      "a baseline of \(Prose.count(points, "month", "months")) is too short, and"
        + " \(Prose.number(least)) are needed"
    case .badFactor: "the factors of the limits must be numbers greater than zero"
    case .noSuchPoint: "it must be later than the first month and than the rebase before"
    case .noReason: "the known cause is missing"
    case .tooFewBefore(_, let points):
      "only \(Prose.count(points, "month stands", "months stand")) before it, and at least"
        + " \(Prose.number(Rebase.pointsBefore)) are needed"
    case .notSustained(_, let points):
      "\(Prose.number(points)) of the months from there on \(points == 1 ? "is" : "are") in a row on"
        + " one side of the mean, and \(Prose.number(Rebase.sustainedLength)) are needed"
    }
  }
}
