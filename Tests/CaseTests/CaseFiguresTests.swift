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
      try count("pipeline.sgo.filed", 1, "2020-10"),
      try count("pipeline.discharge.granted", 1, "2020-10"),
      try count("pipeline.sgo.granted", 2, "2020-10"),
    ]
    let history = try history(of: three(), counts: counts)
    #expect(try history.pipeline(in: .month(month("2020-10")))?[.sgo, .filed]?.value == 1)
    #expect(try history.pipeline(in: .month(month("2020-10")))?[.sgo, .granted]?.value == 0)
    #expect(
      history.caseComparisons.map { "\($0.measure) \($0.byCases) \($0.recorded.value)" } == [
        "pipeline.discharge.granted 1 1", "pipeline.sgo.filed 1 1", "pipeline.sgo.granted 0 2",
      ])
    let checks = MonthChecks(of: history, in: try month("2020-10")).failed.map(\.code)
    #expect(checks == ["cases-and-record"])
    #expect(history.allObservations.count == 3)
  }

  @Test("leaves the recorded counts of a route alone as long as its cases are fewer")
  func fewer() throws {
    let counts = [
      try count("pipeline.sgo.filed", 12, "2020-07"), try count("pipeline.sgo.filed", 8, "2020-10"),
      try count("pipeline.sgo.with_legal", 5, "2020-10"),
      try count("pipeline.discharge.filed", 5, "2020-10"),
      try count("pipeline.discharge.granted", 5, "2020-10"),
      try count("planned.applications", 10, "2020-10", detail: "2020-11"),
    ]
    let history = try history(of: three(), counts: counts)
    let october = try #require(try history.pipeline(in: .month(month("2020-10"))))
    #expect(october[.sgo, .filed]?.value == 8)
    #expect(october[.discharge, .granted]?.value == 5)
    #expect(history.allObservations.count == 6)
    // One filed and one planned of the 28 that are recorded; in August nothing of July's twelve.
    #expect(
      history.caseShortfalls.map { "\($0.month) \($0.byCases) \($0.recorded) \($0.recordedIn)" }
        == [
          "2020-08 0 12 2020-07", "2020-09 0 12 2020-07", "2020-10 2 28 2020-10",
        ])
    let failed = MonthChecks(of: history, in: try month("2020-10")).failed.map(\.code)
    #expect(failed.contains("cases-missing"))
    #expect(!failed.contains("cases-and-record"))
  }

  @Test("of one route leaves the counts of another alone")
  func others() throws {
    let history = try history(
      of: three(),
      counts: [
        try count("matching.matched", 1, "2020-10"), try count("residential.all", 43, "2020-10"),
      ]
    )
    #expect(try history.count(of: "matching.matched", in: month("2020-10"))?.value == 1)
    #expect(try history.count(of: "residential.all", in: month("2020-10"))?.value == 43)
    #expect(history.caseShortfalls.isEmpty)
  }

  @Test("passes to the cases in the month in which they are as many as the counts")
  func takeover() throws {
    let cases = try (1...4).map { number in
      Case(
        child: "K-\(number)", route: "sgo",
        moves: [try move("filed", "2020-\(number < 3 ? "08" : "10")-05")])
    }
    let history = try history(
      of: cases,
      counts: [
        try count("pipeline.sgo.filed", 3, "2020-08"),
        try count("pipeline.sgo.filed", 3, "2020-09"),
        try count("pipeline.sgo.filed", 5, "2020-11"), try count("total", 336, "2020-11"),
      ])
    let filed = try ["2020-08", "2020-09", "2020-10", "2020-11"].map {
      try history.pipeline(in: .month(month($0)))?[.sgo, .filed]?.value
    }
    #expect(filed == [3, 3, 4, 4])
    #expect(history.caseShortfalls.map(\.byCases) == [2, 2])
    // From then on the cases lead, and a count that says otherwise is a line of the reconciliation.
    #expect(history.caseComparisons.map { "\($0.byCases) \($0.recorded.value)" } == ["4 5"])
  }

  @Test("of one route alone is complete from the month that is said of it")
  func sinceOfARoute() throws {
    let setting = Observation(
      measure: "setting.cases_since", period: .undated, detail: "matching", value: nil,
      text: "2020-10", provenance: Provenance(source: nil, recordedAt: "2020-11-01T00:00:00Z"))
    let waiting = Case(child: "M-1", route: "matching", moves: [try move("waiting", "2020-10-01")])
    let history = try history(
      of: three() + [waiting],
      counts: [
        setting, try count("matching.awaiting", 30, "2020-10"),
        try count("pipeline.sgo.filed", 8, "2020-10"),
      ])
    #expect(try history.count(of: "matching.awaiting", in: month("2020-10"))?.value == 1)
    #expect(try history.pipeline(in: .month(month("2020-10")))?[.sgo, .filed]?.value == 8)
  }

  @Test("counts as waiting for a match only who is under 17 and a half")
  func underAge() throws {
    let cases = try ["2002-12", "2003-05", "2010-01"].enumerated().map { index, born in
      Case(
        child: "M-\(index)", route: "matching", facts: CaseFacts(born: try month(born)),
        moves: [try move("waiting", "2020-09-01")])
    }
    let history = try history(of: cases, counts: [count("total", 336, "2020-11")])
    #expect(try history.count(of: "matching.awaiting", in: month("2020-10"))?.value == 2)
    #expect(try history.count(of: "matching.awaiting", in: month("2020-11"))?.value == 1)
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
