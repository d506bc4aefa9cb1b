import LookedAfter
import SampleHistory
import Testing

@Suite("The progress ratings of October 2020")
struct RatingTests {
  @Test("are the printed ones; the last of the key is the one whose symbol was lost")
  func ratings() throws {
    let history = try SampleHistory.history()
    let levels = try history.scheme.rows.map {
      try history.progress(of: $0.id, in: month2020(10))?.level.rawValue
    }
    let other = try #require(try history.progress(of: "residential_other", in: month2020(10)))

    #expect(levels == [1, 3, 3, 3, 2, 2, 2, 2, 5, 4, 3, 3])
    #expect(other.mark.name == "significant slippage, worsening")
    #expect(
      other.provenance.note == "the symbol was lost from the published text; level 5 by elimination"
    )
  }

  @Test("are five levels, each with a face and words of its own")
  func key() {
    let marks = ProgressLevel.allCases.map { RatingScale.faces[$0] }
    #expect(ProgressLevel.allCases.map(\.rawValue) == [1, 2, 3, 4, 5])
    #expect(Set(marks.map(\.name)).count == 5)
    #expect(Set(marks.map(\.symbol)).count == 5)
    #expect(
      marks.map(\.shortName) == [
        "good progress", "some progress", "no progress", "some slippage", "significant slippage",
      ])
  }

  @Test("of another authority are read from its settings, and a malformed one is passed over")
  func ownMarks() {
    #expect(RatingScale.Mark(recorded: "🟢 | green | on the plan")?.name == "on the plan")
    #expect(RatingScale.Mark(recorded: "green") == nil)
    #expect(RatingScale.Mark(recorded: "🟢 | | on the plan") == nil)
  }
}
