import LookedAfter

extension Caseload {
  /// What figures that are worked out from the returns name as their source.
  public static let source = Source(
    id: "ssda903", shortTitle: "903 returns",
    title: "Children looked after returns (SSDA903), worked out from the episodes", date: nil)

  /// The monthly history as figures to record: at each month end the total and every cohort, and in
  /// each month those who became looked after and those who left, by route.
  ///
  /// A cohort that only plans tell of is not known without a plan file, and one without a rule never:
  /// a figure of it is then taken back rather than left standing beside counts of another time.
  ///
  /// - Parameters:
  ///   - day: months that end after it are left out; nil for none.
  ///   - recordedAt: when the figures are recorded, as `yyyy-mm-ddThh:mm:ssZ`.
  public func observations(through day: CivilDate?, recordedAt: String) -> [Observation] {
    let months = self.months.filter { month in day.map { month.upperBound <= $0 } ?? true }
    let known = scheme.cohorts.map { isKnown($0) }
    var provenances: [Int: Provenance] = [:]
    var found: [Observation] = []
    for (counts, flow) in zip(self.counts(on: months.map(\.upperBound)), self.flows(in: months)) {
      let year = Day(counts.date).returnYear
      let provenance =
        provenances[year]
        ?? Provenance(
          source: Self.source, section: "return of \(Self.years(endingIn: year))",
          recordedAt: recordedAt)
      provenances[year] = provenance
      func add(_ measure: MeasureID, _ number: Int?, asAt: CivilDate? = nil) {
        found.append(
          Observation(
            measure: measure, period: .month(counts.date.month), basis: .return903, asAt: asAt,
            value: number.map { Quantity(mantissa: $0) }, provenance: provenance))
      }
      add(CohortID.total.count, counts.total, asAt: counts.date)
      for (place, cohort) in scheme.cohorts.enumerated() {
        add(cohort.id.count, known[place] ? counts.cohorts[place] : nil, asAt: counts.date)
      }
      add("started", flow.startedTotal)
      for route in EntryRoute.allCases { add(route.measure, flow.started[route] ?? 0) }
      add("ceased", flow.ceasedTotal)
      for measure in ExitRoute.measures { add(measure, flow.ceasedMeasures[measure] ?? 0) }
    }
    return found
  }

  /// Whether the returns, with the plans that there are, say who is in a cohort.
  private func isKnown(_ cohort: Cohort) -> Bool {
    guard let rule = cohort.rule else { return false }
    let asksForPlansOnly =
      !rule.plans.isEmpty && rule.legalStatuses.isEmpty && rule.placements.isEmpty
    return plans != nil || !asksForPlansOnly
  }

  /// A return as people name it: `2024-25`.
  public static func years(endingIn year: Int) -> String {
    let end = year % 100
    return "\(year - 1)-\(end < 10 ? "0" : "")\(end)"
  }

  /// The last day that an episode begins or ends on, of those that the returns cover; nil without
  /// any. Where it lies well before the end, the last return was drawn within its year.
  public var lastEvent: CivilDate? {
    guard let lastDay = coverage.map({ Day($0.upperBound) }) else { return nil }
    var last = Day.unknown
    for child in range {
      for place in returns.children.base[child].episodes {
        let episode = returns.episodes.base[place]
        for day in [episode.start, episode.end] where day <= lastDay { last = max(last, day) }
      }
    }
    return last.date
  }
}

extension ExitRoute {
  /// The measures under which a history records children who left, each once.
  static let measures: [MeasureID] = [
    "ceased.turned_18", "ceased.turned_18_with_carer", "ceased.sgo", "ceased.discharged",
    "ceased.child_arrangements", "ceased.adoption", "ceased.independent_living",
    "ceased.returned_home", "ceased.other",
  ]
}
