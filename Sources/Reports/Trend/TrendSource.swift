import Indicators
import LookedAfter

extension Measure {
  /// Joiners less leavers: a series that is made of two recorded ones, and has settings of its own.
  public static let netChange = Measure(
    id: "net", name: "Joiners less leavers", phrase: "", kind: .flow, unit: "children")
}

/// The series of a measure that a chart can be made of, and that limits can rest on.
enum TrendSource {
  /// Joiners less leavers by month.
  ///
  /// - Throws: `ReportError.noSeries` when either is not recorded, `SeriesError`.
  static func netChange(of history: History, from first: Month?, to last: Month?) throws
    -> FlowSeries
  {
    let (started, ceased) = (
      MonthlyFigures(of: "started", in: history), MonthlyFigures(of: "ceased", in: history)
    )
    guard let firstKnown = [started.months.first, ceased.months.first].compactMap({ $0 }).max(),
      !started.months.isEmpty, !ceased.months.isEmpty,
      let lastKnown = [started.months.last, ceased.months.last].compactMap({ $0 }).max()
    else { throw ReportError.noSeries("joiners and leavers") }
    let from = max(first ?? firstKnown, firstKnown)
    let to = min(last ?? lastKnown, lastKnown)
    return try FlowSeries(
      started: FlowSeries(started.series(from: from, to: to)),
      ceased: FlowSeries(ceased.series(from: from, to: to)))
  }

  /// Joiners less leavers, which can say what each month is made from.
  static func netSubject(of history: History) -> TrendSubject {
    let (started, ceased) = (
      MonthlyFigures(of: "started", in: history), MonthlyFigures(of: "ceased", in: history)
    )
    var subject = TrendSubject(.netChange)
    subject.formula = "joiners - leavers of the month"
    subject.inputs = { month in
      [("joiners", started), ("leavers", ceased)].compactMap { name, figures in
        figures[month].map { .init(name, Prose.decimal($0.value), recorded: $0.provenance) }
      }
    }
    return subject
  }

  /// The series that a measure's limits rest on: of the number of all children its joiners less
  /// leavers, of any other stock its monthly changes.
  static func series(of measure: Measure, in history: History) throws -> Series {
    if [Measure.netChange.id, CohortID.total.count].contains(measure.id) {
      return try netChange(of: history, from: nil, to: nil).series
    }
    let series = try MonthlyFigures(of: measure.id, in: history).series()
    return measure.kind == .stock ? try StockSeries(series).netChange.series : series
  }

  /// The months of that series that are known.
  static func months(of measure: Measure, in history: History) throws -> [Month] {
    let series = try series(of: measure, in: history)
    return series.values.indices.compactMap { index in
      series.values[index].flatMap { _ in series.month(at: index) }
    }
  }
}

extension TrendAnswer {
  /// Makes sure that a measure's chart may begin anew in a month.
  ///
  /// - Throws: `ReportError` when the measure has no chart, the month is not in it, too little
  ///   stands before it, or nothing sustained follows.
  public static func checkRebase(
    of measure: Measure, from month: Month, because reason: String, in history: History
  ) throws {
    guard measure.kind == .flow else { throw ReportError.noChart(measure.quoted) }
    let series = try TrendSource.series(of: measure, in: history)
    guard let index = series.index(of: month) else {
      throw ReportError.nothingRecorded(
        what: measure.quoted, month,
        known: try TrendSource.months(of: measure, in: history))
    }
    let before = history.rebases(of: measure.id).filter { $0.month < month }.compactMap { rebase in
      series.index(of: rebase.month).map { Rebase(at: $0, reason: rebase.reason) }
    }
    let kind: FlowSeries.Kind = measure.id == Measure.netChange.id ? .netChange : .events
    do {
      _ = try ControlChart(
        FlowSeries(series, kind), rebases: before + [Rebase(at: index, reason: reason)])
    } catch ControlChartError.tooFewBefore(index + 1, let points) {
      throw ReportError.tooFewMonthsBefore(month, have: points, need: Rebase.pointsBefore)
    } catch ControlChartError.noSuchPoint(index + 1) {
      throw ReportError.tooFewMonthsBefore(month, have: 0, need: Rebase.pointsBefore)
    } catch ControlChartError.notSustained(index + 1, let points) {
      throw ReportError.notSustained(month, have: points, need: Rebase.sustainedLength)
    }
  }

  /// Makes sure that the limits of a measure's chart, or its expected band, can rest on some months.
  ///
  /// - Throws: `ReportError.shortBaseline` when fewer than 12 of them are recorded.
  public static func checkBaseline(
    of measure: Measure, from first: Month, to last: Month, in history: History
  ) throws {
    let series = try TrendSource.series(of: measure, in: history)
    let months = first.distance(to: last) + 1
    let known = (0..<max(0, min(months, 12_000))).count { step in
      series.index(of: first.advanced(by: step)).map { series.values[$0] != nil } ?? false
    }
    guard known >= ControlChartSettings.shortestBaseline else {
      throw ReportError.shortBaseline(
        measure.name, first, last, recorded: known,
        needed: ControlChartSettings.shortestBaseline)
    }
  }
}
