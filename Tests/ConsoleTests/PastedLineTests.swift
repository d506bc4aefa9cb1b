import Testing

/// Lines come from Word, Outlook and Excel as often as from the keyboard.
@Suite("Lines pasted from elsewhere")
struct PastedLineTests {
  @Test(
    "No-break spaces, tabs and long dashes",
    arguments: [
      ("show\u{A0}oct\u{A0}2020", "Where the children stand, October 2020"),
      ("show\toct\t2020", "Where the children stand, October 2020"),
      ("show\u{2009}oct\u{202F}2020", "Where the children stand, October 2020"),
      ("show 2020\u{2013}10", "Where the children stand, October 2020"),
      ("show 2020\u{2011}10", "Where the children stand, October 2020"),
      ("show placement\u{2013}orders", "On placement orders, October 2020"),
      ("show placed\u{2014}with\u{2212}parents", "Placed with parents, October 2020"),
      ("edge\u{2010}of\u{2010}care", "Edge of care team, October 2020"),
      ("show \u{201C}with parents\u{201D}", "Placed with parents, October 2020"),
      ("show \u{201E}with parents\u{201C} sept", "Placed with parents, September 2020"),
      ("show \"with parents\"", "Placed with parents, October 2020"),
      ("update \"oct\" 2020", "Looked after Children reduction update, October 2020"),
    ])
  func understood(line: String, title: String) throws {
    #expect(try PromptSample().title(line) == title)
  }

  @Test("Word makes one dash of the two hyphens of an option")
  func optionWithLongDash() throws {
    let sample = try PromptSample()
    for dash in ["\u{2013}", "\u{2014}", "\u{2011}\u{2011}", "--"] {
      let reply = try #require(try sample.console.respond(to: "show \(dash)format markdown"))
      #expect(reply.format == .markdown, "\(dash)")
    }
  }

  @Test("What stands in quotation marks stays as it is")
  func quotedNames() throws {
    let folder = try TemporaryFolder()
    let sample = try PromptSample()
    for name in ["my paper.md", "Oct\u{2013}Nov 2020.md", "council’s.md", "# 1.md", "--force.md"] {
      _ = try sample.message("show --output \"\(folder.path)/\(name)\"")
      #expect(folder.names.contains(name))
    }
    _ = try sample.message("show --output \u{201C}\(folder.path)/curly marks.md\u{201D}")
    #expect(folder.names.contains("curly marks.md"))
  }

  @Test("A quoted word is no option")
  func quotedOption() throws {
    #expect(
      try PromptSample().refusal("show \"--force\"")
        == "\"--force\" is neither a cohort nor a month; press Tab or type help show for what there"
        + " is.")
  }

  @Test(
    "A quotation mark that is never closed is pointed at",
    arguments: [
      ("show \"with parents", 6), ("\"", 1), ("save as \u{201C}my file", 9),
      ("show --output=\"x", 15), ("show \"with parents\" \"oct 2020", 21),
    ])
  func openQuotation(line: String, column: Int) throws {
    #expect(
      try PromptSample().refusal(line)
        == "The quotation mark at column \(column) is never closed; add another where the text ends."
    )
  }
}
