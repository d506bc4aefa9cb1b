/// The figures of the monthly update that cases make, and where a recorded count says otherwise.
///
/// From which month cases make them is for `CaseShortfall` to say.
struct CaseFigures {
  /// What stands for each measure that cases make: the figures of the cases, and the recorded ones
  /// of months before there were cases.
  var standing: [MeasureID: [Observation]] = [:]
  /// Each recorded count of a month with cases beside theirs.
  var comparisons: [CaseComparison] = []
  /// The months in which cases are fewer than the counts, which stand there.
  var shortfalls: [CaseShortfall] = []

  private let book: CaseBook
  let recorded: [MeasureID: [Observation]]
  private let catalogue: MeasureCatalogue
  private let cohortCounts: Set<MeasureID>
  private let horizon: Month
  private let provenance: Provenance
  var made: [MeasureID: [Place: Observation]] = [:]
  private var startOfService: Month?
  var covered: [MeasureID: ClosedRange<Month>] = [:]
  private var units: [CaseUnit] = []

  /// What tells two figures of a measure apart.
  struct Place: Hashable {
    let period: Period
    let detail: String
  }

  /// Works out the figures.
  ///
  /// - Parameters:
  ///   - book: the cases.
  ///   - recorded: the recorded figures, each measure in time order.
  ///   - catalogue: what can be recorded.
  ///   - cohorts: the cohorts of the scheme.
  ///   - lastMonth: the last month that anything else is known of.
  init(
    of book: CaseBook, recorded: [MeasureID: [Observation]], catalogue: MeasureCatalogue,
    cohorts: [Cohort], lastMonth: Month?, authority: String
  ) {
    self.book = book
    self.recorded = recorded
    self.catalogue = catalogue
    cohortCounts = Set(cohorts.map(\.id.count))
    let ends = [book.lastMonth, lastMonth].compactMap { $0 }
    horizon = ends.max() ?? Month.first
    let source = Source(
      id: "cases", shortTitle: "the cases", title: "\(authority), case by case record", date: nil)
    provenance = Provenance(source: source, recordedAt: book.recordedAt)
    startOfService = book.routes.all.filter(\.countsToDate)
      .compactMap { book.ledgers[$0.id].flatMap(months)?.lowerBound }.min()
    units = unitsOfRoutes
    for index in units.indices {
      for id in units[index].routes {
        guard let ledger = book.ledgers[id] else { continue }
        addStages(of: ledger, in: index)
        if ledger.route.kind == .application { addFlows(of: ledger, in: index) }
        if let families = ledger.route.families { addFamilies(families, of: ledger, in: index) }
      }
      if units[index].isOfApplications(book.routes) { addPlans(in: index) }
    }
    for unit in units { settle(unit) }
    for cohort in cohorts { addAssessing(cohort.id) }
    settle()
  }

  /// The routes that have cases; those with an application are one unit.
  private var unitsOfRoutes: [CaseUnit] {
    let applications = book.routes.all.filter { $0.kind == .application }.map(\.id)
    let groups = [applications] + book.routes.all.filter { $0.kind != .application }.map { [$0.id] }
    return groups.compactMap { ids in
      let routes = ids.filter { book.ledgers[$0] != nil }
      guard let ledger = routes.first.flatMap({ book.ledgers[$0] }), let months = months(of: ledger)
      else { return nil }
      return CaseUnit(
        routes: routes, months: months,
        stated: routes.compactMap(since).min())
    }
  }

  /// The month from which the cases of a route are said to be complete.
  private func since(_ route: CaseRouteID) -> Month? {
    let said = recorded["setting.cases_since"] ?? []
    let own = said.last { $0.detail == route.rawValue } ?? said.last { $0.detail.isEmpty }
    return own?.text.flatMap(Month.init(iso:))
  }

  /// Takes out what the cases of some routes make of months for which the counts stand.
  private mutating func settle(_ unit: CaseUnit) {
    let (months, missing) = takeover(of: unit)
    shortfalls += missing
    for measure in unit.measures {
      guard let months else {
        made[measure] = nil
        continue
      }
      covered[measure] = months
      made[measure] = made[measure]?.filter {
        $0.key.period.lastMonth.map(months.contains) ?? false
      }
    }
  }

