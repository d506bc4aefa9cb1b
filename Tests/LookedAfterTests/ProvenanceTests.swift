import LookedAfter
import SampleHistory
import Testing

@Suite("Where a figure comes from")
struct ProvenanceTests {
  @Test("is known of every figure that the sample takes from a paper")
  func everyFigure() throws {
    let unsourced = try SampleHistory.history().allObservations
      .filter { $0.provenance.source == nil }.map(\.measure)

    #expect(unsourced == ["setting.baseline_month", "setting.population"])
  }

  @Test("is cited with its section, and with its day where the title does not end with it")
  func citation() throws {
    let history = try SampleHistory.history()
    let total = try #require(try history.count(of: "total", in: month2020(10)))

    #expect(
      total.provenance.citation
        == "Herefordshire Council, Looked after Children reduction update (Appendix 1 to the report"
        + " on reducing looked after children, Children and Young People Scrutiny Committee, 1"
        + " December 2020), 2 November 2020, child status table")
    let day = try #require(CivilDate(iso: "2020-11-02"))
    let source = Source(
      id: "x", shortTitle: "update", title: "Update of 2 November 2020", date: day)
    #expect(source.citation == "Update of 2 November 2020")
  }

  @Test("is said to be missing where no paper is named")
  func noSource() {
    #expect(
      Provenance(source: nil, recordedAt: "2020-11-02T09:30:00Z").citation
        == "recorded without a source on 2020-11-02")
  }

  @Test("has the timeline too, in time order")
  func events() throws {
    #expect(
      try SampleHistory.history().events.map(\.period.description)
        == ["2019-11-25", "2020-04", "2020-04", "2020-12-01"])
  }
}
