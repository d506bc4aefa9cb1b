import Console
import Testing

@Suite("What Tab offers for the name of a file")
struct FileCompletionTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in [
      "october.md", "october.json", "my paper.md", "# 1.md", ".hidden", "Oct\u{2013}Nov.md",
      "the \"final\".md",
    ] {
      try folder.make(name)
    }
    try folder.makeFolder("papers/of 2020")
    try folder.make("papers/of 2020/may.md")
  }

  /// What is offered, with `FOLDER/` for the folder.
  private func offered(_ text: String) throws -> [String] {
    try PromptSample().offered(text.replacing("FOLDER", with: folder.path))
      .map { $0.replacing(folder.path, with: "FOLDER") }
  }

  @Test(
    "Wherever a file may be named",
    arguments: [
      "save as ", "update oct 2020 --output ", "show --output ", "update --format md --output ",
      "show oct --output=",
    ])
  func places(text: String) throws {
    #expect(try offered(text + "FOLDER/oct") == ["FOLDER/october.json", "FOLDER/october.md"])
  }

  @Test(
    "Names that would fall apart are put in quotation marks, and those that nothing can type go")
  func quoted() throws {
    #expect(
      try offered("save as FOLDER/") == [
        "\"FOLDER/# 1.md\"", "\"FOLDER/Oct\u{2013}Nov.md\"", "\"FOLDER/my paper.md\"",
        "FOLDER/october.json", "FOLDER/october.md", "FOLDER/papers/",
      ])
    #expect(try offered("save as FOLDER/my") == ["\"FOLDER/my paper.md\""])
    #expect(try offered("save as FOLDER/.h") == ["FOLDER/.hidden"])
    #expect(try offered("save as FOLDER/none").isEmpty)
    #expect(try offered("save as FOLDER/none/x").isEmpty)
  }

  @Test("An open quotation mark is gone on with", arguments: ["\"", "\u{201C}"])
  func openQuotation(mark: String) throws {
    #expect(try offered("save as \(mark)FOLDER/my p") == ["\"FOLDER/my paper.md\""])
    #expect(try offered("save as \(mark)FOLDER/october.m") == ["\"FOLDER/october.md\""])
    #expect(try offered("save as \(mark)FOLDER/papers/of") == ["\"FOLDER/papers/of 2020/"])
    #expect(try offered("show --output=\(mark)FOLDER/my p") == ["\"FOLDER/my paper.md\""])
  }

  @Test("A folder is not the end of the word, and leads on to what is in it")
  func folders() throws {
    let sample = try PromptSample()
    var text = "save as \(folder.path)/pap"
    for expected in ["/papers/", "/papers/of 2020/", "/papers/of 2020/may.md"] {
      let completions = sample.console.completions(for: text)
      let only = try #require(completions.candidates.first)
      #expect(completions.candidates.count == 1)
      #expect(only.text.trimmed == folder.path + expected)
      #expect(only.isFinal == !expected.hasSuffix("/"))
      text = text.dropLast(completions.replacing) + only.text
    }
    // The file is there, so the line is understood and then refused.
    #expect(
      sample.refusal(text).hasPrefix(
        "There is already a file \(folder.path)/papers/of 2020/may.md,"))
  }

  @Test("Every name that is offered is read as that file")
  func everyNameParses() throws {
    let sample = try PromptSample()
    let offered = sample.offered("save as \(folder.path)/")
    #expect(offered.count == 6)
    for text in offered where !text.trimmed.hasSuffix("/") {
      #expect(
        sample.refusal("save as \(text)").hasPrefix("There is already a file \(text.trimmed),"))
    }
  }
}

extension String {
  /// The text without the quotation marks around it.
  fileprivate var trimmed: String { filter { $0 != "\"" } }

  fileprivate func replacing(_ old: String, with new: String) -> String {
    split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }
}
