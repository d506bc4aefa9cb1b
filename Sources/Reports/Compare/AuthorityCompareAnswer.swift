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
    let own = PublishedRate(authority, outcome, year: year)
    var section = Section(heading: "")
    section.say(own.sentence, own.interval)
    section.say(own.standing(try directory.allAuthorities(year: year, edition: edition)))
    section.say(try own.revision(in: directory, edition: edition))
    section.say(try recentTrend(of: authority, upTo: year, in: directory))
    section.blocks.append(.table(own.table(beside: table.comparators, doubtful: table.doubtful)))
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
  /// Whether five yearly rates show a trend, all on the newest edition of the population estimates.
  fileprivate static func recentTrend(
    of authority: EnglishAuthority, upTo year: Int, in directory: ComparatorDirectory
  ) throws -> String {
    let wanted = (year - RecentTrend.yearsUsed + 1)...year
    let years = try directory.yearsOnOneEdition(of: .authority(authority.code))
      .filter { wanted.contains($0.year) }
      .compactMap { year in
        RatePer10000(children: year.count, population: year.population.population).map {
          RecentTrend.Year(year.year, $0)
        }
      }
    let missing = wanted.filter { year in !years.contains { $0.year == year } }
    guard missing.isEmpty else {
      let names = Prose.list(missing.map(String.init))
      return missing.count == wanted.count
        ? ""
        : "No recent trend is given: it needs the five years to \(year), and \(names)"
          + " \(missing.count == 1 ? "has" : "have") no number or no population of that edition."
    }
    return Sentences.trend(RecentTrend(years).outcome, of: "the rate", years: wanted)
      + " (Newest numbers and one edition of the population, five years.)"
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

/// An authority's own figures of a year, as published.
struct PublishedRate {
  let authority: EnglishAuthority
  let outcome: FigureOutcome
  let year: Int

  /// The rate worked out from the printed number and population; nil where either is missing.
  let rate: RatePer10000?

  init(_ authority: EnglishAuthority, _ outcome: FigureOutcome, year: Int) {
    self.authority = authority
    self.outcome = outcome
    self.year = year
    rate = outcome.figure?.ratePer10000
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
      ?? "the rate \(figure.rate.reason?.inWords ?? "is not known")"
    return
      "\(Prose.sentence(Prose.children(count)).dropLast()) \(count == 1 ? "was" : "were") looked"
      + " after \(when)\(of): \(printed) \(paper)."
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
    else { return "" }
    let place = Sentences.ordinal(standing.rankFromHighest)
    let equal = standing.equal > 1 ? "\(place) equal" : place
    let below = Prose.decimal(standing.percentile * 100, 0)
    var text =
      "It is the \(equal) highest of \(standing.count) authorities that have a rate: about \(below)%"
      + " of them are lower."
    if let rate {
      let others = all.members.compactMap { member -> RateInterval? in
        guard member.authority.code != authority.code, let figure = member.outcome.figure,
          let count = figure.count.value, let population = figure.population.value
        else { return nil }
        return RateInterval(children: count, population: population)
      }
      let alike = Standing.overlaps(of: RateInterval(rate), with: others)
      text +=
        " With \(Prose.count(alike, "other", "others")) of them the intervals overlap, so the"
        + " place is not sure."
    }
    return text
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
  /// - Parameter doubtful: the comparators of which too little is known for a verdict.
  func table(beside comparators: [Comparator], doubtful: Set<MeasureID> = []) -> Table {
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
      ? comparators.map(ComparisonRow.rateOnly)
      : rows.map {
        ComparisonRow.row(of: $0, isDoubtful: doubtful.contains($0.comparator.measure.id))
      }
    return ComparisonRow.table(
      caption: "Looked after children per 10,000 aged 0 to 17, and the number of children that"
        + " \(authority.name) would look after at each rate", rows: [first] + others)
  }
}
