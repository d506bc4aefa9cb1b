import Documents
import Indicators
import LookedAfter

/// The course of a number at a moment: the band in which it is expected to lie, and the balance of
/// those who came and left. Run rules do not apply: this month's children are mostly last month's.
struct StockTrend {
  let measure: Measure
  let stock: StockSeries
  let history: History
  /// Where the band starts, and the band; nil where too little is recorded.
  private(set) var band: (start: Int, band: ExpectedBand)?
  /// The balance of the last 3, 6 and 12 months, of those that are recorded.
  private(set) var balances: [FlowBalance] = []
  /// How the number itself changed in each window; nil where it is not known at both ends.
  private(set) var numberChanges: [Int?] = []
  /// What was decided and cannot be used in these months, in sentences.
  private(set) var remarks: [String] = []
  /// How many months of joiners and leavers are recorded together.
  private(set) var monthsOfFlows = 0
  /// The monthly change as a chart, for a number whose joiners and leavers are not recorded.
  private(set) var changes: FlowTrend?

  static let windows = [3, 6, 12]

  init(_ measure: Measure, _ series: Series, of history: History) throws {
    self.measure = measure
    self.history = history
    stock = try StockSeries(series)
    if measure.id == "total" { try addFlows() }
    if balances.isEmpty, measure.id != "total" {
      let changes = stock.netChange
      if changes.series.known >= 2 {
        self.changes = try FlowTrend(
          TrendSubject.change(of: measure, MonthlyFigures(of: measure.id, in: history)), changes,
          of: history)
      }
    }
  }

  private mutating func addFlows() throws {
    guard let first = stock.series.firstMonth,
      let last = stock.series.month(at: stock.series.values.count - 1)
    else { return }
    // From before the chart, so that a chart of the last months rests on the same baseline.
    let all = MonthlyFigures(of: measure.id, in: history)
    let start = all.months.first ?? first
    let (started, ceased) = (
      MonthlyFigures(of: "started", in: history), MonthlyFigures(of: "ceased", in: history)
    )
    guard !started.months.isEmpty, !ceased.months.isEmpty else { return }
    let whole = try StockSeries(all.series(from: start, to: last))
    let starts = try FlowSeries(started.series(from: start, to: last))
    let leavers = try FlowSeries(ceased.series(from: start, to: last))
    monthsOfFlows = zip(starts.series.values, leavers.series.values)
      .count { $0 != nil && $1 != nil }
    balances = Self.windows.compactMap {
      FlowBalance(started: starts, ceased: leavers, lastMonths: $0)
    }
    let values = whole.series.values
    numberChanges = balances.map { balance in
      guard let months = balance.months, values.count > months, let now = values.last,
        let now, let before = values[values.count - 1 - months]
      else { return nil }
      return Int(exactly: now - before)
    }
    let offset = start.distance(to: first)
    let fixed = history.baseline(of: measure.id)
    let count = whole.series.values.count
    // A year ago, or where a month is missing the nearest month that has twelve before it.
    let usual = max(12, count - 13, offset)
    let nearest = (max(12, offset, count - 37)..<max(12, offset, count - 37, count - 1))
      .sorted { (abs($0 - usual), $1) < (abs($1 - usual), $0) }
    var candidates = nearest.map { (start: $0, baseline: 12) }
    if let fixed, let end = whole.series.index(of: fixed.last) {
      candidates.insert((end, fixed.first.distance(to: fixed.last) + 1), at: 0)
    }
    for (start, baseline) in candidates {
      guard
        let band = ExpectedBand(
          stock: whole, started: starts, ceased: leavers, from: start, baseline: baseline,
          months: max(0, count - 1 - start))
      else { continue }
      self.band = (start - offset, band)
      break
    }
    if let fixed, band.map({ stock.series.month(at: $0.start) != fixed.last }) ?? true {
      remarks.append(
        "The months that the band was fixed on, \(fixed.first.inWords) to \(fixed.last.inWords),"
          + " cannot be used: the number, joiners and leavers must be recorded for each of them, with"
          + " the number before the first.")
    }
  }

  /// The band for a place in the series; nil before it begins.
  func expected(at index: Int) -> ExpectedBand.Point? {
    guard let band, index > band.start, band.band.points.indices.contains(index - band.start - 1)
    else { return nil }
    return band.band.points[index - band.start - 1]
  }

  var document: Document {
    var section = Section(heading: "")
    let sentences = StockTrendSentences(self)
    section.say(sentences.latest, sentences.balance, sentences.year)
    // The chart comes early, so that it stands on the first page of a small terminal.
    section.blocks.append(.chart(drawing(describedAs: "", sentences.band)))
    section.say(sentences.band, sentences.changes)
    section.say(sentences.aim)
    section.blocks.append(.table(bandTable))
    if !balances.isEmpty { section.blocks.append(.table(balanceTable)) }
    if let changes {
      section.blocks += changes.document.blocks.compactMap { block in
        guard case .table = block else { return nil }
        return block
      }
      section.say(FlowTrendSentences(changes).begunAnew)
    }
    let cautions = sentences.cautions
    if !cautions.isEmpty { section.blocks.append(.list(cautions)) }
    section.provenance += stock.series.provenance.compactMap { $0 }
    let last = stock.series.month(at: stock.series.values.count - 1)
    return Document(
      answer: section, title: "\(measure.name), \(sentences.period)", asAt: last?.lastDay)
  }

  // MARK: Chart and tables

