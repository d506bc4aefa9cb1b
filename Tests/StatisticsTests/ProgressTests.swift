import Indicators
import LookedAfter
import Testing

@Suite("Progress against the plan") struct ProgressTests {
  let march: Month
  let plan: Trajectory

  init() throws {
    march = try #require(Month(iso: "2025-03"))
    plan = try #require(
      Trajectory([.init(march, 344), .init(march.advanced(by: 12), 320)]))
  }

  @Test("A plan runs in a straight line and stays where it ends")
  func trajectory() {
    let numbers = [0, 1, 6, 12, 15].map { plan.number(in: march.advanced(by: $0)) }
    #expect(numbers == [344, 342, 332, 320, 320])
    #expect(plan.number(in: march.advanced(by: -1)) == nil)
    #expect(plan.direction == .decrease)
  }

  @Test("Milestones must be two or more, in order, and numbers")
  func badPlans() {
    #expect(Trajectory([]) == nil)
    #expect(Trajectory([.init(march, 344)]) == nil)
    #expect(Trajectory([.init(march, 344), .init(march, 320)]) == nil)
    #expect(Trajectory([.init(march, 344), .init(march.advanced(by: 2), .nan)]) == nil)
    #expect(Trajectory([.init(march, 344), .init(march.advanced(by: 2), -1)]) == nil)
  }

  @Test(
    "Half way, with 50 in and out and φ of 2, one unit is ten children: 332 is planned",
    arguments: [
      (312.0, ProgressAgainstPlan.Level.wellAhead), (320, .ahead), (322, .onPlan), (332, .onPlan),
      (342, .onPlan), (343, .behind), (351, .behind), (352, .wellBehind),
    ])
  func levels(actual: Double, level: ProgressAgainstPlan.Level) throws {
    let progress = try #require(
      ProgressAgainstPlan(
        actual, in: march.advanced(by: 6), plan: plan, events: 50, spread: .monthly))
    #expect(progress.unit == 10)
    #expect(progress.planned == 332)
    #expect(progress.level == level)
  }

  @Test("Where more is aimed at, more than planned is ahead")
  func increase() throws {
    let more = try #require(
      Trajectory([.init(march, 100), .init(march.advanced(by: 10), 150)]))
    let progress = try #require(
      ProgressAgainstPlan(
        170, in: march.advanced(by: 10), plan: more, events: 50, spread: .monthly))
    #expect(progress.aim == .increase && progress.level == .wellAhead)
  }

  @Test("A flat plan needs a direction; before the plan there is no level")
  func noLevel() throws {
    let flat = try #require(
      Trajectory([.init(march, 340), .init(march.advanced(by: 12), 340)]))
    let later = march.advanced(by: 3)
    #expect(
      ProgressAgainstPlan(330, in: later, plan: flat, events: 20, spread: .monthly) == nil)
    #expect(
      ProgressAgainstPlan(
        330, in: later, plan: flat, events: 20, spread: .monthly, aim: .decrease)?.level == .ahead)
    let before = march.advanced(by: -1)
    #expect(
      ProgressAgainstPlan(330, in: before, plan: plan, events: 20, spread: .monthly) == nil)
    #expect(
      ProgressAgainstPlan(.nan, in: later, plan: plan, events: 20, spread: .monthly) == nil)
    #expect(ProgressAgainstPlan(330, in: later, plan: plan, events: -1, spread: .monthly) == nil)
  }

  @Test("With no starts and no leavers any difference from the plan counts in full")
  func noEvents() throws {
    let later = march.advanced(by: 6)
    let on = ProgressAgainstPlan(332, in: later, plan: plan, events: 0, spread: .monthly)
    #expect(on?.level == .onPlan)
    let off = ProgressAgainstPlan(333, in: later, plan: plan, events: 0, spread: .monthly)
    #expect(off?.level == .wellBehind)
  }

  @Test("Green is ahead or on plan, amber behind, red well behind; a chosen colour is a judgement")
  func colours() throws {
    #expect(
      ProgressAgainstPlan.Level.allCases.map(\.colour) == [.green, .green, .green, .amber, .red])
    let progress = try #require(
      ProgressAgainstPlan(
        345, in: march.advanced(by: 6), plan: plan, events: 50, spread: .monthly))
    #expect(RatedColour(progress) == .byRule(.amber, .behind))
    #expect(RatedColour.byJudgement(.green, reason: "two orders next week").colour == .green)
  }
}
