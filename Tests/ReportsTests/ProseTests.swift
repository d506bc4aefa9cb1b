import LookedAfter
import Testing

@testable import Reports

@Suite("Sentences") struct ProseTests {
  @Test("Numbers under ten are words, from ten figures, with commas in thousands")
  func numbers() {
    #expect(
      [0, 1, 9, 10, 336, 36_103, 17_136_000, -3].map(Prose.number) == [
        "no", "one", "nine", "10", "336", "36,103", "17,136,000", "\u{2212}3",
      ])
  }

  @Test("Children are counted in the singular and the plural")
  func children() {
    #expect(
      [0, 1, 2, 12].map(Prose.children) == [
        "no children", "one child", "two children", "12 children",
      ])
  }

  @Test("Lists have commas and a last and")
  func lists() {
    #expect(Prose.list([]) == "")
    #expect(Prose.list(["a"]) == "a")
    #expect(Prose.list(["a", "b"]) == "a and b")
    #expect(Prose.list(["a", "b", "c"]) == "a, b and c")
  }

  @Test("A rise, a fall and no change")
  func comparisons() {
    #expect(Prose.comparison(-2) == "two fewer than")
    #expect(Prose.comparison(14) == "14 more than")
    #expect(Prose.comparison(0) == "the same as")
  }

  @Test("A sentence begins with a capital and ends with one full stop")
  func sentences() {
    #expect(Prose.sentence("two are open") == "Two are open.")
    #expect(Prose.sentence("Who is it?") == "Who is it?")
    #expect(Prose.sentence("") == "")
  }

  @Test("A phrase follows its number")
  func phrases() {
    let measure = Measure(
      id: "ceased.sgo", name: "SGO granted",
      phrase: "left through {a special guardianship order|special guardianship orders}",
      kind: .flow, unit: "children")
    #expect(Prose.phrase(measure, 1) == "one left through a special guardianship order")
    #expect(Prose.phrase(measure, 3) == "three left through special guardianship orders")
    let plain = Measure(id: "x", name: "SGO refused", phrase: "", kind: .flow, unit: "children")
    #expect(Prose.phrase(plain, 2) == "two: SGO refused")
  }
}
