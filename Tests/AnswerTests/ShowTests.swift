import Documents
import LookedAfter
import PromptSession
import Testing

@Suite("Where the children stand, and what the changes mean") struct ShowTests {
  let prompt: Prompt

  init() throws { prompt = try Prompt() }

  @Test("Changes since last month, since the baseline and on the year, cohort by cohort")
  func changes() throws {
    let table = try prompt.answer(to: "show oct 2020").table("cohorts")
    #expect(
      try table.numbers("change") == [-2, -3, 3, -2, -1, -2, 1, 0, 0, 3, 0, 4, -5])
    #expect(
      try table.numbers("since_baseline").prefix(12)
        == [-20, 23, -16, 6, -1, 1, -3, -1, 5, 0, -4, -2])
    #expect(try table.number("total", "on_year") == -14)
    #expect(try table.numbers("2020-10").last == 10)
    #expect(try table.numbers("2020-09").last == 15)
    #expect(try table.numbers("2020-02").last == 38)
    #expect(try prompt.answer(to: "show aug 2020").table("cohorts").numbers("2020-08").last == 11)
  }

  @Test("The directions of the update's key, as the paper prints them")
  func directions() throws {
    let directions = try prompt.answer(to: "show oct 2020").table("direction").words("direction")
    let letters = directions.map { $0.map { String($0.prefix(1)) } ?? "-" }.joined()
    #expect(letters == "DDIDDDINNINI")
  }

  @Test("The improvement plan's key judges only what can be judged")
  func improvement() throws {
    let table = try prompt.answer(to: "show oct 2020").table("direction")
    // Placement orders fell by two, but no adoption is among those who left.
    #expect(try table.cell("placement_orders", "performance").value == .missing)
    // SGO plans fell, and three left by special guardianship.
    #expect(try table.cell("sgo_plan", "performance").value == .text("increase in improvement"))
    #expect(
      try table.cell("residential_other", "performance").value
        == .text("same as previous period"))
    #expect(
      try table.cell("supported_accommodation", "performance").value
        == .text("decrease in improvement"))
  }

  @Test("A suggested rating stands beside the manager's, which stays the manager's")
  func ratings() throws {
    let table = try prompt.answer(to: "show oct 2020").table("direction")
    #expect(try table.numbers("rating") == [1, 3, 3, 3, 2, 2, 2, 2, 5, 4, 3, 3])
    #expect(
      try table.numbers("suggested")
        == [nil, nil, nil, nil, 2, 2, nil, 3, 3, 4, 3, 4])
  }

  @Test("With two years of flows, the variation is said in words")
  func variation() throws {
    let council = try Council(started: Council.falling.started, ceased: Council.falling.ceased)
    let answer = try council.prompt.answer(to: "show")
    #expect(
      answer.sentences.contains(
        "344, 43 fewer than a year ago: 68 came in and 111 left. A fall this size would be unusual by"
          + " chance."))
    let before = try council.prompt.answer(to: "show mar 2024")
    #expect(
      before.sentences.contains(
        "387, 26 fewer than a year ago: 96 came in and 122 left. Changes this size happen by chance."
      ))
  }

  @Test("Of cohorts that are counted for a year, a change is ordinary or a signal")
  func cohortVariation() throws {
    let counted = [30, 32, 31, 33, 30, 32, 31, 33, 32, 30, 31, 33, 32, 31]
    for (next, word) in [(30, "ordinary"), (60, "more than ordinary")] {
      let prompt = try Prompt.new()
      prompt.advance(to: "2025-04-20")
      try prompt.record("total", from: "2024-01", counted.map { $0 + 300 } + [next + 300])
      try prompt.record("ico", from: "2024-01", counted + [next])
      let table = try prompt.answer(to: "show mar 2025").table("direction")
      #expect(try table.cell("ico", "variation").value == .text(word))
      #expect(try table.cell("section20", "variation").value == .text("too few months (0)"))
    }
  }
}
