import Indicators
import LookedAfter
import SampleHistory
import Testing

@Suite("The direction of travel")
struct DirectionTests {
  @Test("of each row of the October table is the printed one")
  func october() throws {
    let history = try SampleHistory.history()
    let before = try history.snapshot(for: month2020(9))
    let now = try history.snapshot(for: month2020(10))
    let directions = history.scheme.rows.map { cohort in
      Movement(of: cohort.id, from: before, to: now)?.direction
    }

    #expect(
      directions == [
        .decrease, .decrease, .increase, .decrease, .decrease, .decrease, .increase, .noChange,
        .noChange, .increase, .noChange, .increase,
      ])
  }

  @Test("has the words of the table's key, which say nothing of good or bad")
  func words() {
    #expect(
      [-2, 0, 2].map { DirectionOfTravel(change: $0).rawValue }
        == ["Decrease", "No change", "Increase"])
  }

  @Test("is of the total fourteen fewer than in October 2019 and two more than in March 2019")
  func changesOfTheTotal() throws {
    let history = try SampleHistory.history()
    let now = try history.snapshot(for: month2020(10))
    let changes = try ["2019-03", "2019-10", "2020-02"].map { text in
      let month = try #require(Month(iso: text))
      return Movement(of: .total, from: history.snapshot(for: month), to: now)?.change
    }

    #expect(changes == [2, -14, -20])
  }

  @Test("is not known where either number is not")
  func unknown() throws {
    let history = try SampleHistory.history()
    let march = try history.snapshot(for: month2020(3))
    let october = try history.snapshot(for: month2020(10))

    #expect(Movement(of: "ico", from: march, to: october) == nil)
    #expect(Movement(of: .total, from: nil, to: october) == nil)
  }

  @Test("is set against the newest earlier month with cohorts, and the baseline is February 2020")
  func monthsCompared() throws {
    let history = try SampleHistory.history()

    #expect(try history.monthBefore(month2020(10)) == month2020(9))
    #expect(try history.monthBefore(month2020(8)) == month2020(2))
    #expect(try history.baseline == month2020(2))
    #expect(
      try history.monthsWithCohorts(upTo: month2020(10), atMost: 3)
        == [month2020(8), month2020(9), month2020(10)])
  }
}
