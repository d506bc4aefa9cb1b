import LookedAfter
import Testing

@testable import Scenarios

@Suite("Projections beside rates, goals and costs")
struct ProjectionTests {
  let start = Month.iso("2020-11")
  let settings = ProjectionSettings(months: 24, paths: 1000, seed: 11)
  let context = ProjectionContext(
    population: 36_103, goals: [.init("West Midlands", Quantity(mantissa: 820, decimals: 1))],
    averageCost: 51_000)

  @Test("Rate, gap and cost are those of the number")
  func consistent() throws {
    let projection = try Projection.run(
      TwelveCohorts.model(), context: context, settings: settings)
    for month in projection.base {
      let rate = try #require(month.rate)
      #expect(abs(rate.mean - month.total.mean / 36_103 * 10_000) < 1e-9)
      let goal = try #require(month.goals.first)
      #expect(goal.needed == 296)
      #expect(abs(goal.gap.median - (month.total.median - 296)) < 1e-9)
      #expect(abs(try #require(month.cost).mean - month.total.mean * 51_000 / 12) < 1e-6)
      #expect(month.total.lower95 <= month.total.lower80)
      #expect(month.total.lower80 <= month.total.median)
      #expect(month.total.median <= month.total.upper80)
      #expect(month.total.upper80 <= month.total.upper95)
      let sum = month.cohorts.reduce(0) { $0 + $1.children.mean }
      #expect(abs(sum - month.total.mean) < 1e-6)
    }
    let when = projection.firstMonth(atOrUnder: "West Midlands", chance: 0.25)
    #expect(when?.goals.first.map { $0.chance >= 0.25 } == true)
    let isReached = projection.firstMonth(atOrUnder: "West Midlands", chance: 0.99) != nil
    #expect(!isReached)
  }

  @Test("With the same luck, a scenario differs by what it says: far less noise than its bands")
  func difference() throws {
    let projection = try Projection.run(
      TwelveCohorts.model(), levers: [.joiners(.percent(-10), .from(Month.iso("2021-01")))],
      context: context, settings: settings)
    let difference = try #require(projection.difference)
    #expect(difference[0].total.mean == 0)
    #expect(
      difference[0].cost
        == Band(
          mean: 0, median: 0, lower80: 0, upper80: 0, lower95: 0, upper95: 0))
    let year = difference[11]
    #expect(year.total.mean < -5)
    #expect(year.total.upper95 <= 0)
    let band = projection.base[11].total
    #expect(year.total.upper95 - year.total.lower95 < 0.4 * (band.upper95 - band.lower95))
    #expect(
      abs(year.total.mean - (projection.result[11].total.mean - band.mean)) < 1e-6)
    #expect(try #require(year.costSoFar).mean < 0)
  }

  @Test("Unit costs by cohort and a new population take effect from their month on")
  func costs() throws {
    let later = Month.iso("2021-02")
    let projection = try Projection.run(
      TwelveCohorts.model(),
      levers: [
        .unitCost(pounds: 200_000, cohort: "cohort7", from: later),
        .population(40_000, from: later),
      ], context: context, settings: settings)
    let (base, result) = (projection.base, projection.result)
    #expect(result[1].cost == base[1].cost)
    #expect(result[1].rate == base[1].rate)
    let more = 149_000.0 / 12 * base[2].cohorts[7].children.mean
    #expect(
      abs(try #require(result[2].cost).mean - (try #require(base[2].cost).mean + more)) < 1e-3)
    #expect(try #require(result[2].goals.first).needed == 328)
  }

  @Test("Beyond a year a band is at least as wide as services change from year to year")
  func widened() throws {
    var model = TwelveCohorts.model(spread: 1, errors: false)
    model.yearly = YearlyChange(children: 340)
    let projection = try Projection.run(model, settings: settings)
    #expect(projection.base[11].total == projection.base[11].simulated)
    // No step after the twelfth month: the second year leads over from the one to the other.
    let widths = projection.base.map { $0.total.upper95 - $0.total.lower95 }
    let steps = zip(widths.dropFirst(11), widths.dropFirst(12)).map { $0.1 - $0.0 }
    #expect(steps.allSatisfy { $0 < 20 })
    #expect(widths[23] > widths[11] + 20)
    let last = projection.base[23]
    let yearly = 1.96 * 340 * 0.075 * 2.0.squareRoot()
    #expect(last.total.upper95 - last.total.lower95 > 2 * yearly * 0.93)
    #expect(last.total.mean == last.simulated.mean)
  }

  @Test("Seeking a goal: what it takes, how likely that makes it, and what cannot be reached")
  func goals() throws {
    let model = TwelveCohorts.model()
    let month = start.advanced(by: 12)
    let settings = ProjectionSettings(months: 12, paths: 1000, seed: 5)
    let seek = try GoalSeek(model, reach: 296, by: month, with: .moreLeavers(), settings: settings)
    guard case .takes(let number) = seek.outcome else {
      Issue.record("a goal 26 below what is expected takes an effort: \(seek.outcome)")
      return
    }
    #expect(seek.chance >= 0.5)
    #expect(seek.chanceAnyway < 0.5)
    #expect((1...5).contains(number))
    let sure = try GoalSeek(
      model, reach: 296, by: month, with: .moreLeavers(), wanted: 0.9, settings: settings)
    guard case .takes(let more) = sure.outcome else {
      Issue.record("a surer goal takes an effort: \(sure.outcome)")
      return
    }
    #expect(more > number)
    #expect(sure.chance >= 0.9)
    let joiners = try GoalSeek(
      model, reach: 150, by: month, with: .fewerJoiners, settings: settings)
    guard case .notReachable(let most) = joiners.outcome else {
      Issue.record("half of the children cannot be gone by fewer joiners: \(joiners.outcome)")
      return
    }
    #expect(abs(most - 9.2) < 0.11)
    let easy = try GoalSeek(model, reach: 400, by: month, with: .both, settings: settings)
    #expect(easy.outcome == .reachedAnyway)
    #expect(throws: LeverError.past(start, start: start)) {
      try GoalSeek(model, reach: 300, by: start, with: .both)
    }
  }
}
