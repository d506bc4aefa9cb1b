import Documents
import LookedAfter
import PromptSession
import Testing

/// `explain`: the formula, the inputs with their source, when and by whom they were recorded, and what
/// would change the figure.
@Suite("How a figure was made") struct ExplainTests {
  let prompt: Prompt

  init() throws { prompt = try Prompt() }

  /// The lines whose answers have figures, and what has to be done first.
  static let answers: [(line: String, before: [String])] = [
    ("show", []), ("show oct 2020", ["direction total decrease because \"a test\""]),
    ("show parents", []), ("show feb 2020", []), ("flows oct 2020", []), ("pipeline", []),
    ("pipeline sept", []), ("proceedings", []), ("residential", []),
    ("edge of care", []), ("matching", []), ("timeline", []), ("applications", []),
    ("reconcile oct 2020", []),
    ("reconcile sept 2020", []), ("compare oct 2020", []), ("compare with neighbours", []),
    ("compare for kent 2025", []), ("compare for city of london 2025", []), ("neighbours", []),
    ("trend total", []), ("trend started", []), ("trend net", []), ("trend ico", []),
    ("trend stability.same_placement", []), ("rate of 336", []), ("rate of 7 of 34439", []),
    ("share of 92 of 134", []), ("children at 70", []), ("needed for england", []),
    ("change total since feb 2020", []), ("change ico since feb 2020", []),
    ("is 344 of 34439 higher than 66.7", []), ("update oct 2020", []),
    ("is 344 of 34439 higher than england", []),
    ("is 344 of 34439 higher than 387 of 34260", []), ("children at england", []),
    ("needed for kent", []), ("trend rate", []), ("flows for kent", []),
    ("trend started for herefordshire 2025", []), ("compare for herefordshire 2013", []),
    ("trajectory", ["target total 300 by mar 2022 from feb 2020"]),
  ]

