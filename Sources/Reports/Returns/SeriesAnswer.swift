import Documents
import Indicators
import LookedAfter
import SSDA903

/// A figure over time, month by month or year by year.
///
/// The table `series` has the columns `date` and `value`: `date` is the last day of the month or
/// year, as `yyyy-mm-dd`, both for numbers on that day and for what happened up to it.
public enum SeriesAnswer {
  /// How far the lines lie apart.
  public enum Step: String, Sendable {
    /// A line for each month.
    case monthly
    /// A line for each year to 31 March, as the return counts.
    case yearly
  }

  /// What can be counted from the returns.
  public enum Subject: Hashable, Sendable {
    /// All looked after children.
    case total
    /// The same with those in short breaks.
    case totalWithRespite
    /// The children of a cohort, or `unallocated`.
    case cohort(CohortID)
    /// Periods of care that began.
    case started
    /// Periods of care that ended.
    case ceased
    /// Children who became looked after, each once.
    case childrenStarting
    /// Children who left care, each once.
    case childrenCeasing
    /// Periods of care that began, or ended, under one measure of the history: `ceased.sgo`.
    case flow(MeasureID)

    /// Whether it happens in a stretch of time rather than standing on a day.
    var isFlow: Bool {
      switch self {
      case .total, .totalWithRespite, .cohort: false
      case .started, .ceased, .childrenStarting, .childrenCeasing, .flow: true
      }
    }
  }

  /// A figure of the returns.
  ///
  /// - Parameters:
  ///   - first: the first month; nil for the first that the returns cover.
  ///   - last: the last month; nil for the last that they cover.
  /// - Throws: `ReportError` when the returns cover no such time.
  public static func document(
    _ subject: Subject, _ step: Step, from first: Month? = nil, to last: Month? = nil,
    of caseload: Caseload
  ) throws(ReportError) -> Document {
    if let first, let last, first > last { throw .monthsOutOfOrder(first, last) }
    let stretches = (step == .monthly ? caseload.months : caseload.financialYears).filter {
      (first ?? $0.lowerBound.month) <= $0.lowerBound.month
        && $0.upperBound.month <= (last ?? $0.upperBound.month)
    }
    // A number on 31 March needs no whole year before it.
    let ends = caseload.months.map(\.upperBound).filter { day in
      (step == .monthly || day.month.month == 3) && (first ?? day.month) <= day.month
        && day.month <= (last ?? day.month)
    }
    let points =
      subject.isFlow
      ? zip(stretches, flows(subject, in: stretches, of: caseload)).map { ($0.upperBound, $1) }
      : Array(zip(ends, stocks(subject, on: ends, of: caseload)))
    guard !points.isEmpty else {
      throw .outsideReturns(first ?? last, covered: caseload.coverage)
    }
    var section = Section(heading: "")
    let name = name(of: subject, caseload)
    if caseload.returns.isStored, caseload.returns.removedCount > 0 {
      section.blocks.append(.note(.removed(caseload.returns.removedCount)))
    }
    section.blocks.append(
      .table(
        table(
          points.map { ($0.0, .integer($0.1)) }, name: name, step, isFlow: subject.isFlow)))
    return Document(
      title: name, asAt: points.last?.0.description,
      blocks: section.blocks + [.sources([Caseload.source.citation])])
  }

  private static func stocks(
    _ subject: Subject, on dates: [CivilDate], of caseload: Caseload
  ) -> [Int] {
    switch subject {
    case .total: caseload.totals(on: dates)
    case .totalWithRespite: caseload.counts(on: dates).map(\.totalWithRespite)
    case .cohort(let id): caseload.counts(on: dates).map { $0[id] ?? 0 }
    default: []
    }
  }

  private static func flows(
    _ subject: Subject, in stretches: [ClosedRange<CivilDate>], of caseload: Caseload
  ) -> [Int] {
    caseload.flows(in: stretches).map { flow in
      switch subject {
      case .started: flow.startedTotal
      case .ceased: flow.ceasedTotal
      case .childrenStarting: flow.childrenStarting
      case .childrenCeasing: flow.childrenCeasing
      case .flow(let measure):
        flow.ceasedMeasures[measure]
          ?? EntryRoute.allCases.first { $0.measure == measure }.flatMap { flow.started[$0] } ?? 0
      default: 0
      }
    }
  }

  // MARK: What is recorded

