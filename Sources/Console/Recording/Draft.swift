import LookedAfter

/// Makes observations of what was typed.
struct Draft {
  let session: Session
  let arguments: Arguments

  private var history: History { session.history }

  /// One figure, and the part of a cohort that is still being assessed.
  ///
  /// - Throws: `ConsoleError.refused` when the number does not fit.
  func figure() throws -> [Observation] {
    guard let measure = arguments.measure, let value = arguments.number else { return [] }
    if let problem = measure.problem(with: value) { throw ConsoleError.refused(sentence(problem)) }
    let month = try month()
    let cohort = history.scheme[CohortID(rawValue: measure.id.rawValue)]
    let basis = arguments.basis ?? (cohort == nil ? nil : usualBasis(measure.id, month))
    let figure = observation(
      measure.id, in: month, basis: basis, value: value,
      asAt: arguments.asAt ?? (cohort == nil ? nil : usualDay(month, basis)))
    guard let assessing = arguments.assessing else { return [figure] }
    guard let cohort, cohort.id != .total, assessing <= value.whole ?? 0 else {
      throw ConsoleError.refused(
        "\(assessing) cannot still be being assessed: only a cohort has such children, and not more"
          + " of them than it has children.")
    }
    let part = observation(
      cohort.id.assessing, in: month, basis: basis, value: Quantity(mantissa: assessing),
      asAt: figure.asAt)
    return [figure, part]
  }

  /// Joiners or leavers: the total and its lines.
  ///
  /// - Throws: `ConsoleError.refused` when the lines do not make the total.
  func flow(_ branch: MeasureID) throws -> [Observation] {
    guard let total = arguments.number?.whole, total >= 0 else {
      throw ConsoleError.refused("The number of children must be a whole number of 0 or more.")
    }
    let sum = arguments.counts.reduce(0) { $0 + $1.number }
    guard arguments.counts.isEmpty || sum == total else {
      throw ConsoleError.refused(
        "The reasons make \(sum), not \(total); correct one of them, or give the rest as: other"
          + " \(max(0, total - sum))")
    }
    let month = try month()
    return [observation(branch, in: month, value: Quantity(mantissa: total))]
      + arguments.counts.map {
        observation($0.measure.id, in: month, value: Quantity(mantissa: $0.number))
      }
  }

  /// Applications planned for a month, in the report of the month in view.
  ///
  /// - Throws: `ConsoleError.refused` without a month to plan for.
  func plan() throws -> [Observation] {
    guard let target = arguments.forMonth else {
      throw ConsoleError.refused("Say which month is planned for, as in: plan sgo 5 for nov 2020")
    }
    guard !arguments.counts.isEmpty else {
      throw ConsoleError.refused("Say what is planned, as in: plan sgo 5 discharge 4 for nov 2020")
    }
    let month = try month()
    return arguments.counts.map {
      observation(
        $0.measure.id, in: month, detail: "\(target)", value: Quantity(mantissa: $0.number))
    }
  }

  /// The commentary on a cohort.
  ///
  /// - Throws: `ConsoleError.refused` when what is named is no cohort.
  func comment() throws -> [Observation] {
    let cohort = try cohort()
    return [observation(cohort.comment, in: try month(), value: nil, text: arguments.text)]
  }

  /// The rating of a cohort.
  ///
  /// - Throws: `ConsoleError.refused` when what is named is no cohort or the level is none.
  func rating() throws -> [Observation] {
    let cohort = try cohort()
    let value = arguments.number
    if let problem = value.flatMap({ history.catalogue[cohort.progress]?.problem(with: $0) }) {
      throw ConsoleError.refused(sentence(problem))
    }
    return [observation(cohort.progress, in: try month(), value: value, text: arguments.reason)]
  }

  // MARK: What was not said

  private func month() throws -> Month {
    try session.month(arguments.month ?? arguments.asAt?.month)
  }

  private func cohort() throws -> CohortID {
    guard let measure = arguments.measure,
      let cohort = history.scheme[CohortID(rawValue: measure.id.rawValue)]
    else {
      throw ConsoleError.refused("Only a cohort, or total, can be commented on or rated.")
    }
    return cohort.id
  }

  /// The basis under which the figure itself stands, or else that of the month's snapshot, or of
  /// the one before: counts of one table belong together.
  private func usualBasis(_ measure: MeasureID, _ month: Month) -> Basis? {
    let standing = history.observations(of: measure).filter {
      $0.period == .month(month) && !$0.isDerived
    }
    if standing.count == 1, let basis = standing[0].basis { return basis }
    // Nobody records by hand what is worked out from the statutory return.
    let months = [month, history.monthBefore(month), history.latestMonth].compactMap { $0 }
    let known = months.flatMap { history.snapshots(for: $0) }.filter { !$0.isDerived }
    if known.isEmpty, !months.isEmpty, !history.months.isEmpty { return .monthEnd }
    return known.lazy.compactMap(\.basis).first
  }

  private func usualDay(_ month: Month, _ basis: Basis?) -> CivilDate? {
    history.snapshots(for: month).first { $0.basis == basis }?.asAt
  }

  private func observation(
    _ measure: MeasureID, in month: Month, basis: Basis? = nil, detail: String = "",
    value: Quantity?, asAt: CivilDate? = nil, text: String? = nil
  ) -> Observation {
    let source = arguments.source.map { Source(id: $0, shortTitle: $0, title: $0, date: nil) }
    return Observation(
      measure: measure, period: .month(month), basis: basis, asAt: asAt, detail: detail,
      value: value, text: text,
      provenance: Provenance(
        source: source, recordedAt: session.recorder.now(), note: arguments.note))
  }

  private func sentence(_ problem: String) -> String {
    problem.prefix(1).uppercased() + problem.dropFirst() + "."
  }
}
