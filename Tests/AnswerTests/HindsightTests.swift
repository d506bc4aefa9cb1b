import Documents
import LookedAfter
import PromptSession
import Testing

/// What stands beside a rate: known on the same day, of the same year, and no more than is known.
@Suite("What comparators rest on") struct HindsightTests {
  @Test("Recorded comparators and the averages beside them are of one year and one knowledge")
  func oneKnowledge() throws {
    let prompt = try Prompt.new()
    prompt.advance(to: "2026-01-20")
    try prompt.record("total", from: "2025-07", [271])
    let answer = try prompt.answer(to: "compare")
    #expect(
      try answer.table("rates").words("year").dropFirst() == ["2024/25", "2024/25", "2024/25"])
    #expect(try answer.table("group").caption == "Averages of the printed rates, 2024/25")
    #expect(
      try answer.table("group").number("statistical_neighbours", "mean")
        == Quantity(mantissa: 667_000, decimals: 4))
    #expect(
      try answer.table("rates").number("statistical_neighbours", "rate")
        == Quantity(mantissa: 6670, decimals: 2))
    #expect(
      answer.sentences.contains(
        "These comparators are hindsight: the figures of 31 March 2025 came out in November 2025, after"
          + " July 2025."))
  }

  @Test("The sample stays as the paper had it")
  func sample() throws {
    let answer = try Prompt().answer(to: "compare")
    #expect(
      try answer.table("rates").number("statistical_neighbours", "rate")
        == Quantity(mantissa: 5444, decimals: 2))
    #expect(try answer.table("group").caption == "Averages of the printed rates, 2018/19")
    #expect(!answer.sentences.contains("hindsight"))
  }

  @Test("With a direction, higher is worse, and the answer says who chose it")
  func direction() throws {
    let prompt = try Prompt()
    try prompt.type("direction total decrease because \"council strategy 2019\"")
    let answer = try prompt.answer(to: "compare")
    let outcome = try answer.table("rates").cell("england", "outcome")
    #expect(outcome.value == .text("much higher"))
    #expect(outcome.display == "much higher (worse)")
    #expect(answer.sentences.contains("(worse, by the direction chosen)."))
    #expect(answer.sentences.contains("is decrease (council strategy 2019), chosen by analyst"))
    #expect(
      try prompt.answer(to: "needed for england").sentences.contains(
        "so the rate is higher: worse by the direction chosen."))
    let update = try prompt.answer(to: "update oct 2020")
    #expect(
      update.sentences.contains(
        "The direction aimed at for the number of all children is decrease (council strategy 2019),"
          + " chosen by analyst on 1 December 2020."))
    #expect(!(try Prompt().answer(to: "update oct 2020").sentences.contains("direction aimed at")))
  }

  @Test("A clear fall is called better only where a fall is aimed at")
  func clearFall() throws {
    let prompt = try Council(
      started: Council.falling.started, ceased: Council.falling.ceased
    ).prompt
    #expect(!(try prompt.answer(to: "trend total").sentences.contains("better.")))
    try prompt.type("direction total decrease because \"council strategy 2019\"")
    let answer = try prompt.answer(to: "trend total")
    #expect(answer.sentences.contains("By the direction that was chosen, that is better."))
    let last = try #require(try answer.table("flow-balance").rows.last?.cells[7])
    #expect(last.value == .text("falling, clear") && last.display == "falling, clear (better)")
    try prompt.type("direction total increase because \"a test\"")
    #expect(
      try prompt.answer(to: "trend total").sentences.contains(
        "By the direction that was chosen, that is worse."))
  }

  @Test("Where most authorities have no judgement in the list, no verdict is given")
  func tooFewJudged() throws {
    let answer = try Prompt().answer(to: "compare for herefordshire 2015")
    let rates = try answer.table("rates")
    for row in ["ofsted_good", "ofsted_outstanding"] {
      #expect(try rates.cell(row, "outcome").value == .missing)
      #expect(try rates.cell(row, "outcome").display == "too few known")
    }
    #expect(try rates.cell("england", "outcome").value == .text("much higher"))
    #expect(
      answer.sentences.contains(
        "Authorities judged Good and authorities judged Outstanding: 129 of 152 had no judgement yet in"
          + " the official list, which begins in 2018, which is too few to say how the rate stands by"
          + " them."))
  }

  @Test("A recent trend ends in the year asked for, or is not given")
  func staleTrend() throws {
    let prompt = try Prompt()
    #expect(
      !(try prompt.answer(to: "compare for isles of scilly 2025").sentences.contains("2015 to 2019"))
    )
    #expect(
      try prompt.answer(to: "compare for herefordshire 2025").sentences.contains(
        "Over 2021 to 2025 the rate shows no trend"))
    #expect(
      try prompt.answer(to: "compare for herefordshire 2015").sentences.contains(
        "No recent trend is given: it needs the five years to 2015, and 2011 and 2012 have no number or"
          + " no population of that edition."))
    #expect(
      try prompt.answer(to: "compare for isles of scilly 2015").sentences.contains(
        "A later publication does print 0 children (Local Authority Interactive Tool of November 2024);"
          + " add the word newest to see it."))
  }

  @Test("A year without printed rates is said once, not once for every authority")
  func withoutRates() throws {
    let answer = try Prompt().answer(to: "compare for kent 2010")
    #expect(!answer.tables.contains { $0.id == "group" })
    #expect(answer.sentences.contains("England and South East have no rate: each was not printed."))
    let lists = answer.blocks.compactMap { if case .list(let items) = $0 { items } else { nil } }
    #expect(lists.flatMap { $0 }.count == 2)
  }

  @Test("England and a region have an answer of their own")
  func areas() throws {
    let prompt = try Prompt()
    let england = try prompt.answer(to: "compare for england 2025")
    #expect(england.title == "England: rate per 10,000 on 31 March 2025")
    #expect(
      england.sentences.hasPrefix(
        "81,770 children were looked after in England on 31 March 2025 of 12,183,016 aged 0 to 17: 67"
          + " per 10,000"))
    let region = try prompt.answer(to: "compare for the west midlands 2019").table("rates")
    #expect(region.rows.count == 2)
    #expect(try region.number("own", "needed") == 10_560)
    #expect(try region.number("england", "rate") == 65)
  }

  @Test("Asking again gives the same answer, from what was read before")
  func again() throws {
    let prompt = try Prompt()
    for line in ["compare", "compare for kent 2019", "compare for kent 2025 newest", "neighbours"] {
      #expect(try prompt.answer(to: line) == prompt.answer(to: line))
    }
    let file = try prompt.folder.write(
      OpenDataLines.file, to: "open.csv")
    try prompt.type("import comparators \(file) published 19 nov 2020")
    #expect(
      try prompt.answer(to: "compare for herefordshire 2026 newest").sentences.contains(
        "330 children"))
    try prompt.type("undo")
    #expect(
      try prompt.refusal(of: "compare for herefordshire 2026").contains("No figures are published"))
  }
}
