import Disclosure
import LookedAfter

/// What holds between the counts of a history, as anyone can see.
extension PublicRelease {
  mutating func addRelations() {
    let periods = Set(known.values.map(\.period)).sorted { "\($0)" < "\($1)" }
    for period in periods {
      addBreakdowns(in: period)
      addApplications(in: period)
      addPlans(in: period)
    }
    addCohorts()
    addMovements()
    addSpans()
    addShares()
  }

  private typealias Part = (id: FigureID, value: Int)

  private func part(_ measure: MeasureID, _ period: Period) -> Part? {
    figure(measure, period).map { ($0.figureID, value($0.figureID)) }
  }

  /// `ceased` and its reasons, `proceedings.open` and its plans: what stands above by name.
  private mutating func addBreakdowns(in period: Period) {
    for measure in history.catalogue.measures where measure.isCount {
      let lines = history.catalogue.measures(below: measure.id).filter {
        $0.isCount && $0.unit == measure.unit && !$0.id.rawValue.hasSuffix(".assessing")
          && $0.id != "ceased.orders_ended"
      }.compactMap { part($0.id, period) }
      guard !lines.isEmpty else { continue }
      if let total = part(measure.id, period) {
        relate(total.id, total.value, to: lines)
      } else {
        sum("sum|\(measure.id)|\(period)", of: lines, name: "\(measure.name), \(period.inWords)")
      }
    }
    let ended = ["ceased.sgo", "ceased.discharged"].compactMap {
      part(MeasureID(rawValue: $0), period)
    }
    if let orders = part("ceased.orders_ended", period) {
      relate(orders.id, orders.value, to: ended)
    }
    // The same children in two places.
    for (one, other) in [
      ("pipeline.sgo.granted", "ceased.sgo"), ("pipeline.discharge.granted", "ceased.discharged"),
    ] {
      if let left = part(MeasureID(rawValue: one), period),
        let right = part(MeasureID(rawValue: other), period), left.value == right.value
      {
        append(.same(left.id, right.id))
      }
    }
    if let all = part("residential.all", period) {
      if let some = part("residential.could_be_fostered", period) {
        relate(all.id, all.value, to: [some])
      }
      let cohorts = ["residential_disability", "residential_other"].compactMap {
        part(MeasureID(rawValue: $0), period)
      }
      if cohorts.count == 2 { relate(all.id, all.value, to: cohorts) }
    }
  }

  /// Applications by route and stage, with the sums that papers print.
  private mutating func addApplications(in period: Period) {
    var parts: [String: Part] = [:]
    for route in Route.allCases {
      for stage in ["filed", "with_legal"] {
        parts["\(route.rawValue).\(stage)"] = part("pipeline.\(route.rawValue).\(stage)", period)
      }
    }
    guard parts.count > 1 else { return }
    for stage in ["filed", "with_legal"] {
      let lines = Route.allCases.compactMap { parts["\($0.rawValue).\(stage)"] }
      if let stated = part("pipeline.\(stage)", period) {
        relate(stated.id, stated.value, to: lines)
      } else {
        sum(
          "sum|pipeline.\(stage)|\(period)", of: lines,
          name:
            "All applications \(stage == "filed" ? "filed with the court" : "with legal services"), "
            + period.inWords)
      }
    }
    for route in Route.allCases {
      let lines = ["filed", "with_legal"].compactMap { parts["\(route.rawValue).\($0)"] }
      sum(
        "sum|pipeline.\(route.rawValue)|\(period)", of: lines,
        name: "All \(route.name) applications, \(period.inWords)")
    }
    let all = parts.keys.sorted().compactMap { parts[$0] }
    if let stated = part("pipeline.open", period) {
      relate(stated.id, stated.value, to: all)
    } else {
      sum("sum|pipeline.open|\(period)", of: all, name: "All applications, \(period.inWords)")
    }
  }

  /// Applications planned, by route and month, and what became of those of the month before.
  private mutating func addPlans(in period: Period) {
    let plans = known.values.filter {
      $0.period == period && ["planned.sgo", "planned.discharge"].contains($0.measure.rawValue)
    }.sorted { $0.figureID < $1.figureID }
    let part = { (observation: Observation) -> Part in
      (observation.figureID, observation.count?.value ?? 0)
    }
    for (month, lines) in Dictionary(grouping: plans, by: \.detail).sorted(by: { $0.key < $1.key })
    {
      sum(
        "sum|planned|\(period)|\(month)", of: lines.map(part),
        name: "Planned for \(Month(iso: month)?.inWords ?? month), \(period.inWords)")
    }
    for (route, lines) in Dictionary(grouping: plans, by: \.measure.rawValue).sorted(by: {
      $0.key < $1.key
    }) {
      sum(
        "sum|\(route)|\(period)", of: lines.map(part),
        name:
          "\(history.catalogue[MeasureID(rawValue: route)]?.name ?? "Planned"), \(period.inWords)")
    }
    sum("sum|planned|\(period)", of: plans.map(part), name: "All planned, \(period.inWords)")

    guard case .month(let month) = period, let sent = self.part("planned.sent", period) else {
      return
    }
    let slipped = history.catalogue.measures(below: "planned.slipped").compactMap {
      self.part($0.id, period)
    }
    let earlier = known.values.filter {
      $0.period == .month(month.advanced(by: -1)) && $0.detail == "\(month)"
        && $0.measure.rawValue.hasPrefix("planned.")
    }.sorted { $0.figureID < $1.figureID }
    guard !earlier.isEmpty else { return }
    let all = earlier.map(part).reduce(0) { $0 + $1.value }
    if earlier.count == 1, let only = earlier.first {
      relate(only.figureID, all, to: [sent] + slipped)
    } else {
      let id = FigureID("sum|planned|\(month.advanced(by: -1))|\(month)")
      sum(id, of: earlier.map(part), name: "Planned for \(month.inWords)")
      relate(id, all, to: [sent] + slipped)
    }
  }

