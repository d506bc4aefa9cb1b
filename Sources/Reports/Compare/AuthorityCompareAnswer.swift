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
      of: .authority(authority.code), named: authority.name, upTo: year, in: directory)
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

/// An authority's own figures of a year, as published.
struct PublishedRate {
  let authority: EnglishAuthority
  let outcome: FigureOutcome
  let year: Int

  /// The rate worked out from the printed number and population; nil where either is missing.
  let rate: RatePer10000?

  /// The population estimate that stands in where the publication prints none.
  let estimate: PopulationEstimate?

  init(
    _ authority: EnglishAuthority, _ outcome: FigureOutcome, year: Int,
    estimate: PopulationEstimate? = nil
  ) {
    self.authority = authority
    self.outcome = outcome
    self.year = year
    self.estimate = estimate
    rate = outcome.figure.flatMap { figure in
      figure.ratePer10000 ?? estimate.flatMap { figure.rate(on: $0) }
    }
  }

  /// The number and the printed rate, or why there is none.
  var sentence: String {
    guard let figure = outcome.figure else {
      return "\(authority.name) has no figures for 31 March \(year) because it"
        + " \(outcome.reasonWithoutRate ?? "is not in the publication")."
    }
    let when = "on 31 March \(year)"
    let of =
      figure.population.value.map {
        " of \(Prose.figures($0)) aged 0 to 17 (mid-\(figure.populationMidYear) estimate)"
      }
      ?? estimate.map {
        " of \(Prose.figures($0.population)) aged 0 to 17 (mid-\($0.midYear) estimate,"
          + " \($0.edition.name))"
      } ?? ""
    let paper = "(\(figure.publication.source.shortTitle))"
    guard let count = figure.count.value else {
      let reason = figure.count.reason?.inWords ?? "is not known"
      return
        "The number of children looked after \(when)\(of) \(reason) \(paper), so there is no rate"
        + " to compare."
    }
    let printed =
      figure.rate.value.map { "\($0) per 10,000" }
      ?? withoutPrintedRate(figure)
    return
      "\(Prose.sentence(Prose.children(count)).dropLast()) \(count == 1 ? "was" : "were") looked"
      + " after \(when)\(of): \(printed) \(paper)."
  }

  /// That the rate is not printed, and what it comes to where it can be worked out.
  private func withoutPrintedRate(_ figure: PublishedFigure) -> String {
    let reason = "the rate \(figure.rate.reason?.inWords ?? "is not known")"
    return rate.map {
      "\(reason); worked out from these it is \(Prose.decimal($0.rounded(toDecimals: 1))) per 10,000"
    } ?? reason
  }

  /// How far chance alone would move the rate.
  var interval: String {
    guard let rate else { return "" }
    let interval = RateInterval(rate)
    return "By chance alone it would be between about \(Prose.decimal(interval.lower, 0)) and"
      + " \(Prose.decimal(interval.upper, 0)) (95%)."
  }

  /// The rank among all authorities, which names the order and judges nothing.
  func standing(_ all: GroupFigures?) -> String {
    guard let all, let own = outcome.rate,
      let standing = Standing(of: Double(own), among: all.rates.map { Double($0.rate) })
    else {
      return rate == nil ? "" : "It has no place among all authorities, which is by printed rates."
    }
    guard let rate else { return Sentences.place(standing) }
    let others = all.members.compactMap { member -> RateInterval? in
      guard member.authority.code != authority.code, let figure = member.outcome.figure,
        figure.rate.value != nil, let count = figure.count.value,
        let population = figure.population.value
      else { return nil }
      return RateInterval(children: count, population: population)
    }
    let alike = Standing.overlaps(of: RateInterval(rate), with: others)
    return Sentences.place(standing) + " "
      + (alike == 0
        ? "Its interval overlaps with that of no other, so the place is sure."
        : "With \(Prose.count(alike, "other", "others")) the intervals overlap, so the place is not"
          + " sure.")
  }

  /// What a later publication made of the figures.
  func revision(in directory: ComparatorDirectory, edition: FigureEdition) throws -> String {
    guard edition == .asPublished,
      let newest = try directory.figure(
        of: .authority(authority.code), year: year, edition: .newest
      ).figure, let count = newest.count.value
    else { return "" }
    guard let figure = outcome.figure else {
      return "A later publication does print \(Prose.childrenInFigures(count))"
        + " (\(newest.publication.source.shortTitle)); add the word newest to see it."
    }
    guard newest.count != figure.count || newest.rate != figure.rate, let rate = newest.rate.value
    else { return "" }
    return "It was revised since: \(Prose.childrenInFigures(count)), \(rate) per 10,000"
      + " (\(newest.publication.source.shortTitle)); add the word newest to compare on that."
  }

  /// The rate with its interval, and each comparator.
  ///
  /// - Parameter groups: what stands beside it, with those of which too little is known for a verdict.
  func table(beside groups: GroupsTable) -> Table {
    let (comparators, doubtful) = (groups.comparators, groups.doubtful)
    let means = groups.explanations
    let rows = comparators.compactMap { comparator in
      rate.flatMap { RateComparison($0, comparator: comparator) }
    }
    let own = outcome.figure?.rate.value
    let first = ComparisonRow.own(
      name: authority.name, year: "31 March \(year)", rate: rate,
      printed: own.map { Quantity(mantissa: $0) },
      count: outcome.figure.map { figure in
        .recorded(
          figure.count.value.map { Recorded($0, Provenance(published: figure)) },
          "Children looked after in \(authority.name)", "31 March \(year)")
      } ?? .missing)
    let others =
      rate == nil
      ? comparators.map { ComparisonRow.rateOnly(of: $0, mean: means[$0.measure.id]) }
      : rows.map {
        ComparisonRow.row(
          of: $0, isDoubtful: doubtful.contains($0.comparator.measure.id),
          mean: means[$0.comparator.measure.id])
      }
    return ComparisonRow.table(
      caption: "Looked after children per 10,000 aged 0 to 17, and the number of children that"
        + " \(authority.name) would look after at each rate", rows: [first] + others)
  }
}
