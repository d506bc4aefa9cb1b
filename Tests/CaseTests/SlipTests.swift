import LookedAfter
import Testing

/// Slips before, within and after the month planned for, each told once in the right month.
@Suite("A slip") struct SlipTests {
  private func prompt() throws -> CasePrompt {
    let prompt = try CasePrompt()
    prompt.advance(to: "2021-05-20")
    for line in [
      "cases since oct 2020", "set total 330 jan 2021", "set total 331 dec 2020",
      "set total 332 nov 2020", "month nov 2020",
      "case add sgo K-102 cohort long-term-matched born 2012-05 on 2 nov 2020",
      "case K-102 assessed recommended on 3 nov 2020",
      "case K-102 planned for jan 2021 on 4 nov 2020",
    ] { try prompt.type(line) }
    return prompt
  }

  @Test("to the month that is planned already keeps the month, and the update names its reason")
  func sameMonth() throws {
    let prompt = try prompt()
    #expect(
      try prompt.type("case K-102 slipped to jan 2021 because life-story-work on 5 nov 2020")
        .hasPrefix(
          "K-102, SGO: slipped on 5 November 2020, and stays planned for January 2021; the update of"
            + " November 2020 names the slip and its reason."))
    let sentence =
      "Other slips in November 2020: one stays planned for January 2021, because life story work is"
      + " still to be finished."
    #expect(try prompt.type("update nov 2020").contains(sentence))
    #expect(try prompt.type("applications nov 2020").contains(sentence))
    #expect(
      try prompt.type("update nov 2020").contains("one application is planned to go to legal"))
    #expect(try !prompt.type("update dec 2020").contains("life story work"))
    #expect(try prompt.type("case K-102 history").contains("Slipped"))
  }

  @Test("before its month is told in the month in which it slipped, and in no other")
  func early() throws {
    let prompt = try prompt()
    try prompt.type("case K-102 slipped to feb 2021 because life-story-work on 5 nov 2020")
    #expect(
      try prompt.type("update nov 2020").contains(
        "Other slips in November 2020: one from January 2021 to February 2021, because life story"
          + " work is still to be finished."))
    for month in ["oct 2020", "dec 2020", "jan 2021"] {
      #expect(try !prompt.type("update \(month)").contains("from January 2021 to February 2021"))
    }
    #expect(try prompt.type("applications nov 2020").contains("Slippage by reason"))
  }

  @Test("in the first days of the next month belongs to the month that is over, and to it alone")
  func late() throws {
    let prompt = try prompt()
    try prompt.type("case K-102 slipped to mar 2021 because review-meeting on 2 feb 2021")
    let january = try prompt.type("applications jan 2021")
    #expect(january.contains("one slipped: one to March 2021, because"))
    #expect(january.contains("one in March 2021"))
    #expect(!january.contains("overdue: the month"))
    #expect(!january.contains("Other slips"))
    #expect(try !prompt.type("applications feb 2021").contains("Other slips"))
  }

  @Test("that comes later than the paper is told in its own month, and until then it is overdue")
  func later() throws {
    let prompt = try prompt()
    try prompt.type("case K-102 slipped to mar 2021 because review-meeting on 20 feb 2021")
    #expect(try prompt.type("applications jan 2021").contains("One application is overdue"))
    #expect(
      try prompt.type("applications feb 2021").contains(
        "Other slips in February 2021: one from January 2021 to March 2021"))
  }

  @Test("of some days only, until it was sent, is planned for the month after and then sent")
  func days() throws {
    let prompt = try prompt()
    try prompt.type("case K-102 to legal on 5 feb 2021")
    let january = try prompt.type("applications jan 2021")
    #expect(january.contains("one slipped: one to February 2021"))
    #expect(january.contains("one in February 2021"))
    #expect(!january.contains("overdue: the month"))
    #expect(
      try prompt.type("applications feb 2021").contains(
        "For February 2021, one application had been planned; one was sent as planned."))
  }

  @Test("A remark alone is kept with where the case stands")
  func remark() throws {
    let prompt = try prompt()
    #expect(
      try prompt.type("case K-102 note \"the carer is away until May\"").hasPrefix(
        "K-102, SGO: the remark is kept with application planned."))
    #expect(try prompt.type("case K-102").contains("the carer is away until May"))
    #expect(try prompt.cases()[0].moves.count == 3)
    #expect(
      prompt.refusal(of: "case K-102 on 1 dec 2020").hasPrefix("Say what happened to K-102; from"))
  }
}
