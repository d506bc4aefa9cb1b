import Documents
import LookedAfter
import Reports
import TestSupport
import Testing

/// The update, the scorecard and the briefing in the forms that are handed on: a page, tables, and what is read in
/// the Word file.
@Suite("Papers to hand in") struct PaperFormTests {
  private func papers() throws -> [(name: String, document: Document)] {
    let papers = try ShippedPapers()
    return [
      ("update-2020-10", try MonthlyUpdate.document(papers.history, month: papers.october)),
      ("scorecard-2020-10", try Scorecard.document(papers.history, month: papers.october)),
      (
        "briefing-2020-12-01",
        try ScrutinyBriefing(papers.history, meeting: #require(CivilDate(iso: "2020-12-01")))
          .document(
            template: ShippedPapers.template(.briefing), glossary: ShippedPapers.glossary())
      ),
    ]
  }

  @Test("Each paper in each form is the one that was read and kept")
  func golden() throws {
    for (name, document) in try papers() {
      let page = HTMLRenderer().render(document).split(separator: "</style>\n").last ?? ""
      for (ending, text) in [
        ("html", String(page)), ("csv", CSVRenderer().render(document)),
        ("word.txt", WordText.words(of: WordRenderer().render(document))),
      ] {
        #expect(try GoldenFile.difference(text, from: "\(name).\(ending)") == nil)
      }
    }
  }

  @Test(
    "Each paper says in its properties whose it is and what it is about, and no name of a person")
  func properties() throws {
    for (name, document) in try papers() {
      let expected = DocumentProperties(
        author: "Herefordshire", subject: "Looked after children of Herefordshire, October 2020",
        keywords: ["looked after children", "Herefordshire", "October 2020"])
      #expect(document.properties == expected, "\(name)")
    }
  }

  @Test("What was written for the head of a paper in two paragraphs is a cell and a paragraph")
  func twoParagraphs() throws {
    let papers = try ShippedPapers(adding: [
      ShippedPapers.text(
        "paper.slot", "contact", "The head of service.\nBy telephone.",
        .month(try #require(Month(iso: "2020-10"))))
    ])
    let briefing = try ScrutinyBriefing(papers.history, month: papers.october)
      .document(template: ShippedPapers.template(.briefing), glossary: ShippedPapers.glossary())
    let table = try #require(
      briefing.blocks.compactMap { block -> Table? in
        if case .table(let table) = block, table.id == "meeting" { return table }
        return nil
      }.first)
    let cells = table.rows.first { $0.cells[0].value == .text("contact") }?.cells
    #expect(cells?[2].value == .text("The head of service."))
    #expect(briefing.blocks[1] == .paragraph("1. Contact: By telephone."))
  }

  @Test("Every chart of a paper names its source, and the one without a band says why")
  func charts() throws {
    for (name, document) in try papers() {
      let charts = document.blocks.compactMap { block -> Chart? in
        if case .chart(let chart) = block { return chart }
        return nil
      }
      #expect(!charts.isEmpty)
      for chart in charts { #expect(chart.source?.isEmpty == false, "\(name), \(chart.id)") }
      let trend = try #require(charts.first { $0.id == "total-trend" })
      #expect(trend.remark?.hasPrefix("No band is drawn") == true)
      let page = HTMLRenderer().render(document)
      #expect(
        page.split(separator: "\n").contains {
          $0.hasPrefix("<p class=\"notes\">") && $0.contains("No band is drawn")
        })
    }
  }
}
