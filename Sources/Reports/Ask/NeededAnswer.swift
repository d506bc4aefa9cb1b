import Documents
import Indicators
import LookedAfter

/// How many children the authority would look after at a rate.
public enum NeededAnswer {
  /// The number at a rate that is given.
  ///
  /// - Throws: `ReportError` when no population is recorded, or the rate is too great.
  public static func document(
    at rate: Quantity, _ history: History, month: Month
  ) throws(ReportError) -> Document {
    guard let population = history.population(for: month) else { throw .noPopulation(month) }
    guard (0...10_000).contains(rate.value),
      let needed = ChildrenNeeded(rate: rate, population: population.number.value)
    else { throw .impossibleRate(rate) }
    var section = Section(heading: "")
    section.say(
      "At \(Prose.decimal(rate)) per 10,000, \(history.authority.name) would look after"
        + " \(Prose.childrenInFigures(needed.number))"
        + " (\(Prose.figures(population.number.value)) aged 0 to 17, \(population.inWords)).")
    let snapshot = history.snapshot(for: month)
    if let total = snapshot?.total {
      section.say(
        "In \(month.inWords) there are \(Prose.figures(total.value)), "
          + Prose.comparison(needed.gap(of: total.value)) + " that.")
      section.cite(total.provenance)
    }
    section.cite(population.number.provenance)
    let gap = snapshot?.total.map { needed.gap(of: $0.value) }
    section.blocks.append(
      .table(
        Table(
          id: "needed", caption: "Children at a rate",
          columns: [
            Column(id: "rate", title: "Rate per 10,000", kind: .number),
            Column(id: "population", title: "Population 0 to 17", kind: .number),
            Column(id: "needed", title: "Children at that rate", kind: .number),
            Column(id: "count", title: "Looked after", kind: .number),
            Column(id: "gap", title: "Difference", kind: .number),
          ],
          rows: [
            Row([
              Cell.decimal(mantissa: rate.mantissa, decimals: rate.decimals)
                .explained(Explanation(given: "rate per 10,000", Prose.decimal(rate))),
              .recorded(population.number, "Population aged 0 to 17", population.inWords),
              Cell.integer(needed.number).explained(explanation(needed, population)),
              .recorded(snapshot?.total, "All looked after children", month.inWords),
              Cell.change(gap).explained(
                snapshot?.total.map { difference(from: needed, of: $0, month) }),
            ])
          ])))
    return Document(
      answer: section, title: "Children at a rate of \(Prose.decimal(rate))", asAt: nil)
  }

  private static func difference(
    from needed: ChildrenNeeded, of total: Recorded<Int>, _ month: Month
  ) -> Explanation {
    Explanation(
      "difference from the children at a rate", formula: "difference = looked after - needed",
      inputs: [
        .init("looked after, \(month.inWords)", total),
        .init("needed", Prose.figures(needed.number)),
      ], results: [.init("difference", Prose.signed(needed.gap(of: total.value)))])
  }

  private static func explanation(
    _ needed: ChildrenNeeded, _ population: Population
  ) -> Explanation {
    Explanation(
      "children at a rate", formula: "needed = rate × population / 10,000, in whole children",
      inputs: [
        .init("rate, at one decimal", Prose.decimal(needed.rate)),
        .init(
          "population", Prose.figures(population.number.value),
          recorded: population.number.provenance),
      ],
      results: [
        .init("before rounding", Prose.decimal(needed.value, 2)),
        .init("needed", Prose.figures(needed.number)),
      ], cautions: [Caution.comparatorIsNoTarget.sentence])
  }
}