  /// The months for which a route's cases make the figures.
  private func months(of ledger: StageLedger) -> ClosedRange<Month>? {
    let beside =
      ledger.route.kind == .application
      ? book.routes.all.filter { $0.kind == .application }.compactMap { book.ledgers[$0.id] }
      : [ledger]
    guard let first = beside.compactMap(\.firstMonth).min() else { return nil }
    let start = beside.compactMap { since($0.route.id) }.min().map { max($0, first) } ?? first
    return start <= horizon ? start...horizon : nil
  }

  // MARK: Making figures

  private mutating func addStages(of ledger: StageLedger, in unit: Int) {
    let months = units[unit].months
    for stage in ledger.route.stages {
      if case .listed(let branch) = stage.reasons, stage.role != .planned {
        for month in months.all {
          let numbers = ledger.arrivalsByReason(at: stage.id, in: month)
          for line in catalogue.measures(below: branch) {
            let reason = CaseRules.tail(line.id, below: branch)
            add(numbers[reason] ?? 0, to: line.id, in: .month(month), of: unit, isStock: false)
          }
        }
      }
      guard let measure = stage.measure, let counted = stage.counted else { continue }
      for month in months.all {
        let number =
          switch counted {
          case .atEnd, .toDate:
            ledger.stock(at: stage.id, in: month) - tooOld(at: stage, of: ledger.route, in: month)
          case .inMonth: ledger.arrivals(at: stage.id, in: month)
          case .fromOpen: ledger.endings(at: stage.id, in: month)
          case .planned, .byCohort: 0
          }
        guard counted != .planned, counted != .byCohort else { continue }
        let period = counted == .toDate ? toDate(month, of: measure) : .month(month)
        let isStock = counted == .atEnd || counted == .toDate
        add(number, to: measure, in: period, of: unit, isStock: isStock)
        if let branch = branch(of: measure) {
          // The total above the lines is not counted beside them.
          add(number, to: branch, in: period, of: unit, isStock: false)
        }
      }
    }
  }

  /// Children who are counted only below an age, in months: those without a long-term match.
  private static let ageLimits: [MeasureID: Int] = ["matching.awaiting": 17 * 12 + 6]

  /// The children at a stage who have reached the age below which it is counted.
  private func tooOld(at stage: CaseStage, of route: CaseRoute, in month: Month) -> Int {
    guard let limit = stage.measure.flatMap({ Self.ageLimits[$0] }) else { return 0 }
    return book.cases.count { each in
      guard each.route == route.id, let born = each.facts.born,
        born.advanced(by: limit) <= month
      else { return false }
      return each.stage(at: month.lastDay) == stage.id
    }
  }

  private mutating func addFlows(of ledger: StageLedger, in unit: Int) {
    for month in units[unit].months.all {
      let flows = [("sent", ledger.sent(in: month)), ("returned", ledger.returned(in: month))]
      for (flow, number) in flows {
        let measure = MeasureID(rawValue: "pipeline.\(ledger.route.id).\(flow)")
        add(number, to: measure, in: .month(month), of: unit, isStock: false)
      }
    }
  }

  private mutating func addFamilies(
    _ measure: MeasureID, of ledger: StageLedger, in unit: Int
  ) {
    for month in units[unit].months.all {
      guard let number = ledger.families(upTo: month) else { return }
      add(number, to: measure, in: toDate(month, of: measure), of: unit, isStock: false)
    }
  }

  /// The period of a count to date: since the start that was recorded, or else since the first case
  /// of the service, so that its figures stand under one period.
  private func toDate(_ month: Month, of measure: MeasureID) -> Period {
    let service = measure.rawValue.prefix { $0 != "." }
    var start = min(startOfService ?? month, month)
    for (other, observations) in recorded where other.rawValue.hasPrefix(service) {
      for observation in observations {
        if case .months(let first, month) = observation.period { start = min(start, first) }
      }
    }
    return Period(from: start, to: month)
  }

