import LookedAfter
import Scenarios

/// What becomes of applications.
extension LeverReader {
  private static let reserved: Set<String> = Vocabulary.success.union(Vocabulary.failure)
    .union(Vocabulary.later).union(Vocabulary.earlier).union(Vocabulary.everyone)
    .union([
      "planned", "under", "way", "in", "at", "by", "on", "time", "the", "of", "a", "go", "goes",
      "months", "month", "applications", "application", "pipeline", "with", "chance", "pace", "for",
    ])

  func applications(_ work: inout ClauseWork) throws -> Clause {
    let example = "planned applications succeed at 90%"
    let which = which(&work)
    work.takeAll(["applications", "application", "pipeline", "all", "every", "everyone"])
    let isNone = work.take(Vocabulary.none.union(["nothing"])) != nil
    var change = ApplicationChange(which)
    change.onTime = work.takeRun("on", "time")
    change.succeed = try pace(&work)
    change.delay = try delay(&work)
    try share(&work, &change, example: example)
    let route = try work.takeName(routes, reserved: Self.reserved)
    if let route {
      let known = history.scheme.cohorts.contains { $0.route != nil && $0.exitReason == route }
      guard known else {
        throw ConsoleError.refused(
          "There are no applications by that route; name SGO or discharge, or leave it out.")
      }
      change.route = route
    }
    // As exact as it is written down when it is saved.
    change.succeed = change.succeed.map { ($0 * 1_000_000).rounded() / 1_000_000 }
    if isNone { change.succeed = 0 }
    if work.take(Vocabulary.failure) != nil { change.succeed = change.succeed ?? 0 }
    let isSaid = work.take(Vocabulary.success) != nil
    let isNothingElse = change.delay == 0 && !change.onTime
    if isSaid || isNothingElse { change.succeed = change.succeed ?? 1 }
    work.takeAll(["go", "goes", "chance"])
    try limit(&work, &change)
    return Clause(levers: [.applications(change)], written: written(change))
  }

  private func which(_ work: inout ClauseWork) -> ApplicationChange.Which {
    let isPlanned = work.take(["planned", "plan", "plans"]) != nil
    let isUnderWay =
      work.takeRun("under", "way") || work.take(["underway"]) != nil
      || work.takeRun("in", "the", "pipeline") || work.takeRun("in", "pipeline")
      || work.holds(["pipeline"])
    return isPlanned == isUnderWay ? .all : isPlanned ? .planned : .underWay
  }

  /// "At October's pace", "at the usual pace": the share of those planned that went.
  private func pace(_ work: inout ClauseWork) throws -> Double? {
    guard let word = work.take(["pace", "rate", "speed"]) else { return nil }
    work.takeAll(["usual", "same", "past", "our", "own"])
    // October's: the month of that name up to the last figures.
    var month: Month?
    if case .only(let ahead) = work.time {
      month = ahead <= start ? ahead : ahead.advanced(by: -12)
      work.time = nil
    } else if let place = work.texts.firstIndex(where: { $0.hasSuffix("'s") || $0.hasSuffix("s'") }
    ),
      let number = MonthReader.number(
        ofMonthNamed: String(work.texts[place].prefix { $0 != "'" }))
    {
      work.take([work.texts[place]])
      let back = (start.month - number + 12) % 12
      month = start.advanced(by: -back)
    } else if let place = work.texts.firstIndex(where: {
      MonthReader.number(ofMonthNamed: $0) != nil
    }),
      let number = MonthReader.number(ofMonthNamed: work.texts[place])
    {
      work.take([work.texts[place]])
      month = start.advanced(by: -((start.month - number + 12) % 12))
    }
    if let month {
      guard let outcome = history.plannedApplications(reportedIn: month)?.outcome,
        let sent = outcome.sent?.value, let planned = outcome.planned, planned > 0
      else {
        throw ConsoleError.refused(
          "How many of the applications planned for \(month.inWords) were sent is not recorded, so"
            + " there is no pace of it; say it yourself: planned applications succeed at 3 of 10.")
      }
      return Double(sent) / Double(planned)
    }
    let share = ApplicationAssumptions(history, upTo: start).onTime
    guard share.cases > 0 else {
      throw Unclear(word, nearest: nil, example: "planned applications succeed at 3 of 10")
    }
    return Double(share.successes) / Double(share.cases)
  }

