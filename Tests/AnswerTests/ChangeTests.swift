import Documents
import LookedAfter
import PromptSession
import Testing

@Suite("Change since a month") struct ChangeTests {
  let prompt: Prompt

  init() throws { prompt = try Prompt() }

  @Test(
    "The changes of the papers: from February and a year ago",
    arguments: [
      ("total since feb 2020", 356, 336, -20, -5.6180), ("total since oct 2019", 350, 336, -14, -4),
      ("total since mar 2019", 334, 336, 2, 0.5988), ("ico since feb 2020", 51, 35, -16, -31.3725),
      ("ico since august to sept", 38, 32, -6, -15.7895),
      ("long-term matched since feb 2020", 84, 107, 23, 27.3810),
      ("residential other since sept", 35, 35, 0, 0), ("ceased since sept", 8, 11, 3, 37.5),
      ("started since sept 2020 to oct 2020", 2, 10, 8, 400),
    ])
  func changes(
    asked: String, from: Quantity, to: Quantity, change: Quantity, percent: Double
  ) throws {
    let row = try #require(try prompt.answer(to: "change \(asked)").table("change").rows.first)
    #expect(row.cells[2...4].map(\.number) == [from, to, change])
    #expect(row.cells[5].number?.toFour == percent)
  }

  @Test("Without joiners and leavers for every month, nothing is said of chance")
  func withoutFlows() throws {
    #expect(
      try prompt.answer(to: "change total since feb 2020").sentences
        == "All looked after children: 336, 20 fewer than in February 2020 (356, −5.6%). Whether that"
        + " is more than chance cannot be said: joiners and leavers are not recorded for every month"
        + " between.")
  }

  @Test("Two numbers that were counted in different ways are told apart")
  func bases() throws {
    #expect(
      try prompt.answer(to: "change total since mar 2020").sentences.hasSuffix(
        "The two are counted differently (year end, weekly data), so part of the change may"
          + " come from that."))
  }

  @Test("With them, those who came and left say whether the number really moved")
  func withFlows() throws {
    let council = try Council(started: Council.falling.started, ceased: Council.falling.ceased)
    let answer = try council.prompt.answer(to: "change total since mar 2024 to mar 2025")
    #expect(
      answer.sentences
        == "All looked after children: 344, 43 fewer than in March 2024 (387, −11.1%). 68 came in and"
        + " 111 left in the 12 months. A fall this size would be unusual by chance.")
    let row = try #require(try answer.table("change").rows.first)
    #expect(row.cells[6...7].map(\.number) == [68, 111])
    #expect(row.cells[8].value == .text("falling, clear"))
  }

  @Test("A snapshot that the flows do not lead to is told")
  func flowsMiss() throws {
    let council = try Council(started: Council.falling.started, ceased: Council.falling.ceased)
    try council.prompt.type("set total 340 mar 2025 basis month-end because \"late records\"")
    #expect(
      try council.prompt.answer(to: "change total since mar 2024 to mar 2025").sentences.contains(
        "Starts less leavers make −43, but the number changed by −47: late records, transfers and"
          + " re-entries do this."))
  }

  @Test(
    "What cannot be answered says what is wrong and what to do",
    arguments: [
      ("change", "The command change needs a cohort or another measure; try: change total since feb 2020"),
      ("change total", "The command change needs the word \"since\"; try: change total since feb 2020"),
      ("change total since", "The command change needs a month; try: change total since feb 2020"),
      (
        "change total since yesterday",
        "\"yesterday\" is not a month; write oct 2020, October, 2020-10, latest or last month, as in:"
          + " change total since feb 2020"
      ),
      (
        "change total since oct 2020",
        "October 2020 is not before October 2020; give the earlier month first."
      ),
      (
        "change total since oct 2020 to feb 2020",
        "October 2020 is not before February 2020; give the earlier month first."
      ),
      (
        "change started.ico since sept 2020",
        "Nothing is recorded of \"Interim care order\" for September 2020; there is for October 2020."
      ),
      (
        "change placd with parents since feb 2020",
        "Nothing is recorded under \"placd with parents\"; did you mean placed_with_parents?"
      ),
    ])
  func refusals(line: String, sentence: String) throws {
    #expect(try prompt.refusal(of: line) == sentence)
  }
}
