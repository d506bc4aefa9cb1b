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
  ///   - subject: which figure.
  ///   - step: how far apart the points are.
  ///   - first: the first month; nil for the first that the returns cover.
  ///   - last: the last month; nil for the last that they cover.
  ///   - caseload: the children of the returns.
  ///   - history: the recorded counts. Where rows were removed these show up to which month children
  ///     are missing, and until then no number is given.
  /// - Throws: `ReportError` when the returns cover no such time.
  public static func document(
    _ subject: Subject, _ step: Step, from first: Month? = nil, to last: Month? = nil,
    of caseload: Caseload, beside history: History
  ) throws(ReportError) -> Document {
    if let first, let last, first > last { throw .monthsOutOfOrder(first, last) }
    let stretches = (step == .monthly ? caseload.months : caseload.financialYears).filter {
      (first ?? $0.lowerBound.month) <= $0.lowerBound.month
        && $0.upperBound.month <= (last ?? $0.upperBound.month)
    }
    // A number on 31 March needs no whole year before it.
    let ends = ends(step, first, last, of: caseload)
    let points =
      subject.isFlow
      ? zip(stretches, flows(subject, in: stretches, of: caseload)).map { ($0.upperBound, $1) }
      : Array(zip(ends, stocks(subject, on: ends, of: caseload)))
    guard !points.isEmpty else {
      throw .outsideReturns(first ?? last, covered: caseload.coverage)
    }
    var section = Section(heading: "")
    let name = name(of: subject, caseload)
    let unknown = lastUnknown(caseload, history)
    section.addRemoved(of: caseload, unknownUpTo: unknown)
    section.blocks.append(
      .table(
        table(
          points.map { day, number in
            let months = subject.isFlow && step == .yearly ? -11 : 0
            let isKnown = unknown.map { $0 < day.month.advanced(by: months) } ?? true
            return (day, isKnown ? .integer(number) : .missing)
          }, name: name, step, isFlow: subject.isFlow)))
    return Document(
      title: name, asAt: points.last?.0.description,
      blocks: section.blocks + [.sources([Caseload.source.citation])])
  }

  /// The total and every cohort, a column each: the table `cohort-series`.
  ///
  /// - Throws: `ReportError` when the returns cover no such time.
  public static func cohorts(
    _ step: Step, from first: Month? = nil, to last: Month? = nil, of caseload: Caseload,
    beside history: History
  ) throws(ReportError) -> Document {
    if let first, let last, first > last { throw .monthsOutOfOrder(first, last) }
    let ends = ends(step, first, last, of: caseload)
    guard !ends.isEmpty else { throw .outsideReturns(first ?? last, covered: caseload.coverage) }
    let ids = [.total] + caseload.cohortIDs
    var section = Section(heading: "")
    let unknown = lastUnknown(caseload, history)
    section.addRemoved(of: caseload, unknownUpTo: unknown)
    section.blocks.append(
      .table(
        Table(
          id: "cohort-series",
          caption: "All looked after children and each cohort, \(when(step, false))",
          columns: [Column(id: "date", title: "Date", kind: .rowHeader)]
            + ids.map {
              Column(id: $0.rawValue, title: caseload.scheme.shortName(of: $0), kind: .number)
            },
          rows: caseload.counts(on: ends).map { counts in
            let isKnown = unknown.map { $0 < counts.date.month } ?? true
            return Row(
              [Cell(.text("\(counts.date)"), display: counts.date.inWords)]
                + ids.map { isKnown ? .integer(counts[$0]) : .missing })
          })))
    return Document(
      title: "All looked after children and each cohort", asAt: ends.last?.description,
      blocks: section.blocks + [.sources([Caseload.source.citation])])
  }

  /// The last month that lacks children whose rows were removed, as the recorded counts show: until
  /// then the rows that are left give too few. The last of all where no count shows it, as for a
  /// child in short breaks only; nil where no rows were removed.
  private static func lastUnknown(_ caseload: Caseload, _ history: History) -> Month? {
    guard caseload.returns.removedCount > 0 else { return nil }
    let months = caseload.months
    let flows = caseload.flows(in: months)
    let counted: [(MeasureID, [Int])] = [
      ("total", caseload.totals(on: months.map(\.upperBound))),
      ("started", flows.map(\.startedTotal)), ("ceased", flows.map(\.ceasedTotal)),
    ]
    let last = counted.compactMap { measure, numbers in
      let figures = MonthlyFigures(of: measure, in: history)
      return Array(zip(months, numbers)).last { days, number in
        figures[days.upperBound.month].map { $0.value.whole != number } ?? false
      }?.0.upperBound.month
    }.max()
    return last ?? months.last?.upperBound.month
  }

  private static func ends(
    _ step: Step, _ first: Month?, _ last: Month?, of caseload: Caseload
  ) -> [CivilDate] {
    caseload.months.map(\.upperBound).filter { day in
      (step == .monthly || day.month.month == 3) && (first ?? day.month) <= day.month
        && day.month <= (last ?? day.month)
    }
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

  // MARK: Words

  static func table(
    _ points: [(CivilDate, Cell)], name: String, _ step: Step, isFlow: Bool
  ) -> Table {
    Table(
      id: "series", caption: "\(name), \(when(step, isFlow))",
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

  private static func when(_ step: Step, _ isFlow: Bool) -> String {
    switch (step, isFlow) {
    case (.monthly, false): "on the last day of each month"
    case (.monthly, true): "in each month"
    case (.yearly, false): "on 31 March of each year"
    case (.yearly, true): "in each year to 31 March"
    }
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
  ///
  /// - Parameter unknown: the last month of which nothing is given for that; nil where figures are.
  static func removed(_ count: Int, unknownUpTo unknown: Month? = nil) -> Note {
    if let unknown {
      return Note(
        code: "rows-removed", severity: .warning,
        text: "The rows of \(Prose.children(count)) were removed from this history, so up to"
          + " \(unknown.inWords) this is not known; the recorded counts of each month still have"
          + " them.")
    }
    return Note(
      code: "rows-removed", severity: .warning,
      text: "The rows of \(Prose.children(count)) were removed from this history, so this leaves"
        + " them out; the recorded counts of each month still have them.")
  }
}
