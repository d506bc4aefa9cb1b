import Documents
import LookedAfter
import PromptSession
import Testing

/// `target` said again, said twice, and said of a month without a number.
@Suite("Several targets") struct TargetTests {
  let prompt: Prompt

  init() throws {
    prompt = try Council(
      started: Council.falling.started, ceased: Council.falling.ceased
    ).prompt
  }

  @Test("Another target for the same month takes the place of the one before, whatever its start")
  func changed() throws {
    try prompt.type("target total 300 by mar 2026 from mar 2024")
    try prompt.type("target total 280 by mar 2026 from feb 2024")
    let answer = try prompt.answer(to: "trajectory")
    #expect(
      answer.sentences.hasPrefix(
        "All looked after children: 280 by March 2026, from 389 in February"))
    #expect(!answer.sentences.contains("300 by"))
    #expect(try prompt.answer(to: "baseline").table("baselines").words("kind") == ["target"])
    try prompt.type("undo")
    #expect(try prompt.answer(to: "trajectory").sentences.contains("300 by March 2026, from 387"))
  }

  @Test("Targets of two months have a straight line each, from where each begins")
  func two() throws {
    try prompt.type("target total 340 by mar 2025 from mar 2024")
    try prompt.type("target total 350 by mar 2026 from sep 2024")
    let answer = try prompt.answer(to: "trajectory")
    #expect(
      answer.sentences.hasPrefix(
        "All looked after children: 340 by March 2025, from 387 in March 2024. In March 2025 there are"
          + " 344 where the plan has 340: on plan (green, by rule)."))
    #expect(
      answer.sentences.contains(
        "All looked after children: 350 by March 2026, from 365 in September 2024. In March 2025 there"
          + " are 344 where the plan has 360: ahead (green, by rule)."))
    let table = try answer.table("trajectory")
    #expect(table.columns.last?.id == "target")
    #expect(table.rows.count == 13 + 19)
    #expect(Set(try table.words("target")) == ["340 by March 2025", "350 by March 2026"])
  }

  @Test("A plan cannot start from a month without a number, and nothing is recorded")
  func withoutStart() throws {
    let before = try prompt.store.log().count
    #expect(
      try prompt.refusal(of: "target total 300 by mar 2026 from apr 2025")
        == "A plan cannot start in April 2025: no number of \"All looked after children\" is recorded for"
        + " it; record it, or add a month that has one, such as: from mar 2025")
    #expect(try prompt.store.log().count == before)
  }

  @Test("On the day a target is set there is nothing to judge yet")
  func firstDay() throws {
    try prompt.type("target total 300 by mar 2026")
    let answer = try prompt.answer(to: "trajectory")
    #expect(
      answer.sentences
        == "All looked after children: 300 by March 2026, from 344 in March 2025. The plan begins in that"
        + " month, so there is nothing to judge yet.")
    #expect(try answer.table("trajectory").cell("2025-03", "level").value == .missing)
  }

  @Test("One month's joiners move by chance by themselves")
  func flow() throws {
    try prompt.type("target started 4 by mar 2026 from mar 2024")
    // The plan has 6 in March 2025, which chance moves by √(2 × 6).
    #expect(
      try prompt.answer(to: "trajectory started").sentences.contains(
        "In March 2025 there are 6 where the plan has 6: on plan (green, by rule). Chance alone moves one"
          + " month's number by about 3."))
  }
}
