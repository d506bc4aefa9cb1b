import LookedAfter
import Testing

@testable import Scenarios

@Suite("Cohort bands hold on children whose moves are known")
struct CohortCoverageTests {
  @Test("36 months of children: coverage of each cohort and of the total, 3, 6 and 12 months ahead")
  func coverage() throws {
    var cohorts = (count: 0, held80: 0, held95: 0, sum: 0.0)
    var byCohort = MadeUpChildren.cohorts.map { _ in (count: 0, held: 0, bias: 0.0) }
    var total = (count: 0, held80: 0, held95: 0)
    for number in 0..<40 {
      let service = MadeUpChildren(number: number, months: 48)
      let model = try FlowModel(
        children: service.known(months: 36), cohorts: MadeUpChildren.cohorts,
        first: MadeUpChildren.first, last: MadeUpChildren.first.advanced(by: 35), months: 12)
      #expect(model.compartments.map(\.opening) == service.numbers[35])
      let projection = try Projection.run(
        model, settings: ProjectionSettings(months: 12, paths: 400, seed: UInt64(number)))
      for horizon in [3, 6, 12] {
        let month = projection.base[horizon - 1]
        let actual = service.numbers[35 + horizon]
        for (index, cohort) in month.cohorts.enumerated() {
          let band = cohort.children
          let number = Double(actual[index])
          cohorts.count += 1
          cohorts.held80 += band.lower80 <= number && number <= band.upper80 ? 1 : 0
          let holds = band.lower95 <= number && number <= band.upper95
          cohorts.held95 += holds ? 1 : 0
          byCohort[index].count += 1
          byCohort[index].held += holds ? 1 : 0
          byCohort[index].bias += number - band.mean
        }
        let number = Double(actual.reduce(0, +))
        total.count += 1
        total.held80 += month.total.lower80 <= number && number <= month.total.upper80 ? 1 : 0
        total.held95 += month.total.lower95 <= number && number <= month.total.upper95 ? 1 : 0
      }
    }
    func percent(_ part: Int, _ whole: Int) -> Double { 100 * Double(part) / Double(whole) }
    print(
      "cohorts 95", percent(cohorts.held95, cohorts.count), "80",
      percent(cohorts.held80, cohorts.count), "n", cohorts.count)
    print("total 95", percent(total.held95, total.count), "80", percent(total.held80, total.count))
    print(
      "cohort by cohort", byCohort.map { percent($0.held, $0.count) },
      byCohort.map { $0.bias / Double($0.count) })
    #expect((93...97.5).contains(percent(cohorts.held95, cohorts.count)))
    #expect((76...86).contains(percent(cohorts.held80, cohorts.count)))
    for cohort in byCohort { #expect(percent(cohort.held, cohort.count) >= 85) }
  }
}
