import Documents
import Reports
import TestSupport
import Testing

/// The update and the scorecard in the forms that are handed on: a page, tables, and what is read in
/// the Word file.
@Suite("Papers to hand in") struct PaperFormTests {
  private func papers() throws -> [(name: String, document: Document)] {
    let papers = try ShippedPapers()
    return [
      ("update-2020-10", try MonthlyUpdate.document(papers.history, month: papers.october)),
      ("scorecard-2020-10", try Scorecard.document(papers.history, month: papers.october)),
    ]
  }

  @Test("Each paper in each form is the one that was read and kept")
  func golden() throws {
    for (name, document) in try papers() {
      let page = HTMLRenderer().render(document).split(separator: "</style>\n").last ?? ""
      for (ending, text) in [
        ("html", String(page)), ("csv", CSVRenderer().render(document)),
        ("word.txt", Self.words(of: WordRenderer().render(document))),
      ] {
        #expect(try GoldenFile.difference(text, from: "\(name).\(ending)") == nil)
      }
    }
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

  /// The paragraphs of the main part, one a line, with their styles.
  private static func words(of file: [UInt8]) -> String {
    // The parts are stored and not packed, so that they stand in the file as they are.
    let text = String(decoding: file, as: UTF8.self)
    guard let start = text.firstRange(of: "<w:body>"), let end = text.firstRange(of: "</w:body>")
    else { return "" }
    return text[start.upperBound..<end.lowerBound].split(separator: "</w:p>").compactMap {
      paragraph -> String? in
      let words = paragraph.matches(of: #/<w:t(?: [^>]*)?>([^<]*)</w:t>/#).map { String($0.1) }
        .joined()
      guard !words.isEmpty else { return nil }
      let style = paragraph.firstMatch(of: #/<w:pStyle w:val="([^"]*)"/#).map { String($0.1) } ?? ""
      return style + ": " + words
    }.joined(separator: "\n") + "\n"
  }
}
