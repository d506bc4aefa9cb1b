import Comparators
import LookedAfter
import Testing

@Suite("What is missing is not zero") struct MissingValueTests {
  let directory: ComparatorDirectory

  init() throws { directory = try ComparatorDirectory.shipped() }

  @Test("City of London 2025 is held back; its population of 847 is not")
  func cityOfLondon() throws {
    let outcome = try directory.figure(
      of: .authority("201"), year: 2025, edition: .asPublished)
    let figure = try #require(outcome.figure)
    #expect(figure.count == .missing(.confidential))
    #expect(figure.rate == .missing(.confidential))
    #expect(figure.population == .printed(847))
    #expect(outcome.rate == nil)
    #expect(outcome.reasonWithoutRate == "is held back so that no child can be told")
  }

  @Test("The rates of City of London: 138 in 2019 as published, 299 on the rebased population")
  func smallPopulation() throws {
    let city = try directory.revisions(of: .authority("201"), year: 2019)
    #expect(city.map(\.rate.value) == [138, 299])
    #expect(city.map(\.population.value) == [1453, 668])
  }

  @Test("Isles of Scilly: no rate in 2019, 0 in 2021 at first, not applicable since")
  func islesOfScilly() throws {
    func figure(_ year: Int, _ edition: FigureEdition) throws -> PublishedFigure? {
      try directory.figure(of: .authority("420"), year: year, edition: edition).figure
    }
    #expect(try figure(2019, .asPublished)?.count == .printed(0))
    #expect(try figure(2019, .asPublished)?.rate == .missing(.notPrinted))
    #expect(try figure(2020, .newest)?.count == .missing(.confidential))
    #expect(try figure(2021, .asPublished)?.rate == .printed(0))
    #expect(try figure(2021, .newest)?.rate == .missing(.notApplicable))
    #expect(try figure(2025, .newest)?.rate == .missing(.notApplicable))
    #expect(
      try directory.figure(of: .authority("420"), year: 2014, edition: .newest) == .notListed)
  }

  @Test("Poole kept its 192 children of 2019 and lost its rate when the population was rebased")
  func withdrawnRate() throws {
    let poole = try directory.revisions(of: .authority("836"), year: 2019)
    #expect(poole.map(\.count.value) == [194, 192, 192])
    #expect(poole.map(\.rate.value) == [64, 64, nil])
  }

  @Test(
    "Every symbol has its meaning, and none is a number",
    arguments: [
      ("c", MissingValue.confidential), ("z", .notApplicable), ("x", .notAvailable),
      (":", .notAvailable), ("..", .notAvailable), ("-", .notAvailable), ("k", .roundsToZero),
      ("low", .roundsToZero), ("~", .roundsToZero), ("u", .unreliable), ("", .notPrinted),
    ])
  func symbols(symbol: String, reason: MissingValue) {
    #expect(PublishedNumber(cell: symbol) == .missing(reason))
    #expect(PublishedNumber(cell: symbol)?.value == nil)
  }

  @Test("Numbers are whole and not negative; anything else is refused")
  func numbers() {
    #expect(PublishedNumber(cell: "0") == .printed(0))
    #expect(PublishedNumber(cell: "36,103") == .printed(36_103))
    for cell in ["-1", "1.5", "q", "99999999999999999999", "1000000001", "ten", "1,2", "+5"] {
      #expect(PublishedNumber(cell: cell) == nil)
    }
  }

  @Test("A year or a place that no publication has is not listed")
  func nothing() throws {
    for year in [-1, 0, 1993, 2009, 2026, 99999, Int.max] {
      #expect(try directory.figure(of: .england, year: year, edition: .newest) == .notListed)
      #expect(try directory.revisions(of: .authority("884"), year: year).isEmpty)
    }
    for area in [Area.authority("000"), .authority(""), .region("Mercia"), .region("")] {
      #expect(try directory.figure(of: area, year: 2025, edition: .newest) == .notListed)
      #expect(try directory.populationEstimates(of: area).isEmpty)
    }
    #expect(try directory.allAuthorities(year: 2026, edition: .newest)?.rates.isEmpty == true)
    #expect(try directory.allAuthorities(year: Int.max, edition: .newest) == nil)
  }
}
