import Documents
import LookedAfter
import PromptSession
import Testing

/// `trend` of what happens in a month: a control chart, with its limits and its signals.
@Suite("The trend of a flow") struct FlowTrendTests {
  let prompt: Prompt

  /// A council that has recorded nothing yet, in April 2025.
  init() throws {
    prompt = try Prompt.new()
    prompt.advance(to: "2025-04-20")
  }

  static let year = [9, 11, 8, 12, 7, 10, 9, 6, 8, 9, 12, 7]
  static let nextYear = [8, 10, 9, 8, 11, 5, 4, 5, 6, 4, 5, 6]

  private func limits(_ line: String) throws -> [Double?] {
    let table = try prompt.answer(to: line).table("limits")
    return try ["centre", "lower", "upper", "mean_moving_range"].map {
      try table.numbers($0).last??.toFour
    }
  }

  @Test("The tables are those that scripts read")
  func columns() throws {
    try prompt.record("started", from: "2018-01", Self.year)
    let answer = try prompt.answer(to: "trend started")
    #expect(
      try answer.table("limits").columns.map(\.id).prefix(6)
        == ["centre", "lower", "upper", "mean_moving_range", "trial", "segment"])
    let points = try answer.table("points")
    #expect(points.columns.map(\.id) == ["date", "value", "rule", "direction"])
    #expect(points.isForMachines)
    #expect(try points.words("date").first == "2018-01")
    #expect(try points.numbers("value") == Self.year.map { Quantity(mantissa: $0) })
    #expect(try points.words("rule") == Array(repeating: nil, count: 12))
    #expect(
      answer.sentences.hasPrefix(
        "Became looked after: 7 in December 2018. Anything from 1.3 to 16.7 is ordinary variation here,"
          + " around a mean of 9.0 a month over 12 months. The latest month is within ordinary"
          + " variation: nothing in it points to a change."))
  }

  @Test("Limits of twelve monthly starts, and of a chart with one high point")
  func worked() throws {
    try prompt.record("started", from: "2018-01", Self.year)
    #expect(try limits("trend started") == [9, 1.2618, 16.7382, 2.9091])
    try prompt.record(
      "ceased", from: "2018-01", [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1])
    #expect(try limits("trend ceased") == [1.9444, -3.0626, 6.9515, 1.8824])
    let answer = try prompt.answer(to: "trend ceased")
    let points = try answer.table("points")
    #expect(try points.cell("2018-05", "rule").value == .text("outside"))
    #expect(try points.cell("2018-05", "direction").value == .text("high"))
    #expect(answer.sentences.contains("The lower limit comes out at −3.1; it is shown as 0."))
    #expect(answer.sentences.contains("Anything from 0.0 to 7.0 is ordinary variation"))
    #expect(
      answer.sentences.contains(
        "Earlier signals: May 2018 (above the limits). A chart this long shows some by chance."))
  }

  @Test("Seven below the mean of a fixed first year are a shift; six are not yet")
  func shift() throws {
    try prompt.record("started", from: "2018-01", Self.year + Self.nextYear)
    #expect(
      try prompt.type("baseline started from jan 2018 to dec 2018 because \"agreed\"")
        == "Became looked after: limits rest on January 2018 to December 2018. Type undo to take it"
        + " back.")
    #expect(try limits("trend started") == [9, 1.2618, 16.7382, 2.9091])
    let points = try prompt.answer(to: "trend started").table("points")
    #expect(
      try points.words("rule")
        == Array(repeating: nil, count: 17) + Array(repeating: "shift", count: 7))
    #expect(try points.words("direction").suffix(7) == Array(repeating: "low", count: 7)[...])
    #expect(
      try prompt.answer(to: "trend started").sentences.contains(
        "The latest 7 months in a row are below the mean: a first sign that the usual level is lower"
          + " than it was, which a second test does not confirm yet."))
    let before = try prompt.answer(to: "trend started to nov 2019")
    #expect(try before.table("points").words("rule") == Array(repeating: nil, count: 23))
    #expect(before.sentences.contains("6 in a row below the mean; one more would make a signal."))
  }

  @Test("A chart of the last months keeps the limits that were fixed, or says that it cannot")
  func fixedLimits() throws {
    try prompt.record("started", from: "2018-01", Self.year + Self.nextYear)
    try prompt.type("baseline started from jan 2018 to dec 2018")
    // The chart then begins with what its limits rest on.
    #expect(try limits("trend started from jun 2019") == [9, 1.2618, 16.7382, 2.9091])
    #expect(try prompt.answer(to: "trend started from jun 2019").table("points").rows.count == 24)
    try prompt.type("undo")
    try prompt.type("baseline started from mar 2018 to feb 2019")
    // Any twelve months of the chart may be fixed, not only the first.
    #expect(try limits("trend started").first == 8.8333)
    #expect(try prompt.answer(to: "trend started from mar 2018").table("points").rows.count == 22)
    #expect(try limits("trend started from mar 2018").first == 8.8333)
  }

  @Test("A direction makes a signal better or worse, and the sentence says who chose it")
  func direction() throws {
    try prompt.record("started", from: "2018-01", Self.year + Self.nextYear)
    #expect(
      try prompt.answer(to: "trend started").sentences.contains(
        "Variation: unusually low (L). No direction is set, so that is called neither better nor"
          + " worse."))
    try prompt.type("direction started decrease because \"early help strategy\"")
    #expect(
      try prompt.answer(to: "trend started").sentences.contains(
        "Variation: improvement, low (L). The direction aimed at for became looked after is decrease"
          + " (early help strategy), chosen by analyst on 20 April 2025."))
    try prompt.type("direction started increase because \"a test\"")
    #expect(
      try prompt.answer(to: "trend started").sentences.contains("Variation: concern, low (L)."))
  }

  @Test("A target is within reach of ordinary variation or not")
  func target() throws {
    try prompt.record("started", from: "2018-01", Self.year + Self.nextYear)
    try prompt.type("direction started decrease because \"early help strategy\"")
    try prompt.type("target started 5 by mar 2020 from dec 2019")
    let sentences = try prompt.answer(to: "trend started").sentences
    #expect(
      sentences.contains(
        "The target is 5 by March 2020. As things go: hit and miss (?)."))
    try prompt.type("target started 20 by apr 2020 from dec 2019")
    #expect(
      try prompt.answer(to: "trend started").sentences.contains(
        "The target is 20 by April 2020. As things go: consistently passing (P)."))
    try prompt.type("target started 0 by may 2020 from dec 2019")
    #expect(
      try prompt.answer(to: "trend started").sentences.contains(
        "The target is 0 by May 2020. As things go: consistently failing (F)."))
  }

  @Test("A constant series has limits at its mean, and nothing in it is a signal")
  func constant() throws {
    try prompt.record("started", from: "2018-01", Array(repeating: 7, count: 24))
    #expect(try limits("trend started") == [7, 7, 7, 0])
    #expect(
      try prompt.answer(to: "trend started").table("points").words("rule")
        == Array(repeating: nil, count: 24))
  }

  @Test("Months of nobody are zeros, not gaps")
  func zeros() throws {
    try prompt.record("started", from: "2018-01", Array(repeating: 0, count: 14))
    #expect(try limits("trend started") == [0, 0, 0, 0])
    let answer = try prompt.answer(to: "trend started")
    #expect(answer.sentences.hasPrefix("Became looked after: 0 in February 2019."))
    #expect(!answer.sentences.contains("missing"))
  }

  @Test("One month has no limits, and two have trial limits")
  func few() throws {
    try prompt.record("started", from: "2018-01", [9])
    let one = try prompt.answer(to: "trend started")
    #expect(
      one.sentences == "Became looked after: 9 in January 2018. Limits need at least two months."
        + " There is one figure, and two are needed.")
    #expect(try one.table("limits").numbers("centre") == [nil])
    try prompt.record("started", from: "2018-02", [12])
    let two = try prompt.answer(to: "trend started")
    #expect(try two.table("limits").rows.first?.cells[4].value == .flag(true))
    #expect(
      two.sentences.contains(
        "The limits are trial limits: they rest on two figures and change with each new one until there"
          + " are 12."))
  }

  @Test("A missing month is a gap: no moving range on either side, and it is said")
  func gaps() throws {
    try prompt.record(
      "started", from: "2018-01", [9, 11, nil, 8, 12, nil, nil, 7, 10, 9, 6, 8])
    let answer = try prompt.answer(to: "trend started")
    let points = try answer.table("points")
    #expect(points.rows.count == 12)
    #expect(try points.number("2018-03", "value") == nil)
    // The moving ranges are 2, 4, 3, 1, 3 and 2.
    #expect(try limits("trend started") == [8.8889, 2.2389, 15.5389, 2.5])
    #expect(answer.sentences.contains("Three of the last 12 figures are missing."))
  }

  @Test("Joiners less leavers may be negative, and its lower limit is shown as it is")
  func netChange() throws {
    try prompt.record("started", from: "2024-04", Council.falling.started)
    try prompt.record("ceased", from: "2024-04", Council.falling.ceased)
    let answer = try prompt.answer(to: "trend net")
    #expect(answer.title == "Joiners less leavers, April 2024 to March 2025")
    #expect(
      try answer.table("points").numbers("value")
        == [-4, -3, -4, -4, -3, -4, -3, -4, -3, -4, -3, -4])
    #expect(try limits("trend net").first == -3.5833)
    #expect(
      answer.sentences.hasPrefix("Joiners less leavers: −4 in March 2025. Anything from −6.0"))
    #expect(!answer.sentences.contains("shown as 0"))
    #expect(
      try prompt.answer(to: "trend net change from jun 2024").table("points").rows.count == 10)
  }

  @Test("From a month to a month, and only what lies between")
  func between() throws {
    try prompt.record("started", from: "2018-01", Self.year + Self.nextYear)
    let answer = try prompt.answer(to: "trend started from mar 2018 to aug 2018")
    #expect(answer.title == "Became looked after, March 2018 to August 2018")
    #expect(try answer.table("points").numbers("value") == [8, 12, 7, 10, 9, 6])
    // Months before the first that is recorded are gaps.
    #expect(
      try prompt.answer(to: "trend started from nov 2017 to feb 2018").table("points")
        .numbers("value") == [nil, nil, 9, 11])
  }

  @Test("A share has limits between none and all, and is shown as a percentage")
  func share() throws {
    try prompt.record(
      "stability.same_placement", from: "2024-01", [69, 70, 68, 69, 71, 70, 69, 72, 70, 69, 71, 70])
    let answer = try prompt.answer(to: "trend stability.same_placement")
    #expect(try limits("trend stability.same_placement").first == 0.6983)
    #expect(answer.sentences.contains(": 70.0% in December 2024. Anything from 65."))
    try prompt.type("target stability.same_placement 75 by mar 2026 from dec 2024")
    #expect(
      try prompt.answer(to: "trend stability.same_placement").sentences.contains(
        "The target is 75.0% by March 2026."))
  }

  @Test(
    "What has no trend says why",
    arguments: [
      ("trend", "The command trend needs a cohort or another measure; try: trend total"),
      (
        "trend started",
        "No number of \"Became looked after\" is recorded for a month; record it, or import history with"
          + " a file."
      ),
      (
        "trend net",
        "No number of joiners and leavers is recorded for a month; record it, or import history with a"
          + " file."
      ),
      (
        "trend population",
        "\"Population aged 0 to 17\" is not counted month by month, so it has no trend."
      ),
      (
        "trend total from oct 2020 to feb 2020",
        "October 2020 is not before February 2020; give the earlier month first."
      ),
      ("trend total from", "The command trend needs a month; try: trend total"),
      (
        "trend total since feb 2020",
        "Nothing is recorded under \"total since\"; type measures for what there is."
      ),
    ])
  func refusals(line: String, sentence: String) throws {
    #expect(try prompt.refusal(of: line) == sentence)
  }
}
