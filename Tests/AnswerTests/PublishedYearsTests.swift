import Comparators
import Documents
import LookedAfter
import PromptSession
import PublishedRows
import Testing

/// `flows for AUTHORITY` and `trend MEASURE for AUTHORITY`: the published years of any authority.
@Suite("Published years of any authority") struct PublishedYearsTests {
  let prompt: Prompt

  init() throws { prompt = try Prompt(beginning: .empty()) }

  @Test(
    "The years of Herefordshire of indicators.md, section 10, with the spread of yearly figures",
    arguments: [
      ("2025", 68, 111, -43, -1.9932, 0.0462, "falling, clear"),
      ("2024", 96, 122, -26, -1.0921, 0.2748, "falling, could be chance"),
      ("2022", 161, 95, 66, 2.5582, 0.0105, "rising, clear"),
    ])
  func worked(
    year: String, started: Int, ceased: Int, net: Int, z: Double, p: Double, words: String
  ) throws {
    let table = try prompt.answer(to: "flows for herefordshire").table("yearly-flows")
    #expect(try table.number(year, "started")?.whole == started)
    #expect(try table.number(year, "ceased")?.whole == ceased)
    #expect(try table.number(year, "net")?.whole == net)
    #expect(try table.cell(year, "phi").toFour == 2.6)
    #expect(try table.cell(year, "z").toFour == z)
    #expect(try table.cell(year, "p").toFour == p)
    #expect(try table.cell(year, "words").value == .text(words))
  }

  @Test("The sentence says what happened and how sure it is")
  func sentence() throws {
    #expect(
      try prompt.answer(to: "flows for herefordshire").sentences.hasPrefix(
        "Herefordshire: 344 children on 31 March 2025, 43 fewer than a year before. In the twelve months"
          + " to 31 March 2025, 68 came in and 111 left. A fall this size would be unusual by chance."
      ))
    #expect(
      try prompt.answer(to: "flows for herefordshire 2024").sentences.contains(
        "96 came in and 122 left. Changes this size happen by chance."))
    #expect(
      try prompt.answer(to: "compare for herefordshire 2025").sentences.contains(
        "In the twelve months to 31 March 2025, 68 came in and 111 left. A fall this size would be"
          + " unusual by chance. Every year: flows for herefordshire"))
    // The children of 2022 are 67 more, the flows 66.
    #expect(
      try prompt.answer(to: "flows for herefordshire 2022").sentences.contains(
        "Starts less leavers make +66, but the number changed by +67"))
  }

  @Test("Started, ceased, net, the number and its rate have a chart each")
  func subjects() throws {
    let started = try prompt.answer(to: "trend started for herefordshire 2025")
    #expect(started.title == "Started to be looked after, Herefordshire, 2010 to 2025")
    #expect(
      started.sentences.hasPrefix(
        "Herefordshire: 68 started to be looked after in the twelve months to 31 March 2025, 28 fewer"
          + " than in the year before. Changes this size happen by chance."))
    for subject in ["ceased", "net", "total", "rate", "leavers"] {
      let answer = try prompt.answer(to: "trend \(subject) for kent")
      #expect(answer.title.hasSuffix("Kent, 2010 to 2025"))
    }
    let rate = try prompt.answer(to: "trend rate for herefordshire")
    #expect(
      rate.sentences.hasPrefix(
        "Herefordshire: 100 per 10,000 on 31 March 2025. Over 2021 to 2025 the rate shows no trend that"
          + " stands out from chance."))
    #expect(try prompt.answer(to: "flows for england").title.contains("England"))
  }

  @Test("Every started and ceased of every authority in 2019 and 2025 is that of the shipped rows")
  func everyAuthority() throws {
    let directory = try ComparatorDirectory.shipped()
    for year in [2019, 2025] {
      let march = try #require(CivilDate(year: year, month: 3, day: 31))
      let rows = try (
        RawRows.rows("started/\(year)"), RawRows.rows("ceased/\(year)")
      )
      let number = { (rows: [[String: String]], code: String) in
        rows.first { $0["area"] == code }?["count"].flatMap { Int($0) }
      }
      for authority in directory.authorities(on: march) {
        let table = try prompt.answer(to: "flows for \(authority.code) \(year)")
          .table("yearly-flows")
        let name: Comment = "\(authority.name), \(year)"
        let (started, ceased) = (
          number(rows.0, authority.code), number(rows.1, authority.code)
        )
        #expect(try table.number("\(year)", "started")?.whole == started, name)
        #expect(try table.number("\(year)", "ceased")?.whole == ceased, name)
        let net = started.flatMap { started in ceased.map { started - $0 } }
        #expect(try table.number("\(year)", "net")?.whole == net, name)
      }
    }
  }

  @Test("Each number says which publication it is from, the balance what it rests on")
  func explained() throws {
    try prompt.type("flows for herefordshire")
    let started = try prompt.answer(to: "explain 2025 came in")
    #expect(
      try started.table("inputs").words("source").first??.contains(
        "Children looked after in England") == true)
    let balance = try prompt.answer(to: "explain 2025 net").table("inputs")
    #expect(try balance.words("name") == ["E", "X"])
    #expect(
      try balance.words("source").allSatisfy {
        $0?.contains("Children looked after in England") == true
      })
    #expect(try balance.words("recorded") == ["2025-11-30", "2025-11-30"])
  }

  @Test("Where only the number was printed, the rate is worked out and said to be")
  func year2013() throws {
    let answer = try prompt.answer(to: "compare for herefordshire 2013")
    #expect(
      answer.sentences.hasPrefix(
        "216 children were looked after on 31 March 2013 of 36,019 aged 0 to 17 (mid-2012 estimate,"
          + " before rebasing, published 2021): the rate was not printed; worked out from these it is"
          + " 60.0 per 10,000"))
    let rates = try answer.table("rates")
    #expect(rates.rows.first?.cells[4].toFour == 59.9684)
    // 68,110 of 11,423,310, and 8,950 of 1,244,410.
    #expect(try rates.number("england", "rate")?.description == "59.6")
    #expect(try rates.number("region", "rate")?.description == "71.9")
    #expect(try rates.number("england", "needed") == 215)
    #expect(answer.sentences.contains("No rate is printed for England and West Midlands"))
    #expect(answer.sentences.contains("It has no place among all authorities"))
  }

  @Test("A month is not a year; March is")
  func months() throws {
    #expect(
      try prompt.answer(to: "compare for kent march 2025").title
        == prompt.answer(to: "compare for kent 2025").title)
    #expect(
      try prompt.answer(to: "compare kent 2025").title
        == prompt.answer(to: "compare for kent 2025").title)
    #expect(
      try prompt.refusal(of: "compare for kent june 2025")
        == "Figures of other authorities are published of 31 March, not of June 2025; write the year"
        + " alone, as in: compare for kent 2025")
    #expect(try prompt.refusal(of: "flows for kent 1999").contains("1999"))
  }
}
