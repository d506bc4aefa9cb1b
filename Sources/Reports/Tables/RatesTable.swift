import Comparators
import Documents
import Indicators
import LookedAfter

/// The authority's rate beside each comparator's, with the number of children at that rate.
struct RatesTable {
  let history: History
  let snapshot: Snapshot
  let rate: RatePer10000
  private(set) var comparisons: [RateComparison]

  /// The rates of a month.
  ///
  /// - Throws: `ReportError` when the month has no total or there is no population.
  init(_ history: History, month: Month) throws(ReportError) {
    guard let snapshot = history.snapshotWithTotal(for: month), let total = snapshot.total else {
      throw .noSnapshot(month, known: history.months)
    }
    guard let population = history.population(for: month),
      let rate = RatePer10000(children: total, population: population)
    else { throw .noPopulation(month) }
    self.history = history
    self.snapshot = snapshot
    self.rate = rate
    comparisons = history.comparators(upTo: month).compactMap {
      RateComparison(rate, comparator: $0)
    }
  }

  /// The same rate beside the comparators of some groups only; nil for all.
  func limited(to groups: [ComparatorGroup]?) -> RatesTable {
    guard let groups else { return self }
    let ids = Set(groups.map { MeasureID(rawValue: "comparator.\($0.id)") })
    var copy = self
    copy.comparisons = comparisons.filter { ids.contains($0.comparator.measure.id) }
    return copy
  }

  /// What is aimed at for the number looked after, and so for its rate.
  var aim: PreferredDirection { history.direction(of: CohortID.total.count)?.aim ?? .neutral }

  /// The comparison with the comparator of a name, an id, or any part that belongs to it alone.
  ///
  /// - Throws: `ReportError.unknownComparator` with those that there are.
  func comparison(named name: String) throws(ReportError) -> RateComparison {
    if let index = ComparatorName.index(of: name, among: comparisons.map(\.comparator)) {
      return comparisons[index]
    }
    throw .unknownComparator(name, known: comparisons.map(\.comparator.name))
  }

  var table: Table {
    let own = rate.rounded(toDecimals: 2)
    let first = Row(
      [
        .text("own"), .text(history.authority.name), .text(snapshot.asAtInWords),
        Cell(
          .number(mantissa: own.mantissa, decimals: own.decimals),
          display: rate.rounded().description
        ).explained(Explanation(rate.working)),
        .recorded(snapshot.total, "All looked after children", snapshot.label),
        .notApplicable,
      ], isTotal: true)
    let rows = comparisons.map { comparison in
      let comparator = comparison.comparator
      let explanation = Explanation(comparison.working)
      return Row([
        .text(String(comparator.measure.id.rawValue.drop { $0 != "." }.dropFirst())),
        .text(comparator.name), .text(comparator.dataYear),
        ComparisonRow.rate(of: comparator),
        Cell.integer(comparison.needed.number).explained(explanation),
        Cell.change(comparison.gap).explained(explanation),
      ])
    }
    return Table(
      id: "rates",
      caption: "Looked after children per 10,000 aged 0 to 17, and the number of children that"
        + " \(history.authority.name) would look after at each rate (worked out with the rate at one decimal)",
      columns: [
        Column(id: "id", title: "Id", kind: .key),
        Column(id: "comparator", title: "Area or group", kind: .rowHeader),
        Column(id: "year", title: "Year of the data", kind: .label),
        Column(id: "rate", title: "Rate per 10,000", kind: .number),
        Column(id: "needed", title: "Children at that rate", kind: .number),
        Column(id: "gap", title: "Difference", kind: .number),
      ], rows: [first] + rows)
  }

  /// Where the authority's own rate comes from.
  var ownProvenance: [Provenance] {
    [snapshot.total?.provenance, history.population(for: snapshot.month)?.number.provenance]
      .compactMap { $0 }
  }

  /// Where the figures come from.
  var provenance: [Provenance] {
    ownProvenance + comparisons.map(\.comparator.rate.provenance)
  }
}
