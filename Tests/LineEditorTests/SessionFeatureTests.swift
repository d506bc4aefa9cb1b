import PseudoTerminal
import Testing

@preconcurrency import Glibc

extension SessionTests {
  @Suite("Completion, history, size, the user's file", .serialized)
  struct Features {
    @Test func tabReplacesTheWord() throws {
      let demo = try Demo()
      try demo.enter("£ qu\t!\r", expecting: "<£ quit !>")
      try demo.enter("é REF\td\tX\r", expecting: "<é Referral dX>")
      try demo.enter("é caF\t.\r", expecting: "<é café .>")
      try demo.enter("£V\t.\r", expecting: "<£value .>")
      try demo.enter("nothing\t.\r", expecting: "<nothing.>")
      #expect(demo.terminal.output.contains(0x07))
    }

    @Test func tabInTheMiddle() throws {
      let demo = try Demo()
      try demo.enter("é qu é\u{1B}[D\u{1B}[D\t\r", expecting: "<é quit é>")
    }

    @Test func tabListsAChoice() throws {
      let demo = try Demo()
      try demo.terminal.type("ref\t")
      let list = try demo.terminal.readUntil("who referred the child")
      #expect(list.contains("  Referral date    when the child was referred to the council\n"))
      try demo.terminal.readUntil("demo> Referral ")
      try demo.enter("x\r", expecting: "<Referral x>")
    }

    @Test func longListIsCut() throws {
      let demo = try Demo(rows: 10)
      try demo.terminal.type("many\t")
      // Names alone, so that all are seen.
      let list = try demo.terminal.readUntil("many60")
      #expect(list.contains("  many1 "))
    }

    @Test func historyKeys() throws {
      let demo = try Demo()
      for line in ["£ first", "é second", "third"] {
        try demo.enter(line + "\r", expecting: "<\(line)>")
      }
      try demo.enter("\u{1B}[A\u{1B}[A!\r", expecting: "<é second!>")
      try demo.enter("\u{12}£ fi\r", expecting: "<£ first>")
      // What was used again is the newest now, and only there once.
      try demo.enter("\u{10}\u{10}\u{10}\u{10}\u{10}?\r", expecting: "<é second?>")
    }

    @Test func historyFileAcrossSessions() throws {
      let first = try Demo()
      let path = first.home + "/state/history"
      let one = try Demo(["--history", path])
      let two = try Demo(["--history", path])
      try one.enter("£ one\r", expecting: "<£ one>")
      try two.enter("two\r", expecting: "<two>")
      try one.enter(" secret\r", expecting: "< secret>")
      try one.enter("three\r", expecting: "<three>")
      #expect(contents(path) == "£ one\ntwo\nthree\n")
      let later = try Demo(["--history", path])
      try later.enter("\u{10}\u{10}\u{10}\r", expecting: "<£ one>")
    }

    @Test func badHistoryFileIsAWarning() throws {
      let demo = try Demo(["--history", "/dev/null/history"], waits: false)
      try demo.terminal.readUntil("is not kept.")
      try demo.enter("kept\r", expecting: "<kept>")
      try demo.enter("\u{10}!\r", expecting: "<kept!>")
    }

    @Test func resizing() throws {
      let demo = try Demo(columns: 60)
      try demo.terminal.type("some £ text")
      try demo.terminal.readUntil("some £ text")
      for columns in [30, 15, 100, 2, 80] {
        demo.terminal.resize(columns: columns, rows: 24)
        _ = demo.terminal.readUntilQuiet(for: 0.05)
      }
      try demo.enter("!\r", expecting: "<some £ text!>")
      try demo.enter("\u{12}some", expecting: "bck:")
      demo.terminal.resize(columns: 50, rows: 20)
      try demo.enter("\r", expecting: "<some £ text!>")
    }

    @Test func colouredPrompt() throws {
      let prompt = "\u{1B}[1;36mdemo>\u{1B}[0m "
      let colour = try Demo(["--colour", "--prompt", prompt], columns: 20)
      try colour.enter("£ quite a bit longer than a row\u{01}x\r", expecting: "<x£ quite a")
      #expect(String(decoding: colour.terminal.output, as: UTF8.self).contains(prompt))
      let plain = try Demo(["--prompt", prompt])
      #expect(!String(decoding: plain.terminal.output, as: UTF8.self).contains("\u{1B}[1;36m"))
    }

