import Documents
import LookedAfter
import PromptSession
import Testing

/// `change` of what happens in a month, and of a cohort: with what chance would do.
@Suite("Chance behind a change") struct ChangeChanceTests {
  let prompt: Prompt

  init() throws {
    prompt = try Prompt.new()
    prompt.advance(to: "2025-04-20")
  }

  @Test("Two months of a flow: each event is as likely in either")
  func twoMonths() throws {
    try prompt.record("started", from: "2024-07", [5, 9])
    // z = 4 / √(2 × 14), with the spread that is usual for monthly figures.
    #expect(
      try prompt.answer(to: "change started since jul 2024").sentences.contains(
        "Changes this size happen by chance: two months as far apart as that come by chance about 45"
          + " times in 100."))
    try prompt.record("ceased", from: "2024-07", [4, 20])
    #expect(
      try prompt.answer(to: "change ceased since jul 2024").sentences.contains(
        "That would be unusual by chance: two months as far apart as that come by chance fewer than once"
          + " in 20 times."))
  }

  @Test("Siblings come together: 2 and 10 of two months are no signal by themselves")
  func together() throws {
    try prompt.record("started", from: "2024-07", [2, 10])
    #expect(
      try prompt.answer(to: "change started since jul 2024").sentences.contains(
        "Changes this size happen by chance: two months as far apart as that come by chance about 10"
          + " times in 100."))
  }

  @Test("With a year of months, the limits of the chart are named")
  func limits() throws {
    try prompt.record("started", from: "2018-01", FlowTrendTests.year)
    #expect(
      try prompt.answer(to: "change started since jan 2018 to dec 2018").sentences.contains(
        "Both months lie within the limits of ordinary variation (1.3 to 16.7)."))
    try prompt.record("started", from: "2019-01", [40])
    #expect(
      try prompt.answer(to: "change started since dec 2018 to jan 2019").sentences.contains(
        "January 2019 lies outside the limits of ordinary variation"))
  }

  @Test("Of a cohort nobody knows who joined and left, and its monthly changes are looked at")
  func cohort() throws {
    try prompt.record(
      "ico", from: "2023-01", [40, 42, 41, 43, 42, 41, 42, 43, 42, 41, 42, 41, 42, 43])
    #expect(
      try prompt.answer(to: "change ico since jan 2024 to feb 2024").sentences.contains(
        "Whether that is more than chance cannot be said: who joined and left this group is not"
          + " recorded. None of the monthly changes between is more than ordinary variation."))
    try prompt.record("ico", from: "2024-03", [70])
    #expect(
      try prompt.answer(to: "change ico since jan 2024 to mar 2024").sentences.contains(
        "More than ordinary variation was the monthly change of February 2024 and March 2024."))
  }
}
