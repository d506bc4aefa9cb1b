import Indicators
import LookedAfter

/// What chance would do to the difference between two months of a figure other than the number of
/// all children, which has the balance of joiners and leavers.
struct ChangeChance {
  let measure: Measure
  let start: Month
  let end: Month
  let history: History

  init(_ measure: Measure, from start: Month, to end: Month, of history: History) {
    self.measure = measure
    self.start = start
    self.end = end
    self.history = history
  }

  /// One or two sentences; blank for what is not counted by month, such as a population.
  var sentences: String {
    switch measure.kind {
    case .flow: [twoCounts, limits].filter { !$0.isEmpty }.joined(separator: " ")
    case .stock: stock
    default:
      measure.unit == "percent" && measure.kind != .reference
        ? "Whether that is more than chance cannot be said from two shares alone; the chart of it"
          + " shows its ordinary variation." : ""
    }
  }

  /// Two months of events that come at random: given their sum, each event is as likely in either.
  private var twoCounts: String {
    let figures = MonthlyFigures(of: measure.id, in: history)
    guard let before = figures[start]?.value.whole, let now = figures[end]?.value.whole,
      before >= 0, now >= 0, before + now > 0, before != now,
      let p = TwoMonths(before, now, spread: spread(figures))?.p
    else { return "" }
    let chance = "two months as far apart as that come by chance \(Prose.chance(p))"
    return p < 0.05
      ? "That would be unusual by chance: \(chance)."
      : "Changes this size happen by chance: \(chance)."
  }

  /// How much more the months vary than chance alone would make them: estimated from those up to the
  /// last, where there are enough.
  private func spread(_ figures: MonthlyFigures) -> Spread {
    (try? FlowSeries(figures.series(to: end))).map(Spread.init(events:)) ?? .monthly
  }

  /// Where the two months lie by the limits of the chart, where it has some to go by.
  private var limits: String {
    guard let series = try? FlowSeries(MonthlyFigures(of: measure.id, in: history).series(to: end)),
      let chart = try? DecidedChart(TrendSubject(measure), series, of: history).chart,
      let segment = chart.segments.last, let limits = segment.limits, !segment.isTrial,
      let first = chart.series.index(of: start), let last = chart.series.index(of: end)
    else { return "" }
    guard segment.range.contains(first) else {
      return "The chart begins anew between the two, for a known cause."
    }
    let shown = chart.shownLimits(of: limits)
    let range =
      "\(Prose.decimal(shown.lower, 1)) to \(Prose.decimal(shown.upper, 1))"
    let outside = [first, last].filter { chart.signals[$0].all.contains { $0.rule == .outside } }
    guard !outside.isEmpty else {
      return "Both months lie within the limits of ordinary variation (\(range))."
    }
    let months = outside.compactMap { chart.series.month(at: $0)?.inWords }
    return Prose.sentence(
      "\(Prose.list(months)) \(months.count == 1 ? "lies" : "lie") outside the limits of ordinary"
        + " variation (\(range))")
  }

  /// A group whose joiners and leavers are not recorded: only its monthly changes can be looked at.
  private var stock: String {
    let unknown =
      "Whether that is more than chance cannot be said: who joined and left this group is not"
      + " recorded."
    let figures = MonthlyFigures(of: measure.id, in: history)
    guard let stock = try? StockSeries(figures.series(to: end)),
      let chart = try? DecidedChart(
        TrendSubject.change(of: measure, figures), stock.netChange, of: history
      ).chart,
      let segment = chart.segments.last, segment.limits != nil, !segment.isTrial,
      let first = chart.series.index(of: start.advanced(by: 1)),
      let last = chart.series.index(of: end), first <= last
    else { return unknown }
    let marked = (first...last).filter { chart.signals[$0].leading != nil }
    if marked.isEmpty {
      return unknown + " None of the monthly changes between is more than ordinary variation."
    }
    let months = marked.suffix(6).compactMap { chart.series.month(at: $0)?.inWords }
    return unknown
      + " More than ordinary variation was the monthly change of \(Prose.list(months))."
  }
}
