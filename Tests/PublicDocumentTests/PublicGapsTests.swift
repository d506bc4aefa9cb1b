import Disclosure
@testable import Documents
import HistoryFiles
import LookedAfter
import Testing

@testable import Reports

/// What stands in public updates of Herefordshire where a figure is hidden.
@Suite("What a public paper says where a figure is hidden") struct PublicGapsTests {
  private let history: History
  private let october: Month

  init() throws {
    history = try HistoryFolder.sample(named: "herefordshire").history
    october = try #require(Month(iso: "2020-10"))
  }

  private func update(_ month: Month, threshold: Int = 5) throws -> Document {
    try PublicPaper(
      history, month: month, before: [], policy: DisclosurePolicy(threshold: threshold)
    ) { history, pass in try pass(try MonthlyUpdate.document(history, month: month)) }.document
  }

  private func cell(_ document: Document, _ row: String, _ column: String) throws -> Cell {
    let table = try #require(document.table("cohorts"))
    let place = try #require(table.columns.firstIndex { $0.id == column })
    return try #require(table.rows.first { $0.cells.first == .text(row) }).cells[place]
  }

  @Test("Best interests assessed for 10 of 17 children go under a threshold of 10, the 17 stand")
  func remark() throws {
    let usual = try cell(try update(october), "reunification", "2020-10")
    #expect(usual.remark == "assessing best interests for 10")
    // With 6 of another cohort it could be 10 there: the same words, but in another cell.
    let strict = try cell(try update(october, threshold: 10), "reunification", "2020-10")
    #expect(strict.value == .number(mantissa: 17, decimals: 0))
    #expect(strict.remark == nil)
    #expect(strict.remarkNumber == nil)
  }

  @Test("From 19 to 22 under section 20 is a small move like any other: one of the two is hidden")
  func section20() throws {
    let document = try update(october)
    #expect(try cell(document, "section20", "2020-10") == .integer(22))
    #expect(try cell(document, "section20", "2020-09").display == "[c]")
    #expect(try cell(document, "section20", "change").display == "[c]")
  }

  @Test("Where the difference of joiners and leavers is hidden, nothing is said to explain it")
  func note() throws {
    let september = october.advanced(by: -1)
    let open = MarkdownRenderer().render(try MonthlyUpdate.document(history, month: september))
    #expect(open.contains("which can explain a small difference"))
    let text = MarkdownRenderer().render(try update(september))
    #expect(!text.contains("which can explain a small difference"))
  }

  @Test("A hidden bar is [c] and named under the chart, never a figure that is not known")
  func bars() throws {
    let document = try update(october)
    let charts = document.blocks.compactMap { block -> Chart? in
      guard case .chart(let chart) = block, case .bars = chart.kind else { return nil }
      return chart
    }
    let chart = try #require(charts.first)
    #expect(chart.remark?.hasPrefix("Without a bar, for they are [c]: ") == true)
    #expect(chart.remark?.contains("October 2020") == true)
    let page = HTMLRenderer().render(document)
    #expect(page.contains(">[c]</text>"))
    #expect(!page.contains(">not known</text>"))
  }

  @Test(
    "The reasons for leaving of a month of which the paper has only how many left are none of it")
  func lines() throws {
    let tarnbridge = try HistoryFolder.sample(named: "tarnbridge").history
    let march = try #require(Month(iso: "2025-03"))
    let paper = try PublicPaper(tarnbridge, month: march, before: []) { history, pass in
      try pass(try MonthlyUpdate.document(history, month: march))
    }
    let figures = paper.published.map(\.figure)
    #expect(figures.contains { $0.hasPrefix("ceased.turned_18|2025-03|") })
    #expect(figures.contains { $0.hasPrefix("ceased|2023-12|") })
    #expect(!figures.contains { $0.hasPrefix("ceased.turned_18|2023-12|") })
  }
}
