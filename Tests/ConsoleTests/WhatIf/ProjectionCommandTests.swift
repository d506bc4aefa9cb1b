import Documents
import Testing

/// The questions about the months to come, on three made-up years.
@Suite("Projections at the prompt")
struct ProjectionCommandTests {
  let sample: PromptSample

  init() throws { sample = try MadeUpMonths.prompt() }

  private static let bands = [
    "month", "measure", "mean", "median", "lower80", "upper80", "lower95", "upper95",
  ]

  @Test("A projection gives each month and measure with its bands")
  func projection() throws {
    let document = try sample.document("project 12 months")
    let table = try #require(document.tableNamed("projection"))
    #expect(table.columns.map(\.id) == Self.bands)
    let totals = table.numbers("mean", where: "measure", is: "total")
    #expect(totals.count == 12)
    #expect(table.values("month").first == .text("2020-11"))
    #expect(table.values("month").last == .text("2021-10"))
    for (low, high) in [("lower95", "lower80"), ("lower80", "upper80"), ("upper80", "upper95")] {
      let (lower, upper) = (table.numbers(low), table.numbers(high))
      #expect(lower.count == table.rows.count)
      #expect(zip(lower, upper).allSatisfy { $0 <= $1 })
    }
    let measures = table.values("measure")
    #expect(measures.contains(.text("ico")))
    #expect(measures.contains(.text("rate")))
    #expect(measures.contains(.text("cost")))
    #expect(document.tableNamed("difference") == nil)
    let text = try sample.text("project 12 months")
    #expect(text.contains("336 children in October 2020. In October 2021, as things are,"))
    #expect(text.contains("four times in five between"))
    #expect(text.contains("It rests on 35 months of joiners and leavers up to October 2020"))
    #expect(text.contains("Tested on the past: of 12 projections 12 months ahead"))
    #expect(text.contains("4,000 courses were drawn (seed 1)"))
  }

