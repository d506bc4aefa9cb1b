import Documents
import Indicators
import LookedAfter

/// The plan of one target: a straight line from the month it starts in, and what was recorded since.
struct TargetPlan {
  let target: History.Target
  let start: Month
  /// The figure that the plan starts from.
  let before: Recorded<Quantity>
  /// The latest month since the start that has a figure.
  let latest: Month?
  private let measure: Measure
  private let figures: MonthlyFigures
  private let plan: Trajectory
  private let progress: ProgressAgainstPlan?
  private let noise: Noise

  /// The plan of a target; nil where the month that it starts from is not known or has no figure.
  init?(
    _ target: History.Target, _ measure: Measure, _ figures: MonthlyFigures, _ history: History,
    upTo month: Month
  ) {
    guard let start = target.start, let before = figures[start],
      let plan = Trajectory([
        .init(start, before.value.value), .init(target.month, target.number.value.value),
      ])
    else { return nil }
    self.target = target
    self.start = start
    self.before = before
    self.measure = measure
    self.figures = figures
    self.plan = plan
    let newest = figures.months.last { $0 <= month && $0 >= start }
    let noise = newest.map { Self.noise(of: measure, plan, start, $0, history) } ?? .unknown
    let aim = history.direction(of: measure.id)?.aim
    latest = newest
    self.noise = noise
    progress = newest.flatMap { newest in
      figures[newest].flatMap { actual in
        ProgressAgainstPlan(
          actual.value.value, in: newest, plan: plan, events: noise.events, spread: noise.spread,
          aim: aim == .neutral ? nil : aim)
      }
    }
  }

  /// The target in a few words: `300 by March 2025`.
  var name: String { "\(Prose.decimal(target.number.value)) by \(target.month.inWords)" }

  /// What chance alone moves, and the figures that it is reckoned from.
  private struct Noise {
    var events: Int
    var spread: Spread
    var inputs: [Explanation.Input]

    /// Without joiners and leavers nothing is known of it, so none is allowed for.
    static let unknown = Noise(events: 0, spread: .monthly, inputs: [])
  }

  private static func noise(
    of measure: Measure, _ plan: Trajectory, _ start: Month, _ month: Month, _ history: History
  ) -> Noise {
    if measure.kind == .flow {
      // What happens in a month moves by chance by itself, whatever happened before.
      let planned = Int(exactly: (plan.number(in: month) ?? 0).rounded()) ?? 0
      return Noise(events: max(0, planned), spread: .monthly, inputs: [])
    }
    guard measure.id == CohortID.total.count, start < month,
      let balance = MonthlyFigures.balance(in: history, after: start, upTo: month)
    else { return .unknown }
    return Noise(
      events: balance.events, spread: balance.spread,
      inputs: Explanation(balance.working).inputs)
  }

  /// The target, and where the latest month stands by it.
  var sentences: String {
    let opening =
      "\(measure.name): \(name), from \(Prose.decimal(before.value)) in \(start.inWords)."
    guard let latest, let actual = figures[latest] else {
      return opening + " Nothing is recorded yet since the plan began."
    }
    guard latest > start else {
      return opening + " The plan begins in that month, so there is nothing to judge yet."
    }
    let now = Prose.decimal(actual.value)
    guard let progress else {
      return opening + " In \(latest.inWords) there are \(now); the plan is for no change, so"
        + " without a direction neither more nor fewer is ahead of it."
    }
    return opening + " In \(latest.inWords) there are \(now) where the plan has"
      + " \(Prose.decimal(progress.planned, 0)): \(progress.level.words)"
      + " (\(progress.level.colour.rawValue), by rule). \(noiseInWords(progress))"
  }

  private func noiseInWords(_ progress: ProgressAgainstPlan) -> String {
    if progress.unit > 0 {
      let unit = Prose.decimal(progress.unit, 0)
      return measure.kind == .flow
        ? "Chance alone moves one month's number by about \(unit)."
        : "Chance alone would move the number by about \(unit) since then."
    }
    return "How far chance alone would move it is not known: "
      + (measure.id == CohortID.total.count
        ? "joiners and leavers are not recorded for every month since."
        : "who joined and left this group is not recorded, so the level goes by the number alone.")
  }

  /// The months of the plan with what was planned and recorded.
  var rows: [Row] {
    (0...max(0, min(start.distance(to: target.month), 1200))).map { step in
      let month = start.advanced(by: step)
      let planned = plan.number(in: month)
      let actual = figures[month]?.value
      let difference = planned.flatMap { planned in actual.map { $0.value - planned } }
      return Row([
        .text("\(month)"), Cell(.text(month.inWords)),
        Cell.real(planned, decimals: 4, display: planned.map { Prose.decimal($0, 0) })
          .explained(explanation(month, planned, nil)),
        .recorded(figures[month], measure.name, month.inWords),
        Cell.real(
          difference, decimals: 4,
          display: difference.flatMap { Quantity($0, decimals: 0) }.map(Prose.signed)
        ).explained(explanation(month, planned, figures[month])),
        level(in: month),
      ])
    }
  }

  private func level(in month: Month) -> Cell {
    guard month == latest, month > start else { return .notApplicable }
    return progress.map { progress in
      var explanation = Explanation(
        progress.working, changes: ["Another target, or a correction."])
      let actual = figures[month].map {
        [Explanation.Input("actual", Prose.decimal($0.value), recorded: $0.provenance)]
      }
      explanation.inputs =
        (actual ?? []) + explanation.inputs.filter { $0.name != "actual" } + ends + noise.inputs
      return Cell(.text(progress.level.words)).explained(explanation)
    } ?? .missing
  }

  /// The two ends of the line, with where they are from.
  private var ends: [Explanation.Input] {
    [
      .init(
        "recorded for \(start.inWords), where the plan starts", Prose.decimal(before.value),
        recorded: before.provenance),
      .init(
        "target for \(target.month.inWords)", Prose.decimal(target.number.value),
        recorded: target.number.provenance),
    ]
  }

  /// How a month's planned number was made, or its difference from the number recorded.
  private func explanation(
    _ month: Month, _ planned: Double?, _ actual: Recorded<Quantity>?
  ) -> Explanation {
    let what = "\(Prose.lowercasedFirst(measure.name)) planned for \(month.inWords)"
    var inputs = ends
    var results = [Explanation.Line("planned", planned.map { Prose.decimal($0, 4) } ?? "none")]
    if let actual {
      inputs.append(
        .init("recorded", Prose.decimal(actual.value), recorded: actual.provenance))
      results +=
        planned.map { [.init("difference", Prose.decimal(actual.value.value - $0, 4))] } ?? []
    }
    return Explanation(
      actual == nil ? what : "difference from the \(what)",
      formula: "a straight line from the start to the target"
        + (actual == nil ? "" : "; difference = recorded - planned"),
      inputs: inputs, results: results, changes: ["Another target, or a correction of the start."])
  }
}
