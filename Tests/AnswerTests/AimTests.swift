import Documents
import LookedAfter
import PromptSession
import Testing

/// `direction`, `target`, `trajectory` and `baseline`: what an authority decides for itself.
@Suite("What is aimed at") struct AimTests {
  private static let choice = "direction total decrease because \"council strategy 2019\""

  @Test("By default a fall of the number is neither better nor worse")
  func neutral() throws {
    let prompt = try Prompt()
    let answer = try prompt.answer(to: "show")
    let total = try answer.table("direction").cell("total", "performance")
    #expect(total.value == .missing)
    #expect(total.display == "not judged")
    #expect(
      answer.sentences.contains(
        "No direction is set for the number of all children, so its moves are not judged; to set one,"
          + " type: direction total decrease because \"…\""))
    #expect(
      try prompt.answer(to: "compare").sentences.contains(
        "No direction is set, so a higher or a lower rate is called neither better nor worse."))
  }

  @Test("A direction that someone chose judges the moves, and every answer says who chose it")
  func chosen() throws {
    let prompt = try Prompt()
    #expect(
      try prompt.type(Self.choice)
        == "All looked after children: the direction aimed at is decrease, chosen by analyst (council"
        + " strategy 2019). Type undo to take it back.")
    let answer = try prompt.answer(to: "show")
    let table = try answer.table("direction")
    #expect(try table.cell("total", "performance").value == .text("increase in improvement"))
    #expect(try table.number("total", "suggested") == 2)
    let who =
      "The direction aimed at for the number of all children is decrease (council strategy 2019),"
      + " chosen by analyst on 1 December 2020."
    #expect(answer.sentences.contains(who))
    #expect(
      try prompt.answer(to: "compare").sentences.contains(who + " By that, higher counts as worse."))
    #expect(
      try prompt.type(Self.choice) == "Nothing changed: that is recorded already.")
    try prompt.type("undo")
    #expect(try prompt.answer(to: "show").table("direction").number("total", "suggested") == nil)
  }

  @Test("A later choice replaces the earlier; neutral goes back to judging nothing")
  func changed() throws {
    let prompt = try Prompt()
    try prompt.type(Self.choice)
    try prompt.type("direction total higher because \"a test\"")
    #expect(
      try prompt.answer(to: "show").table("direction").cell("total", "performance").value
        == .text("decrease in improvement"))
    try prompt.type("direction total neutral because \"no longer a goal\"")
    #expect(
      try prompt.answer(to: "show").table("direction").cell("total", "performance").value
        == .missing)
    #expect(try prompt.type("revisions setting.direction").contains("no longer a goal"))
  }

  @Test("A target is a straight line from the month in view, or from another")
  func trajectory() throws {
    let prompt = try Council(
      started: Council.falling.started, ceased: Council.falling.ceased
    ).prompt
    #expect(
      try prompt.type("target total 300 by mar 2026 from mar 2024")
        == "All looked after children: 300 by March 2026, from March 2024 on. Type undo to take it"
        + " back.")
    let answer = try prompt.answer(to: "trajectory total")
    #expect(
      answer.sentences
        == "All looked after children: 300 by March 2026, from 387 in March 2024. In March 2025 there"
        + " are 344 where the plan has 344: on plan (green, by rule). Chance alone would move the number"
        + " by about 13 since then.")
    let table = try answer.table("trajectory")
    #expect(table.columns.map(\.id) == ["date", "month", "planned", "actual", "difference", "level"])
    #expect(table.rows.count == 25)
    #expect(try table.number("2024-09", "planned")?.toFour == 365.25)
    #expect(try table.number("2025-03", "planned")?.toFour == 343.5)
    #expect(try table.number("2025-03", "difference")?.toFour == 0.5)
    #expect(try table.cell("2025-03", "level").value == .text("on plan"))
    #expect(try table.cell("2026-03", "actual").value == .missing)
    #expect(try prompt.answer(to: "trajectory").title == answer.title)
  }

  @Test(
    "Beyond what chance would do the number is ahead of the plan or behind it",
    arguments: [
      (262, "behind", "amber"), (150, "well behind", "red"), (310, "on plan", "green"),
      (340, "ahead", "green"),
      (385, "well ahead", "green"),
    ])
  func levels(target: Int, level: String, colour: String) throws {
    // √(1 × 179) is 13.4 children; a plan to the target in two years has half the way in one.
    let prompt = try Council(
      started: Council.falling.started, ceased: Council.falling.ceased
    ).prompt
    try prompt.type("target total \(target) by mar 2026 from mar 2024")
    try prompt.type(Self.choice)
    #expect(
      try prompt.answer(to: "trajectory").sentences.contains("\(level) (\(colour), by rule)"))
  }

  @Test("Without joiners and leavers, no noise is allowed for, and that is said")
  func withoutFlows() throws {
    let prompt = try Prompt()
    try prompt.type("target total 310 by mar 2021 from feb 2020")
    #expect(
      try prompt.answer(to: "trajectory").sentences.contains(
        "How far chance alone would move it is not known: joiners and leavers are not recorded for"
          + " every month since."))
  }

  @Test("The month that tables compare with can be fixed anew")
  func baselineMonth() throws {
    let prompt = try Prompt()
    #expect(
      try prompt.answer(to: "show").table("cohorts").number("total", "since_baseline") == -20)
    #expect(
      try prompt.type("baseline oct 2019 because \"the committee asked\"")
        == "Tables compare with October 2019. Type undo to take it back.")
    #expect(
      try prompt.answer(to: "show").table("cohorts").number("total", "since_baseline") == -14)
    #expect(
      try prompt.answer(to: "baseline").sentences.hasPrefix("Tables compare with October 2019."))
  }

  @Test("What was fixed is listed with its reason and its day")
  func list() throws {
    let prompt = try Prompt()
    try prompt.type(Self.choice)
    try prompt.type("target total 300 by mar 2022")
    try prompt.type("baseline started from apr 2019 to mar 2020 because \"agreed with the board\"")
    let table = try prompt.answer(to: "baseline").table("baselines")
    #expect(try table.words("kind") == ["direction", "target", "baseline"])
    #expect(
      try table.words("value")
        == ["decrease", "300 by March 2022, from October 2020", "April 2019 to March 2020"])
    #expect(try table.words("reason") == ["council strategy 2019", nil, "agreed with the board"])
    #expect(try table.words("recorded") == Array(repeating: "2020-12-01", count: 3))
  }

  @Test(
    "What cannot be recorded says what is wrong and what to do",
    arguments: [
      (
        "direction total decrease",
        "The command direction needs its reason after because; try: direction total decrease because"
          + " \"council strategy 2019\""
      ),
      (
        "direction total",
        "The command direction needs one of the words increase, decrease and neutral; try: direction"
          + " total decrease because \"council strategy 2019\""
      ),
      (
        "direction decrease because \"x\"",
        "The command direction needs a cohort or another measure; try: direction total decrease because"
          + " \"council strategy 2019\""
      ),
      ("target total", "The command target needs a number; try: target total 300 by mar 2022"),
      ("target total 300", "The command target needs the word \"by\"; try: target total 300 by mar 2022"),
      (
        "target total 300 by oct 2020",
        "October 2020 is not before October 2020; give the earlier month first."
      ),
      (
        "trajectory total",
        "No target is recorded of \"All looked after children\"; to set one, type: target total 300 by"
          + " mar 2022"
      ),
      (
        "baseline jan 2020",
        "There is no snapshot for January 2020; there are snapshots for September 2015, March 2019,"
          + " October 2019, February 2020, March 2020, August 2020, September 2020 and October 2020."
      ),
      (
        "baseline started from apr 2020 to apr 2020",
        "April 2020 is not before April 2020; give the earlier month first."
      ),
      (
        "baseline started",
        "The command baseline needs the word \"from\"; try: baseline"
      ),
    ])
  func refusals(line: String, sentence: String) throws {
    #expect(try Prompt().refusal(of: line) == sentence)
  }

  @Test("A number that the measure cannot have is no target")
  func impossibleTarget() throws {
    let prompt = try Prompt()
    #expect(try prompt.refusal(of: "target total -5 by mar 2022").isEmpty == false)
    #expect(try prompt.refusal(of: "target total 300.5 by mar 2022").isEmpty == false)
    #expect(try prompt.store.log().count == 1)
  }
}
