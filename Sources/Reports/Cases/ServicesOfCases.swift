import Documents
import Indicators
import LookedAfter

extension Section {
  /// Care proceedings as an answer by itself: with their length, and the exits that plans lead to.
  static func proceedingsAnswer(_ history: History, _ month: Month) -> Section {
    var section = Section.proceedings(history, month)
    section.say(length(history, month))
    section.say(expectedExits(history, month))
    return section
  }

  private static func length(_ history: History, _ month: Month) -> String {
    guard history.cases.ledgers["proceedings"] != nil else {
      let average = history.observations(of: "proceedings.average_weeks")
        .last { ($0.period.lastMonth ?? month) <= month }
      guard let average, let weeks = average.value else { return "" }
      return
        "On average, care proceedings lasted \(weeks) weeks in \(average.period.inWords); without"
        + " cases, neither the median nor the share within 26 weeks can be known."
    }
    let year = month.advanced(by: -11)...month
    let length = ProceedingsLength(in: history.cases, on: "proceedings", during: year)
    var text = ""
    if let median = length.concluded.medianWeeks {
      let within = length.concluded.within(weeks: ProceedingsLength.limit)
      text =
        "Of the care proceedings concluded in the twelve months to \(month.inWords),"
        + " \(Prose.share(within, of: length.concluded.count)) were concluded within"
        + " \(ProceedingsLength.limit) weeks; the median is \(median) weeks."
    }
    if let longest = length.open.longestWeeks, let median = length.open.medianWeeks {
      let over = length.open.count - length.open.within(weeks: ProceedingsLength.limit)
      text +=
        (text.isEmpty ? "" : " ")
        + "Those open have lasted a median of \(median) weeks, the longest \(longest);"
        + " \(Prose.noneOr(over)) of them longer than \(ProceedingsLength.limit)."
    }
    return text
  }

  /// What the open proceedings would lead to if each ended by its plan.
  private static func expectedExits(_ history: History, _ month: Month) -> String {
    guard let open = history.proceedings(in: month)?.open else { return "" }
    let exits: [(words: String, measures: [MeasureID])] = [
      ("home", ["proceedings.open.reunification"]),
      ("adoption", ["proceedings.open.adoption"]),
      ("SGO", ["proceedings.open.sgo", "proceedings.open.kinship_then_sgo"]),
    ]
    let parts = exits.compactMap { words, measures -> String? in
      let numbers = measures.compactMap { open[$0]?.value }
      let sum = numbers.reduce(0, +)
      return sum == 0 ? nil : "\(Prose.number(sum)) \(words == "home" ? words : "by \(words)")"
    }
    return parts.isEmpty
      ? "" : "By their plans, the open proceedings would lead to exits: \(Prose.list(parts))."
  }

  /// Long-term matching as an answer by itself: with those who wait and the matches that ended.
  static func matchingAnswer(_ history: History, _ month: Month) -> Section {
    var section = Section.longTermMatching(history, month)
    let awaiting = history.observations(of: "matching.awaiting")
      .last { ($0.period.lastMonth ?? month) <= month }
    if let number = awaiting?.count?.value, let period = awaiting?.period {
      section.say(
        "At the end of \(period.inWords) \(Prose.children(number)) with a plan of long-term fostering"
          + " \(number == 1 ? "was" : "were") waiting for a match.",
        history.count(of: "matching.ended", in: month).map {
          "In \(month.inWords) \(Prose.count($0.value, "match", "matches")) ended."
        } ?? "")
      section.cite(awaiting?.provenance)
    }
    if let age = StageAge.all(
      in: history.cases, on: history.cases.routes.all.filter { $0.id == "matching" },
      at: month.lastDay
    ).first, let median = age.durations.medianWeeks, let longest = age.durations.longestWeeks {
      section.say(
        "They have waited a median of \(median) weeks, the longest \(longest).")
    }
    return section
  }

  /// Residential care as an answer by itself: with the step-down to foster families.
  static func residentialAnswer(_ history: History, _ month: Month) -> Section {
    var section = Section.residential(history, month)
    if let vacancies = history.count(of: "residential.carer_vacancies", in: month) {
      section.say(
        "\(Prose.sentence(Prose.count(vacancies.value, "foster household has", "foster households have")).dropLast())"
          + " a vacancy for a child stepping down.")
      section.cite(vacancies.provenance)
    }
    guard let ledger = history.cases.ledgers["step_down"] else { return section }
    let rows = ledger.route.stages.map { stage in
      Row([
        .text(stage.id.rawValue), .text(stage.name),
        stage.isLive ? .integer(ledger.stock(at: stage.id, in: month)) : .notApplicable,
        .integer(ledger.arrivals(at: stage.id, in: month)),
      ])
    }
    section.blocks.append(
      .table(
        Table(
          id: "step-down", caption: "Step-down to foster families, \(month.inWords)",
          columns: [
            Column(id: "id", title: "Id", kind: .key),
            Column(id: "stage", title: "Stage", kind: .rowHeader),
            Column(id: "children", title: "Children", kind: .number),
            Column(id: "arrived", title: "Came to it in the month", kind: .number),
          ], rows: rows)))
    let planned = history.cases.plans["step_down"]?.planned(reportedIn: month) ?? [:]
    if !planned.isEmpty {
      let moves = planned.sorted { $0.key < $1.key }
        .map { "\(Prose.number($0.value)) in \($0.key.inWords)" }
      section.say("Moves to matched carers are planned: \(Prose.list(moves)).")
    }
    return section
  }

  /// The edge of care team as an answer by itself: with how long outcomes were followed up.
  static func edgeOfCareAnswer(_ history: History, _ month: Month) -> Section {
    var section = Section.edgeOfCare(history, month)
    let routes = history.cases.routes.all.filter { $0.families != nil }
    guard routes.contains(where: { history.cases.ledgers[$0.id] != nil }) else {
      section.say("How long families were followed up after the work ended is not recorded.")
      return section
    }
    for route in routes {
      let days = history.cases.cases(on: route.id).compactMap { each -> Int? in
        guard let stage = each.stage(at: month.lastDay), route[stage]?.role == .ended,
          let ended = each.moves.first(where: { route[$0.stage]?.role == .ended })
        else { return nil }
        return month.lastDay.dayNumber - ended.date.dayNumber
      }
      let follow = Durations(days)
      guard let median = follow.medianWeeks, let shortest = follow.days.first,
        let longest = follow.longestWeeks
      else { continue }
      section.say(
        "\(route.name): work ended for \(Prose.children(follow.count)), and their outcomes are known"
          + " for \(Durations.weeks(shortest)) to \(longest) weeks after it (median \(median)).")
    }
    return section
  }
}
