import Comparators
import LookedAfter

/// The rates that an authority's own is set beside, for every year since 2015.
struct AuthorityComparators {
  /// Earlier rates were printed once and not kept up since.
  private static let firstYear = 2015

  let authority: EnglishAuthority
  let directory: ComparatorDirectory

  /// England, the region and the statistical neighbours, each under the March of its year and with
  /// the newest rates.
  func observations() throws -> [Observation] {
    try directory.years.filter { $0 >= Self.firstYear }.flatMap { year in
      [
        try printed("comparator.england.rate", area: .england, year: year),
        try printed(
          "comparator.region.rate", area: .region(authority.region), year: year,
          text: authority.region),
        try neighbours(year: year),
      ].compactMap { $0 }
    }
  }

  private func printed(
    _ measure: MeasureID, area: Area, year: Int, text: String? = nil
  ) throws -> Observation? {
    let outcome = try directory.figure(of: area, year: year, edition: .newest)
    guard let figure = outcome.figure, let rate = figure.rate.value else { return nil }
    return observation(
      measure, year: year, value: Quantity(mantissa: rate), text: text,
      provenance: Provenance(
        source: figure.publication.source, recordedAt: figure.publication.recordedAt))
  }

  /// The mean of the neighbours of the model that was in force when the rates came out. A neighbour
  /// without a printed rate is left out and never stood in for by the authority that followed it.
  private func neighbours(year: Int) throws -> Observation? {
    guard let published = directory.publications.firstPublication(of: year) else { return nil }
    let membership = try directory.membership(
      of: .statisticalNeighbours, for: authority, on: published.knownFrom)
    let figures = try directory.figures(of: membership, year: year, edition: .newest)
    guard let mean = figures.meanRate, let model = membership.model,
      let newest = figures.publications.last
    else { return nil }
    return observation(
      "comparator.statistical_neighbours.rate", year: year, value: mean,
      provenance: Provenance(
        source: mixed(newest.source, model.publication.source),
        recordedAt: max(newest.recordedAt, model.publication.recordedAt),
        note: "\(figures.coverage) neighbours, model of \(model.name)"))
  }

  /// A mean rests on two publications: the rates and the choice of neighbours.
  private func mixed(_ rates: Source, _ model: Source) -> Source {
    Source(
      id: "\(rates.id)+\(model.id)", shortTitle: "\(rates.shortTitle), \(model.shortTitle)",
      title: "\(rates.title), averaged over the neighbours of: \(model.title)", date: nil)
  }

  private func observation(
    _ measure: MeasureID, year: Int, value: Quantity, text: String? = nil, provenance: Provenance
  ) -> Observation? {
    guard let march = Month(year: year, month: 3) else { return nil }
    let shortYear = year % 100
    return Observation(
      measure: measure, period: .month(march),
      detail: "\(year - 1)/\(shortYear < 10 ? "0" : "")\(shortYear)", value: value, text: text,
      provenance: provenance)
  }
}
