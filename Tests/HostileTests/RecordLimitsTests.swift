import HistoryFiles
import LookedAfter
import PromptSession
import TestSupport
import Testing

/// What is longer, wider or more than a history holds is refused with the number, and what is just
/// within is recorded.
@Suite("How much a history holds")
struct RecordLimitsTests {
  private static let most = String(repeating: "é", count: RecordLimits.textLength)

  @Test("A comment of 20,000 characters is recorded, one more is refused")
  func comment() throws {
    let prompt = try Prompt()
    _ = try prompt.type("comment ico \"\(Self.most)\"")
    #expect(
      try prompt.refusal(of: "comment ico \"\(Self.most)é\"")
        == "This text has 20001 characters, and a comment, reason or remark has 20000 at most;"
        + " shorten it, or keep it in a file of its own and name that.")
    let document = try #require(try prompt.console.respond(to: "show ico")?.document)
    #expect("\(document)".contains(Self.most.prefix(200)))
  }

  @Test(
    "So are a reason, a remark on a case and a name",
    arguments: [
      "set ico 36 because \"LONG\"", "case K-102 to legal because \"LONG\"",
      "resolution \"LONG\"", "direction total decrease because \"LONG\"",
    ])
  func otherWords(line: String) throws {
    let prompt = try Prompt()
    _ = try prompt.type("case add sgo K-102 at planned for jan 2021 on 3 oct 2020")
    let refusal = try prompt.refusal(of: line.replacing("LONG", with: Self.most + "é"))
    #expect(refusal.contains("20001 characters"), "\(refusal.prefix(200))")
  }

  @Test("What tells one figure from another has 300 characters at most")
  func name() throws {
    let prompt = try Prompt()
    let name = String(repeating: "n", count: RecordLimits.nameLength)
    let path = try prompt.folder.write(
      "date,measure,value,text,detail\n2020-11,event,,Visit,\(name)n\n", to: "long.csv")
    #expect(
      try prompt.refusal(of: "import history \(path)")
        == "\(path), line 2, column 22: this name has 301 characters, and a name has 300 at most;"
        + " shorten it.")
  }

  @Test("In a file the cell is named")
  func historyFile() throws {
    let prompt = try Prompt()
    let path = try prompt.folder.write(
      "date,measure,value,text\n2020-11,comment.ico,,short\n2020-12,comment.ico,,\(Self.most)é\n",
      to: "long.csv")
    #expect(
      try prompt.refusal(of: "import history \(path)")
        == "\(path), line 3, column 22: this text has 20001 characters, and a comment, reason"
        + " or remark has 20000 at most; shorten it, or keep it in a file of its own and name that."
    )
  }

  @Test("A figure is less than 100,000,000")
  func figure() throws {
    let prompt = try Prompt()
    _ = try prompt.type("set total 99999999 nov 2020")
    #expect(
      try prompt.refusal(of: "set total 100000000 dec 2020").contains(
        "100000000 is too great; a figure must be less than 100,000,000"))
  }

  @Test("A scheme has 64 cohorts at most, and 1,000 measures")
  func scheme() throws {
    let row = { (id: String) in "\(id),N,N,leave,E,depends_on_cause,,,\n" }
    let head = SchemeFile.cohortColumns.joined(separator: ",") + "\n"
    let cohorts = (1...RecordLimits.cohorts).map { row("c\($0)") }.joined()
    #expect(
      try SchemeFile.readCohorts(
        bytes: Array((head + row("total") + cohorts).utf8), file: "cohorts.csv"
      ).cohorts.count == 64)
    let error = try #require(throws: (any Error).self) {
      try SchemeFile.readCohorts(
        bytes: Array((head + row("total") + cohorts + row("c65")).utf8), file: "cohorts.csv")
    }
    #expect(
      "\(error)"
        == "cohorts.csv, line 67, column 1: this is one cohort more than the 64 that a scheme"
        + " may have; join some.")
    let measures =
      "id,name,phrase,kind,unit\n"
      + (1...1001).map { "m\($0),N,,stock,children\n" }.joined()
    let tooMany = try #require(throws: (any Error).self) {
      try SchemeFile.readMeasures(bytes: Array(measures.utf8), file: "measures.csv")
    }
    #expect(
      "\(tooMany)".hasPrefix("measures.csv, line 1002, column 1: this is one measure more"))
  }

  @Test("Children are counted from 1948 to a month ahead", arguments: ["dec 1947", "jan 2031"])
  func years(month: String) throws {
    let prompt = try Prompt()
    let refusal = try prompt.refusal(of: "set total 300 \(month)")
    #expect(refusal.contains("check the"), "\(refusal)")
  }
}
