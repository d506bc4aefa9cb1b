import Documents
import Indicators
import LookedAfter

/// The control chart of a flow or a share, as an answer.
struct FlowTrend {
  let subject: TrendSubject
  let chart: ControlChart
  let anhoj: AnhojTest?
  let aim: History.ChosenDirection?
  let target: History.Target?
  /// What was decided and cannot be used in these months, in sentences.
  let remarks: [String]
  let history: History

  /// Charts a series with the direction, the target, the baseline and the rebases that were recorded.
  ///
  /// A baseline or a rebase that cannot be used in these months is passed over with a remark: what
  /// was decided once never keeps a chart from being drawn.
  ///
  /// - Throws: `ControlChartError`.
  init(
    _ subject: TrendSubject, _ source: some IndependentSeries, of history: History
  ) throws {
    self.subject = subject
    self.history = history
    let decided = try DecidedChart(subject, source, of: history)
    chart = decided.chart
    remarks = decided.remarks
    anhoj = chart.segments.last.flatMap { AnhojTest(source, in: $0.range) }
    aim = history.direction(of: subject.id)
    target = history.targets(of: subject.id).last
  }

  /// The number aimed at, on the scale of the chart: a share of 1 for a percentage.
  var targetValue: Double? {
    target.map { $0.number.value.value / (subject.isShare ? 100 : 1) }
  }

  var document: Document {
    var section = Section(heading: "")
    let sentences = FlowTrendSentences(self)
    section.say(sentences.latest, sentences.limits, sentences.signal)
    // The chart comes early, so that it stands on the first page of a small terminal.
    section.blocks.append(.chart(drawing(describedAs: sentences.signal)))
    section.say(sentences.aim, sentences.target)
    section.say(sentences.begunAnew)
    section.blocks.append(.table(limitsTable))
    section.blocks.append(.table(pointsTable))
    section.say(sentences.earlier)
    section.say(sentences.secondOpinion)
    let cautions = chart.cautions.map(\.sentence) + remarks
    if !cautions.isEmpty { section.blocks.append(.list(cautions)) }
    section.provenance += chart.series.provenance.compactMap { $0 }
    let last = chart.series.month(at: chart.series.values.count - 1)
    return Document(
      answer: section, title: "\(subject.name), \(sentences.period)", asAt: last?.lastDay)
  }

  // MARK: Chart and tables

  private func drawing(describedAs signal: String) -> Chart {
    let points = chart.segments.enumerated().flatMap { number, segment in
      segment.range.compactMap { index -> LineChart.Point? in
        guard let month = chart.series.month(at: index) else { return nil }
        let limits = segment.limits.map { limits in
          let shown = chart.shownLimits(of: limits)
          return LineChart.Limits(
            centre: subject.drawn(limits.centre), lower: subject.drawn(shown.lower),
            upper: subject.drawn(shown.upper))
        }
        return LineChart.Point(
          id: "\(month)", label: "\(month.shortName) \(month.year)", position: index,
          value: subject.drawn(chart.series.values[index]), limits: limits,
          mark: chart.signals[index].leading.map { FlowTrendSentences.mark($0.rule, $0.direction) },
          segment: number)
      }
    }
    let references = target.flatMap { target in
      subject.drawn(targetValue).map {
        LineChart.Reference(label: "Target by \(target.month.inWords)", value: $0)
      }
    }
    return Chart(
      id: "trend", title: subject.name, subtitle: "By month, \(history.authority.name)",
      description: signal, unit: subject.unit, tableID: "points",
      kind: .line(
        LineChart(
          series: [.init(id: subject.id.rawValue, name: subject.name, points: points)],
          limitKind: .controlLimits, references: references.map { [$0] } ?? [])))
  }

