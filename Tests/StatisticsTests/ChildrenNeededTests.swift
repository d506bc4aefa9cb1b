import Indicators
import LookedAfter
import Testing

@Suite("Children needed to be in line") struct ChildrenNeededTests {
  @Test(
    "The council's table of 2020 and the figures of 2025",
    arguments: [
      (36_103, 336, "65.0", "234.67", 235, 101), (36_103, 336, "54.4", "196.40", 196, 140),
      (36_103, 336, "54.44", "196.40", 196, 140), (36_103, 336, "82.0", "296.04", 296, 40),
      (36_103, 336, "93.0", "335.76", 336, 0), (34_439, 344, "67", "230.74", 231, 113),
      (34_439, 344, "86", "296.18", 296, 48), (34_439, 344, "66.7", "229.71", 230, 114),
    ])
  func needed(
    population: Int, children: Int, rate: String, exact: String, number: Int, gap: Int
  ) throws {
    let rate = try #require(Quantity(text: rate))
    let needed = try #require(ChildrenNeeded(rate: rate, population: population))
    #expect(shown(needed.value, 2) == exact)
    #expect(needed.number == number)
    #expect(needed.gap(of: children) == gap)
  }

  @Test("At the limits of 344 the gap to England is 78 to 152")
  func gapRange() throws {
    let needed = try #require(
      ChildrenNeeded(rate: Quantity(mantissa: 67), population: 34_439))
    let limits = try #require(CountLimits(count: 344))
    #expect(needed.gapRange(of: limits) == 78...152)
  }

  @Test("Below the comparator the gap is negative")
  func below() throws {
    let needed = try #require(
      ChildrenNeeded(rate: Quantity(mantissa: 67), population: 34_439))
    #expect(needed.gap(of: 219) == -12)
  }

  @Test("A gap closes only while more leave than start")
  func timeToClose() {
    #expect(
      TimeToClose(gap: 48, startedPerMonth: 6, ceasedPerMonth: 9) == .months(16))
    #expect(TimeToClose(gap: 48, startedPerMonth: 9, ceasedPerMonth: 9) == .notClosing)
    #expect(TimeToClose(gap: 48, startedPerMonth: 9, ceasedPerMonth: 6) == .notClosing)
    #expect(TimeToClose(gap: 48, startedPerMonth: .nan, ceasedPerMonth: 6) == .notClosing)
    #expect(TimeToClose(gap: 0, startedPerMonth: 9, ceasedPerMonth: 6) == .closed)
    #expect(TimeToClose(gap: -12, startedPerMonth: 9, ceasedPerMonth: 6) == .closed)
  }

  @Test("Numbers too great to be worked with give nothing")
  func tooGreat() {
    #expect(ChildrenNeeded(rate: Quantity(mantissa: .max), population: 999) == nil)
    #expect(ChildrenNeeded(rate: Quantity(mantissa: 67), population: .max) == nil)
    #expect(ChildrenNeeded(rate: Quantity(mantissa: 67), population: -1) == nil)
  }
}
