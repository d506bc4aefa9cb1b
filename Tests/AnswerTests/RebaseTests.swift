import Documents
import LookedAfter
import PromptSession
import Testing

/// `rebase`: a chart begins anew for a known cause, and only then.
@Suite("A chart that begins anew") struct RebaseTests {
  let prompt: Prompt

  init() throws {
    prompt = try Prompt.new()
    prompt.advance(to: "2025-04-20")
    // Fourteen months around nine, then nine months around five.
    try prompt.record(
      "started", from: "2019-02",
      [9, 11, 8, 12, 7, 10, 9, 6, 8, 9, 12, 7, 9, 10] + [5, 4, 6, 5, 4, 6, 5, 4, 5])
  }

  private static let command = "rebase started from apr 2020 because \"edge of care team began\""

  @Test("It keeps the old stretch, and has its own mean and trial limits from then on")
  func accepted() throws {
    #expect(
      try prompt.type(Self.command)
        == "Became looked after: the chart begins anew in April 2020 (edge of care team began). Type"
        + " undo to take it back.")
    let answer = try prompt.answer(to: "trend started")
    let limits = try answer.table("limits")
    #expect(try limits.numbers("segment") == [1, 2])
    #expect(try limits.words("period") == ["Feb 2019 to Mar 2020", "Apr 2020 to Dec 2020"])
    #expect(try limits.numbers("centre").map { $0?.toFour } == [9.0714, 4.8889])
    #expect(limits.rows.map { $0.cells[4].value } == [.flag(false), .flag(true)])
    // The cause is said where the chart is read, and nothing is concluded from nine months.
    #expect(
      answer.sentences.contains(
        "From April 2020 on it is measured anew: edge of care team began (decided on 20 April 2025)."
      ))
    #expect(
      answer.sentences.contains(
        "Too few months to say whether it is ordinary: there are nine, and 12 are needed."))
    // No run crosses the rebase.
    #expect(
      try answer.table("points").words("rule") == Array(repeating: nil, count: 23))
    try prompt.type("undo")
    #expect(try prompt.answer(to: "trend started").table("limits").rows.count == 1)
  }

  @Test("It says why in explain, and is in the list of what charts are measured by")
  func reason() throws {
    try prompt.type(Self.command)
    try prompt.type("trend started")
    #expect(try prompt.type("explain table 1 row 2 column 1").contains("edge of care team began"))
    let row = try #require(try prompt.answer(to: "baseline").table("baselines").rows.first)
    #expect(
      row.cells.map(\.value) == [
        .text("Became looked after"), .text("begins anew"), .text("April 2020"),
        .text("edge of care team began"), .text("2025-04-20"),
      ])
  }

  @Test(
    "It is refused without a cause, too soon, for too short a time, and for a stock",
    arguments: [
      (
        "rebase started from apr 2020",
        "The command rebase needs the cause after because; try: rebase started from apr 2020 because"
          + " \"edge of care team began\""
      ),
      (
        "rebase started from jun 2019 because \"x\"",
        "The chart cannot begin anew in June 2019: four months stand before it, and at least 12 are"
          + " needed."
      ),
      (
        "rebase started from feb 2019 because \"x\"",
        "The chart cannot begin anew in February 2019: no months stand before it, and at least 12 are"
          + " needed."
      ),
      (
        "rebase started from jul 2020 because \"x\"",
        "The chart cannot begin anew in July 2020: six months in a row lie on one side of the mean from"
          + " there on, and 8 are needed."
      ),
      (
        "rebase started from jan 2021 because \"x\"",
        "Nothing is recorded of \"Became looked after\" for January 2021; there is for 23 months, the"
          + " last of them January 2020, February 2020, March 2020, April 2020, May 2020, June 2020, July"
          + " 2020, August 2020, September 2020, October 2020, November 2020 and December 2020."
      ),
      (
        "rebase total from apr 2020 because \"x\"",
        "There is no chart with limits of \"All looked after children\" to begin anew; only what happens"
          + " in a month has one."
      ),
      (
        "rebase started",
        "The command rebase needs the word \"from\"; try: rebase started from apr 2020 because \"edge of"
          + " care team began\""
      ),
    ])
  func refused(line: String, sentence: String) throws {
    #expect(try prompt.refusal(of: line) == sentence)
    #expect(try prompt.answer(to: "trend started").table("limits").rows.count == 1)
  }

  @Test("A chart of a part of the months goes back to where its stretch begins, or leaves it out")
  func partOfTheMonths() throws {
    try prompt.type(Self.command)
    // Twelve months are needed before the rebase, so the chart begins with the first.
    #expect(
      try prompt.answer(to: "trend started from jan 2020").table("points").words("date").first
        == "2019-02")
    #expect(
      try prompt.answer(to: "trend started from apr 2020").table("points").words("date").first
        == "2020-04")
    let earlier = try prompt.answer(to: "trend started to aug 2020")
    #expect(try earlier.table("limits").rows.count == 1)
    #expect(
      earlier.sentences.contains(
        "The chart does not begin anew in April 2020 here (edge of care team began): five of the months"
          + " from there on are in a row on one side of the mean, and eight are needed."))
    #expect(!earlier.sentences.contains("measured anew"))
  }

  @Test("A correction that takes the sustained signal away does not take the chart away")
  func corrected() throws {
    try prompt.type(Self.command)
    try prompt.type("set started 14 jul 2020 because \"late records\"")
    let answer = try prompt.answer(to: "trend started")
    #expect(try answer.table("limits").rows.count == 1)
    #expect(answer.sentences.contains("The chart does not begin anew in April 2020 here"))
  }
}