  private var limitsTable: Table {
    let explanation = Explanation(
      chart.working,
      changes: ["A correction of a month, a fixed baseline, or a rebase with its reason."])
    let cell = { (value: Double?) -> Cell in
      Cell.real(value, decimals: 6, display: value.map(subject.limit)).explained(explanation)
    }
    let isFixed = chart.segments.contains { $0.basis != $0.range }
    let rows = chart.segments.enumerated().map { number, segment in
      let shown = segment.limits.map { chart.shownLimits(of: $0) }
      // People see the limit where a count can be, the rules and machines the one computed.
      return Row([
        cell(segment.limits?.centre),
        Cell.real(
          segment.limits?.lower, decimals: 6, display: shown.map { subject.limit($0.lower) }
        ).explained(explanation),
        Cell.real(
          segment.limits?.upper, decimals: 6, display: shown.map { subject.limit($0.upper) }
        ).explained(explanation),
        cell(segment.limits?.meanMovingRange),
        segment.limits == nil ? .missing : .flag(segment.isTrial),
        Cell.integer(number + 1).explained(explanation),
        .text(Self.period(of: segment.range, in: chart.series)),
        Cell.integer(segment.points).explained(explanation),
        .text(Self.period(of: segment.basis, in: chart.series)),
      ])
    }
    return Table(
      id: "limits", caption: "Limits of ordinary variation",
      columns: [
        Column(id: "centre", title: "Mean", kind: .number),
        Column(id: "lower", title: "Lower limit", kind: .number),
        Column(id: "upper", title: "Upper limit", kind: .number),
        Column(id: "mean_moving_range", title: "Mean change", kind: .number),
        Column(id: "trial", title: "Trial", kind: .label),
        Column(id: "segment", title: "Part", kind: .number),
        Column(id: "period", title: "Months", kind: .label),
        Column(id: "points", title: "Points", kind: .number),
        Column(id: "basis", title: "Limits rest on", kind: isFixed ? .label : .key),
      ], rows: rows)
  }

  private var pointsTable: Table {
    let rows = chart.series.values.indices.map { index in
      let leading = chart.signals[index].leading
      let provenance =
        chart.series.provenance.indices.contains(index)
        ? chart.series.provenance[index] : nil
      let date = chart.series.month(at: index)
      return Row([
        .text(date.map { "\($0)" } ?? "\(index + 1)"),
        value(chart.series.values[index]).explained(
          provenance.map {
            Explanation(
              recorded: chart.series.values[index].map(subject.words) ?? "", $0, as: subject.name,
              of: date?.inWords ?? "")
          } ?? derivation(of: chart.series.values[index], in: date)),
        leading.map { .text($0.rule.rawValue) } ?? .missing,
        leading.map { .text($0.direction.rawValue) } ?? .missing,
      ])
    }
    var table = Table(
      id: "points", caption: "\(subject.name), month by month",
      columns: [
        Column(id: "date", title: "Month", kind: .rowHeader),
        Column(id: "value", title: subject.name, kind: .number),
        Column(id: "rule", title: "Signal", kind: .label),
        Column(id: "direction", title: "Direction", kind: .label),
      ], rows: rows)
    table.isForMachines = true
    return table
  }

  /// How a value was worked out that is not itself recorded.
  private func derivation(of value: Double?, in month: Month?) -> Explanation? {
    guard let value, let month, let formula = subject.formula else { return nil }
    return Explanation(
      "\(Prose.lowercasedFirst(subject.name)), \(month.inWords)", formula: formula,
      inputs: subject.inputs(month), results: [.init("value", subject.words(value))])
  }

  private func value(_ value: Double?) -> Cell {
    guard let value else { return .missing }
    return .real(
      value, decimals: value == value.rounded() ? 0 : 6, display: subject.words(value))
  }

  static func period(of range: Range<Int>, in series: Series) -> String {
    guard let first = series.month(at: range.lowerBound), !range.isEmpty,
      let last = series.month(at: range.upperBound - 1)
    else { return "" }
    return "\(first.shortName) \(first.year) to \(last.shortName) \(last.year)"
  }
}