  @Test(
    "Where ways of leaving are not recorded, a number by one of them comes besides all who leave")
  func routesUnknown() throws {
    let bare = try MadeUpMonths.prompt(on: .recordingAnew())
    let besides = "besides all who usually leave, since how many of those leave so is not recorded."
    for line in ["what if grant 2 sgo a month", "what if grant 8 sgo in jan 2021"] {
      #expect(try bare.text(line).contains(besides))
    }
    #expect(try bare.text("what if 5 leave a month").contains("instead of the usual number."))
    #expect(
      bare.refusal("what if 50 fewer join a month").contains(
        "The number of fewer joiners a month must be from 0 to "))
  }

  @Test("The same line gives the same figures")
  func reproducible() throws {
    let line = "what if joiners fall 20% from apr 2021, until mar 2022"
    #expect(try sample.document(line) == sample.document(line))
    #expect(
      try sample.document(line).tableNamed("projection")
        != sample.document(line + ", seed 2").tableNamed("projection"))
  }

  @Test("How far ahead: months, or until a month")
  func horizons() throws {
    for (line, last) in [
      ("project", "2021-10"), ("project 6 months", "2021-04"),
      ("project until mar 2022", "2022-03"),
      ("project two years", "2022-10"), ("project to march", "2021-03"),
    ] {
      let table = try sample.document(line).tableNamed("projection")
      #expect(table?.values("month").last == .text(last), "\(line)")
    }
    #expect(
      sample.refusal("project until mar 2019")
        == "March 2019 is not after October 2020, the month of the last figures; name a later month."
    )
  }

  @Test("One cohort, by any part of its name")
  func cohort() throws {
    let document = try sample.document("project ico 6 months")
    #expect(
      try sample.text("project ico 6 months").contains("35 children in \"Interim care order\""))
    #expect(document.tableNamed("projection-by-month")?.rows.count == 6)
    #expect(
      sample.refusal("project zebra")
        == "\"zebra\" is neither a cohort nor a month; press Tab or type help show for what there is."
    )
    #expect(
      sample.refusal("project started").hasPrefix("A projection is of the number of children"))
  }

  @Test("A what-if is set beside things as they are with the same luck")
  func whatIf() throws {
    let document = try sample.document(
      "what if joiners fall 20% from apr 2021, all planned applications succeed")
    let difference = try #require(document.tableNamed("difference"))
    #expect(difference.columns.map(\.id) == Self.bands)
    let means = difference.numbers("mean", where: "measure", is: "total")
    let scenario = try #require(document.tableNamed("projection"))
      .numbers("mean", where: "measure", is: "total")
    let base = try #require(document.tableNamed("base"))
      .numbers("mean", where: "measure", is: "total")
    #expect(means.count == 12)
    for (mean, (with, without)) in zip(means, zip(scenario, base)) {
      #expect(abs(mean - (with - without)) < 0.001)
    }
    let last = try #require(means.last)
    #expect(last < -8)
    // Common luck: the difference is far surer than either number.
    let widths = { (table: Table, measure: String) in
      zip(
        table.numbers("upper95", where: "measure", is: measure),
        table.numbers("lower95", where: "measure", is: measure)
      ).map { $0 - $1 }
    }
    let ownWidth = try #require(widths(difference, "total").last)
    let numberWidth = try #require(
      document.tableNamed("projection").map { widths($0, "total") }?.last)
    #expect(ownWidth < numberWidth / 3)
    #expect(difference.numbers("mean", where: "measure", is: "cost_so_far").last ?? 0 < 0)
    #expect(
      try sample.text("what if joiners fall 20% from apr 2021").contains(
        "From April 2021 on, 20% fewer"))
  }

  @Test("joiners equal leavers asks for the sum, whatever is recorded")
  func sum() throws {
    let document = try sample.document(
      "what if all applications succeed, joiners equal other leavers")
    #expect(document.tableNamed("what-if")?.numbers("number").last == 300)
    #expect(document.tableNamed("projection") == nil)
  }

  @Test("What it takes to reach a number, by each lever")
  func reach() throws {
    let document = try sample.document("reach 310 by mar 2022")
    let table = try #require(document.tableNamed("reach"))
    for effort in ["more_leavers", "fewer_joiners", "both"] {
      #expect(table.values("effort").contains(.text(effort)))
    }
    #expect(table.numbers("target").allSatisfy { $0 == 310 })
    let chances = table.numbers("chance")
    #expect(chances.allSatisfy { $0 > 0.45 })
    let one = try sample.document("reach 250 by mar 2022 with more sgo at 70%")
    #expect(one.tableNamed("reach")?.rows.count == 1)
    #expect(
      try sample.text("reach 100 by dec 2020 with fewer joiners").contains(
        "It cannot be reached as likely as not by fewer joiners alone"))
    #expect(
      sample.refusal("reach atlantis by mar 2022")
        == "There is no comparator \"atlantis\"; there are England, Statistical neighbours, West"
        + " Midlands, Good or better statistical neighbours, Ofsted Good and Ofsted Outstanding.")
    #expect(sample.refusal("reach 300").hasPrefix("The command reach needs a month after by"))
  }

  @Test("When at the rate of others")
  func when() throws {
    let document = try sample.document("when at west midlands' rate")
    let table = try #require(document.tableNamed("when"))
    #expect(table.rows.count == 36)
    #expect(table.numbers("needed").allSatisfy { $0 == 296 })
    #expect(
      try sample.text("when at west midlands' rate if nobody joins").contains(
        "It is as likely as not to be at or under that from"))
  }

  @Test("The back-test has a row for each horizon, and its skill whatever its sign")
  func backTest() throws {
    let table = try #require(try sample.document("backtest").tableNamed("backtest"))
    #expect(
      table.columns.map(\.id) == [
        "horizon", "n", "mae", "coverage80", "coverage95", "crps", "interval_score", "skill",
      ])
    #expect(table.numbers("horizon") == [1, 3, 6, 12])
    #expect(table.numbers("n") == [23, 21, 18, 12])
    #expect(table.numbers("skill").count == 4)
    #expect(
      try sample.document("backtest 6 months").tableNamed("backtest")?.numbers("horizon")
        == [1, 3, 6])
    #expect(sample.refusal("backtest soon") == "\"soon\" is not a number; try: backtest 12 months")
  }

  @Test("A cell of the projection says how it was made")
  func explained() throws {
    _ = try sample.document("project 12 months")
    let text = try sample.text("explain oct 2021 expected")
    #expect(text.contains("λ, joiners a month"))
    #expect(text.contains("N from N + λ minus μN"))
  }

  @Test("A run that is stopped says so and changes nothing")
  func stopped() throws {
    let sample = try MadeUpMonths.prompt()
    sample.console.longRun.isCancelled = { true }
    #expect(
      sample.refusal("project 12 months") == "The projection was stopped; nothing has changed.")
    sample.console.longRun.isCancelled = { false }
    #expect(try sample.document("project 12 months").blocks.isEmpty == false)
  }

  @Test("What Tab offers goes on with the sentence")
  func completion() throws {
    #expect(sample.offered("what if join") == ["joiners"])
    #expect(sample.offered("project until mar 20").isEmpty == false)
    #expect(sample.offered("reach eng") == ["england"])
    _ = try sample.console.respond(to: "scenario new \"more carers\"")
    #expect(sample.offered("scenario drop \"mo") == ["\"more carers\""])
  }
}
