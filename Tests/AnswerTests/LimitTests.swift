import Documents
import LookedAfter
import PromptSession
import Testing

/// What limits rest on, and what is not concluded from too little.
@Suite("What limits rest on") struct LimitTests {
  let prompt: Prompt

  init() throws {
    prompt = try Prompt.new()
    prompt.advance(to: "2025-04-20")
  }

  @Test("Below twelve months the limits are trial limits, and nothing is called ordinary")
  func trial() throws {
    try prompt.record("started", from: "2024-11", [9, 11, 8, 12, 7])
    let sentences = try prompt.answer(to: "trend started").sentences
    #expect(
      sentences.hasPrefix(
        "Became looked after: 7 in March 2025. The trial limits are 0.1 to 18.7, around a mean of 9.4 a"
          + " month over five months. Too few months to say whether it is ordinary: there are five, and"
          + " 12 are needed."))
    #expect(!sentences.contains("nothing in it points to a change"))
    #expect(!sentences.contains("Variation:"))
  }

  @Test("A baseline of three months is refused when it is set")
  func shortBaseline() throws {
    try prompt.record("started", from: "2018-01", FlowTrendTests.year + FlowTrendTests.nextYear)
    #expect(
      try prompt.refusal(of: "baseline started from apr 2018 to jun 2018")
        == "Became looked after: limits need 12 months or more to rest on, and from April 2018 to June"
        + " 2018 three are recorded.")
    #expect(
      try prompt.refusal(of: "baseline started from apr 2017 to mar 2018")
        == "Became looked after: limits need 12 months or more to rest on, and from April 2017 to March"
        + " 2018 three are recorded.")
    #expect(try prompt.answer(to: "trend started").table("limits").rows.count == 1)
  }

  @Test("A baseline that can no longer be used is passed over with a remark")
  func oldBaseline() throws {
    try prompt.record(
      "started", from: "2018-01", FlowTrendTests.year + [5, 4, 6, 5, 4, 6, 5, 4, 5, 6, 5, 4])
    try prompt.type("baseline started from jan 2018 to jun 2019")
    try prompt.type("rebase started from jan 2019 because \"edge of care team\"")
    let answer = try prompt.answer(to: "trend started")
    #expect(try answer.table("limits").numbers("points") == [12, 12])
    #expect(
      answer.sentences.contains(
        "The months that limits were fixed on, January 2018 to June 2019, cannot be used: 12 or more of"
          + " them must be recorded and shown, none after the chart begins anew. The limits rest on all"
          + " months shown."))
  }

  @Test("A fixed baseline says which months it is of, in the sentence and in the table")
  func basis() throws {
    try prompt.record("started", from: "2018-01", FlowTrendTests.year + FlowTrendTests.nextYear)
    let all = try prompt.answer(to: "trend started").table("limits")
    #expect(all.columns.last?.kind == .key)
    #expect(try all.words("basis") == ["Jan 2018 to Dec 2019"])
    try prompt.type("baseline started from jan 2018 to dec 2018")
    let answer = try prompt.answer(to: "trend started")
    #expect(
      answer.sentences.contains(
        "around a mean of 9.0 a month over 12 months fixed for it (Jan 2018 to Dec 2018)."))
    let limits = try answer.table("limits")
    #expect(try limits.words("period") == ["Jan 2018 to Dec 2019"])
    #expect(try limits.words("basis") == ["Jan 2018 to Dec 2018"])
    #expect(limits.columns.last?.title == "Limits rest on")
    #expect(limits.columns.last?.kind == .label)
  }

  @Test("A band can be fixed too, and a month missing from it is said")
  func bandBaseline() throws {
    let prompt = try Council(
      started: Council.falling.started, ceased: Council.falling.ceased
    ).prompt
    try prompt.type("baseline total from apr 2023 to mar 2024")
    #expect(!(try prompt.answer(to: "trend total").sentences.contains("cannot be used")))
    #expect(
      try prompt.answer(to: "trend total to sep 2023").sentences.contains(
        "The months that the band was fixed on, April 2023 to March 2024, cannot be used: the number,"
          + " joiners and leavers must be recorded for each of them, with the number before the first."
      ))
  }

  @Test("The second test is of the latest stretch, and silent where it agrees")
  func secondTestAgrees() throws {
    let shifted = Array(repeating: [9, 11, 8, 12, 7, 10], count: 3).flatMap { $0 }
    let low = Array(repeating: [5, 4, 6, 3], count: 4).flatMap { $0 }
    try prompt.record("started", from: "2022-01", shifted + low)
    #expect(!(try prompt.answer(to: "trend started").sentences.contains("second test finds")))
    try prompt.type("rebase started from jul 2023 because \"edge of care team\"")
    // Over both stretches there are two long runs; within the latest the median is crossed each month.
    #expect(!(try prompt.answer(to: "trend started").sentences.contains("second test")))
  }

  @Test("Where the two tests disagree, the sentence says how to read that")
  func secondTestDisagrees() throws {
    // Six high, six low, and so on: no run of seven, and the median is crossed four times in 30.
    let waves = [Int](repeating: 12, count: 6) + [Int](repeating: 6, count: 6)
    try prompt.record("started", from: "2022-01", waves + waves + [Int](repeating: 12, count: 6))
    let sentences = try prompt.answer(to: "trend started").sentences
    if sentences.contains("within ordinary variation") {
      #expect(
        sentences.contains(
          "A second test, of runs around the median, finds a change where the rules"))
    }
    #expect(!sentences.contains("crossings"))
  }

  @Test("Equal months are said to be equal, not to lie from 8.0 to 8.0")
  func constant() throws {
    try prompt.record("started", from: "2023-01", [Int](repeating: 8, count: 14))
    #expect(
      try prompt.answer(to: "trend started").sentences.contains(
        "All of the 14 months have the same figure, so any other would stand out."))
    let still = try Prompt.new()
    still.advance(to: "2025-04-20")
    try still.record("total", from: "2023-03", [Int](repeating: 12, count: 25))
    try still.record("started", from: "2023-04", [Int](repeating: 0, count: 24))
    try still.record("ceased", from: "2023-04", [Int](repeating: 0, count: 24))
    let sentences = try still.answer(to: "trend total").sentences
    #expect(sentences.contains("the number would be 12; it does, so nothing points to a change"))
    #expect(sentences.contains("Nobody started or left, so there is nothing to test."))
  }
}
