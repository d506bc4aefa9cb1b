import Documents
import LookedAfter
import Scenarios

/// What the costs of projections and what-ifs rest on.
struct CostSentences {
  private let history: History
  private let context: ProjectionContext
  private let levers: [Lever]

  init(_ history: History, _ month: Month, _ levers: [Lever]) {
    self.history = history
    self.levers = levers
    context = ProjectionContext(history, month: month)
  }

  /// What the pounds rest on, behind a comma: `at £51,000 for a child on average`.
  var basis: String {
    let kinds = PlacementCosts.Kind.allCases.compactMap { kind -> String? in
      let ids = PlacementCosts.cohorts(kind, in: history.scheme)
      guard let pounds = ids.lazy.compactMap({ self.context.cohortCosts[$0] }).first else {
        return nil
      }
      return "\(CostAnswer.money(pounds)) in \(Self.name(kind))"
    }
    let isChanged = levers.contains {
      if case .unitCost = $0 { true } else { false }
    }
    let average = context.averageCost.map {
      "\(CostAnswer.money($0)) for a child on average"
    }
    let elsewhere = context.averageCost.map { "\(CostAnswer.money($0)) elsewhere" }
    let recorded =
      kinds.isEmpty ? [average].compactMap { $0 } : kinds + [elsewhere].compactMap { $0 }
    if isChanged {
      return recorded.isEmpty
        ? "at the cost that is named"
        : "at \(Prose.list(recorded)), but for the costs that are named"
    }
    return "at \(Prose.list(recorded))"
  }

  /// Why nothing is said of costs.
  static func missing(_ levers: [Lever]) -> String {
    let isNamed = levers.contains {
      if case .unitCost = $0 { true } else { false }
    }
    return isNamed
      ? "No cost is given, since that of the other children is not known; say what a child costs on"
        + " average as well: a child costs £51,000."
      : "No cost is given, since the average cost of a child is not recorded."
  }

  private static func name(_ kind: PlacementCosts.Kind) -> String {
    switch kind {
    case .fostering: "foster care"
    case .residential: "residential care"
    case .supported: "supported accommodation"
    }
  }
}
