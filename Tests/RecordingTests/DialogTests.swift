import LookedAfter
import Testing

/// The walk through a month.
@Suite("record nov 2020") struct DialogTests {
  let prompt: Prompt

  init() throws {
    prompt = try Prompt(asksFirst: true)
    try prompt.type("record nov 2020")
  }

  @Test("asks in the order of the update, with last month's figure and the running remainder")
  func questions() throws {
    #expect(prompt.console.prompt == "As at which day [2020-11-30]> ")
    try prompt.type("")
    #expect(prompt.console.prompt == "Basis: weekly, month-end or year-end [weekly]> ")
    try prompt.type("month-end")
    #expect(prompt.console.prompt == "All looked after children [336]> ")
    try prompt.type("334")
    #expect(
      prompt.console.prompt
        == "Long-term matched with foster carers [107], 334 not in a cohort yet> ")
    try prompt.type("106")
    #expect(
      prompt.console.prompt == "Subject to interim care orders [35], 228 not in a cohort yet> ")
  }

  @Test("goes back, and refuses what is no number without losing the place")
  func back() throws {
    for line in ["", "", "334", "106"] { try prompt.type(line) }
    try prompt.type("back")
    #expect(prompt.console.prompt.hasPrefix("Long-term matched"))
    #expect(
      try prompt.refusal(of: "many")
        == "\"many\" is not a number; type a number, Enter, skip, back, leave or ?")
    try prompt.type("105")
    #expect(prompt.console.prompt.contains("229 not in a cohort yet"))
  }

  @Test("records all answers in one entry after showing them and the checks that fail")
  func records() throws {
    for line in ["", "month-end", "334"] { try prompt.type(line) }
    try prompt.type("next")
    try prompt.type("section20 4 ico 5")
    try prompt.type("turned-18 3 sgo 5 discharged 4")
    var review = ""
    while prompt.console.isAsking, !prompt.console.prompt.hasPrefix("Record this?") {
      review = try prompt.type("next")
    }
    #expect(review.contains("To be recorded for November 2020"))
    #expect(
      review.contains(
        "All looked after children. New: 334; Month before: 336, weekly data\nBecame looked after. New: 9; Month before: 10; Change: minus 1\n"
      ))
    #expect(review.contains("What does not add up:"))
    #expect(try prompt.number("total", "2020-11") == nil)
    try prompt.type("yes")
    #expect(try prompt.number("total", "2020-11") == 334)
    #expect(try prompt.number("ceased", "2020-11") == 12)
    let log = try prompt.store.log()
    #expect(log.count == 2)
    #expect(log.last?.entry.command == "record november 2020")
    #expect(try prompt.store.draft(of: #require(Month(iso: "2020-11"))) == nil)
  }

  @Test("keeps an entry that is left, and offers it next time")
  func draft() throws {
    for line in ["", "month-end", "334", "106"] { try prompt.type(line) }
    #expect(try prompt.type("leave").hasPrefix("Kept for later; nothing is recorded yet."))
    #expect(prompt.console.isAsking == false)
    #expect(try prompt.store.log().count == 1)
    #expect(try prompt.type("record nov 2020").hasPrefix("There is an unfinished entry"))
    try prompt.type("yes")
    #expect(
      prompt.console.prompt == "Subject to interim care orders [35], 228 not in a cohort yet> ")
  }

  @Test("takes every question's usual answer with Enter alone")
  func enterAlone() throws {
    var count = 0
    while prompt.console.isAsking, !prompt.console.prompt.hasPrefix("Record this?") {
      try prompt.type("")
      count += 1
      try #require(count < 200)
    }
    try prompt.type("yes")
    let history = try prompt.store.history()
    let month = try #require(Month(iso: "2020-11"))
    let november = try #require(history.snapshot(for: month))
    #expect(november.total?.value == 336)
    #expect(november.netRemainder == 10)
    #expect(november.counts["sgo_plan"]?.assessing?.value == 6)
  }

  @Test("is not kept when nothing was answered")
  func nothingAnswered() throws {
    try prompt.type("")
    #expect(try prompt.type("leave") == "Nothing was answered, so nothing is kept.")
    #expect(try prompt.store.draftMonths().isEmpty)
  }

  @Test("speaks of the question where an answer does not fit")
  func badAnswers() throws {
    try prompt.skip(to: "Joined, by legal status, such as: ico 1 section20 2")
    #expect(
      try prompt.refusal(of: "22section205")
        == "This answer needs a number after \"22section205\"; write each reason with its number, such"
        + " as: ico 1 section20 2")
    #expect(
      try prompt.refusal(of: "ico 1.5")
        == "\"1.5\" is not a number of children; write whole numbers, such as: ico 1 section20 2")
  }

  @Test("refuses a month that cannot be meant, and a day that is not of it")
  func implausible() throws {
    #expect(
      try prompt.refusal(of: "1 jan 2031")
        == "1 January 2031 is not a day of November 2020, nor of the month before or after; check the"
        + " day.")
    try prompt.type("leave")
    #expect(
      try prompt.refusal(of: "record feb 2099")
        == "February 2099 is still to come, and today is 1 December 2020; check the month. Only plans"
        + " and forecasts are recorded ahead.")
    #expect(
      try prompt.refusal(of: "record feb 1800")
        == "February 1800 is before 1948, when councils began to look after children; check the year."
    )
  }
}

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
        == "\"dec 2020\" is not a month before November 2020; write it as apr 2020.")
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
