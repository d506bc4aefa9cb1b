import LookedAfter
import Testing

@testable import Scenarios

@Suite("The closed form and the simulation agree")
struct AgreementTests {
  static let planned = KnownLeavers(
    reason: .planned, cohort: "cohort4", route: "ceased.sgo", number: 9, due: Month.iso("2021-01"),
    chance: 0.7, chanceVariance: 0.01, delay: [0.4, 0.3, 0.2, 0.1])
  static let birthdays = KnownLeavers(
    reason: .birthday, cohort: "cohort7", route: "ceased.turned_18", number: 4,
    due: Month.iso("2021-06"))

  @Test(
    "Means within four standard errors, variances within a tenth",
    arguments: [1.0, 1.6, 3.2], [false, true])
  func agreement(spread: Double, hasKnown: Bool) throws {
    var model = TwelveCohorts.model(spread: spread)
    if hasKnown { model.known = [Self.planned, Self.birthdays] }
    let schedule = Schedule(model, months: 24)
    let form = ClosedForm(schedule)
    let paths = 3000
    let ensemble = try #require(Ensemble(schedule, paths: paths, seed: 7, workers: 2))
    for month in [0, 2, 5, 11, 23] {
      let total = Outcomes(ensemble.totals(month, overlap: 0))
      let error = (total.variance / Double(paths)).squareRoot()
      #expect(abs(total.mean - form.totals[month]) < 4 * error)
      #expect(abs(total.variance / form.totalVariances[month] - 1) < 0.1)
      for index in 0..<12 where form.means[month][index] > 5 {
        let cohort = ensemble.outcomes(index, month)
        let error = (cohort.variance / Double(paths)).squareRoot()
        #expect(abs(cohort.mean - form.means[month][index]) < 4 * error)
        #expect(abs(cohort.variance / form.variances[month][index] - 1) < 0.2)
      }
    }
  }

  @Test("The same seed gives the same figures on 1, 2, 3 and 7 threads; another seed gives others")
  func reproducible() throws {
    var model = TwelveCohorts.model()
    model.known = [Self.planned, Self.birthdays]
    func run(_ workers: Int, seed: UInt64 = 42) throws -> Projection {
      try Projection.run(
        model, levers: [.joiners(.percent(-20), .from(Month.iso("2021-04")))],
        settings: ProjectionSettings(months: 12, paths: 300, seed: seed, workers: workers))
    }
    let one = try run(1)
    for workers in [2, 3, 7] {
      let other = try run(workers)
      #expect(other.base == one.base)
      #expect(other.scenario == one.scenario)
      #expect(other.difference == one.difference)
    }
    #expect(try run(1, seed: 43).base != one.base)
  }

  /// A cohort of 4 with twelve applications and six birthdays on it, and one of 120.
  static var crowded: FlowModel {
    var model = FlowModel(
      start: Month.iso("2020-11"),
      compartments: [
        Compartment(
          id: "plan", opening: 4, joiners: 0.3,
          leaving: [LeavingRate("ceased.sgo", 0.06), LeavingRate(.ceased, 0.01)],
          moves: [MovingRate(to: "rest", 0.05)]),
        Compartment(
          id: "rest", opening: 120, joiners: 4, leaving: [LeavingRate(.ceased, 0.03)],
          moves: [MovingRate(to: "plan", 0.01)]),
      ], spread: 1.5, basis: .init(months: 36, first: nil, isChildLevel: false))
    model.known = [
      KnownLeavers(
        reason: .planned, cohort: "plan", route: "ceased.sgo", number: 12,
        due: Month.iso("2020-12"), chance: 0.6, chanceVariance: 0.01,
        delay: ApplicationAssumptions.stated.delay(.planned)),
      KnownLeavers(
        reason: .birthday, cohort: "rest", route: "ceased.turned_18", number: 6,
        due: Month.iso("2021-04"), chance: 0.8),
    ]
    return model
  }

  @Test(
    "However few are left to apply for, the two means of all children differ by chance alone",
    arguments: [false, true])
  func standardNormal(hasLever: Bool) throws {
    let levers: [Lever] =
      hasLever ? [.leavers(.more(2), .from(Month.iso("2021-06")))] : []
    let schedule = try LeverPlan(Self.crowded, levers, months: 12).schedule()
    let expected = try #require(ClosedForm(schedule).totals.last)
    var distances: [Double] = []
    for seed in UInt64(1)...60 {
      let ensemble = try #require(Ensemble(schedule, paths: 1000, seed: seed, workers: 2))
      let total = Outcomes(ensemble.totals(11, overlap: 0))
      distances.append((total.mean - expected) / (total.variance / 1000).squareRoot())
    }
    // 60 standard normal numbers: their mean within three of its errors, their square near 1.
    let mean = distances.reduce(0, +) / 60
    let error: Double = 1 / 60.0.squareRoot()
    #expect(abs(mean) < 3 * error)
    let square = distances.reduce(0) { $0 + $1 * $1 } / 60
    #expect((0.5...1.6).contains(square))
  }

  @Test("What the simulation prints of itself: its error, and how far the closed form is from it")
  func printed() throws {
    let projection = try Projection.run(
      TwelveCohorts.model(), settings: ProjectionSettings(months: 12, paths: 2000, seed: 3))
    #expect(projection.agreement < 4)
    for month in projection.base { #expect(month.simulated.meanError > 0) }
  }

  @Test("Courses that are kept are those that would be drawn")
  func kept() throws {
    let model = TwelveCohorts.model()
    let settings = ProjectionSettings(months: 6, paths: 200, seed: 11)
    let first = try Projection.run(model, settings: settings)
    #expect(try Projection.run(model, settings: settings) == first)
    // Another model, another seed or more paths have courses of their own.
    #expect(
      try Projection.run(TwelveCohorts.model(spread: 2), settings: settings).base != first.base)
    let other = ProjectionSettings(months: 6, paths: 200, seed: 12)
    #expect(try Projection.run(model, settings: other).base != first.base)
    #expect(try Projection.run(model, settings: settings) == first)
  }

  @Test("A run that is cancelled stops")
  func cancelled() {
    #expect(throws: ProjectionCancelled.self) {
      try Projection.run(TwelveCohorts.model(), isCancelled: { true })
    }
  }
}
