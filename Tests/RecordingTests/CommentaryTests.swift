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
}
