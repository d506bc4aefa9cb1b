import Testing

@Suite("The names of commands")
struct CommandNameTests {
  @Test(
    "Names, other words, clear beginnings, any case and blanks for hyphens are understood",
    arguments: [
      ("show", "Where the children stand, October 2020"),
      ("sh", "Where the children stand, October 2020"),
      ("status", "Where the children stand, October 2020"),
      ("SHOW", "Where the children stand, October 2020"),
      ("  show  ", "Where the children stand, October 2020"),
      ("compare", "Rate per 10,000 beside comparators, October 2020"),
      ("comp", "Rate per 10,000 beside comparators, October 2020"),
      ("rate", "Rate per 10,000 beside comparators, October 2020"),
      ("joiners", "Joiners and leavers, October 2020"),
      ("leavers", "Joiners and leavers, October 2020"),
      ("fl", "Joiners and leavers, October 2020"),
      ("edge-of-care", "Edge of care team, October 2020"),
      ("edge of care", "Edge of care team, October 2020"),
      ("Edge of Care Oct 2020", "Edge of care team, October 2020"),
      ("edge", "Edge of care team, October 2020"),
      ("ed", "Edge of care team, October 2020"),
      ("checks", "Reconciliation, October 2020"),
      ("recon", "Reconciliation, October 2020"),
      ("ti", "Timeline"),
      ("up oct", "Looked after Children reduction update, October 2020"),
      ("?", "Commands"),
      ("he", "Commands"),
      ("help edge of care", "Help: edge-of-care"),
      ("help comp", "Help: compare"),
      ("help rate", "Help: rate"),
      ("help sh", "Help: show"),
      ("sha of 92 of 134", "Share of 92 in 134"),
    ])
  func understood(line: String, title: String) throws {
    #expect(try PromptSample().title(line) == title)
  }

  @Test("Leaving", arguments: ["quit", "exit", "q", "Q"])
  func leaving(line: String) throws {
    #expect(try PromptSample().console.respond(to: line)?.quits == true)
  }

  @Test(
    "A beginning of several names brings every name that begins so",
    arguments: ["s", "re", "e", "t", "m", "help s", "help co"])
  func ambiguous(line: String) throws {
    let sample = try PromptSample()
    let word = try #require(line.split(separator: " ").last.map(String.init))
    let names = sample.console.commands.compactMap { command in
      ([command.name] + command.aliases).first { $0.hasPrefix(word) }
    }
    let last = try #require(names.last)
    #expect(names.count > 1)
    #expect(
      sample.refusal(line)
        == "\"\(word)\" could be \(names.dropLast().joined(separator: ", ")) or \(last); type a little"
        + " more of it.")
  }

  @Test(
    "A slip or two is guessed at",
    arguments: [
      ("shwo", "There is no command \"shwo\"; did you mean show?"),
      ("comprae oct 2020", "There is no command \"comprae\"; did you mean compare?"),
      ("uptade oct 2020", "There is no command \"uptade\"; did you mean update?"),
      ("hlep", "There is no command \"hlep\"; did you mean help?"),
      ("cohorts", "There is no command \"cohorts\"; type help for the commands there are."),
      ("help zebras", "There is no command \"zebras\"; type help for the commands there are."),
      ("\"\"", "There is no command \"\"; type help for the commands there are."),
    ])
  func unknown(line: String, sentence: String) throws {
    #expect(try PromptSample().refusal(line) == sentence)
  }

  @Test("Blank lines and remarks are passed over", arguments: ["", "   ", "\t", "# show", "  #"])
  func nothing(line: String) throws {
    #expect(try PromptSample().console.respond(to: line) == nil)
  }

  @Test("A remark may follow a command, and a # within a word is none")
  func remarkAfterCommand() throws {
    let sample = try PromptSample()
    #expect(
      try sample.title("show oct 2020 # the paper's month")
        == "Where the children stand, October 2020")
    #expect(
      sample.refusal("show a#b")
        == "\"a#b\" is neither a cohort nor a month; press Tab or type help show for what there is."
    )
  }
}
