import Documents
import Indicators
import LookedAfter

/// The rate per 10,000 beside its comparators.
public enum CompareAnswer {
  /// The rate, the number of children at each comparator's rate, and the rate on every population
  /// estimate that is recorded.
  ///
  /// - Throws: `ReportError` when the month has no total or there is no population.
  public static func document(_ history: History, month: Month) throws(ReportError) -> Document {
    let rates = try RatesTable(history, month: month)
    guard let population = history.population(for: month) else { throw .noPopulation(month) }
    var section = Section(heading: "")
    section.say(
      "\(Prose.figures(rates.rate.children)) children of \(Prose.figures(population.number.value))"
        + " aged 0 to 17 (\(population.inWords)) are \(rates.rate.rounded()) per 10,000.",
      gaps(rates, history))
    section.blocks.append(.table(rates.table))
    section.provenance += rates.provenance
    section.say(
      "The number of children at a rate is worked out with the rate at one decimal and rounded to"
        + " whole children. A comparator is not a target: some children need to be in care.")
    section.addPrinted(rates)
    section.addPopulations(history, rates)
    section.addFailedChecks(of: history, in: month) {
      ["printed-rate", "comparator-year"].contains($0.code)
    }
    return Document(
      answer: section, title: "Rate per 10,000 beside comparators, \(month.inWords)",
      asAt: rates.snapshot.asAt)
  }

  private static func gaps(_ rates: RatesTable, _ history: History) -> String {
    guard !rates.comparisons.isEmpty else { return "No comparator is recorded." }
    let gaps = rates.comparisons.prefix(3).map { comparison in
      "\(Prose.comparison(comparison.gap)) the \(comparison.needed.number) at the rate of"
        + " \(comparison.comparator.nameInSentence)"
    }
    return "That is \(Prose.list(gaps))."
  }
}

extension Section {
  /// Says where the paper's own number of children at a rate is another.
  fileprivate mutating func addPrinted(_ rates: RatesTable) {
    for comparison in rates.comparisons {
      guard let printed = comparison.comparator.printedNeeded?.value,
        printed != comparison.needed.number
      else { continue }
      say(
        "For \(comparison.comparator.name) the paper prints \(printed) children, where the population"
          + " in use gives \(comparison.needed.number).")
    }
  }

  /// The same number of children on every estimate of the year in use and of the years beside it: a
  /// rate belongs to its population.
  fileprivate mutating func addPopulations(_ history: History, _ rates: RatesTable) {
    guard let used = history.population(for: rates.snapshot.month) else { return }
    let populations = history.populations.filter { abs($0.midYear - used.midYear) <= 1 }
    guard populations.count > 1 else { return }
    let which =
      populations.count == history.populations.count
      ? "each population estimate" : "the population estimates of these years"
    let rows = populations.compactMap { population -> Row? in
      guard
        let rate = RatePer10000(children: rates.rate.children, population: population.number.value)
      else { return nil }
      let exact = rate.rounded(toDecimals: 2)
      return Row([
        .text("mid-\(population.midYear)"), .text(population.edition),
        .integer(population.number.value),
        .decimal(mantissa: exact.mantissa, decimals: exact.decimals),
        population == used ? .text("in use") : .notApplicable,
      ])
    }
    blocks.append(
      .table(
        Table(
          id: "rate-by-population",
          caption: "The rate of \(rates.rate.children) children on \(which)",
          columns: [
            Column(id: "estimate", title: "Estimate", kind: .rowHeader),
            Column(id: "edition", title: "Edition", kind: .label),
            Column(id: "population", title: "Population 0 to 17", kind: .number),
            Column(id: "rate", title: "Rate per 10,000", kind: .number),
            Column(id: "use", title: "Use", kind: .label),
          ], rows: rows)))
    provenance += populations.map(\.number.provenance)
  }
}
