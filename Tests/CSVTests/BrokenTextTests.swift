import CSV
import Testing

@Suite("Text that is not comma-separated values")
struct BrokenTextTests {
  private func sentence(for bytes: [UInt8]) throws -> String {
    let error = try #require(throws: CSVError.self) {
      var parser = CSVParser(bytes: bytes, file: "flows.csv")
      while try parser.next() != nil {}
    }
    return "\(error)"
  }

  @Test("is refused where a quotation mark opens that is never closed")
  func unclosedQuote() throws {
    #expect(
      try sentence(for: Array("date,note\n2020-10,\"said in\nthe meeting\n".utf8))
        == "flows.csv, line 2, column 9: a quotation mark opens here and is never closed.")
  }

  @Test("is refused where text follows a closing quotation mark")
  func textAfterQuote() throws {
    #expect(
      try sentence(for: Array("date\n\"2020\"-10\n".utf8))
        == "flows.csv, line 2, column 7: text follows the closing quotation mark of a field.")
  }

  @Test("is refused where a quotation mark stands inside a field without")
  func quoteInside() throws {
    #expect(
      try sentence(for: Array("note\nprinted as \"no\"\n".utf8))
        == "flows.csv, line 2, column 12: a quotation mark stands inside a field that does not"
        + " begin with one.")
  }

  @Test("is refused where it is not UTF-8, as when Excel saves £ in the old Windows code")
  func notUnicode() throws {
    let pounds = Array("note,measure\n".utf8) + [0xA3] + Array("51,cost\n".utf8)
    let quoted = Array("note,measure\ncost,\"".utf8) + [0xA3] + Array("51\"\n".utf8)
    let problem =
      "the text is not UTF-8; save the file again as \"CSV UTF-8 (comma delimited)\"."

    #expect(try sentence(for: pounds) == "flows.csv, line 2, column 1: \(problem)")
    #expect(try sentence(for: quoted) == "flows.csv, line 2, column 6: \(problem)")
  }
}
