extension History {
  /// Care proceedings of a month; nil when none are recorded.
  public func proceedings(in month: Month) -> Proceedings? {
    let proceedings = Proceedings(
      month: month, open: breakdown(of: "proceedings.open", in: .month(month)),
      concluded: breakdown(of: "proceedings.concluded", in: .month(month)))
    return proceedings.open.isEmpty && proceedings.concluded.isEmpty ? nil : proceedings
  }

  /// What the edge of care team did up to the end of a month; nil when that is not recorded.
  public func edgeOfCare(upTo month: Month) -> EdgeOfCare? {
    func programme(_ name: String, _ period: Period) -> EdgeOfCareProgramme {
      EdgeOfCareProgramme(
        families: observation(of: "edge_of_care.\(name).families", in: period)?.count,
        children: breakdown(of: "edge_of_care.\(name).children", in: period))
    }
    for branch: MeasureID in [
      "edge_of_care.prevention.children", "edge_of_care.reunification.children",
    ] {
      guard let period = cumulativePeriod(of: branch, endingIn: month) else { continue }
      return EdgeOfCare(
        period: period, prevention: programme("prevention", period),
        reunification: programme("reunification", period))
    }
    return nil
  }

  /// The long-term matching of a month; nil when nothing of it is recorded.
  public func longTermMatching(in month: Month) -> LongTermMatching? {
    let period = cumulativePeriod(of: "matching.since_review", endingIn: month)
    let since = period.flatMap { period in
      observation(of: "matching.since_review", in: period)?.count.map { ($0, period) }
    }
    let matching = LongTermMatching(
      month: month, matchedInMonth: count(of: "matching.matched", in: month),
      matchedSinceReview: since,
      stability: publishedShare(of: "stability.same_placement", in: month),
      neighbourStability: observation(
        of: "comparator.statistical_neighbours.stability", in: .month(month))?.quantity)
    let isEmpty =
      matching.matchedInMonth == nil && matching.matchedSinceReview == nil
      && matching.stability == nil
    return isEmpty ? nil : matching
  }

  /// A percentage of a month, with the numbers behind it where they were published.
  public func publishedShare(of measure: MeasureID, in month: Month) -> PublishedShare? {
    guard let percent = observation(of: measure, in: .month(month))?.quantity else { return nil }
    return PublishedShare(
      percent: percent, numerator: count(of: "\(measure.rawValue).numerator", in: month),
      denominator: count(of: "\(measure.rawValue).denominator", in: month),
      definition: catalogue[measure]?.name ?? measure.rawValue)
  }

  /// Residential care in a month; nil when nothing of it is recorded.
  ///
  /// Without a recorded number of all children in residential care there is none: the residential
  /// cohorts are not added up here, for a child may be in residential care and in neither of them.
  public func residential(in month: Month) -> Residential? {
    let households = catalogue["residential.matched_households"].flatMap {
      line(of: $0, in: .month(month))
    }
    let residential = Residential(
      month: month, all: count(of: "residential.all", in: month),
      couldBeFostered: count(of: "residential.could_be_fostered", in: month),
      entered: lines(below: "residential.entered", in: .month(month)),
      left: lines(below: "residential.left", in: .month(month)), matchedHouseholds: households)
    let isEmpty =
      residential.all == nil && residential.couldBeFostered == nil && residential.entered.isEmpty
      && residential.left.isEmpty && households == nil
    return isEmpty ? nil : residential
  }

  /// The rating of a cohort, or of the total, in a month.
  public func progress(of cohort: CohortID, in month: Month) -> ProgressRating? {
    guard let found = observation(of: cohort.progress, in: .month(month)),
      let level = found.value?.whole.flatMap(ProgressLevel.init(rawValue:))
    else { return nil }
    return ProgressRating(
      level: level, mark: ratingScale[level], reason: found.text, provenance: found.provenance)
  }

  /// What was written of a cohort in a month.
  public func commentary(on cohort: CohortID, in month: Month) -> Commentary? {
    guard let found = observation(of: cohort.comment, in: .month(month)), let text = found.text
    else { return nil }
    return Commentary(text: text, provenance: found.provenance)
  }

  /// The events of the timeline, in time order.
  public var events: [Event] {
    observations(of: "event").compactMap { observation in
      observation.text.map {
        Event(period: observation.period, text: $0, provenance: observation.provenance)
      }
    }
  }

  private func cumulativePeriod(of measure: MeasureID, endingIn month: Month) -> Period? {
    let periods = observations(of: measure).map(\.period)
    let counted = periods.first { period in
      if case .months(_, month) = period { return true }
      return false
    }
    // In the month of the start itself, the period is that month.
    return counted ?? (periods.contains(.month(month)) ? .month(month) : nil)
  }
}
