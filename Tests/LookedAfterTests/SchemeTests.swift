import LookedAfter
import SampleHistory
import Testing

@Suite("A cohort scheme")
struct SchemeTests {
  private func cohort(_ id: CohortID) -> Cohort {
    Cohort(
      id: id, name: "Name", shortName: "Short", group: .leave, expectedExit: "home",
      polarity: .watch, exitReason: nil, route: nil, standingCommentary: "")
  }

  @Test("finds a cohort by its id, the total included")
  func lookup() throws {
    let scheme = try CohortScheme(total: cohort(.total), cohorts: [cohort("ico"), cohort("uasc")])

    #expect(scheme["uasc"]?.id == "uasc")
    #expect(scheme[.total]?.id == .total)
    #expect(scheme["section20"] == nil)
    #expect(scheme.rows.map(\.id) == [.total, "ico", "uasc"])
  }

  @Test("needs a cohort")
  func noCohorts() throws {
    let error = try #require(throws: CohortSchemeError.self) {
      try CohortScheme(total: cohort(.total), cohorts: [])
    }
    #expect("\(error)" == "The cohort scheme holds no cohort; it needs at least one.")
  }

  @Test("holds each id once, that of the total included", arguments: ["ico", "total"])
  func duplicates(id: String) throws {
    let error = try #require(throws: CohortSchemeError.self) {
      let cohorts = [cohort("ico"), cohort(CohortID(rawValue: id))]
      return try CohortScheme(total: cohort(.total), cohorts: cohorts)
    }
    #expect(
      "\(error)" == "The cohort scheme holds the id \"\(id)\" twice; each must be unique.")
  }

  @Test("brings four measures with each cohort, before those of the list")
  func measures() throws {
    let scheme = try CohortScheme(total: cohort(.total), cohorts: [cohort("ico")])
    let started = Measure(id: "started", name: "Joined", phrase: "", kind: .flow, unit: "children")
    let catalogue = MeasureCatalogue(scheme: scheme, measures: [started])

    #expect(
      catalogue.measures.map(\.id) == [
        "total", "total.assessing", "progress.total", "comment.total", "ico", "ico.assessing",
        "progress.ico", "comment.ico", "started",
      ])
    #expect(catalogue["progress.ico"]?.kind == .judgement)
    #expect(catalogue["uasc"] == nil)
  }

  @Test("has the measures directly below a branch, and none of those below them")
  func branches() throws {
    let catalogue = try SampleHistory.folder().catalogue

    #expect(
      catalogue.measures(below: "pipeline").map(\.id) == [
        "pipeline.open", "pipeline.filed", "pipeline.with_legal",
      ])
    #expect(catalogue.measures(below: "pipe").isEmpty)
  }
}
