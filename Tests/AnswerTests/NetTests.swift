import Documents
import LookedAfter
import PromptSession
import Testing

/// Joiners less leavers can be aimed at and measured like any other series.
@Suite("Joiners less leavers") struct NetTests {
  @Test("A direction, a target, a baseline and a rebase of net")
  func settings() throws {
    let prompt = try Prompt.new()
    prompt.advance(to: "2025-04-20")
    // Fourteen months around nought, then ten around minus six.
    try prompt.record(
      "started", from: "2023-01", [Int](repeating: 9, count: 14) + [Int](repeating: 5, count: 10))
    try prompt.record(
      "ceased", from: "2023-01",
      [9, 8, 10, 9, 8, 10, 9, 8, 10, 9, 8, 10, 9, 9] + [11, 12, 10, 11, 12, 10, 11, 12, 10, 11])
    try prompt.type("direction net decrease because \"fewer in than out\"")
    #expect(
      try prompt.type("target net -2 by dec 2025 from dec 2024").hasPrefix(
        "Joiners less leavers: −2 by December 2025"))
    try prompt.type("baseline net from jan 2023 to dec 2023 because \"agreed\"")
    #expect(
      try prompt.type("rebase net from mar 2024 because \"edge of care team\"").hasPrefix(
        "Joiners less leavers: the chart begins anew in March 2024"))
    let answer = try prompt.answer(to: "trend net")
    let limits = try answer.table("limits")
    #expect(try limits.numbers("centre").map { $0?.toFour } == [0, -6])
    #expect(try limits.words("basis") == ["Jan 2023 to Dec 2023", "Mar 2024 to Dec 2024"])
    #expect(answer.sentences.contains("From March 2024 on it is measured anew: edge of care team"))
    #expect(
      try prompt.answer(to: "baseline").table("baselines").words("name")
        == Array(repeating: "Joiners less leavers", count: 4))
    #expect(
      try prompt.refusal(of: "baseline net from jan 2023 to mar 2023").contains(
        "three are recorded"))
    #expect(try prompt.refusal(of: "target net 1.5 by dec 2025").contains("whole number"))
  }

  @Test("With only joiners recorded, the newest of their months is in view")
  func onlyFlows() throws {
    let prompt = try Prompt.new()
    prompt.advance(to: "2025-04-20")
    try prompt.record("started", from: "2025-01", [4, 5])
    #expect(prompt.console.prompt == "lac Feb 2025> ")
    #expect(
      try prompt.type("target started 4 by dec 2025")
        == "Became looked after: 4 by December 2025, from February 2025 on. Type undo to take it back."
    )
    #expect(
      try prompt.refusal(of: "show")
        == "No number of children is recorded for February 2025, nor for any other month.")
    #expect(try prompt.answer(to: "flows").title == "Joiners and leavers, February 2025")
  }
}
