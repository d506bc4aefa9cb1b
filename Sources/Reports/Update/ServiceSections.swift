import Documents
import Indicators
import LookedAfter

extension Section {
  /// Section 3 of the update: what the edge of care team did.
  static func edgeOfCare(_ history: History, _ month: Month) -> Section {
    var section = Section(heading: "Edge of care team")
    guard let edgeOfCare = history.edgeOfCare(upTo: month) else {
      section.sayNothingRecorded(of: "the edge of care team", in: month)
      return section
    }
    let period = edgeOfCare.period.inWords
    section.say(
      programme(
        edgeOfCare.prevention,
        start: "To prevent entry into care, the team worked with", period: period))
    section.say(
      programme(
        edgeOfCare.reunification, start: "Towards reunification, it worked with", period: period))
    section.say(
      "Families and children are counted separately; outcomes are those known to date.")
    section.blocks.append(
      .table(
        FiguresTable.table(
          id: "edge-of-care", caption: "Edge of care team, \(period)",
          measures: "edge_of_care", in: edgeOfCare.period, of: history)))
    section.cite(edgeOfCare.prevention.children)
    section.cite(edgeOfCare.reunification.children)
    return section
  }

  private static func programme(
    _ programme: EdgeOfCareProgramme, start: String, period: String
  ) -> String {
    guard let children = programme.children.total else { return "" }
    let families = programme.families.map {
      "\(Prose.count($0.value, "family", "families")) and "
    }
    let lines = Prose.lines(programme.children)
    return "\(start) \(families ?? "")\(Prose.children(children)) in \(period)"
      + (lines.isEmpty ? "." : ". Of these children \(lines).")
  }

  /// Section 4 of the update: who is expected to leave and who to stay.
  static func profile(_ history: History, _ month: Month) -> Section {
    var section = Section(heading: "Profile of looked after children")
    guard let snapshot = history.snapshot(for: month), !snapshot.counts.isEmpty else {
      section.sayNothingRecorded(of: "the cohorts", in: month)
      return section
    }
    let profile = Profile(of: snapshot, scheme: history.scheme)
    let groups = profile.groups.map { group in
      let number = Prose.children(group.number)
      let verb = group.number == 1 ? "is" : "are"
      return switch group.group {
      case .leave: "\(number) \(verb) expected to leave care"
      case .stay: "\(number) \(verb) expected to stay in care"
      case .undecided: "the plan for \(number) is not yet decided"
      case .varied: "the plan for \(number) varies and is kept under review"
      }
    }
    section.say("By cohort, \(Prose.list(groups)).")
    var remainder = ""
    if let number = profile.netRemainder, number != 0 {
      let remark =
        number > 0
        ? "A net \(Prose.children(number)) \(number == 1 ? "is" : "are") in no cohort."
        : "A net \(Prose.children(-number)) \(number == -1 ? "is" : "are") counted in more than one"
          + " cohort."
      section.say(remark)
      remainder = " " + remark
    }
    section.blocks.append(
      .chart(
        UpdateCharts.profile(
          profile, snapshot, describedAs: "By cohort, \(Prose.list(groups))." + remainder)))
    section.blocks.append(
      .table(ProfileTable(profile: profile, snapshot: snapshot, history: history).table))
    section.provenance += snapshot.counts.valuesInOrder.map(\.number.provenance)
    return section
  }

  /// Section 6 of the update: care proceedings concluded and open.
  static func proceedings(_ history: History, _ month: Month) -> Section {
    var section = Section(heading: "Care proceedings")
    guard let proceedings = history.proceedings(in: month) else {
      section.sayNothingRecorded(of: "care proceedings", in: month)
      return section
    }
    if let concluded = proceedings.concluded.total {
      let lines = Prose.lines(proceedings.concluded)
      section.say(
        "In \(month.inWords) care proceedings were concluded for \(Prose.children(concluded))"
          + (lines.isEmpty ? "." : ": \(lines)."))
    }
    if let open = proceedings.open.total {
      let lines = Prose.lines(proceedings.open)
      section.say(
        "At the end of the month \(Prose.children(open)) \(open == 1 ? "was" : "were") in care"
          + " proceedings" + (lines.isEmpty ? "." : ". Of these, \(lines)."))
    }
    section.blocks.append(.table(MovementTables.proceedings(proceedings)))
    section.cite(proceedings.open)
    section.cite(proceedings.concluded)
    return section
  }

