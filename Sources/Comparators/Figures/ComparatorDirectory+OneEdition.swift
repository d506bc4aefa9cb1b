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
  }

  /// The newest counts of a place beside the newest edition of the estimates: rates like for like,
  /// where the published ones jump when the estimates are rebased. Years without both are left out.
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
    return try series(of: area, edition: day.map { .known(on: $0) } ?? .newest).compactMap {
      guard let count = $0.count.value, let population = inEdition[$0.populationMidYear] else {
        return nil
      }
      return YearOnOneEdition(year: $0.year, count: count, population: population)
    }
  }
}
