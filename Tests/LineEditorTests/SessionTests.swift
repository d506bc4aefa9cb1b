import PseudoTerminal
import Testing

@preconcurrency import Glibc

@Suite("Sessions on a terminal", .serialized)
struct SessionTests {
  @Test func linesAndEndOfInput() throws {
    let demo = try Demo()
    try demo.enter("hello\r", expecting: "<hello>")
    try demo.enter("\r", expecting: "<>")
    #expect(try demo.finish() == .exited(0))
    #expect(demo.terminal.text.contains("\nend\n"))
    #expect(demo.terminal.isCooked)
  }

  @Test(arguments: ["C.UTF-8", "C", "POSIX", "xx_XX"])
  func poundsAndAccents(locale: String) throws {
    let demo = try Demo(environment: ["LC_ALL": locale])
    try demo.enter("£5 é ’\r", expecting: "<£5 é ’>")
    // Left twice and backspace: the accent goes, whole.
    try demo.enter("a£é’b\u{1B}[D\u{1B}[D\u{7F}\r", expecting: "<a£’b>")
    #expect(try demo.finish() == .exited(0))
  }

  @Test func invalidBytesAreDropped() throws {
    let demo = try Demo()
    try demo.terminal.send(bytes: [0x61, 0xFF, 0xC2, 0x62, 0xE2, 0x80, 0xC2, 0xA3, 0x0D])
    try demo.terminal.readUntil("<ab£>")
  }

  @Test func editingKeys() throws {
    let demo = try Demo()
    try demo.enter("bcd\u{1B}[Ha\u{1B}[Fe\r", expecting: "<abcde>")
    try demo.enter("bcd\u{1B}OHa\u{1B}OFe\r", expecting: "<abcde>")
    try demo.enter("abc\u{01}\u{1B}[3~\r", expecting: "<bc>")
    try demo.enter("one two\u{1B}[1;5Dx\u{1B}[1;5Cy\r", expecting: "<one xtwoy>")
    try demo.enter("one two\u{17}three\r", expecting: "<one three>")
    try demo.enter("a\u{1B}[5~\u{1B}[15~\u{1B}OPb\r", expecting: "<ab>")
    try demo.enter("ab\u{1B}[D\u{04}c\r", expecting: "<ac>")
  }

  @Test func controlCGivesTheLineUp() throws {
    let demo = try Demo()
    for _ in 1...5 {
      try demo.enter("half a line\u{03}", expecting: "cancelled")
      try demo.enter("\u{03}", expecting: "cancelled")
    }
    try demo.enter("whole\r", expecting: "<whole>")
    #expect(try demo.finish() == .exited(0))
  }

  @Test func interruptSignalIsTheSameAsTheKey() throws {
    let demo = try Demo()
    try demo.terminal.type("half")
    try demo.terminal.readUntil("half")
    demo.terminal.signal(SIGINT)
    try demo.terminal.readUntil("cancelled")
    try demo.enter("whole\r", expecting: "<whole>")
  }

  @Test func stoppedAndContinued() throws {
    let demo = try Demo()
    try demo.terminal.type("half")
    try demo.terminal.readUntil("half")
    demo.terminal.signal(SIGSTOP)
    // As a shell does that takes the terminal back.
    try demo.terminal.makeCooked()
    demo.terminal.signal(SIGCONT)
    try demo.terminal.readUntil("demo> half")
    try demo.enter("way\r", expecting: "<halfway>")
  }

  @Test func controlCInterruptsACommand() throws {
    let demo = try Demo()
    try demo.terminal.type("sleep\r")
    try demo.terminal.waitForCookedMode()
    try demo.terminal.send("\u{03}")
    try demo.terminal.readUntil("interrupted", deadline: 2)
    try demo.enter("on\r", expecting: "<on>")
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT])
  func deadlySignalsRestoreTheTerminal(number: Int32) throws {
    let demo = try Demo()
    try demo.terminal.type("half")
    try demo.terminal.readUntil("half")
    demo.terminal.signal(number)
    #expect(try demo.terminal.waitForEnd() == .signalled(number))
    let flags = demo.terminal.settings.c_lflag
    #expect(flags & tcflag_t(ICANON) != 0)
    #expect(flags & tcflag_t(ISIG) != 0)
    #expect(flags & tcflag_t(ECHO) != 0)
    #expect(endsBracketedPaste(demo.terminal))
  }

  @Test func bracketedPasteIsOnOnlyAtThePrompt() throws {
    let demo = try Demo()
    #expect(!endsBracketedPaste(demo.terminal))
    #expect(try demo.finish() == .exited(0))
    #expect(endsBracketedPaste(demo.terminal))
  }

  @Test func crashRestoresTheTerminal() throws {
    let demo = try Demo()
    try demo.terminal.type("trap\r")
    #expect(try demo.terminal.waitForEnd() == .signalled(SIGABRT))
    #expect(demo.terminal.isCooked)
  }

  @Test func pasteRunsNothing() throws {
    let demo = try Demo()
    try demo.terminal.type("\u{1B}[200~one\r\ntw\to £\n\u{1B}[201~")
    _ = demo.terminal.readUntilQuiet()
    #expect(!demo.terminal.text.contains("<"))
    try demo.enter("!\r", expecting: "<one tw o £!>")
  }

  @Test func unfinishedPaste() throws {
    let demo = try Demo()
    try demo.enter("\u{1B}[200~abc\u{03}d\r", expecting: "<abcd>")
  }

  @Test func longPaste() throws {
    let demo = try Demo()
    let long = String(repeating: "£ long ", count: 1000)
    try demo.enter("\u{1B}[200~\(long)\u{1B}[201~.\r", expecting: "<\(long).>")
    try demo.enter("on\r", expecting: "<on>")
  }

  @Test func dumbTerminal() throws {
    let demo = try Demo(environment: ["TERM": "dumb"])
    try demo.enter("£\r", expecting: "<£>")
    #expect(try demo.finish() == .exited(0))
    #expect(!demo.terminal.output.contains(0x1B))
  }

  @Test(arguments: ["$0 </dev/null", "$0 >out; cat out", "true | $0"])
  func noTerminal(command: String) throws {
    let home = try temporaryFolder()
    defer { removeFolder(home) }
    let shell = try PseudoTerminal(
      executable: "/bin/sh", arguments: ["-c", command + "; exit 4", Demo.executable],
      environment: ["TERM": "xterm", "PATH": "/usr/bin:/bin"], workingDirectory: home)
    try shell.readUntil("Line editing needs a terminal")
    #expect(try shell.waitForEnd() == .exited(4))
  }

  private func endsBracketedPaste(_ terminal: PseudoTerminal) -> Bool {
    _ = terminal.text
    let output = String(decoding: terminal.output, as: UTF8.self)
    let on = output.ranges(of: "\u{1B}[?2004h").last?.lowerBound ?? output.startIndex
    return output.ranges(of: "\u{1B}[?2004l").last.map { $0.lowerBound > on } ?? false
  }
}
