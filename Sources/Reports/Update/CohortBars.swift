import Documents
import Indicators
import LookedAfter

/// The cohorts as bars over a few months: which of them grew, and which shrank.
enum CohortBars {
  /// Bars for each cohort that is counted, in the months of a status table; nil where fewer than two of
  /// the months have cohorts.
  ///
  /// - Parameter atMost: how many months to draw: the first, which is the baseline, and the latest.
  static func chart(of status: ChildStatusTable, atMost: Int = 3) -> Chart? {
    let history = status.history
    let counted = status.months.compactMap { month in
      history.snapshot(for: month).flatMap { $0.counts.isEmpty ? nil : (month, $0) }
    }
    guard counted.count > 1, let first = counted.first, let last = counted.last,
      last.0 == status.month
    else { return nil }
    let shown = counted.count > atMost ? [first] + counted.suffix(atMost - 1) : counted
    let groups = history.scheme.cohorts.compactMap { cohort -> BarChart.Group? in
      let values = shown.map { $0.1[cohort.id]?.value }
      guard values.contains(where: { $0 != nil }) else { return nil }
      return BarChart.Group(
        id: cohort.id.rawValue, name: cohort.name,
        values: values.map { $0.map(ExactNumber.init(_:)) })
    }
    guard !groups.isEmpty else { return nil }
    let provenance = shown.flatMap { $0.1.counts.valuesInOrder.map(\.number.provenance) }
    return Chart(
      id: "cohort-bars",
      title: "The cohorts in \(first.0.inWords) and \(last.0.inWords)",
      subtitle: "Looked after children by cohort, \(history.authority.name)",
      description: description(groups, shown.map(\.0)), source: Chart.source(provenance),
      tableID: "cohorts",
      kind: .bars(
        BarChart(
          periods: shown.map { .init(id: "\($0.0)", label: $0.0.inWords) }, groups: groups)))
  }

  /// The cohorts that changed the most between the first month and the last.
  private static func description(_ groups: [BarChart.Group], _ months: [Month]) -> String {
    guard let first = months.first, let last = months.last else { return "" }
    let changes = groups.compactMap { group -> (name: String, from: Int, to: Int)? in
      guard let from = group.values.first.flatMap({ $0 }),
        let to = group.values.last.flatMap({ $0 })
      else { return nil }
      return (group.name, from.mantissa, to.mantissa)
    }
    let opening =
      "Bars for each cohort in \(Prose.list(months.map(\.inWords)))."
    func most(_ direction: Int) -> (name: String, from: Int, to: Int)? {
      changes.filter { ($0.to - $0.from) * direction > 0 }
        .max { ($0.to - $0.from) * direction < ($1.to - $1.from) * direction }
    }
    let words = [most(-1), most(1)].compactMap { $0 }.map { change in
      "\(change.to < change.from ? "the largest fall is" : "the largest rise is") in"
        + " \(Prose.lowercasedFirst(change.name)), from \(Prose.figures(change.from)) to"
        + " \(Prose.figures(change.to))"
    }
    guard !words.isEmpty else {
      return opening + " No cohort changed between \(first.inWords) and \(last.inWords)."
    }
    return opening
      + " \(Prose.sentence("between \(first.inWords) and \(last.inWords) \(words.joined(separator: " and "))"))"
  }
}
