import FileAccess
import LookedAfter
import TestSupport
import Testing

@testable import SSDA903

@Suite("The forms in which returns come")
struct FileFormTests {
  private let rows = """
    A,03/05/2022,S,V2,N1,U6,PR1,10/06/2022,X1,CARPL,,,
    A,10/06/2022,L,C1,N1,U6,PR1,,,,,,
    B,01/07/2022,S,C2,N2,K2,PR4,01/02/2023,E4A,,,,
    """

  private func counts(_ files: [(String, String)]) throws -> [Int] {
    let returns = try JoinedReturns(files: files.map { ($0.0, Array($0.1.utf8)) })
    return try counts(returns)
  }

  private func counts(_ returns: JoinedReturns) throws -> [Int] {
    let caseload = try Caseload(returns, scheme: try Support.scheme())
    let row = caseload.counts(on: [try day("31/08/2022"), try day("31/03/2023")])
    return row.flatMap { [$0.total, $0["ico"] ?? -1, $0["residential_disability"] ?? -1] }
  }

  private let expected = [2, 1, 1, 1, 1, 0]

  @Test("with line ends, quotes, marks, blanks and small letters as systems write them")
  func dialects() throws {
    let plain = "\(Support.header)\n\(rows)\n"
    let texts = [
      plain,
      plain.replacing("\n", with: "\r\n"),
      plain.replacing("\n", with: "\r"),
      "\u{FEFF}" + plain,
      String(plain.dropLast()),
      plain.replacing("\n", with: "\n\n"),
      plain.split(separator: "\n").map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).map { "\"\($0)\"" }
          .joined(separator: ",")
      }.joined(separator: "\n"),
      plain.replacing(",", with: " , "),
      plain.lowercased(),
      plain.replacing("\n", with: ",,\n"),
      plain.replacing("03/05/2022", with: "3/5/2022"),
      plain.replacing("03/05/2022", with: "2022-05-03 00:00:00"),
    ]
    for text in texts { #expect(try counts([("x.csv", text)]) == expected, "\(text)") }
  }

  @Test("with columns in any order and others among them")
  func anyOrder() throws {
    let names = Support.header.split(separator: ",")
    let order = [12, 3, 0, 7, 1, 5, 2, 4, 8, 6, 9, 11, 10]
    let lines = (Support.header + "\n" + rows).split(separator: "\n").enumerated().map {
      index, line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      return (["PL_DISTANCE"] + order.map { String(fields[$0]) }).enumerated().map {
        $0 == 0 && index > 0 ? "12.5" : $1
      }.joined(separator: ",")
    }
    #expect(names.count == order.count)
    #expect(try counts([("any.csv", lines.joined(separator: "\n"))]) == expected)
  }

  @Test("as a data platform writes them, with ISO dates, LA and YEAR")
  func platform() throws {
    let text = """
      CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,LA,YEAR
      A,2022-05-03,S,V2,N1,U6,PR1,2022-06-10,X1,,E06000099,2023
      A,2022-06-10,L,C1,N1,U6,PR1,,,,E06000099,2023
      A,2022-06-10,L,C1,N1,U6,PR1,2023-05-01,E4A,,E06000099,2024
      A,2022-07-01,S,C2,N2,K2,PR4,2023-02-01,E4A,,E06000098,2023
      B,2023-04-20,S,V2,N2,U6,PR4,,,,E06000098,2024
      """
    let returns = try JoinedReturns(files: [("all.csv", Array(text.utf8))])

    #expect(returns.years == [2023, 2024])
    #expect(returns.authorities == ["E06000098", "E06000099"])
    #expect(returns.childCount == 3, "the same id in two authorities is two children")
    #expect(try counts(returns) == expected)
    let dates = try [day("31/08/2022"), day("30/04/2023"), day("31/05/2023")]
    for (authority, totals) in [("E06000098", [1, 1, 1]), ("E06000099", [1, 1, 0])] {
      let caseload = try Caseload(returns, scheme: try Support.scheme(), authority: authority)
      #expect(caseload.totals(on: dates) == totals)
    }
    let none = try Caseload(returns, scheme: try Support.scheme(), authority: "E06000001")
    #expect(none.totals(on: dates) == [0, 0, 0])
  }

  @Test("as a zip, stored or deflated, the same as the folder")
  func zipped() throws {
    let folder = try JoinedReturns(path: Support.fixture("annual-2026"))
    let zip = try JoinedReturns(path: Support.fixture("deflated.zip"))
    let scheme = try Support.scheme()
    let dates = folder.monthEnds

    #expect(zip.files.map(\.name).contains("return/2024/Episodes.csv"))
    #expect(
      try Caseload(zip, scheme: scheme).counts(on: dates)
        == Caseload(folder, scheme: scheme).counts(on: dates))
    let stored = try JoinedReturns(path: Support.fixture("stored.zip"))
    #expect(stored.years == [2026])
    #expect(stored.rowCount > 50)
  }

  @Test("as XML")
  func xml() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE EXPSSDA903 [ <!ENTITY x SYSTEM "file:///nowhere"> ]>
      <!-- a comment -->
      <EXPSSDA903 xmlns="urn:x">
        <CHILD>
          <HEADER><CHILDID>A</CHILDID><SEX>1</SEX><DOB>01/01/2010</DOB><UASC>0</UASC></HEADER>
          <EPISODE><DECOM>03/05/2022</DECOM><RNE>S</RNE><LS>V2</LS><CIN>N1</CIN><PL>U6</PL>
            <PLACE_PROVIDER>PR1</PLACE_PROVIDER><DEC>10/06/2022</DEC><REC>X1</REC></EPISODE>
          <EPISODE><DECOM>10/06/2022</DECOM><RNE>L</RNE><LS>C1</LS><CIN>N1</CIN><PL>U6</PL>
            <PLACE_PROVIDER>PR1</PLACE_PROVIDER><DEC/></EPISODE>
          <AREVIEW><REVIEW>01/01/2023</REVIEW></AREVIEW>
        </CHILD>
        <CHILD>
          <HEADER><CHILDID><![CDATA[B]]></CHILDID><DOB>01/01/2007</DOB><UASC>1</UASC>
            <DUC>01/02/2023</DUC></HEADER>
          <EPISODE><DECOM>01/07/2022</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N2</CIN><PL>K2</PL>
            <DEC>01/02/2023</DEC><REC>E4A</REC></EPISODE>
        </CHILD>
      </EXPSSDA903>
      """
    let returns = try JoinedReturns(files: [("return.xml", Array(text.utf8))])
    let caseload = try Caseload(returns, scheme: try Support.scheme())
    let counts = caseload.counts(on: [try day("31/08/2022")])[0]

    #expect(returns.childCount == 2)
    #expect(counts.total == 2)
    #expect(counts["ico"] == 1)
    #expect(counts["uasc"] == 1)
    #expect(Support.rules(returns).isEmpty)
  }

  @Test("read the same in stretches of any size, with line ends within quotation marks")
  func stretches() throws {
    var text = "NOTE," + Support.header + "\n"
    for child in 0..<60 {
      let note = child % 3 == 0 ? "\"line,\none \"\"two\"\"\r\n\"" : child % 3 == 1 ? "\"\"" : "x"
      text += "\(note),C\(child),01/0\(1 + child % 9)/2022,S,V2,N1,U6,PR1,,,,,,\n"
      if child % 7 == 0 { text += "a\"b,broken,01/01/2022\n" }
    }
    let folder = try ReturnFolder(path: "memory", files: [("e.csv", Array(text.utf8))])
    let whole = try JoinedReturns(folder, threads: 1)
    let key = try Support.key()
    #expect(whole.childCount == 60)
    for size in [1, 30, 64, 333] {
      for threads in [1, 2] {
        let pieces = try JoinedReturns(folder, threads: threads, stretchSize: size)
        #expect(pieces.findings(key: key) == whole.findings(key: key), "\(size)")
        #expect(
          try Caseload(pieces, scheme: Support.scheme()).totals(on: whole.monthEnds)
            == Caseload(whole, scheme: Support.scheme()).totals(on: whole.monthEnds))
      }
    }
  }

  @Test("are recognised by their columns, and what is none of them is passed over")
  func recognition() throws {
    let returns = try JoinedReturns(files: [
      ("2017-sw_data.csv", Array("\(Support.header)\n\(rows)\n".utf8)),
      ("a.csv", Array("CHILD,DOB,MISSING,MIS_START,MIS_END\n".utf8)),
      ("b.csv", Array("CHILD,SW_ID,SW_DECOM,SW_DEC,SW_REASON\n".utf8)),
      ("c.csv", Array("CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\nA,01/01/2010,P1,,zz/05/2020\n".utf8)),
      ("d.csv", Array("month,total\n".utf8)),
      ("e.csv", Array("CHILD,DOB,DOLO_START,DOLO_END\n".utf8)),
      ("f.csv", Array("CHILD,PLAN,START,END\n".utf8)),
    ])
    #expect(
      returns.files.map(\.kind) == [
        .episodes, .missing, .socialWorkers, .previousPermanence, nil, .deprivationOfLiberty,
        .plans,
      ])
    #expect(returns.files[0].year == 2023, "the dates decide, not the 2017 in the name")
    #expect(returns.files[4].reason == "the file has none of the return's columns")
  }
}
