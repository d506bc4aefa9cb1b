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
  ///   - subject: which measure.
  ///   - first: the first month; nil for the first that is recorded.
  ///   - last: the last month; nil for the last that is recorded.
  ///   - history: what is recorded.
  /// - Throws: `ReportError` when nothing is recorded, or the measure has no numbers of months;
  ///   `SeriesError` or `ControlChartError` when no chart can be made.
  public static func document(
    _ subject: Subject, from first: Month?, to last: Month?, of history: History
  ) throws -> Document {
    switch subject {
    case .netChange:
      return try FlowTrend(
        TrendSource.netSubject(of: history),
        TrendSource.netChange(
          of: history,
          from: try first.flatMap {
            start(
              $0, of: Measure.netChange.id,
              try TrendSource.months(of: .netChange, in: history), history)
          }, to: last), of: history
      ).document
    case .measure(let measure):
      let isShare = measure.unit == "percent"
      guard isShare || [.flow, .plan, .stock].contains(measure.kind) else {
        throw ReportError.noTrend(measure.quoted)
      }
      let figures = MonthlyFigures(of: measure.id, in: history)
      let first =
        measure.kind == .stock && !isShare
        ? first : first.flatMap { start($0, of: measure.id, figures.months, history) }
      guard !figures.months.isEmpty else { throw ReportError.noSeries(measure.quoted) }
      let series = try figures.series(from: first, to: last)
      guard series.known > 0 else {
        throw ReportError.nothingRecorded(
          what: measure.quoted, first ?? last ?? figures.months[0], known: figures.months)
      }
      if isShare {
        let shares = try Series(
          series.values.indices.compactMap { index in
            series.month(at: index).map { month in
              SeriesPoint(
                month, series.values[index].map { $0 / 100 },
                series.provenance.indices.contains(index) ? series.provenance[index] : nil)
            }
          })
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
    _ asked: Month, of measure: MeasureID, _ months: [Month], _ history: History
  ) -> Month {
    var start = asked
    let rebases = history.rebases(of: measure).map(\.month).sorted()
    if let baseline = history.baseline(of: measure), baseline.first < start,
      !rebases.contains(where: { baseline.first < $0 && $0 <= asked })
    {
      start = baseline.first
    }
    if let next = rebases.first(where: { $0 > start }),
      months.count(where: { start <= $0 && $0 < next }) < Rebase.pointsBefore
    {
      start = rebases.last { $0 <= start } ?? months.first ?? start
    }
    return min(start, asked)
  }
}

/// What a control chart is of, in words.
struct TrendSubject: Sendable {
  /// The measure whose target, direction and rebases count.
  let id: MeasureID

  /// The name, in sentence case.
  let name: String

  /// What is counted, as it stands on the axis.
  let unit: String

  /// Whether the values are shares of 1, to be shown as percentages.
  let isShare: Bool

  /// How a value is worked out from recorded figures; nil where it is one.
  var formula: String?

  /// The recorded figures that the value of a month is worked out from.
  var inputs: @Sendable (Month) -> [Explanation.Input] = { _ in [] }

  init(_ measure: Measure, isShare: Bool = false) {
    id = measure.id
    name = measure.name
    unit = isShare ? "Per cent" : measure.unit.prefix(1).uppercased() + measure.unit.dropFirst()
    self.isShare = isShare
  }

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
