import Documents
import Indicators
import LookedAfter
import Scenarios

/// A sum within a paper about other things: a few sentences, a small table, and that it is a sum.
extension BareAnswer {
  /// What a paper takes of the answer.
  public func chosen(as name: String) -> ChosenScenario {
    func joined(_ sentences: [String]) -> String {
      sentences.filter { !$0.isEmpty }.joined(separator: " ")
    }
    let cost = sum.yearlySaving == nil ? CostSentences.missing(levers, inPaper: true) : saving
    return ChosenScenario(
      name: name,
      sentences: joined(
        LeverSentences(history, isSum: true).sentences(levers) + [result, reached, successes]
          + sum.cautions.map(sentence)),
      figures: figures(name), basis: joined([cost, label]))
  }

  /// The number, the rate, the comparators and the cost, now and with the change.
  private func figures(_ name: String) -> Table {
    let change = sum.children - sum.opening
    let now = history.population(for: sum.month)?.number.value
    // Another population changes what others' rates come to.
    let isSamePopulation = now == sum.population
    var rows = [
      row(
        "children", "Children", Prose.figures(sum.opening), Prose.figures(sum.children),
        BandSentences.change(Double(change)))
    ]
    if let rate = sum.rate {
      let before = now.flatMap { RatePer10000(children: sum.opening, population: $0) }
      rows.append(
        row(
          "rate", "Rate per 10,000", before.map { Prose.decimal($0.value, 1) },
          Prose.decimal(rate.value, 1),
          before.map { BandSentences.signed(rate.value - $0.value) } ?? ""))
    }
    for gap in sum.gaps {
      rows.append(
        row(
          "gap", "Against the \(Prose.figures(gap.needed)) at the rate of \(gap.name)",
          isSamePopulation ? BandSentences.gap(gap.gap - change) : nil, BandSentences.gap(gap.gap),
          isSamePopulation ? BandSentences.change(Double(change)) : ""))
    }
    if let saving = sum.yearlySaving {
      rows.append(
        row("cost", "Cost over a full year", nil, nil, BandSentences.moneyChange(-Double(saving))))
    }
    return Table(
      id: "scenario-figures", caption: "The sum of \"\(name)\"",
      columns: [
        Column(id: "id", title: "Id", kind: .key),
        Column(id: "figure", title: "Figure", kind: .rowHeader),
        Column(id: "base", title: sum.month.inWords, kind: .label),
        Column(id: "scenario", title: "With the change", kind: .label),
        Column(id: "difference", title: "Difference", kind: .label),
      ], rows: rows)
  }

  private func row(
    _ id: String, _ title: String, _ before: String?, _ after: String?, _ change: String
  ) -> Row {
    Row([
      .text(id), .text(title), before.map(Cell.text) ?? .notApplicable,
      after.map(Cell.text) ?? .notApplicable, change.isEmpty ? .notApplicable : .text(change),
    ])
  }
}