  /// The number and its band.
  ///
  /// - Parameters:
  ///   - words: what is said of it where it cannot be seen.
  ///   - band: what is said of the band; where none is drawn it stands under the picture too.
  func drawing(describedAs words: String, _ band: String) -> Chart {
    let points = stock.series.values.indices.compactMap { index -> LineChart.Point? in
      guard let month = stock.series.month(at: index) else { return nil }
      let value = stock.series.values[index]
      let expected = expected(at: index)
      let limits = expected.map { point in
        LineChart.Limits(
          centre: ExactNumber(rounding: point.expected, decimals: 0),
          lower: ExactNumber(rounding: point.lower, decimals: 0),
          upper: ExactNumber(rounding: point.upper, decimals: 0))
      }
      let place = expected.flatMap { point in value.map { point.place(of: $0) } } ?? .within
      return LineChart.Point(
        id: "\(month)", label: "\(month.shortName) \(month.year)", position: index,
        value: value.flatMap {
          ExactNumber(rounding: $0, decimals: $0 == $0.rounded() ? 0 : 1)
        }, limits: limits, mark: place.isSignal ? StockTrendSentences.mark(place) : nil)
    }
    let targets = history.targets(of: measure.id).suffix(1).compactMap { target in
      ExactNumber(rounding: target.number.value.value, decimals: 0).map {
        LineChart.Reference(label: "Target by \(target.month.inWords)", value: $0)
      }
    }
    return Chart(
      id: "trend", title: measure.name, subtitle: "By month, \(history.authority.name)",
      description: [words, band].filter { !$0.isEmpty }.joined(separator: " "),
      unit: TrendSubject(measure).unit,
      remark: self.band == nil && !band.isEmpty ? band : nil, tableID: "band",
      kind: .line(
        LineChart(
          series: [.init(id: measure.id.rawValue, name: measure.name, points: points)],
          limitKind: .expectedBand, references: targets)))
  }

  private var bandTable: Table {
    let explanation = band.map { Explanation($0.band.working) }
    let rows = stock.series.values.indices.map { index in
      let month = stock.series.month(at: index)
      let point = expected(at: index)
      let provenance =
        stock.series.provenance.indices.contains(index)
        ? stock.series.provenance[index] : nil
      let value = stock.series.values[index]
      return Row([
        .text(month.map { "\($0)" } ?? "\(index + 1)"),
        Cell.real(value, decimals: value.map { $0 == $0.rounded() ? 0 : 6 } ?? 0).explained(
          provenance.map {
            Explanation(
              recorded: value.map { Prose.decimal($0, 0) } ?? "", $0, as: measure.name,
              of: month?.inWords ?? "")
          }),
        cell(point?.expected, explanation), cell(point?.lower, explanation),
        cell(point?.upper, explanation),
      ])
    }
    var table = Table(
      id: "band", caption: "\(measure.name), month by month, with the band in which it is expected",
      columns: [
        Column(id: "date", title: "Month", kind: .rowHeader),
        Column(id: "value", title: measure.name, kind: .number),
        Column(id: "expected", title: "Expected", kind: .number),
        Column(id: "lower", title: "From", kind: .number),
        Column(id: "upper", title: "To", kind: .number),
      ], rows: rows)
    table.isForMachines = true
    return table
  }

  private func cell(_ value: Double?, _ explanation: Explanation?) -> Cell {
    Cell.real(value, decimals: 6, display: value.map { Prose.decimal($0, 0) })
      .explained(explanation)
  }

  private var balanceTable: Table {
    let aim = history.direction(of: measure.id)?.aim ?? .neutral
    let rows = zip(balances, numberChanges).map { balance, change in
      let explanation = Explanation(balance.working)
      let evidence = StockTrendSentences.evidence(balance, change)
      return Row([
        Cell(
          .number(mantissa: balance.months ?? 0, decimals: 0),
          display: "last \(balance.months ?? 0)"
        ).explained(explanation),
        Cell.integer(balance.started).explained(explanation),
        Cell.integer(balance.ceased).explained(explanation),
        Cell.change(balance.net).explained(explanation),
        Cell.real(balance.spread.phi, decimals: 6, display: Prose.decimal(balance.spread.phi, 2))
          .explained(explanation),
        Cell.real(balance.z, decimals: 6, display: balance.z.map { Prose.decimal($0, 2) })
          .explained(explanation),
        Cell.probability(balance.p).explained(explanation),
        Cell(
          .text(evidence?.words ?? StockTrendSentences.unexplained),
          display: evidence.map {
            $0.words + (Prose.judgement(of: $0, aim).map { " (\($0))" } ?? "")
          }
        ).explained(explanation),
      ])
    }
    return Table(
      id: "flow-balance", caption: "Who came in and who left, and whether the number really moved",
      columns: [
        Column(id: "window", title: "Months", kind: .number),
        Column(id: "started", title: "Came in", kind: .number),
        Column(id: "ceased", title: "Left", kind: .number),
        Column(id: "net", title: "Net", kind: .number),
        Column(id: "phi", title: "Spread (φ)", kind: .number),
        Column(id: "z", title: "z", kind: .number),
        Column(id: "p", title: "Chance", kind: .number),
        Column(id: "words", title: "Direction of travel", kind: .label),
      ], rows: rows)
  }
}

extension TrendSubject {
  /// The monthly change of a number.
  static func change(of measure: Measure, _ figures: MonthlyFigures) -> TrendSubject {
    var subject = TrendSubject(
      Measure(
        id: measure.id, name: "Monthly change, \(Prose.lowercasedFirst(measure.name))", phrase: "",
        kind: .flow, unit: measure.unit))
    subject.formula = "number of the month - number of the month before"
    subject.inputs = { month in
      [month, month.advanced(by: -1)].compactMap { month in
        figures[month].map {
          .init(month.inWords, Prose.decimal($0.value), recorded: $0.provenance)
        }
      }
    }
    return subject
  }
}
