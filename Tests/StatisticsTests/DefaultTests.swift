import Indicators
import LookedAfter
import Testing

@Suite("Defaults and provenance") struct DefaultTests {
  @Test("The parameters of the methods page")
  func parameters() throws {
    let chart = ControlChartSettings()
    #expect(chart.limitFactor == 2.66 && chart.movingRangeFactor == 3.267)
    #expect(!chart.screensOutliers && chart.baseline == nil)
    #expect(chart.trialBelow == 12 && chart.iconFrom == 13)
    #expect(chart.rules == RuleSettings(shiftLength: 7, trendLength: 7))
    #expect(chart.rules.trendTies == .end && chart.rules.twoInThree == .warningLine)
    #expect(CountLimits.exactBelow == 10 && FlowBalance.exactBelow == 10)
    #expect(RecentTrend.threshold == 9.54953570608324 && RecentTrend.yearsUsed == 5)
    #expect(GroupStatistics.minimum == 3)
    #expect(Spread.monthly.phi == 2 && Spread.yearly.phi == 2.6)
    let rate = try #require(RatePer10000(children: 344, population: 34_439))
    #expect(rate.per == 10_000)
    #expect(RateInterval(rate).confidence == .ninetyFive)
  }

  @Test("A rate of recorded figures carries their provenance, year and edition into its interval")
  func provenance() throws {
    let paper = Provenance(source: nil, recordedAt: "2025-11-20T09:00:00Z")
    let estimate = Provenance(source: nil, recordedAt: "2025-07-30T09:00:00Z")
    let rate = try #require(
      RatePer10000(
        children: Recorded(344, paper),
        population: Population(
          midYear: 2024, edition: "rebased to Census 2021", number: Recorded(34_439, estimate))))
    let working = RateInterval(rate).working
    #expect(working.inputs.map(\.name) == ["x", "n", "population estimate"])
    #expect(working.inputs[0].provenance == [paper])
    #expect(working.inputs[1].provenance == [estimate])
    #expect(working["population estimate"] == .words("mid-2024 estimate, rebased to Census 2021"))
    #expect(working["method"] == .words("byar"))
    let year = RecentTrend.Year(2025, rate)
    #expect(year.edition == "rebased to Census 2021" && year.provenance == [paper, estimate])
  }

  @Test("Two rates on two editions say so")
  func editions() throws {
    func rate(_ edition: String, _ population: Int) throws -> RatePer10000 {
      let provenance = Provenance(source: nil, recordedAt: "2025-07-30T09:00:00Z")
      return try #require(
        RatePer10000(
          children: Recorded(332, provenance),
          population: Population(
            midYear: 2018, edition: edition, number: Recorded(population, provenance))))
    }
    let two = try #require(
      TwoRates(try rate("before rebasing", 36_103), try rate("rebased", 34_534)))
    #expect(two.working.cautions == [.editionsDiffer("before rebasing", "rebased")])
  }

  @Test("The population of another mid-year is said")
  func populationYear() throws {
    let population = Population(
      midYear: 2018, edition: "before rebasing",
      number: Recorded(36_103, Provenance(source: nil, recordedAt: "2020-11-02T09:00:00Z")))
    let october = try #require(Month(iso: "2020-10"))
    #expect(
      Comparability.cautions(of: population, for: october)
        == [.populationYear(used: 2018, expected: 2020)])
    let march = try #require(Month(iso: "2019-03"))
    #expect(Comparability.cautions(of: population, for: march).isEmpty)
  }

  @Test("Every working names a formula, inputs and results")
  func workings() throws {
    let rate = try #require(RatePer10000(children: 344, population: 34_439))
    let other = try #require(RatePer10000(children: 387, population: 34_260))
    let march = try #require(Month(iso: "2025-03"))
    let plan = try #require(Trajectory([.init(march, 344), .init(march.advanced(by: 12), 320)]))
    let share = try #require(Proportion(count: 65, of: 100))
    let all: [(any Explainable)?] = [
      ChildrenNeeded(rate: Quantity(mantissa: 67), population: 34_439),
      ProportionTrend((2021...2025).map { ProportionTrend.Year($0, share) }), share,
      rate, RateInterval(rate), TwoRates(rate, other), ExactPoissonTest(count: 3, expected: 5),
      FlowBalance(started: 3, ceased: 30, spread: .yearly),
      ExpectedBand(start: 9, starts: 1, leaverRate: 0.1, spread: .monthly, months: 3),
      try ControlChart(flow(firstYear)), AnhojTest(try flow(firstYear + secondYear)),
      RecentTrend((2021...2025).map { RecentTrend.Year($0, rate) }),
      Standing(of: 3, among: [3, 4, 5]),
      GroupStatistics((1...3).map { .init("\($0)", rate: Quantity(mantissa: $0)) }),
      ProgressAgainstPlan(340, in: march, plan: plan, events: 30, spread: .monthly),
    ]
    for explained in all {
      let working = try #require(explained).working
      #expect(!working.formula.isEmpty && !working.subject.isEmpty)
      #expect(!working.inputs.isEmpty && !working.results.isEmpty)
    }
  }
}
