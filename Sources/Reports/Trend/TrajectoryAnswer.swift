import Documents
import Indicators
import LookedAfter

/// Where a figure should be on the way to its targets, and where it is.
public enum TrajectoryAnswer {
  /// The plan of each target month by month beside what was recorded, and whether the latest month
  /// is on plan.
  ///
  /// Each target has a straight line of its own, from the month in which it was set to begin: one
  /// never bends the line of another.
  ///
  /// - Throws: `ReportError.noTarget` when no target is recorded, or `ReportError.nothingRecorded`
  ///   when there is no figure for the month that any of the plans starts from.
  public static func document(
    _ measure: Measure, of history: History, upTo month: Month
  ) throws(ReportError) -> Document {
    let targets = history.targets(of: measure.id)
    guard let first = targets.first else { throw .noTarget(measure.quoted) }
    let figures = MonthlyFigures(of: measure.id, in: history)
    let plans = targets.compactMap { TargetPlan($0, measure, figures, history, upTo: month) }
    guard !plans.isEmpty else {
      throw .nothingRecorded(
        what: measure.quoted, first.start ?? first.month, known: figures.months)
    }
    var section = Section(heading: "")
    for plan in plans { section.say(plan.sentences) }
    for target in targets where !plans.contains(where: { $0.target == target }) {
      section.say(withoutPlan(target))
    }
    section.blocks.append(.table(table(measure, plans)))
    for plan in plans { section.cite(plan.before.provenance) }
    section.provenance += targets.map(\.number.provenance)
    return Document(
      answer: section, title: "Trajectory: \(Prose.lowercasedFirst(measure.name))",
      asAt: plans.compactMap(\.latest).max()?.lastDay)
  }

  /// Makes sure that a plan can start from a month.
  ///
  /// - Throws: `ReportError.noStartOfPlan` when the month has no figure of the measure.
  public static func checkTarget(
    of measure: Measure, from start: Month, in history: History
  ) throws {
    let months =
      measure.id == Measure.netChange.id
      ? (try? TrendSource.months(of: measure, in: history)) ?? []
      : MonthlyFigures(of: measure.id, in: history).months
    guard months.contains(start) else {
      throw ReportError.noStartOfPlan(
        measure.quoted, start, nearest: months.last { $0 < start } ?? months.first)
    }
  }

  private static func withoutPlan(_ target: History.Target) -> String {
    let number = "\(Prose.decimal(target.number.value)) by \(target.month.inWords)"
    guard let start = target.start else {
      return "The target of \(number) has no month that its plan starts from."
    }
    return
      "The target of \(number) has no plan: no number is recorded for \(start.inWords), where it"
      + " was to start."
  }

  private static func table(_ measure: Measure, _ plans: [TargetPlan]) -> Table {
    Table(
      id: "trajectory", caption: "\(measure.name), planned and recorded",
      columns: [
        Column(id: "date", title: "Id", kind: .key),
        Column(id: "month", title: "Month", kind: .rowHeader),
        Column(id: "planned", title: "Planned", kind: .number),
        Column(id: "actual", title: "Recorded", kind: .number),
        Column(id: "difference", title: "Difference", kind: .number),
        Column(id: "level", title: "On track", kind: .label),
      ] + (plans.count > 1 ? [Column(id: "target", title: "Target", kind: .label)] : []),
      rows: plans.flatMap { plan in
        plan.rows.map { row in
          plans.count > 1 ? Row(row.cells + [.text(plan.name)]) : row
        }
      })
  }
}
