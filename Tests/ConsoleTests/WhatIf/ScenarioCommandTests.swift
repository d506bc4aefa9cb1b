import Documents
import Testing

/// What-ifs that are kept under a name.
@Suite("Scenarios")
struct ScenarioCommandTests {
  let sample: PromptSample

  init() throws { sample = try PromptSample.recording() }

  private func texts() throws -> [Cell.Value] {
    try sample.document("scenarios").tableNamed("scenarios")?.values("text") ?? []
  }

  @Test("A scenario is saved as it was understood, with author and date, and added to")
  func saved() throws {
    let message = try sample.message(
      "scenario new \"more carers\" 10 other residential move to fostering by mar 2021")
    #expect(
      message.hasPrefix(
        "Saved \"more carers\": 10 move from residential-other to long-term-matched by mar 2021."))
    _ = try sample.message("scenario add all planned applications succeed")
    let table = try #require(try sample.document("scenarios").tableNamed("scenarios"))
    #expect(table.values("scenario") == [.text("more carers")])
    #expect(
      table.values("text") == [
        .text(
          "10 move from residential-other to long-term-matched by mar 2021, planned applications"
            + " succeed")
      ])
    #expect(table.values("author") == [.text("by test")])
    #expect(table.values("recorded") == [.text("2020-11-02")])
    let answer = try sample.document("what if \"more carers\"")
    #expect(answer.tableNamed("what-if")?.numbers("number").last == 320)
    #expect(
      try sample.document("what if more carers, 5 leave in dec").tableNamed("what-if")?
        .numbers("number").last == 315)
    #expect(try sample.title("scenario more carers") == "What if: more carers, from October 2020")
  }

  @Test("undo and redo, drop, and the history of it")
  func undone() throws {
    _ = try sample.message("scenario new \"a\" 5 leave in nov")
    _ = try sample.message("scenario add 3 join in dec")
    #expect(try texts() == [.text("5 leave in nov 2020, 3 join in dec 2020")])
    _ = try sample.message("undo")
    #expect(try texts() == [.text("5 leave in nov 2020")])
    _ = try sample.message("redo")
    #expect(try texts() == [.text("5 leave in nov 2020, 3 join in dec 2020")])
    #expect(try sample.message("scenario drop a").hasPrefix("Dropped \"a\"."))
    #expect(try texts().isEmpty)
    _ = try sample.message("undo")
    #expect(try texts() == [.text("5 leave in nov 2020, 3 join in dec 2020")])
  }

  @Test("Side by side, each beside the first")
  func compared() throws {
    _ = try sample.message("scenario new carers all planned applications succeed")
    _ = try sample.message("scenario new \"more of all\" all applications succeed")
    for line in [
      "compare scenarios base carers \"more of all\"",
      "compare scenarios base, carers and more of all",
    ] {
      let table = try #require(try sample.document(line).tableNamed("scenario-comparison"))
      #expect(table.values("scenario") == [.text("base"), .text("carers"), .text("more of all")])
      #expect(table.numbers("mean") == [336, 320, 300])
      #expect(table.numbers("difference") == [-16, -36])
    }
    #expect(
      try sample.document("compare scenarios carers").tableNamed("scenario-comparison")?
        .numbers("mean") == [336, 320])
  }

  @Test("With enough months, with bands and common luck")
  func projected() throws {
    let sample = try MadeUpMonths.prompt()
    _ = try sample.message("scenario new fewer 2 fewer join a month from jan 2021")
    let table = try #require(
      try sample.document("compare scenarios base fewer until oct 2021").tableNamed(
        "scenario-comparison"))
    let means = table.numbers("mean")
    let difference = try #require(table.numbers("difference").first)
    #expect(abs(difference - (means[1] - means[0])) < 0.001)
    #expect(difference < -10)
    #expect(table.numbers("lower95").count == 2)
  }

  @Test("In a paper: the briefing takes what comes of it")
  func briefing() throws {
    _ = try sample.message("scenario new carers all planned applications succeed")
    #expect(
      try sample.text("briefing for 1 dec 2020 with carers").contains(
        "carers: Of the applications planned, every one succeeds. The 336 children of October 2020"
          + " become 320"))
  }

  @Test("What cannot be is refused, and nothing is saved")
  func refused() throws {
    #expect(
      sample.refusal("scenario new a 99 leave by sgo in nov")
        == "99 cannot leave \"SGO plan\" in November 2020: 46 are expected to be there. Ask for 46 or"
        + " fewer.")
    #expect(
      sample.refusal("scenario add 5 leave in nov").hasPrefix("No scenario is saved to add to;"))
    #expect(sample.refusal("scenario drop x").hasPrefix("No scenario is saved yet;"))
    _ = try sample.message("scenario new a 5 leave in nov")
    #expect(sample.refusal("scenario new A").hasPrefix("There is a scenario \"a\" already;"))
    #expect(sample.refusal("scenario new base").hasPrefix("A scenario cannot be called \"base\";"))
    #expect(sample.refusal("what if \"b\"") == "There is no scenario \"b\"; there is \"a\".")
    #expect(
      sample.refusal("compare scenarios base b") == "There is no scenario \"b\"; there is \"a\".")
  }

  @Test("As it was known on a day, a later scenario is not there")
  func lookingBack() throws {
    _ = try sample.message("scenario new a 5 leave in nov")
    _ = try sample.console.respond(to: "as known on 1 nov 2020")
    #expect(try texts().isEmpty)
    #expect(sample.refusal("scenario new b").contains("nothing can be recorded"))
  }
}