  private func delay(_ work: inout ClauseWork) throws -> Int {
    let isLater = work.take(Vocabulary.later) != nil
    let isEarlier = work.take(Vocabulary.earlier) != nil
    guard isLater || isEarlier else { return 0 }
    var months = 1
    if work.takeRun("a", "month") == false, let place = work.place(of: ["month", "months"]) {
      // The number stands before "months"; another may be a number of applications.
      var before = ClauseWork(Array(work.words[..<place]), months: self.months)
      var last: ClauseWork.Number?
      while let number = before.takeNumber() { last = number }
      guard let last, let whole = last.whole, (0...600).contains(whole) else {
        throw unclear(work.words[place], try: "planned applications are delayed by 3 months")
      }
      months = whole
      let from = work.words.firstIndex(of: last.word) ?? place
      work.drop(from...place)
    }
    return isLater ? months : -months
  }

  /// "3 of 10", "90%", "half", "16".
  private func share(
    _ work: inout ClauseWork, _ change: inout ApplicationChange, example: String
  ) throws {
    guard let number = work.takeNumber() else { return }
    if number.isPercent {
      change.succeed = number.value / 100
      return
    }
    let texts = work.texts
    let place = work.words.firstIndex { $0.start > number.word.start } ?? 0
    if texts.indices.contains(place), ["of", "in", "out"].contains(texts[place]),
      let second = NumberWords.read(texts, at: place + (texts[place] == "out" ? 2 : 1)),
      !second.isPercent, second.value >= 1
    {
      _ = work.takeNumber()
      change.succeed = number.value / second.value
      if number.value > second.value {
        throw Unclear(number.word, nearest: nil, example: example)
      }
      return
    }
    if number.before == "chance" || number.value < 1 && number.value > 0 {
      change.succeed = number.value
      return
    }
    guard let whole = number.whole else {
      throw Unclear(number.word, nearest: nil, example: example)
    }
    change.only = whole
  }

  /// "Planned by January": those that are due up to then.
  private func limit(_ work: inout ClauseWork, _ change: inout ApplicationChange) throws {
    guard let time = work.time else { return }
    guard case .by(let month) = time, change.which != .underWay else {
      let word = work.all.last ?? work.all[0]
      throw Unclear(
        word, nearest: nil, example: "planned applications succeed")
    }
    work.time = nil
    let due = ApplicationAssumptions(history, upTo: start).openApplications(history, month: start)
      .filter { line in
        line.due <= month && (change.route.map { $0 == line.route } ?? true)
          && (change.which == .all || line.reason == .planned)
      }.reduce(0) { $0 + $1.number }
    change.only = change.only ?? due
  }

  private func written(_ change: ApplicationChange) -> String {
    var text: String
    switch change.which {
    case .planned: text = "planned applications"
    case .underWay: text = "applications under way"
    case .all: text = "applications planned under way"
    }
    if let route = change.route { text = "\(typed(route, below: "ceased")) \(text)" }
    if let only = change.only { text = "\(only) \(text)" }
    switch change.succeed {
    case 1: text += " succeed"
    case 0: text += " fail"
    case let chance?: text += " succeed at \(Self.written(chance * 100))%"
    case nil: break
    }
    if change.onTime { text += " on time" }
    if change.delay != 0 {
      text += " \(abs(change.delay)) months \(change.delay > 0 ? "later" : "earlier")"
    }
    return text
  }
}

extension ClauseWork {
  /// Takes the words of some places.
  mutating func drop(_ places: ClosedRange<Int>) {
    for _ in places where texts.indices.contains(places.lowerBound) {
      let word = words[places.lowerBound]
      takeExactly(word)
    }
  }
}
