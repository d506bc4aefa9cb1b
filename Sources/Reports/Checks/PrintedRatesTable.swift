import Documents
import Indicators
import LookedAfter

/// The populations that printed rates need, and which rates cannot share one.
enum PrintedRatesTable {
  private static let formula =
    "children / population × 10,000, rounded as it is printed, has to give the printed rate"

  private static func inputs(
    _ children: Recorded<Int>, _ rate: Recorded<Quantity>
  ) -> [Explanation.Input] {
    [
      .init("children", children),
      .init("rate printed", Prose.decimal(rate.value), recorded: rate.provenance),
    ]
  }

  /// The rates printed in the two years up to a month; nil where there are none.
  static func table(_ history: History, month: Month) -> (table: Table, findings: [String])? {
    let printed = history.months.filter { $0 <= month && $0 >= month.advanced(by: -24) }
      .flatMap { history.snapshots(for: $0) }
      .compactMap { snapshot -> (Snapshot, Recorded<Int>, Recorded<Quantity>, ClosedRange<Int>)? in
        guard let rate = snapshot.printedRate, let children = snapshot.total,
          let range = PopulationBounds.populations(children: children.value, printed: rate.value)
        else { return nil }
        return (snapshot, children, rate, range)
      }
    guard !printed.isEmpty else { return nil }
    let rows = printed.map { snapshot, children, rate, range in
      let fitting = history.populations.filter { range.contains($0.number.value) }
      return Row([
        .text("\(snapshot.month)"), .text(snapshot.label),
        .recorded(children, "All looked after children", snapshot.label),
        .recorded(rate, "Rate per 10,000 as printed", snapshot.label),
        .sum(
          range.lowerBound, "smallest population for the printed rate", formula: formula,
          of: inputs(children, rate)),
        .sum(
          range.upperBound, "greatest population for the printed rate", formula: formula,
          of: inputs(children, rate)),
        fitting.isEmpty
          ? Cell(.missing, display: "no recorded estimate")
          : .text(Prose.list(fitting.map(\.inWords))),
      ])
    }
    var findings: [String] = []
    for (place, first) in printed.enumerated() {
      for second in printed[(place + 1)...] where !first.3.overlaps(second.3) {
        findings.append(
          "The rates of \(Prose.decimal(first.2.value)) (\(first.0.month.inWords)) and"
            + " \(Prose.decimal(second.2.value)) (\(second.0.month.inWords)) cannot share a"
            + " population, so the difference between them is not a change.")
      }
    }
    let table = Table(
      id: "printed-rates", caption: "The population that each printed rate needs",
      columns: [
        Column(id: "date", title: "Id", kind: .key),
        Column(id: "snapshot", title: "Snapshot", kind: .rowHeader),
        Column(id: "children", title: "Children", kind: .number),
        Column(id: "rate", title: "Rate printed", kind: .number),
        Column(id: "from", title: "From", kind: .number),
        Column(id: "to", title: "To", kind: .number),
        Column(id: "fits", title: "Recorded estimates that fit", kind: .prose),
      ], rows: rows)
    return (table, findings)
  }
}
