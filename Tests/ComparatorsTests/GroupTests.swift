import Comparators
import LookedAfter
import PublishedRows
import Testing

@Suite("Comparator groups") struct GroupTests {
  let directory: ComparatorDirectory

  init() throws { directory = try ComparatorDirectory.shipped() }

  @Test("Neighbours 2025: 10 of 10 of May 2025, mean 66.7, median 62.5, pooled 64.5")
  func neighbours2025() throws {
    let group = try group(.statisticalNeighbours, "884", 2025, "2025-11-30")
    #expect(group.membership.model?.name == "May 2025")
    #expect(group.membership.isModelOfItsTime)
    #expect(group.coverage == "10 of 10")
    #expect(group.meanRate?.description == "66.70")
    #expect(median(group.rates.map(\.rate)) == 62.5)
    let children = group.countsAndPopulations.reduce(0) { $0 + $1.count }
    let population = group.countsAndPopulations.reduce(0) { $0 + $1.population }
    #expect(divideRoundingHalfAwayFromZero(children * 100_000, by: population) == 645)
    #expect(group.spread == 48...119)
    #expect(group.members.map { $0.member.neighbour?.rank } == Array(1...10))
  }

  @Test("Good and Outstanding neighbours 2025: 8 of 10, mean 66.5")
  func goodNeighbours2025() throws {
    let group = try group(.goodNeighbours, "884", 2025, "2025-11-30")
    #expect(group.membership.candidates == 10)
    #expect(group.membership.withoutJudgement == 0)
    #expect(group.members.count == 8)
    #expect(group.meanRate?.description == "66.50")
    #expect(
      group.members.allSatisfy { $0.member.judgement?.overall.isGoodOrBetter == true })
  }

  @Test("Ofsted 2025: 67 Good, mean 69.0; 36 Outstanding, 35 with a rate, mean 62.8")
  func ofsted2025() throws {
    let good = try group(.ofstedGood, "884", 2025, "2025-11-30")
    #expect(good.coverage == "67 of 67")
    #expect(good.meanRate?.rounded(toDecimals: 1).description == "69.0")
    let outstanding = try group(.ofstedOutstanding, "884", 2025, "2025-11-30")
    #expect(outstanding.coverage == "35 of 36")
    #expect(outstanding.meanRate?.rounded(toDecimals: 1).description == "62.8")
    #expect(outstanding.withoutRate.map(\.authority.name) == ["City of London"])
    #expect(good.membership.candidates == 153)
    #expect(good.membership.withoutJudgement == 0)
  }

  @Test("The official list of 31 March 2025: 36, 67, 31 and 19 of 153")
  func officialList() throws {
    let june = try #require(CivilDate(iso: "2025-06-30"))
    let judgements = try directory.authorities(on: june).compactMap {
      try directory.judgement(of: $0, on: june)
    }
    let counts = InspectionGrade.allCases.map { grade in
      judgements.count { $0.overall == grade }
    }
    #expect(counts == [36, 67, 31, 19])
    #expect(judgements.allSatisfy { $0.publication.id == "ofsted-2025" })
  }

  @Test("A judgement counts from its publication, not from the inspection")
  func publicationDate() throws {
    let camden = try authority("202")
    let judgements = try directory.judgements(of: camden)
    #expect(judgements.map(\.published.description) == ["2022-06-21", "2025-04-15"])
    let inspected = try #require(CivilDate(iso: "2022-04-25"))
    #expect(judgements.first?.inspected == inspected)
    #expect(try directory.judgement(of: camden, on: inspected) == nil)
    #expect(try directory.judgement(of: camden, on: #require(CivilDate(iso: "2022-06-20"))) == nil)
    let found = try directory.judgement(of: camden, on: #require(CivilDate(iso: "2022-06-21")))
    #expect(found?.overall == .outstanding)
    #expect(found?.isShort == true)
  }

  @Test("In 2019 most authorities stood on judgements that the list does not hold, and it says so")
  func before2018() throws {
    let good = try group(.ofstedGood, "884", 2019, "2019-12-31")
    #expect(good.membership.candidates == 151)
    #expect(good.membership.withoutJudgement == 68)
    let none = try group(.ofstedGood, "884", 2019, "2018-01-01")
    #expect(none.members.isEmpty)
    #expect(!none.isShown)
    #expect(none.meanRate == nil)
    #expect(none.spread == nil)
    #expect(none.membership.withoutJudgement == none.membership.candidates)
  }

  @Test("All authorities 2025: 151 rates, quartile cuts 27, 53, 67, 90, 184; ours 23rd highest")
  func all2025() throws {
    let all = try #require(try directory.allAuthorities(year: 2025, edition: .asPublished))
    #expect(all.members.count == 153)
    let rates = all.rates.map(\.rate)
    #expect(rates.count == 151)
    #expect(
      [0, 0.25, 0.5, 0.75, 1].map { quantile(rates, $0) } == [27, 53, 67, 90, 184])
    let own = try #require(all.rates.first { $0.code == "884" }).rate
    #expect(rates.count { $0 > own } + 1 == 23)
    #expect(
      all.withoutRate.map(\.authority.name).sorted() == ["City of London", "Isles of Scilly"])
  }

  @Test("All authorities 2019 as published: Herefordshire 36th highest of 151, with one other")
  func all2019() throws {
    let all = try #require(try directory.allAuthorities(year: 2019, edition: .asPublished))
    #expect(all.members.count == 152)
    let rates = all.rates.map(\.rate)
    #expect(rates.count == 151)
    #expect(rates.count { $0 > 92 } + 1 == 36)
    #expect(rates.count { $0 == 92 } == 2)
    #expect(all.publications.map(\.id) == ["dfe-2019"])
  }

  @Test(
    "London authorities stand beside Inner or Outer London, all others beside their region",
    arguments: [
      ("202", "Inner London", 59), ("306", "Outer London", 43), ("201", "Inner London", 59),
      ("838", "South West", 62), ("884", "West Midlands", 86),
    ])
  func region(code: String, name: String, rate: Int) throws {
    let day = try #require(CivilDate(iso: "2025-11-30"))
    let comparator = try directory.comparator(
      .region, for: authority(code), year: 2025, edition: .asPublished, on: day)
    guard case .area(let area, let outcome) = comparator else {
      Issue.record("a region is printed")
      return
    }
    #expect(area == .region(name))
    #expect(outcome.rate == rate)
  }

  @Test("The model in force: April 2021 up to the day before May 2025 was out")
  func models() throws {
    func model(_ day: String) throws -> String? {
      try directory.neighbourModel(on: #require(CivilDate(iso: day)))?.name
    }
    #expect(try model("2021-04-30") == "April 2021")
    #expect(try model("2025-05-30") == "April 2021")
    #expect(try model("2025-05-31") == "May 2025")
    #expect(try model("2019-12-31") == "April 2021")
    let early = try group(.statisticalNeighbours, "884", 2019, "2019-12-31")
    #expect(!early.membership.isModelOfItsTime)
    #expect(early.members.contains { $0.authority.name == "Cumbria" })
    #expect(try directory.neighbourModels().map(\.id) == ["2021-04", "2025-05"])
  }

  private func authority(_ code: String) throws -> EnglishAuthority {
    try #require(directory.authorities[code])
  }

  private func group(
    _ group: ComparatorGroup, _ code: String, _ year: Int, _ day: String
  ) throws -> GroupFigures {
    let comparator = try directory.comparator(
      group, for: authority(code), year: year, edition: .asPublished,
      on: #require(CivilDate(iso: day)))
    guard case .group(let figures) = comparator else {
      throw NotAGroup()
    }
    return figures
  }

  private struct NotAGroup: Error {}
}