  /// Section 7 of the update: long-term matching.
  static func longTermMatching(_ history: History, _ month: Month) -> Section {
    var section = Section(heading: "Long-term matching")
    guard let matching = history.longTermMatching(in: month) else {
      section.sayNothingRecorded(of: "long-term matching", in: month)
      return section
    }
    if let stability = matching.stability {
      let neighbours = matching.neighbourStability.map {
        ", compared with \($0.value)% for statistical neighbours"
      }
      let definition = Prose.lowercasedFirst(stability.definition)
      section.say(
        "The stability indicator (\(definition)) is \(stability.percent.value)%\(neighbours ?? "")."
      )
      section.cite(stability.percent.provenance, matching.neighbourStability?.provenance)
    }
    let inMonth = matching.matchedInMonth.map {
      "In \(month.inWords) \(Prose.children($0.value)) \($0.value == 1 ? "was" : "were") matched with"
        + " their long-term foster carers."
    }
    let since = matching.matchedSinceReview.map { number, period in
      guard case .months(let first, _) = period else { return "" }
      return "Since the review of long-term matching in \(first.inWords),"
        + " \(Prose.children(number.value)) \(number.value == 1 ? "has" : "have") been matched."
    }
    section.say(inMonth ?? "", since ?? "")
    section.cite(
      matching.matchedInMonth?.provenance, matching.matchedSinceReview?.number.provenance)
    var others: [(MeasureID, Period)] = [
      ("stability.same_placement", .month(month)),
      ("comparator.statistical_neighbours.stability", .month(month)),
    ]
    if let since = matching.matchedSinceReview {
      others.append(("matching.since_review", since.period))
    }
    section.blocks.append(
      .table(
        FiguresTable.table(
          id: "matching", caption: "Long-term matching, \(month.inWords)", measures: "matching",
          in: .month(month), of: history, and: others)))
    return section
  }

  /// Section 8 of the update: children in residential care.
  static func residential(_ history: History, _ month: Month) -> Section {
    var section = Section(heading: "Children in residential care")
    guard let residential = history.residential(in: month) else {
      if let ofReturns = ResidentialOfReturns(history, month) { return ofReturns.section }
      section.sayNothingRecorded(of: "residential care", in: month)
      return section
    }
    if let all = residential.all {
      section.say(
        "At the end of the month \(Prose.children(all.value)) \(all.value == 1 ? "was" : "were") in"
          + " residential care.", couldBeFostered(residential))
      section.cite(all.provenance, residential.couldBeFostered?.provenance)
    }
    let movements = [residential.entered, residential.left].map(Prose.lines).filter { !$0.isEmpty }
    if !movements.isEmpty {
      section.say("In \(month.inWords), \(movements.joined(separator: ", and ")).")
    }
    if let households = residential.matchedHouseholds {
      let remark = households.remark.map { "; \($0)" } ?? ""
      let number = Prose.count(
        households.number.value, "foster household has", "foster households have")
      section.say(
        "Under the step-down scheme (HIPSS) \(number) been matched with children\(remark).")
      section.cite(households.number.provenance)
    }
    section.provenance += (residential.entered + residential.left).map(\.number.provenance)
    section.blocks.append(
      .table(
        FiguresTable.table(
          id: "residential", caption: "Children in residential care, \(month.inWords)",
          measures: "residential", in: .month(month), of: history)))
    return section
  }

  private static func couldBeFostered(_ residential: Residential) -> String {
    guard let fostered = residential.couldBeFostered?.value else { return "" }
    let whole = residential.all.map { "Of the \($0.value), " } ?? ""
    return Prose.sentence(
      "\(whole)\(Prose.number(fostered)) could live with a foster family if there were carers for"
        + " them")
  }
}
