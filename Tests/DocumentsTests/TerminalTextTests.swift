import Documents
import Testing

/// What a file or a person wrote, brought to a terminal.
@Suite("Text for a terminal") struct TerminalTextTests {
  @Test(
    "loses whatever drives a terminal, and keeps its lines",
    arguments: [
      ("kind \"f\u{1B}[31moo\" is not known\n", "kind \"f[31moo\" is not known\n"),
      ("\u{1B}]0;pwned\u{07}", "]0;pwned"), ("a\u{9B}5mb", "a5mb"), ("one\rtwo", "onetwo"),
      ("left\u{202E}right", "leftright"), ("a\tb\nc", "a b\nc"), ("Größe 😌", "Größe 😌"),
    ])
  func clean(text: String, shown: String) {
    #expect(PlainText.forTerminal(text) == shown)
  }

  @Test("keeps colours where the program set them, and nothing else that begins like one")
  func colour() {
    let text = "\u{1B}[1;31mError\u{1B}[0m\u{1B}[2J\u{1B}]0;x\u{07}"
    #expect(PlainText.forTerminal(text, keepsColour: true) == "\u{1B}[1;31mError\u{1B}[0m[2J]0;x")
    #expect(PlainText.forTerminal(text) == "[1;31mError[0m[2J]0;x")
  }
}
