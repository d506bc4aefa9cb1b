import LookedAfter

/// One question of the walk through a month.
struct RecordStep: Equatable {
  /// What is asked for.
  enum Kind: Equatable {
    /// The day of the count.
    case day
    /// How the children were counted.
    case basis
    /// A number; a count of the snapshot belongs to its basis and day.
    case number(Measure, isCount: Bool, detail: String)
    /// The lines of a breakdown, and the total that they make.
    case counts(MeasureID, total: MeasureID?)
    /// Planned applications that slipped, with the month they slipped to.
    case slips
    /// A number since the start of a period.
    case sinceStart(Measure, Month)
  }

  /// A short id, for drafts.
  let id: String

  /// The section of the update.
  let section: String

  /// The question, in a few words.
  let title: String

  /// What is asked for.
  let kind: Kind

  /// What Enter gives; nil where Enter passes the question over.
  let usual: String?
}

/// The questions of a month, in the order of the update, from the scheme and the catalogue.
struct RecordSteps {
  let history: History
  let month: Month

  var all: [RecordStep] {
    snapshot + flows + pipeline + plans + proceedings + residential + edgeOfCare + matching
  }

  private var before: Snapshot? {
    (history.snapshot(for: month) ?? history.monthBefore(month).flatMap(history.snapshot))
      ?? history.latestMonth.flatMap(history.snapshot)
  }

  private var snapshot: [RecordStep] {
    let section = "Looked after children"
    var steps = [
      RecordStep(
        id: "as_at", section: section, title: "As at which day", kind: .day,
        usual: "\(history.snapshot(for: month)?.asAt ?? month.lastDay)"),
      RecordStep(
        id: "basis", section: section, title: "Basis: weekly, month-end or year-end", kind: .basis,
        usual: (before?.basis ?? .monthEnd).rawValue),
    ]
    for cohort in history.scheme.rows {
      if let step = number(cohort.id.count, section, usual: before?[cohort.id]?.value, count: true)
      {
        steps.append(step)
      }
      let assessing = before?.counts[cohort.id]?.assessing?.value
      if assessing != nil,
        let step = number(cohort.id.assessing, section, usual: assessing, count: true)
      {
        steps.append(step)
      }
    }
    return steps
  }

  private var flows: [RecordStep] {
    [
      counts("started", "Joined and left", "Joined, by legal status", total: "started"),
      counts("ceased", "Joined and left", "Left, by reason", total: "ceased"),
    ]
  }

  private var pipeline: [RecordStep] {
    Route.allCases.flatMap { route in
      [Stage.granted, .filed, .withLegal, .carerNotWilling].compactMap { stage in
        number("pipeline.\(route.rawValue).\(stage.rawValue)", "Applications")
      }
    }
  }

  private var plans: [RecordStep] {
    var steps = [
      number("planned.sent", "Last month's plan"),
      RecordStep(
        id: "slips", section: "Last month's plan",
        title: "Slipped, such as: life-story-work 2 to jan 2021, days-late 3", kind: .slips,
        usual: nil),
    ]
    for target in 1...3 {
      let planned = month.advanced(by: target)
      for route in Route.allCases {
        guard let measure = history.catalogue["planned.\(route.rawValue)"] else { continue }
        steps.append(
          RecordStep(
            id: "planned.\(route.rawValue).\(target)", section: "Planned applications",
            title: "\(measure.name) for \(planned.inWords)",
            kind: .number(measure, isCount: false, detail: "\(planned)"), usual: nil))
      }
    }
    return steps.compactMap { $0 }
  }

  private var proceedings: [RecordStep] {
    [
      counts(
        "proceedings.concluded", "Care proceedings", "Concluded, by outcome",
        total: "proceedings.concluded"),
      counts(
        "proceedings.open", "Care proceedings", "Open, by care plan", total: "proceedings.open"),
    ]
  }

  private var residential: [RecordStep] {
    let section = "Residential care"
    return [
      number("residential.all", section), number("residential.could_be_fostered", section),
      counts("residential.entered", section, "Came in, by reason", total: nil),
      counts("residential.left", section, "Moved on, by where to", total: nil),
      number("residential.matched_households", section),
    ].compactMap { $0 }
  }

  private var edgeOfCare: [RecordStep] {
    let measures = history.catalogue.measures.filter { $0.id.rawValue.hasPrefix("edge_of_care.") }
    return measures.compactMap { sinceStart($0, "Edge of care, since the start") }
  }

  private var matching: [RecordStep] {
    [
      number("matching.matched", "Long-term matching"),
      history.catalogue["matching.since_review"].flatMap { sinceStart($0, "Long-term matching") },
      number("stability.same_placement", "Long-term matching"),
      number("stability.same_placement.numerator", "Long-term matching"),
      number("stability.same_placement.denominator", "Long-term matching"),
    ].compactMap { $0 }
  }

  private func number(
    _ id: MeasureID, _ section: String, usual: Int? = nil, count: Bool = false
  ) -> RecordStep? {
    history.catalogue[id].map {
      RecordStep(
        id: id.rawValue, section: section, title: $0.name,
        kind: .number($0, isCount: count, detail: ""), usual: usual.map(String.init))
    }
  }

  private func counts(
    _ branch: MeasureID, _ section: String, _ title: String, total: MeasureID?
  ) -> RecordStep {
    let example = history.catalogue.measures(below: branch).prefix(2).enumerated()
      .map { "\(MeasureReader.typed($1, below: branch)) \($0 + 1)" }.joined(separator: " ")
    return RecordStep(
      id: branch.rawValue, section: section, title: "\(title), such as: \(example)",
      kind: .counts(branch, total: total), usual: nil)
  }

  /// A number that is counted on from month to month, where it was recorded before.
  private func sinceStart(_ measure: Measure, _ section: String) -> RecordStep? {
    let known = history.observations(of: measure.id).last { observation in
      if case .months(_, let last) = observation.period { return last <= month }
      return false
    }
    guard let known, case .months(let first, _) = known.period else { return nil }
    return RecordStep(
      id: measure.id.rawValue, section: section,
      title: "\(measure.name), since \(first.inWords)", kind: .sinceStart(measure, first),
      usual: known.value?.whole.map(String.init))
  }
}