  /// The cohorts of each count with what they leave over, net.
  private mutating func addCohorts() {
    let totals = history.observations(of: CohortID.total.count).filter { known[$0.figureID] != nil }
    for total in totals {
      let parts = history.scheme.cohorts.filter { $0.id != .total }.compactMap { cohort -> Part? in
        history.observations(of: cohort.id.count).first {
          $0.period == total.period && $0.basis == total.basis && known[$0.figureID] != nil
        }.map { ($0.figureID, value($0.figureID)) }
      }
      guard parts.count > 1 else { continue }
      let all = value(total.figureID)
      let net = FigureID("net|\(total.period)|\(total.basis?.rawValue ?? "")")
      add(
        net, all - parts.reduce(0) { $0 + $1.value },
        name: "Not in a cohort (net), \(total.period.inWords)", kind: .difference)
      append(.total(total.figureID, of: parts.map(\.id) + [net]))
      addGroups(of: total)
    }
  }

  /// The groups of cohorts that the profile adds up.
  private mutating func addGroups(of total: Observation) {
    for group in ProfileGroup.allCases {
      let parts = history.scheme.cohorts.filter { $0.group == group }.compactMap { cohort in
        history.observations(of: cohort.id.count).first {
          $0.period == total.period && $0.basis == total.basis && known[$0.figureID] != nil
        }.map { (id: $0.figureID, value: value($0.figureID)) }
      }
      sum(
        "sum|group.\(group.rawValue)|\(total.period)|\(total.basis?.rawValue ?? "")", of: parts,
        name: "\(group.name), \(total.period.inWords)")
    }
  }

  /// What each month made of the number before it.
  private mutating func addMovements() {
    for closing in history.observations(of: CohortID.total.count)
    where known[closing.figureID] != nil {
      guard case .month(let month) = closing.period,
        let opening = history.observations(of: CohortID.total.count).first(where: {
          $0.period == .month(month.advanced(by: -1)) && $0.basis == closing.basis
            && known[$0.figureID] != nil
        }), let joined = part("started", closing.period), let left = part("ceased", closing.period)
      else { continue }
      let rest = FigureID("unexplained|\(month)|\(closing.basis?.rawValue ?? "")")
      // Where they balance that is known; what is unexplained otherwise is not, unless it is printed.
      let unexplained =
        value(closing.figureID) - value(opening.figureID) - joined.value + left.value
      add(
        rest, unexplained, name: "What joiners and leavers leave unexplained in \(month.inWords)",
        kind: unexplained == 0 ? .open : .difference, isPrinted: unexplained == 0)
      append(
        Relation(
          "the movement of \(month.inWords)",
          terms: [
            .init(opening.figureID), .init(joined.id), .init(left.id, times: -1), .init(rest),
            .init(closing.figureID, times: -1),
          ]))
    }
  }

  /// What happened in several months, and in each of them; and sums of months that papers print.
  private mutating func addSpans() {
    for measure in history.catalogue.measures where measure.isCount && measure.kind == .flow {
      let all = history.observations(of: measure.id).filter { known[$0.figureID] != nil }
      let monthly = Dictionary(
        all.compactMap { observation -> (Month, Part)? in
          guard case .month(let month) = observation.period else { return nil }
          return (month, (observation.figureID, value(observation.figureID)))
        }
      ) { first, _ in first }
      for span in all {
        guard case .months(let first, let last) = span.period else { continue }
        let months = (0...max(0, first.distance(to: last))).map { first.advanced(by: $0) }
        let parts = months.compactMap { monthly[$0] }
        if parts.count == months.count { relate(span.figureID, value(span.figureID), to: parts) }
      }
      let branch = measure.id.rawValue.prefix { $0 != "." }
      if branch == "ceased" || branch == "started", measure.id != "ceased.orders_ended" {
        let months = monthly.keys.sorted().suffix(12)
        sum(
          "sum|\(measure.id)|months", of: months.compactMap { monthly[$0] },
          name: "\(measure.name), all months")
      }
    }
  }

  /// Parts of a number that papers print beside it, and what is worked out from both.
  private mutating func addShares() {
    for observation in known.values.sorted(by: { $0.figureID < $1.figureID }) {
      let name = observation.measure.rawValue
      if name.hasSuffix(".assessing") {
        let whole = MeasureID(rawValue: String(name.dropLast(".assessing".count)))
        let all = history.observations(of: whole).first {
          $0.period == observation.period && $0.basis == observation.basis
            && known[$0.figureID] != nil
        }
        if let all {
          relate(
            all.figureID, value(all.figureID),
            to: [(observation.figureID, value(observation.figureID))])
        }
      } else if name.hasSuffix(".numerator") {
        let branch = String(name.dropLast(".numerator".count))
        let whole = history.observations(of: "\(branch).denominator").first {
          $0.period == observation.period && known[$0.figureID] != nil
        }
        let percent = history.observations(of: MeasureID(rawValue: branch)).first {
          $0.period == observation.period
        }
        guard let whole, value(whole.figureID) > 0, let percent else { continue }
        relate(
          whole.figureID, value(whole.figureID),
          to: [(observation.figureID, value(observation.figureID))])
        append(
          DerivedFigure(
            percent.figureID,
            .ratio(
              part: observation.figureID, whole: whole.figureID, times: 100,
              decimals: percent.value?.decimals ?? 0)))
      }
    }
  }
}
