import LookedAfter
import SampleHistory
import Testing

@Suite("A commentary")
struct CommentaryTests {
  private func pieces(of text: String) -> [Commentary.Piece] {
    Commentary(
      text: text, provenance: Provenance(source: nil, recordedAt: "2020-11-02T00:00:00Z")
    ).pieces
  }

  @Test("keeps a figure as it was written, with the measure that it states")
  func statedFigure() {
    #expect(
      pieces(of: "Applications for {16 = pipeline.sgo.open} children are filed.") == [
        .words("Applications for "), .figure(stated: 16, measure: "pipeline.sgo.open"),
        .words(" children are filed."),
      ])
  }

  @Test("leaves a figure to the program where only the measure is written")
  func figureToFill() {
    #expect(
      pieces(of: "{total}{ pipeline.open }") == [
        .figure(stated: nil, measure: "total"), .figure(stated: nil, measure: "pipeline.open"),
      ])
  }

  @Test(
    "is left as it is where braces hold neither",
    arguments: ["{TBC}", "{}", "{16}", "{= total}", "{x = total}", "{1 = 2 = total}", "{total"])
  func unreadable(braces: String) {
    #expect(pieces(of: "Now \(braces)") == [.words("Now "), .unreadable(braces)])
  }

  @Test("of words only is one piece, and of nothing none")
  func words() {
    let words = "New admissions} in the month."
    #expect(pieces(of: words) == [.words(words)])
    #expect(pieces(of: "").isEmpty)
  }

  @Test("of the SGO row states 16 applications, though 13 are recorded: September's were 16")
  func october() throws {
    let history = try SampleHistory.history()
    let commentary = try #require(try history.commentary(on: "sgo_plan", in: month2020(10)))

    #expect(commentary.statedFigures.map(\.stated) == [16])
    #expect(try history.figure("pipeline.sgo.open", in: month2020(10)) == 13)
    #expect(try history.figure("pipeline.sgo.open", in: month2020(9)) == 16)
  }

  @Test(
    "may name what is made from recorded numbers",
    arguments: [
      ("total", 336), ("uasc", 2), ("net_remainder", 10), ("pipeline.open", 20),
      ("pipeline.discharge.open", 7), ("planned.total", 16), ("ceased.sgo", 3),
    ])
  func figures(measure: String, number: Int) throws {
    let figure = try SampleHistory.history()
      .figure(MeasureID(rawValue: measure), in: month2020(10))
    #expect(figure == number)
  }

  @Test("cannot name what is not recorded: no adoption is among October's leavers")
  func unknownFigure() throws {
    #expect(try SampleHistory.history().figure("ceased.adoption", in: month2020(10)) == nil)
  }
}
