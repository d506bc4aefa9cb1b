import Documents
import Indicators
import LookedAfter
import Scenarios

/// A projection within a paper about other things: a few sentences, a small table, the chart, and what
/// it rests on.
extension ProjectionAnswer {
  /// What a paper takes of the answer.
  public func chosen(as name: String) -> ChosenScenario {
    var answer = self
    answer.isInPaper = true
    let line = backTest.map { BackTestAnswer.line($0, months: projection.result.count) } ?? ""
    func joined(_ sentences: [String]) -> String {
      sentences.filter { !$0.isEmpty }.joined(separator: " ")
    }
    return ChosenScenario(
      name: name,
      sentences: joined(
        LeverSentences(history, of: tables.model).sentences(levers) + [expected, change]),
      figures: figures(name),
      chart: ProjectionChart(tables: tables, description: expected).chart,
      basis: joined([answer.cost, basis, line]))
  }

  /// The number, the rate, the nearest comparators and the cost at the end, as things are and with the
  /// change.
  private func figures(_ name: String) -> Table? {
    guard let base = projection.base.last else { return nil }
    let end = projection.scenario?.last
    let difference = projection.difference?.last
    var rows: [Row] = []
    func add(
      _ id: String, _ title: String, difference: String? = nil, _ text: (ProjectedMonth) -> String?
    ) {
      guard let first = text(base) else { return }
      var cells = [Cell.text(id), .text(title), .text(first)]
      if let end {
        cells.append(text(end).map(Cell.text) ?? .missing)
        cells.append(difference.map(Cell.text) ?? .notApplicable)
      }
      rows.append(Row(cells))
    }
    add(
      "children", "Children expected",
      difference: difference.map { change in
        let shown =
          BandSentences.rounded(end?.total.mean ?? base.total.mean)
          - BandSentences.rounded(base.total.mean)
        return BandSentences.change(
          change.total.mean, isExact: shown != BandSentences.rounded(change.total.mean))
      }
    ) { BandSentences.children($0.total.mean) }
    add("four_in_five", "Four times in five") {
      BandSentences.range($0.total.lower80, $0.total.upper80)
    }
    add(
      "nineteen_in_twenty", "Nineteen times in twenty",
      difference: difference.map { BandSentences.changes($0.total) }
    ) { BandSentences.range($0.total.lower95, $0.total.upper95) }
    add(
      "rate", "Rate per 10,000",
      difference: end?.rate.flatMap { rate in
        base.rate.map { BandSentences.signed(rate.mean - $0.mean) }
      }
    ) { $0.rate.map { Prose.decimal($0.mean, 1) } }
    for goal in shownGoals.prefix(3) {
      func own(_ month: ProjectedMonth) -> GoalChance? {
        month.goals.first { $0.name == goal.name }
      }
      add("gap", "Against the number at the rate of \(goal.name)") { month in
        own(month).map { BandSentences.gap(BandSentences.rounded($0.gap.mean)) }
      }
      add("chance", "Chance to be at or under that") { month in
        own(month).map { BandSentences.share($0.chance) }
      }
    }
    add(
      "cost", "Cost in a full year",
      difference: difference?.cost.map { BandSentences.moneyChange($0.mean * 12) }
    ) { month in month.cost.map { BandSentences.thousands($0.mean * 12) } }
    var columns = [
      Column(id: "id", title: "Id", kind: .key),
      Column(id: "figure", title: "In \(base.month.inWords)", kind: .rowHeader),
      Column(id: "base", title: "As things are", kind: .label),
    ]
    if end != nil {
      columns.append(Column(id: "scenario", title: "With the change", kind: .label))
      columns.append(Column(id: "difference", title: "Difference", kind: .label))
    }
    return Table(
      id: "scenario-figures", caption: "Expected with \"\(name)\"", columns: columns, rows: rows)
  }
}
