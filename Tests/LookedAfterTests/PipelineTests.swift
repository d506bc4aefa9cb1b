import LookedAfter
import SampleHistory
import Testing

@Suite("The pipeline of applications")
struct PipelineTests {
  private func pipeline(in month: Int) throws -> Pipeline {
    try #require(try SampleHistory.history().pipeline(in: .month(month2020(month))))
  }

  private func stages(_ pipeline: Pipeline) -> [Int?] {
    [
      pipeline[.sgo, .filed], pipeline[.discharge, .filed], pipeline[.sgo, .withLegal],
      pipeline[.discharge, .withLegal],
    ].map { $0?.value }
  }

  @Test("went from 27 open in September to 20 in October")
  func months() throws {
    let (september, october) = (try pipeline(in: 9), try pipeline(in: 10))

    #expect(stages(september) == [12, 11, 4, 0])
    #expect(stages(october) == [8, 5, 5, 2])
    #expect(september.open == 27)
    #expect(october.open == 20)
    #expect(september.statedOpen?.value == 27)
    #expect(october.statedOpen?.value == 20)
  }

  @Test("had 13 SGO applications open in October; the commentary's 16 were September's")
  func openByRoute() throws {
    #expect(try pipeline(in: 9).open(.sgo) == 16)
    #expect(try pipeline(in: 10).open(.sgo) == 13)
    #expect(try pipeline(in: 10).open(.discharge) == 7)
  }

  @Test("ended for eight children in October, three by SGO and five by discharge")
  func granted() throws {
    let october = try pipeline(in: 10)

    #expect(october[.sgo, .granted]?.value == 3)
    #expect(october[.discharge, .granted]?.value == 5)
    #expect(october.all(at: .granted) == 8)
    #expect(october[.sgo, .carerNotWilling]?.value == 17)
  }

  @Test("is known on a day too, where a paper gave one and did not split it by route")
  func unsplit() throws {
    let day = try #require(CivilDate(iso: "2020-11-06"))
    let pipeline = try #require(try SampleHistory.history().pipeline(in: .day(day)))

    #expect(pipeline.all(at: .filed) == 17)
    #expect(pipeline.all(at: .withLegal) == 3)
    #expect(pipeline.open == 20)
    #expect(pipeline.open(.sgo) == nil)
    #expect(pipeline.statedOpen == nil)
  }

  @Test("has its months and days in time order")
  func periods() throws {
    #expect(
      try SampleHistory.history().pipelinePeriods.map(\.description)
        == ["2020-09-15", "2020-09", "2020-10", "2020-11-06"])
  }

  @Test("has its months before a day on which they end, always in the same order")
  func periodsEndingTogether() throws {
    let texts = [
      "2020-07/2020-09", "2020-08/2020-09", "2020-09", "2020-09-30", "2020-04/2020-09",
    ]
    let provenance = Provenance(source: nil, recordedAt: "2020-10-05T00:00:00Z")
    let figures = try texts.map { text in
      Observation(
        measure: "pipeline.open", period: try #require(Period(iso: text)),
        value: Quantity(mantissa: 27), provenance: provenance)
    }
    #expect(
      try history(figures).pipelinePeriods.map(\.description)
        == ["2020-04/2020-09", "2020-07/2020-09", "2020-08/2020-09", "2020-09", "2020-09-30"])
  }

  @Test("is not known where no paper says anything of it")
  func unknown() throws {
    #expect(try SampleHistory.history().pipeline(in: .month(month2020(8))) == nil)
  }
}