  /// Plans, and what became of them: the routes with an application together, as the paper has it.
  private mutating func addPlans(in unit: Int) {
    let routes = units[unit].routes.compactMap { book.routes[$0] }
    let months = units[unit].months
    for route in routes {
      guard let plan = book.plans[route.id],
        let measure = route.stages.first(where: { $0.counted == .planned })?.measure
      else { continue }
      for month in months.all {
        // What is overdue is not planned for a month to come.
        var planned = plan.planned(reportedIn: month).filter { $0.key > month }
        // A month of the next three for which nothing is planned is said to have none.
        for ahead in 1...3 { planned[month.advanced(by: ahead), default: 0] += 0 }
        for (target, number) in planned {
          add(
            number, to: measure, in: .month(month), detail: "\(target)", of: unit, isStock: true)
        }
      }
    }
    let reasons = catalogue.measures(below: "planned.slipped")
    for month in months.all {
      var sent = 0
      for route in routes {
        guard let outcome = book.plans[route.id]?.outcome(of: month) else { continue }
        sent += outcome.sent
        for (slip, number) in outcome.slips {
          let id: MeasureID = "planned.slipped.\(slip.reason)"
          let known = reasons.contains { $0.id == id } ? id : "planned.slipped.other"
          add(
            number, to: known, in: .month(month), detail: slip.month.map { "\($0)" } ?? "",
            of: unit, isStock: false)
        }
      }
      add(sent, to: "planned.sent", in: .month(month), of: unit, isStock: false)
    }
    units[unit].flows.formUnion(reasons.map(\.id))
    // What a paper did not split by route would be counted beside the routes.
    units[unit].stocks.formUnion([
      "planned.applications", "pipeline.filed", "pipeline.with_legal", "pipeline.open",
    ])
  }

  /// The children of a cohort for whom best interests are being assessed, beside a recorded number
  /// of the cohort: without that there is no cell to stand in.
  private mutating func addAssessing(_ cohort: CohortID) {
    let exits = book.routes.exits.compactMap { book.ledgers[$0.id] }
    let ranges = exits.compactMap(months)
    guard book.cases.contains(where: { $0.facts.cohort == cohort }),
      let first = ranges.map(\.lowerBound).min()
    else { return }
    for count in recorded[cohort.count] ?? [] {
      guard case .month(let month) = count.period, month >= first else { continue }
      let number = exits.reduce(0) { $0 + ($1.stockByCohort(in: month)[cohort] ?? 0) }
      // As long as they are fewer than the number recorded, and nobody says that they are complete.
      let said = recorded[cohort.assessing]?.first { $0.period == count.period }?.count?.value
      if said == nil, number == 0, shortfalls.contains(where: { $0.month == month }) { continue }
      let isComplete = exits.contains { since($0.route.id).map { $0 <= month } ?? false }
      if let said, number < said, !isComplete { continue }
      covered[cohort.assessing] = first...max(month, horizon)
      made[cohort.assessing, default: [:]][Place(period: count.period, detail: count.detail)] =
        Observation(
          measure: cohort.assessing, period: .month(month), basis: count.basis, asAt: count.asAt,
          detail: count.detail, value: Quantity(mantissa: number), provenance: provenance)
    }
  }

  private mutating func add(
    _ number: Int, to measure: MeasureID, in period: Period, detail: String = "",
    of unit: Int, isStock: Bool
  ) {
    if isStock {
      units[unit].stocks.insert(measure)
    } else {
      units[unit].flows.insert(measure)
    }
    let place = Place(period: period, detail: detail)
    // Several stages, or both routes, make one figure.
    let sum = number + (made[measure]?[place]?.value?.mantissa ?? 0)
    made[measure, default: [:]][place] = Observation(
      measure: measure, period: period, detail: detail, value: Quantity(mantissa: sum),
      provenance: provenance)
  }

  /// The total above a line, where the catalogue has one: it comes from the cases as well. The number
  /// of a cohort does not: a child of a service may be counted in another cohort.
  private func branch(of measure: MeasureID) -> MeasureID? {
    guard let dot = measure.rawValue.lastIndex(of: ".") else { return nil }
    let id = MeasureID(rawValue: String(measure.rawValue[..<dot]))
    let isCohort = cohortCounts.contains(id)
    return isCohort || catalogue[id] == nil ? nil : id
  }
}

extension CaseRoute {
  /// Whether its cases are counted since the start of a service.
  fileprivate var countsToDate: Bool { stages.contains { $0.counted == .toDate } }
}

extension Period {
  /// Some months, or the one month when they are the same.
  init(from first: Month, to last: Month) {
    self = first < last ? .months(first, last) : .month(last)
  }
}
