import Comparators
import Indicators
import LookedAfter
import Testing

@Suite("Figures as they were published") struct PublishedFiguresTests {
  let directory: ComparatorDirectory

  init() throws { directory = try ComparatorDirectory.shipped() }

  @Test("31 March 2019 in December 2019: Herefordshire 92, England 65, West Midlands 82")
  func asPublished2019() throws {
    let herefordshire = try figure(.authority("884"), 2019, .asPublished)
    #expect(herefordshire.count == .printed(333))
    #expect(herefordshire.rate == .printed(92))
    #expect(herefordshire.population == .printed(36_103))
    #expect(herefordshire.populationMidYear == 2018)
    #expect(herefordshire.publication.id == "dfe-2019")
    #expect(herefordshire.publication.source.title.hasSuffix("31 March 2019, December 2019"))
    #expect(herefordshire.isOfItsOwnYear)
    #expect(try figure(.england, 2019, .asPublished).rate == .printed(65))
    #expect(try figure(.region("West Midlands"), 2019, .asPublished).rate == .printed(82))
    #expect(try figure(.authority("893"), 2019, .asPublished).rate == .printed(66))
    #expect(try figure(.authority("885"), 2019, .asPublished).rate == .printed(71))
  }

  @Test("31 March 2025: Herefordshire 100 on 34,439, England 67, West Midlands 86")
  func asPublished2025() throws {
    let herefordshire = try figure(.authority("884"), 2025, .asPublished)
    #expect(herefordshire.count == .printed(344))
    #expect(herefordshire.rate == .printed(100))
    #expect(herefordshire.population == .printed(34_439))
    #expect(herefordshire.publication.id == "dfe-2025")
    #expect(herefordshire.lastPublication.id == "lait-2026")
    #expect(try figure(.england, 2025, .asPublished).rate == .printed(67))
    #expect(try figure(.region("West Midlands"), 2025, .asPublished).rate == .printed(86))
    #expect(try figure(.england, 2025, .asPublished).count == .printed(81_770))
  }

  @Test("2019 was 333 and 92, then 332, then 96 on the rebased population of 34,534")
  func revisions2019() throws {
    let revisions = try directory.revisions(of: .authority("884"), year: 2019)
    #expect(revisions.map(\.count.value) == [333, 332, 332])
    #expect(revisions.map(\.rate.value) == [92, 92, 96])
    #expect(revisions.map(\.population.value) == [36_103, 36_103, 34_534])
    #expect(revisions.map(\.publication.id) == ["dfe-2019", "dfe-2021", "dfe-2023"])
    #expect(revisions.last?.lastPublication.id == "lait-2026")
  }

  @Test("2023 was 412, then 413, on three estimates of the population")
  func revisions2023() throws {
    let revisions = try directory.revisions(of: .authority("884"), year: 2023)
    #expect(revisions.map(\.count.value) == [412, 413, 413])
    #expect(revisions.map(\.rate.value) == [121, 122, 122])
    #expect(revisions.map(\.population.value) == [34_031, 33_961, 33_977])
  }

  @Test(
    "What was known on a day is what had come out by then",
    arguments: [
      ("2019-12-30", nil, nil), ("2019-12-31", 333, 92), ("2021-11-29", 333, 92),
      ("2021-11-30", 332, 92), ("2023-11-30", 332, 96), ("2026-11-01", 332, 96),
    ] as [(String, Int?, Int?)])
  func known(on day: String, count: Int?, rate: Int?) throws {
    let day = try #require(CivilDate(iso: day))
    let outcome = try directory.figure(
      of: .authority("884"), year: 2019, edition: .known(on: day))
    #expect(outcome.figure?.count.value == count)
    #expect(outcome.rate == rate)
  }

  @Test("England 2019 was 65 and is 66; the paper of 2020 saw 65")
  func england() throws {
    let november2020 = try #require(CivilDate(iso: "2020-11-02"))
    #expect(try figure(.england, 2019, .known(on: november2020)).rate == .printed(65))
    #expect(try figure(.england, 2019, .newest).rate == .printed(66))
  }

