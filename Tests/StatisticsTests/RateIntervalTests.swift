import Indicators
import LookedAfter
import Testing

/// Counts of Herefordshire and the limits of their rates, as the methods page prints them.
@Suite("The interval of a rate") struct RateIntervalTests {
  @Test(
    "Byar's limits from ten children on, exact ones below",
    arguments: [
      (344, 34_439, 10_000, "99.8868", "89.6087", "111.0204", CountLimits.Method.byar),
      (333, 36_103, 10_000, "92.2361", "82.5941", "102.6945", .byar),
      (7, 34_439, 10_000, "2.0326", "0.8172", "4.1879", .exact),
      (1, 34_439, 10_000, "0.2904", "0.0074", "1.6178", .exact),
      (0, 34_439, 10_000, "0.0000", "0.0000", "1.0711", .exact),
      (65, 100, 100, "65.0000", "50.1632", "82.8491", .byar),
    ])
  func ninetyFive(
    children: Int, population: Int, per: Int, rate: String, lower: String, upper: String,
    method: CountLimits.Method
  ) throws {
    let interval = try #require(
      RateInterval(children: children, population: population, per: per))
    #expect(shown(interval.value, 4) == rate)
    #expect(shown(interval.lower, 4) == lower)
    #expect(shown(interval.upper, 4) == upper)
    #expect(interval.method == method)
  }

  @Test(
    "The outer limits, at 99.8%",
    arguments: [
      (344, 34_439, 10_000, "84.0651", "117.6774"), (333, 36_103, 10_000, "77.3994", "108.9514"),
      (65, 100, 100, "42.8803", "94.0003"),
    ])
  func outer(children: Int, population: Int, per: Int, lower: String, upper: String) throws {
    let interval = try #require(
      RateInterval(
        children: children, population: population, per: per, confidence: .ninetyNinePointEight))
    #expect(shown(interval.lower, 4) == lower)
    #expect(shown(interval.upper, 4) == upper)
  }

  @Test("Exact limits on request: 344 children would have 89.6090 to 111.0202")
  func exactOnRequest() throws {
    let interval = try #require(
      RateInterval(children: 344, population: 34_439, method: .exact))
    #expect(shown(interval.lower, 4) == "89.6090")
    #expect(shown(interval.upper, 4) == "111.0202")
  }

  @Test("Byar's lower limit of one child is below zero at 99.8%: if forced, it is held at zero")
  func forced() throws {
    let limits = try #require(
      CountLimits(count: 1, confidence: .ninetyNinePointEight, method: .byar))
    #expect(limits.lower == 0)
    let interval = try #require(RateInterval(children: 1, population: 100, method: .byar))
    #expect(interval.working.cautions == [.approximationForced(count: 1)])
  }

  @Test("The limits of a count: 344 would be 308.6 to 382.3 by chance alone")
  func countLimits() throws {
    let limits = try #require(CountLimits(count: 344))
    #expect(shown(limits.lower, 1) == "308.6")
    #expect(shown(limits.upper, 1) == "382.3")
  }

  @Test("A confidence is a share or a percentage from 90% up")
  func confidence() {
    #expect(Confidence(0.95)?.level == 0.95)
    #expect(Confidence(95)?.level == 0.95)
    #expect(Confidence(99.8)?.level == 0.998)
    for odd in [0.89, 1, 1.5, 89.9, 100, .nan, .infinity, -95] {
      #expect(Confidence(odd) == nil)
    }
    #expect(shown(Confidence.ninetyFive.z, 6) == "1.959964")
    #expect(shown(Confidence.ninetyNinePointEight.z, 6) == "3.090232")
  }

  @Test("Limits hold the rate, and widen with the confidence, for every count")
  func ordered() throws {
    for children in Array(0...40) + [344, 12_345, 99_999_999] {
      let rate = try #require(RatePer10000(children: children, population: 34_439))
      let narrow = RateInterval(rate)
      let wide = RateInterval(rate, confidence: .ninetyNinePointEight)
      #expect(wide.lower <= narrow.lower && narrow.lower <= rate.value)
      #expect(rate.value < narrow.upper && narrow.upper < wide.upper)
      #expect(wide.lower >= 0)
    }
  }

  @Test("Byar's limits are near the exact ones from ten on")
  func byarIsNearExact() throws {
    for count in stride(from: 10, through: 1000, by: 45) {
      let byar = try #require(CountLimits(count: count, method: .byar))
      let exact = try #require(CountLimits(count: count, method: .exact))
      #expect(abs(byar.lower - exact.lower) < 0.02)
      #expect(abs(byar.upper - exact.upper) < 0.02)
    }
  }

  @Test("No rate without a population, of a negative count, or beyond what can be held")
  func refused() {
    #expect(RateInterval(children: 3, population: 0) == nil)
    #expect(RateInterval(children: -1, population: 10) == nil)
    #expect(RateInterval(children: .max, population: 10) == nil)
    #expect(RateInterval(children: 1, population: .max) == nil)
    #expect(RateInterval(children: 1, population: 1, per: 0) == nil)
    #expect(CountLimits(count: -1) == nil)
  }

  @Test("More children than population is a warning, not an error")
  func aboveBase() throws {
    let rate = try #require(RatePer10000(children: 12, population: 10))
    #expect(rate.cautions == [.rateAboveBase(children: 12, population: 10)])
    #expect(rate.rounded().description == "12000")
  }

  @Test("The largest rate is rounded to six decimals without overflow")
  func largest() throws {
    let rate = try #require(RatePer10000(children: 99_999_999, population: 1))
    #expect(rate.rounded(toDecimals: 6).description == "999999990000.000000")
  }

  @Test("Wilson's limits: 65 of 100 is 0.5525 to 0.7364")
  func wilson() throws {
    let share = try #require(Proportion(count: 65, of: 100))
    #expect(shown(share.lower, 4) == "0.5525")
    #expect(shown(share.upper, 4) == "0.7364")
    #expect(Proportion(count: 1, of: 0) == nil)
    #expect(Proportion(count: 5, of: 4) == nil)
    #expect(Proportion(count: -1, of: 4) == nil)
  }

  @Test("None and all have limits too, which stay within 0 and 1")
  func ends() throws {
    let none = try #require(Proportion(count: 0, of: 20))
    #expect(none.lower == 0 && none.upper > 0 && none.upper < 1)
    let all = try #require(Proportion(count: 20, of: 20))
    #expect(all.upper == 1 && all.lower > 0 && all.lower < 1)
  }
}
