import Documents
import Indicators
import LookedAfter
import Reports
import Testing

@Suite("The working of a figure") struct WorkingTableTests {
  private func provenance(_ title: String, _ day: String) -> Provenance {
    Provenance(
      source: Source(id: title, shortTitle: title, title: title, date: nil),
      recordedAt: "\(day)T09:00:00Z")
  }

  private func workingTable(of working: Working) -> Table? {
    for case .table(let table) in working.blocks { return table }
    return nil
  }

  @Test("A rate names its count and population, their sources, and when each was recorded")
  func rate() throws {
    let count = Recorded(344, provenance("Children looked after 2025", "2025-11-20"))
    let working = try #require(RatePer10000(children: 344, population: 34_439)).working
      .citing(count.provenance, for: "x")
      .citing(provenance("Mid-year estimates", "2025-07-30"), for: "n")
    let table = try #require(workingTable(of: working))
    #expect(
      table.rows.map { $0.cells[1] }
        == ["x", "n", "per", "rate", "rate as printed"].map {
          Cell.text($0)
        })
    #expect(table.rows[0].cells[3] == .text("Children looked after 2025"))
    #expect(table.rows[0].cells[4] == .text("2025-11-20"))
    #expect(table.rows[3].cells[2] == .decimal(mantissa: 998_868, decimals: 4))
    #expect(working.citing(nil, for: "x") == working)
    #expect(working.citing(count.provenance, for: "no such input") == working)
  }

  @Test("The smallest probability keeps its digits, and nothing is printed as not-a-number")
  func numbers() throws {
    let test = try #require(ExactPoissonTest(count: 344, expected: 231.15))
    let table = try #require(workingTable(of: test.working))
    #expect(table.rows.last?.cells[2] == .decimal(mantissa: 529_234, decimals: 17))
    let none = try #require(RatePer10000(children: 0, population: 34_260))
    let some = try #require(RatePer10000(children: 3, population: 34_260))
    let two = try #require(TwoRates(some, none))
    #expect(
      workingTable(of: two.working)?.rows.contains { $0.cells[2] == .text("no upper limit") }
        == true)
  }

  @Test("A caution becomes a note with its code")
  func notes() throws {
    let rate = try #require(RatePer10000(children: 12, population: 10))
    let notes = rate.working.blocks.compactMap { block -> Note? in
      if case .note(let note) = block { return note }
      return nil
    }
    #expect(notes.map(\.code) == ["rate-above-base"])
    #expect(notes.map(\.severity) == [.warning])
  }

  @Test("A series names each of its sources once, with the span of its recording")
  func series() throws {
    let april = try #require(Month(iso: "2020-04"))
    let points = (0..<24).map { index in
      SeriesPoint(
        april.advanced(by: index), Double(8 + index % 3),
        provenance("paper \(index / 12 + 1)", "2021-0\(index / 12 + 1)-05"))
    }
    let chart = try ControlChart(FlowSeries(Series(points)))
    let input = try #require(workingTable(of: chart.working)?.rows.first)
    #expect(input.cells[2] == .text("24 values, April 2020 to March 2022"))
    #expect(input.cells[3] == .text("paper 1; paper 2"))
    #expect(input.cells[4] == .text("2021-01-05 to 2021-02-05"))
  }
}
