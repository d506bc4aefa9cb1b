import Comparators
import LookedAfter
import Testing

/// The newest counts on one edition of the population: what a trend may be drawn over.
@Suite("Rates on one edition of the population") struct LikeForLikeTests {
  @Test(
    "Each rate to two decimals",
    arguments: [
      (Area.authority("884"), 2016, [8107, 8593, 9035, 9614, 10252]),
      (Area.authority("884"), 2021, [9201, 11218, 12155, 11296, 9989]),
      (Area.england, 2021, [6853, 6979, 7037, 6927, 6712]),
    ])
  func rates(area: Area, from year: Int, hundredths: [Int]) throws {
    let directory = try ComparatorDirectory.shipped()
    let years = try directory.yearsOnOneEdition(of: area)
    let wanted = years.filter { (year..<year + 5).contains($0.year) }
    #expect(wanted.map(\.year) == Array(year..<year + 5))
    #expect(
      wanted.map {
        divideRoundingHalfAwayFromZero($0.count * 1_000_000, by: $0.population.population)
      } == hundredths)
    #expect(Set(wanted.map(\.population.edition.publication.id)) == ["ons-2025"])
    #expect(wanted.allSatisfy { $0.population.midYear == $0.year - 1 })
  }
}
