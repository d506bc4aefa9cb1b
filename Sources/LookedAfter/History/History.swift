/// Everything recorded for an authority, by month: the value that all answers are made from.
///
/// Built once from observations, in one pass. It holds the current revision of each figure, or the
/// one that stood on an earlier day: which of the two is up to whoever hands in the observations.
public struct History: Sendable {
  /// The authority.
  public let authority: Authority

  /// Its cohorts.
  public let scheme: CohortScheme

  /// What can be recorded.
  public let catalogue: MeasureCatalogue

  /// The months that have a snapshot, in time order.
  public let months: [Month]

  /// The cases, where there are any.
  public let cases: CaseBook

  /// Each recorded count that the cases make as well, beside theirs, in time order.
  public let caseComparisons: [CaseComparison]

  /// The months in which the cases of a route are fewer than its counts, so that the counts stand.
  public let caseShortfalls: [CaseShortfall]

  private let snapshotsByMonth: [Month: [Snapshot]]
  private let recordedByMeasure: [MeasureID: [Observation]]
  private let observationsByMeasure: [MeasureID: [Observation]]

  /// Builds a history.
  ///
  /// - Parameters:
  ///   - authority: whose history it is.
  ///   - scheme: the cohorts.
  ///   - catalogue: what can be recorded.
  ///   - observations: one of each measure, period, basis and detail, in any order; of several, the
  ///     highest revision stands, and one that is withdrawn is left out.
  ///   - cases: what they make stands instead of recorded counts from the month on in which they are
  ///     complete, as `CaseShortfall` says.
  public init(
    authority: Authority, scheme: CohortScheme, catalogue: MeasureCatalogue,
    observations: [Observation], cases: CaseBook = .empty
  ) {
    var byMeasure: [MeasureID: [Observation]] = [:]
    for observation in observations {
      byMeasure[observation.measure, default: []].append(observation)
    }
    self.init(
      authority: authority, scheme: scheme, catalogue: catalogue,
      recorded: byMeasure.mapValues(Self.inTimeOrder), cases: cases)
  }

  /// The observations of a measure in time order, of each only the revision that stands.
  ///
  /// Sorted rather than looked up by key: they nearly always come in order, and places in time are
  /// quicker to compare than keys to hash.
  private static func inTimeOrder(_ observations: [Observation]) -> [Observation] {
    var places = observations.indices.map { (key: SortKey(observations[$0]), index: $0) }
    places.sort { left, right in
      if left.key != right.key { return left.key < right.key }
      let revisions = [left, right].map { observations[$0.index].provenance.revision }
      return revisions[0] < revisions[1]
    }
    var standing: [Observation] = []
    standing.reserveCapacity(observations.count)
    for (place, (key, index)) in places.enumerated() {
      let isNewest = place + 1 == places.count || places[place + 1].key != key
      if isNewest, !observations[index].isWithdrawn { standing.append(observations[index]) }
    }
    return standing
  }

  /// The history with some revisions more; only the measures that they are of are sorted anew.
  public func adding(_ revisions: [Observation]) -> History {
    var byMeasure = recordedByMeasure
    for (measure, added) in Dictionary(grouping: revisions, by: \.measure) {
      let standing = Self.inTimeOrder((byMeasure[measure] ?? []) + added)
      byMeasure[measure] = standing.isEmpty ? nil : standing
    }
    return History(
      authority: authority, scheme: scheme, catalogue: catalogue, recorded: byMeasure, cases: cases)
  }

  /// The history with other cases.
  public func with(_ cases: CaseBook) -> History {
    History(
      authority: authority, scheme: scheme, catalogue: catalogue, recorded: recordedByMeasure,
      cases: cases)
  }

  /// Builds a history from what stands of each measure, in time order.
  private init(
    authority: Authority, scheme: CohortScheme, catalogue: MeasureCatalogue,
    recorded: [MeasureID: [Observation]], cases: CaseBook
  ) {
    self.authority = authority
    self.scheme = scheme
    self.catalogue = catalogue
    self.cases = cases
    recordedByMeasure = recorded
    if cases.cases.isEmpty {
      caseComparisons = []
      caseShortfalls = []
      observationsByMeasure = recorded
    } else {
      let figures = CaseFigures(
        of: cases, recorded: recorded, catalogue: catalogue, cohorts: scheme.cohorts,
        lastMonth: recorded[CohortID.total.count]?.last?.period.lastMonth,
        authority: authority.name)
      caseComparisons = figures.comparisons
      caseShortfalls = figures.shortfalls
      observationsByMeasure = recorded.merging(figures.standing.mapValues(Self.inTimeOrder)) { $1 }
    }
    snapshotsByMonth = SnapshotAssembly.snapshots(
      scheme: scheme, observations: observationsByMeasure)
    months = snapshotsByMonth.keys.sorted()
  }

