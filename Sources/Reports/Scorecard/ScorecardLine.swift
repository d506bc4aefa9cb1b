import Documents
import Indicators
import LookedAfter

/// One measure of the scorecard.
struct ScorecardLine {
  let measure: Measure
  let now: Recorded<Quantity>?
  let before: Recorded<Quantity>?
  let lastYear: Recorded<Quantity>?
  let target: History.Target?
  let aim: PreferredDirection
  /// The sum of the year's months, and how many of them are recorded; nil for what is no flow.
  let yearToDate: (sum: Int, recorded: Int, months: Int)?

  /// The line of a measure; nil where nothing is recorded of it in the month or the one before.
  init?(_ measure: Measure, _ history: History, _ month: Month) {
    let recorded = MonthlyFigures(of: measure.id, in: history)
    let figures = { (month: Month) in recorded[month] ?? Self.none(of: measure, history, month) }
    self.measure = measure
    now = figures(month)
    before = figures(month.advanced(by: -1))
    lastYear = figures(month.advanced(by: -12))
    target = history.targets(of: measure.id).first { $0.month >= month }
    aim = history.direction(of: measure.id)?.aim ?? .neutral
    if measure.kind == .flow {
      let first = Self.startOfYear(month)
      let months = (0...max(0, first.distance(to: month))).map { first.advanced(by: $0) }
      let known = months.compactMap { figures($0)?.value.whole }
      yearToDate = (known.reduce(0, +), known.count, months.count)
    } else {
      yearToDate = nil
    }
    guard now != nil || before != nil else { return nil }
  }

  /// Nought, where the reasons of a month account for all who came or left and this is none of them.
  private static func none(
    of measure: Measure, _ history: History, _ month: Month
  ) -> Recorded<Quantity>? {
    guard let flows = history.flows(in: .month(month)) else { return nil }
    let branch = measure.id.rawValue.prefix { $0 != "." }
    guard branch.count < measure.id.rawValue.count else { return nil }
    let breakdown: Breakdown
    switch branch {
    case "ceased": breakdown = flows.left
    case "started": breakdown = flows.joined
    default: return nil
    }
    guard let stated = breakdown.stated, breakdown.sumOfLines == stated.value,
      breakdown[measure.id] == nil
    else { return nil }
    return Recorded(Quantity(mantissa: 0), stated.provenance)
  }

  /// The April in which the financial year of a month began.
  static func startOfYear(_ month: Month) -> Month {
    month.advanced(by: -((month.month + 8) % 12))
  }

  private var change: Double? {
    guard let now, let before else { return nil }
    return now.value.value - before.value.value
  }

  var row: Row {
    let direction = change.map { DirectionOfTravel(change: $0 > 0 ? 1 : $0 < 0 ? -1 : 0) }
    let favours = change.flatMap { $0 == 0 ? nil : aim.favours(upwards: $0 > 0) }
    return Row([
      .text(measure.id.rawValue),
      .text(measure.unit == "percent" ? "\(measure.name), per cent" : measure.name),
      cell(now), cell(before), yearCell, cell(lastYear),
      target.map {
        Cell(
          .number(mantissa: $0.number.value.mantissa, decimals: $0.number.value.decimals),
          remark: "by \($0.month.inWords)")
      } ?? .missing,
      direction.map { .text($0.rawValue) } ?? .missing,
      favours.map { .text($0 ? "better" : "worse") } ?? .notApplicable,
    ])
  }

  private func cell(_ figure: Recorded<Quantity>?) -> Cell {
    figure.map { .decimal(mantissa: $0.value.mantissa, decimals: $0.value.decimals) } ?? .missing
  }

  private var yearCell: Cell {
    guard let yearToDate else { return .notApplicable }
    guard yearToDate.recorded < yearToDate.months else { return .integer(yearToDate.sum) }
    guard yearToDate.recorded > 0 else { return .missing }
    return Cell(
      .missing,
      remark:
        "\(yearToDate.sum) in \(yearToDate.recorded) of \(yearToDate.months) months",
      remarkNumber: yearToDate.sum)
  }

  var provenance: [Provenance] { [now, before, lastYear].compactMap { $0?.provenance } }
}
