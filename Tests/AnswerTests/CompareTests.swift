import Documents
import LookedAfter
import PromptSession
import Testing

/// `compare` for a month of the history.
@Suite("The recorded rate beside its comparators") struct CompareTests {
  let prompt: Prompt

  init() throws { prompt = try Prompt() }

  @Test("The tables are those that scripts read")
  func columns() throws {
    let answer = try prompt.answer(to: "compare oct 2020")
    let rates = try answer.table("rates").columns.map(\.id)
    #expect(
      rates.dropFirst()
        == [
          "comparator", "year", "edition", "rate", "lower", "upper", "needed", "gap", "gap_low",
          "gap_high", "outcome",
        ])
    let group = try answer.table("group").columns.map(\.id)
    #expect(
      Array(group.prefix(1) + group.dropFirst(2).prefix(6))
        == ["group", "model", "members", "with_value", "mean", "median", "pooled"])
  }

  @Test("336 of 36,103 are 93, and the council's own table of October 2020")
  func october() throws {
    let answer = try prompt.answer(to: "compare oct 2020")
    let rates = try answer.table("rates")
    let own = try #require(rates.rows.first).cells
    #expect(own[3].value == .text("mid-2018 estimate, before rebasing, published 2021"))
    #expect(own[4...6].map(\.toFour) == [93.0671, 83.3805, 103.5699])
    #expect(try rates.numbers("needed") == [336, 235, 196, 296, 199, 238, 173])
    #expect(try rates.numbers("gap") == [nil, 101, 140, 40, 137, 98, 163])
    #expect(try rates.numbers("gap_low").dropFirst().prefix(3) == [66, 105, 5])
    #expect(try rates.numbers("gap_high").dropFirst().prefix(3) == [139, 178, 78])
    #expect(
      try rates.words("outcome").dropFirst()
        == ["much higher", "much higher", "higher", "much higher", "much higher", "much higher"])
    #expect(try rates.words("year").dropFirst().allSatisfy { $0 == "2018/19" })
    #expect(
      answer.sentences.contains(
        "A comparator is not a target: some children need to be in care."))
  }

  @Test("Another year of the comparators, and a rate of another population, are warned of")
  func warnings() throws {
    let answer = try prompt.answer(to: "compare oct 2020")
    let notes = answer.blocks.compactMap { if case .note(let note) = $0 { note.code } else { nil } }
    #expect(notes == ["printed-rate", "comparator-year"])
    let populations = try answer.table("rate-by-population")
    #expect(try populations.numbers("population") == [36_103, 34_534, 36_048, 34_236])
    #expect(
      populations.rows.map { $0.cells[3].number?.description }
        == ["93.07", "97.30", "93.21", "98.14"])
  }

  @Test("Its place among all authorities of the newest publication then")
  func standing() throws {
    #expect(
      try prompt.answer(to: "compare oct 2020").sentences.contains(
        "36th equal highest of 151 authorities that have a rate: 114 of the others are lower (76%)."
      ))
    try prompt.type("direction total decrease because \"a test\"")
    #expect(
      try prompt.answer(to: "compare oct 2020").sentences.contains(
        "By the direction chosen that is quartile band D of A, the best, to D (the cuts are 48.5, 67 and"
          + " 90)."))
  }

  @Test(
    "With a group, only that group",
    arguments: [
      ("statistical neighbours", "statistical_neighbours", 1),
      ("neighbours", "statistical_neighbours", 1),
      ("sn", "statistical_neighbours", 1), ("england", "england", 0), ("the region", "region", 0),
      ("ofsted good", "ofsted_good", 1), ("outstanding", "ofsted_outstanding", 1),
      ("good neighbours", "good_neighbours", 1),
    ])
  func group(name: String, id: String, tables: Int) throws {
    let answer = try prompt.answer(to: "compare oct 2020 with \(name)")
    #expect(try answer.table("rates").words("id") == ["own", id])
    #expect(answer.tables.count { $0.id == "group" } == tables)
    #expect(try prompt.answer(to: "compare with \(name)").tables == answer.tables)
  }

  @Test("A council of 2025: the gaps of England, the neighbours and the region, with their range")
  func latest() throws {
    let prompt = try Council(
      started: Council.falling.started, ceased: Council.falling.ceased
    ).prompt
    let rates = try prompt.answer(to: "compare mar 2025").table("rates")
    #expect(
      try rates.words("comparator").dropFirst() == [
        "England", "Statistical neighbours", "West Midlands",
      ])
    #expect(try rates.numbers("needed").dropFirst() == [231, 230, 296])
    #expect(try rates.numbers("gap").dropFirst() == [113, 114, 48])
    #expect(try rates.number("england", "gap_low") == 78)
    #expect(try rates.number("england", "gap_high") == 152)
    #expect(
      try rates.words("outcome").dropFirst() == ["much higher", "much higher", "higher"])
    let england = try prompt.answer(to: "needed for england mar 2025")
    #expect(
      england.sentences.contains("At the present pace the gap would close in about 32 months."))
  }

  @Test("The neighbours of a model, nearest first, with what was published by then")
  func neighbours() throws {
    let table = try prompt.answer(to: "neighbours").table("neighbours")
    #expect(
      try table.words("name") == [
        "Shropshire", "Devon", "Cornwall", "Somerset", "Dorset", "Wiltshire", "Suffolk", "Norfolk",
        "Gloucestershire", "Cumbria",
      ])
    #expect(try table.numbers("rate") == [66, 51, 42, 48, nil, 44, 57, 70, 56, 74])
    #expect(
      try prompt.answer(to: "neighbours").sentences.contains(
        "Dorset has no rate because it began on 1 April 2019 in place of Dorset (835)."))
    #expect(try prompt.answer(to: "neighbours kent").table("neighbours").rows.count == 10)
    #expect(try prompt.answer(to: "neighbours kent").title == "Statistical neighbours of Kent")
  }

  @Test(
    "What cannot be compared says what is wrong and what to do",
    arguments: [
      (
        "compare oct 2020 with everyone",
        "There is no group \"everyone\"; there are England, Region, Statistical neighbours, Good or"
          + " better statistical neighbours, Authorities judged Good, Authorities judged Outstanding."
      ),
      (
        "compare jan 2020",
        "There is no snapshot for January 2020; there are snapshots for September 2015, March 2019,"
          + " October 2019, February 2020, March 2020, August 2020, September 2020 and October 2020."
      ),
      (
        "compare narnia",
        "\"narnia\" is not a month; write oct 2020, October, 2020-10, latest or last month, as in: compare"
          + " oct 2020"
      ),
      ("compare oct 2020 or not", "The command compare has no place for \"or\"; try: compare"),
      ("compare for", "The command compare needs an authority; try: compare"),
      (
        "compare for kent 1999",
        "No figures are published for 31 March 1999; there are for 2010 to 2025."
      ),
    ])
  func refusals(line: String, sentence: String) throws {
    #expect(try prompt.refusal(of: line) == sentence)
  }

  @Test("An authority that there is not brings those that are like it")
  func unknownAuthority() throws {
    #expect(try prompt.refusal(of: "compare for atlantis 2025").contains("atlantis"))
    #expect(try prompt.refusal(of: "neighbours atlantis").contains("atlantis"))
    #expect(try prompt.refusal(of: "compare for cumbria 2025").contains("Cumberland"))
  }

  @Test("It needs no store, and no history")
  func withoutStore() throws {
    let prompt = try Prompt(beginning: .empty())
    #expect(
      try prompt.answer(to: "compare for herefordshire 2025").sentences.hasPrefix(
        "344 children were looked after on 31 March 2025 of 34,439 aged 0 to 17 (mid-2024 estimate):"
          + " 100 per 10,000 (Children looked after in England 2025). By chance alone it would be between"
          + " about 90 and 111 (95%). It is the 23rd highest of 151 authorities that have a rate:"))
    #expect(try prompt.refusal(of: "compare").hasPrefix("Nothing is recorded yet"))
  }
}
