import LookedAfter
import Testing

@Suite("A history with nothing in it")
struct EmptyHistoryTests {
  @Test("has no month, no figure and no setting, and says so without stopping")
  func nothing() throws {
    let history = try history([])
    let october = try month2020(10)

    #expect(history.isEmpty)
    #expect(history.latestMonth == nil)
    #expect(history.monthBefore(october) == nil)
    #expect(history.monthsWithCohorts(upTo: october, atMost: 3).isEmpty)
    #expect(history.baseline == nil)
    #expect(history.snapshot(for: october) == nil)
    #expect(history.population(for: october) == nil)
    #expect(history.comparators(upTo: october).isEmpty)
    #expect(history.pipelinePeriods.isEmpty)
    #expect(history.plannedApplications(reportedIn: october) == nil)
    #expect(history.figure("total", in: october) == nil)
    #expect(history.events.isEmpty)
    #expect(history.allObservations.isEmpty)
  }
}
