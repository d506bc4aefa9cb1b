import Documents
import Testing

/// Scenarios within the papers: some sentences, a small table, what it rests on.
@Suite("Scenarios in papers")
struct ScenarioPaperTests {
  private func figures(_ table: Table?) -> [[Cell.Value]] {
    (table?.rows ?? []).map { $0.cells.dropFirst().map(\.value) }
  }

  @Test(
    "A sum stands in the update and in the briefing, the same in both",
    arguments: [
      "update oct 2020 with carers", "briefing oct 2020 with carers",
      "update oct 2020 with carers --public", "briefing oct 2020 with carers --internal",
    ])
  func sum(line: String) throws {
    let sample = try PromptSample.recording()
    _ = try sample.message("scenario new carers all applications succeed, joiners equal leavers")
    let document = try sample.document(line)
    let rows = figures(document.tableNamed("scenario-figures"))
    #expect(rows.first == [.text("Children"), .text("336"), .text("300"), .text("36 fewer")])
    #expect(
      rows.contains([
        .text("Against the 296 at the rate of West Midlands"), .text("40 above"), .text("4 above"),
        .text("36 fewer"),
      ]))
    #expect(rows.last?.last == .text("£1,836,000 less"))
    #expect(
      document.blocks.contains(.heading(level: 1, text: "What would have to happen"))
        || document.blocks.contains(.heading(level: 2, text: "What would have to happen")))
  }

  @Test("A projection has its bands, as things are and with the change")
  func projection() throws {
    let sample = try MadeUpMonths.prompt()
    _ = try sample.message("scenario new fewer 2 fewer join a month from jan 2021")
    let document = try sample.document("update oct 2020 with fewer")
    let table = try #require(document.tableNamed("scenario-figures"))
    #expect(
      table.columns.map(\.title).suffix(3) == ["As things are", "With the change", "Difference"])
    #expect(
      table.values("id").prefix(4) == [
        .text("children"), .text("four_in_five"), .text("nineteen_in_twenty"), .text("rate"),
      ])
    #expect(table.values("id").last == .text("cost"))
    let text = try sample.text("update oct 2020 with fewer")
    #expect(text.contains("fewer: From January 2021 on, two fewer a month become looked after"))
  }

  @Test("No paper tells its reader what to type")
  func noInstruction() throws {
    let sample = try PromptSample.recording()
    _ = try sample.message("scenario new costly a residential child costs 300000")
    for line in ["update oct 2020 with costly", "briefing oct 2020 with costly"] {
      #expect(!(try sample.text(line).contains("say what a child costs")))
    }
  }

  @Test("Tab behind with offers the scenarios, in both papers")
  func completion() throws {
    let sample = try PromptSample.recording()
    _ = try sample.message("scenario new carers all planned applications succeed")
    #expect(sample.offered("update oct 2020 with ") == ["\"carers\""])
    #expect(sample.offered("briefing oct 2020 with ") == ["\"carers\""])
    #expect(sample.offered("update oct 2020 ").contains("with"))
    #expect(
      sample.refusal("update oct 2020 with x").hasPrefix("There is no scenario \"x\"; there is"))
    #expect(
      sample.refusal("update oct 2020 with")
        == "The command update needs the name of a scenario; try: update oct 2020")
  }
}
