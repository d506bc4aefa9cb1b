import Documents
import LookedAfter
import PromptSession
import Testing

/// `rate of`, `share of`, `children at`, `needed for` and `is … higher than`, as people ask them.
@Suite("Rates asked on the spot") struct RateTests {
  let prompt: Prompt

  init() throws { prompt = try Prompt() }

  @Test(
    "A rate has its interval: by Byar from ten children on, exact below",
    arguments: [
      ("344 of 34439", 99.8868, 89.6087, 111.0204, "byar"),
      ("344 of 34439 at 99.8%", 99.8868, 84.0651, 117.6774, "byar"),
      ("333 of 36103", 92.2361, 82.5941, 102.6945, "byar"),
      ("333 of 36,103 at 99.8", 92.2361, 77.3994, 108.9514, "byar"),
      ("7 of 34439", 2.0326, 0.8172, 4.1879, "exact"),
      ("1 of 34439", 0.2904, 0.0074, 1.6178, "exact"),
      ("0 of 34439", 0, 0, 1.0711, "exact"),
      ("65 of 100", 6500, 5016.32, 8284.91, "byar"),
    ])
  func intervals(
    asked: String, rate: Double, lower: Double, upper: Double, method: String
  ) throws {
    let table = try prompt.answer(to: "rate of \(asked)").table("rate")
    #expect(
      table.columns.map(\.id)
        == ["count", "population", "rate", "lower", "upper", "confidence", "method"])
    let decimals = rate > 1000 ? 100.0 : 10_000
    func shown(_ column: String) throws -> Double? {
      try table.numbers(column).first??.value.rounded(to: decimals)
    }
    #expect(try shown("rate") == rate)
    #expect(try shown("lower") == lower)
    #expect(try shown("upper") == upper)
    #expect(try table.words("method") == [method])
    let confidence = asked.contains("99.8") ? 0.998 : 0.95
    #expect(try table.numbers("confidence").first??.value == confidence)
  }

  @Test("Without a population, the one of the month in view is meant, and named")
  func populationInView() throws {
    let answer = try prompt.answer(to: "rate of 336")
    #expect(
      answer.sentences
        == "336 children of 36,103 aged 0 to 17 (mid-2018 estimate, before rebasing, published 2021)"
        + " are 93 per 10,000. A place like this would be between about 83 and 104 by chance alone"
        + " (95%).")
    let row = try #require(try answer.table("rate").rows.first)
    #expect(row.cells.prefix(2).map(\.number) == [336, 36_103])
    // A month of 2026 is later than any estimate but has the newest.
    try prompt.type("month mar 2019")
    #expect(try prompt.answer(to: "rate of 334").sentences.contains("93 per 10,000"))
  }

  @Test("A population given with the question is used as it is, and goes with no edition")
  func populationGiven() throws {
    let answer = try prompt.answer(to: "rate of 344 of 34439")
    #expect(
      answer.sentences
        == "344 children of 34,439 aged 0 to 17 are 100 per 10,000. A place like this would be"
        + " between about 90 and 111 by chance alone (95%).")
    #expect(
      try prompt.answer(to: "rate of 12 of 10").sentences.contains(
        "There are more children (12) than population (10): one of the two is wrong."))
  }

  @Test("A share has Wilson's limits")
  func shares() throws {
    let table = try prompt.answer(to: "share of 65 of 100").table("share")
    #expect(
      table.columns.map(\.id)
        == ["count", "population", "share", "lower", "upper", "confidence", "method"])
    let row = try #require(table.rows.first)
    #expect(row.cells[2...4].map { $0.number?.toFour } == [0.65, 0.5525, 0.7364])
    #expect(try table.words("method") == ["wilson"])
    // The scorecard's 92 children are 69% of 133 or 134.
    #expect(
      try prompt.answer(to: "share of 92 of 134").sentences
        == "92 of 134 are 68.7%. By chance alone it would be between about 60% and 76% (95%).")
    #expect(
      try prompt.answer(to: "share of 92 of 133").table("share").numbers("share").first??.toFour
        == 0.6917)
  }

  @Test(
    "The children at a rate are worked out with the rate at one decimal: the council's own table",
    arguments: [
      ("65", 235, 101), ("54.44", 196, 140), ("54.4", 196, 140), ("82", 296, 40), ("93", 336, 0),
      ("70", 253, 83), ("0", 0, 336),
    ])
  func childrenAt(rate: String, needed: Quantity, gap: Quantity) throws {
    let table = try prompt.answer(to: "children at \(rate)").table("needed")
    let row = try #require(table.rows.first)
    #expect(table.columns.map(\.id) == ["rate", "population", "needed", "count", "gap"])
    #expect(row.cells.dropFirst().map(\.number) == [36_103, needed, 336, gap])
  }

  @Test("A month behind the rate is the month whose population and children are meant")
  func childrenAtInAMonth() throws {
    let answer = try prompt.answer(to: "children at 82 feb 2020")
    #expect(
      answer.sentences
        == "At 82 per 10,000, Herefordshire would look after 296 children (36,103 aged 0 to 17,"
        + " mid-2018 estimate, before rebasing, published 2021). In February 2020 there are 356, 60"
        + " more than that.")
  }

  @Test(
    "The gap to a comparator has its range, from the limits of the authority's own count",
    arguments: [
      ("england", "England", 235, 101, 66, 139),
      ("statistical neighbours", "statistical neighbours", 196, 140, 105, 178),
      ("west", "West Midlands", 296, 40, 5, 78), ("region", "West Midlands", 296, 40, 5, 78),
    ])
  func neededFor(
    asked: String, name: String, needed: Quantity, gap: Quantity, low: Quantity, high: Quantity
  ) throws {
    let answer = try prompt.answer(to: "needed for \(asked) oct 2020")
    #expect(answer.title == "Children at the rate of \(name), October 2020")
    let row = try #require(try answer.table("rates").rows.last)
    #expect(row.cells[7...10].map(\.number) == [needed, gap, low, high])
    #expect(answer.sentences.contains("The comparator is not a target."))
  }

  @Test("Higher or not is said with how sure it is, at 95% and at 99.8%")
  func higher() throws {
    let yes = try prompt.answer(to: "is 344 of 34439 higher than 66.7")
    #expect(
      yes.sentences.hasPrefix("Yes. 344 of 34,439 are 100 per 10,000 (90 to 111), higher than"))
    #expect(yes.sentences.contains("also at 99.8%"))
    let row = try #require(try yes.table("comparison").rows.first)
    #expect(
      row.cells[2...6].map { $0.number?.toFour }
        == [99.8868, 89.6087, 111.0204, 84.0651, 117.6774])
    #expect(row.cells[8].value == .text("much higher"))
    // Of the West Midlands the rate is told apart at 95% only.
    let west = try prompt.answer(to: "is 344 of 34439 above 86")
    #expect(west.sentences.contains("at 95%, not told apart from it at 99.8%"))
    #expect(try west.table("comparison").words("outcome") == ["higher"])
    let no = try prompt.answer(to: "is 344 of 34439 lower than 66.7")
    #expect(no.sentences.hasPrefix("No. "))
    let alike = try prompt.answer(to: "is 344 of 34439 higher than 99")
    #expect(alike.sentences.hasPrefix("No. "))
    #expect(alike.sentences.contains("similar to 99: the two are not told apart"))
  }

  @Test("The exact chance of a count against the number that another rate would give")
  func exactChance() throws {
    // England's unrounded rate gives 231.15 children of 34,439.
    let answer = try prompt.answer(to: "is 344 of 34439 higher than 67.1187")
    #expect(answer.sentences.contains("from the 231.2 that the rate would give"))
    #expect(
      try answer.table("comparison").rows.first?.cells[9].value
        == .number(mantissa: 5293, decimals: 15))
  }

  @Test("Two places are both moved by chance; England is taken as fixed")
  func places() throws {
    let prompt = try Prompt()
    let two = try prompt.answer(to: "is 344 of 34439 higher than 387 of 34260")
    #expect(
      two.sentences.hasPrefix(
        "No. 344 of 34,439 are 100 per 10,000 against 387 of 34,260 are 113 per 10,000: 0.88 times the"
          + " rate (0.76 to 1.03). Two such places with the same rate would be as far apart by chance"
          + " about 10 times in 100, so they are not told apart."))
    let row = try #require(try two.table("two-rates").rows.first).cells
    #expect(row[2...5].map(\.toFour) == [0.8843, 0.7625, 1.0252, 0.1036])
    #expect(
      try prompt.answer(to: "is 344 of 34439 higher than kent").title
        == "Is 344 of 34,439 higher than Kent, 31 March 2025?")
    let england = try prompt.answer(to: "is 336 of 36103 higher than england")
    #expect(england.sentences.hasPrefix("Yes. 336 of 36,103 are 93 per 10,000 (83 to 104), higher"))
    #expect(england.sentences.contains("65.00 is the rate of England, 2018/19."))
    #expect(
      try prompt.answer(to: "children at england").sentences
        == prompt.answer(to: "needed for england").sentences)
    #expect(
      try prompt.answer(to: "needed for wm").title
        == prompt.answer(to: "needed for west midlands").title)
    #expect(
      try prompt.answer(to: "needed for kent").sentences.hasPrefix(
        "At the rate of Kent (53, 2024/25), Herefordshire would look after 191 children."))
  }

  @Test("Another year and another population than ours are said, and the publication is a source")
  func anotherYear() throws {
    let prompt = try Prompt()
    let kent = try prompt.answer(to: "needed for kent")
    #expect(
      kent.sentences.contains("so the rate is higher than that of Kent on 31 March 2025."))
    #expect(
      kent.sentences.contains(
        "The figures are of different years: ours of October 2020 and that of Kent of 31 March 2025."
      ))
    #expect(kent.sentences.contains("Nearer in time: needed for kent 2020"))
    let editions =
      "The populations are of different editions (ours: mid-2018 estimate, before rebasing,"
      + " published 2021; Kent: mid-2024 estimate, "
    #expect(kent.sentences.contains(editions))
    #expect(
      kent.blocks.contains { block in
        guard case .sources(let items) = block else { return false }
        return items.contains { $0.contains("reporting year 2025") }
      })
    #expect(try prompt.answer(to: "children at kent").sentences == kent.sentences)
    #expect(
      try prompt.answer(to: "needed for kent 2020").sentences.contains(
        "ours of October 2020 and that of Kent of 31 March 2020."))
    #expect(
      try prompt.answer(to: "needed for england").sentences.contains(
        "The figures are of different years: ours of October 2020 and that of England of 2018/19."))
    let recorded = try prompt.answer(to: "is 336 of 36103 higher than kent").sentences
    #expect(
      recorded.contains("The rate of Kent is of 31 March 2025 and rests on the mid-2024 estimate, ")
    )
    #expect(
      recorded.contains(
        "The populations are of different years: mid-2018 and mid-2024. " + editions))
    let unknown = try prompt.answer(to: "is 344 of 34439 higher than kent").sentences
    #expect(unknown.contains("Only a rate of that year and edition is like it."))
    #expect(!unknown.contains("different editions"))
  }

  @Test("Neighbours are asked for with for as well; an authority is no group")
  func otherWays() throws {
    let prompt = try Prompt()
    #expect(
      try prompt.answer(to: "neighbours for kent") == prompt.answer(to: "neighbours kent"))
    #expect(
      try prompt.refusal(of: "neighbours for")
        == "The command neighbours needs an authority; try: neighbours")
    #expect(
      try prompt.refusal(of: "compare oct 2020 with kent")
        == "Kent is an authority, and compare goes with groups; write: needed for kent, compare for"
        + " kent, or is 336 of 36103 higher than kent")
  }

  @Test(
    "What cannot be answered says what is wrong and what to do",
    arguments: [
      ("rate of", "The command rate needs a number of children; try: rate of 336"),
      ("rate of many", "\"many\" is not a number; try: rate of 336"),
      ("rate of -5", "\"-5\" is not a number; try: rate of 336"),
      ("rate of 3.5", "\"3.5\" is not a number; try: rate of 336"),
      ("rate of 336 of", "The command rate needs a population; try: rate of 336"),
      (
        "rate of 336 of 0",
        "There is no rate of 336 children of 0; both must be less than 100 million, and the population"
          + " more than 0."
      ),
      (
        "rate of 336 of 36103 at 80%",
        "\"80%\" is not a confidence; write a percentage from 90 to below 100, such as 95% or 99.8%."
      ),
      (
        "rate of 336 at 100",
        "\"100\" is not a confidence; write a percentage from 90 to below 100, such as 95% or 99.8%."
      ),
      ("rate of 336 per 1000", "The command rate has no place for \"per\"; try: rate of 336"),
      (
        "rate of 999999999999 of 36103",
        "There is no rate of 999,999,999,999 children of 36,103; both must be less than 100 million,"
          + " and the population more than 0."
      ),
      (
        "rate of 99999999999999999999", "\"99999999999999999999\" is not a number; try: rate of 336"
      ),
      (
        "share of 5 of 4",
        "5 of 4 is no share; the whole must be more than 0 and no less than the part."
      ),
      (
        "share of 0 of 0",
        "0 of 0 is no share; the whole must be more than 0 and no less than the part."
      ),
      ("share of 5", "The command share needs the word \"of\"; try: share of 92 of 134"),
      ("children", "The command children needs the word \"at\"; try: children at 70"),
      (
        "children at all",
        "There is no comparator \"all\"; there are England, Statistical neighbours, West Midlands, Good or"
          + " better statistical neighbours, Ofsted Good and Ofsted Outstanding."
      ),
      (
        "children at -5", "−5 is no rate per 10,000; give a number from 0 to 10,000."
      ),
      (
        "children at 70 1990-01",
        "No rate can be given for January 1990: no population aged 0 to 17 is recorded for a year up to"
          + " then."
      ),
      (
        "needed for wales",
        "There is no comparator \"wales\"; there are England, Statistical neighbours, West Midlands,"
          + " Good or better statistical neighbours, Ofsted Good and Ofsted Outstanding."
      ),
      ("needed", "The command needed needs the word \"for\"; try: needed for england"),
      ("needed for", "The command needed needs a comparator; try: needed for england"),
      (
        "is 344 of 34439 near 66.7",
        "The command is needs the word \"higher\" or \"lower\"; try: is 344 of 34439 higher than 66.7"
      ),
      (
        "is 344 higher than 66.7",
        "The command is needs the word \"of\"; try: is 344 of 34439 higher than 66.7"
      ),
    ])
  func refusals(line: String, sentence: String) throws {
    #expect(try prompt.refusal(of: line) == sentence)
  }
}

extension Quantity: ExpressibleByIntegerLiteral {
  /// Makes one for a test.
  public init(integerLiteral value: Int) { self.init(mantissa: value) }
}

extension Double {
  /// The number rounded to a fraction: 10,000 for four decimals.
  fileprivate func rounded(to fraction: Double) -> Double {
    (self * fraction).rounded() / fraction
  }
}
