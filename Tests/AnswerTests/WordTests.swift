import Documents
import LookedAfter
import PromptSession
import Testing

@Suite("Words of the answers") struct WordTests {
  @Test("One child is a child")
  func oneChild() throws {
    let prompt = try Prompt()
    #expect(
      try prompt.answer(to: "rate of 1 of 34439").sentences.hasPrefix(
        "1 child of 34,439 aged 0 to 17 is 0.3 per 10,000."))
    #expect(try prompt.answer(to: "rate of 1 of 34439").title == "Rate of 1 child")
    try prompt.type("month oct 2020")
    let new = try Prompt.new()
    new.advance(to: "2025-04-20")
    try new.record("total", from: "2025-01", [1])
    let compare = try new.answer(to: "compare").sentences
    #expect(compare.hasPrefix("1 child of "))
    #expect(compare.contains(" is 0.3 per 10,000."))
  }

  @Test("A chance of nearly one is not so many times in 100")
  func nearlyAlways() throws {
    let sentences = try Prompt().answer(to: "is 231 of 34439 higher than 67").sentences
    #expect(sentences.contains("comes by chance nearly always."))
    #expect(!sentences.contains("100 times in 100"))
  }

  @Test("A chart that cannot begin anew names the month")
  func rebase() throws {
    let prompt = try Prompt.new()
    prompt.advance(to: "2025-04-20")
    try prompt.record("started", from: "2024-01", [9, 5])
    #expect(
      try prompt.refusal(of: "rebase started from feb 2024 because \"x\"")
        == "The chart cannot begin anew in February 2024: one month stands before it, and at least 12"
        + " are needed.")
  }

  @Test("Thousands have their comma in a change as in a number")
  func thousands() throws {
    let prompt = try Prompt.new()
    prompt.advance(to: "2025-04-20")
    try prompt.record("total", from: "2025-01", [3021, 1897])
    #expect(
      try prompt.answer(to: "show").table("cohorts").cell("total", "change").display == "−1,124")
  }
}
