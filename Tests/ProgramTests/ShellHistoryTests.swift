import PseudoTerminal
import Testing

extension TerminalTests {
  @Suite("The history of lines", .serialized)
  struct ShellHistoryTests {
    @Test("Lines are kept for the next session, each once, for their owner only")
    func kept() throws {
      let home = try Scratch()
      let environment = ["XDG_STATE_HOME": home.path + "/state"]
      let first = try Prompt(environment: environment, home: home)
      try first.enter("flows\r", expecting: "Joiners and leavers, October 2020")
      try first.enter("month sept\r", expecting: "The month in view is September 2020.")
      try first.enter("flows\r", expecting: "Joiners and leavers, September 2020")
      try first.enter("flows\r", expecting: "Joiners and leavers, September 2020")
      try first.enter("shwo\r", expecting: "did you mean show?")
      try first.enter(" show £\r", expecting: "\"£\" is neither a cohort nor a month")
      try first.enter("   \r", expecting: "")
      #expect(try first.leave() == .exited(0))
      #expect(try home.mode(of: "state/lac/history") == 0o600)
      #expect(try home.mode(of: "state/lac") == 0o700)

      #expect(try home.text(of: "state/lac/history") == "flows\nmonth sept\nflows\nshwo\n")

      let second = try Prompt(environment: environment, home: home)
      let up = "\u{1B}[A"
      try second.enter(up + "\r", expecting: "did you mean show?")
      try second.enter(up + up + "\r", expecting: "Joiners and leavers, October 2020")
      // Above flows and shwo there is only month sept: the older flows is gone.
      try second.enter(up + up + up + up + up + "\r", expecting: "The month in view is September")
      #expect(try second.leave() == .exited(0))
    }

    @Test(
      "Without XDG_STATE_HOME they are in ~/.local/state; a relative one does not count",
      arguments: [[:], ["XDG_STATE_HOME": "relative"], ["XDG_STATE_HOME": ""]])
    func place(environment: [String: String]) throws {
      let lac = try Prompt(environment: environment)
      try lac.enter("flows\r", expecting: "Joiners and leavers, October 2020")
      #expect(try lac.leave() == .exited(0))
      #expect(try lac.home.text(of: ".local/state/lac/history") == "flows\n")
      #expect(lac.home.names.isEmpty)
    }

    @Test("A history that cannot be kept is told, and the shell goes on")
    func problem() throws {
      let lac = try Prompt(environment: ["XDG_STATE_HOME": "/dev/null"])
      #expect(lac.terminal.text.contains("/dev/null/lac/history"))
      try lac.enter("flows\r", expecting: "Joiners and leavers, October 2020")
      try lac.enter("\u{1B}[A\r", expecting: "Joiners and leavers, October 2020")
      #expect(try lac.leave() == .exited(0))
    }

    @Test("Commands of scripts are not kept")
    func scripts() throws {
      let lac = try Program()
      #expect(try lac.run("-c", "flows", input: "show\n").status == 0)
      #expect(!lac.folder.exists(".local"))
    }
  }
}
