import Indicators
import LookedAfter
import Testing

@Suite("Recent trend of yearly shares") struct ProportionTrendTests {
  private func trend(_ shares: [(Int, Int)]) throws -> ProportionTrend {
    ProportionTrend(
      try shares.enumerated().map { place, share in
        ProportionTrend.Year(
          2020 + place, try #require(Proportion(count: share.0, of: share.1)))
      })
  }

  @Test("Vaccination of Yorkshire and the Humber 2020 to 2024, which Fingertips marks decreasing")
  func decreasing() throws {
    // Fingertips indicator 30309.
    let trend = try trend([
      (57_274, 61_834), (55_865, 60_511), (53_681, 59_074), (51_767, 57_508), (53_185, 59_028),
    ])
    #expect(shown(try #require(trend.chiSquare), 3) == "405.048")
    #expect(
      trend.slopesLeavingOneOut.map { shown($0, 4) } == [
        "-0.0934", "-0.0862", "-0.0932", "-0.0857", "-0.1183",
      ])
    #expect(trend.outcome == .decreasing)
  }

  @Test("Diabetes in England 2020 to 2024, which Fingertips marks increasing")
  func increasing() throws {
    // Fingertips indicator 241.
    let trend = try trend([
      (3_455_176, 48_783_947), (3_491_868, 49_122_259), (3_625_401, 49_956_777),
      (3_774_801, 50_649_129), (3_938_080, 51_441_896),
    ])
    #expect(trend.outcome == .increasing)
  }

  @Test("All or none in a year leave no odds; too few years, or a gap, no trend")
  func cannotBeCalculated() throws {
    let five = Array(repeating: (9, 10), count: 4)
    #expect(try trend(five + [(10, 10)]).outcome == .cannotBeCalculated(.noOdds(2024)))
    #expect(try trend(five + [(0, 10)]).outcome == .cannotBeCalculated(.noOdds(2024)))
    #expect(try trend(five).outcome == .cannotBeCalculated(.tooFewYears(have: 4, need: 5)))
    #expect(try trend(five + [(9, 10)]).outcome == .noSignificantChange)
  }
}
