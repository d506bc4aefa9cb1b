import Comparators
import LookedAfter
import PublishedRows
import Testing

/// Every group of every authority is worked out again here, from the rows of the files as they are.
@Suite("Groups against the rows they come from") struct RawRowsTests {
  let directory: ComparatorDirectory

  init() throws { directory = try ComparatorDirectory.shipped() }

  @Test(
    "Every mean, every member and every printed rate of every authority",
    arguments: [
      (2025, "dfe-2025", "2025-05", "2025-11-30", 153),
      (2019, "dfe-2019", "2021-04", "2019-12-31", 152),
    ])
  func everyGroup(
    year: Int, publication: String, model: String, day: String, authorities: Int
  ) throws {
    let printed = try RawRows.printed(year, in: publication)
    let neighbours = try RawRows.neighbours(model)
    let judgements = try RawRows.judgements(on: day)
    let rows = try RawRows.rows("neighbours/\(model)")
    #expect(rows.count == neighbours.count * 10)
    let date = try #require(CivilDate(iso: day))
    let march = try #require(CivilDate(year: year, month: 3, day: 31))
    let there = directory.authorities(on: march)
    #expect(there.count == authorities)
    let open = Set(directory.authorities(on: date).map(\.code))
    let isGood = { (code: String) in
      open.contains(code) && ["Good", "Outstanding"].contains(judgements[code])
    }
    for authority in there {
      let own = neighbours[authority.code] ?? []
      var expected: [ComparatorGroup: [String]] = [
        .statisticalNeighbours: own, .goodNeighbours: own.filter(isGood),
      ]
      for (group, grade) in [
        (ComparatorGroup.ofstedGood, "Good"), (.ofstedOutstanding, "Outstanding"),
      ] {
        expected[group] = open.filter { judgements[$0] == grade }.sorted()
      }
      for (group, codes) in expected {
        let figures = try #require(
          try groupFigures(group, authority, year: year, on: date), "\(authority.name)")
        #expect(figures.members.map(\.authority.code) == codes, "\(authority.name), \(group)")
        let rates = codes.compactMap { printed[$0]?.rate }
        #expect(figures.rates.map(\.rate) == rates, "\(authority.name), \(group)")
        #expect(
          figures.meanRate?.mantissa == meanInHundredths(rates), "\(authority.name), \(group)")
        #expect(figures.coverage == "\(rates.count) of \(codes.count)")
        #expect(figures.spread?.lowerBound == (rates.count < 3 ? nil : rates.min()))
        #expect(figures.spread?.upperBound == (rates.count < 3 ? nil : rates.max()))
        let both = codes.compactMap { code in
          printed[code]?.count.flatMap { count in
            printed[code]?.population.map { [count, $0] }
          }
        }
        #expect(figures.countsAndPopulations.map { [$0.count, $0.population] } == both)
      }
      try printedFigures(authority, year: year, against: printed)
    }
  }

  private func printedFigures(
    _ authority: EnglishAuthority, year: Int,
    against printed: [String: (rate: Int?, count: Int?, population: Int?)]
  ) throws {
    let areas: [Area] = [.authority(authority.code), .region(authority.region), .england]
    for area in areas {
      let figure = try directory.figure(of: area, year: year, edition: .asPublished).figure
      #expect(figure?.rate.value == printed[area.key]?.rate, "\(area.key)")
      #expect(figure?.count.value == printed[area.key]?.count, "\(area.key)")
      #expect(figure?.population.value == printed[area.key]?.population, "\(area.key)")
    }
  }

  private func groupFigures(
    _ group: ComparatorGroup, _ authority: EnglishAuthority, year: Int, on day: CivilDate
  ) throws -> GroupFigures? {
    let comparator = try directory.comparator(
      group, for: authority, year: year, edition: .asPublished, on: day)
    guard case .group(let figures) = comparator else { return nil }
    return figures
  }
}