  @Test(
    "Every number of every answer can say how it was made, by its table, row and column",
    arguments: answers)
  func everyFigure(line: String, before: [String]) throws {
    try prompt.type(before)
    let answer = try prompt.answer(to: line)
    // Tables are counted as they stand on the screen, then those that only machines read.
    let tables =
      answer.tables.filter { !$0.isForMachines } + answer.tables.filter(\.isForMachines)
    var count = 0
    for (number, table) in tables.enumerated() {
      let shown = table.columns.indices.filter { table.columns[$0].kind != .key }
      for (row, cells) in table.rows.map(\.cells).enumerated() {
        for (place, cell) in zip(table.columns, cells) where cell.number != nil {
          #expect(
            cell.explanation != nil, "\(line): table \(table.id), row \(row + 1), \(place.id)")
        }
        for (place, column) in shown.enumerated() where cells[column].number != nil {
          let asked = "explain table \(number + 1) row \(row + 1) column \(place + 1)"
          let explained = try prompt.answer(to: asked)
          #expect(explained.sentences.contains("What would change it: "), "\(line): \(asked)")
          count += 1
        }
      }
    }
    #expect(count > 0)
  }

  @Test("A rate: formula, inputs with their source and day, steps, and what would change it")
  func rate() throws {
    let answer = try prompt.answer(to: "explain rate oct 2020")
    #expect(answer.title == "How 93 per 10,000 in October 2020 was made")
    #expect(
      answer.sentences.contains("Formula: rate = x / n × per; lower = x (1 - 1/(9x) - z/(3√x))³"))
    let inputs = try answer.table("inputs")
    #expect(try inputs.words("name") == ["x", "n", "population estimate"])
    #expect(
      try inputs.words("value")
        == ["336", "36,103", "mid-2018 estimate, before rebasing, published 2021"])
    #expect(
      try inputs.words("source").first??.contains("Looked after Children reduction update") == true)
    #expect(try inputs.words("recorded").first == "2020-11-02, taken in by setup")
    let working = try answer.table("working")
    #expect(try working.cell("lower", "value").value == .text("83.380509"))
    #expect(try working.cell("method", "value").value == .text("byar"))
    #expect(
      answer.sentences.contains(
        "What would change it: A correction of the number of children or of the population. Another"
          + " population estimate: four are recorded, and compare shows the rate on each of these"
          + " years."))
  }

  @Test("The number needed at a comparator's rate, which is not a target")
  func needed() throws {
    let answer = try prompt.answer(to: "explain needed england")
    #expect(
      answer.sentences.hasPrefix("Children at the rate of England: 235 children at the rate of"))
    #expect(answer.sentences.contains("Formula: needed = c × n / per; gap = x - needed"))
    let working = try answer.table("working")
    #expect(try working.cell("needed before rounding", "value").value == .text("234.6695"))
    #expect(try working.cell("gap", "value").value == .text("101"))
    #expect(answer.sentences.contains("The comparator is not a target."))
    #expect(try prompt.answer(to: "explain needed for england oct 2020") == answer)
  }

  @Test("A recorded figure: where it is from, when and by whom, and its correction")
  func recorded() throws {
    let before = try prompt.answer(to: "explain uasc oct 2020")
    #expect(before.sentences.contains("2 is a recorded figure: unaccompanied asylum-seeking"))
    try prompt.type("set uasc 3 oct 2020 because \"one was counted late\"")
    let answer = try prompt.answer(to: "explain uasc oct 2020")
    #expect(answer.title == "How 3 was made")
    #expect(
      try answer.table("inputs").words("recorded") == ["2020-12-01 by analyst, revision 2"])
    #expect(
      answer.sentences.contains("It is recorded as it stands; a correction would be its next"))
  }

  @Test(
    "A figure of the last answer, by any part of its row and its column, in either order",
    arguments: [
      ("show", "ico change", "plus 3", "change of subject to interim care orders"),
      ("show", "change ico", "plus 3", "change of subject to interim care orders"),
      ("show", "not in a cohort change", "minus 5", "change of the children not in a cohort (net)"),
      ("show", "row 3 column 5", "plus 3", "change of subject to interim care orders"),
      ("show", "section 20 sept", "19", "accommodated under section 20"),
      ("show", "residential other rating", "significant slippage", "progress rating"),
      ("compare oct 2020", "england needed", "235", "children at the rate of England"),
      ("compare oct 2020", "england gap", "plus 101", "children at the rate of England"),
      ("compare oct 2020", "herefordshire rate", "93", "rate per 10000"),
      ("compare oct 2020", "statistical neighbours mean", "56.4", "average of a group"),
      ("reconcile oct 2020", "27 open difference", "minus 2", "check"),
      ("reconcile oct 2020", "uasc change", "0", "change of unaccompanied"),
      ("pipeline oct 2020", "open both", "20", "open applications"),
      ("flows oct 2020", "turned 18", "3", "turned 18"),
      ("timeline", "2 november children", "336", "all looked after children"),
      ("show", "total", "336", "all looked after children"),
      ("trend started", "lower", "0.0", "control limits"),
      ("trend started", "row 1 column 2", "0.0", "control limits"),
      ("applications", "all both", "16", "applications planned"),
      ("compare for kent 2025", "statistical neighbours rate", "55.0", "mean rate of statistical"),
      ("rate of 336", "lower", "83.4", "interval of the rate"),
      ("share of 92 of 134", "share", "68.7%", "share"),
    ])
  func byRowAndColumn(line: String, figure: String, value: String, subject: String) throws {
    try prompt.type(line)
    let text = try prompt.type("explain \(figure)").lowercased()
    #expect(text.contains("how \(value) "), "\(text)")
    #expect(text.contains(subject.lowercased()), "\(text)")
  }

  @Test("A balance says which months it rests on, where they are from, when and by whom")
  func balance() throws {
    let prompt = try Prompt.new()
    prompt.advance(to: "2020-06-01")
    let lines = (1...4).flatMap { month in
      [("total", 300 - month), ("started", 5), ("ceased", 6)].map {
        "2020-0\(month),\($0.0),\($0.1),\($0.0 == "total" ? "month_end" : ""),return\n"
      }
    }
    let file = try prompt.folder.write(
      "date,measure,value,basis,source\n" + lines.joined(), to: "returns.csv")
    try prompt.type("import history \(file)")
    try prompt.type("trend total")
    let inputs = try prompt.answer(to: "explain table 1 row 1 column 2").table("inputs")
    #expect(try inputs.words("name") == ["E", "X", "E by month", "X by month"])
    #expect(
      try inputs.words("value")
        == [
          "15", "18", "5, 5, 5 (February 2020 to April 2020)",
          "6, 6, 6 (February 2020 to April 2020)",
        ])
    #expect(try inputs.words("source").suffix(2) == ["return", "return"])
    #expect(
      try inputs.words("recorded").suffix(2) == ["2020-06-01 by analyst", "2020-06-01 by analyst"])
    try prompt.type("change total since jan 2020 to apr 2020")
    #expect(
      try prompt.answer(to: "explain joined").table("inputs").words("recorded").suffix(2)
        == ["2020-06-01 by analyst", "2020-06-01 by analyst"])
  }

  @Test("The neighbours' rate that a history began with is explained by its ten members")
  func neighbours() throws {
    let prompt = try Prompt.new()
    prompt.advance(to: "2025-12-20")
    try prompt.type("set total 344 as at 30 nov 2025 basis month-end")
    #expect(
      try prompt.answer(to: "compare").table("rates").number("statistical_neighbours", "rate")?
        .description == "66.70")
    let answer = try prompt.answer(to: "explain statistical neighbours rate")
    #expect(answer.sentences.contains("Formula: mean = sum of the printed rates of the members"))
    let inputs = try answer.table("inputs")
    #expect(inputs.rows.count == 10)
    #expect(
      try inputs.words("source").allSatisfy {
        $0?.contains("Children looked after in England") == true
      })
  }

  @Test("An explanation does not take the place of the answer that is explained")
  func severalInARow() throws {
    try prompt.type("show")
    try prompt.type("explain ico change")
    #expect(try prompt.answer(to: "explain total change").title.hasPrefix("How −2 (All"))
    try prompt.type("help show")
    #expect(try prompt.answer(to: "explain uasc change").title.hasPrefix("How 0 ("))
  }

  @Test(
    "What is no figure says how to name one",
    arguments: [
      ("explain", "The command explain needs a figure; try: explain rate oct 2020"),
      (
        "explain unicorns",
        "There is no figure \"unicorns\" in the last answer; name its row and its column as they stand"
          + " there, or type explain rate, or explain ico oct 2020."
      ),
      (
        "explain rate jan 1990",
        "There is no snapshot for January 1990; there are snapshots for September 2015, March 2019,"
          + " October 2019, February 2020, March 2020, August 2020, September 2020 and October 2020."
      ),
      (
        "explain table 9 row 9 column 9",
        "There is no figure \"table 9 row 9 column 9\" in the last answer; name its row and its column as"
          + " they stand there, or type explain rate, or explain ico oct 2020."
      ),
      (
        "explain needed wales",
        "There is no comparator \"wales\"; there are England, Statistical neighbours, West Midlands,"
          + " Good or better statistical neighbours, Ofsted Good and Ofsted Outstanding."
      ),
      (
        "explain ico oct 2019",
        "Nothing is recorded of \"Subject to interim care orders\" for October 2019; there is for"
          + " February 2020, August 2020, September 2020 and October 2020."
      ),
    ])
  func refusals(line: String, sentence: String) throws {
    #expect(try prompt.refusal(of: line) == sentence)
  }
}
