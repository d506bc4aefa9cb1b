import LookedAfter
import PromptSession
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

  @Test("goes on with an entry that was left at its end by asking whether to record it")
  func draftAtTheEnd() throws {
    try prompt.type(["", "month-end", "334"])
    while !prompt.console.prompt.hasPrefix("Record this?") { try prompt.type("next") }
    try prompt.type(["leave", "record nov 2020"])
    #expect(try prompt.type("yes").contains("All looked after children. New: 334"))
    try prompt.type("yes")
    #expect(try prompt.number("total", "2020-11") == 334)
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