  /// A figure of the recorded history: only the months that have one.
  ///
  /// A year of joiners or leavers is given where all its twelve months are recorded.
  ///
  /// - Throws: `ReportError.noSeries` when nothing is recorded.
  public static func document(
    _ measure: Measure, _ step: Step, from first: Month? = nil, to last: Month? = nil,
    of history: History
  ) throws(ReportError) -> Document {
    if let first, let last, first > last { throw .monthsOutOfOrder(first, last) }
    let figures = MonthlyFigures(of: measure.id, in: history)
    let isFlow = measure.kind == .flow
    var section = Section(heading: "")
    var points: [(CivilDate, Cell)] = []
    for month in figures.months where (first ?? month) <= month && month <= (last ?? month) {
      guard let figure = figures[month] else { continue }
      section.cite(figure.provenance)
      if step == .monthly {
        points.append((month.lastDay, .recorded(figure, measure.name, month.inWords)))
      } else if month.month == 3 {
        if !isFlow {
          points.append((month.lastDay, .recorded(figure, measure.name, month.inWords)))
        } else if let sum = sum(of: figures, upTo: month) {
          points.append((month.lastDay, .integer(sum)))
        }
      }
    }
    return try document(measure.name, points, step, isFlow: isFlow, section)
  }

  /// The children in no cohort, as the recorded snapshots leave them: a net figure.
  ///
  /// - Throws: `ReportError.noSeries` when nothing is recorded.
  public static func remainder(
    _ step: Step, from first: Month? = nil, to last: Month? = nil, of history: History
  ) throws(ReportError) -> Document {
    var section = Section(heading: "")
    var points: [(CivilDate, Cell)] = []
    for month in history.months where (first ?? month) <= month && month <= (last ?? month) {
      guard step == .monthly || month.month == 3, let snapshot = history.snapshot(for: month),
        let remainder = snapshot.netRemainder
      else { continue }
      section.cite(snapshot.total?.provenance)
      points.append((month.lastDay, .integer(remainder)))
    }
    return try document("Not in a cohort (net)", points, step, isFlow: false, section)
  }

  private static func document(
    _ name: String, _ points: [(CivilDate, Cell)], _ step: Step, isFlow: Bool, _ section: Section
  ) throws(ReportError) -> Document {
    guard !points.isEmpty else { throw .noSeries(Prose.lowercasedFirst(name)) }
    var section = section
    section.blocks.append(.table(table(points, name: name, step, isFlow: isFlow)))
    return Document(answer: section, title: name, asAt: points.last?.0)
  }

  private static func sum(of figures: MonthlyFigures, upTo month: Month) -> Int? {
    let numbers = (0..<12).compactMap { figures[month.advanced(by: -$0)]?.value.whole }
    return numbers.count == 12 ? numbers.reduce(0, +) : nil
  }

  // MARK: Words

  private static func table(
    _ points: [(CivilDate, Cell)], name: String, _ step: Step, isFlow: Bool
  ) -> Table {
    let when =
      switch (step, isFlow) {
      case (.monthly, false): "on the last day of each month"
      case (.monthly, true): "in each month"
      case (.yearly, false): "on 31 March of each year"
      case (.yearly, true): "in each year to 31 March"
      }
    return Table(
      id: "series", caption: "\(name), \(when)",
      columns: [
        Column(id: "date", title: isFlow ? "Up to" : "Date", kind: .rowHeader),
        Column(id: "value", title: name, kind: .number),
      ],
      rows: points.map { day, cell in
        Row([
          Cell(
            .text("\(day)"),
            display: step == .monthly && isFlow ? day.month.inWords : day.inWords), cell,
        ])
      })
  }

  private static func name(of subject: Subject, _ caseload: Caseload) -> String {
    switch subject {
    case .total: "All looked after children"
    case .totalWithRespite: "Looked after children with those in short breaks"
    case .cohort(let id): caseload.scheme.name(of: id)
    case .started: "Periods of care that began"
    case .ceased: "Periods of care that ended"
    case .childrenStarting: "Children who became looked after"
    case .childrenCeasing: "Children who left care"
    case .flow(let measure):
      EntryRoute.allCases.first { $0.measure == measure }.map { "Became looked after: \($0.name)" }
        ?? "Left care (\(measure))"
    }
  }
}

extension CohortScheme {
  /// The name of a cohort, of all children or of those in none.
  func name(of id: CohortID) -> String {
    id == .unallocated ? "In no cohort (unallocated)" : self[id]?.name ?? id.rawValue
  }

  /// The same for a narrow place.
  func shortName(of id: CohortID) -> String {
    id == .unallocated ? "Unallocated" : self[id]?.shortName ?? id.rawValue
  }
}

extension Note {
  /// Says that the rows of some children are gone, so that what is worked out from rows leaves them
  /// out.
  static func removed(_ count: Int) -> Note {
    Note(
      code: "rows-removed", severity: .warning,
      text: "The rows of \(Prose.children(count)) were removed from this history, so this leaves"
        + " them out; the recorded counts of each month still have them.")
  }
}
