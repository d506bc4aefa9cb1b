import LookedAfter
import SampleHistory
import Testing

@Suite("The child status table of October 2020")
struct SnapshotTests {
  @Test(
    "has the totals and the net remainders of the papers",
    arguments: [(2, 356, 38), (8, 343, 11), (9, 338, 15), (10, 336, 10)])
  func remainders(month: Int, total: Int, remainder: Int) throws {
    let snapshot = try #require(try SampleHistory.history().snapshot(for: month2020(month)))

    #expect(snapshot.total?.value == total)
    #expect(snapshot.netRemainder == remainder)
    #expect(snapshot.sumOfCohorts == total - remainder)
    #expect(snapshot.basis == .weekly)
  }

  @Test("has the cohorts of the papers, in their order")
  func cohorts() throws {
    let history = try SampleHistory.history()
    let table = try [2, 8, 9, 10].map { month in
      try #require(try history.snapshot(for: month2020(month)))
    }
    let rows = history.scheme.rows.map { cohort in table.map { $0[cohort.id]?.value } }

    #expect(
      rows == [
        [356, 343, 338, 336], [84, 112, 110, 107], [51, 38, 32, 35], [18, 25, 26, 24],
        [23, 24, 23, 22], [45, 51, 48, 46], [20, 18, 16, 17], [9, 8, 8, 8], [30, 33, 35, 35],
        [22, 18, 19, 22], [6, 1, 2, 2], [10, 4, 4, 8],
      ])
  }

  @Test("says how many are still being assessed for SGO and for reunification")
  func assessing() throws {
    let history = try SampleHistory.history()
    let table = try [2, 8, 9, 10].map { month in
      try #require(try history.snapshot(for: month2020(month))).counts
    }

    #expect(table.map { $0["sgo_plan"]?.assessing?.value } == [nil, 7, 7, 6])
    #expect(table.map { $0["reunification"]?.assessing?.value } == [nil, 14, 10, 10])
  }

  @Test("knows the day of the report where it is printed, and says so where it is not")
  func days() throws {
    let history = try SampleHistory.history()
    let october = try #require(try history.snapshot(for: month2020(10)))
    let february = try #require(try history.snapshot(for: month2020(2)))

    #expect(october.asAtInWords == "2 November 2020")
    #expect(october.onAsAtInWords == "on 2 November 2020")
    #expect(february.asAt == nil)
    #expect(february.asAtInWords == "end of February 2020")
    #expect(february.onAsAtInWords == "at the end of February 2020")
  }

  @Test("does not take a cohort that is not recorded for one of no children")
  func unknownIsNotNone() throws {
    let total = try history([try observation("total", 338)])
    let snapshot = try #require(try total.snapshot(for: month2020(9)))

    #expect(snapshot["uasc"] == nil)
    #expect(snapshot.sumOfCohorts == nil)
    #expect(snapshot.netRemainder == nil)
  }

  @Test("counts the total once where another figure of it differs in detail")
  func blankDetailFirst() throws {
    let figures = [
      try observation("total", 338), try observation("total", 340, detail: "before checking"),
    ]
    for figures in [figures, figures.reversed()] {
      let snapshot = try #require(try history(figures).snapshot(for: month2020(9)))
      #expect(snapshot.total?.value == 338)
    }
  }
}
