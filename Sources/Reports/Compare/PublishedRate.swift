import Comparators
import Documents
import Indicators
import LookedAfter

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

  /// The rank among all authorities, which names the order and judges nothing; where a direction was
  /// chosen, also the quartile band.
  func standing(_ all: GroupFigures?, aim: PreferredDirection = .neutral) -> String {
    guard let all, let own = outcome.rate,
      let standing = Standing(
        of: Double(own), among: all.rates.map { Double($0.rate) }, direction: aim)
    else {
      return rate == nil ? "" : "It has no place among all authorities, which is by printed rates."
    }
    let place = Sentences.place(standing) + band(standing)
    guard let rate else { return place }
    let others = all.members.compactMap { member -> RateInterval? in
      guard member.authority.code != authority.code, let figure = member.outcome.figure,
        figure.rate.value != nil, let count = figure.count.value,
        let population = figure.population.value
      else { return nil }
      return RateInterval(children: count, population: population)
    }
    let alike = Standing.overlaps(of: RateInterval(rate), with: others)
    return place + " "
      + (alike == 0
        ? "Its interval overlaps with that of no other, so the place is sure."
        : "With \(Prose.count(alike, "other", "others")) the intervals overlap, so the place is not"
          + " sure.")
  }

  /// The quartile band where a direction was chosen, with the cuts between the bands.
  private func band(_ standing: Standing) -> String {
    guard let band = standing.band, standing.cuts.count == 5 else { return "" }
    let cuts = Prose.list(
      standing.cuts[1...3].map { Prose.decimal($0, $0 == $0.rounded() ? 0 : 1) })
    return
      " By the direction chosen that is quartile band \(band.rawValue) of A, the best, to D (the cuts"
      + " are \(cuts))."
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

extension PublishedRate {
  /// The rate with its interval beside the comparators of which enough is known, drawn.
  func chart(beside groups: GroupsTable) -> Chart? {
    guard let rate else { return nil }
    let comparisons = groups.comparators.filter { !groups.doubtful.contains($0.measure.id) }
      .compactMap { RateComparison(rate, comparator: $0) }
    return ComparatorsChart.chart(
      rate, of: authority.name, beside: comparisons, on: "31 March \(year)",
      describedAs: interval, source: nil)
  }
}
