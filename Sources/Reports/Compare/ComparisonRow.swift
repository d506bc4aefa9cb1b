import Documents
import Indicators
import LookedAfter

/// The rows of the table that sets a rate beside its comparators.
enum ComparisonRow {
  /// The table, the authority's own row first.
  static func table(caption: String, rows: [Row]) -> Table {
    Table(
      id: "rates", caption: caption,
      columns: [
        Column(id: "id", title: "Id", kind: .key),
        Column(id: "comparator", title: "Area or group", kind: .rowHeader),
        Column(id: "year", title: "Year", kind: .label),
        Column(id: "edition", title: "Edition", kind: .key),
        Column(id: "rate", title: "Rate per 10,000", kind: .number),
        Column(id: "lower", title: "From", kind: .key),
        Column(id: "upper", title: "To", kind: .key),
        Column(id: "needed", title: "Children at that rate", kind: .number),
        Column(id: "gap", title: "Difference", kind: .number),
        Column(id: "gap_low", title: "Its range", kind: .label),
        Column(id: "gap_high", title: "to", kind: .key),
        Column(id: "outcome", title: "Our rate is", kind: .label),
      ], rows: rows)
  }

  /// The authority's own rate with its interval.
  ///
  /// - Parameters:
  ///   - printed: the rate as it was printed; nil to round the one worked out.
  ///   - count: the number of children, as a cell.
  static func own(
    name: String, year: String, rate: RatePer10000?, printed: Quantity?, count: Cell
  ) -> Row {
    let interval = rate.map { RateInterval($0) }
    let working = interval.map { Explanation($0.working) }
    let shown = (printed ?? rate?.rounded()).map { Prose.decimal($0) }
    let exact =
      rate.map { Cell.real($0.value, decimals: 6, display: shown) }
      ?? printed.map { .decimal(mantissa: $0.mantissa, decimals: $0.decimals) } ?? .missing
    return Row(
      [
        .text("own"), .text(name), .text(year),
        rate?.estimate.map { .text($0.inWords) } ?? .missing,
        exact.explained(rate.map { Explanation($0.working) }),
        interval.map { Cell.rate($0.lower).explained(working) } ?? .missing,
        interval.map { Cell.rate($0.upper).explained(working) } ?? .missing,
        count, .notApplicable, .notApplicable, .notApplicable, .notApplicable,
      ], isTotal: true)
  }

  /// A comparator with the number of children at its rate, the gap and its range.
  ///
  /// - Parameters:
  ///   - direction: what is aimed at, which makes higher and lower worse and better.
  ///   - isDoubtful: whether too little is known of the group to say how the rate stands by it.
  ///   - mean: how the comparator's rate was made, where it is the mean of a group.
  static func row(
    of comparison: RateComparison, direction: PreferredDirection = .neutral,
    isDoubtful: Bool = false, mean: Explanation? = nil
  ) -> Row {
    let comparator = comparison.comparator
    let explanation = Explanation(comparison.working)
    let range = comparison.gapRange()
    let test = comparison.test(outer: .ninetyNinePointEight, direction: direction)
    let judged = Prose.judgement(of: test).map { "\(test.outcome.name) (\($0))" }
    let outcome =
      isDoubtful
      ? Cell(.missing, display: "too few known")
      : Cell(.text(test.outcome.name), display: judged)
    let low = Cell.change(range.lowerBound)
    let high = Cell.change(range.upperBound)
    let words = "\(low.display ?? "") to \(high.display ?? "")"
    return Row([
      id(of: comparator), .text(comparator.name), .text(comparator.dataYear),
      edition(of: comparator),
      rate(of: comparator, mean), .notApplicable, .notApplicable,
      Cell.integer(comparison.needed.number).explained(explanation),
      Cell.change(comparison.gap).explained(explanation),
      Cell(low.value, display: words).explained(explanation), high.explained(explanation),
      outcome.explained(explanation),
    ])
  }

  /// A comparator beside a rate that is not known.
  static func rateOnly(of comparator: Comparator, mean: Explanation? = nil) -> Row {
    Row([
      id(of: comparator), .text(comparator.name), .text(comparator.dataYear),
      edition(of: comparator),
      rate(of: comparator, mean), .notApplicable, .notApplicable, .missing, .missing, .missing,
      .missing,
      .missing,
    ])
  }

  private static func id(of comparator: Comparator) -> Cell {
    .text(String(comparator.measure.id.rawValue.drop { $0 != "." }.dropFirst()))
  }

  /// The publication that the comparator's rate is from.
  private static func edition(of comparator: Comparator) -> Cell {
    comparator.rate.provenance.source.map { .text($0.shortTitle) } ?? .missing
  }

  /// The comparator's rate as it was published, or as the mean of a group was made.
  static func rate(of comparator: Comparator, _ mean: Explanation? = nil) -> Cell {
    let cell = Cell.recorded(
      comparator.rate, "Rate of \(comparator.nameInSentence)", comparator.dataYear)
    return mean.map { cell.explained($0) } ?? cell
  }
}
