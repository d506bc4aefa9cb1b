import Documents
import Indicators
import LookedAfter

extension Answer {
  /// Children accommodated by agreement, and those without legal advice.
  public static let section20 = Answer(
    title: "Accommodated under section 20", subject: "section 20", checks: [],
    isRecorded: { history, month in
      history.snapshot(for: month)?["section20"] != nil
        || history.count(of: "section20.without_advice", in: month) != nil
    }, section: Section.section20)

  /// Children with kinship foster carers.
  public static let kinship = Answer(
    title: "Kinship foster care", subject: "kinship foster care", checks: [],
    isRecorded: { history, month in
      history.observations(of: "kinship.foster").contains {
        ($0.period.lastMonth ?? month) <= month
      }
    }, section: Section.kinship)

  /// Weeks from coming into care to a permanent home.
  public static let permanence = Answer(
    title: "From coming into care to a permanent home", subject: "permanence by case", checks: [],
    isRecorded: { history, month in history.cases.hasCases(upTo: month) { $0.isPermanence } },
    section: Section.permanence)

  /// The three events that are called reunified.
  public static let reunified = Answer(
    title: "Reunified: three different events", subject: "children who went home", checks: [],
    isRecorded: { history, month in
      !Section.homeEvents(history, month).isEmpty
    }, section: Section.reunified)
}

extension Section {
  fileprivate static func section20(_ history: History, _ month: Month) -> Section {
    var section = Section(heading: "Section 20")
    if let number = history.snapshot(for: month)?["section20"] {
      section.say(
        "\(Prose.sentence(Prose.children(number.value)).dropLast())"
          + " \(number.value == 1 ? "was" : "were") accommodated under section 20 in"
          + " \(month.inWords).")
      section.cite(number.provenance)
    }
    if let without = history.count(of: "section20.without_advice", in: month) {
      let with = history.count(of: "section20.with_advice", in: month)
      let cohort = history.snapshot(for: month)?["section20"]?.value
      if let with, let cohort, with.value + without.value > cohort {
        let all = with.value + without.value
        let advised =
          without.value == 0
          ? "each of them."
          : "\(Prose.number(with.value)) of them; for \(Prose.number(without.value)) it was not."
        section.say(
          "Children of other cohorts, such as residential care, are accommodated by agreement as well:"
            + " in all it is \(Prose.number(all)). Legal advice was taken for \(advised)")
      } else {
        section.say(
          without.value == 0
            ? "Legal advice was taken for each."
            : "Without legal advice: \(Prose.children(without.value))."
              + (with.map { " With it: \(Prose.number($0.value))." } ?? ""))
      }
      section.cite(without.provenance)
    } else {
      section.say("For how many of them legal advice was taken is not recorded.")
    }
    if let joined = history.flows(in: .month(month))?.joined.lines
      .first(where: { $0.measure.id == "started.section20" })
    {
      section.say(
        "In the month \(Prose.phrase(joined.measure, joined.number.value))"
          + (joined.remark.map { " (\($0))" } ?? "") + ".")
      section.cite(joined.number.provenance)
    }
    return section
  }

  fileprivate static func kinship(_ history: History, _ month: Month) -> Section {
    var section = Section(heading: "Kinship foster care")
    let known = history.observations(of: "kinship.foster")
      .filter { ($0.period.lastMonth ?? month) <= month && $0.count != nil }
    if let last = known.last, let number = last.count {
      let before = known.dropLast().last
      let change = before.flatMap { before in
        before.count.map {
          ", \(Prose.comparison(number.value - $0.value)) the \($0.value) of \(before.period.inWords)"
        }
      }
      section.say(
        "\(Prose.sentence(Prose.children(number.value)).dropLast()) lived with kinship foster carers"
          + " in \(last.period.inWords)\(change ?? "").",
        "Their carers are the likeliest to become special guardians; these children stand in other"
          + " cohorts as well.")
    }
    section.provenance += known.suffix(2).map(\.provenance)
    return section
  }

  fileprivate static func permanence(_ history: History, _ month: Month) -> Section {
    var section = Section(heading: "Permanence")
    let year = month.advanced(by: -11)...month
    let all = Permanence.all(in: history.cases, during: year)
    section.say(
      "From the day a child came into care to the day the route was achieved, for those who achieved"
        + " it in the twelve months to \(month.inWords).")
    section.blocks.append(
      .table(
        Table(
          id: "permanence", caption: "Weeks from coming into care to a permanent home",
          columns: [
            Column(id: "id", title: "Id", kind: .key),
            Column(id: "route", title: "Route", kind: .rowHeader),
            Column(id: "children", title: "Children", kind: .number),
            Column(id: "median", title: "Median weeks", kind: .number),
            Column(id: "longest", title: "Longest", kind: .number),
            Column(id: "unknown", title: "Day of coming into care not known", kind: .number),
          ],
          rows: all.map { line in
            Row([
              .text(line.route.id.rawValue), .text(line.route.name), .integer(line.durations.count),
              .quantity(line.durations.medianWeeks), .quantity(line.durations.longestWeeks),
              .integer(line.withoutEntry),
            ])
          })))
    if all.contains(where: { (1..<10).contains($0.durations.count) }) {
      section.say("A median of fewer than ten children moves a lot with each of them.")
    }
    return section
  }

  /// The numbers of each event in a month, from the cases or else from counts.
  fileprivate static func homeEvents(_ history: History, _ month: Month) -> [HomeEvent: Int] {
    let byCases = HomeEvents(in: history.cases, during: month...month).children
    var numbers: [HomeEvent: Int] = [:]
    for event in HomeEvent.allCases {
      let hasRoute = history.cases.hasCases(upTo: month) { route in
        route.stages.contains { $0.homeEvent == event }
      }
      let counted: Int? =
        switch event {
        case .orderDischarged: history.count(of: "pipeline.discharge.granted", in: month)?.value
        case .homeAtConclusion:
          history.count(of: "proceedings.concluded.reunified", in: month)?.value
        case .returnedHome: nil
        }
      numbers[event] = hasRoute ? byCases[event] ?? 0 : counted
    }
    return numbers
  }

  fileprivate static func reunified(_ history: History, _ month: Month) -> Section {
    var section = Section(heading: "Reunified")
    let numbers = homeEvents(history, month)
    section.say(
      "Three different events are called reunified. One child may be in all three, so they are not"
        + " added up.")
    section.blocks.append(
      .table(
        Table(
          id: "reunified", caption: "Children called reunified, \(month.inWords)",
          columns: [
            Column(id: "id", title: "Id", kind: .key),
            Column(id: "event", title: "Event", kind: .rowHeader),
            Column(id: "children", title: "Children", kind: .number),
          ],
          rows: HomeEvent.allCases.map { event in
            Row([.text(event.rawValue), .text(event.name), .integer(numbers[event])])
          })))
    if let home = history.edgeOfCare(upTo: month)?.reunification,
      let returned = home.children["edge_of_care.reunification.children.returned"],
      let all = home.children.total
    {
      section.say(
        "With the edge of care team, \(Prose.number(returned.value)) of \(Prose.children(all)) have"
          + " returned to their parents to date.")
      section.cite(returned.provenance)
    }
    return section
  }
}
