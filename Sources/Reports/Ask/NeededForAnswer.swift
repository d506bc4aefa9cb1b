import Documents
import Indicators
import LookedAfter

/// How many children the authority would look after at a comparator's rate.
public enum NeededForAnswer {
  /// The number, the gap, and the range of the gap.
  ///
  /// - Parameters:
  ///   - name: the comparator by its name, its id, or any part that belongs to it alone.
  ///   - history: what is recorded.
  ///   - month: the month that is meant.
  /// - Throws: `ReportError` when there is no such comparator, no total or no population.
  public static func document(
    _ name: String, _ history: History, month: Month
  ) throws(ReportError) -> Document {
    let rates = try RatesTable(history, month: month)
    return document(try rates.comparison(named: name), rates, history, month)
  }

  /// The same at the rate of any comparator.
  ///
  /// - Parameters:
  ///   - comparator: what is compared with.
  ///   - basis: what its rate rests on, where it is a published one.
  ///   - history: what is recorded.
  ///   - month: the month that is meant.
  /// - Throws: `ReportError` when there is no total or no population.
  public static func document(
    _ comparator: Comparator, on basis: PublishedBasis? = nil, _ history: History, month: Month
  ) throws(ReportError) -> Document {
    let rates = try RatesTable(history, month: month)
    guard let comparison = RateComparison(rates.rate, comparator: comparator) else {
      throw .impossibleRate(comparator.rate.value)
    }
    return document(comparison, on: basis, rates, history, month)
  }

  private static func document(
    _ comparison: RateComparison, on basis: PublishedBasis? = nil, _ rates: RatesTable,
    _ history: History, _ month: Month
  ) -> Document {
    let range = comparison.gapRange()
    let comparator = comparison.comparator
    let test = comparison.test(direction: history.direction(of: "total")?.aim ?? .neutral)
    var section = Section(heading: "")
    section.say(
      "At the rate of \(comparator.nameInSentence)"
        + " (\(Prose.decimal(comparator.rate.value)), \(comparator.dataYear)),"
        + " \(history.authority.name) would look after \(Prose.childrenInFigures(comparison.needed.number)).",
      "There are \(Prose.figures(rates.rate.children)), \(Prose.comparison(comparison.gap)) that;"
        + " by chance alone the difference would be between \(Prose.figures(range.lowerBound)) and"
        + " \(Prose.figures(range.upperBound)), so the rate is \(test.outcome.name)"
        + (basis.map { "\(than(test.outcome)) that of \($0.name) on \($0.day)" } ?? "")
        + (Prose.judgement(of: test).map { ": \($0) by the direction chosen." } ?? "."))
    section.say(cautions(comparator, basis, rates, history).joined(separator: " "))
    section.say(timeToClose(comparison.gap, history, month))
    section.blocks.append(.table(rates.table(of: [comparison])))
    section.say(Caution.comparatorIsNoTarget.sentence)
    section.provenance =
      basis == nil ? rates.provenance : rates.ownProvenance + [comparator.rate.provenance]
    return Document(
      answer: section,
      title: "Children at the rate of \(comparator.nameInSentence), \(month.inWords)",
      asAt: rates.snapshot.asAt)
  }

  private static func than(_ outcome: ComparatorTest.Outcome) -> String {
    outcome == .similar ? " to" : " than"
  }

  /// Where the year or the population of the rate differs from the comparator's.
  private static func cautions(
    _ comparator: Comparator, _ basis: PublishedBasis?, _ rates: RatesTable, _ history: History
  ) -> [String] {
    let month = rates.snapshot.month
    if let basis { return basis.cautions(beside: month, on: history.population(for: month)) }
    guard let start = Int(comparator.dataYear.prefix(4)) else { return [] }
    return PublishedBasis.cautions(
      beside: month, year: start + 1,
      "that of \(comparator.nameInSentence) of \(comparator.dataYear)")
  }

  /// How long the gap would take to close at the pace of the last twelve months; blank where there is
  /// none, or the joiners and leavers of one of these months are not recorded.
  private static func timeToClose(_ gap: Int, _ history: History, _ month: Month) -> String {
    let balance = MonthlyFigures.balance(
      in: history, after: month.advanced(by: -12), upTo: month)
    guard gap > 0, let balance else { return "" }
    return Sentences.timeToClose(
      TimeToClose(
        gap: gap, startedPerMonth: Double(balance.started) / 12,
        ceasedPerMonth: Double(balance.ceased) / 12))
  }
}
