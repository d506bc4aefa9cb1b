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
  ///   - caseload: the children of the returns. Where rows were removed and nothing was kept of what
  ///     was counted before, no number is given.
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
    let cells = points.map { day, number in
      let isKnown = isKnown(subject, step, day, of: caseload)
      return (day, isKnown ? Cell.integer(number) : .missing)
    }
    section.addRemoved(of: caseload, isKnown: !cells.contains { $0.1 == .missing })
    section.blocks.append(.table(table(cells, name: name, step, isFlow: subject.isFlow)))
    return Document(
      title: name, asAt: points.last?.0.description,
      blocks: section.blocks + [.sources([Caseload.source.citation])])
  }

  /// The total and every cohort, a column each: the table `cohort-series`.
  ///
  /// - Throws: `ReportError` when the returns cover no such time.
  public static func cohorts(
    _ step: Step, from first: Month? = nil, to last: Month? = nil, of caseload: Caseload
  ) throws(ReportError) -> Document {
    if let first, let last, first > last { throw .monthsOutOfOrder(first, last) }
    let ends = ends(step, first, last, of: caseload)
    guard !ends.isEmpty else { throw .outsideReturns(first ?? last, covered: caseload.coverage) }
    let ids = [.total] + caseload.cohortIDs
    var section = Section(heading: "")
    section.addRemoved(of: caseload, isKnown: ends.allSatisfy(caseload.knowsCohorts))
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
            let isKnown = caseload.knowsCohorts(on: counts.date)
            return Row(
              [Cell(.text("\(counts.date)"), display: counts.date.inWords)]
                + ids.map { isKnown ? .integer(counts[$0]) : .missing })
          })))
    return Document(
      title: "All looked after children and each cohort", asAt: ends.last?.description,
      blocks: section.blocks + [.sources([Caseload.source.citation])])
  }

  /// Whether a point can be told in full, though rows were removed.
  private static func isKnown(
    _ subject: Subject, _ step: Step, _ day: CivilDate, of caseload: Caseload
  ) -> Bool {
    if case .cohort = subject { return caseload.knowsCohorts(on: day) }
    if subject == .totalWithRespite { return caseload.knowsCohorts(on: day) }
    guard subject.isFlow else { return caseload.isKnown(on: day) }
    let first = step == .yearly ? day.month.advanced(by: -11) : day.month
    return CivilDate(first, day: 1).map { caseload.isKnown(in: $0...day) } ?? false
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
  /// Says that the rows of some children are gone.
  ///
  /// - Parameters:
  ///   - count: how many children.
  ///   - isKnown: whether the figures beside it are whole all the same, as they were counted before.
  static func removed(_ count: Int, isKnown: Bool) -> Note {
    let rows = "The rows of \(Prose.children(count)) were removed from this history"
    return Note(
      code: "rows-removed", severity: isKnown ? .information : .warning,
      text: isKnown
        ? "\(rows); the figures are those that were counted before."
        : "\(rows), so what they would be needed for is not given; the recorded counts of each month"
          + " still have them.")
  }

  /// Says that what is told child by child leaves them out.
  static func leftOut(_ count: Int) -> Note {
    Note(
      code: "rows-removed", severity: .warning,
      text: "The rows of \(Prose.children(count)) were removed from this history, so this leaves"
        + " them out; the recorded counts of each month still have them.")
  }

  /// Says that, and up to which month nothing is given for it.
  static func removed(_ count: Int, unknownUpTo unknown: Month) -> Note {
    Note(
      code: "rows-removed", severity: .warning,
      text: "The rows of \(Prose.children(count)) were removed from this history, so up to"
        + " \(unknown.inWords) this is not known; the recorded counts of each month still have them."
    )
  }
}
