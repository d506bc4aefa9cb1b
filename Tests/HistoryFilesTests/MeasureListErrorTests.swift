import HistoryFiles
import Testing

@Suite("A list of measures that cannot be read")
struct MeasureListErrorTests {
  private func refusal(of line: String) throws -> String {
    try HistoryFilesTests.refusal { try folder(measures: smallCatalogue + line) }
  }

  @Test("is refused where a kind is not known")
  func kind() throws {
    #expect(
      try refusal(of: "ceased,Left care,,outflow,children\n")
        == "measures.csv, line 6, column 19: the kind \"outflow\" is not known; it must be one of"
        + " stock, flow, plan, reference, judgement, text, setting.")
  }

  @Test("is refused where an id is blank or not an id")
  func identifier() throws {
    #expect(
      try refusal(of: ",Left care,,flow,children\n")
        == "measures.csv, line 6, column 1: the id is blank.")
    #expect(
      try refusal(of: "ceased-sgo,Left care,,flow,children\n")
        == "measures.csv, line 6, column 1: the id \"ceased-sgo\" may hold only lower-case letters,"
        + " digits, underscores and dots.")
  }

  @Test("is refused where an id is there twice, for one of the two would be lost")
  func duplicate() throws {
    #expect(
      try refusal(of: "started,Admitted,,flow,children\n")
        == "measures.csv, line 6, column 1: the id \"started\" is there twice.")
  }
}
