/// The figures of the monthly update that cases make, and where a recorded count says otherwise.
struct CaseFigures {
  /// What stands for each measure that cases make: the figures of the cases, and the recorded ones
  /// of months before there were cases.
  var standing: [MeasureID: [Observation]] = [:]
  /// Each recorded count of a month with cases beside theirs.
  var comparisons: [CaseComparison] = []

  private let book: CaseBook
  let recorded: [MeasureID: [Observation]]
  private let catalogue: MeasureCatalogue
  private let since: Month?
  private let horizon: Month
  private let provenance: Provenance
  var made: [MeasureID: [Place: Observation]] = [:]
  private var startOfService: Month?
  var covered: [MeasureID: ClosedRange<Month>] = [:]

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
    since = recorded["setting.cases_since"]?.last?.text.flatMap(Month.init(iso:))
    let ends = [book.lastMonth, lastMonth].compactMap { $0 }
    horizon = ends.max() ?? Month.first
    let source = Source(
      id: "cases", shortTitle: "the cases", title: "\(authority), case by case record", date: nil)
    provenance = Provenance(source: source, recordedAt: book.recordedAt)
    startOfService = book.routes.all.filter(\.countsToDate)
      .compactMap { book.ledgers[$0.id].flatMap(months)?.lowerBound }.min()
    for route in book.routes.all {
      guard let ledger = book.ledgers[route.id], let months = months(of: ledger) else { continue }
      addStages(of: ledger, in: months)
      if route.kind == .application { addFlows(of: ledger, in: months) }
      if let families = route.families { addFamilies(families, of: ledger, in: months) }
    }
    addPlans()
    for cohort in cohorts { addAssessing(cohort.id) }
    settle()
  }

  /// The months for which a route's cases make the figures.
  private func months(of ledger: StageLedger) -> ClosedRange<Month>? {
    let beside =
      ledger.route.kind == .application
      ? book.routes.all.filter { $0.kind == .application }.compactMap { book.ledgers[$0.id] }
      : [ledger]
    guard let first = beside.compactMap(\.firstMonth).min() else { return nil }
    let start = since.map { max($0, first) } ?? first
    return start <= horizon ? start...horizon : nil
  }

  // MARK: Making figures

  private mutating func addStages(of ledger: StageLedger, in months: ClosedRange<Month>) {
    for stage in ledger.route.stages {
      if case .listed(let branch) = stage.reasons, stage.role != .planned {
        for month in months.all {
          let numbers = ledger.arrivalsByReason(at: stage.id, in: month)
          for line in catalogue.measures(below: branch) {
            let reason = CaseRules.tail(line.id, below: branch)
            add(numbers[reason] ?? 0, to: line.id, in: .month(month), covering: months)
          }
        }
      }
      guard let measure = stage.measure, let counted = stage.counted else { continue }
      for month in months.all {
        let number =
          switch counted {
          case .atEnd, .toDate: ledger.stock(at: stage.id, in: month)
          case .inMonth: ledger.arrivals(at: stage.id, in: month)
          case .fromOpen: ledger.endings(at: stage.id, in: month)
          case .planned, .byCohort: 0
          }
        guard counted != .planned, counted != .byCohort else { continue }
        let period = counted == .toDate ? toDate(month, of: measure) : .month(month)
        add(number, to: measure, in: period, covering: months)
        if let branch = branch(of: measure) {
          add(number, to: branch, in: period, covering: months)
        }
      }
    }
  }

  private mutating func addFlows(of ledger: StageLedger, in months: ClosedRange<Month>) {
    for month in months.all {
      let branch = "pipeline.\(ledger.route.id)"
      add(ledger.sent(in: month), to: "\(branch).sent", in: .month(month), covering: months)
      add(ledger.returned(in: month), to: "\(branch).returned", in: .month(month), covering: months)
    }
  }

  private mutating func addFamilies(
    _ measure: MeasureID, of ledger: StageLedger, in months: ClosedRange<Month>
  ) {
    for month in months.all {
      guard let number = ledger.families(upTo: month) else { return }
      add(number, to: measure, in: toDate(month, of: measure), covering: months)
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
  private mutating func addPlans() {
    let routes = book.routes.all.filter { $0.kind == .application && book.plans[$0.id] != nil }
    let ranges = routes.compactMap { book.ledgers[$0.id].flatMap(months) }
    guard let first = ranges.map(\.lowerBound).min() else { return }
    for route in routes {
      guard let plan = book.plans[route.id],
        let measure = route.stages.first(where: { $0.counted == .planned })?.measure
      else { continue }
      for month in (first...horizon).all {
        var planned = plan.planned(reportedIn: month)
        // A month of the next three for which nothing is planned is said to have none.
        for ahead in 1...3 { planned[month.advanced(by: ahead), default: 0] += 0 }
        for (target, number) in planned {
          add(
            number, to: measure, in: .month(month), detail: "\(target)", covering: first...horizon)
        }
      }
    }
    let reasons = catalogue.measures(below: "planned.slipped")
    for month in (first...horizon).all {
      var sent = 0
      for route in routes {
        guard let outcome = book.plans[route.id]?.outcome(of: month) else { continue }
        sent += outcome.sent
        for (slip, number) in outcome.slips {
          let id: MeasureID = "planned.slipped.\(slip.reason)"
          let known = reasons.contains { $0.id == id } ? id : "planned.slipped.other"
          add(
            number, to: known, in: .month(month), detail: slip.month.map { "\($0)" } ?? "",
            covering: first...horizon)
        }
      }
      add(sent, to: "planned.sent", in: .month(month), covering: first...horizon)
    }
    for reason in reasons where covered[reason.id] == nil { covered[reason.id] = first...horizon }
    // What a paper did not split by route would be counted beside the routes.
    for unsplit: MeasureID in [
      "planned.applications", "pipeline.filed", "pipeline.with_legal", "pipeline.open",
    ] {
      covered[unsplit] = first...horizon
    }
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
      covered[cohort.assessing] = first...max(month, horizon)
      made[cohort.assessing, default: [:]][Place(period: count.period, detail: count.detail)] =
        Observation(
          measure: cohort.assessing, period: .month(month), basis: count.basis, asAt: count.asAt,
          detail: count.detail, value: Quantity(mantissa: number), provenance: provenance)
    }
  }

  private mutating func add(
    _ number: Int, to measure: MeasureID, in period: Period, detail: String = "",
    covering months: ClosedRange<Month>
  ) {
    covered[measure] =
      covered[measure].map {
        min($0.lowerBound, months.lowerBound)...max($0.upperBound, months.upperBound)
      } ?? months
    let place = Place(period: period, detail: detail)
    // Several stages, or both routes, make one figure.
    let sum = number + (made[measure]?[place]?.value?.mantissa ?? 0)
    made[measure, default: [:]][place] = Observation(
      measure: measure, period: period, detail: detail, value: Quantity(mantissa: sum),
      provenance: provenance)
  }

  /// The total above a line, where the catalogue has one: it comes from the cases as well.
  private func branch(of measure: MeasureID) -> MeasureID? {
    guard let dot = measure.rawValue.lastIndex(of: ".") else { return nil }
    let id = MeasureID(rawValue: String(measure.rawValue[..<dot]))
    return catalogue[id] == nil ? nil : id
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

extension ClosedRange<Month> {
  /// Every month of the range.
  var all: [Month] {
    (0...lowerBound.distance(to: upperBound)).map { lowerBound.advanced(by: $0) }
  }
}
