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

  @Test("What the simulation prints of itself: its error, and how far the closed form is from it")
  func printed() throws {
    let projection = try Projection.run(
      TwelveCohorts.model(), settings: ProjectionSettings(months: 12, paths: 2000, seed: 3))
    #expect(projection.agreement < 4)
    for month in projection.base { #expect(month.simulated.meanError > 0) }
  }

  @Test("A run that is cancelled stops")
  func cancelled() {
    #expect(throws: ProjectionCancelled.self) {
      try Projection.run(TwelveCohorts.model(), isCancelled: { true })
    }
  }
}
