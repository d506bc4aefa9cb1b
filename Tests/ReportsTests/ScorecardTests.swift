import Documents
import LookedAfter
import TestSupport
import Testing

@testable import Reports

/// The scorecard of October 2020.
@Suite("Scorecard") struct ScorecardTests {
  private func table(_ document: Document, _ id: String) throws -> Table {
    try #require(
      document.blocks.compactMap { block -> Table? in
        if case .table(let table) = block, table.id == id { return table }
        return nil
      }.first)
  }

  @Test("The card is the one that was read and kept")
  func golden() throws {
    let papers = try ShippedPapers(adding: boxes())
    let card = try Scorecard.document(papers.history, month: papers.october)
    let text = MarkdownRenderer().render(card)
    #expect(try GoldenFile.difference(text, from: "scorecard-2020-10.md") == nil)
  }

  private func boxes() throws -> [Observation] {
    let october = Period.month(try #require(Month(iso: "2020-10")))
    return [
      ShippedPapers.text("scorecard.well", "1", "Eight orders ended a stay in care.", october),
      ShippedPapers.text("scorecard.worry", "1", "Seven of ten applications slipped.", october),
      ShippedPapers.text("scorecard.action", "2", "Recruit carers for step-down.", october),
      ShippedPapers.text("scorecard.action", "1", "Finish life story work.", october),
    ]
  }

  @Test("A measure stands with the month, the month before, the same month last year, and its way")
  func total() throws {
    let papers = try ShippedPapers()
    let card = try Scorecard.document(papers.history, month: papers.october)
    let row = try #require(try table(card, "scorecard").rows.first)
    #expect(
      row.cells == [
        .text("total"), .text("All looked after children"), .integer(336), .integer(338),
        .notApplicable, .integer(350), .missing, .text("Decrease"), .notApplicable,
      ])
  }

  @Test("A year to date with months missing is not given as a sum")
  func yearToDate() throws {
    let papers = try ShippedPapers()
    let card = try Scorecard.document(papers.history, month: papers.october)
    let started = try #require(
      try table(card, "scorecard").rows.first { $0.cells[0] == .text("started") })
    #expect(started.cells[2] == .integer(10))
    #expect(started.cells[4].value == .missing)
    #expect(started.cells[4].remark == "12 in 2 of 7 months")
  }

  @Test("Performance is judged only where a direction was chosen, against the way that was")
  func performance() throws {
    let direction = ShippedPapers.text("setting.direction", "total", "decrease", .undated)
    let papers = try ShippedPapers(adding: [direction])
    let card = try Scorecard.document(papers.history, month: papers.october)
    #expect(try table(card, "scorecard").rows.first?.cells.last == .text("better"))
  }

  @Test("The financial year begins in April")
  func year() throws {
    for (month, april) in [("2020-04", "2020-04"), ("2020-10", "2020-04"), ("2021-03", "2020-04")] {
      let month = try #require(Month(iso: month))
      #expect("\(ScorecardLine.startOfYear(month))" == april)
    }
  }

  @Test("The boxes hold their lines by number")
  func lines() throws {
    let papers = try ShippedPapers(adding: boxes())
    let card = try Scorecard.document(papers.history, month: papers.october)
    #expect(card.blocks.contains(.list(["Eight orders ended a stay in care."])))
    #expect(
      card.blocks.contains(
        .list(["1: Finish life story work.", "2: Recruit carers for step-down."])))
  }
}
