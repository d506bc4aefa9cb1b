import Documents
import Indicators
import LookedAfter
import Scenarios

/// How each figure of a projection was made: the start, the joiners and leavers with their months, what
/// was known beforehand and what was taken of it, and how the courses were drawn.
struct ProjectionExplanations {
  private let tables: ProjectionTables
  private let names: LeverSentences
  /// What every figure has in common.
  private let common: Explanation
  private var model: FlowModel { tables.model }
  private var projection: Projection { tables.projection }

  /// - Parameter isBase: whether the figures are as things are, though something was changed.
  init(_ tables: ProjectionTables, isBase: Bool = false) {
    self.tables = tables
    names = LeverSentences(tables.history)
    common = Self.common(tables, isBase: isBase)
  }

  /// A figure of a month: all children, a cohort, the rate or the cost, with its bands.
  func figure(_ measure: String, in month: Month, isDifference: Bool = false) -> Explanation {
    var explanation = common
    let subject: String
    let formula: String
    switch measure {
    case "total": (subject, formula) = ("children expected in \(month.inWords)", Self.stock)
    case "rate":
      subject = "rate per 10,000 expected in \(month.inWords)"
      formula = "children of each drawn course × 10,000 / population aged 0 to 17; \(Self.stock)"
      explanation.inputs += [population].compactMap { $0 }
    case "cost", "cost_so_far":
      subject = (measure == "cost" ? "pounds in " : "pounds up to ") + month.inWords
      formula =
        "children of each drawn course × what a child costs in a year / 12"
        + (measure == "cost" ? "" : ", added up from the first month on") + "; \(Self.stock)"
      explanation.inputs.append(
        .init(
          "a child in a year",
          CostSentences(tables.history, projection.start, tables.levers).basis))
    default:
      let cohort = CohortID(rawValue: measure)
      subject = "children expected in \(names.name(cohort)) in \(month.inWords)"
      formula = Self.cohort
      explanation.inputs.insert(opening(of: cohort), at: 0)
      explanation.inputs += rates(of: cohort)
    }
    explanation.subject = isDifference ? "what the change makes: \(subject)" : subject
    explanation.formula =
      (isDifference
        ? "of each drawn course, with the change less without it, drawn with the same luck; " : "")
      + formula
    return explanation
  }

  /// The number at the start.
  func opening(_ id: CohortID) -> Explanation {
    let input = opening(of: id)
    return Explanation(
      input.name, formula: input.source == nil ? "as it was counted at the start" : nil,
      inputs: [input],
      changes: ["It is recorded as it stands; a correction would be its next revision."])
  }

  /// The children at the rate of others.
  func needed(_ goal: GoalChance) -> Explanation {
    Explanation(
      "children at the rate of \(goal.name)",
      formula: "the most children whose rate is not above: rate × population / 10,000",
      inputs: [rate(of: goal), population].compactMap { $0 },
      results: [.init("children", Prose.figures(goal.needed))])
  }

  /// How far the number is from that at the rate of others.
  func gap(_ goal: GoalChance, in month: Month) -> Explanation {
    var explanation = common
    explanation.subject = "children above the number at the rate of \(goal.name)"
    explanation.formula = "children expected − children at its rate; \(Self.stock)"
    explanation.inputs += [rate(of: goal), population].compactMap { $0 }
    explanation.results = [
      .init("children expected in \(month.inWords)", expected(month)),
      .init("children at its rate", Prose.figures(goal.needed)),
    ]
    return explanation
  }

  /// How likely the number is at or under that at the rate of others.
  func chance(_ goal: GoalChance, in month: Month) -> Explanation {
    var explanation = gap(goal, in: month)
    explanation.subject = "chance of being at or under the rate of \(goal.name)"
    explanation.formula =
      "the share of the drawn courses with \(Prose.figures(goal.needed)) or fewer"
    return explanation
  }

  // MARK: Parts

  private static let stock =
    "N ← N + λ − μN − known leavers, month by month, on drawn courses; expected is their mean, and 80"
    + " and 95 of 100 courses lie within the bands"
  private static let cohort =
    "each month some of a cohort leave care or move to another, others join or move in; expected is the"
    + " mean of the drawn courses, and 80 and 95 of 100 lie within the bands"

  private func expected(_ month: Month) -> String {
    let found = projection.result.first { $0.month == month }?.total.mean
    return found.map { Prose.decimal($0, 1) } ?? ""
  }

  private var population: Explanation.Input? {
    let changed = tables.levers.reduce(nil) { number, lever -> Int? in
      if case .population(let other, _) = lever { other } else { number }
    }
    if let changed {
      return .init("population aged 0 to 17, as named", Prose.figures(changed))
    }
    return tables.history.population(for: projection.start).map {
      .init(
        "population aged 0 to 17", Prose.figures($0.number.value), recorded: $0.number.provenance)
    }
  }

  private func rate(of goal: GoalChance) -> Explanation.Input? {
    tables.history.comparators(upTo: projection.start).first { $0.nameInSentence == goal.name }.map
    {
      .init("rate of \(goal.name) per 10,000", "\($0.rate.value)", recorded: $0.rate.provenance)
    }
  }

