import Indicators
import LookedAfter
import TestSupport
import Testing

/// What the printed rates of the council's papers say of the population that they do not print.
@Suite("The populations that a printed rate allows") struct PopulationBoundsTests {
  @Test(
    "350 as 95, 336 as 93, 337 as 93",
    arguments: [
      (350, 95, 36_650...37_037), (336, 93, 35_936...36_324), (337, 93, 36_043...36_432),
    ])
  func printed(children: Int, rate: Int, populations: ClosedRange<Int>) {
    #expect(
      PopulationBounds.populations(children: children, printed: Quantity(mantissa: rate))
        == populations)
  }

  @Test("95 and 93 cannot share a population; 93 and 93 can")
  func shared() throws {
    let first = try #require(
      PopulationBounds.populations(children: 350, printed: Quantity(mantissa: 95)))
    let second = try #require(
      PopulationBounds.populations(children: 336, printed: Quantity(mantissa: 93)))
    let third = try #require(
      PopulationBounds.populations(children: 337, printed: Quantity(mantissa: 93)))
    #expect(!first.overlaps(second))
    #expect(second.overlaps(third))
  }

  @Test(
    "The three numbers needed allow 36,077 to 36,094 rounded to nearest, and no more otherwise",
    arguments: [(1, 2, 36_077...36_094), (0, 1, 36_154...36_186), (1, 1, 36_001...36_002)])
  func needed(add: Int, of: Int, populations: ClosedRange<Int>) {
    // A quotient of 1,000,000 with the rate at two decimals; halves, nothing or nearly all added.
    let addend = add == of ? 999_999 : 1_000_000 * add / of
    let fitting = (35_000...38_000).filter { population in
      [(8200, 296), (6500, 235), (5444, 196)].allSatisfy {
        ($0.0 * population + addend) / 1_000_000 == $0.1
      }
    }
    #expect(fitting.first == populations.lowerBound && fitting.last == populations.upperBound)
  }

  @Test("Every population within the bounds gives the printed rate, and none beside them")
  func exact() throws {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      let children = Int.random(in: 1...900, using: &random)
      let population = Int.random(in: 500...60_000, using: &random)
      let decimals = Int.random(in: 0...2, using: &random)
      let printed = try #require(RatePer10000(children: children, population: population))
        .rounded(toDecimals: decimals)
      let bounds = try #require(
        PopulationBounds.populations(children: children, printed: printed))
      #expect(bounds.contains(population))
      for (edge, within) in [
        (bounds.lowerBound - 1, false), (bounds.lowerBound, true), (bounds.upperBound, true),
        (bounds.upperBound + 1, false),
      ] {
        let rate = RatePer10000(children: children, population: edge)
        #expect((rate?.rounded(toDecimals: decimals) == printed) == within)
      }
    }
  }

  @Test("Nobody, a rate of nothing or a number too great bounds nothing")
  func none() {
    #expect(PopulationBounds.populations(children: 0, printed: Quantity(mantissa: 9)) == nil)
    #expect(PopulationBounds.populations(children: 9, printed: Quantity(mantissa: 0)) == nil)
    #expect(PopulationBounds.populations(children: .max, printed: Quantity(mantissa: 9)) == nil)
    #expect(PopulationBounds.populations(children: 9, printed: Quantity(mantissa: .max)) == nil)
  }
}
