import PseudoTerminal
import Testing

extension TerminalTests {
  @Suite("Tab and the keys of the line", .serialized)
  struct TabTests {
    @Test("On an empty line Tab lists the commands with what they do")
    func commands() throws {
      let lac = try Prompt(rows: 200)
      try lac.press("\t", expecting: "\n  show ")
      let list = try lac.terminal.readUntil("leave")
      #expect(list.contains("  where the children stand: the total and each cohort\n"))
      #expect(list.contains("  write the monthly Looked after Children"))
      try lac.terminal.readUntil(Prompt.october)
      try lac.enter("flows\r", expecting: "Joiners and leavers, October 2020")
      #expect(try lac.leave() == .exited(0))
    }

    @Test("Tab completes commands, cohorts, months and formats")
    func completes() throws {
      let lac = try Prompt()
      try lac.enter("sho\tplacem\taug\t\r", expecting: "On placement orders, August 2020")
      try lac.enter("fl\tsep\t20\r", expecting: "Joiners and leavers, September 2020")
      try lac.enter("form\tj\t\r", expecting: "Answers are written as json.")
      try lac.enter("edge of c\t\r", expecting: "{\"title\":\"Edge of care team, October 2020\"")
      #expect(try lac.leave() == .exited(0))
    }

    @Test("Tab lists months with the number of children, and keeps the line")
    func months() throws {
      let lac = try Prompt()
      try lac.press("update oct \t", expecting: "\n  2020  336 children\n  2019  350 children\n")
      try lac.terminal.readUntil("\(Prompt.october)update oct 20")
      try lac.enter("20\r", expecting: "Looked after Children reduction update, October 2020")
      #expect(try lac.leave() == .exited(0))
    }

    @Test("Tab completes the names of files, folders and names with blanks")
    func files() throws {
      let home = try Scratch()
      try home.put("", at: "for committee/old paper.md")
      let lac = try Prompt(home: home)
      try lac.enter(
        "show --output for\told\t\r",
        expecting: "There is already a file for committee/old paper.md; add --force to replace it")
      try lac.enter("show --output \"for\tnew paper.md\"\r", expecting: "Wrote for committee/new")
      #expect(home.exists("for committee/new paper.md"))
      #expect(try lac.leave() == .exited(0))
    }

    @Test("Tab without anything to offer leaves the line as it is")
    func nothing() throws {
      let lac = try Prompt()
      try lac.enter("zzz\t\t\r", expecting: "There is no command \"zzz\"; type help")
      #expect(lac.terminal.output.contains(0x07))
      #expect(try lac.leave() == .exited(0))
    }

    @Test("Arrow up and Ctrl-R bring lines back")
    func history() throws {
      let lac = try Prompt()
      try lac.enter("flows\r", expecting: "Joiners and leavers, October 2020")
      try lac.enter("format markdown\r", expecting: "Answers are written as markdown.")
      try lac.enter("\u{1B}[A\u{1B}[A\r", expecting: "# Joiners and leavers, October 2020")
      try lac.enter("\u{12}form\r", expecting: "Answers are written as markdown.")
      #expect(try lac.leave() == .exited(0))
    }

    @Test("A page that is pasted runs nothing before Enter is pressed")
    func paste() throws {
      let lac = try Prompt()
      try lac.press("\u{1B}[200~flows\nsept\n\u{1B}[201~", expecting: "flows sept")
      #expect(!lac.terminal.readUntilQuiet().contains("Joiners"))
      try lac.enter("\r", expecting: "Joiners and leavers, September 2020")
      #expect(try lac.leave() == .exited(0))
    }

    // MARK: The user's file

    @Test("~/.editrc is honoured")
    func userFile() throws {
      let home = try Scratch()
      try home.put("bind ^T ed-move-to-beg\nlac:bind ^Y ed-move-to-end\n", at: ".editrc")
      let lac = try Prompt(home: home)
      try lac.enter("ow\u{14}fl\u{19}s\r", expecting: "Joiners and leavers, October 2020")
      #expect(try lac.leave() == .exited(0))
    }

    @Test("~/.editrc is not read with --no-init")
    func noUserFile() throws {
      let home = try Scratch()
      try home.put("bind x ed-ignore\nedit off\n", at: ".editrc")
      let lac = try Prompt(["--no-init"], home: home)
      try lac.enter("shx\tow\r", expecting: "There is no command \"shxow\"")
      #expect(try lac.leave() == .exited(0))
    }
  }
}
