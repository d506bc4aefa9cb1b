import Testing

@testable import Documents

@Suite("Free text made harmless, spoken and folded")
struct PlainTextTests {
  @Test(
    "Nothing in a comment can drive a terminal",
    arguments: [
      ("\u{1B}[31mred\u{1B}[0m", "[31mred[0m"), ("a\u{7}b", "ab"), ("\u{9B}2Jx", "2Jx"),
      ("one\ntwo\r\nthree", "one two three"), ("a\u{2028}b\tc", "a b c"), ("  a   b ", "a b"),
      ("\u{202E}evil\u{202C}", "evil"), ("\u{2066}x\u{2069}", "x"), ("\u{FEFF}a\u{AD}b", "ab"),
      ("plain words", "plain words"), ("", ""), ("\n", ""),
    ])
  func harmless(text: String, expected: String) {
    #expect(PlainText.line(text) == expected)
  }

  @Test(
    "Letters of every script, emoji and no-break spaces stay",
    arguments: ["caf\u{E9} e\u{301}", "\u{1F468}\u{200D}\u{1F469}", "10\u{A0}000", "\u{65E5}"])
  func kept(text: String) {
    #expect(PlainText.line(text).unicodeScalars.elementsEqual(text.unicodeScalars))
  }

  @Test(
    "A sign that a screen reader skips becomes a word",
    arguments: [
      ("\u{2212}2", "minus 2"), ("+3", "plus 3"), ("(+3)", "(plus 3)"), ("16+", "16+"),
      ("5+4", "5+4"), ("343 \u{2212} 338 = 5", "343 minus 338 = 5"),
      ("2019\u{2013}2025", "2019 to 2025"),
      ("SGO \u{2192} home", "SGO to home"), ("\u{2265}5, \u{2248}7", "at least 5, about 7"),
      ("2 \u{1F60C} some progress", "2 some progress"), ("\u{1F60C}", "relieved face"),
      ("5 \u{2588}\u{2588}\u{2500}", "5"), ("a well-known plan", "a well-known plan"),
    ])
  func spoken(text: String, expected: String) {
    #expect(SpokenText.line(text) == expected)
  }

  @Test(
    "An ASCII terminal gets the usual stand-ins",
    arguments: [
      ("\u{2212}2 \u{2013} it\u{2019}s", "-2 - it's"), ("\u{A3}65", "GBP 65"),
      ("caf\u{E9} \u{174}ysg e\u{301}", "cafe Wysg e"), ("2 \u{1F60C} some", "2 some"),
      ("\u{1F60C}", "(relieved face)"), ("\u{65E5}", "<U+65E5>"), ("abc", "abc"),
    ])
  func folded(text: String, expected: String) {
    #expect(ASCIIText.fold(text) == expected)
  }
}
