import Comparators
import Documents
import Indicators
import LookedAfter

/// The rate per 10,000 beside its comparators.
public enum CompareAnswer {
  /// The published figures of the authority and of the groups that it is compared with.
  public struct Published {
    let directory: ComparatorDirectory
    let authority: EnglishAuthority
    /// The groups asked for; nil for all that papers use.
    let asked: [ComparatorGroup]?
    var groups: [ComparatorGroup] { asked ?? GroupsTable.usual }

    /// Published figures to set beside the recorded ones.
    ///
    /// - Parameters:
    ///   - directory: what is published of every authority.
    ///   - authority: which of them is this history's.
    ///   - groups: which groups; nil for all that papers use.
    public init(
      _ directory: ComparatorDirectory, _ authority: EnglishAuthority,
      groups: [ComparatorGroup]? = nil
    ) {
      self.directory = directory
      self.authority = authority
      asked = groups
    }
  }

  /// The rate, the number of children at each comparator's rate, and the rate on every population
  /// estimate that is recorded; with published figures, also the averages of the groups as they were
  /// known in the month, and the authority's place among all.
  ///
  /// - Throws: `ReportError` when the month has no total or there is no population; else when the
  ///   shipped figures cannot be read.
  public static func document(
    _ history: History, month: Month, beside published: Published? = nil
  ) throws -> Document {
    let rates = try RatesTable(history, month: month).limited(to: published?.asked)
    guard let population = history.population(for: month) else {
      throw ReportError.noPopulation(month)
    }
    var section = Section(heading: "")
    section.say(
      "\(Prose.childrenInFigures(rates.rate.children)) of"
        + " \(Prose.figures(population.number.value)) aged 0 to 17 (\(population.inWords))"
        + " \(rates.rate.children == 1 ? "is" : "are") \(Prose.rate(rates.rate)) per 10,000.",
      gaps(rates, history))
    let interval = RateInterval(rates.rate)
    section.say(
      "By chance alone it would be between about \(Prose.rate(interval.lower)) and"
        + " \(Prose.rate(interval.upper)) (95%).", told(rates))
    section.say(judged(history))
    let means = try published.map { try RecordedMeans.explanations(of: rates, $0) } ?? [:]
    section.blocks.append(.table(rates.table(of: rates.comparisons, means: means)))
    if let chart = ComparatorsChart.chart(rates, history) { section.blocks.append(.chart(chart)) }
    if let published { try section.add(published, beside: rates, in: month) }
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

  /// Which comparators the rate is told apart from.
  static func told(_ rates: RatesTable) -> String {
    let tests = rates.comparisons.map {
      ($0.comparator.nameInSentence, $0.test(direction: rates.aim))
    }
    let words = [
      ("higher than", ComparatorTest.Outcome.higher), ("similar to", .similar),
      ("lower than", .lower),
    ].compactMap { word, outcome -> String? in
      let alike = tests.filter { $0.1.outcome == outcome }
      guard let first = alike.first else { return nil }
      let judged = Prose.judgement(of: first.1).map { " (\($0), by the direction chosen)" } ?? ""
      return "\(word) \(Prose.list(alike.map(\.0)))\(judged)"
    }
    return words.isEmpty ? "" : "The rate is \(Prose.list(words))."
  }

  /// What higher and lower count as, and who chose that.
  private static func judged(_ history: History) -> String {
    guard let chosen = history.direction(of: CohortID.total.count), chosen.aim != .neutral else {
      return "No direction is set, so a higher or a lower rate is called neither better nor worse."
    }
    let counts = chosen.aim == .decrease ? "higher counts as worse" : "lower counts as worse"
    return DirectionSentences.sentence(chosen, of: "the number of all children")
      + " By that, \(counts)."
  }

  static func gaps(_ rates: RatesTable, _ history: History) -> String {
    guard !rates.comparisons.isEmpty else { return "No comparator is recorded." }
    let gaps = rates.comparisons.prefix(3).map { comparison in
      "\(Prose.comparison(comparison.gap)) the \(comparison.needed.number) at the rate of"
        + " \(comparison.comparator.nameInSentence)"
    }
    return "That is \(Prose.list(gaps))."
  }
}

extension Section {
  /// Adds the averages of the groups, known as the recorded comparators are, and the authority's
  /// place.
  fileprivate mutating func add(
    _ published: CompareAnswer.Published, beside rates: RatesTable, in month: Month
  ) throws {
    let knowledge = CompareAnswer.Knowledge(of: rates, in: month)
    let directory = published.directory
    guard let year = knowledge.year(in: directory) else { return }
    let edition = FigureEdition.known(on: knowledge.day)
    // The model of neighbours and the judgements are those of the paper's day or, where the figures
    // came out after it, of the day on which they did.
    let first = directory.publications.firstPublication(of: year)?.knownFrom
    let day = max(month.lastDay, first ?? month.lastDay)
    let table = try GroupsTable(
      published.groups, for: published.authority, year: year, edition: edition, on: day,
      in: directory)
    if !table.table.rows.isEmpty { blocks.append(.table(table.table)) }
    say(RecordedMeans.difference(rates, table))
    let outcome = try directory.figure(
      of: .authority(published.authority.code), year: year, edition: edition)
    let own = PublishedRate(published.authority, outcome, year: year)
    say(
      knowledge.sentence(year: year, firstPublished: first, month), own.sentence,
      own.standing(
        try directory.allAuthorities(year: year, edition: edition), aim: rates.aim))
    if !table.remarks.isEmpty { blocks.append(.list(table.remarks)) }
    provenance += table.comparators.map(\.rate.provenance)
  }

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
      guard let total = rates.snapshot.total,
        let rate = RatePer10000(children: total, population: population)
      else { return nil }
      let exact = rate.rounded(toDecimals: 2)
      return Row([
        .text("mid-\(population.midYear)"), .text(population.edition),
        .recorded(population.number, "Population aged 0 to 17", population.inWords),
        Cell.decimal(mantissa: exact.mantissa, decimals: exact.decimals)
          .explained(Explanation(rate.working)),
        population == used ? .text("in use") : .notApplicable,
      ])
    }
    blocks.append(
      .table(
        Table(
          id: "rate-by-population",
          caption:
            "The rate of \(rates.rate.children) \(rates.rate.children == 1 ? "child" : "children") on"
            + " \(which)",
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
