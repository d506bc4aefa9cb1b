import HistoryStore
import LookedAfter
import Testing

/// One child from identified to granted, as a person types it, with each step in the update.
@Suite("A case at the prompt") struct PromptTests {
  private func reduction(_ prompt: CasePrompt, _ month: String) throws -> String {
    let update = try prompt.type("update \(month)")
    let start = try #require(update.range(of: "Reduction of the number of children in care"))
    let end = try #require(
      update.range(of: "Care proceedings", range: start.upperBound..<update.endIndex))
    return String(update[start.upperBound..<end.lowerBound])
  }

  @Test("goes from identified to granted, and each step is in the update")
  func whole() throws {
    let prompt = try CasePrompt()
    prompt.advance(to: "2021-05-20")
    try prompt.type("cases since oct 2020")
    try prompt.type("set total 330 mar 2021")
    try prompt.type("set total 331 jan 2021")
    try prompt.type("set total 332 nov 2020")
    try prompt.type("month mar 2021")

    #expect(
      try prompt.type(
        "case add sgo K-102 cohort long-term-matched born 2012-05 entered 3 mar 2016 on 5 oct 2020")
          == """
          K-102, SGO: opened at identified on 5 October 2020.
          From here: assessing, recommended, not-in-best-interests, withdrawn.
          Type undo to take it back.
          """)
    #expect(
      try reduction(prompt, "oct 2020").contains(
        "On the way to an application or a move: SGO 1 identified."))
    try prompt.type("case K-102 assessed recommended on 12 oct 2020")
    #expect(
      try reduction(prompt, "oct 2020").contains("SGO 1 assessment complete, recommended."))
    try prompt.type("case K-102 planned for nov on 14 oct 2020")
    #expect(
      try reduction(prompt, "oct 2020").contains(
        "In all, one application is planned to go to legal services: one in November 2020"))

    #expect(
      try prompt.type("case K-102 slipped to jan 2021 because life-story-work on 20 nov 2020")
        .hasPrefix("K-102, SGO: slipped from November 2020 to January 2021 on 20 November 2020."))
    #expect(
      try reduction(prompt, "nov 2020").contains(
        "For November 2020, one application had been planned; none was sent as planned and one"
          + " slipped: one to January 2021, because life story work is still to be finished."))
    #expect(try prompt.type("undo").hasPrefix("Taken back: case K-102 slipped"))
    #expect(
      try reduction(prompt, "nov 2020").contains(
        "none was sent as planned and one slipped: one with no new month set, with no reason recorded"
      ))
    #expect(try prompt.type("redo").hasPrefix("Done again: case K-102 slipped"))
    #expect(try reduction(prompt, "nov 2020").contains("life story work"))

    try prompt.type("case K-102 to legal on 8 jan 2021")
    #expect(
      try reduction(prompt, "jan 2021").contains(
        "At the end of the month applications were under way for one child (SGO)")
    )
    #expect(try reduction(prompt, "jan 2021").contains("one was sent as planned"))
    try prompt.type("case K-102 filed on 1 mar 2021")
    #expect(
      try prompt.type("case K-102 granted on 30 mar 2021")
        == """
        K-102, SGO: SGO granted on 30 March 2021. It was: Filed with the court.
        Type undo to take it back.
        """)
    #expect(try reduction(prompt, "mar 2021").contains("In March 2021 one SGO was granted"))
    #expect(
      try reduction(prompt, "mar 2021").contains(
        "No application was under way at the end of the month; a month earlier there was one."))
    #expect(
      try reduction(prompt, "mar 2021").contains(
        "No application is planned to go to legal services."))
    #expect(
      try prompt.type("pipeline mar 2021").contains(
        "SGO: 1 under way at the end of February 2021 + 0 sent minus 1 SGO granted = 0."))
    #expect(try prompt.store.check().isEmpty)
    #expect(
      try prompt.type("permanence mar 2021").contains("264.7"))
  }

  @Test("alone changes nothing that is recorded, and says how the cases take over")
  func first() throws {
    let prompt = try CasePrompt()
    let before = try reduction(prompt, "oct 2020")
    let message = try prompt.type("case add sgo K-1 at filed on 3 oct 2020")
    #expect(
      message.contains(
        "SGO and discharge: the cases make one child, and 53 are recorded for October 2020. The counts"
          + " stand until the cases make as many; where these are complete already, type: cases since"
          + " october 2020"), "\(message)")
    #expect(try reduction(prompt, "oct 2020") == before)
    try prompt.type("cases since oct 2020 because \"all are in\"")
    #expect(
      try reduction(prompt, "oct 2020").contains(
        "applications were under way for one child (SGO)"))
  }

  @Test("goes back to planning only from where there is something to return from")
  func returned() throws {
    let prompt = try CasePrompt()
    try prompt.type("case add sgo A-1 on 1 jan 2020")
    #expect(
      prompt.refusal(of: "case A-1 returned to planning on 2 jan 2020")
        == "Only a case that is planned, parked, with legal services or filed can return to planning;"
        + " this one is at identified and can move to assessing, recommended, not-in-best-interests,"
        + " withdrawn.")
  }

  @Test("leaves care once, whatever other routes the child is on")
  func leavesOnce() throws {
    let prompt = try CasePrompt()
    try prompt.type("case add sgo K-1 at filed on 1 sep 2020")
    try prompt.type("case add discharge K-1 at filed on 1 sep 2020")
    #expect(
      try prompt.type("case K-1 sgo granted on 3 oct 2020").contains(
        "K-1 has left care and is still open on discharge; to end that, type: case K-1 discharge"
          + " withdrawn because \"left by SGO\""))
    #expect(
      prompt.refusal(of: "case K-1 discharge granted on 4 oct 2020").hasPrefix(
        "K-1 left care already: SGO, granted on 3 October 2020, and a child leaves once"))
    #expect(
      prompt.refusal(of: "case add adoption k-1").hasPrefix("There is a case K-1 already"))
  }

  @Test("is moved in the words of the routes, and refused with those that are allowed")
  func words() throws {
    let prompt = try CasePrompt()
    try prompt.type("case add adoption K-7 on 1 mar 2020")
    try prompt.type("case K-7 agreed by the decision maker on 2 mar 2020")
    try prompt.type("case K-7 placement order on 3 mar 2020")
    try prompt.type("case k-7 matched on 4 mar 2020")
    #expect(
      prompt.refusal(of: "case K-7 filed")
        == "From matched a case of the route adoption cannot move to filed; it can move to placed,"
        + " placement-order or withdrawn.")
    #expect(
      prompt.refusal(of: "case K-7 plaecd")
        == "\"plaecd\" is no stage of the route adoption; did you mean placed?")
    #expect(
      prompt.refusal(of: "case K-77 placed") == "There is no case K-77; did you mean K-7?")
    #expect(
      prompt.refusal(of: "case K-7 slipped to jan 2021 because carer").hasPrefix(
        "K-7 is not planned for any month, so it cannot slip; from here: placed"))
    #expect(
      prompt.refusal(of: "case add adopshun K-8")
        == "There is no route \"adopshun\"; did you mean adoption?")
    #expect(
      prompt.refusal(of: "case add adoption K-7").contains("is on the route adoption already"))
  }

  @Test("needs its route where the child is on several, and goes back to planning by those words")
  func routes() throws {
    let prompt = try CasePrompt()
    try prompt.type("case add sgo K-1 at filed on 1 sep 2020")
    try prompt.type("case add discharge K-1 at filed on 1 sep 2020")
    #expect(
      prompt.refusal(of: "case K-1 granted").contains("is on several routes (sgo, discharge)"))
    try prompt.type("case K-1 discharge granted on 2 sep 2020")
    // One live case is left.
    try prompt.type("case K-1 returned to planning on 3 sep 2020")
    #expect(
      try prompt.cases().map { "\($0.route) \($0.moves.last?.stage.rawValue ?? "")" } == [
        "discharge granted", "sgo recommended",
      ])
  }

  @Test("is dated on the day in view, and corrected in what is known of the child")
  func defaults() throws {
    let prompt = try CasePrompt()
    try prompt.type("case add sgo K-1")
    prompt.advance(to: "2026-01-05")
    try prompt.type("case add sgo K-2")
    #expect(try prompt.cases().map { "\($0.moves[0].date)" } == ["2020-11-02", "2020-10-31"])
    #expect(
      try prompt.type("case K-1 born 2012-06 because \"read wrongly\"").hasPrefix(
        "K-1, SGO: what is known of the child is corrected."))
    #expect(try prompt.cases()[0].facts.born == (try month("2012-06")))
    #expect(prompt.refusal(of: "case K-1 born 2035-06").contains("check the month of birth"))
    #expect(try prompt.type("case K-1 history").contains("case K-1 born 2012-06"))
  }

  @Test("is asked about when its id looks like a name, and refused in a script")
  func doubts() throws {
    let prompt = try CasePrompt(asksFirst: true)
    #expect(
      try prompt.type("case add sgo Smith")
        == "\"Smith\" looks like the name of a person; a case is kept under a pseudonym, such as K-102."
        + " Is it a pseudonym all the same?\nType yes to record this, or anything else to leave it."
    )
    #expect(try prompt.type("no") == "Nothing was recorded.")
    #expect(try prompt.cases().isEmpty)
    try prompt.type("case add sgo Smith")
    try prompt.type("yes")
    #expect(try prompt.cases().map(\.child) == ["Smith"])

    let script = try CasePrompt()
    #expect(
      script.refusal(of: "case add sgo 9434765919").hasSuffix(
        "Where it is one, add: pseudonym confirmed"))
    try script.type("case add sgo 9434765919 pseudonym confirmed")
    #expect(script.refusal(of: "case add sgo John Smith").contains("is not one id"))
  }

  @Test("is answered for on the day of knowledge")
  func asKnownOn() throws {
    let prompt = try CasePrompt()
    try prompt.type("case add sgo K-1 at filed on 1 sep 2020")
    prompt.advance(to: "2020-11-09")
    try prompt.type("case K-1 granted on 1 oct 2020")
    try prompt.type("as known on 2 nov 2020")
    #expect(try prompt.type("cases").contains("Filed with the court"))
    #expect(prompt.refusal(of: "case K-1 granted").contains("nothing can be recorded"))
    try prompt.type("as known now")
    #expect(try prompt.type("cases").contains("There is no such case"))
  }

  @Test("On counts alone a frozen list says what nobody can know")
  func theFortyNine() throws {
    let prompt = try CasePrompt()
    #expect(
      prompt.refusal(of: "freeze \"the list\" as sgo, reunification on 25 nov 2019").contains(
        "where only the number of children is known, add: size 49"))
    #expect(
      try prompt.type("freeze \"the 49\" as sgo, reunification on 25 nov 2019").hasPrefix(
        "Froze \"the 49\": 49 children on 25 November 2019. The number is that of the name: there was"
          + " no case by then, so nobody can say what becomes of them."))
    let answer = try prompt.type("progress of \"the 49\" on 1 dec 2020")
    #expect(answer.contains("counts do not tell one child from another"))
    #expect(
      answer.contains(
        "Of all children, not of the list, eight SGOs and five discharges of care orders"))
    #expect(answer.contains("All of the list: 49") || answer.contains("49"))
  }

  @Test("Without a case, Herefordshire's answers and update are those of its counts")
  func unchanged() throws {
    let prompt = try CasePrompt()
    #expect(
      try prompt.type("applications").contains("Sent on time in October 2020: three of 10 (30%)."))
    #expect(
      try prompt.type("applications").contains(
        "14 applications were forecast (8 SGO and 6 discharge); three were sent as planned and nine are"
          + " planned, which makes 12."))
    #expect(try prompt.type("cost").contains("336 children cost £17,136,000"))
    #expect(try prompt.type("cost").contains("£51,000 less at the average"))
    #expect(try prompt.type("kinship").contains("10 more than the 61 of December 2019"))
    #expect(try prompt.type("proceedings").contains("one home, nine by adoption and 12 by SGO"))
  }

  @Test("Of a list that is called by another number than there are cases, that is said")
  func otherNumber() throws {
    let prompt = try CasePrompt()
    try prompt.type("case add sgo K-1 on 1 sep 2020")
    #expect(
      try prompt.type("freeze \"the 49\" as sgo on 2 sep 2020").hasPrefix(
        "Froze \"the 49\": 1 child on 2 September 2020. The name says 49; where so many were meant,"
          + " undo and add: size 49"))
  }

  @Test("What a committee asked is open until it is answered")
  func resolutions() throws {
    let prompt = try CasePrompt()
    #expect(try prompt.type("resolutions").contains("11 resolutions are open, of 15."))
    try prompt.type(
      "resolution \"A visit to foster carers\" on 1 dec 2020 by scrutiny of \"the director\" due mar 2021"
    )
    try prompt.type("resolution add \"Another\" on 2 dec 2020")
    #expect(try prompt.type("resolutions").contains("13 resolutions are open, of 17."))
    try prompt.type("answered 16 \"report of 1 March 2021\"")
    let open = try prompt.type("resolutions open")
    #expect(open.contains("12 resolutions are open, of 17."))
    #expect(!open.contains("A visit to foster carers"))
    try prompt.type("undo")
    #expect(try prompt.type("resolutions").contains("13 resolutions are open, of 17."))
  }
}
