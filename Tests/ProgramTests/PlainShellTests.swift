import PseudoTerminal
import Testing

extension TerminalTests {
  @Suite("The shell for a screen reader, and without colour", .serialized)
  struct PlainShellTests {
    static let ways: [(arguments: [String], environment: [String: String])] = [
      (["--plain"], [:]), ([], ["ACCESSIBLE": "1"]), (["--plain"], ["TERM": "dumb"]),
    ]

    private func hasBoxes(_ text: String) -> Bool {
      text.unicodeScalars.contains { (0x2500...0x257F).contains($0.value) }
    }

    @Test("Nothing is redrawn, nothing is drawn, and nothing is paged", arguments: 0..<3)
    func plain(way: Int) throws {
      let (arguments, environment) = Self.ways[way]
      let home = try Scratch()
      try home.put("#!/bin/sh\ntouch \"$HOME/paged\"\n", at: "pager", mode: 0o755)
      let lac = try Prompt(
        arguments, environment: environment.merging(["PAGER": home.path + "/pager"]) { $1 },
        home: home, isPlain: true)
      try lac.enter("show\r", expecting: "Where the children stand, October 2020")
      try lac.enter("update oct 2020\r", expecting: "Checks on these figures")
      try lac.enter("shwo\r", expecting: "There is no command \"shwo\"; did you mean show?")
      try lac.enter("show £é\r", expecting: "\"£é\" is neither a cohort nor a month")
      try lac.enter("month sept\r", expecting: "The month in view is September 2020.")
      try lac.enter("flows\r", expecting: "Joiners and leavers, September 2020")
      #expect(try lac.leave() == .exited(0))
      #expect(!lac.terminal.output.contains(0x1B))
      #expect(!hasBoxes(lac.terminal.text))
      #expect(!home.exists("paged"))
    }

    @Test("Ctrl-C gives the line up and the shell goes on")
    func controlC() throws {
      let lac = try Prompt(["--plain"], isPlain: true)
      for _ in 1...3 {
        try lac.press("half a line", expecting: "half a line")
        try lac.enter("\u{03}", expecting: "")
      }
      try lac.enter("flows\r", expecting: "Joiners and leavers, October 2020")
      #expect(try lac.leave() == .exited(0))
    }

    @Test("Ctrl-D leaves, on an empty line only")
    func controlD() throws {
      let lac = try Prompt(["--plain"], isPlain: true)
      try lac.press("flo", expecting: "flo")
      try lac.terminal.send("\u{04}")
      try lac.enter("ws\r", expecting: "Joiners and leavers, October 2020")
      #expect(try lac.leave() == .exited(0))
    }

    @Test("A dumb terminal gets lines without escape sequences")
    func dumb() throws {
      let lac = try Prompt(environment: ["TERM": "dumb"])
      try lac.enter("flows\r", expecting: "Joiners and leavers, October 2020")
      #expect(try lac.leave() == .exited(0))
      #expect(!lac.terminal.output.contains(0x1B))
    }

    @Test(
      "NO_COLOR takes the colour out, and not the words", arguments: [("", true), ("1", false)])
    func noColour(value: String, isColoured: Bool) throws {
      let home = try Scratch()
      let terminal = try Prompt.start(
        Program.path, ["-c", "show"], environment: ["NO_COLOR": value], home: home)
      #expect(try terminal.waitForEnd() == .exited(0))
      #expect(terminal.output.contains(0x1B) == isColoured)
      #expect(terminal.text.contains("Herefordshire had 336 children in its care on 2 November"))
    }

    @Test("Answers that go to a file are typed for at the terminal, and hold nothing else")
    func answersToFile() throws {
      let home = try Scratch()
      let terminal = try Prompt.start(
        "/bin/sh", ["-c", "exec \"$LAC\" > answers.txt"], home: home)
      try terminal.readUntil(Prompt.october)
      try terminal.send("flows\r")
      try terminal.readUntil(Prompt.october)
      try terminal.send("\u{04}")
      #expect(try terminal.waitForEnd() == .exited(0))
      let text = try home.text(of: "answers.txt")
      #expect(text.hasPrefix("Joiners and leavers, October 2020\n"))
      #expect(!text.contains("lac Oct 2020>"))
      #expect(!text.contains("\u{1B}"))
    }
  }
}
