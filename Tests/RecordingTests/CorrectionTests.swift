import LookedAfter
import PromptSession
import Testing

/// Nothing is overwritten: a correction is a revision, and the past can be asked.
@Suite("A correction") struct CorrectionTests {
  let prompt: Prompt

  init() throws {
    prompt = try Prompt()
    prompt.advance(to: "2020-12-07")
    try prompt.type("set uasc 3 oct 2020 because \"one was counted late\"")
  }

  @Test("is a revision with who, when, old, new and why")
  func revisions() throws {
    let answer = try prompt.type("history uasc oct 2020")
    #expect(answer.contains("October 2020. Revision: 2; Old: 2; New: 3;"))
    #expect(answer.contains("Recorded (UTC): 2020-12-07 09:00:00; By: analyst"))
    #expect(answer.contains("one was counted late"))
  }

  @Test("leaves what was known on an earlier day as it was")
  func asKnownOn() throws {
    try prompt.type("as known on 2020-11-30")
    #expect(try prompt.type("show uasc oct 2020").contains("Two children"))
    #expect(
      try prompt.refusal(of: "set uasc 4 oct 2020")
        == "You are looking at what was known on 30 November 2020, so nothing can be recorded; type:"
        + " as known now")
    try prompt.type("as known on today")
    #expect(try prompt.type("show uasc oct 2020").contains("Three children"))
    try prompt.type("as known on yesterday")
    #expect(try prompt.type("show uasc oct 2020").contains("Two children"))
    try prompt.type("as known now")
    #expect(try prompt.type("show uasc oct 2020").contains("Three children"))
  }

  @Test("is taken back and done again, and the log keeps all of it")
  func undoRedo() throws {
    #expect(try prompt.type("undo").contains("weekly data: 2, was 3."))
    #expect(try prompt.number("uasc", "2020-10") == 2)
    #expect(try prompt.type("redo").contains("weekly data: 3, was 2."))
    #expect(try prompt.number("uasc", "2020-10") == 3)
    let log = try prompt.store.log()
    #expect(
      log.map(\.entry.command).dropFirst() == [
        "set uasc 3 oct 2020 because \"one was counted late\"",
        "undo set uasc 3 oct 2020 because \"one was counted late\"",
        "redo set uasc 3 oct 2020 because \"one was counted late\"",
      ])
    #expect(try prompt.store.check().isEmpty)
  }

  @Test("is undone back to the first entry, which stays, and redone in order")
  func wholeStack() throws {
    try prompt.type("set uasc 4 oct 2020")
    try prompt.type("set ico 40 oct 2020")
    try prompt.type("undo")
    try prompt.type("undo")
    try prompt.type("undo")
    #expect(try prompt.number("uasc", "2020-10") == 2)
    #expect(try prompt.refusal(of: "undo") == "There is nothing to undo.")
    try prompt.type("redo")
    #expect(try prompt.number("uasc", "2020-10") == 3)
    try prompt.type("redo")
    #expect(try prompt.number("uasc", "2020-10") == 4)
    #expect(try prompt.number("ico", "2020-10") == 35)
    try prompt.type("redo")
    #expect(try prompt.number("ico", "2020-10") == 40)
    #expect(try prompt.refusal(of: "redo") == "There is nothing to redo.")
  }

  @Test("after an undo ends what could be done again")
  func newCommandEndsRedo() throws {
    try prompt.type("undo")
    try prompt.type("set ico 40 oct 2020")
    #expect(try prompt.refusal(of: "redo") == "There is nothing to redo.")
  }

  @Test("of a figure that was new is taken back to nothing")
  func withdrawn() throws {
    try prompt.type("set ico 36 nov 2020")
    try prompt.type("undo")
    #expect(try prompt.number("ico", "2020-11") == nil)
  }
}
