import Documents
import FileAccess
import GRDB
import PromptSession
import Testing

/// A paper that went out can be had again byte for byte, and what was restated since is shown.
@Suite("A published paper") struct PublishTests {
  let prompt: Prompt

  init() throws {
    prompt = try Prompt()
    try prompt.type("publish oct 2020 --output \(prompt.folder.file("october.md"))")
  }

  @Test("comes back byte for byte, also after corrections")
  func bytes() throws {
    let written = String(
      decoding: try WholeFile.read(prompt.folder.file("october.md")), as: UTF8.self)
    try prompt.type("set ico 36 oct 2020 because \"late notice\"")
    #expect(try prompt.type("published oct 2020") == written)
  }

  @Test("makes a correction of its month ask for a reason")
  func reason() throws {
    let sentence =
      "The update of October 2020 was published, so a correction needs its reason; add: because \"…\""
    #expect(try prompt.refusal(of: "set ico 36 oct 2020") == sentence)
    #expect(try prompt.number("ico", "2020-10") == 35)
    try prompt.type("set ico 36 nov 2020")
    try prompt.type("set ico 36 oct 2020 because \"late notice\"")
    #expect(try prompt.number("ico", "2020-10") == 36)
  }

  @Test("shows what was restated since, with both figures, and not what is new")
  func restated() throws {
    try prompt.type("set ico 36 oct 2020 because \"late notice\"")
    try prompt.type("set ico 37 nov 2020")
    let list = try prompt.type("published")
    #expect(list.contains("Figures restated since: 1"))
    #expect(list.contains("Subject to interim care orders, October 2020: 35 in the paper, 36 now."))
  }

  @Test("is not taken back by undo, and its store is sound")
  func undo() throws {
    #expect(try prompt.refusal(of: "undo") == "There is nothing to undo.")
    #expect(try prompt.store.publishedPapers().count == 1)
    #expect(try prompt.store.check().isEmpty)
  }

  @Test("of a month that has none is refused with those that have one")
  func none() throws {
    #expect(
      try prompt.refusal(of: "published sep 2020")
        == "Nothing was published for September 2020; there are papers for October 2020.")
  }

  @Test("of a day before is not listed as known then")
  func asKnownOn() throws {
    prompt.advance(to: "2020-12-08")
    try prompt.type("publish oct 2020")
    try prompt.type("as known on 2020-12-01")
    let list = try prompt.type("published")
    #expect(list.contains("2020-12-01 09:00:00") && !list.contains("2020-12-08"))
    try prompt.type("as known on 2020-11-30")
    #expect(try prompt.type("published").contains("Nothing was published yet."))
    #expect(
      try prompt.refusal(of: "published oct 2020") == "Nothing was published for October 2020.")
  }

  @Test("is told from another of the same day by its number, and a restatement is said once")
  func twoOfOneDay() throws {
    try prompt.type("set uasc 3 oct 2020 because \"late notice\"")
    try prompt.type("publish oct 2020")
    try prompt.type("set ico 36 oct 2020 because \"late notice\"")
    try prompt.type("publish oct 2020")
    try prompt.type("set section20 25 oct 2020 because \"late notice\"")
    try prompt.type("publish oct 2020")
    let first = try prompt.type("published oct 2020 1")
    let last = try prompt.type("published oct 2020")
    #expect(Array(first.utf8) == (try WholeFile.read(prompt.folder.file("october.md"))))
    #expect(first != last)
    #expect(try prompt.type("published 4") == last)
    #expect(
      try prompt.refusal(of: "published oct 2020 5")
        == "There is no paper 5 of October 2020; type published for the list.")
    let list = try prompt.type("published")
    #expect(list.contains("restated since paper 3"))
    #expect(list.contains("2020-12-01 09:00:00"))
    try prompt.type("set ico 35 oct 2020 because \"late notice\"")
    try prompt.type("publish oct 2020")
    #expect(try prompt.type("published").contains("restated since papers 3, 4") == false)
  }

  @Test("asks for the reason to undo and redo as well, and the history says what was undone")
  func undoneWithReason() throws {
    let command = "set ico 36 oct 2020 because \"late notice\""
    try prompt.type(command)
    #expect(
      try prompt.refusal(of: "undo")
        == "The update of October 2020 was published, so to undo this needs a reason; type: undo"
        + " because \"…\"")
    #expect(try prompt.number("ico", "2020-10") == 36)
    try prompt.type("undo because \"it was right\"")
    #expect(try prompt.number("ico", "2020-10") == 35)
    #expect(try prompt.type("history ico oct 2020").contains("it was right; undo of: \(command)"))
    #expect(try prompt.refusal(of: "redo").hasPrefix("The update of October 2020 was published"))
    try prompt.type("redo because \"it was wrong\"")
    #expect(try prompt.type("history ico oct 2020").contains("it was wrong; redo of: \(command)"))
  }

  @Test("is written in the form of its file's ending")
  func form() throws {
    let file = prompt.folder.file("october.json")
    try prompt.type("publish oct 2020 --output \(file)")
    #expect(try WholeFile.read(file).first == UInt8(ascii: "{"))
    #expect(try prompt.store.publishedPapers().last?.format == "json")
  }

  @Test("that was changed behind the program's back is refused")
  func changed() throws {
    let path = try #require(prompt.store.path)
    let queue = try DatabaseQueue(path: path)
    try queue.write {
      try $0.execute(
        sql: "DROP TRIGGER paper_refuses_update; UPDATE paper SET content = CAST('x' AS BLOB)")
    }
    try queue.close()
    let sentence = try prompt.refusal(of: "published oct 2020")
    #expect(
      sentence.hasPrefix(
        "The paper for October 2020, published 2020-12-01 09:00:00, is not the one that went out: its"
          + " SHA-256 is 2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881 and "))
    #expect(sentence.hasSuffix("lac --store BACKUP -c 'published october 2020'"))
    #expect(try prompt.type("published").contains(sentence))
    let checked = try #require(try prompt.console.respond(to: "check"))
    #expect(checked.isStoreUnsound)
    let notes = checked.document?.blocks.compactMap { block in
      if case .note(let note) = block { return note.text }
      return nil
    }
    #expect(
      notes == [
        "What entry 2 of the log (of 2020-12-01: publish oct 2020 --output"
          + " \(prompt.folder.file("october.md"))) recorded, or something before it, was changed behind"
          + " the program's back; compare with a backup."
      ])
  }
}