    @Test(arguments: [
      ("true", "paged"), ("head -n 1", "paged"), ("cat >/dev/null", "paged"),
      ("sleep 0.2; exit 3", "paged"), ("no-such-pager", "no pager"),
      ("stty raw -echo; cat > /dev/null", "paged"),
    ])
    func pagers(command: String, expected: String) throws {
      let demo = try Demo()
      try demo.enter("page \(command)\r", expecting: "\n\(expected)\n")
      try demo.enter("page kill -PIPE $$\r", expecting: "\npaged\n")
      #expect(try demo.finish() == .exited(0))
      #expect(demo.terminal.isCooked)
    }

    // MARK: The user's file

    private func demo(initFile: String, arguments: [String] = ["--init-file"]) throws -> Demo {
      let home = try temporaryFolder()
      try put(initFile, at: home + "/.editrc")
      return try Demo(arguments, home: home)
    }

    @Test func userBindingsWin() throws {
      let demo = try demo(
        initFile: "# mine\n\nbind ^T ed-move-to-beg\nlineeditor-demo:bind ^R ed-move-to-beg\n"
          + "other:bind ^R ed-move-to-end\nno-such-thing\nbind ^Y no-such-command\nbind \"\n")
      try demo.enter("abc\u{14}x\u{12}y\r", expecting: "<yxabc>")
      try demo.enter("half\u{03}", expecting: "cancelled")
      removeFolder(demo.home)
    }

    @Test func fileIsLeftAloneUnlessAsked() throws {
      let demo = try demo(initFile: "bind ^T ed-move-to-beg\nedit off\n", arguments: [])
      try demo.enter("qu\t!\r", expecting: "<quit !>")
      removeFolder(demo.home)
    }

    @Test(arguments: ["bind -e\n", "bind ^C ed-ignore\nbind ^R ed-ignore\n"])
    func resetKeysStillCancelCompleteAndPaste(file: String) throws {
      let demo = try demo(initFile: file)
      try demo.enter("half\u{03}", expecting: "cancelled")
      try demo.enter("qu\t!\r", expecting: "<quit !>")
      try demo.enter("\u{1B}[200~a\nb\u{1B}[201~!\r", expecting: "<a b!>")
      #expect(try demo.finish() == .exited(0))
      removeFolder(demo.home)
    }

    @Test func viKeys() throws {
      let demo = try demo(initFile: "bind -v\n")
      try demo.enter("half\u{03}", expecting: "cancelled")
      try demo.enter("half\u{1B}\u{03}", expecting: "cancelled")
      try demo.enter("qu\t!\r", expecting: "<quit !>")
      try demo.enter("one two\u{1B}bx\r", expecting: "<one wo>")
      try demo.enter("x\u{1B}[200~a\nb\u{1B}[201~\r", expecting: "<xa b>")
      #expect(try demo.finish() == .exited(0))
      removeFolder(demo.home)
    }

    @Test func signalsTurnedOnAgain() throws {
      let demo = try demo(initFile: "setty -d +isig\n")
      try demo.enter("half\u{03}", expecting: "cancelled")
      try demo.enter("whole\r", expecting: "<whole>")
      removeFolder(demo.home)
    }

    @Test func editingTurnedOff() throws {
      let demo = try plainDemo()
      try demo.send("£5 é\r")
      try demo.readUntil("<£5 é>")
      try demo.readUntil("demo> ")
      try demo.send("half")
      try demo.readUntil("half")
      try demo.send("\u{03}")
      try demo.readUntil("cancelled")
      try demo.readUntil("demo> ")
      try demo.send("\u{04}")
      #expect(try demo.waitForEnd() == .exited(0))
      #expect(demo.text.contains("\nend\n"))
    }

    private func plainDemo() throws -> PseudoTerminal {
      let home = try temporaryFolder()
      try put("edit off\n", at: home + "/.editrc")
      let demo = try Demo(["--init-file"], home: home, waits: false)
      try demo.terminal.readUntil("demo> ")
      removeFolder(home)
      return demo.terminal
    }
  }
}