  // MARK: Months

  /// The newest month that has a snapshot.
  public var latestMonth: Month? { months.last }

  /// The newest month before `month` whose snapshot counts the cohorts; for a month without
  /// cohorts, or where no earlier month counts them, the newest before it that has any snapshot.
  public func monthBefore(_ month: Month) -> Month? {
    let hasCohorts = snapshot(for: month).map { !$0.counts.isEmpty } ?? false
    let earlier = months.prefix { $0 < month }
    return earlier.last { !hasCohorts || !(snapshot(for: $0)?.counts.isEmpty ?? true) }
      ?? earlier.last
  }

  /// The newest months up to and including `month` whose snapshots count the cohorts, oldest first.
  public func monthsWithCohorts(upTo month: Month, atMost count: Int) -> [Month] {
    months.filter { $0 <= month && !(snapshot(for: $0)?.counts.isEmpty ?? true) }.suffix(count)
  }

  /// The fixed month that the child status table compares with; nil when none is set.
  public var baseline: Month? {
    setting("baseline_month").flatMap(Month.init(iso:))
  }

  // MARK: Snapshots

  /// Every snapshot reported for a month, the one of the monthly update first.
  public func snapshots(for month: Month) -> [Snapshot] { snapshotsByMonth[month] ?? [] }

  /// The snapshot that the monthly update stands on: the one that counts the cohorts, weekly data
  /// before month end.
  public func snapshot(for month: Month) -> Snapshot? { snapshotsByMonth[month]?.first }

  /// The snapshot that a month's total is taken from: the one that the update stands on, or where
  /// that counts the cohorts only, another of the month with its own basis; nil without any total.
  public func snapshotWithTotal(for month: Month) -> Snapshot? {
    snapshotsByMonth[month]?.first { $0.total != nil }
  }

  // MARK: Anything recorded

  /// The observations of a measure, in time order.
  public func observations(of measure: MeasureID) -> [Observation] {
    observationsByMeasure[measure] ?? []
  }

  /// The observation of a measure in a period, of any basis; the blank detail first.
  public func observation(of measure: MeasureID, in period: Period) -> Observation? {
    observations(of: measure).blankDetailFirst { $0.period == period }
  }

  /// The number of a measure in a month.
  public func count(of measure: MeasureID, in month: Month) -> Recorded<Int>? {
    observation(of: measure, in: .month(month))?.count
  }

  /// The words of an authority's setting.
  public func setting(_ name: String) -> String? {
    observations(of: "setting.\(name)").last?.text
  }

  /// Whether nothing has been recorded yet.
  public var isEmpty: Bool { recordedByMeasure.isEmpty && cases.isEmpty }

  /// Every observation that was recorded, in the order of the catalogue and then of time: not those
  /// that cases make, and also those that cases stand instead of.
  public var allObservations: [Observation] {
    catalogue.measures.flatMap { recordedByMeasure[$0.id] ?? [] }
  }
}

/// Time first, then whatever else tells two observations of a measure apart.
private struct SortKey: Comparable {
  let day: Int
  let start: Int
  let basis: Int
  let detail: String

  init(_ observation: Observation) {
    let lastDay = observation.period.lastDay?.dayNumber ?? 0
    day = lastDay
    switch observation.period {
    case .month(let month): start = lastDay - month.numberOfDays + 1
    case .months(let first, _): start = first.lastDay.dayNumber - first.numberOfDays + 1
    case .day, .undated: start = lastDay
    }
    basis = observation.basis.flatMap(Basis.allCases.firstIndex).map { $0 + 1 } ?? 0
    detail = observation.detail
  }

  static func < (left: SortKey, right: SortKey) -> Bool {
    if left.day != right.day { return left.day < right.day }
    if left.start != right.start { return left.start < right.start }
    if left.basis != right.basis { return left.basis < right.basis }
    return left.detail < right.detail
  }
}
