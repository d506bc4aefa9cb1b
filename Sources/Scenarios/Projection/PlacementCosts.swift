import LookedAfter

/// What a child costs in a year by kind of placement, and which cohorts are of one kind.
///
/// A cohort is of a kind where the placements that its rule names are all of it: fostered, residential,
/// in supported accommodation. The children of all others are in placements of every kind, and cost
/// what a child does on average.
public struct PlacementCosts: Equatable, Sendable {
  /// A kind of placement with a cost of its own.
  public enum Kind: String, CaseIterable, Sendable {
    /// Foster care.
    case fostering
    /// A children's home or other residential care.
    case residential
    /// Supported accommodation for those of 16 and 17.
    case supported = "supported_accommodation"

    /// The costs that are recorded for it; several, such as own and agency fostering, count alike.
    var measures: [MeasureID] {
      switch self {
      case .fostering: ["cost.own_foster", "cost.agency_foster"]
      case .residential: ["cost.residential"]
      case .supported: ["cost.supported_accommodation"]
      }
    }

    /// Whether a code of the 903 return is of the kind.
    fileprivate func holds(_ code: String) -> Bool {
      switch self {
      case .fostering: code.hasPrefix("U")
      case .residential: ["K1", "K2", "R1", "R2", "R3", "R5", "S1"].contains(code)
      case .supported: ["H5", "K3", "P2"].contains(code)
      }
    }
  }

  /// The kind of a cohort; nil where its children are in placements of several kinds.
  public static func kind(of cohort: Cohort) -> Kind? {
    let codes = cohort.rule?.placements ?? []
    guard !codes.isEmpty, cohort.rule?.legalStatuses.isEmpty ?? true else { return nil }
    return Kind.allCases.first { kind in codes.allSatisfy(kind.holds) }
  }

  /// The cohorts of a kind.
  public static func cohorts(_ kind: Kind, in scheme: CohortScheme) -> [CohortID] {
    scheme.cohorts.filter { self.kind(of: $0) == kind }.map(\.id)
  }

  /// Pounds a year by cohort, as far as they are recorded up to a month.
  static func recorded(_ history: History, month: Month) -> [CohortID: Int] {
    var costs: [CohortID: Int] = [:]
    for kind in Kind.allCases {
      let known = kind.measures.compactMap { pounds($0, history, month) }
      guard !known.isEmpty else { continue }
      for id in cohorts(kind, in: history.scheme) {
        costs[id] = known.reduce(0, +) / known.count
      }
    }
    return costs
  }

  /// The newest cost that is recorded up to a month, in pounds.
  static func pounds(_ measure: MeasureID, _ history: History, _ month: Month) -> Int? {
    let found = history.observations(of: measure)
      .last { ($0.period.lastMonth ?? month) <= month }?.count?.value
    return found.flatMap { (0...100_000_000).contains($0) ? $0 : nil }
  }
}
