import LookedAfter

/// The rates that an authority's own is set beside, for every year that is shipped.
struct AuthorityComparators {
  /// With fewer rates than this, a mean would say more about the places than about the group.
  private static let fewestNeighbours = 3

  let authority: EnglishAuthority
  let rates: PublishedRates
  let models: NeighbourModels

  /// England, the region and the statistical neighbours, each under the March of its year.
  var observations: [Observation] {
    rates.years.flatMap { year in
      [
        printed("comparator.england.rate", area: "England", year: year),
        printed(
          "comparator.region.rate", area: authority.region, year: year, text: authority.region),
        neighbours(year: year),
      ].compactMap { $0 }
    }
  }

  private func printed(
    _ measure: MeasureID, area: String, year: Int, text: String? = nil
  ) -> Observation? {
    guard let rate = rates[area, year] else { return nil }
    return observation(
      measure, year: year, value: Quantity(mantissa: rate.value), text: text,
      provenance: Provenance(
        source: rate.publication.source, recordedAt: rate.publication.recordedAt))
  }

  /// The simple mean of the rates printed for the neighbours, at two decimals, as the Local
  /// Authority Interactive Tool has it. A neighbour without a printed rate is left out and never
  /// stood in for by the authority that followed it.
  private func neighbours(year: Int) -> Observation? {
    guard let model = models.model(for: year) else { return nil }
    let codes = models.neighbours(of: authority.code, in: model)
    let known = codes.compactMap { rates[$0, year] }
    guard known.count >= Self.fewestNeighbours,
      let newest = known.map(\.publication).max(by: { $0.recordedAt < $1.recordedAt })
    else { return nil }
    let sum = known.reduce(0) { $0 + $1.value }
    let mean = Quantity(
      mantissa: divideRoundingHalfAwayFromZero(sum * 100, by: known.count), decimals: 2)
    return observation(
      "comparator.statistical_neighbours.rate", year: year, value: mean,
      provenance: Provenance(
        source: mixed(newest.source, model.publication.source),
        recordedAt: max(newest.recordedAt, model.publication.recordedAt),
        note: "\(known.count) of \(codes.count) neighbours, model of \(model.name)"))
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
