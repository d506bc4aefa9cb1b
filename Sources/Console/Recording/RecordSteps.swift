import LookedAfter

/// The questions of a month, in the order of the update, from the scheme and the catalogue.
struct RecordSteps {
  let history: History
  let month: Month

  var all: [RecordStep] {
    snapshot + flows + pipeline + plans + proceedings + residential + edgeOfCare + matching
  }

  private var snapshot: [RecordStep] {
    let section = "Looked after children"
    var steps = [
      RecordStep(
        id: "as_at", section: section, title: "As at which day", kind: .day,
        usual: "\(history.snapshot(for: month)?.asAt ?? month.lastDay)"),
      RecordStep(
        id: "basis", section: section, title: "Basis: weekly, month-end or year-end", kind: .basis,
        usual: (UsualCounts(history: history, month: month).basis ?? .monthEnd).typed),
    ]
    let assessed = assessedCohorts
    for cohort in history.scheme.rows {
      steps += [number(cohort.id.count, section, isCount: true)].compactMap { $0 }
      if assessed.contains(cohort.id) {
        steps += [number(cohort.id.assessing, section, isCount: true)].compactMap { $0 }
      }
    }
    return steps
  }

  /// The cohorts that have children whose best interests are still being assessed: those of which
  /// that was ever recorded, or in a history that has none yet, all that are expected to leave care.
  private var assessedCohorts: Set<CohortID> {
    let known = history.scheme.cohorts.filter {
      !history.observations(of: $0.id.assessing).isEmpty
    }
    return Set((known.isEmpty ? history.scheme.cohorts(in: .leave) : known).map(\.id))
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
    return sinceStart(measures, "Edge of care")
  }

  private var matching: [RecordStep] {
    let section = "Long-term matching"
    let sinceReview = [history.catalogue["matching.since_review"]].compactMap { $0 }
    return [number("matching.matched", section)].compactMap { $0 }
      + sinceStart(sinceReview, section)
      + [
        number("stability.same_placement", section),
        number("stability.same_placement.numerator", section),
        number("stability.same_placement.denominator", section),
      ].compactMap { $0 }
  }

  private func number(
    _ id: MeasureID, _ section: String, isCount: Bool = false
  ) -> RecordStep? {
    history.catalogue[id].map {
      RecordStep(
        id: id.rawValue, section: section, title: $0.name,
        kind: .number($0, isCount: isCount, detail: ""), usual: nil)
    }
  }

  private func counts(
    _ branch: MeasureID, _ section: String, _ title: String, total: MeasureID?
  ) -> RecordStep {
    RecordStep(
      id: branch.rawValue, section: section,
      title: "\(title), such as: \(Self.example(below: branch, in: history.catalogue))",
      kind: .counts(branch, total: total), usual: nil)
  }

  /// Two lines of a breakdown as they are typed: `ico 1 section20 2`.
  static func example(below branch: MeasureID, in catalogue: MeasureCatalogue) -> String {
    catalogue.measures(below: branch).prefix(2).enumerated()
      .map { "\(MeasureReader.typed($1, below: branch)) \($0 + 1)" }.joined(separator: " ")
  }

  /// Numbers that are counted on from month to month; where none was recorded before, first the
  /// month since which.
  private func sinceStart(_ measures: [Measure], _ section: String) -> [RecordStep] {
    let known = measures.map(latest)
    if let start = known.compactMap({ $0?.first }).first {
      return zip(measures, known).map { measure, known in
        RecordStep(
          id: measure.id.rawValue, section: section,
          title: "\(measure.name), since \((known?.first ?? start).inWords)",
          kind: .sinceStart(measure, .month(known?.first ?? start)),
          usual: known?.number.map(String.init))
      }
    }
    guard let first = measures.first else { return [] }
    let question = RecordStep(
      id: "\(first.id.rawValue).since", section: section,
      title: "\(section) is counted on since which month", kind: .firstMonth,
      usual: startOfFinancialYear.inWords.lowercased())
    return [question]
      + measures.map { measure in
        RecordStep(
          id: measure.id.rawValue, section: section, title: "\(measure.name), since then",
          kind: .sinceStart(
            measure, .answer(to: question.id, otherwise: startOfFinancialYear)), usual: nil)
      }
  }

  /// The newest number counted on up to the month, and the month since which it was counted.
  private func latest(_ measure: Measure) -> (first: Month, number: Int?)? {
    var latest: (first: Month, number: Int?)?
    for observation in history.observations(of: measure.id) {
      guard case .months(let first, let last) = observation.period, last <= month else { continue }
      latest = (first, observation.value?.whole)
    }
    return latest
  }

  /// The April that the financial year of the month began with.
  private var startOfFinancialYear: Month {
    Month(year: month.month >= 4 ? month.year : month.year - 1, month: 4) ?? month
  }
}
