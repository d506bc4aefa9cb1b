import LookedAfter
import SampleHistory
import Testing

@Suite("The population that a rate rests on")
struct PopulationTests {
  private let provenance = Provenance(source: nil, recordedAt: "2020-11-02T00:00:00Z")

  private func estimate(
    _ number: Int, of year: Int, edition: String, recordedAt: String = "2020-11-02T00:00:00Z"
  ) throws -> Observation {
    Observation(
      measure: "population", period: .month(try #require(Month(year: year, month: 6))),
      detail: edition, value: Quantity(mantissa: number),
      provenance: Provenance(source: nil, recordedAt: recordedAt))
  }

  private func choice(_ text: String) -> Observation {
    Observation(
      measure: "setting.population", period: .undated, value: nil, text: text,
      provenance: provenance)
  }

  private func population(of figures: [Observation]) throws -> Int? {
    try history(figures).population(for: month2020(10))?.number.value
  }

  @Test("is the estimate that the authority chose, though newer ones are known")
  func chosen() throws {
    let history = try SampleHistory.history()

    #expect(history.populations.map(\.number.value).sorted() == [34_236, 34_534, 36_048, 36_103])
    #expect(try history.population(for: month2020(10))?.number.value == 36_103)
  }

  @Test("is else the newest whose mid-year is not after the month")
  func newest() throws {
    let figures = [
      try estimate(36_103, of: 2018, edition: "first"),
      try estimate(36_048, of: 2019, edition: "first"),
      try estimate(36_000, of: 2021, edition: "first"),
    ]
    #expect(try population(of: figures) == 36_048)
    #expect(try population(of: figures.reversed()) == 36_048)
  }

  @Test("is of one year the edition recorded last")
  func edition() throws {
    let figures = [
      try estimate(34_236, of: 2019, edition: "rebased", recordedAt: "2025-12-31T00:00:00Z"),
      try estimate(36_048, of: 2019, edition: "before rebasing"),
    ]
    #expect(try population(of: figures) == 34_236)
  }

  @Test("is not an estimate of a later year, nor one of nobody, even if chosen")
  func unusable() throws {
    let later = try estimate(36_000, of: 2021, edition: "first")
    let nobody = try estimate(0, of: 2018, edition: "first")

    #expect(try population(of: [later, choice("2021 first")]) == nil)
    #expect(try population(of: [nobody, choice("2018 first")]) == nil)
  }
}
