import FileAccess
import PromptSession
import Testing

/// What people write for papers: recorded like figures, so that it can be taken back.
@Suite("A part of a paper") struct PaperTextTests {
  let prompt: Prompt

  init() throws { prompt = try Prompt() }

  @Test("is written in a line, stands in the paper, and is taken back with undo")
  func slot() throws {
    #expect(
      try prompt.type("slot community-impact \"Fewer children live far from home.\" oct 2020")
        == "Recorded 1 part for October 2020. Type undo to take it back.")
    #expect(try prompt.type("briefing for 1 dec 2020").contains("Draft: 16 parts are"))
    #expect(
      try prompt.type("briefing for 1 dec 2020").contains("Fewer children live far from home."))
    try prompt.type("undo")
    #expect(try prompt.type("briefing for 1 dec 2020").contains("Draft: 17 parts are"))
  }

  @Test("that the briefing does not have is refused with those that it has")
  func unknown() throws {
    #expect(
      try prompt.refusal(of: "slot community \"x\"").hasPrefix(
        "The briefing has no part \"community\"; there are meeting-name, meeting, report-by,"))
  }

  @Test("is read with others from a text file, in one command")
  func file() throws {
    let path = prompt.folder.file("parts.txt")
    let text =
      "[community-impact]\nFirst line\nof one.\n\nSecond.\n\n[risk-management]\nNone new.\n"
    try WholeFile.write(Array(text.utf8), to: path, replacing: false)
    #expect(
      try prompt.type("slot from \(path) oct 2020")
        == "Recorded 2 parts for October 2020. Type undo to take it back.")
    let paper = try prompt.type("briefing for 1 dec 2020")
    #expect(paper.contains("First line of one."))
    #expect(paper.contains("None new."))
    try prompt.type("undo")
    #expect(try prompt.type("slots oct 2020").contains("17 parts are still to be written of 17"))
  }

  @Test("of the scorecard takes five actions and no sixth")
  func actions() throws {
    for number in 1...5 { try prompt.type("box action \"Action \(number)\" oct 2020") }
    #expect(
      try prompt.refusal(of: "box action \"One more\" oct 2020")
        == "There are five actions already; write one of them anew: box action 5 \"…\"")
    try prompt.type("box action 2 \"Another second\" oct 2020")
    let card = try prompt.type("scorecard oct 2020")
    #expect(card.contains("2: Another second"))
    #expect(!card.contains("Action 2"))
    #expect(
      try prompt.refusal(of: "box action 6 \"x\"") == "6 is no line of that box; it has 1 to 5.")
  }

  @Test("stands where one's own template puts it, until the shipped one is taken again")
  func template() throws {
    let path = prompt.folder.file("own.csv")
    let own =
      "kind,id,heading,text\ntitle,,,Own {month}\nsection,,All there is,\nfigures,kinship,,\n"
    try WholeFile.write(Array(own.utf8), to: path, replacing: false)
    try prompt.type("template update from \(path)")
    #expect(try prompt.type("update oct 2020").hasPrefix("Title: Own October 2020"))
    #expect(try prompt.type("template update") == own)
    try prompt.type("template update shipped")
    #expect(
      try prompt.type("update oct 2020").hasPrefix("Title: Looked after Children reduction update"))
  }

  @Test("with a figure that nothing fills stops the paper")
  func unfilled() throws {
    try prompt.type("slot next-steps \"{orders.made} orders.\" oct 2020")
    #expect(
      try prompt.refusal(of: "briefing for 1 dec 2020")
        == "The part \"Next steps\" has {orders.made}, which no recorded figure fills; write the figure,"
        + " or record it, and then write the paper.")
  }

  @Test("is no figure of the update: it may be written anew once that is published")
  func afterPublishing() throws {
    try prompt.type("slot next-steps \"First.\" oct 2020")
    try prompt.type("publish oct 2020")
    #expect(
      try prompt.type("slot next-steps \"Second.\" oct 2020 because \"clearer\"")
        == "Recorded 1 part for October 2020. Type undo to take it back.")
    #expect(
      try prompt.type("published oct 2020").contains("Looked after Children reduction update"))
  }

  @Test("that is still to be written keeps the update from being published")
  func draft() throws {
    let path = prompt.folder.file("own.csv")
    let own = "kind,id,heading,text\ntitle,,,Own\nsection,,Next,\nslot,next-steps,,\n"
    try WholeFile.write(Array(own.utf8), to: path, replacing: false)
    try prompt.type("template update from \(path)")
    #expect(
      try prompt.refusal(of: "publish oct 2020")
        == "Draft: one part is still to be written; write them with slot. Nothing was published.")
  }
}
