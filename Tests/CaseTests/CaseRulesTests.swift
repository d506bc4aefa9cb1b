import LookedAfter
import Testing

@Suite("A move of a case") struct CaseRulesTests {
  private func refusal(
    _ moves: [CaseMove], on id: CaseRouteID = "sgo", today: String = "2021-06-30"
  ) throws -> String {
    let rules = CaseRules(
      route: try route(id), today: try day(today), catalogue: try emptyHistory().catalogue)
    do throws(CaseMoveError.At) {
      try rules.check(moves)
      return "allowed"
    } catch {
      return "\(error.index): \(error.error)"
    }
  }

  @Test("leads from identified to granted, with a slip")
  func whole() throws {
    let moves = [
      try move("identified", "2020-09-01"), try move("recommended", "2020-09-10"),
      try move("planned", "2020-09-12", "2020-11"),
      try move("planned", "2020-11-20", "2021-01", because: "life_story_work"),
      try move("with_legal", "2021-01-08"), try move("filed", "2021-02-01"),
      try move("granted", "2021-05-14"),
    ]
    #expect(try refusal(moves) == "allowed")
  }

  @Test("is refused with the moves that are allowed")
  func illegal() throws {
    #expect(
      try refusal([try move("identified", "2020-09-01"), try move("filed", "2020-09-02")])
        == "1: From identified a case of the route SGO cannot move to filed; it can move to assessing,"
        + " recommended, not-in-best-interests or withdrawn.")
    #expect(
      try refusal([
        try move("filed", "2020-09-01"), try move("granted", "2020-10-01"),
        try move("withdrawn", "2020-10-02", because: "none"),
      ])
        == "2: The case is closed (granted), so it cannot move to withdrawn; nothing follows that stage"
        + " of the route SGO.")
  }

  @Test("begins where a case can, and not at its end")
  func opening() throws {
    #expect(
      try refusal([try move("granted", "2020-09-01")]).hasPrefix(
        "0: A case of the route SGO cannot begin at granted; it can begin at identified, assessing,"
      ))
    #expect(try refusal([try move("matched", "2020-09-01")], on: "matching") == "allowed")
  }

  @Test("is dated after the one before, and not after today")
  func dates() throws {
    let first = try move("identified", "2020-09-10")
    #expect(
      try refusal([first, try move("assessing", "2020-09-01")])
        == "1: 1 September 2020 is before 10 September 2020, when the case came to identified; give a"
        + " later day, as in: on 2020-09-10")
    #expect(
      try refusal([first], today: "2020-09-09")
        == "0: 10 September 2020 is still to come, so nothing has happened on it; give the day on which"
        + " it did.")
    #expect(try refusal([first, try move("assessing", "2020-09-10")]) == "allowed")
    #expect(try refusal([try move("identified", "0202-09-10")]).contains("check the year"))
  }

  @Test("needs the month of a plan, and the reason of a slip")
  func plans() throws {
    let planned = [
      try move("recommended", "2020-09-10"), try move("planned", "2020-09-12", "2020-11"),
    ]
    #expect(
      try refusal([planned[0], try move("planned", "2020-09-12")])
        == "1: The stage planned needs the month planned for, as in: planned for jan 2021")
    #expect(
      try refusal([planned[0], try move("planned", "2020-09-12", "2020-08")])
        == "1: August 2020 cannot be planned for on 12 September 2020; give that month or a later one,"
        + " within twenty years.")
    #expect(
      try refusal(planned + [try move("planned", "2020-11-01", "2021-01")])
        == "2: The stage planned needs a reason; add: because life-story-work, days-late,"
        + " review-meeting, assessment, carer or other")
    #expect(
      try refusal(planned + [try move("planned", "2020-11-01", nil, because: "review_meeting")])
        == "allowed")
    #expect(
      try refusal(planned + [try move("planned", "2020-11-01", "2020-11", because: "carer")])
        == "allowed")
    let slip = try move("planned", "2020-11-01", "2020-11", because: "carer")
    #expect(
      try refusal(planned + [slip, slip])
        == "3: That slip is recorded already, with the same day, month and reason; give another day,"
        + " month or reason.")
    #expect(
      try refusal(planned + [try move("planned", "2020-11-01", nil, because: "not_stated")])
        .contains("is no reason of the list"))
    #expect(
      try refusal([try move("recommended", "2020-09-10", "2020-11")])
        == "0: The stage recommended takes no month; only a plan and a parked case have one.")
  }

  @Test("is parked with a month in which to look again, and returns")
  func parked() throws {
    #expect(
      try refusal([
        try move("recommended", "2020-09-10"),
        try move("carer_not_willing", "2020-09-12", "2021-03"),
        try move("recommended", "2021-03-02"),
      ]) == "allowed")
  }

  @Test("can be refused by the court, withdrawn with a reason, or returned to planning")
  func endings() throws {
    let filed = try move("filed", "2020-09-10")
    #expect(try refusal([filed, try move("refused", "2020-10-10")]) == "allowed")
    #expect(try refusal([filed, try move("recommended", "2020-10-10")]) == "allowed")
    #expect(
      try refusal([filed, try move("withdrawn", "2020-10-10")])
        == "1: The stage withdrawn needs a reason; add: because \"…\"")
  }
}
