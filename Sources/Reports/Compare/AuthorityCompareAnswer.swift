import Comparators
import Documents
import Indicators
import LookedAfter

/// The published rate of any English authority beside its comparators, without a history of its own.
public enum AuthorityCompareAnswer {
  /// The rate with its interval, each comparator, and where the authority stands among all.
  ///
  /// - Parameters:
  ///   - authority: the authority.
  ///   - year: the year whose 31 March is meant.
  ///   - edition: which figures of the year; usually those published first.
  ///   - groups: what to compare with; nil for all that papers use.
  ///   - directory: what is published of every authority.
  /// - Throws: `ReportError.noPublishedFigures`, or when the shipped figures cannot be read.
  public static func document(
    _ authority: EnglishAuthority, year: Int, edition: FigureEdition = .asPublished,
    with groups: [ComparatorGroup]? = nil, in directory: ComparatorDirectory
  ) throws -> Document {
    guard directory.years.contains(year),
      let published = directory.publications.firstPublication(of: year)
    else { throw ReportError.noPublishedFigures(year: year, known: directory.years) }
    let outcome = try directory.figure(of: .authority(authority.code), year: year, edition: edition)
    let table = try GroupsTable(
      groups ?? GroupsTable.usual, for: authority, year: year, edition: edition,
      on: published.knownFrom, in: directory)
    let own = PublishedRate(
      authority, outcome, year: year,
      estimate: try outcome.figure.flatMap {
        try directory.estimate(standingInFor: $0, edition: edition)
      })
    var section = Section(heading: "")
    section.say(own.sentence, own.interval)
    section.say(own.standing(try directory.allAuthorities(year: year, edition: edition)))
    section.say(try own.revision(in: directory, edition: edition))
    section.say(
      try RateTrendOfYears(of: .authority(authority.code), upTo: year, in: directory).sentence)
    section.say(try flows(of: authority, in: year, directory))
    section.blocks.append(.table(own.table(beside: table)))
    if let chart = own.chart(beside: table) { section.blocks.append(.chart(chart)) }
    if !table.table.rows.isEmpty { section.blocks.append(.table(table.table)) }
    if !table.remarks.isEmpty { section.blocks.append(.list(table.remarks)) }
    section.say(Caution.comparatorIsNoTarget.sentence)
    section.provenance =
      [outcome.figure.map { Provenance(published: $0) }].compactMap { $0 }
      + table.comparators.map(\.rate.provenance)
    return Document(
      answer: section,
      title: "\(authority.name): rate per 10,000 on 31 March \(year) beside comparators",
      asAt: CivilDate(year: year, month: 3, day: 31))
  }
}

extension AuthorityCompareAnswer {
  /// Who came in and who left in the year, and whether the number really moved; blank where neither
  /// is printed.
  private static func flows(
    of authority: EnglishAuthority, in year: Int, _ directory: ComparatorDirectory
  ) throws -> String {
    let published = try PublishedYears(
      of: .authority(authority.code), named: authority.name, from: year, upTo: year,
      in: directory)
    guard let latest = published.years.last, latest.year == year, latest.balance != nil else {
      return ""
    }
    return PublishedYears.sentence(latest) + " Every year: flows for \(authority.name.lowercased())"
  }
}

extension PublishedFigure {
  /// The rate worked out from the printed number and population; nil where either is missing.
  var ratePer10000: RatePer10000? {
    guard let count = count.value, let people = population.value else { return nil }
    let source = Provenance(published: self)
    return RatePer10000(
      children: Recorded(count, source),
      population: Population(
        midYear: populationMidYear, edition: publication.source.shortTitle,
        number: Recorded(people, source)))
  }
}

extension PublishedFigure {
  /// The rate of the printed number on a population estimate; nil where there is no number.
  func rate(on estimate: PopulationEstimate) -> RatePer10000? {
    let publication = estimate.edition.publication
    return count.value.flatMap { count in
      RatePer10000(
        children: Recorded(count, Provenance(published: self)),
        population: Population(
          midYear: estimate.midYear, edition: estimate.edition.name,
          number: Recorded(
            estimate.population,
            Provenance(source: publication.source, recordedAt: publication.recordedAt))))
    }
  }
}

extension ComparatorDirectory {
  /// The population estimate that a number can be taken of whose publication prints none: the first
  /// that was issued for the year, or the newest where the newest figures are asked for.
  func estimate(
    standingInFor figure: PublishedFigure, edition: FigureEdition
  ) throws -> PopulationEstimate? {
    guard figure.population == .missing(.notPrinted), figure.count.value != nil else { return nil }
    let estimates = try populationEstimates(of: figure.area)
      .filter { $0.midYear == figure.populationMidYear }
      .sorted { $0.edition.publication.knownFrom < $1.edition.publication.knownFrom }
    return edition == .newest ? estimates.last : estimates.first
  }
}
