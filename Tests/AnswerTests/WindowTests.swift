import Documents
import LookedAfter
import PromptSession
import Testing

/// What was tested belongs to its own window: the number, its joiners and leavers, and the verdict.
@Suite("The window of a verdict") struct WindowTests {
  private func prompt(_ figures: [(measure: String, from: String, values: [Int?])]) throws -> Prompt
  {
    let prompt = try Prompt.new()
    prompt.advance(to: "2025-08-20")
    for (measure, from, values) in figures { try prompt.record(measure, from: from, values) }
    return prompt
  }

  /// Six a month more until December 2024, a month without flows, then three a month fewer.
  private func mixed(january: Int? = 414) throws -> Prompt {
    let rising = (0...18).map { 300 + 6 * $0 }
    let falling = (1...6).map { 414 - 3 * $0 }
    return try prompt([
      ("total", "2023-06", rising + [january] + falling),
      (
        "started", "2023-07",
        Array(repeating: 12, count: 18) + [nil] + Array(repeating: 6, count: 6)
      ),
      ("ceased", "2023-07", Array(repeating: 6, count: 18) + [nil] + Array(repeating: 9, count: 6)),
    ])
  }

  @Test("Half a year of flows judges half a year, and the year is said to be untested")
  func halfYear() throws {
    let sentences = try mixed().answer(to: "trend total").sentences
    #expect(
      sentences.hasPrefix(
        "All looked after children: 396 in July 2025, 18 fewer than in January 2025. 36 came in and 54"
          + " left in the six months. Changes this size happen by chance. It is 18 more than a year ago;"
          + " whether that is more than chance is not tested, for joiners and leavers are not recorded"
          + " for every month of the year."))
  }

  @Test("Without the number at the start of the window, nothing is subtracted from another one")
  func unknownStart() throws {
    #expect(
      try mixed(january: nil).answer(to: "trend total").sentences.hasPrefix(
        "All looked after children: 396 in July 2025. 36 came in and 54 left in the six months."))
  }

  @Test("A number that its joiners and leavers do not explain has no verdict, in any answer")
  func unexplained() throws {
    let prompt = try prompt([
      ("total", "2023-06", Array(repeating: 300, count: 14) + (1...12).map { 300 - 4 * $0 }),
      ("started", "2023-07", Array(repeating: 9, count: 25)),
      ("ceased", "2023-07", Array(repeating: 9, count: 25)),
    ])
    let trend = try prompt.answer(to: "trend total")
    #expect(
      trend.sentences.hasPrefix(
        "All looked after children: 252 in July 2025, 48 fewer than a year ago. 108 came in and 108 left"
          + " in the 12 months: they do not explain the number, so whether it really moved cannot be"
          + " said from them."))
    #expect(
      trend.sentences.contains(
        "Starts less leavers make 0, but the number changed by −48: late records, transfers and"
          + " re-entries do this."))
    #expect(!trend.sentences.contains("As many came in as left"))
    #expect(
      try trend.table("flow-balance").words("words") == ["unclear", "unclear", "unclear"])
    let change = try prompt.answer(to: "change total since jul 2024")
    #expect(change.sentences.contains("they do not explain the number"))
    #expect(try change.table("change").words("words") == ["unclear"])
    let show = try prompt.answer(to: "show")
    #expect(try show.table("direction").words("variation") == ["12 months: unclear"])
    #expect(
      show.sentences.contains(
        "252, 48 fewer than a year ago, but 108 came in and 108 left: they do not explain it"))
  }

  @Test("With only totals recorded, all children have their row in both tables")
  func onlyTotals() throws {
    let prompt = try Council(
      started: Council.falling.started, ceased: Council.falling.ceased
    ).prompt
    try prompt.type("direction total decrease because \"council strategy 2019\"")
    let show = try prompt.answer(to: "show")
    let cohorts = try show.table("cohorts")
    #expect(cohorts.rows.count == 1)
    #expect(try cohorts.number("total", "2025-02") == 348)
    #expect(try cohorts.number("total", "2025-03") == 344)
    #expect(try cohorts.number("total", "change") == -4)
    #expect(try cohorts.number("total", "on_year") == -43)
    let direction = try show.table("direction")
    #expect(try direction.words("direction") == ["Decrease"])
    #expect(try direction.words("performance") == ["increase in improvement"])
    #expect(try direction.cell("total", "performance").display == "better")
    #expect(try direction.words("variation") == ["12 months: falling, clear"])
    #expect(try direction.number("total", "suggested") == 1)
  }

  @Test("Two months of a cohort are too few to call a change ordinary")
  func twoMonths() throws {
    let prompt = try prompt([("ico", "2025-01", [30, 34]), ("total", "2025-01", [340, 343])])
    let direction = try prompt.answer(to: "show").table("direction")
    #expect(try direction.cell("ico", "variation").value == .text("too few months (2)"))
    #expect(try direction.cell("total", "variation").value == .text("too few months (2)"))
  }
}
