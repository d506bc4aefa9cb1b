import Indicators
import LookedAfter
import Testing

@Suite("What cases make of the figures of the update") struct CaseFiguresTests {
  /// Three children: one filed, one planned and slipped, one discharged.
  private func three() throws -> [Case] {
    [
      Case(
        child: "K-1", route: "sgo", facts: CaseFacts(cohort: "sgo_plan"),
        moves: [
          try move("planned", "2020-08-03", "2020-09"), try move("with_legal", "2020-09-07"),
          try move("filed", "2020-10-05"),
        ]),
      Case(
        child: "K-2", route: "sgo", facts: CaseFacts(cohort: "long_term_matched"),
        moves: [
          try move("assessing", "2020-08-03"), try move("recommended", "2020-09-02"),
          try move("planned", "2020-09-03", "2020-10"),
          try move("planned", "2020-10-20", "2021-01", because: "life_story_work"),
        ]),
      Case(
        child: "K-3", route: "discharge",
        moves: [try move("filed", "2020-09-01"), try move("granted", "2020-10-13")]),
    ]
  }

  @Test("is the pipeline by route and stage")
  func pipeline() throws {
    let october = try #require(try history(of: three()).pipeline(in: .month(month("2020-10"))))
    #expect(october[.sgo, .filed]?.value == 1)
    #expect(october[.sgo, .withLegal]?.value == 0)
    #expect(october[.discharge, .filed]?.value == 0)
    #expect(october[.discharge, .granted]?.value == 1)
    #expect(october.open == 1)
    let september = try #require(try history(of: three()).pipeline(in: .month(month("2020-09"))))
    #expect(september.open == 2)
  }

