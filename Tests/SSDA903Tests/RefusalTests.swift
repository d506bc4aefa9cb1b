import LookedAfter
import SSDA903
import TestSupport
import Testing

@Suite("What is not a return")
struct RefusalTests {
  private func sentence(_ name: String, _ bytes: [UInt8]) throws -> String {
    let error = try #require(throws: ReturnError.self) {
      try JoinedReturns(files: [(name, bytes)])
    }
    return "\(error)"
  }

  private func sentence(_ name: String, _ text: String) throws -> String {
    try sentence(name, Array(text.utf8))
  }

  @Test("is refused with the reason")
  func reasons() throws {
    #expect(try sentence("Episodes.csv", "") == "Episodes.csv: the file is empty.")
    #expect(
      try sentence("Episodes.csv", [0xFF, 0xFE, 67, 0])
        == "Episodes.csv: the file is in UTF-16; save it again as CSV UTF-8.")
    #expect(
      try sentence("Episodes.csv", [0x50, 0x4B, 3, 4, 0])
        == "Episodes.csv: the file is a zip or a workbook, not text; save it as CSV.")
    #expect(
      try sentence("Episodes.csv", "CHILD;DECOM;RNE\n")
        == "Episodes.csv: the values are not separated by commas; save the file as CSV.")
    #expect(
      try sentence("Episodes.csv", "month,total\n")
        == "Episodes.csv: the file has none of the return's columns.")
    #expect(
      try sentence("x.csv", "CHILD,DECOM,RNE,LS,CIN,DEC,REC\n")
        == "x.csv: the file has the columns of the table Episodes but for PLACE; export it again"
        + " with every column.")
    #expect(
      try sentence("episodes.csv", "CHILD,SEX,DOB,ETHNIC\n")
        == "episodes.csv: the file is named like the table Episodes and has the columns of the table"
        + " Header.")
    #expect(
      try sentence("a.xml", "<html></html>")
        == "a.xml: the file is XML, but not an SSDA903 return.")
    #expect(
      try sentence("a.xml", "<EXPSSDA903><CHILD>")
        == "a.xml: the XML breaks off or is not well formed at line 1.")
    #expect(
      try sentence("Header.csv", "CHILD,SEX,DOB,ETHNIC\n")
        == "There are no episodes in memory; the return has them in a file with the columns CHILD,"
        + " DECOM, RNE, LS, CIN, PLACE, DEC and REC, and what is there is Header.")
  }

  @Test("is refused where the month stands first, for half of the dates would be read wrongly")
  func monthFirst() throws {
    let header = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC\n"
    func rows(_ dates: [String]) -> String {
      header
        + dates.enumerated().map { "\($0),\($1),S,C2,N1,U6,PR1,,\n" }.joined()
    }
    let american = (1...12).map { "\($0)/\($0 + 8)/2023" }
    #expect(
      try sentence("Episodes.csv", rows(american))
        == "Episodes.csv: the month stands first in 8 dates, such as one in line 6; export it with"
        + " every date as dd/mm/yyyy or yyyy-mm-dd.")
    let words = (1...12).map { "\($0) May 2023" }
    #expect(
      try sentence("Episodes.csv", rows(words))
        == "Episodes.csv: DECOM is no date in 12 of 12 rows; export it with every date as dd/mm/yyyy"
        + " or yyyy-mm-dd.")
    let slip = ["05/31/2023"] + (10...28).map { "\($0)/05/2023" }
    let read = try JoinedReturns(files: [("Episodes.csv", Array(rows(slip).utf8))])
    #expect(read.findingCounts.map(\.rule.id) == ["141"])
  }

  @Test("is refused where the ids are of two authorities")
  func strangers() throws {
    let ids = 1...30
    func file(_ name: String, _ year: Int) -> (name: String, rows: [String]) {
      (name, ids.map { "\($0),03/05/\(year),S,C2,N1,U6,PR1,,\n" })
    }
    func headers(_ year: Int) -> String {
      "CHILD,SEX,DOB,ETHNIC\n" + ids.map { "\($0),1,01/02/\(year),WBRI\n" }.joined()
    }
    let columns = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC\n"
    let files = [(2022, 2010), (2023, 2011)].flatMap { year, birth in
      [
        ("\(year)-episodes.csv", columns + file("", year).rows.joined()),
        ("\(year)-header.csv", headers(birth)),
      ]
    }
    let error = try #require(throws: ReturnError.self) {
      try JoinedReturns(files: files.map { ($0.0, Array($0.1.utf8)) })
    }
    #expect(
      "\(error)".contains(
        "30 of the 30 children whom the return to 31 March 2024 shares with earlier ones have another"
          + " date of birth in it"))
  }

  /// A return of children born in 2012, and of as many care leavers as there are.
  private func cut(children: Int, without: Int, leavers: Int = 0) throws -> JoinedReturns {
    let columns = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC\n"
    let rows = (1...(children - without)).map { "\($0),03/05/2022,S,C2,N1,U6,PR1,,\n" }
    let headers =
      (1...children).map { "\($0),1,01/02/2012,WBRI\n" }
      + (0..<leavers).map { "L\($0),1,01/02/2004,WBRI\n" }
    return try JoinedReturns(
      files: [
        ("2023/Episodes.csv", columns + rows.joined()),
        ("2023/Header.csv", "CHILD,SEX,DOB,ETHNIC\n" + headers.joined()),
      ].map { ($0.0, Array($0.1.utf8)) })
  }

  @Test("is refused where more than one child in ten of the header has no episode")
  func cutShort() throws {
    let error = try #require(throws: ReturnError.self) { try cut(children: 60, without: 7) }
    #expect(
      "\(error)"
        == "2023/Episodes.csv: 7 of the 60 children under 17 in 2023/Header.csv have no episode in the"
        + " return to 31 March 2023, so the episodes were cut short or are of another return; export"
        + " both again, whole and together.")
    for returns in [
      try cut(children: 60, without: 6), try cut(children: 10, without: 4),
      try cut(children: 60, without: 0, leavers: 40),
    ] {
      #expect(returns.findingCounts.contains { $0.rule.id == "header-only" })
    }
  }

  @Test("is refused where one of several returns was cut short, whose children others have")
  func oneCutShort() throws {
    let columns = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC\n"
    func files(_ year: Int, _ count: Int) -> [(name: String, bytes: [UInt8])] {
      let rows = (1...count).map { "\($0),03/05/2021,S,C2,N1,U6,PR1,,\n" }
      let headers = (1...60).map { "\($0),1,01/02/2012,WBRI\n" }
      let last = "\(1),03/05/\(year - 1),L,C2,N1,U6,PR1,,\n"
      return [
        ("\(year)/Episodes.csv", Array((columns + rows.joined() + last).utf8)),
        ("\(year)/Header.csv", Array(("CHILD,SEX,DOB,ETHNIC\n" + headers.joined()).utf8)),
      ]
    }
    let error = try #require(throws: ReturnError.self) {
      try JoinedReturns(files: files(2022, 60) + files(2023, 30))
    }
    #expect(
      "\(error)".hasPrefix("2023/Episodes.csv: 30 of the 60 children under 17 in 2023/Header"))
    #expect(try JoinedReturns(files: files(2022, 60) + files(2023, 60)).childCount == 60)
  }

  @Test("stops when it is told to")
  func stopped() throws {
    let error = try #require(throws: ReturnError.self) {
      try JoinedReturns(
        path: Support.fixture("annual"), watch: ReadingWatch(isCancelled: { true }))
    }
    #expect("\(error)" == "Stopped; nothing was read.")
  }

  @Test("is refused when it is not there, or a folder without files")
  func missing() throws {
    let folder = try TemporaryFolder()
    var error = try #require(throws: ReturnError.self) {
      try JoinedReturns(path: folder.file("none"))
    }
    #expect("\(error)" == "There is no file \(folder.file("none")).")
    error = try #require(throws: ReturnError.self) { try JoinedReturns(path: folder.path) }
    #expect("\(error)".hasPrefix("There are no episodes in \(folder.path);"))
  }

  @Test("is refused when XML nests without end")
  func deepXML() throws {
    let text = "<EXPSSDA903>" + String(repeating: "<a>", count: 100_000)
    #expect(try sentence("a.xml", text).hasSuffix("not well formed at line 1."))
  }

  @Test("is refused when a zip would unpack to more than it can hold, or is broken")
  func zips() throws {
    let folder = try TemporaryFolder()
    let good = try bytes(of: Support.fixture("deflated.zip"))
    func read(_ bytes: [UInt8]) -> String {
      let path = folder.file("x.zip")
      write(bytes, to: path)
      do {
        _ = try JoinedReturns(path: path)
        return "read"
      } catch { return "\(error)" }
    }
    #expect(read(good) == "read")
    let start = try #require(centralDirectory(of: good))
    var bomb = good
    // The size that the first file is said to have, unpacked.
    bomb.replaceSubrange((start + 24)..<(start + 28), with: [0, 0, 0, 0x70])
    #expect(
      read(bomb) == "x.zip: the zip would unpack to more than it can hold; it is not a return.")
    var encrypted = good
    encrypted[start + 8] |= 1
    #expect(read(encrypted).contains("encrypted"))
    #expect(read(Array(good.dropLast(30))).contains("broken"))
    #expect(read(Array("not a zip at all".utf8)).contains("named a zip and is none"))
  }

  @Test("never ends the program, whatever bytes a zip has", arguments: UInt64(1)...40)
  func brokenZips(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let folder = try TemporaryFolder()
    var bytes = try bytes(of: Support.fixture(seed % 2 == 0 ? "deflated.zip" : "stored.zip"))
    for _ in 0..<Int.random(in: 1...8, using: &generator) {
      bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
        in: 0...255, using: &generator)
    }
    if Bool.random(using: &generator) {
      bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator))
    }
    write(bytes, to: folder.file("x.zip"))
    do {
      let returns = try JoinedReturns(path: folder.file("x.zip"))
      #expect(returns.rowCount > 0)
    } catch {
      #expect(!"\(error)".isEmpty)
    }
  }

  private func centralDirectory(of bytes: [UInt8]) -> Int? {
    bytes.indices.dropLast(4).first { Array(bytes[$0..<($0 + 4)]) == [0x50, 0x4B, 1, 2] }
  }
}
