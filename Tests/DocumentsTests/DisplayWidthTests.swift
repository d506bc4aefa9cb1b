import Documents
import Testing

@Suite("Columns of a terminal")
struct DisplayWidthTests {
  @Test(
    "Every character takes the columns that terminals give it",
    arguments: [
      ("", 0), ("abc", 3), ("\u{E9}", 1), ("e\u{301}", 1), ("\u{A3}65", 3), ("\u{2212}2", 2),
      ("it\u{2019}s", 4), ("\u{1F60A}", 2), ("\u{1F629}", 2), ("\u{65E5}\u{672C}", 4),
      ("\u{FF21}", 2), ("\u{D55C}", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("\u{FFFD}", 1),
    ])
  func columns(text: String, expected: Int) {
    #expect(DisplayWidth.columns(text) == expected)
  }

  @Test(
    "An emoji of several scalars takes two columns",
    arguments: [
      "\u{2764}\u{FE0F}", "1\u{FE0F}\u{20E3}", "\u{1F1EC}\u{1F1E7}", "\u{1F44D}\u{1F3FD}",
      "\u{261D}\u{1F3FD}", "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}",
      "\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
    ])
  func emoji(text: String) {
    #expect(DisplayWidth.columns(text) == 2)
  }

  @Test("A heart without the emoji selector is a text symbol")
  func textSymbol() {
    #expect(DisplayWidth.columns("\u{2764}") == 1)
  }

  @Test(
    "What is not drawn takes no column",
    arguments: [
      "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{301}", "\u{1B}", "\u{9B}", "\u{7F}", "\r\n",
    ]
  )
  func nothing(text: String) {
    #expect(DisplayWidth.columns(text) == 0)
    #expect(DisplayWidth.columns("a" + text + "b") == 2)
  }
}
