import Comparators
import LookedAfter
import Testing

@Suite("Authorities that ended or began") struct ReorganisationTests {
  let directory: ComparatorDirectory

  init() throws { directory = try ComparatorDirectory.shipped() }

  @Test(
    "A year after the end has no figures; what followed is named",
    arguments: [
      (
        "909", 2024,
        "ended on 31 March 2023 and was followed by Cumberland (942) and Westmorland"
          + " and Furness (943)"
      ),
      (
        "928", 2022,
        "ended on 31 March 2021 and was followed by North Northamptonshire (940) and"
          + " West Northamptonshire (941)"
      ),
      (
        "835", 2020,
        "ended on 31 March 2019 and was followed by Dorset (838) and Bournemouth,"
          + " Christchurch and Poole (839)"
      ),
      (
        "839", 2019,
        "began on 1 April 2019 in place of Dorset (835), Poole (836) and Bournemouth"
          + " (837)"
      ),
      ("943", 2023, "began on 1 April 2023 in place of Cumbria (909)"),
    ])
  func absent(code: String, year: Int, reason: String) throws {
    for edition in [FigureEdition.asPublished, .newest] {
      let outcome = try directory.figure(of: .authority(code), year: year, edition: edition)
      #expect(outcome.figure == nil)
      #expect(outcome.rate == nil)
      #expect(outcome.reasonWithoutRate == reason)
    }
    #expect(try directory.revisions(of: .authority(code), year: year).isEmpty)
  }

  @Test("31 March 2019 was the last day of Dorset and Poole, and they have figures of it")
  func lastDay() throws {
    #expect(
      try directory.figure(of: .authority("835"), year: 2019, edition: .asPublished).rate == 54)
    #expect(
      try directory.figure(of: .authority("838"), year: 2020, edition: .newest).figure != nil)
  }

  @Test("A neighbour that had not begun is missing, and its predecessor does not stand in: 9 of 10")
  func neighbour() throws {
    let day = try #require(CivilDate(iso: "2021-11-30"))
    let herefordshire = try #require(directory.authorities["884"])
    let membership = try directory.membership(
      of: .statisticalNeighbours, for: herefordshire, on: day)
    let group = try directory.figures(of: membership, year: 2019, edition: .asPublished)
    #expect(group.coverage == "9 of 10")
    #expect(group.meanRate?.description == "56.44")
    #expect(group.withoutRate.map(\.authority.code) == ["838"])
    let newest = try directory.figures(of: membership, year: 2019, edition: .newest)
    #expect(newest.meanRate?.description == "57.22")
  }

  @Test("Cumbria in the model of 2021 is missing from 2024 on, and so is its judgement")
  func cumbria() throws {
    let day = try #require(CivilDate(iso: "2024-11-30"))
    let herefordshire = try #require(directory.authorities["884"])
    let membership = try directory.membership(
      of: .statisticalNeighbours, for: herefordshire, on: day)
    let group = try directory.figures(of: membership, year: 2024, edition: .asPublished)
    #expect(group.coverage == "9 of 10")
    #expect(group.withoutRate.map(\.authority.name) == ["Cumbria"])
    let good = try directory.membership(of: .goodNeighbours, for: herefordshire, on: day)
    #expect(!good.members.contains { $0.authority.code == "909" })
  }

  @Test("What followed Cumbria has no neighbours in the model of 2021, and no mean")
  func newAuthority() throws {
    let cumberland = try #require(directory.authorities["942"])
    let day = try #require(CivilDate(iso: "2024-11-30"))
    let group = try directory.figures(
      of: directory.membership(of: .statisticalNeighbours, for: cumberland, on: day), year: 2024,
      edition: .asPublished)
    #expect(group.members.isEmpty)
    #expect(!group.isShown)
    #expect(group.meanRate == nil)
  }

  @Test("The authorities of a 31 March: 152 in 2019, 151 in 2020, 152 in 2022, 153 since 2024")
  func counts() throws {
    for (year, count) in [(2019, 152), (2020, 151), (2021, 151), (2022, 152), (2024, 153)] {
      let day = try #require(CivilDate(year: year, month: 3, day: 31))
      #expect(directory.authorities(on: day).count == count)
    }
  }
}
