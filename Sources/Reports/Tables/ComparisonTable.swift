import Documents
import Indicators
import LookedAfter

extension RatesTable {
  /// The authority's rate with its interval, and beside it comparators: the number of children at
  /// each rate, the gap with its range, and whether the rate is told apart.
  func table(of comparisons: [RateComparison]) -> Table {
    Table(
      id: "rates",
      caption: "Looked after children per 10,000 aged 0 to 17, and the number of children that"
        + " \(history.authority.name) would look after at each rate",
      columns: [
        Column(id: "id", title: "Id", kind: .key),
        Column(id: "comparator", title: "Area or group", kind: .rowHeader),
        Column(id: "year", title: "Year of the data", kind: .label),
        Column(id: "edition", title: "Population estimate", kind: .key),
        Column(id: "rate", title: "Rate per 10,000", kind: .number),
        Column(id: "lower", title: "From", kind: .number),
        Column(id: "upper", title: "To", kind: .number),
        Column(id: "needed", title: "Children at that rate", kind: .number),
        Column(id: "gap", title: "Difference", kind: .number),
        Column(id: "gap_low", title: "from", kind: .number),
        Column(id: "gap_high", title: "to", kind: .number),
        Column(id: "outcome", title: "Our rate is", kind: .label),
      ], rows: [own] + comparisons.map(row))
  }

  private var own: Row {
    let interval = RateInterval(rate)
    let working = Explanation(interval.working)
    return Row(
      [
        .text("own"), .text(history.authority.name), .text(snapshot.asAtInWords),
        rate.estimate.map { .text($0.inWords) } ?? .missing,
        Cell.real(
          interval.value, decimals: 6, display: Prose.decimal(rate.rounded())
        ).explained(Explanation(rate.working)),
        Cell.rate(interval.lower).explained(working),
        Cell.rate(interval.upper).explained(working),
        Cell.integer(rate.children).explained(
          snapshot.total.map {
            Explanation(
              recorded: Prose.figures($0.value), $0.provenance, as: "All looked after children",
              of: snapshot.month.inWords)
          }), .notApplicable, .notApplicable, .notApplicable, .notApplicable,
      ], isTotal: true)
  }

  private func row(of comparison: RateComparison) -> Row {
    let comparator = comparison.comparator
    let explanation = Explanation(comparison.working)
    let range = comparison.gapRange()
    let outcome = comparison.test(outer: .ninetyNinePointEight).outcome
    return Row([
      .text(String(comparator.measure.id.rawValue.drop { $0 != "." }.dropFirst())),
      .text(comparator.name), .text(comparator.dataYear), .missing,
      Cell.decimal(
        mantissa: comparator.rate.value.mantissa, decimals: comparator.rate.value.decimals
      ).explained(
        Explanation(
          recorded: Prose.decimal(comparator.rate.value), comparator.rate.provenance,
          as: "Rate of \(comparator.nameInSentence)", of: comparator.dataYear)),
      .notApplicable, .notApplicable,
      Cell.integer(comparison.needed.number).explained(explanation),
      Cell.change(comparison.gap).explained(explanation),
      Cell.change(range.lowerBound).explained(explanation),
      Cell.change(range.upperBound).explained(explanation),
      Cell(.text(outcome.name)).explained(explanation),
    ])
  }
}
