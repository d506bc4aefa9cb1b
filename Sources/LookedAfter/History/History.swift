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

  private let snapshotsByMonth: [Month: [Snapshot]]
  private let observationsByMeasure: [MeasureID: [Observation]]

  /// Builds a history.
  ///
  /// - Parameter observations: one of each measure, period, basis and detail, in any order; of
  ///   several, the highest revision stands.
  public init(
    authority: Authority, scheme: CohortScheme, catalogue: MeasureCatalogue,
    observations: [Observation]
  ) {
    self.authority = authority
    self.scheme = scheme
    self.catalogue = catalogue
    var byMeasure: [MeasureID: [Observation]] = [:]
    for observation in observations {
      byMeasure[observation.measure, default: []].append(observation)
    }
    for measure in byMeasure.keys {
      byMeasure[measure]?.sort {
        ($0.sortKey, $0.provenance.revision) < ($1.sortKey, $1.provenance.revision)
      }
    }
    observationsByMeasure = byMeasure.mapValues(Self.latestRevisions)
    snapshotsByMonth = SnapshotAssembly.snapshots(
      scheme: scheme, observations: observationsByMeasure)
    months = snapshotsByMonth.keys.sorted()
  }

  private static func latestRevisions(_ sorted: [Observation]) -> [Observation] {
    var latest: [Observation] = []
    latest.reserveCapacity(sorted.count)
    for observation in sorted {
      if let last = latest.last, last.isAboutTheSame(as: observation) { latest.removeLast() }
      latest.append(observation)
    }
    return latest.filter { !$0.isWithdrawn }
  }

  // MARK: Months

  /// The newest month that has a snapshot.
  public var latestMonth: Month? { months.last }

  /// The newest month before `month` whose snapshot counts the cohorts; for a month without
  /// cohorts, the newest month before it that has any snapshot.
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

  // MARK: Anything recorded

  /// The observations of a measure, in time order.
  public func observations(of measure: MeasureID) -> [Observation] {
    observationsByMeasure[measure] ?? []
  }

  /// The observation of a measure in a period, of any basis; the blank detail first.
  public func observation(of measure: MeasureID, in period: Period) -> Observation? {
    let found = observations(of: measure).filter { $0.period == period }
    return found.first { $0.detail.isEmpty } ?? found.first
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
  public var isEmpty: Bool { observationsByMeasure.isEmpty }

  /// Every observation, in the order of the catalogue and then of time.
  public var allObservations: [Observation] {
    catalogue.measures.flatMap { observations(of: $0.id) }
  }
}

extension Observation {
  fileprivate var sortKey: SortKey {
    SortKey(
      day: period.lastDay?.dayNumber ?? 0, period: period.description,
      basis: basis.map(\.rawValue) ?? "", detail: detail)
  }

  fileprivate func isAboutTheSame(as other: Observation) -> Bool {
    measure == other.measure && period == other.period && basis == other.basis
      && detail == other.detail
  }
}

/// Time first, then whatever else tells two observations of a measure apart.
private struct SortKey: Comparable {
  let day: Int
  let period: String
  let basis: String
  let detail: String

  static func < (left: SortKey, right: SortKey) -> Bool {
    if left.day != right.day { return left.day < right.day }
    if left.period != right.period { return left.period < right.period }
    if left.basis != right.basis { return left.basis < right.basis }
    return left.detail < right.detail
  }
}
