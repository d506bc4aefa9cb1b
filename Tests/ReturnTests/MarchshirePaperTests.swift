import Documents
import HistoryFiles
import LookedAfter
import Reports
import TestSupport
import Testing

/// The briefing and the scorecard of the fictional county, as a page and as what is read in the Word file.
@Suite("Papers of Marchshire") struct MarchshirePaperTests {
  @Test(
    "Each paper is the one that was read and kept",
    arguments: [
      ("marchshire-briefing", "briefing for 1 may 2025 --internal"),
      ("marchshire-scorecard", "scorecard mar 2025"),
    ])
  func golden(name: String, line: String) throws {
    let prompt = try ReturnPrompt(isFile: false)
    try prompt.importMarchshire()
    try prompt.console.loadCases(ofSample: "marchshire")
    let document = try #require(try prompt.console.respond(to: line)?.document)
    let page = HTMLRenderer().render(document).split(separator: "</style>\n").last ?? ""
    #expect(try GoldenFile.difference(String(page), from: "\(name).html") == nil)
    let words = WordText.words(of: WordRenderer().render(document))
    #expect(try GoldenFile.difference(words, from: "\(name).word.txt") == nil)
  }
}
