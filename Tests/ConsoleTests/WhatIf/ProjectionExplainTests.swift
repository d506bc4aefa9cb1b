import Documents
import Testing

/// Every figure of a projection says what it came from.
@Suite("Figures of a projection explained")
struct ProjectionExplainTests {
  private func explained(_ figure: String, of line: String) throws -> Document {
    let sample = try MadeUpMonths.prompt()
    _ = try sample.document(line)
    return try sample.document("explain \(figure)")
  }

  @Test(
    "The start, the joiners and leavers with their months, and what is taken of applications",
    arguments: [
      "oct 2021 expected", "oct 2021 four times in five", "oct 2021 nineteen times in twenty",
      "oct 2021 rate", "west midlands difference", "england at or under it",
    ])
  func inputs(figure: String) throws {
    let table = try #require(try explained(figure, of: "project 12 months").tableNamed("inputs"))
    let names = table.values("name")
    let sources = table.values("source")
    #expect(
      names.prefix(3) == [
        .text("N, children in October 2020"), .text("λ, joiners a month"),
        .text("μ, share who leave in a month"),
      ])
    #expect(table.values("value").first == .text("336"))
    #expect(
      sources[1] == .text("December 2017 to October 2020, 35 months, the newest counting most"))
    // What was sent of what was planned in October 2020, and what is assumed of the court.
    let place = try #require(
      names.firstIndex(of: .text("go to legal services in the month planned")))
    #expect(
      sources[place] == .text("3 of 10 here, joined with an assumed 50% that counts as 10 cases"))
    #expect(names.contains(.text("end in an order")))
  }

  @Test("A change says what was changed, a comparator its rate and the population")
  func change() throws {
    let changed = try explained(
      "oct 2021 against no change", of: "what if 2 fewer join a month from jan 2021")
    #expect(
      changed.blocks.contains {
        if case .list(let items) = $0 {
          items.contains(
            "Changed: From January 2021 on, two fewer a month become looked after than usual.")
        } else {
          false
        }
      })
    let needed = try explained("west midlands children at its rate", of: "project 12 months")
    #expect(needed.tableNamed("inputs")?.values("value").contains(.text("82.00")) ?? false)
    #expect(needed.tableNamed("working")?.values("value") == [.text("296")])
  }

  @Test("When at a number, and what the chance is of")
  func when() throws {
    let sample = try MadeUpMonths.prompt()
    let document = try sample.document("when at 300")
    #expect(document.title == "When at 300 children")
    #expect(document.tableNamed("when")?.numbers("needed") == Array(repeating: 300, count: 36))
    let same = try sample.document("project 36 months")
    #expect(
      document.tableNamed("when")?.numbers("expected")
        == same.tableNamed("projection")?.numbers("mean", where: "measure", is: "total"))
    // As surely as there can be: under many more children than there are.
    #expect(
      try sample.text("when at 1,000 children").contains(
        "It is as likely as not to be at or under 1,000 from November 2020 on"))
  }
}