  @Test("is the plan, what was sent of it, and why the rest slipped")
  func plan() throws {
    let history = try history(of: three())
    let october = try #require(try history.plannedApplications(reportedIn: month("2020-10")))
    #expect(october.outcome.planned == 1)
    #expect(october.outcome.sent?.value == 0)
    #expect(october.outcome.slips.map(\.reason.id) == ["planned.slipped.life_story_work"])
    #expect(october.outcome.slips.map(\.newMonth) == [try month("2021-01")])
    #expect(
      october.plans.map { "\($0.month) \($0.total ?? -1)" } == [
        "2020-11 0", "2020-12 0", "2021-01 1",
      ])
    let september = try #require(try history.plannedApplications(reportedIn: month("2020-09")))
    #expect(september.outcome.planned == 1)
    #expect(september.outcome.sent?.value == 1)
  }

  @Test("stands instead of a recorded count, which is shown beside it where it differs")
  func comparison() throws {
    let counts = [
      try count("pipeline.sgo.filed", 8, "2020-10"),
      try count("pipeline.discharge.granted", 1, "2020-10"),
      try count("pipeline.sgo.filed", 12, "2020-07"),
    ]
    let history = try history(of: three(), counts: counts)
    #expect(try history.pipeline(in: .month(month("2020-10")))?[.sgo, .filed]?.value == 1)
    #expect(try history.pipeline(in: .month(month("2020-07")))?[.sgo, .filed]?.value == 12)
    #expect(
      history.caseComparisons.map { "\($0.measure) \($0.byCases) \($0.recorded.value)" } == [
        "pipeline.discharge.granted 1 1", "pipeline.sgo.filed 1 8",
      ])
    let checks = MonthChecks(of: history, in: try month("2020-10")).failed.map(\.code)
    #expect(checks == ["cases-and-record"])
    #expect(history.allObservations.count == 3)
  }

  @Test("begins with the month from which the cases are said to be complete")
  func since() throws {
    let setting = Observation(
      measure: "setting.cases_since", period: .undated, value: nil, text: "2020-10",
      provenance: Provenance(source: nil, recordedAt: "2020-11-01T00:00:00Z"))
    let history = try history(
      of: three(), counts: [setting, try count("pipeline.sgo.with_legal", 4, "2020-09")])
    #expect(try history.pipeline(in: .month(month("2020-09")))?[.sgo, .withLegal]?.value == 4)
    #expect(try history.pipeline(in: .month(month("2020-10")))?[.sgo, .filed]?.value == 1)
    #expect(history.caseComparisons.isEmpty)
  }

  @Test("is the number of a cohort still being assessed, beside the number of the cohort")
  func assessing() throws {
    let history = try history(
      of: three(),
      counts: [
        try count("long_term_matched", 112, "2020-08"),
        try count("long_term_matched", 110, "2020-09"),
        try count("total", 343, "2020-08"), try count("total", 338, "2020-09"),
      ])
    let matched: CohortID = "long_term_matched"
    #expect(try history.snapshot(for: month("2020-08"))?.counts[matched]?.assessing?.value == 1)
    #expect(try history.snapshot(for: month("2020-09"))?.counts[matched]?.assessing?.value == 0)
  }

  @Test("is compared with the number of each cohort, which cannot be smaller")
  func cohorts() throws {
    let history = try history(
      of: three(), counts: [try count("sgo_plan", 0, "2020-10"), try count("total", 1, "2020-10")])
    let failed = MonthChecks(of: history, in: try month("2020-10")).failed
    #expect(failed.contains { $0.code == "cases-and-cohort" })
  }

  @Test("is care proceedings by plan and outcome, with their totals")
  func proceedings() throws {
    let cases = [
      Case(
        child: "P-1", route: "proceedings",
        moves: [
          try move("too_early", "2020-04-01"), try move("adoption", "2020-07-01"),
          try move("concluded_adoption", "2020-10-07"),
        ]),
      Case(
        child: "P-2", route: "proceedings",
        moves: [try move("too_early", "2020-04-01"), try move("sgo", "2020-09-01")]),
      Case(child: "P-3", route: "proceedings", moves: [try move("too_early", "2020-10-30")]),
    ]
    let history = try history(of: cases)
    let october = try #require(try history.proceedings(in: month("2020-10")))
    #expect(october.open.total == 2)
    #expect(october.open["proceedings.open.sgo"]?.value == 1)
    #expect(october.concluded.total == 1)
    let length = ProceedingsLength(
      in: history.cases, on: "proceedings",
      during: try month("2019-11")...month("2020-10"))
    #expect(length.concluded.days == [189])
    #expect(length.concluded.medianWeeks?.description == "27.0")
    #expect(length.concluded.within(weeks: 26) == 0)
    #expect(length.open.days == [1, 213])
  }

  @Test("is edge of care under one period, families and children apart")
  func edgeOfCare() throws {
    let cases = [
      Case(
        child: "E-1", route: "prevention", facts: CaseFacts(family: "F-1"),
        moves: [try move("working", "2020-04-20"), try move("stayed_out", "2020-07-01")]),
      Case(
        child: "E-2", route: "prevention", facts: CaseFacts(family: "F-1"),
        moves: [try move("working", "2020-04-20"), try move("entered_after_work", "2020-08-01")]),
      Case(
        child: "E-3", route: "family_reunification", facts: CaseFacts(family: "F-2"),
        moves: [try move("working", "2020-06-01"), try move("returned", "2020-09-01")]),
    ]
    // The number of children is known for October, so the cases are looked at up to then.
    let history = try history(of: cases, counts: [count("total", 336, "2020-10")])
    let edge = try #require(try history.edgeOfCare(upTo: month("2020-10")))
    #expect(edge.period == .months(try month("2020-04"), try month("2020-10")))
    #expect(edge.prevention.families?.value == 1)
    #expect(edge.prevention.children.total == 2)
    #expect(edge.reunification.families?.value == 1)
    #expect(edge.reunification.children.total == 1)
    #expect(try history.edgeOfCare(upTo: month("2020-04"))?.prevention.children.total == 2)
  }

  @Test("is residential care with reasons and destinations, and who could be fostered")
  func residential() throws {
    let cases = [
      Case(
        child: "R-1", route: "residential",
        moves: [
          try move("in_residential", "2020-10-02", because: "no_foster_placement")
        ]),
      Case(
        child: "R-2", route: "residential",
        moves: [
          try move("in_residential", "2019-10-02", because: "other"),
          try move("left_supported_accommodation", "2020-10-09"),
        ]),
      Case(child: "R-1", route: "step_down", moves: [try move("identified", "2020-10-12")]),
    ]
    let october = try #require(try history(of: cases).residential(in: month("2020-10")))
    #expect(october.all?.value == 1)
    #expect(october.couldBeFostered?.value == 1)
    #expect(october.entered.filter { $0.number.value > 0 }.map(\.number.value) == [1])
    #expect(
      october.left.filter { $0.number.value > 0 }.map(\.measure.id) == [
        "residential.left.supported_accommodation"
      ])
  }
}
