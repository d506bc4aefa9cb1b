import Indicators
import LookedAfter

/// What the course of a number says, for people who know no statistics.
struct StockTrendSentences {
  let trend: StockTrend

  init(_ trend: StockTrend) { self.trend = trend }

  private var series: Series { trend.stock.series }

  private var latestIndex: Int? { series.values.lastIndex { $0 != nil } }

  /// The months of the chart.
  var period: String {
    guard let first = series.firstMonth, let last = series.month(at: series.values.count - 1) else {
      return ""
    }
    return first == last ? first.inWords : "\(first.inWords) to \(last.inWords)"
  }

  /// The latest number, and its change on the year or since the chart begins.
  var latest: String {
    guard let index = latestIndex, let value = series.values[index],
      let month = series.month(at: index)
    else { return "No month is recorded." }
    let start = "\(trend.measure.name): \(number(value)) in \(month.inWords)"
    let yearAgo = index >= 12 ? series.values[index - 12] : nil
    let first = series.values.firstIndex { $0 != nil }
    if let yearAgo { return start + ", " + comparison(value - yearAgo) + " a year ago." }
    guard let first, first != index, let before = series.values[first],
      let since = series.month(at: first)
    else { return start + "." }
    return start + ", \(comparison(value - before)) in \(since.inWords)."
  }

  /// Whether the number moved by more than chance: the longest window that is recorded.
  var balance: String {
    guard let longest = trend.balances.last, let months = longest.months else {
      return trend.measure.id == "total"
        ? "Whether it really moved cannot be said: joiners and leavers are recorded together for"
          + " \(Prose.count(trend.monthsOfFlows, "month", "months")), and three in a row are needed."
        : ""
    }
    return FlowBalanceSentences.sentence(longest, months: months)
  }

  /// Where the latest number lies by the expected band.
  var band: String {
    guard let band = trend.band, let index = latestIndex, let value = series.values[index],
      let point = trend.expected(at: index)
    else {
      return trend.measure.id == "total"
        ? "No band is drawn: it needs 12 months of joiners and leavers, with the number at the start"
          + " of each." : ""
    }
    let since = series.month(at: band.start).map { " since \($0.inWords)" } ?? ""
    let range = "\(number(point.lower.rounded())) and \(number(point.upper.rounded()))"
    let place = point.place(of: value)
    guard place.isSignal else {
      return
        "Had joiners and leavers gone on as before\(since), the number would lie between \(range);"
        + " it does, so nothing points to a change of course."
    }
    return
      "Had joiners and leavers gone on as before\(since), the number would lie between \(range);"
      + " it lies \(Self.mark(place)), so the course has changed."
  }

  /// What the monthly changes say, for a number whose joiners and leavers are not recorded.
  var changes: String {
    guard let changes = trend.changes else { return "" }
    let sentences = FlowTrendSentences(changes)
    return "Who joined and left this group is not recorded, so its monthly change is looked at. "
      + sentences.limits + " " + sentences.signal
  }

  /// Who set a direction, or that nobody did.
  var aim: String {
    let chosen = trend.history.direction(of: trend.measure.id)
    let sentence = DirectionSentences.sentence(
      chosen, of: Prose.lowercasedFirst(trend.measure.name))
    guard sentence.isEmpty, trend.measure.id == "total" else { return sentence }
    return "No direction is set, so a rise or a fall is called neither better nor worse."
  }

  /// What has to be kept in mind.
  var cautions: [String] {
    var cautions: [Caution] = []
    for balance in trend.balances.suffix(1) { cautions += balance.working.cautions }
    if let band = trend.band?.band { cautions += band.working.cautions }
    if let changes = trend.changes { cautions += changes.chart.cautions }
    var seen: [Caution] = []
    for caution in cautions where !seen.contains(caution) { seen.append(caution) }
    return seen.map(\.sentence)
  }

  /// A place by the band in a few words.
  static func mark(_ place: ExpectedBand.Place) -> String {
    switch place {
    case .farBelow: "far below the expected band"
    case .below: "below the expected band"
    case .within: "within the expected band"
    case .above: "above the expected band"
    case .farAbove: "far above the expected band"
    }
  }

  private func number(_ value: Double) -> String {
    Prose.decimal(value, value == value.rounded() ? 0 : 1)
  }

  private func comparison(_ change: Double) -> String {
    change == 0
      ? "the same as"
      : "\(number(abs(change))) \(change < 0 ? "fewer" : "more") than"
  }
}
