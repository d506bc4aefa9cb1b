import Indicators
import LookedAfter
import SampleHistory
import Testing

@Suite("The comparators of the report of December 2020")
struct ComparatorTests {
  @Test("come out as printed on the estimate of mid-2018: 235, 196 and 296 children")
  func needed() throws {
    let history = try SampleHistory.history()
    let population = try #require(try history.population(for: month2020(10)))
    let printed = try history.comparators(upTo: month2020(10)).filter { $0.printedNeeded != nil }
    let comparisons = printed.compactMap {
      RateComparison(children: 336, population: population.number.value, comparator: $0)
    }

    #expect(population.number.value == 36_103)
    #expect(population.inWords == "mid-2018 estimate, before rebasing, published 2021")
    #expect(
      comparisons.map(\.comparator.nameInSentence) == [
        "England", "statistical neighbours", "West Midlands",
      ])
    #expect(comparisons.map { "\($0.comparator.rate.value)" } == ["65.00", "54.44", "82.00"])
    #expect(comparisons.map(\.needed.number) == [235, 196, 296])
    #expect(comparisons.map(\.comparator.printedNeeded?.value) == [235, 196, 296])
    #expect(comparisons.map(\.gap) == [101, 140, 40])
  }

  @Test("are the newest up to a month, with the year of their data")
  func upToMonth() throws {
    let september = try SampleHistory.history().comparators(upTo: month2020(9))

    #expect(september.map { $0.rate.value.description } == ["65", "54", "82", "55", "66", "48"])
    #expect(Set(september.map(\.dataYear)) == ["2018/19"])
    // Of data to March 2019, though only a later report in the history has them.
    #expect(try SampleHistory.history().comparators(upTo: month2020(2)).count == 6)
    let before = try #require(Month(iso: "2019-02"))
    #expect(try SampleHistory.history().comparators(upTo: before).isEmpty)
  }

  @Test(
    "stand beside a rate of 93 for 336 and 337 children, and 97 for 350",
    arguments: [(336, "93"), (337, "93"), (338, "94"), (350, "97")])
  func rates(children: Int, rate: String) throws {
    let value = try #require(RatePer10000(children: children, population: 36_103))
    #expect("\(value.rounded())" == rate)
  }

  @Test("have no number of children where there is no population")
  func noPopulation() {
    #expect(RatePer10000(children: 336, population: 0) == nil)
    #expect(ChildrenNeeded(rate: Quantity(mantissa: 65), population: 0) == nil)
  }
}
