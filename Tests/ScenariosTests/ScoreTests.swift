import LookedAfter
import Testing

@testable import Scenarios

@Suite("Scores of forecasts")
struct ScoreTests {
  @Test("The worked numbers of the methods page")
  func worked() {
    #expect(Scores.interval(lower: 320, upper: 345, alpha: 0.05, actual: 350) == 225)
    #expect(abs(Scores.pinball(quantile: 0.5, share: 0.2, actual: 0.3) - 0.16) < 1e-12)
    #expect(abs(Scores.crps(mean: 0, deviation: 1, actual: 0) - 0.233695) < 5e-7)
    #expect(Scores.crps(mean: 340, deviation: 0, actual: 336) == 4)
  }

  @Test("An ensemble's score is the mean distance less half the mean distance of pairs")
  func ensemble() {
    let values = [3.0, 1, 4, 1, 5]
    var pairs = 0.0
    for one in values { for other in values { pairs += abs(one - other) } }
    let direct = values.reduce(0) { $0 + abs($1 - 2) } / 5 - pairs / 25 / 2
    #expect(abs(Scores.crps(ensemble: values, actual: 2) - direct) < 1e-12)
  }

  @Test("A back-test of a falling service: every row counts its forecasts, and skill has its sign")
  func backTest() throws {
    let flows = MadeUpSeries.series(.falling, number: 3)
    let test = try BackTest(flows)
    #expect(test.rows.map(\.horizon) == [1, 3, 6, 12])
    // 48 months of flows: from the twelfth to the last that leaves room for the horizon.
    #expect(test.rows.map(\.count) == [36, 34, 31, 25])
    for row in test.rows {
      #expect((0...1).contains(row.coverage80))
      #expect(row.coverage80 <= row.coverage95)
      #expect(row.crps > 0)
      #expect(row.intervalScore > row.crps)
    }
    let flat = try BackTest(flows, forecaster: .noChange)
    for row in flat.rows { #expect(row.skill == 0) }
    let plain = try BackTest(flows, forecaster: .plainStockAndFlow)
    #expect(plain.rows.allSatisfy { $0.coverage95 <= 1 })
  }

  @Test("Children followed one by one are tested by the model that follows them, without hindsight")
  func children() throws {
    let service = MadeUpChildren(number: 7, months: 48)
    func test(_ courses: [ChildCourse], months: Int) throws -> BackTest {
      try BackTest(
        children: courses, cohorts: MadeUpChildren.cohorts, first: MadeUpChildren.first,
        last: MadeUpChildren.first.advanced(by: months - 1))
    }
    let whole = try test(service.courses, months: 48)
    #expect(whole.isChildLevel)
    // From the thirteenth month to the last that leaves room for the horizon.
    #expect(whole.rows.map(\.count) == [35, 33, 30, 24])
    let totals = service.numbers.map { $0.reduce(0, +) }
    // The first forecast checked 12 months ahead is what the model gave at the end of month 13.
    let first = try test(service.courses, months: 25)
    let model = try FlowModel(
      children: service.known(months: 13), cohorts: MadeUpChildren.cohorts,
      first: MadeUpChildren.first, last: MadeUpChildren.first.advanced(by: 12), months: 12)
    let year = try #require(first.rows.last)
    #expect(year.horizon == 12)
    #expect(year.count == 1)
    let expected = ClosedForm(Schedule(model, months: 12)).totals[11]
    #expect(abs(year.meanAbsoluteError - abs(expected - Double(totals[24]))) < 1e-6)
    // What came later changes nothing.
    #expect(try test(service.known(months: 36), months: 36) == test(service.courses, months: 36))
    let monthly = try BackTest(
      MonthlyFlows(
        first: MadeUpChildren.first, totals: totals,
        started: totals.indices.map { month in
          service.courses.count {
            $0.joined == MadeUpChildren.first.advanced(by: month) && $0.left != $0.joined
          }
        },
        ceased: totals.indices.map { month in
          service.courses.count { $0.left == MadeUpChildren.first.advanced(by: month) }
        }))
    #expect(!monthly.isChildLevel)
    #expect(monthly.rows.map(\.count) == whole.rows.map(\.count))
    #expect(monthly.rows.map(\.crps) != whole.rows.map(\.crps))
  }

  @Test("Under 12 months there is no back-test")
  func tooShort() {
    let flows = MadeUpSeries.series(.stable, number: 1).upTo(11)
    #expect(throws: ProjectionRefusal.tooShort(months: 11, needed: 12)) { try BackTest(flows) }
  }
}
