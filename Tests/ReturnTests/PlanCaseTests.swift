import LookedAfter
import Testing

@Suite("Cases out of a plan file")
struct PlanCaseTests {
  private func prompt() throws -> ReturnPrompt {
    let prompt = try ReturnPrompt()
    let episodes = try prompt.folder.write(
      """
      CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC
      A,03/05/2024,S,C2,N1,U1,PR1,,
      B,03/05/2024,S,C2,N1,U6,PR1,,
      C,03/05/2024,S,C2,N1,U6,PR1,,
      D,03/05/2024,S,C2,N1,U6,PR1,,
      """, to: "Episodes.csv")
    let plans = try prompt.folder.write(
      """
      CHILD,PLAN,START,END,OUTCOME,STAGE
      A,SGO,01/06/2024,,,filed
      B,SGO,01/07/2024,,,planned for month 2025-06
      C,REUNIFY,01/08/2024,,,with legal
      C,SGO,01/08/2024,01/09/2024,not achieved,
      D,LTFOST,01/08/2024,,,
      """, to: "p.csv")
    try prompt.type("import 903 \"\(episodes)\" plans \"\(plans)\"")
    return prompt
  }

  @Test("are opened for live plans, at the stage that the file says")
  func stages() throws {
    let prompt = try prompt()
    let said = try prompt.type("import plans")
    #expect(
      said.hasPrefix(
        "Live plans on 31 March 2025: 3 without a case, 0 with one, 1 of no route."))
    #expect(said.contains("Recorded 3 cases (3 moves)."))
    let cases = try prompt.store.history().cases.cases
    let opened = cases.map { found in
      [found.route.rawValue, "\(found.moves[0].stage)", "\(found.moves[0].date)"]
    }
    #expect(
      Set(opened) == [
        ["sgo", "filed", "2024-06-01"], ["sgo", "planned", "2024-07-01"],
        // A return home has no stage of lawyers, so where it stands is not known.
        ["reunification", "identified", "2024-08-01"],
      ])
    let planned = try #require(cases.first { $0.moves[0].stage == "planned" })
    #expect(planned.moves[0].month == Month(iso: "2025-06"))
    #expect(planned.facts.cohort == "sgo_plan")
    #expect(planned.facts.entered == CivilDate(year: 2024, month: 5, day: 3))
  }

  @Test("have the pseudonyms under which the children are listed")
  func pseudonyms() throws {
    let prompt = try prompt()
    try prompt.type("import plans")
    let listed = try prompt.console.table("children", "children in sgo plan").rows.map {
      $0.cells[0]
    }
    let cases = try prompt.store.history().cases.cases.filter { $0.route == "sgo" }
    #expect(listed == cases.map(\.child).sorted().map { .text($0) })
  }

  @Test("are left as they are when there are some already")
  func again() throws {
    let prompt = try prompt()
    try prompt.type("import plans")
    #expect(
      try prompt.type("import plans")
        == "Live plans on 31 March 2025: 0 without a case, 3 with one, 1 of no route.")
    try prompt.type("undo")
    #expect(try prompt.store.history().cases.cases.isEmpty)
  }

  @Test("stay without a name when their child is forgotten, and that is said")
  func forgotten() throws {
    let prompt = try prompt()
    try prompt.type("import plans")
    let child = try #require(prompt.store.history().cases.cases.first?.child)
    #expect(
      try prompt.type("forget \(child)").contains("One case stays without a name, as forgotten-1:"))
    let cases = try prompt.store.history().cases.cases
    #expect(cases.count == 3)
    #expect(!cases.contains { $0.child == child })
    #expect(try prompt.store.check().isEmpty)
  }

  @Test("need a plan file")
  func withoutPlans() throws {
    let prompt = try ReturnPrompt()
    try prompt.importMarchshire(plans: false)
    #expect(
      prompt.console.refusal(of: "import plans")
        == "No plan file came with the 903 returns; type: import 903 FOLDER plans FILE")
  }
}
