import PseudoTerminal
import Testing

extension TerminalTests {
  @Suite("Long answers", .serialized)
  struct PagerTests {
    let home: Scratch

    init() throws {
      home = try Scratch()
      // Read by sh rather than run: a file that another test's child still holds cannot be run.
      try home.put(
        "#!/bin/sh\ncat > \"$HOME/paged\"\necho \"PAGED less $LESS, $LESSCHARSET\"\n", at: "pager",
        mode: 0o755)
    }

    @Test("What is longer than the terminal goes through $PAGER, whole")
    func long() throws {
      let lac = try Prompt(environment: ["PAGER": "sh " + home.path + "/pager"], home: home)
      let shown = try lac.enter(
        "update oct 2020\r",
        expecting: "PAGED less FRX -PsSpace shows more, q goes back to lac, utf-8")
      #expect(!shown.contains("Looked after Children"))
      let paged = try home.text(of: "paged")
      #expect(paged.contains("Looked after Children reduction update, October 2020"))
      #expect(paged.contains("Checks on these figures"))
      try lac.enter("flows\r", expecting: "Joiners and leavers, October 2020")
      #expect(try lac.leave() == .exited(0))
    }

    @Test("What fits on the terminal does not")
    func short() throws {
      let lac = try Prompt(
        environment: ["PAGER": "sh " + home.path + "/pager"], home: home, rows: 140)
      try lac.enter("show\r", expecting: "Where the children stand, October 2020")
      #expect(try lac.leave() == .exited(0))
      #expect(!home.exists("paged"))
      #expect(!lac.terminal.text.contains("PAGED"))
    }

    @Test("What less is told by its user counts")
    func less() throws {
      let environment = [
        "PAGER": "sh " + home.path + "/pager", "LESS": "-S", "LESSCHARSET": "latin1",
      ]
      let lac = try Prompt(environment: environment, home: home)
      try lac.enter("update oct 2020\r", expecting: "PAGED less -S, latin1")
      #expect(try lac.leave() == .exited(0))
    }

    @Test(
      "A pager that is not there, or none, leaves the answer on the screen",
      arguments: ["no-such-pager", "", "cat"])
    func without(pager: String) throws {
      let lac = try Prompt(environment: ["PAGER": pager], home: home)
      let shown = try lac.enter("update oct 2020\r", expecting: "Checks on these figures")
      #expect(shown.contains("Looked after Children reduction update, October 2020"))
      #expect(try lac.leave() == .exited(0))
    }

    @Test("A pager that is left early is no trouble", arguments: ["head -n 1", "true", "exit 3"])
    func leftEarly(pager: String) throws {
      let lac = try Prompt(environment: ["PAGER": pager], home: home)
      try lac.enter("update oct 2020\r", expecting: "")
      try lac.enter("flows\r", expecting: "Joiners and leavers, October 2020")
      #expect(try lac.leave() == .exited(0))
    }

    @Test("A script does not page, on a terminal either")
    func script() throws {
      let terminal = try Prompt.start(
        Program.path, ["-c", "update oct 2020"],
        environment: ["PAGER": "sh " + home.path + "/pager"], home: home)
      try terminal.readUntil("Checks on these figures")
      #expect(try terminal.waitForEnd() == .exited(0))
      #expect(!home.exists("paged"))
    }
  }
}
