import FileAccess
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
}
