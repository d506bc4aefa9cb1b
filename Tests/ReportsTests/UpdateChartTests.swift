import Documents
import HistoryFiles
import LookedAfter
import Testing

@testable import Reports

/// The charts of the update of October 2020: the figures of its tables, drawn.
@Suite("Charts of the update") struct UpdateChartTests {
  private func charts() throws -> [String: Chart] {
    let papers = try ShippedPapers()
    let update = try MonthlyUpdate.document(papers.history, month: papers.october)
    return Dictionary(
      uniqueKeysWithValues: update.blocks.compactMap { block in
        if case .chart(let chart) = block { return (chart.id, chart) }
        return nil
      })
  }

  @Test("The profile is one bar of 109, 160, 35 and 22, and 10 in no cohort, of 336")
  func profile() throws {
    guard case .profile(let bar) = try #require(try charts()["profile-bar"]).kind else {
      Issue.record("not a profile")
      return
    }
    #expect(bar.parts.map(\.value) == [109, 160, 35, 22, 10])
    #expect(bar.total == 336)
  }

  @Test("338 becomes 336 by ten joiners and eleven leavers, which leaves one not explained")
  func movements() throws {
    let chart = try #require(try charts()["movements"])
    guard case .waterfall(let waterfall) = chart.kind else {
      Issue.record("not a waterfall")
      return
    }
    #expect(waterfall.start.value == 338)
    #expect(waterfall.stepsWithRemainder.map(\.change) == [6, 4, -3, -3, -5, -1])
    #expect(waterfall.end.value == 336)
    #expect(chart.description.contains("leave \u{2212}1 not explained"))
  }

  @Test("The total of two years is drawn, without a band where twelve months are not recorded")
  func trend() throws {
    let chart = try #require(try charts()["total-trend"])
    guard case .line(let line) = chart.kind else {
      Issue.record("not a line")
      return
    }
    let points = try #require(line.series.first).points
    #expect(points.compactMap(\.value) == [334, 350, 356, 352, 343, 338, 336])
    #expect(points.map(\.position) == [0, 7, 11, 12, 17, 18, 19])
    #expect(points.allSatisfy { $0.limits == nil })
    #expect(chart.description.contains("No band is drawn"))
  }

  @Test("With joiners and leavers of every month the band is drawn")
  func band() throws {
    let first = try #require(Month(iso: "2018-11"))
    let months = (0..<24).map { first.advanced(by: $0) }
    let number = { (measure: MeasureID, month: Month, value: Int) in
      Observation(
        measure: measure, period: .month(month),
        basis: measure == "total" ? .weekly : nil, value: Quantity(mantissa: value),
        provenance: Provenance(source: nil, recordedAt: "2020-11-20T09:00:00Z", revision: 9))
    }
    let made = months.enumerated().flatMap { index, month in
      [
        number("total", month, 360 - index), number("started", month, 9),
        number("ceased", month, 10),
      ]
    }
    let papers = try ShippedPapers(adding: made)
    let chart = try #require(UpdateCharts.totalTrend(papers.history, papers.october))
    guard case .line(let line) = chart.kind else {
      Issue.record("not a line")
      return
    }
    #expect(try #require(line.series.first).points.contains { $0.limits?.upper != nil })
    #expect(!chart.description.contains("No band is drawn"))
  }
}
