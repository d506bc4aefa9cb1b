import Testing

@testable import Documents

@Suite("Breaking lines")
struct WrappingTests {
  @Test("Lines break between words, and a long word is broken but never cut off")
  func lines() {
    #expect(Wrapping.lines("one two three", width: 7) == ["one two", "three"])
    #expect(Wrapping.lines("a https://x.uk b", width: 6) == ["a", "https:", "//x.uk", "b"])
    #expect(Wrapping.lines("abcdefgh ij", width: 5) == ["abcde", "fgh", "ij"])
    #expect(Wrapping.lines("abcdefgh i", width: 5) == ["abcde", "fgh i"])
    #expect(Wrapping.lines("", width: 5) == [""])
  }

  @Test("Wide characters count twice and are not halved")
  func wide() {
    #expect(Wrapping.lines("日本語", width: 5) == ["日本", "語"])
    #expect(Wrapping.lines("ab 😊 cd", width: 5) == ["ab 😊", "cd"])
  }

  @Test("The width for two lines is that of the better break")
  func twoLines() {
    #expect(Wrapping.twoLineWidth("End of February 2020") == 13)
    #expect(Wrapping.twoLineWidth("Change") == 6)
    #expect(Wrapping.twoLineWidth("") == 0)
    #expect(Wrapping.lines("End of February 2020", width: 13) == ["End of", "February 2020"])
  }
}
