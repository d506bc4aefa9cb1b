import Indicators
import LookedAfter
import Testing

@Suite("Rate per 10,000 and children needed") struct RateTests {
  @Test(
    "A rate is rounded only when it is shown",
    arguments: [
      (333, 36_103, "92", "92.24"), (344, 34_439, "100", "99.89"), (336, 36_103, "93", "93.07"),
      (350, 36_103, "97", "96.94"), (337, 36_103, "93", "93.34"), (338, 36_103, "94", "93.62"),
      (0, 34_439, "0", "0.00"),
    ])
  func rate(children: Int, population: Int, whole: String, exact: String) throws {
    let rate = try #require(RatePer10000(children: children, population: population))
    #expect(rate.rounded().description == whole)
    #expect(rate.rounded(toDecimals: 2).description == exact)
  }

  @Test("Without a population there is no rate, which is not a rate of zero")
  func noPopulation() {
    #expect(RatePer10000(children: 336, population: 0) == nil)
    #expect(ChildrenNeeded(rate: Quantity(mantissa: 65), population: 0) == nil)
  }

  @Test(
    "The council's table: 235, 196 and 296 children at the comparators' rates",
    arguments: [
      ("65.00", 235), ("54.44", 196), ("54.4", 196), ("82.00", 296), ("93.0", 336), ("55", 199),
    ])
  func needed(rate: String, children: Int) throws {
    let rate = try #require(Quantity(text: rate))
    #expect(ChildrenNeeded(rate: rate, population: 36_103)?.number == children)
  }

  @Test("The rate is taken at one decimal: at two, 54.44 would give 197")
  func oneDecimal() throws {
    let exact = divideRoundingHalfAwayFromZero(5444 * 36_103, by: 100 * 10_000)
    #expect(exact == 197)
    let rate = try #require(Quantity(text: "54.44"))
    #expect(ChildrenNeeded(rate: rate, population: 36_103)?.rate.description == "54.4")
  }

  @Test("Printed rates bound the population they came from")
  func populationBounds() {
    func populations(children: Int, rate: Int) -> ClosedRange<Int>? {
      let fitting = (30_000...40_000).filter {
        RatePer10000(children: children, population: $0)?.rounded() == Quantity(mantissa: rate)
      }
      return fitting.first.flatMap { first in fitting.last.map { first...$0 } }
    }
    #expect(populations(children: 350, rate: 95) == 36_650...37_037)
    #expect(populations(children: 336, rate: 93) == 35_936...36_324)
    #expect(populations(children: 337, rate: 93) == 36_043...36_432)
  }

  @Test("On no population is 350 printed as 95 and 336 as 93")
  func noSharedPopulation() {
    let shared = (30_000...40_000).filter { population in
      RatePer10000(children: 350, population: population)?.rounded() == Quantity(mantissa: 95)
        && RatePer10000(children: 336, population: population)?.rounded() == Quantity(mantissa: 93)
    }
    #expect(shared.isEmpty)
  }

  @Test("Halves are rounded away from zero")
  func halves() {
    #expect(divideRoundingHalfAwayFromZero(5, by: 10) == 1)
    #expect(divideRoundingHalfAwayFromZero(-5, by: 10) == -1)
    #expect(divideRoundingHalfAwayFromZero(4, by: 10) == 0)
    #expect(divideRoundingHalfAwayFromZero(-14, by: 10) == -1)
    #expect(divideRoundingHalfAwayFromZero(15, by: 10) == 2)
  }
}
