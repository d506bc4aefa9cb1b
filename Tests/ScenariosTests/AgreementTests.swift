import LookedAfter
import Testing

@testable import Scenarios

@Suite("The closed form and the simulation agree")
struct AgreementTests {
  @Test("Means and variances, with groups, moves and uncertain rates", arguments: [1.0, 1.6, 3.2])
  func agreement(spread: Double) throws {
    let schedule = Schedule(TwelveCohorts.model(spread: spread), months: 36)
    let form = ClosedForm(schedule)
    let paths = 4000
    let ensemble = try #require(Ensemble(schedule, paths: paths, seed: 7, workers: 2))
    for month in [0, 2, 5, 11, 23, 35] {
      let total = Outcomes(ensemble.totals(month, overlap: 0))
      let error = (total.variance / Double(paths)).squareRoot()
      print(spread, month, form.totals[month], total.mean, error, form.totalVariances[month].squareRoot(), total.variance.squareRoot())
      #expect(abs(total.mean - form.totals[month]) < 4 * error)
      #expect(abs(total.variance / form.totalVariances[month] - 1) < 0.1)
      for index in 0..<12 {
        let cohort = ensemble.outcomes(index, month)
        let error = (cohort.variance / Double(paths)).squareRoot()
        if abs(cohort.mean - form.means[month][index]) > 3.5 * error || abs(cohort.variance / form.variances[month][index] - 1) > 0.12 {
        print("  ", month, index, form.means[month][index], cohort.mean, error, form.variances[month][index], cohort.variance) }
      }
    }
  }
}
