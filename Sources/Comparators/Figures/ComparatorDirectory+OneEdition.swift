import LookedAfter

extension ComparatorDirectory {
  /// A year's children beside a population estimate of an edition that is the same in all years.
  public struct YearOnOneEdition: Sendable, Hashable {
    /// The year: 2019 for 31 March 2019.
    public let year: Int
    /// Children looked after on 31 March, by the newest publication of the year.
    public let count: Int
    /// The estimate for the middle of the year before.
    public let population: PopulationEstimate
    /// Whether the estimate is the one that a publication of children prints, because the editions
    /// kept here end before it.
    public let isPrinted: Bool
  }

  /// The newest counts of a place beside the newest edition of the estimates: rates like for like,
  /// where the published ones jump when the estimates are rebased. Years without both are left out.
  ///
  /// A publication that was imported prints estimates of its own for years that the edition does not
  /// reach. They go on from it as long as the two agree, to one in a hundred, on the last year that
  /// both have; else the estimates were rebased, and only the years that it prints itself make a
  /// series.
  ///
  /// - Parameters:
  ///   - area: England, a region or an authority.
  ///   - day: only what was known on that day; nil for everything.
  public func yearsOnOneEdition(
    of area: Area, knownOn day: CivilDate? = nil
  ) throws -> [YearOnOneEdition] {
    let estimates = try populationEstimates(of: area, knownOn: day)
    let newest = estimates.map(\.edition).max {
      $0.publication.knownFrom < $1.publication.knownFrom
    }
    let inEdition = Dictionary(
      estimates.filter { $0.edition == newest }.map { ($0.midYear, $0) },
      uniquingKeysWith: { first, _ in first })
    let figures = try series(of: area, edition: day.map { .known(on: $0) } ?? .newest)
    let printed = try printedPopulations(
      of: area, after: inEdition.keys.max() ?? .min, among: figures)
    let common = printed.filter { inEdition[$0.midYear] != nil }.max { $0.midYear < $1.midYear }
    let isRebased =
      common.flatMap { estimate in
        inEdition[estimate.midYear].map {
          abs(estimate.population - $0.population) * 100 > $0.population
        }
      } ?? false
    return figures.compactMap { figure in
      let ofPrint = printed.first { $0.midYear == figure.populationMidYear }
      let ofEdition = inEdition[figure.populationMidYear]
      guard let count = figure.count.value,
        let population = isRebased ? ofPrint : ofEdition ?? ofPrint
      else { return nil }
      return YearOnOneEdition(
        year: figure.year, count: count, population: population,
        isPrinted: population != ofEdition)
    }
  }

  /// The estimates that the newest publication of children prints, where it goes beyond the editions
  /// kept here: all of its years. Empty where it does not.
  ///
  /// - Parameters:
  ///   - area: England, a region or an authority.
  ///   - day: only what was known on that day; nil for everything.
  public func printedPopulations(
    of area: Area, knownOn day: CivilDate? = nil
  ) throws -> [PopulationEstimate] {
    let last = try populationEstimates(of: area, knownOn: day).map(\.midYear).max() ?? .min
    return try printedPopulations(
      of: area, after: last,
      among: series(of: area, edition: day.map { .known(on: $0) } ?? .newest))
  }

  private func printedPopulations(
    of area: Area, after last: Int, among figures: [PublishedFigure]
  ) throws -> [PopulationEstimate] {
    guard let newest = figures.last(where: { $0.population.value != nil }),
      newest.populationMidYear > last
    else { return [] }
    let edition = PopulationEdition(
      name: "as printed with \(newest.lastPublication.source.shortTitle)",
      publication: newest.lastPublication)
    return figures.compactMap { figure in
      figure.lastPublication == newest.lastPublication
        ? figure.population.value.map {
          PopulationEstimate(midYear: figure.populationMidYear, edition: edition, population: $0)
        } : nil
    }
  }
}
