import LookedAfter
import SampleHistory
import Testing

@Suite("Planned applications")
struct PlannedApplicationsTests {
  private func october() throws -> PlannedApplications {
    try #require(try SampleHistory.history().plannedApplications(reportedIn: month2020(10)))
  }

  @Test("of the October report are 9, 0 and 7 by month, 16 in all")
  func plans() throws {
    let october = try october()

    #expect(october.plans.map(\.month.description) == ["2020-11", "2020-12", "2021-01"])
    #expect(october.plans.map(\.total) == [9, 0, 7])
    #expect(october.plans.map { $0.routes[.sgo]?.value } == [5, 0, 3])
    #expect(october.plans.map { $0.routes[.discharge]?.value } == [4, 0, 4])
    #expect(october.total == 16)
  }

  @Test("for October were 10: 3 sent, 2 waiting for life story work, 3 late, 2 for a review")
  func outcome() throws {
    let outcome = try october().outcome

    #expect(outcome.planned == 10)
    #expect(outcome.sent?.value == 3)
    #expect(outcome.slips.map(\.number.value) == [2, 3, 2])
    #expect(
      outcome.slips.map(\.reason.id) == [
        "planned.slipped.life_story_work", "planned.slipped.days_late",
        "planned.slipped.review_meeting",
      ])
    #expect(outcome.slips.map { $0.newMonth?.description } == ["2021-01", "2020-11", nil])
    #expect(outcome.slipped == 7)
  }

  @Test("of the September report were not split by route")
  func unsplit() throws {
    let history = try SampleHistory.history()
    let september = try #require(try history.plannedApplications(reportedIn: month2020(9)))

    #expect(september.plans.map(\.unsplit?.value) == [10])
    #expect(september.total == 10)
    #expect(september.outcome.isEmpty)
  }

  @Test("are not made up for a month whose report says nothing of them")
  func unknown() throws {
    #expect(try SampleHistory.history().plannedApplications(reportedIn: month2020(8)) == nil)
  }
}
