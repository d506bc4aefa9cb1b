extension History {
  /// Every population estimate, oldest year first.
  public var populations: [Population] {
    observations(of: "population").compactMap { observation in
      guard let year = observation.period.lastMonth?.year, let number = observation.count else {
        return nil
      }
      return Population(midYear: year, edition: observation.detail, number: number)
    }
  }

  /// The population that a month's rate rests on: the authority's chosen estimate, or else the
  /// newest whose mid-year is not after the month, in the edition recorded last.
  ///
  /// A chosen estimate that is not recorded, or is of a later year, is passed over.
  /// The choice is the setting `population`, as `2018 before rebasing, published 2021`.
  public func population(for month: Month) -> Population? {
    let usable = populations.filter { population in
      guard population.number.value > 0, let june = Month(year: population.midYear, month: 6) else {
        return false
      }
      return june <= month
    }
    if let chosen = setting("population"),
      let match = usable.first(where: { "\($0.midYear) \($0.edition)" == chosen })
    {
      return match
    }
    return usable.max {
      ($0.midYear, $0.number.provenance.recordedAt) < ($1.midYear, $1.number.provenance.recordedAt)
    }
  }

  /// The last month of a data year such as `2018/19`.
  private static func endOfData(_ year: String) -> Month? {
    Int(year.prefix(4)).flatMap { Month(year: $0 + 1, month: 3) }
  }

  /// The comparators known in a month, in catalogue order: of each, the newest up to that month, or
  /// else one reported later whose data are of before.
  public func comparators(upTo month: Month) -> [Comparator] {
    catalogue.measures(below: "comparator").compactMap { measure in
      let rates = observations(of: "\(measure.id.rawValue).rate")
      guard
        let latest = rates.last(where: { ($0.period.lastMonth ?? month) <= month })
          ?? rates.first(where: { Self.endOfData($0.detail).map { $0 <= month } ?? false }),
        let rate = latest.quantity
      else { return nil }
      let needed = observations(of: "\(measure.id.rawValue).needed")
        .first { $0.period == latest.period && $0.detail == latest.detail }
      return Comparator(
        measure: measure, name: rates.last { $0.text != nil }?.text ?? measure.name, rate: rate,
        dataYear: latest.detail, printedNeeded: needed?.count)
    }
  }
}