  private func opening(of id: CohortID) -> Explanation.Input {
    let all = tables.history.snapshots(for: projection.start)
    if id == .total {
      let end = all.first { $0.basis == .monthEnd && $0.total != nil } ?? all.first
      return .init(
        "N, children in \(projection.start.inWords)", Prose.figures(projection.opening),
        recorded: end?.total?.provenance)
    }
    let number = model.index(of: id).map { model.compartments[$0].opening } ?? 0
    let recorded = all.lazy.compactMap { $0[id] }.first { $0.value == number }
    return .init(
      "children in \(names.name(id)) in \(projection.start.inWords)", Prose.figures(number),
      recorded: recorded?.provenance)
  }

  /// What a cohort gains and loses in a month on average.
  private func rates(of id: CohortID) -> [Explanation.Input] {
    guard let index = model.index(of: id) else { return [] }
    let compartment = model.compartments[index]
    return [
      .init("who join it a month", Prose.decimal(compartment.joiners, 2)),
      .init("share of it who leave care in a month", Prose.decimal(compartment.leavingRate, 5)),
    ]
  }

  private static func common(_ tables: ProjectionTables, isBase: Bool) -> Explanation {
    let (model, projection, history) = (tables.model, tables.projection, tables.history)
    let joiners = model.compartments.reduce(0) { $0 + $1.joiners }
    let stock = Double(max(1, model.compartments.reduce(0) { $0 + $1.opening }))
    let leavers = model.compartments.reduce(0) { $0 + Double($1.opening) * $1.leavingRate }
    let first = model.basis.first ?? model.start.advanced(by: 1 - model.basis.months)
    let window =
      "\(first.inWords) to \(model.start.inWords), \(model.basis.months) months, the newest counting most"
    let all = history.snapshots(for: projection.start)
    let end = all.first { $0.basis == .monthEnd && $0.total != nil } ?? all.first
    var inputs: [Explanation.Input] = [
      .init(
        "N, children in \(model.start.inWords)", Prose.figures(projection.opening),
        recorded: end?.total?.provenance),
      .init("λ, joiners a month", Prose.decimal(joiners, 2), source: window),
      .init("μ, share who leave in a month", Prose.decimal(leavers / stock, 5), source: window),
    ]
    inputs += known(model, history, upTo: projection.result.last?.month ?? model.start)
    let levers = isBase ? [] : tables.levers
    return Explanation(
      "", inputs: inputs,
      parameters: [
        .init("φ, variation beyond chance", Prose.decimal(model.spread, 2)),
        .init("months it rests on", "\(model.basis.months)"),
        .init("drawn courses", Prose.figures(projection.settings.paths)),
        .init("seed", "\(projection.settings.seed)"),
      ],
      cautions: LeverSentences(history, of: model).sentences(levers).map { "Changed: \($0)" },
      changes: [
        levers.isEmpty
          ? "Every further month that is recorded, and every change that is asked for."
          : "Every further month that is recorded, and other changes than these."
      ])
  }

  /// The children of whom it is known when they may leave, and what is taken of applications.
  private static func known(
    _ model: FlowModel, _ history: History, upTo end: Month
  ) -> [Explanation.Input] {
    var inputs: [Explanation.Input] = []
    let birthdays = model.known.filter { $0.reason == .birthday && $0.due <= end }.reduce(0) {
      $0 + $1.number
    }
    if birthdays > 0 {
      inputs.append(
        .init(
          "18th birthdays known beforehand", Prose.figures(birthdays), source: "the 903 returns"))
    }
    let applications = model.known.filter { $0.reason != .birthday }
    guard !applications.isEmpty else { return inputs }
    for reason in [KnownLeavers.Reason.planned, .withLegal, .filed] {
      let lines = applications.filter { $0.reason == reason }
      let routes = Set(lines.map(\.route)).sorted { $0.rawValue < $1.rawValue }
      for route in routes {
        let number = lines.filter { $0.route == route }.reduce(0) { $0 + $1.number }
        let kind = history.catalogue[route].map { Prose.lowercasedFirst($0.name) } ?? route.rawValue
        inputs.append(
          .init(
            "applications \(words(reason)): \(kind)", Prose.figures(number), source: "the plans"))
      }
    }
    let assumed = ApplicationAssumptions(history, upTo: model.start)
    func share(_ name: String, _ share: ApplicationAssumptions.Share) -> Explanation.Input {
      .init(
        name, Prose.percent(share.value),
        source: share.cases == 0
          ? "assumed"
          : "\(share.successes) of \(share.cases) here, joined with an assumed"
            + " \(Prose.percent(share.assumed)) that counts as \(Prose.decimal(share.weight, 0)) cases"
      )
    }
    return inputs + [
      share("go to legal services in the month planned", assumed.onTime),
      share("of those with legal services, filed in a month", assumed.filing),
      share("of those filed, decided in a month", assumed.deciding),
      share("end in an order", assumed.success),
    ]
  }

  private static func words(_ reason: KnownLeavers.Reason) -> String {
    switch reason {
    case .planned: "planned"
    case .withLegal: "with legal services"
    case .filed: "filed with the court"
    case .birthday: ""
    }
  }
}
