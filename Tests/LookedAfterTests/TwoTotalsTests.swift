import LookedAfter
import SampleHistory
import Testing

@Suite("September 2020, for which two papers give different totals")
struct TwoTotalsTests {
  @Test("keeps both, each with its basis and its source")
  func both() throws {
    let snapshots = try SampleHistory.history().snapshots(for: month2020(9))

    #expect(snapshots.map { $0.total?.value } == [338, 337])
    #expect(snapshots.map(\.basis) == [.weekly, .monthEnd])
    #expect(snapshots.map { $0.asAt?.description } == ["2020-10-05", "2020-09-30"])
    #expect(
      snapshots.map { $0.total?.provenance.source?.id } == ["update-2020-11", "scorecard-2020-09"])
  }

  @Test("stands in the monthly update on weekly data, which counts the cohorts")
  func preferred() throws {
    let snapshot = try #require(try SampleHistory.history().snapshot(for: month2020(9)))

    #expect(snapshot.basis == .weekly)
    #expect(snapshot.counts.count == 11)
  }

  @Test("prefers cohorts to none, then weekly data to month end, year end and no basis")
  func order() throws {
    let figures = [
      try observation("total", 1), try observation("total", 2, basis: .yearEnd),
      try observation("total", 3, basis: .monthEnd), try observation("total", 4, basis: .weekly),
    ]
    let totals = { (history: History) throws in
      try history.snapshots(for: month2020(9)).map { $0.total?.value }
    }

    #expect(try totals(history(figures)) == [4, 3, 2, 1])
    let cohort = try observation("ico", 32, basis: .monthEnd)
    #expect(try totals(history(figures + [cohort])) == [3, 4, 2, 1])
  }

  @Test("keeps the printed rate with the total that it was printed beside")
  func printedRates() throws {
    let snapshots = try SampleHistory.history().snapshots(for: month2020(9))

    #expect(snapshots.map { $0.printedRate?.value } == [nil, Quantity(mantissa: 93)])
  }
}
