import Indicators
import LookedAfter
import Testing

@Suite("Two months of events") struct TwoMonthsTests {
  @Test(
    "The more cautious of the exact test and the one with the spread",
    arguments: [
      // 2 and 10: exact 0.0386, z = 8 / √24 = 1.6330 at φ = 2.
      (2, 10, 2.0, 0.1025), (2, 10, 1.0, 0.0386),
      // 0 and 9: exact 0.0039, z = 9 / √18 = 2.1213 at φ = 2.
      (0, 9, 2.0, 0.0339), (4, 20, 2.0, 0.0209), (5, 5, 2.0, 1.0),
    ])
  func probability(before: Int, now: Int, phi: Double, p: Double) throws {
    let spread = try #require(Spread(phi))
    let test = try #require(TwoMonths(before, now, spread: spread))
    #expect((test.p * 10_000).rounded() / 10_000 == p)
    #expect(test.working["p"] == .number(test.p))
  }

  @Test("Nothing, and what cannot be, is not compared")
  func none() {
    #expect(TwoMonths(0, 0, spread: .monthly) == nil)
    #expect(TwoMonths(-1, 3, spread: .monthly) == nil)
    #expect(TwoMonths(1, 100_000_000, spread: .monthly) == nil)
  }

  @Test("The spread of a flow: its variance over its mean, at least 1, from twelve months on")
  func spread() throws {
    // Mean 6, Σ(y - 6)² = 12 × 16, over 11 and 6.
    let months: [Double?] = [2, 10, 2, 10, 2, 10, 2, 10, 2, 10, 2, 10]
    let spread = Spread(events: try FlowSeries(Series(months)))
    #expect((spread.phi * 10_000).rounded() / 10_000 == 2.9091)
    #expect(spread.basis == .estimated(months: 12))
    let steady = Spread(events: try FlowSeries(Series([Double?](repeating: 7, count: 12))))
    #expect(steady.phi == 1)
    #expect(Spread(events: try FlowSeries(Series(Array(months.prefix(11))))) == .monthly)
    #expect(
      Spread(events: try FlowSeries(Series([Double?](repeating: 0, count: 12)))).phi == 1)
  }
}
