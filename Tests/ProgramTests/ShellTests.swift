import PseudoTerminal
import Testing

/// Everything on a terminal, one after the other: two at once would only slow each other down.
@Suite("On a terminal", .serialized)
struct TerminalTests {}

extension TerminalTests {
  @Suite("The shell", .serialized)
  struct ShellTests {
    @Test("It says what it is about, then waits with the month in view")
    func banner() throws {
      let lac = try Prompt()
      let text = lac.terminal.text
      // Broken between words where the terminal ends.
      let banner = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(
        banner.hasPrefix(
          "lac: the sample history of Herefordshire, in memory. To keep it and what you record,"
            + " type save as FILE and start with lac --store FILE; for a council of your own, start"
            + " with: lac init --store FILE --authority NAME Type help"))
      #expect(
        text.contains(
          "Type help for the commands; Tab completes; quit or Ctrl-D leaves.\n\(Prompt.october)"))
      #expect(try lac.leave() == .exited(0))
      #expect(lac.terminal.isCooked)
    }

    @Test("One's own history, and an empty one, are greeted by name")
    func otherBanners() throws {
      let first = try Prompt()
      try first.enter("save as mine.lac\r", expecting: "Saved the history as mine.lac;")
      #expect(try first.leave() == .exited(0))
      let own = try Prompt(["--store", "mine.lac"], home: first.home)
      #expect(own.terminal.text.contains("lac: Herefordshire, from mine.lac.\n"))
      #expect(try own.leave() == .exited(0))
      let empty = try Prompt.start(Program.path, ["--no-store"], home: first.home)
      try empty.readUntil("lac: an empty history in memory.")
      try empty.readUntil("lac> ")
      try empty.type("quit\r")
      #expect(try empty.waitForEnd() == .exited(0))
    }

    @Test("An entry that was left is spoken of when its history is opened")
    func unfinished() throws {
      let first = try Prompt()
      try first.enter("save as mine.lac\r", expecting: "Saved the history as mine.lac;")
      #expect(try first.leave() == .exited(0))
      let own = try Prompt(["--store", "mine.lac"], home: first.home)
      try own.enter("record nov 2020\r", expecting: "As at which day [2020-11-30]")
      for answer in ["", "month-end", "334"] { try own.enter(answer + "\r", expecting: "") }
      try own.enter("leave\r", expecting: "Kept for later")
      #expect(try own.leave() == .exited(0))
      let again = try Prompt(["--store", "mine.lac"], home: first.home)
      #expect(
        again.terminal.text.contains(
          "There is an unfinished entry for November 2020; go on with: record november 2020\n"))
      #expect(try again.leave() == .exited(0))
    }

    @Test("A question that is wider than the terminal is broken between words")
    func wideQuestion() throws {
      let first = try Prompt()
      try first.enter("save as mine.lac\r", expecting: "Saved the history as mine.lac;")
      #expect(try first.leave() == .exited(0))
      let own = try Prompt(["--store", "mine.lac"], home: first.home, columns: 60)
      try own.enter("record nov 2020\r", expecting: "As at which day [2020-11-30]")
      for answer in ["", "month-end"] { try own.enter(answer + "\r", expecting: "") }
      try own.enter(
        "334\r", expecting: "Long-term matched with foster carers [107], 334\nnot in a cohort"
      )
      #expect(try own.leave() == .exited(0))
    }

    @Test("The prompt follows the month in view")
    func monthInView() throws {
      let lac = try Prompt()
      try lac.enter("month sept\r", expecting: "The month in view is September 2020.\nlac Sep 2020")
      try lac.enter("flows\r", expecting: "Joiners and leavers, September 2020")
      #expect(try lac.leave() == .exited(0))
    }

    @Test("An error is told and the shell goes on")
    func errors() throws {
      let lac = try Prompt()
      try lac.enter("shwo\r", expecting: "There is no command \"shwo\"; did you mean show?")
      try lac.enter("update jan 2020\r", expecting: "There is no snapshot for January 2020;")
      try lac.enter("show --output none/x\r", expecting: "The file none/x cannot be written:")
      try lac.enter("flows\r", expecting: "Joiners and leavers, October 2020")
      try lac.enter("\r", expecting: "")
      #expect(try lac.leave() == .exited(0))
    }

    @Test("Ctrl-C clears the line and the shell goes on")
    func controlC() throws {
      let lac = try Prompt()
      for _ in 1...3 {
        try lac.press("half a line", expecting: "half a line")
        try lac.enter("\u{03}", expecting: "")
      }
      try lac.enter("flows\r", expecting: "Joiners and leavers, October 2020")
      #expect(try lac.leave() == .exited(0))
    }

    @Test(
      "quit leaves as Ctrl-D does, and the terminal is as it was", arguments: ["quit", "exit", "q"])
    func quit(word: String) throws {
      let lac = try Prompt()
      try lac.terminal.send("\(word)\r")
      #expect(try lac.terminal.waitForEnd() == .exited(0))
      #expect(lac.terminal.isCooked)
    }

    @Test(
      "Pounds and accents are typed whole, in any locale", arguments: ["C.UTF-8", "C", "xx_XX"])
    func accents(locale: String) throws {
      let lac = try Prompt(environment: ["LC_ALL": locale])
      try lac.enter("show £é’\r", expecting: "\"£é'\" is neither a cohort nor a month")
      // Backspace takes a whole character.
      try lac.enter("flowsé£\u{7F}\u{7F}\r", expecting: "Joiners and leavers, October 2020")
      #expect(try lac.leave() == .exited(0))
    }

    @Test("Answers are as wide as the terminal, also after it has changed")
    func resize() throws {
      let lac = try Prompt(columns: 120, rows: 60)
      let wide = try lac.enter("show\r", expecting: "Sources\n")
      try lac.press("sho", expecting: "sho")
      lac.terminal.resize(columns: 60, rows: 60)
      _ = lac.terminal.readUntilQuiet(for: 0.1)
      let narrow = try lac.enter("w\r", expecting: "Sources\n")
      #expect(longest(wide) > 60)
      #expect(longest(narrow.split(separator: "═\n").last ?? "") <= 60)
      #expect(try lac.leave() == .exited(0))
    }

    private func longest(_ text: some StringProtocol) -> Int {
      text.split(separator: "\n").map(\.count).max() ?? 0
    }

    @Test("With --output, the answers of the session go into the file when one leaves")
    func output() throws {
      let lac = try Prompt(["--output", "answers.md"])
      try lac.enter("flows\r", expecting: "")
      try lac.enter("show\r", expecting: "")
      #expect(!lac.home.exists("answers.md"))
      #expect(try lac.leave() == .exited(0))
      let text = try lac.home.text(of: "answers.md")
      #expect(text.hasPrefix("# Joiners and leavers, October 2020\n"))
      #expect(text.contains("\n# Where the children stand, October 2020\n"))
      #expect(lac.terminal.text.contains("Wrote answers.md ("))
    }
  }
}
