import Documents
import Indicators
import LookedAfter

/// The charts of the monthly update, drawn from what its sentences and tables say.
enum UpdateCharts {
  /// The total of the last two years, with the band in which it is expected where enough is recorded;
  /// nil for fewer than three totals.
  static func totalTrend(_ history: History, _ month: Month) -> Chart? {
    guard let measure = history.catalogue["total"],
      let series = try? MonthlyFigures(of: "total", in: history)
        .series(from: month.advanced(by: -24), to: month), series.known >= 3,
      let first = series.values.firstIndex(where: { $0 != nil }).flatMap(series.month),
      let shown = try? MonthlyFigures(of: "total", in: history).series(from: first, to: month),
      let trend = try? StockTrend(measure, shown, of: history)
    else { return nil }
    let sentences = StockTrendSentences(trend)
    var chart = trend.drawing(describedAs: sentences.latest, sentences.band)
    chart.source = Chart.source(shown.provenance.compactMap { $0 })
    chart.id = "total-trend"
    chart.title = "Looked after children, month by month"
    chart.subtitle = "\(first.inWords) to \(month.inWords), \(history.authority.name)"
    chart.tableID = nil
    // Time is drawn to scale, so a month of which nothing is known needs no line of its own.
    if case .line(var line) = chart.kind {
      for index in line.series.indices {
        line.series[index].points.removeAll { $0.value == nil && $0.limits == nil }
      }
      chart.kind = .line(line)
    }
    return chart
  }

  /// How the number before became the number now: joiners by status, leavers by reason, and what they
  /// do not explain. Nil where either number or the movements are not recorded.
  static func movements(_ history: History, _ month: Month) -> Chart? {
    guard let now = history.snapshotWithTotal(for: month), let total = now.total?.value,
      let flows = history.flows(in: .month(month)),
      let before = history.snapshots(for: month.advanced(by: -1)).first(where: {
        $0.basis == now.basis && $0.total != nil
      }), let opening = before.total?.value
    else { return nil }
    let steps = steps(flows.joined, 1) + steps(flows.left, -1)
    guard !steps.isEmpty else { return nil }
    let waterfall = WaterfallChart(
      start: .init(name: before.asAtInWords, value: ExactNumber(opening)), steps: steps,
      end: .init(name: now.asAtInWords, value: ExactNumber(total)))
    let rest = total - opening - steps.reduce(0) { $0 + $1.change.mantissa }
    let gap =
      rest == 0
      ? "" : " The movements of the calendar month leave \(Prose.signed(rest)) not explained."
    return Chart(
      id: "movements", title: "How \(Prose.figures(opening)) became \(Prose.figures(total))",
      subtitle: "Joiners by legal status and leavers by reason, \(month.inWords)",
      description: "\(Prose.sentence(Prose.children(opening)).dropLast()) \(before.onAsAtInWords),"
        + " \(Prose.figures(flows.joined.total ?? 0)) joined, \(Prose.figures(flows.left.total ?? 0)) left,"
        + " \(Prose.figures(total)) \(now.onAsAtInWords).\(gap)",
      source: Chart.source(
        [before.total?.provenance, now.total?.provenance].compactMap { $0 }
          + (flows.joined.lines + flows.left.lines).map(\.number.provenance)),
      kind: .waterfall(waterfall))
  }

  private static func steps(_ breakdown: Breakdown, _ sign: Int) -> [WaterfallChart.Step] {
    let lines = breakdown.lines.filter { $0.number.value > 0 }
    let sum = lines.reduce(0) { $0 + $1.number.value }
    let whole = sign > 0 ? "Became looked after" : "Left care"
    guard let total = breakdown.total, total > 0 else { return [] }
    guard sum == total else {
      return [
        .init(id: sign > 0 ? "started" : "ceased", name: whole, change: ExactNumber(sign * total))
      ]
    }
    return lines.map {
      .init(
        id: $0.measure.id.rawValue, name: $0.measure.name,
        change: ExactNumber(sign * $0.number.value))
    }
  }

  /// Who is expected to leave, to stay, or neither yet, in one bar.
  static func profile(_ profile: Profile, _ snapshot: Snapshot, describedAs words: String) -> Chart
  {
    var parts = profile.groups.map { group in
      ProfileBar.Part(
        id: group.group.rawValue, name: group.group.name, value: ExactNumber(group.number))
    }
    if let remainder = profile.netRemainder, remainder != 0 {
      parts.append(
        .init(id: "net_remainder", name: "Not in a cohort (net)", value: ExactNumber(remainder)))
    }
    return Chart(
      id: "profile-bar", title: "Who is expected to leave and who to stay",
      subtitle: "Looked after children by group of cohorts, \(snapshot.asAtInWords)",
      description: words,
      source: Chart.source(snapshot.counts.valuesInOrder.map(\.number.provenance)),
      tableID: "profile",
      kind: .profile(ProfileBar(parts: parts, total: snapshot.total.map { ExactNumber($0.value) })))
  }
}