  @Test("The published series jumps in 2019 from 87 to 96: the population was rebased")
  func series() throws {
    let series = try directory.series(of: .authority("884"), edition: .newest)
    #expect(series.map(\.year) == Array(2010...2025))
    #expect(series.filter { (2018...2020).contains($0.year) }.map(\.rate.value) == [87, 96, 103])
    #expect(
      series.map(\.count.value) == [
        162, 199, 211, 216, 242, 270, 286, 300, 313, 332, 351, 312, 379, 413, 387, 344,
      ])
    #expect(series.prefix(4).allSatisfy { $0.rate == .missing(.notPrinted) })
  }

  @Test("A year whose own publication is not kept says so: 2020 is from that of 2021")
  func notOfItsOwnYear() throws {
    let figure = try figure(.authority("884"), 2020, .asPublished)
    #expect(figure.publication.id == "dfe-2021")
    #expect(!figure.isOfItsOwnYear)
    #expect(try self.figure(.authority("884"), 2017, .asPublished).publication.id == "dfe-2018")
  }

  @Test(
    "68 started and 111 ceased in the year to March 2025; 95 and 78 in that to March 2019",
    arguments: [(2025, 68, 111), (2023, 137, 103), (2019, 95, 78), (2010, 47, 48)])
  func flows(year: Int, started: Int, ceased: Int) throws {
    let herefordshire = Area.authority("884")
    #expect(
      try directory.figure(of: herefordshire, .started, year: year, edition: .newest).figure?.count
        == .printed(started))
    #expect(
      try directory.figure(of: herefordshire, .ceased, year: year, edition: .newest).figure?.count
        == .printed(ceased))
  }

  @Test("36,103 and 36,048 before rebasing, 34,534 and 34,236 after: 336 children are 93 or 97")
  func population() throws {
    let estimates = try directory.populationEstimates(of: .authority("884"))
    func population(_ year: Int, _ edition: String) -> Int? {
      estimates.first { $0.midYear == year && $0.edition.name.hasPrefix(edition) }?.population
    }
    #expect(population(2018, "before rebasing") == 36_103)
    #expect(population(2019, "before rebasing") == 36_048)
    #expect(population(2018, "rebased") == 34_534)
    #expect(population(2019, "rebased") == 34_236)
    #expect(population(2024, "rebased") == 34_439)
    for year in [2018, 2019] {
      let before = try #require(population(year, "before rebasing"))
      #expect(RatePer10000(children: 336, population: before)?.rounded().description == "93")
      #expect(RatePer10000(children: 350, population: before)?.rounded().description == "97")
      let after = try #require(population(year, "rebased"))
      let rate = try #require(RatePer10000(children: 336, population: after)).rounded().description
      #expect(rate == (year == 2018 ? "97" : "98"))
    }
    let december2021 = try #require(CivilDate(iso: "2021-12-31"))
    let known = try directory.populationEstimates(of: .authority("884"), knownOn: december2021)
    #expect(known.map(\.midYear) == Array(2012...2020))
  }

  @Test("At the paper's rates 36,103 children make 235, 196 and 296 looked after; 336 at 93")
  func needed() throws {
    let population = try #require(
      try figure(.authority("884"), 2019, .asPublished).population.value)
    let tenths = [650, 544, 820, 930]
    let needed = tenths.map { divideRoundingHalfAwayFromZero($0 * population, by: 100_000) }
    #expect(needed == [235, 196, 296, 336])
    #expect(divideRoundingHalfAwayFromZero(5444 * population, by: 1_000_000) == 197)
  }

  private func figure(
    _ area: Area, _ year: Int, _ edition: FigureEdition
  ) throws -> PublishedFigure {
    try #require(try directory.figure(of: area, year: year, edition: edition).figure)
  }
}
