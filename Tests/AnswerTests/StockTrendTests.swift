import Documents
import LookedAfter
import PromptSession
import Testing

/// `trend` of a number at a moment: an expected band and the balance of those who came and left, and
/// never the run rules of a control chart.
@Suite("The trend of a stock") struct StockTrendTests {
  private func council() throws -> Prompt {
    try Council(started: Council.falling.started, ceased: Council.falling.ceased).prompt
  }

  @Test("The tables are those that scripts read, and none of them has limits or rules")
  func columns() throws {
    let answer = try council().answer(to: "trend total")
    #expect(answer.tables.map(\.id) == ["band", "flow-balance"])
    let band = try answer.table("band")
    #expect(band.columns.map(\.id) == ["date", "value", "expected", "lower", "upper"])
    #expect(band.isForMachines)
    #expect(
      try answer.table("flow-balance").columns.map(\.id)
        == ["window", "started", "ceased", "net", "phi", "z", "p", "words"])
  }

  @Test("68 in and 111 left: falling, clear")
  func falling() throws {
    let answer = try council().answer(to: "trend total")
    #expect(
      answer.sentences.hasPrefix(
        "All looked after children: 344 in March 2025, 43 fewer than a year ago. 68 came in and 111"
          + " left in the 12 months. A fall this size would be unusual by chance."))
    let balance = try answer.table("flow-balance")
    #expect(try balance.numbers("window") == [3, 6, 12])
    #expect(try balance.numbers("started") == [17, 34, 68])
    #expect(try balance.numbers("ceased") == [28, 55, 111])
    #expect(try balance.numbers("net") == [-11, -21, -43])
    let year = try #require(balance.rows.last).cells
    #expect(year[4].number?.toFour == 1)
    #expect(year[5].number?.toFour == -3.2140)
    #expect(year[6].toFour == 0.0016)
    #expect(
      try balance.words("words")
        == ["falling, could be chance", "falling, clear", "falling, clear"])
  }

  @Test(
    "The years of indicators.md, section 10",
    arguments: [
      (
        "96 in, 122 out", [8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8],
        [10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 11, 11], -1.7609, 0.0902,
        "falling, could be chance", "Changes this size happen by chance."
      ),
      (
        "161 in, 95 out", [13, 14, 13, 14, 13, 14, 13, 13, 14, 13, 14, 13],
        [8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 7, 8], 4.1250, 0,
        "rising, clear", "A rise this size would be unusual by chance."
      ),
      (
        "10 in, 10 out", [1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1],
        [1, 1, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1], 0, 1, "no change", "As many came in as left."
      ),
    ])
  func years(
    name: String, started: [Int], ceased: [Int], z: Double, p: Double, words: String,
    sentence: String
  ) throws {
    let prompt = try Prompt.new()
    prompt.advance(to: "2025-04-20")
    var total = 400
    try prompt.record(
      "total", from: "2024-03",
      [400]
        + zip(started, ceased).map { joined, left in
          total += joined - left
          return total
        })
    try prompt.record("started", from: "2024-04", started)
    try prompt.record("ceased", from: "2024-04", ceased)
    let answer = try prompt.answer(to: "trend total")
    let year = try #require(try answer.table("flow-balance").rows.last).cells
    // Such even months vary less than independent arrivals would, and φ is at least 1.
    #expect(year[4].number?.toFour == 1)
    #expect(year[5].number?.toFour == z)
    #expect(year[6].toFour == p)
    #expect(year[7].value == .text(words))
    #expect(answer.sentences.contains(sentence))
  }

  @Test("The band follows the recurrence: N + λ − μN, and its variance")
  func band() throws {
    let band = try council().answer(to: "trend total").table("band")
    // It starts from March 2024, and rests on the twelve months before.
    var stocks = [413.0]
    for (joined, left) in zip(Council.before.started, Council.before.ceased) {
      stocks.append((stocks.last ?? 0) + Double(joined - left))
    }
    #expect(stocks.last == 387)
    let starts = 96.0 / 12
    let leaving = 122.0 / stocks.dropLast().reduce(0, +)
    var (number, variance) = (387.0, 0.0)
    for month in 1...12 {
      // φ of these months is 1: they vary less than independent arrivals.
      variance = variance * (1 - leaving) * (1 - leaving) + starts + leaving * number
      number += starts - leaving * number
      let cells = band.rows[12 + month].cells
      let spread = 1.96 * variance.squareRoot()
      #expect(abs((cells[2].number?.value ?? 0) - number) < 0.001)
      #expect(abs((cells[3].number?.value ?? 0) - (number - spread)) < 0.01)
      #expect(abs((cells[4].number?.value ?? 0) - (number + spread)) < 0.01)
    }
    #expect(band.rows.prefix(13).allSatisfy { $0.cells[2].value == .missing })
  }

  @Test("A number within the band is no change of course; one outside says so")
  func course() throws {
    let prompt = try council()
    #expect(
      try prompt.answer(to: "trend total").sentences.contains(
        "Had joiners and leavers gone on as before since March 2024, the number would lie between 343"
          + " and 393; it does, so nothing points to a change of course."))
    let rising = try Council(
      started: Array(repeating: 12, count: 12), ceased: Array(repeating: 8, count: 12)
    ).prompt
    #expect(
      try rising.answer(to: "trend total").sentences.contains(
        "the number would lie between 343 and 393; it lies far above the expected band, so the course"
          + " has changed."))
  }

  @Test("A chart of the last months has the same band and the same balance")
  func between() throws {
    let prompt = try council()
    let all = try prompt.answer(to: "trend total")
    let year = try prompt.answer(to: "trend total from mar 2024")
    #expect(try year.table("flow-balance") == all.table("flow-balance"))
    #expect(
      try year.table("band").numbers("expected")
        == all.table("band").numbers("expected").suffix(13).map { $0 })
    // Up to a month, what came later is not known.
    let earlier = try prompt.answer(to: "trend total to sep 2024")
    #expect(try earlier.table("flow-balance").numbers("net") == [-11, -22, -35])
    #expect(earlier.sentences.contains("366 in September 2024") == false)
    #expect(earlier.asAt == "2024-09-30")
  }

  @Test("The sample has two months of flows: too few, and the sentence says how many are needed")
  func sample() throws {
    let answer = try Prompt().answer(to: "trend total")
    #expect(
      answer.sentences
        == "All looked after children: 336 in October 2020, 14 fewer than a year ago. Whether it"
        + " really moved cannot be said: joiners and leavers must both be recorded for each of the"
        + " last three months, and are for two months in all. No band is drawn: it needs 12 months of"
        + " joiners and leavers before the first month it shows, with the number at the start of each. No direction is set, so a rise or a fall is called"
        + " neither better nor worse.")
    #expect(answer.tables.map(\.id) == ["band"])
    #expect(try answer.table("band").rows.count == 62)
  }

  @Test("A cohort has no joiners and leavers of its own: its monthly change is charted")
  func cohort() throws {
    let prompt = try Prompt()
    let answer = try prompt.answer(to: "trend ico")
    #expect(answer.tables.map(\.id) == ["band", "limits", "points"])
    // August to October: 38, 32, 35.
    #expect(try answer.table("points").numbers("value").suffix(2) == [-6, 3])
    #expect(
      answer.sentences.contains(
        "Who joined and left this group is not recorded, so its monthly change is looked at."))
    #expect(try answer.table("limits").numbers("centre").last??.toFour == -1.5)
  }

  @Test("Constant, single and missing numbers")
  func edges() throws {
    let prompt = try Prompt.new()
    prompt.advance(to: "2025-04-20")
    try prompt.record("total", from: "2024-03", [340])
    #expect(
      try prompt.answer(to: "trend total").sentences.hasPrefix(
        "All looked after children: 340 in March 2024. Whether it really moved cannot be said"))
    try prompt.record("total", from: "2024-04", Array(repeating: 340, count: 12))
    try prompt.record("started", from: "2024-04", Array(repeating: 0, count: 12))
    try prompt.record("ceased", from: "2024-04", Array(repeating: 0, count: 12))
    let still = try prompt.answer(to: "trend total")
    #expect(
      still.sentences.hasPrefix(
        "All looked after children: 340 in March 2025, the same as a year ago. Nobody came in or left"
          + " in the 12 months."))
    #expect(!still.sentences.contains("0 came in"))
    #expect(try still.table("flow-balance").words("words").last == "no change")
    #expect(try still.table("flow-balance").rows.last?.cells[5].value == .missing)
    let gaps = try Prompt.new()
    gaps.advance(to: "2025-04-20")
    try gaps.record("total", from: "2024-03", [340, nil, nil, 338, nil, 345])
    let numbers = try gaps.answer(to: "trend total").table("band").numbers("value")
    #expect(numbers == [340, nil, nil, 338, nil, 345])
  }

  @Test("A direction says who chose it, and a target is drawn")
  func direction() throws {
    let prompt = try council()
    try prompt.type("direction total decrease because \"council strategy 2019\"")
    #expect(
      try prompt.answer(to: "trend total").sentences.contains(
        "The direction aimed at for all looked after children is decrease (council strategy 2019),"
          + " chosen by analyst on 20 April 2025."))
  }
}
