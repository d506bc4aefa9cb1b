import Documents
import Indicators
import LookedAfter

/// How a figure moved over time, and whether that is more than ordinary variation.
///
/// Flows and shares have a control chart. A stock has none: it has the band in which it is expected
/// to lie, and the balance of those who came and left.
public enum TrendAnswer {
  /// What is charted.
  public enum Subject: Sendable {
    /// A cohort or another measure.
    case measure(Measure)
    /// Joiners less leavers.
    case netChange
  }

  /// The trend over some months.
  ///
  /// - Parameters:
  ///   - first: the first month; nil for the first that is recorded.
  ///   - last: the last month; nil for the last that is recorded.
  /// - Throws: `ReportError` when nothing is recorded, or the measure has no numbers of months;
  ///   `SeriesError` or `ControlChartError` when no chart can be made.
  public static func document(
    _ subject: Subject, from first: Month?, to last: Month?, of history: History
  ) throws -> Document {
    switch subject {
    case .netChange:
      return try FlowTrend.netChange(of: history, from: first, to: last).document
    case .measure(let measure):
      let isShare = measure.unit == "percent"
      guard isShare || [.flow, .plan, .stock].contains(measure.kind) else {
        throw ReportError.noTrend(measure.quoted)
      }
      let figures = MonthlyFigures(of: measure.id, in: history)
      let first =
        measure.kind == .stock && !isShare
        ? first : start(first, of: measure.id, figures, history)
      guard !figures.months.isEmpty else { throw ReportError.noSeries(measure.quoted) }
      let series = try figures.series(from: first, to: last)
      guard series.known > 0 else {
        throw ReportError.nothingRecorded(
          what: measure.quoted, first ?? last ?? figures.months[0], known: figures.months)
      }
      if isShare {
        let shares = try Series(
          series.values.map { $0.map { $0 / 100 } }, from: series.firstMonth)
        return try FlowTrend(
          TrendSubject(measure, isShare: true), ProportionSeries(shares), of: history
        ).document
      }
      return measure.kind == .stock
        ? try StockTrend(measure, series, of: history).document
        : try FlowTrend(TrendSubject(measure), FlowSeries(series), of: history).document
    }
  }

  /// The first month of a chart: the one asked for, or an earlier one that its limits rest on,
  /// because a baseline was fixed there or the chart begins anew soon after.
  private static func start(
    _ asked: Month?, of measure: MeasureID, _ figures: MonthlyFigures, _ history: History
  ) -> Month? {
    guard let asked else { return nil }
    var start = asked
    let rebases = history.rebases(of: measure).map(\.month).sorted()
    if let baseline = history.baseline(of: measure), baseline.first < start,
      !rebases.contains(where: { baseline.first < $0 && $0 <= asked })
    {
      start = baseline.first
    }
    if let next = rebases.first(where: { $0 > start }),
      figures.months.count(where: { start <= $0 && $0 < next }) < Rebase.pointsBefore
    {
      start = rebases.last { $0 <= start } ?? figures.months.first ?? start
    }
    return min(start, asked)
  }
}

extension TrendAnswer {
  /// Makes sure that a measure's chart may begin anew in a month.
  ///
  /// - Throws: `ReportError` when the measure has no chart, the month is not in it, too little stands
  ///   before it or nothing sustained follows; `ControlChartError` when an earlier rebase does not hold.
  public static func checkRebase(
    of measure: Measure, from month: Month, because reason: String, in history: History
  ) throws {
    guard measure.kind == .flow else { throw ReportError.noChart(measure.quoted) }
    let figures = MonthlyFigures(of: measure.id, in: history)
    let series = try figures.series()
    guard let index = series.index(of: month) else {
      throw ReportError.nothingRecorded(
        what: measure.quoted, month, known: figures.months)
    }
    let before = history.rebases(of: measure.id).filter { $0.month < month }.compactMap { rebase in
      series.index(of: rebase.month).map { Rebase(at: $0, reason: rebase.reason) }
    }
    do {
      _ = try ControlChart(
        FlowSeries(series), rebases: before + [Rebase(at: index, reason: reason)])
    } catch ControlChartError.tooFewBefore(index + 1, let points) {
      throw ReportError.tooFewMonthsBefore(month, have: points, need: Rebase.pointsBefore)
    } catch ControlChartError.noSuchPoint(index + 1) {
      throw ReportError.tooFewMonthsBefore(month, have: 0, need: Rebase.pointsBefore)
    } catch ControlChartError.notSustained(index + 1, let points) {
      throw ReportError.notSustained(month, have: points, need: Rebase.sustainedLength)
    }
  }
}

/// What a control chart is of, in words.
struct TrendSubject {
  /// The measure whose target, direction and rebases count.
  let id: MeasureID

  /// The name, in sentence case.
  let name: String

  /// What is counted, as it stands on the axis.
  let unit: String

  /// Whether the values are shares of 1, to be shown as percentages.
  let isShare: Bool

  init(_ measure: Measure, isShare: Bool = false) {
    id = measure.id
    name = measure.name
    unit = isShare ? "Per cent" : measure.unit.prefix(1).uppercased() + measure.unit.dropFirst()
    self.isShare = isShare
  }

  private init(id: MeasureID, name: String, unit: String) {
    self.id = id
    self.name = name
    self.unit = unit
    isShare = false
  }

  /// Joiners less leavers.
  static let netChange = TrendSubject(
    id: "net", name: "Joiners less leavers", unit: "Children")

  /// A value as people read it: whole counts, shares as percentages.
  func words(_ value: Double) -> String {
    if isShare { return Prose.decimal(value * 100, 1) + "%" }
    return Prose.decimal(value, value == value.rounded() ? 0 : 1)
  }

  /// A limit or a mean as people read it.
  func limit(_ value: Double) -> String {
    isShare ? Prose.decimal(value * 100, 1) + "%" : Prose.decimal(value, 1)
  }

  /// A value as it is drawn.
  func drawn(_ value: Double?, decimals: Int = 1) -> ExactNumber? {
    value.flatMap {
      ExactNumber(
        rounding: isShare ? $0 * 100 : $0, decimals: $0 == $0.rounded() && !isShare ? 0 : decimals)
    }
  }
}
