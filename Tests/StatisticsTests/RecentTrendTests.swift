import Indicators
import LookedAfter
import Testing

/// Children looked after at 31 March, Department for Education, on the mid-year estimates rebased
/// to the 2021 census.
@Suite("Recent trend of yearly rates") struct RecentTrendTests {
  private func years(_ first: Int, _ fractions: [(Int, Int)]) throws -> [RecentTrend.Year] {
    try fractions.enumerated().map { place, fraction in
      let rate = try #require(RatePer10000(children: fraction.0, population: fraction.1))
      return RecentTrend.Year(first + place, rate)
    }
  }

  private func herefordshire() throws -> [RecentTrend.Year] {
    try years(
      2016,
      [
        (286, 35_276), (300, 34_913), (313, 34_644), (332, 34_534), (351, 34_236), (312, 33_909),
        (379, 33_784), (413, 33_977), (387, 34_260), (344, 34_439),
      ])
  }

  @Test("Herefordshire 2016 to 2020: increasing")
  func increasing() throws {
    let trend = RecentTrend(Array(try herefordshire().prefix(5)))
    #expect(
      trend.years.map { shown($0.value, 2) } == ["81.07", "85.93", "90.35", "96.14", "102.52"])
    #expect(shown(try #require(trend.slope), 2) == "5.28")
    #expect(shown(try #require(trend.chiSquare), 2) == "10.32")
    #expect(trend.slopesLeavingOneOut.allSatisfy { $0 > 0 })
    #expect(trend.outcome == .increasing)
    #expect(trend.outcome.isImprovement(aim: .decrease) == false)
    #expect(trend.outcome.isImprovement(aim: .increase) == true)
    #expect(trend.outcome.isImprovement(aim: .neutral) == nil)
  }

  @Test("Herefordshire to 2025, the newest five years: no significant change")
  func mixed() throws {
    let trend = RecentTrend(try herefordshire())
    #expect(
      trend.years.map { shown($0.value, 2) } == ["92.01", "112.18", "121.55", "112.96", "99.89"])
    #expect(shown(try #require(trend.slope), 2) == "1.84")
    #expect(shown(try #require(trend.chiSquare), 2) == "1.14")
    #expect(trend.slopesLeavingOneOut.contains { $0 < 0 })
    #expect(trend.outcome == .noSignificantChange)
  }

  @Test("England rose, then fell: χ² is large, but the slopes are mixed")
  func england() throws {
    let trend = RecentTrend(
      try years(
        2021,
        [
          (80_780, 11_787_794), (82_090, 11_762_878), (83_750, 11_901_267), (83_530, 12_059_476),
          (81_770, 12_183_016),
        ]))
    #expect(
      trend.years.map { shown($0.value, 2) } == ["68.53", "69.79", "70.37", "69.27", "67.12"])
    #expect(shown(try #require(trend.slope), 2) == "-0.35")
    #expect(shown(try #require(trend.chiSquare), 2) == "20.96")
    #expect(trend.outcome == .noSignificantChange)
  }

  @Test("A falling rate is decreasing, and the mirror of a rising one")
  func decreasing() throws {
    let rising = try herefordshire().prefix(5)
    let falling = zip(rising, rising.reversed()).map {
      RecentTrend.Year($0.year, value: $1.value, lower: $1.lower, upper: $1.upper)
    }
    let trend = RecentTrend(falling)
    #expect(trend.outcome == .decreasing)
    #expect(trend.outcome.isImprovement(aim: .decrease) == true)
    #expect(shown(try #require(trend.slope), 2) == "-5.28")
  }

  @Test("Published limits serve as well: preventable sight loss, England 2020 to 2024")
  func published() throws {
    // Fingertips indicator 41203, whose marker is increasing.
    let trend = RecentTrend([
      RecentTrend.Year(2020, value: 2.935, lower: 2.7841, upper: 3.0919),
      RecentTrend.Year(2021, value: 1.93028, lower: 1.8085, upper: 2.058),
      RecentTrend.Year(2022, value: 2.7567, lower: 2.6113, upper: 2.9082),
      RecentTrend.Year(2023, value: 2.8701, lower: 2.7225, upper: 3.0237),
      RecentTrend.Year(2024, value: 3.0121, lower: 2.8616, upper: 3.1683),
    ])
    #expect(shown(try #require(trend.chiSquare), 2) == "33.49")
    #expect(trend.outcome == .increasing)
  }

  @Test("Four years, a missing year, two editions or a constant without chance: no trend")
  func cannotBeCalculated() throws {
    let all = try herefordshire()
    #expect(
      RecentTrend(Array(all.prefix(4))).outcome
        == .cannotBeCalculated(.tooFewYears(have: 4, need: 5)))
    #expect(RecentTrend([]).slope == nil)
    var gap = all
    gap.remove(at: 7)
    #expect(RecentTrend(gap).outcome == .cannotBeCalculated(.yearMissing(2023)))
    var twice = all
    twice[9] = twice[8]
    #expect(RecentTrend(twice).outcome == .cannotBeCalculated(.badYear(2024)))
    let editions = all.map {
      RecentTrend.Year(
        $0.year, value: $0.value, lower: $0.lower, upper: $0.upper,
        edition: $0.year < 2023 ? "before rebasing" : "rebased")
    }
    let broken = RecentTrend(editions)
    #expect(
      broken.outcome == .cannotBeCalculated(.editionsDiffer("before rebasing", "rebased")))
    #expect(broken.working.cautions == [.editionsDiffer("before rebasing", "rebased")])
    let flat = (2021...2025).map { RecentTrend.Year($0, value: 90, lower: 90, upper: 90) }
    #expect(RecentTrend(flat).outcome == .cannotBeCalculated(.noInterval(2021)))
  }

  @Test("A constant rate has no trend, and a rate of nobody neither")
  func constant() throws {
    for children in [344, 0] {
      let trend = RecentTrend(
        try years(2021, Array(repeating: (children, 34_439), count: 5)))
      #expect(trend.outcome == .noSignificantChange)
      #expect(trend.slope == 0)
    }
  }

  @Test("The change on the year is only its sign")
  func onTheYear() {
    #expect(ChangeOnTheYear(from: 113, to: 100) == ChangeOnTheYear(from: 13, to: 0))
    #expect(ChangeOnTheYear(from: 113, to: 100).direction == .decrease)
    #expect(ChangeOnTheYear(from: 100, to: 100).direction == .noChange)
    #expect(ChangeOnTheYear(from: .nan, to: 100).direction == nil)
  }
}
