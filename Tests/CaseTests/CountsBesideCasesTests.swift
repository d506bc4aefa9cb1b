import Documents
import LookedAfter
import Reports
import Testing

@Suite("Cases beside recorded counts") struct CountsBesideCasesTests {
  @Test("are not promised to be in an update in which the counts stand")
  func promise() throws {
    let prompt = try CasePrompt()
    for line in [
      "case add sgo K-102 cohort long-term-matched born 2012-05", "case K-102 assessed recommended",
      "case K-102 planned for jan 2021",
    ] { try prompt.type(line) }
    let slip = "case K-102 slipped to jan 2021 because life-story-work"
    let message = try prompt.type(slip)
    #expect(!message.contains("names the slip"))
    #expect(message.contains("does not show this case yet"))
    #expect(message.contains("type: cases since"))
    #expect(
      !(try prompt.type("update oct 2020")).contains("Assessing best interests for 0"))
    try prompt.type("undo")
    try prompt.type("cases since oct 2020")
    #expect(try prompt.type(slip).contains("names the slip and its reason"))
  }

  @Test("take the other route of applications with them, which is said where it has no case")
  func oneRoute() throws {
    let prompt = try CasePrompt()
    try prompt.type("case add sgo K-102 at filed on 5 oct 2020")
    #expect(
      try prompt.type("cases since oct 2020").contains(
        "The update gives SGO and discharge together, so discharge, of which there is no case, is none from"
          + " then on; where it is not, undo, and open or import its cases first."))
    let pipeline = try prompt.type("pipeline oct 2020")
    #expect(pipeline.contains("is a recorded count") || pipeline.contains("are a recorded count"))
    #expect(!pipeline.contains("SGO: 0 under way at the end of September 2020"))
    try prompt.type("case add discharge K-103 at filed on 5 oct 2020")
    #expect(!(try prompt.type("cases since sep 2020")).contains("of which there is no case"))
  }

  @Test("of a published month are corrected with a reason, as any figure is")
  func published() throws {
    let prompt = try CasePrompt()
    try prompt.type("cases since oct 2020")
    try prompt.type("case add sgo K-102 at filed on 5 oct 2020")
    try prompt.type("publish oct 2020")
    let late = "case add sgo K-103 at filed on 6 oct 2020"
    #expect(
      prompt.refusal(of: late)
        == "The update of October 2020 was published, so a correction needs its reason; add: because"
        + " \"…\"")
    #expect(prompt.refusal(of: "cases since nov 2020").contains("needs its reason"))
    #expect(try prompt.cases().count == 1)
    try prompt.type("\(late) because \"late from the court\"")
    #expect(try prompt.cases().count == 2)
    // What changes no published figure needs none.
    try prompt.type("case add sgo K-104 at identified on 1 nov 2020")
  }

  @Test("move on the one route that knows what happened")
  func severalRoutes() throws {
    let prompt = try CasePrompt()
    try prompt.type("case add proceedings K-102 on 1 jun 2020")
    try prompt.type("case add section20 K-102 at with-advice on 1 jun 2020")
    try prompt.type("case add sgo K-102 at with-legal on 5 oct 2020")
    #expect(try prompt.type("case K-102 filed on 20 oct 2020").hasPrefix("K-102, SGO: filed"))
  }

  @Test("and resolutions: answered is taken behind the number as well, and help names it")
  func resolutions() throws {
    let prompt = try CasePrompt()
    try prompt.type("resolution \"A breakdown for the 49\" on 25 nov 2019")
    let number = try #require(prompt.store.history().resolutions.last?.number)
    try prompt.type("resolution \(number) answered \"report of December 2020\"")
    let all = try prompt.store.history().resolutions
    #expect(all.last?.number == number)
    #expect(all.last?.answered == "report of December 2020")
    #expect(try prompt.type("help resolution").contains("answered 1"))
    #expect(prompt.refusal(of: "resolution 99 answered \"x\"").contains("no resolution 99"))
  }

  @Test("recommend what the assessment of their own route recommends")
  func unwilling() throws {
    let cases = try ["sgo", "discharge"].map { name in
      Case(
        child: "K-\(name)", route: CaseRouteID(rawValue: name),
        moves: [try move("carer_not_willing", "2021-01-05", "2021-07")])
    }
    let month = try month("2021-01")
    func section(_ cases: [Case]) throws -> String {
      TextRenderer(style: .init(plain: true)).render(
        try MonthlyUpdate.document(
          history(of: cases, counts: [count("total", 300, "2021-01")]), month: month)
      ).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let discharge = try section([cases[1]])
    #expect(
      discharge.contains(
        "For a further one child the assessment recommends the discharge of the care order, but the carer"
          + " is not willing for now."))
    #expect(!discharge.contains("special guardianship, but"))
    #expect(
      try section(cases).contains(
        "For a further one child the assessment recommends special guardianship and for a further one"
          + " child the assessment recommends the discharge of the care order, but in each case the carer"
          + " is not willing for now."))
  }
}
