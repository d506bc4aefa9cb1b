import Comparators
import HistoryFiles
import Indicators
import LookedAfter
import Testing

@Suite("The figures that a history begins with") struct FiguresTests {
  let directory: AuthorityDirectory
  let figures: AuthorityFigures

  init() throws {
    directory = try AuthorityDirectory.shipped()
    figures = try AuthorityFigures.shipped()
  }

  @Test("Herefordshire with 344 children in June 2025: 100 per 10,000, beside 67, 66.7 and 86")
  func herefordshire() throws {
    let history = try history(of: "Herefordshire", children: 344)
    let june = try #require(Month(iso: "2025-06"))
    let population = try #require(history.population(for: june))
    #expect(population.midYear == 2024)
    #expect(population.edition == "rebased to the 2021 census, published 2025")
    #expect(population.number.value == 34_439)
    #expect(RatePer10000(children: 344, population: 34_439)?.rounded().description == "100")

    let comparators = history.comparators(upTo: june)
    #expect(comparators.map(\.name) == ["England", "Statistical neighbours", "West Midlands"])
    #expect(comparators.map(\.rate.value.description) == ["67", "66.70", "86"])
    #expect(comparators.allSatisfy { $0.dataYear == "2024/25" })
    let comparisons = comparators.compactMap {
      RateComparison(children: 344, population: 34_439, comparator: $0)
    }
    #expect(comparisons.map(\.needed.number) == [231, 230, 296])
    #expect(comparisons.map(\.gap) == [113, 114, 48])
  }

  @Test("A month rests on what its year had: the newest figures up to it, and the model of then")
  func earlierMonth() throws {
    let history = try history(of: "Herefordshire", children: 336)
    let october = try #require(Month(iso: "2020-10"))
    #expect(history.population(for: october)?.midYear == 2020)
    #expect(history.population(for: october)?.number.value == 33_909)
    let comparators = history.comparators(upTo: october)
    #expect(comparators.allSatisfy { $0.dataYear == "2019/20" })
    #expect(comparators.first?.rate.value.description == "68")

    let before = try #require(Month(iso: "2015-02"))
    #expect(history.comparators(upTo: before).isEmpty)
  }

  @Test("A neighbour without a rate is left out, and the note says so")
  func missingNeighbour() throws {
    let history = try history(of: "Herefordshire")
    let march = try #require(Month(iso: "2019-03"))
    let mean = try #require(
      history.observation(of: "comparator.statistical_neighbours.rate", in: .month(march)))
    #expect(mean.value?.description == "57.22")
    #expect(mean.provenance.note == "9 of 10 neighbours, model of April 2021")
    #expect(mean.provenance.source?.title.contains("statistical neighbours, April 2021") == true)
    let newest = history.observations(of: "comparator.statistical_neighbours.rate").last
    #expect(newest?.provenance.note == "10 of 10 neighbours, model of May 2025")
  }

  @Test(
    "London authorities stand beside Inner or Outer London",
    arguments: [
      ("Camden", "Inner London", "59"), ("Croydon", "Outer London", "43"),
      ("City of London", "Inner London", "59"), ("Dorset", "South West", "62"),
    ])
  func regions(name: String, region: String, rate: String) throws {
    let june = try #require(Month(iso: "2025-06"))
    let comparator = try #require(
      try history(of: name).comparators(upTo: june).first {
        $0.measure.id == "comparator.region"
      })
    #expect(comparator.name == region)
    #expect(comparator.rate.value.description == rate)
  }

  @Test("What followed Cumbria has figures from its first year on, and none of Cumbria's")
  func newAuthorities() throws {
    for name in ["Cumberland", "Westmorland and Furness"] {
      let history = try history(of: name)
      #expect(history.populations.map(\.midYear) == [2023, 2024])
      let neighbours = history.observations(of: "comparator.statistical_neighbours.rate")
      #expect(neighbours.map(\.detail) == ["2024/25"])
      #expect(history.observations(of: "comparator.england.rate").count == 11)
    }
  }

  @Test("All 153 authorities begin a history, and a recorded total has a rate beside comparators")
  func everyone() throws {
    let june = try #require(Month(iso: "2025-06"))
    for authority in directory.authorities where !authority.isClosed {
      let history = try history(of: authority.code, children: 100)
      let total = try #require(history.snapshot(for: june)?.total?.value)
      let population = try #require(history.population(for: june), "\(authority.name)")
      #expect(population.midYear == 2024)
      #expect(RatePer10000(children: total, population: population.number.value) != nil)
      let comparators = history.comparators(upTo: june)
      #expect(comparators.map(\.dataYear) == ["2024/25", "2024/25", "2024/25"])
      #expect(comparators.last?.name == authority.region)

      let observations = try figures.observations(of: authority)
      #expect(Set(observations.map(\.key)).count == observations.count)
      #expect(observations.allSatisfy { history.catalogue[$0.measure] != nil })
      #expect(observations.allSatisfy { $0.provenance.source != nil })
    }
  }

  private func history(of name: String, children: Int? = nil) throws -> History {
    let folder = try HistoryFolder.beginning(for: directory.find(name), figures: figures)
    guard let children, let june = Month(iso: "2025-06") else { return folder.history }
    let total = Observation(
      measure: "total", period: .month(june), basis: .monthEnd,
      value: Quantity(mantissa: children),
      provenance: Provenance(source: nil, recordedAt: "2025-07-01T09:00:00Z"))
    return History(
      authority: folder.authority, scheme: folder.scheme, catalogue: folder.catalogue,
      observations: folder.observations + [total])
  }
}
