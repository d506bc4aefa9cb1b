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

  /// The latest number, and its change over the window whose joiners and leavers are recorded; where
  /// none are, on the year or since the chart begins.
  var latest: String {
    guard let index = latestIndex, let value = series.values[index],
      let month = series.month(at: index)
    else { return "No month is recorded." }
    let start = "\(trend.measure.name): \(number(value)) in \(month.inWords)"
    if let (_, months, change) = longest {
      guard let change, let since = self.start(of: months) else { return start + "." }
      return start + ", \(comparison(Double(change))) \(since)."
    }
    if let yearAgo { return start + ", " + comparison(value - yearAgo) + " a year ago." }
    let first = series.values.firstIndex { $0 != nil }
    guard let first, first != index, let before = series.values[first],
      let since = series.month(at: first)
    else { return start + "." }
    return start + ", \(comparison(value - before)) in \(since.inWords)."
  }

  private var yearAgo: Double? {
    latestIndex.flatMap { $0 >= 12 ? series.values[$0 - 12] : nil }
  }

  /// The longest window whose joiners and leavers are recorded, and how the number changed in it.
  private var longest: (balance: FlowBalance, months: Int, change: Int?)? {
    guard let balance = trend.balances.last, let months = balance.months else { return nil }
    return (balance, months, trend.numberChanges.last ?? nil)
  }

  /// Whether the number moved by more than chance: the longest window that is recorded.
  var balance: String {
    guard let (balance, months, change) = longest else {
      return trend.measure.id == "total"
        ? "Whether it really moved cannot be said: joiners and leavers must both be recorded for each of"
          + " the last three months, and are for"
          + " \(Prose.count(trend.monthsOfFlows, "month", "months")) in all."
        : ""
    }
    let aim = trend.history.direction(of: trend.measure.id)?.aim ?? .neutral
    let judged = Self.evidence(balance, change).flatMap { Prose.judgement(of: $0, aim) }
      .map { " By the direction that was chosen, that is \($0)." }
    return FlowBalanceSentences.sentence(balance, months: months, change: change) + (judged ?? "")
  }

  /// The change on the year, where it is longer than what could be tested.
  var year: String {
    guard let (_, months, _) = longest, months < 12, let yearAgo, let index = latestIndex,
      let value = series.values[index]
    else { return "" }
    return
      "It is \(comparison(value - yearAgo)) a year ago; whether that is more than chance is not"
      + " tested, for joiners and leavers are not recorded for every month of the year."
  }

  /// When a window began, as it follows "than".
  private func start(of months: Int) -> String? {
    if months == 12 { return "a year ago" }
    return series.month(at: series.values.count - 1).map {
      "in \($0.advanced(by: -months).inWords)"
    }
  }

  /// What the balance of a window says of the number; nil where it does not explain the number's own
  /// change.
  static func evidence(_ balance: FlowBalance, _ change: Int?) -> FlowBalance.Evidence? {
    change.map { balance.evidence(ofChange: $0) } ?? balance.evidence
  }

  /// The verdict where joiners and leavers do not explain the number.
  static let unexplained = "unclear"

  /// Where the latest number lies by the expected band.
  var band: String {
    guard let band = trend.band, let index = latestIndex, let value = series.values[index],
      let point = trend.expected(at: index)
    else {
      return trend.measure.id == "total"
        ? "No band is drawn: it needs 12 months of joiners and leavers before the first month it"
          + " shows, with the number at the start of each." : ""
    }
    let since = series.month(at: band.start).map { " since \($0.inWords)" } ?? ""
    let (lower, upper) = (number(point.lower.rounded()), number(point.upper.rounded()))
    let range = lower == upper ? "be \(lower)" : "lie between \(lower) and \(upper)"
    let opening = "Had joiners and leavers gone on as before\(since), the number would \(range)"
    let place = point.place(of: value)
    return place.isSignal
      ? "\(opening); it lies \(Self.mark(place)), so the course has changed."
      : "\(opening); it does, so nothing points to a change of course."
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
    if let (balance, _, change) = longest {
      cautions += balance.working.cautions
      if let change { cautions += balance.reconciliation(opening: 0, closing: change) }
    }
    if let band = trend.band?.band { cautions += band.working.cautions }
    if let changes = trend.changes { cautions += changes.chart.cautions }
    let remarks = trend.remarks + (trend.changes?.remarks ?? [])
    var seen: [Caution] = []
    for caution in cautions where !seen.contains(caution) { seen.append(caution) }
    return seen.map(\.sentence) + remarks
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
