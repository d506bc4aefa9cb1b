import HistoryFiles
import LookedAfter
import Testing

@Suite("A line of figures")
struct FigureTests {
  private func observations(_ lines: String) throws -> [Observation] {
    try folder(figures: figureHeader + lines).observations
  }

  @Test("is an observation with everything that the line says")
  func wholeLine() throws {
    let found = try #require(
      try observations("2020-10,uasc,2,weekly,,2020-11-02,agreed,both 17,update").first)
    let day = try #require(CivilDate(iso: "2020-11-02"))

    #expect(
      found
        == Observation(
          measure: "uasc", period: try #require(Period(iso: "2020-10")), basis: .weekly, asAt: day,
          detail: "agreed", value: Quantity(mantissa: 2), text: "both 17",
          provenance: Provenance(
            source: Source(
              id: "update", shortTitle: "monthly update", title: "Reduction update", date: day),
            recordedAt: "2020-11-02T00:00:00Z")))
  }

  @Test("with children still being assessed is two observations of the same moment")
  func assessing() throws {
    let found = try observations("2020-10,sgo_plan,46,weekly,6,2020-11-02,,,update")

    #expect(found.map(\.measure) == ["sgo_plan", "sgo_plan.assessing"])
    #expect(found.map { $0.value?.whole } == [46, 6])
    #expect(Set(found.map(\.period)).count == 1)
    #expect(Set(found.map(\.asAt)).count == 1)
    #expect(Set(found.map(\.provenance)).count == 1)
  }

  @Test("may have all of a cohort still being assessed")
  func allAssessing() throws {
    #expect(try observations("2020-10,sgo_plan,46,,46,,,,").map { $0.value?.whole } == [46, 46])
  }

  @Test("without a source counts as recorded with the earliest paper")
  func withoutSource() throws {
    let sources = smallSources + "report,report,Report,,2020-10-05\n"
    let folder = try folder(
      sources: sources, figures: figureHeader + "2020-10,uasc,2,,,,,,\n")

    #expect(folder.observations.first?.provenance.source == nil)
    #expect(folder.observations.first?.provenance.recordedAt == "2020-10-05T00:00:00Z")
  }

  @Test("keeps decimals where a measure has them")
  func decimals() throws {
    #expect(
      try observations("2020-09,stability,69.50,,,,,,").first?.value?.description == "69.50")
  }

  @Test("needs no date for a setting")
  func setting() throws {
    let folder = try folder(
      figures: figureHeader + ",setting.baseline_month,,,,,,2020-02,\n")

    #expect(folder.history.baseline?.description == "2020-02")
  }

  @Test("may leave out every column but date, measure and value, and stand in any order")
  func fewColumns() throws {
    let folder = try folder(figures: "value,date,measure\n\"1,002\",2020-10,started\n")

    #expect(folder.observations.map { $0.value?.whole } == [1_002])
  }
}
