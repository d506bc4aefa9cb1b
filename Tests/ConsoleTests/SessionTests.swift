import Testing

@Suite("What the prompt remembers")
struct SessionTests {
  @Test("The month in view is what a command without a month means")
  func monthInView() throws {
    let sample = try PromptSample()
    #expect(sample.console.prompt == "lac Oct 2020> ")
    #expect(try sample.title("flows") == "Joiners and leavers, October 2020")
    #expect(try sample.message("month september") == "The month in view is September 2020.")
    #expect(sample.console.prompt == "lac Sep 2020> ")
    #expect(try sample.title("flows") == "Joiners and leavers, September 2020")
    #expect(try sample.title("show parents") == "Placed with parents, September 2020")
    #expect(try sample.title("show this month") == "Where the children stand, September 2020")
    #expect(try sample.title("show last month") == "Where the children stand, August 2020")
    #expect(try sample.title("show latest") == "Where the children stand, October 2020")
    #expect(try sample.title("flows oct") == "Joiners and leavers, October 2020")
    #expect(sample.console.prompt == "lac Sep 2020> ", "asking about a month does not choose it")
    #expect(try sample.message("month latest") == "The month in view is October 2020.")
    #expect(try sample.title("flows") == "Joiners and leavers, October 2020")
  }

  @Test("A month that is refused leaves the month in view as it was")
  func refusedMonth() throws {
    let sample = try PromptSample()
    _ = try sample.message("month aug 2020")
    for line in ["month jan 2020", "month smarch", "month", "show zebra"] {
      #expect(!sample.refusal(line).hasPrefix("not refused"))
    }
    #expect(sample.console.prompt == "lac Aug 2020> ")
  }

  @Test("The form of answers holds until it is changed")
  func form() throws {
    let sample = try PromptSample()
    #expect(sample.console.format == .text)
    #expect(try sample.message("format markdown") == "Answers are written as markdown.")
    #expect(sample.console.format == .markdown)
    #expect(try sample.console.respond(to: "show")?.format == nil)
    #expect(
      sample.refusal("format pdf")
        == "There is no format \"pdf\"; the formats are text, markdown, html, docx, csv, zip, json."
    )
    #expect(sample.refusal("format") == "The command format needs a format; try: format markdown")
    #expect(sample.console.format == .markdown)
    #expect(try sample.message("format TXT") == "Answers are written as text.")
    #expect(sample.console.format == .text)
  }

  @Test("Two sessions do not know of one another")
  func twoSessions() throws {
    let one = try PromptSample()
    let other = try PromptSample()
    _ = try one.message("month feb 2020")
    _ = try one.message("format json")
    #expect(other.console.prompt == "lac Oct 2020> ")
    #expect(other.console.format == .text)
  }

  @Test(
    "Words too many",
    arguments: [
      ("timeline oct 2020", "The command timeline has no place for \"oct\"; try: timeline"),
      ("show oct 2020 nov", "The command show has no place for \"nov\"; try: show"),
      ("show oct 2020 parents", "The command show has no place for \"parents\"; try: show"),
      (
        "update oct 2020 now", "The command update has no place for \"now\"; try: update oct 2020"
      ),
      ("quit now", "The command quit has no place for \"now\"; try: quit"),
      ("help show compare", "The command help has no place for \"compare\"; try: help"),
      ("update", "The command update needs a month; try: update oct 2020"),
      ("month", "The command month needs a month; try: month september"),
    ])
  func wordsTooMany(line: String, sentence: String) throws {
    #expect(try PromptSample().refusal(line) == sentence)
  }
}

@Suite("A history in which nothing is recorded")
struct EmptyHistoryTests {
  @Test("The prompt names no month")
  func prompt() throws {
    #expect(try PromptSample.empty().console.prompt == "lac> ")
  }

  @Test(
    "Whatever month is asked for, nothing is recorded",
    arguments: [
      "show", "show latest", "show last month", "show this month", "show october", "flows",
      "compare latest", "update latest", "month latest", "month october",
    ])
  func nothingRecorded(line: String) throws {
    #expect(
      try PromptSample.empty().refusal(line)
        == "Nothing is recorded yet, so there is no month to show; type record to enter the first"
        + " month, or import history with a file of figures.")
  }

  @Test(
    "A month by its year", arguments: ["show oct 2020", "month 2020-10", "reconcile oct 2020"])
  func namedMonth(line: String) throws {
    #expect(try PromptSample.empty().refusal(line) == "Nothing is recorded yet.")
  }

  @Test("There is nothing to save")
  func save() throws {
    #expect(
      try PromptSample.empty().refusal("save as /nonexistent/x")
        == "There is no history to save; start lac without --no-store.")
  }

  @Test("Help, and Tab, are there all the same")
  func help() throws {
    let sample = try PromptSample.empty()
    #expect(try sample.title("help") == "Commands")
    #expect(sample.offered("sho") == ["show"])
    #expect(sample.offered("show section") == ["section20"])
    #expect(
      sample.offered("update ") == ["--format", "--output", "--force", "--public", "--internal"])
  }
}
