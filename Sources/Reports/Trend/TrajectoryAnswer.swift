import Documents
import Indicators
import LookedAfter

/// Where a figure should be on the way to its targets, and where it is.
public enum TrajectoryAnswer {
  /// The plan month by month beside what was recorded, and whether the latest month is on plan.
  ///
  /// - Throws: `ReportError.noTarget` when no target is recorded, or `ReportError.nothingRecorded`
  ///   when there is no figure for the month that the plan starts from.
  public static func document(
    _ measure: Measure, of history: History, upTo month: Month
  ) throws(ReportError) -> Document {
    let targets = history.targets(of: measure.id)
    let figures = MonthlyFigures(of: measure.id, in: history)
    guard let start = targets.compactMap(\.start).min() else { throw .noTarget(measure.quoted) }
    guard let before = figures[start] else {
      throw .nothingRecorded(what: measure.quoted, start, known: figures.months)
    }
    let milestones =
      [Trajectory.Milestone(start, before.value.value)]
      + targets.map { Trajectory.Milestone($0.month, $0.number.value.value) }
    guard let plan = Trajectory(milestones.sorted { $0.month < $1.month }),
      let last = targets.last
    else { throw .noTarget(measure.quoted) }
    let latest = figures.months.last { $0 <= month && $0 >= start }
    let progress = latest.flatMap { Self.progress(of: measure, plan, start, $0, history) }
    var section = Section(heading: "")
    section.say(
      "\(measure.name): \(Prose.decimal(last.number.value)) by \(last.month.inWords), from"
        + " \(Prose.decimal(before.value)) in \(start.inWords).")
    section.say(sentence(progress, latest, figures, plan))
    section.blocks.append(
      .table(table(measure, plan, start, last.month, figures, progress, latest)))
    section.cite(before.provenance)
    section.provenance += targets.map(\.number.provenance)
    return Document(
      answer: section, title: "Trajectory: \(Prose.lowercasedFirst(measure.name))",
      asAt: latest?.lastDay)
  }

  private static func progress(
    of measure: Measure, _ plan: Trajectory, _ start: Month, _ month: Month, _ history: History
  ) -> ProgressAgainstPlan? {
    guard let actual = MonthlyFigures(of: measure.id, in: history)[month] else { return nil }
    // Without joiners and leavers nothing is known of the noise, so none is allowed for.
    let balance =
      start < month ? MonthlyFigures.balance(in: history, after: start, upTo: month) : nil
    return ProgressAgainstPlan(
      actual.value.value, in: month, plan: plan, events: balance?.events ?? 0,
      spread: balance?.spread ?? .monthly, aim: history.direction(of: measure.id)?.aim.ifSet)
  }

  private static func sentence(
    _ progress: ProgressAgainstPlan?, _ month: Month?, _ figures: MonthlyFigures, _ plan: Trajectory
  ) -> String {
    guard let progress, let month else { return "Nothing is recorded yet since the plan began." }
    let noise =
      progress.unit > 0
      ? " Chance alone would move the number by about \(Prose.decimal(progress.unit, 0)) since then."
      : " How far chance alone would move it is not known: joiners and leavers are not recorded for"
        + " every month since."
    return "In \(month.inWords) there are \(Prose.decimal(progress.actual, 0)) where the plan has"
      + " \(Prose.decimal(progress.planned, 0)): \(progress.level.words)"
      + " (\(progress.level.colour.rawValue), by rule).\(noise)"
  }

  /// How a month's planned number was made, or its difference from the number recorded.
  private static func explanation(
    _ measure: Measure, _ plan: Trajectory, _ month: Month, _ planned: Double?,
    _ actual: Recorded<Quantity>?
  ) -> Explanation {
    let what = "\(Prose.lowercasedFirst(measure.name)) planned for \(month.inWords)"
    var inputs = plan.milestones.map {
      Explanation.Input("set for \($0.month.inWords)", Prose.decimal($0.number, 0))
    }
    var results = [Explanation.Line("planned", planned.map { Prose.decimal($0, 4) } ?? "none")]
    if let actual {
      inputs.append(
        .init("recorded", Prose.decimal(actual.value), recorded: actual.provenance))
      results +=
        planned.map { [.init("difference", Prose.decimal(actual.value.value - $0, 4))] } ?? []
    }
    return Explanation(
      actual == nil ? what : "difference from the \(what)",
      formula: "a straight line between the months that are set"
        + (actual == nil ? "" : "; difference = recorded - planned"),
      inputs: inputs, results: results, changes: ["Another target, or a correction of the start."])
  }

  private static func table(
    _ measure: Measure, _ plan: Trajectory, _ start: Month, _ end: Month, _ figures: MonthlyFigures,
    _ progress: ProgressAgainstPlan?, _ latest: Month?
  ) -> Table {
    let rows = (0...max(0, min(start.distance(to: end), 1200))).map { step in
      let month = start.advanced(by: step)
      let planned = plan.number(in: month)
      let actual = figures[month]?.value
      let difference = planned.flatMap { planned in actual.map { $0.value - planned } }
      return Row([
        .text("\(month)"), Cell(.text(month.inWords)),
        Cell.real(planned, decimals: 4, display: planned.map { Prose.decimal($0, 0) })
          .explained(explanation(measure, plan, month, planned, nil)),
        .recorded(figures[month], measure.name, month.inWords),
        Cell.real(
          difference, decimals: 4,
          display: difference.flatMap { Quantity($0, decimals: 0) }.map(Prose.signed)
        ).explained(explanation(measure, plan, month, planned, figures[month])),
        month == latest
          ? progress.map {
            Cell(.text($0.level.words)).explained(Explanation($0.working))
          } ?? .missing : .notApplicable,
      ])
    }
    return Table(
      id: "trajectory", caption: "\(measure.name), planned and recorded",
      columns: [
        Column(id: "date", title: "Id", kind: .key),
        Column(id: "month", title: "Month", kind: .rowHeader),
        Column(id: "planned", title: "Planned", kind: .number),
        Column(id: "actual", title: "Recorded", kind: .number),
        Column(id: "difference", title: "Difference", kind: .number),
        Column(id: "level", title: "On track", kind: .label),
      ], rows: rows)
  }
}

extension PreferredDirection {
  fileprivate var ifSet: PreferredDirection? { self == .neutral ? nil : self }
}
