import Documents
import LookedAfter
import Scenarios

/// What the costs of projections and what-ifs rest on.
struct CostSentences {
  private let history: History
  private let context: ProjectionContext
  private let levers: [Lever]
  private let month: Month

  init(_ history: History, _ month: Month, _ levers: [Lever]) {
    self.history = history
    self.levers = levers
    self.month = month
    context = ProjectionContext(history, month: month)
  }

  /// What the pounds rest on, behind a comma: `at £51,000 for a child on average`.
  var basis: String {
    var parts = PlacementCosts.Kind.allCases.compactMap(kind)
    parts += named.keys.filter { id in !kinds.contains { $0.ids.contains(id) } }
      .sorted { $0.rawValue < $1.rawValue }.compactMap { id in
        named[id].map { "\(CostAnswer.money($0)) in \(LeverSentences(history).name(id)) as named" }
      }
    let average =
      namedAverage.map { CostAnswer.money($0) + " as named" }
      ?? context.averageCost.map(CostAnswer.money)
    if let average {
      parts.append(parts.isEmpty ? "\(average) for a child on average" : "\(average) elsewhere")
    }
    return "at \(Prose.list(parts))"
  }

  /// The cohorts of each kind of placement.
  private var kinds: [(kind: PlacementCosts.Kind, ids: [CohortID])] {
    PlacementCosts.Kind.allCases.map { ($0, PlacementCosts.cohorts($0, in: history.scheme)) }
  }

  /// The costs that levers name, by cohort.
  private var named: [CohortID: Int] {
    levers.reduce(into: [:]) { costs, lever in
      if case .unitCost(let pounds, let id?, _) = lever { costs[id] = pounds }
    }
  }

  /// The average that a lever names.
  private var namedAverage: Int? {
    levers.lazy.compactMap { lever in
      if case .unitCost(let pounds, nil, _) = lever { pounds } else { nil }
    }.last
  }

  private func kind(_ kind: PlacementCosts.Kind) -> String? {
    let ids = PlacementCosts.cohorts(kind, in: history.scheme)
    let costs = Set(ids.compactMap { named[$0] })
    if costs.count == 1, let pounds = costs.first, ids.allSatisfy({ named[$0] != nil }) {
      return "\(CostAnswer.money(pounds)) in \(Self.name(kind)) as named"
    }
    guard let pounds = ids.lazy.compactMap({ context.cohortCosts[$0] }).first else { return nil }
    return "\(CostAnswer.money(pounds)) in \(Self.name(kind))"
      + (kind == .fostering ? mean : "")
  }

  /// That the cost of foster care is the mean of own and agency carers, where both are recorded.
  private var mean: String {
    let costs = ["cost.own_foster", "cost.agency_foster"].compactMap { id in
      history.observations(of: MeasureID(rawValue: id)).last {
        ($0.period.lastMonth ?? month) <= month
      }?.count?.value
    }
    guard costs.count == 2 else { return "" }
    return " (halfway between \(CostAnswer.money(costs[0])) with the council's own carers and"
      + " \(CostAnswer.money(costs[1])) with an agency's)"
  }

  /// Why nothing is said of costs.
  ///
  /// - Parameter inPaper: whether it stands in a paper, which tells nobody what to type.
  static func missing(_ levers: [Lever], inPaper: Bool = false) -> String {
    let isNamed = levers.contains {
      if case .unitCost = $0 { true } else { false }
    }
    guard isNamed else {
      return "No cost is given, since the average cost of a child is not recorded."
    }
    return "No cost is given, since that of the other children is not known"
      + (inPaper ? "." : "; say what a child costs on average as well: a child costs £51,000.")
  }

  private static func name(_ kind: PlacementCosts.Kind) -> String {
    switch kind {
    case .fostering: "foster care"
    case .residential: "residential care"
    case .supported: "supported accommodation"
    }
  }
}
