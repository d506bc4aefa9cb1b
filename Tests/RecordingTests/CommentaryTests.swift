import PromptSession
import Testing

/// Commentary that cannot go stale.
@Suite("A comment") struct CommentaryTests {
  let prompt: Prompt

  init() throws { prompt = try Prompt() }

  @Test("with a figure that disagrees with the record is flagged when it is written")
  func wrongFigure() throws {
    let message = try prompt.type(
      "comment sgo_plan oct 2020 \"{16 = pipeline.sgo.open} are filed or with legal.\"")
    #expect(
      message.contains(
        "Error: The commentary on \"Plan for special guardianship (SGO)\" says 16; the number of SGO"
          + " applications filed or with legal services is 13 (8 filed and 5 with legal services).")
    )
  }

  @Test("carried over word for word is flagged when it is written, and in the checks of the month")
  func carriedOver() throws {
    try prompt.type("set ico 36 nov 2020")
    let message = try prompt.type(
      "comment ico nov 2020 \"New care proceedings were started in the month.\"")
    let sentence =
      "The commentary on \"Subject to interim care orders\" is that of October 2020, word for word;"
      + " say what happened in November 2020."
    #expect(message.contains(sentence))
    #expect(try prompt.type("reconcile nov 2020").contains(sentence))
  }

  @Test("leaves a figure to the program, which fills it in when the paper is written")
  func placeholder() throws {
    try prompt.type("comment sgo_plan oct 2020 \"{pipeline.sgo.open} applications are under way.\"")
    #expect(
      try prompt.type("update oct 2020").contains("Commentary: 13 applications are under way."))
    try prompt.type("set pipeline.sgo.filed 9 oct 2020")
    #expect(
      try prompt.type("update oct 2020").contains("Commentary: 14 applications are under way."))
  }

  @Test("with a wrong figure in plain words is flagged when written, when shown and in the update")
  func plainWords() throws {
    let message = try prompt.type(
      "comment sgo_plan oct 2020 \"Orders were granted. We have 16 applications for SGO either already"
        + " submitted to Court or with legal services.\"")
    let sentence =
      "The commentary on \"Plan for special guardianship (SGO)\" says 16; the number of SGO"
      + " applications filed or with legal services is 13 (8 filed and 5 with legal services). 16 was"
      + " the figure of September 2020 (12 filed and 4 with legal services): the comment may have been"
      + " carried over."
    #expect(message.contains("Error: \(sentence)"))
    #expect(try prompt.type("show sgo oct 2020").contains(sentence))
    #expect(try prompt.type("update oct 2020").contains(sentence))
  }

  @Test("on one cohort is not answered with what is wrong in others")
  func others() throws {
    let message = try prompt.type(
      "comment ico oct 2020 \"There are 41 children on interim care orders.\"")
    #expect(
      message.contains(
        "says 41; \"Subject to interim care orders\" is 35."))
    #expect(!message.contains("special guardianship"))
    #expect(
      try prompt.type("comment ico oct 2020 \"There are 35 children on interim care orders.\"")
        == "Commentary, Subject to interim care orders, October 2020: \"There are 35 children on"
        + " interim care orders.\", was \"There are 41 children on interim care orders.\".\nType undo"
        + " to take it back.")
  }

  @Test("with a place that nothing fills keeps its month from being published")
  func unfilled() throws {
    try prompt.type("comment ico oct 2020 \"There are {nonsense.x} of them.\"")
    #expect(
      try prompt.refusal(of: "publish oct 2020")
        == "The commentary on \"Subject to interim care orders\" holds {nonsense.x}, which no recorded"
        + " figure fills; correct the comment or record the figure. Nothing was published.")
    #expect(try prompt.store.publishedPapers().isEmpty)
  }
}
