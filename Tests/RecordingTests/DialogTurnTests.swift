import LookedAfter
import PromptSession
import Testing

/// Going back keeps what was said: a wrong figure must never slip in with Enter.
@Suite("back, in the walk through a month") struct DialogBackTests {
  let prompt: Prompt

  init() throws {
    prompt = try Prompt(asksFirst: true)
    try prompt.type(["record nov 2020", "2020-11-02", "month-end", "300", "100", "20"])
  }

  @Test("offers my own answer, and keeps the later ones")
  func ownAnswer() throws {
    try prompt.type(["back", "back"])
    #expect(
      prompt.console.prompt
        == "Long-term matched with foster carers [100], 280 not in a cohort yet> ")
    try prompt.type("110")
    #expect(
      prompt.console.prompt == "Subject to interim care orders [20], 190 not in a cohort yet> ")
    try prompt.type("")
    #expect(prompt.console.prompt.contains("170 not in a cohort yet"))
  }

  @Test("keeps the day that was typed")
  func day() throws {
    try prompt.type(["back", "back", "back", "back", "back"])
    #expect(prompt.console.prompt == "As at which day [2020-11-02]> ")
  }

  @Test("passes over again with Enter what was passed over")
  func skipped() throws {
    try prompt.type(["skip", "back"])
    #expect(prompt.console.prompt == "On placement orders [skip], 180 not in a cohort yet> ")
    try prompt.type("")
    #expect(prompt.console.prompt.hasPrefix("Placed with parents [22]"))
  }

  @Test("keeps every answer in the draft")
  func draft() throws {
    try prompt.type(["back", "back", "leave", "record nov 2020", "yes"])
    #expect(prompt.console.prompt.hasPrefix("Long-term matched with foster carers [100]"))
    try prompt.type("")
    #expect(prompt.console.prompt.hasPrefix("Subject to interim care orders [20]"))
  }

  @Test("from the end goes to the last question, whose answers are recorded unless changed")
  func recorded() throws {
    try prompt.type(["back", "back", "", ""])
    while !prompt.console.prompt.hasPrefix("Record this?") { try prompt.type("next") }
    try prompt.type("yes")
    #expect(try prompt.number("ico", "2020-11") == 20)
    #expect(try prompt.number("long_term_matched", "2020-11") == 100)
    #expect(try prompt.number("placement_orders", "2020-11") == nil)
  }
}

/// A month that went out is corrected in the dialog like anywhere else.
@Suite("The walk through a published month") struct PublishedDialogTests {
  let prompt: Prompt

  init() throws {
    prompt = try Prompt(asksFirst: true)
    try prompt.type(["publish oct 2020"])
  }

  private func walk(_ first: String) throws {
    try prompt.type([first, "", "", "335"])
    while !prompt.console.prompt.hasPrefix("Record this?") { try prompt.type("next") }
  }

  private func expectRecorded() throws {
    #expect(try prompt.number("total", "2020-10") == 335)
    #expect(try prompt.store.log().last?.entry.reason == "late return")
    #expect(prompt.console.isAsking == false)
  }

  @Test("asks for the reason")
  func asks() throws {
    try walk("record oct 2020")
    #expect(
      try prompt.type("yes")
        == "The update of October 2020 was published, so a correction needs its reason.")
    #expect(prompt.console.prompt == "Why is it corrected? A reason, back or leave> ")
    try prompt.type("late return")
    try expectRecorded()
  }

  @Test("takes the reason with the yes")
  func withYes() throws {
    try walk("record oct 2020")
    try prompt.type("yes because \"late return\"")
    try expectRecorded()
  }

  @Test("takes the reason with the command")
  func withCommand() throws {
    try walk("record oct 2020 because \"late return\"")
    try prompt.type("yes")
    try expectRecorded()
  }
}

/// A council that has recorded nothing is asked everything.
@Suite("The first month of a new store") struct FirstMonthTests {
  let prompt: Prompt

  init() throws {
    prompt = try Prompt.new(asksFirst: true)
    try prompt.type("record nov 2020")
  }

  @Test("asks for whom best interests are still being assessed")
  func bestInterests() throws {
    try prompt.skip(
      to: "Plan for special guardianship (SGO), best interests still being assessed")
    try prompt.skip(
      to: "Reunification (not yet placed with parents), best interests still being assessed")
  }

  @Test("asks what the edge of care team did, and since which month")
  func edgeOfCare() throws {
    try prompt.skip(to: "Edge of care is counted on since which month [april 2020]> ")
    #expect(
      try prompt.refusal(of: "dec 2020")
        == "\"dec 2020\" is not a month up to November 2020; write it as apr 2020.")
    try prompt.type(["may 2020", "14", "14", "12"])
    while !prompt.console.prompt.hasPrefix("Record this?") { try prompt.type("next") }
    try prompt.type("yes")
    let history = try prompt.store.history()
    let november = try #require(Month(iso: "2020-11"))
    let edge = try #require(history.edgeOfCare(upTo: november))
    #expect(edge.period == .months(try #require(Month(iso: "2020-05")), november))
    #expect(edge.prevention.families?.value == 14)
    #expect(edge.prevention.children.stated?.value == 14)
  }

  @Test("asks the next month only for whom it was said, and knows since when")
  func nextMonth() throws {
    prompt.advance(to: "2021-01-04")
    try prompt.type(["", "", "300"])
    try prompt.skip(to: "Plan for special guardianship (SGO), 300")
    try prompt.type(["40", "6"])
    try prompt.skip(to: "Edge of care is counted on")
    try prompt.type(["", "14"])
    while !prompt.console.prompt.hasPrefix("Record this?") { try prompt.type("next") }
    try prompt.type(["yes", "record dec 2020"])
    try prompt.skip(
      to: "Plan for special guardianship (SGO), best interests still being assessed [6]")
    try prompt.type("5")
    #expect(prompt.console.prompt.hasPrefix("Reunification (not yet placed with parents)>"))
    try prompt.type("20")
    #expect(prompt.console.prompt.hasPrefix("Residential care due to complex disability"))
    try prompt.skip(
      to: "Families worked with to prevent entry into care, since April 2020 [14]> ")
  }
}
