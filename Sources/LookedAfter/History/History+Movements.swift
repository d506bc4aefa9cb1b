extension History {
  /// Joiners and leavers of a period; nil when nothing is recorded of it.
  ///
  /// Those worked out from the statutory return step in where none at all were recorded: the two are
  /// never mixed in one period.
  public func flows(in period: Period) -> Flows? {
    flows(in: period, derived: false) ?? flows(in: period, derived: true)
  }

  private func flows(in period: Period, derived: Bool) -> Flows? {
    let flows = Flows(
      period: period, joined: breakdown(of: "started", in: period, derived: derived),
      left: breakdown(of: "ceased", in: period, derived: derived), isDerived: derived)
    return flows.joined.isEmpty && flows.left.isEmpty ? nil : flows
  }

  private func breakdown(of branch: MeasureID, in period: Period, derived: Bool) -> Breakdown {
    func found(_ measure: MeasureID) -> Observation? {
      observations(of: measure).blankDetailFirst { $0.period == period && $0.isDerived == derived }
    }
    return Breakdown(
      stated: found(branch)?.count,
      lines: catalogue.measures(below: branch).compactMap { measure in
        found(measure.id).flatMap { line(of: measure, $0) }
      })
  }

  /// The stages of the routes out of care in a month or on a day; nil when none is recorded.
  public func pipeline(in period: Period) -> Pipeline? {
    var counts: [Route: [Stage: Recorded<Int>]] = [:]
    for route in Route.allCases {
      for stage in Stage.allCases {
        let measure: MeasureID = "pipeline.\(route.rawValue).\(stage.rawValue)"
        counts[route, default: [:]][stage] = observation(of: measure, in: period)?.count
      }
    }
    var unsplit: [Stage: Recorded<Int>] = [:]
    for stage in Stage.allCases {
      unsplit[stage] = observation(of: "pipeline.\(stage.rawValue)", in: period)?.count
    }
    let stated = observation(of: "pipeline.open", in: period)?.count
    let isEmpty = stated == nil && unsplit.isEmpty && counts.values.allSatisfy(\.isEmpty)
    return isEmpty
      ? nil : Pipeline(period: period, counts: counts, unsplit: unsplit, statedOpen: stated)
  }

  /// The months and days that have a pipeline, in time order.
  public var pipelinePeriods: [Period] {
    var periods: Set<Period> = []
    for route in Route.allCases {
      for stage in Stage.allCases {
        let measure: MeasureID = "pipeline.\(route.rawValue).\(stage.rawValue)"
        periods.formUnion(observations(of: measure).map(\.period))
      }
    }
    let unsplit = Stage.allCases.map { "pipeline.\($0.rawValue)" as MeasureID }
    for measure in unsplit + ["pipeline.open"] {
      periods.formUnion(observations(of: measure).map(\.period))
    }
    return periods.sorted {
      ($0.lastDay?.dayNumber ?? 0, $0.description) < ($1.lastDay?.dayNumber ?? 0, $1.description)
    }
  }

  /// What the report of a month plans, and what became of the plan for the month itself; nil when
  /// it says neither.
  public func plannedApplications(reportedIn month: Month) -> PlannedApplications? {
    let plans = plannedMonths(reportedIn: month)
    let planned = plannedMonths(reportedIn: month.advanced(by: -1)).first { $0.month == month }
    var slips: [Slip] = []
    for reason in catalogue.measures(below: "planned.slipped") {
      for observation in observations(of: reason.id) where observation.period == .month(month) {
        guard let number = observation.count else { continue }
        slips.append(
          Slip(
            reason: reason, number: number, newMonth: Month(iso: observation.detail),
            remark: observation.text))
      }
    }
    let outcome = PlanOutcome(
      month: month, plan: planned, sent: count(of: "planned.sent", in: month),
      slips: slips)
    guard !plans.isEmpty || !outcome.isEmpty else { return nil }
    return PlannedApplications(reportMonth: month, plans: plans, outcome: outcome)
  }

  private func plannedMonths(reportedIn month: Month) -> [PlannedMonth] {
    var routes: [Month: [Route: Recorded<Int>]] = [:]
    var unsplit: [Month: Recorded<Int>] = [:]
    for route in Route.allCases {
      for (target, number) in plans(of: "planned.\(route.rawValue)", reportedIn: month) {
        routes[target, default: [:]][route] = number
      }
    }
    for (target, number) in plans(of: "planned.applications", reportedIn: month) {
      unsplit[target] = number
    }
    return Set(routes.keys).union(unsplit.keys).sorted().map {
      PlannedMonth(month: $0, routes: routes[$0] ?? [:], unsplit: unsplit[$0])
    }
  }

  private func plans(
    of measure: MeasureID, reportedIn month: Month
  ) -> [(target: Month, number: Recorded<Int>)] {
    observations(of: measure).compactMap { observation in
      guard observation.period == .month(month), let target = Month(iso: observation.detail),
        let number = observation.count
      else { return nil }
      return (target, number)
    }
  }

  /// A total and the lines below it in a period.
  func breakdown(of branch: MeasureID, in period: Period) -> Breakdown {
    Breakdown(
      stated: observation(of: branch, in: period)?.count, lines: lines(below: branch, in: period))
  }

  /// The lines below a measure in a period, in catalogue order.
  func lines(below branch: MeasureID, in period: Period) -> [CountLine] {
    catalogue.measures(below: branch).compactMap { line(of: $0, in: period) }
  }

  func line(of measure: Measure, in period: Period) -> CountLine? {
    observation(of: measure.id, in: period).flatMap { line(of: measure, $0) }
  }

  private func line(of measure: Measure, _ found: Observation) -> CountLine? {
    guard let number = found.count else { return nil }
    return CountLine(measure: measure, number: number, detail: found.detail, remark: found.text)
  }
}
