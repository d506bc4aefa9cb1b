import Testing

@testable import LineEditor

@Suite("Text of the line")
struct TextTests {
  init() {
    Terminal.useUTF8()
  }

  @Test(arguments: [
    (0, "", "£5 é x"), (2, "£", "5 é x"), (3, "£5", " é x"), (6, "£5 é", " x"),
    (8, "£5 é x", ""), (99, "£5 é x", ""), (-1, "", "£5 é x"), (1, "", "£5 é x"),
  ])
  func cursorIsAByteOffset(cursor: Int, before: String, after: String) {
    let line = LineText(bytes: Array("£5 é x".utf8), cursor: cursor)
    #expect(line == LineText(before: before, after: after))
  }

  @Test func codePointsAreCountedNotCharacters() {
    #expect(LineText(before: "£ caf\u{E9}", after: "").codePoints(inLast: 4) == 4)
    #expect(LineText(before: "£ cafe\u{301}", after: "").codePoints(inLast: 4) == 5)
    #expect(LineText(before: "ab", after: "").codePoints(inLast: 9) == 2)
    #expect(LineText(before: "ab", after: "").codePoints(inLast: -1) == 0)
  }

  @Test(arguments: [
    ("one\ntwo", "one two"), ("one\r\ntwo\r\n", "one two"), ("one\n\ntwo", "one two"),
    ("a\tb", "a b"), ("\n\nx\n", "x"),
    ("£5 – “é”", "£5 – “é”"), ("a\u{1B}[31mb", "a [31mb"), ("a\u{0}b\u{7F}", "a b "), ("", ""),
    ("\n", ""), ("  kept ", "  kept "), ("a\u{2028}b\u{85}c", "a b c"),
    ("\n\u{301}x", "\u{301}x"),
  ])
  func pasteIsCleaned(pasted: String, expected: String) {
    #expect(PastedText.clean(pasted) == expected)
  }

  @Test func widths() {
    #expect(DisplayWidth.of("£5 é") == 4)
    #expect(DisplayWidth.of("e\u{301}") == 1)
    #expect(DisplayWidth.of("日本") == 4)
    #expect(DisplayWidth.fit("abcdef", columns: 6) == "abcdef")
    #expect(DisplayWidth.fit("abcdef", columns: 5) == "abcd…")
    #expect(DisplayWidth.fit("日本語", columns: 4) == "日…")
    #expect(DisplayWidth.fit("ab", columns: 0) == "")
  }

  @Test func rowsBelowTheCursor() {
    func rows(_ before: Int, _ after: Int) -> Int {
      DisplayWidth.rowsBelow(
        promptColumns: 6, before: String(repeating: "a", count: before),
        after: String(repeating: "b", count: after), columns: 20)
    }
    #expect(rows(0, 0) == 0)
    #expect(rows(5, 8) == 0)
    #expect(rows(5, 9) == 1)
    #expect(rows(13, 30) == 2)
    #expect(rows(30, 0) == 0)
  }

  @Test func promptWithColour() {
    let prompt = Prompt("\u{1B}[1m\u{1B}[36mlac\u{1B}[0m> ", colour: true)
    #expect(prompt.marked == "\u{1}\u{1B}[1m\u{1B}[36m\u{1}lac\u{1}\u{1B}[0m\u{1}> ")
    #expect(prompt.plain == "lac> ")
    #expect(prompt.columns == 5)
    #expect(Prompt("\u{1B}[1mlac> \u{1B}[0m", colour: true).marked.hasSuffix("\u{1} "))
  }

  @Test func promptWithoutColour() {
    #expect(Prompt("\u{1B}[1;32m£\u{1B}[0m> ", colour: false).marked == "£> ")
    #expect(Prompt("a\u{1}b\nc\u{1B}]0;x", colour: true).marked == "abc]0;x")
    #expect(Prompt("", colour: true).marked == "")
  }
}
