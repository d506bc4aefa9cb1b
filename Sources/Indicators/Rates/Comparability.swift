import LookedAfter

/// What speaks against setting two figures beside each other.
public enum Comparability {
  /// What differs between the years and the population editions of two rates; an edition that is
  /// not known differs from none.
  public static func cautions(
    years: (String, String), editions: (String?, String?) = (nil, nil)
  ) -> [Caution] {
    var cautions: [Caution] = []
    if years.0 != years.1 { cautions.append(.yearsDiffer(years.0, years.1)) }
    if let left = editions.0, let right = editions.1, left != right {
      cautions.append(.editionsDiffer(left, right))
    }
    return cautions
  }

  /// Whether a rate may be called higher or lower in spite of what speaks against it: not across
  /// years or editions, where the figures are only shown side by side.
  public static func permitsTest(_ cautions: [Caution]) -> Bool {
    cautions.allSatisfy { caution in
      switch caution {
      case .yearsDiffer, .editionsDiffer: false
      default: true
      }
    }
  }

  /// The mid-year of the newest population estimate that a month's rate may rest on: that of the
  /// same year from June on, and of the year before until May. For 31 March 2025 it is 2024.
  public static func midYear(for month: Month) -> Int {
    month.month >= 6 ? month.year : month.year - 1
  }

  /// That the population of a rate is of another mid-year than the month calls for.
  public static func cautions(of population: Population, for month: Month) -> [Caution] {
    let expected = midYear(for: month)
    return population.midYear == expected
      ? [] : [.populationYear(used: population.midYear, expected: expected)]
  }
}
