import FileAccess
import Foundation
import HistoryFiles
import LookedAfter
import Pseudonyms
import SSDA903
import SampleHistory

extension FuzzTarget {
  /// The table of episodes of a 903 return.
  static let episodes903 = table("903-episodes", words: episodeWords) { bytes in
    [("Episodes.csv", bytes)]
  }

  /// The table of children, beside sound episodes.
  static let header903 = table("903-header", words: headerWords) { bytes in
    [("Episodes.csv", Array(soundEpisodes.utf8)), ("Header.csv", bytes)]
  }

  /// The table of unaccompanied asylum-seeking children, beside sound episodes.
  static let uasc903 = table("903-uasc", words: headerWords + ["DUC"]) { bytes in
    [("Episodes.csv", Array(soundEpisodes.utf8)), ("UASC.csv", bytes)]
  }

  /// The tables of which nothing is worked out: they are recognised by their columns all the same.
  static let otherTables903 = table("903-other-tables", words: headerWords + otherColumns) {
    bytes in
    [("Episodes.csv", Array(soundEpisodes.utf8)), ("extract.csv", bytes)]
  }

  /// The XML form of a return.
  static let xml903 = table(
    "903-xml",
    words: [
      "<EXPSSDA903>", "</EXPSSDA903>", "<CHILD>", "</CHILD>", "<CHILDID>", "<HEADER>", "<EPISODE>",
      "</EPISODE>", "<DECOM>", "<PL>", "<UASC>", "&amp;", "&#49;", "&x;", "<![CDATA[", "]]>",
      "<!--", "-->", "<?xml version=\"1.0\"?>", "<!DOCTYPE x [<!ENTITY x SYSTEM \"file:///x\">]>",
      "/>", "xmlns:a=\"b\"", "01/04/2020",
    ]
  ) { bytes in
    [("return.xml", bytes)]
  }

  /// The local plan file.
  static let plans903 = FuzzTarget(
    "903-plans",
    words: ["CHILD,PLAN,START,END,OUTCOME,STAGE\n", "LA", "SGO", "REUNIFICATION", "01/04/2020"]
  ) {
    let scheme = try SampleHistory.folder().scheme
    let returns = try JoinedReturns(
      files: [("Episodes.csv", Array(soundEpisodes.utf8))], threads: 1)
    return { bytes in
      let plans = try PlanFile(bytes: bytes, name: "Plans.csv")
      let caseload = try Caseload(returns, scheme: scheme, plans: plans)
      _ = caseload.counts(on: returns.monthEnds)
      _ = caseload.unknownPlans.map(\.description)
      try storeAndFetch(returns, plans)
    }
  }

  /// A zip with files of a return.
  static let zip = FuzzTarget(
    "zip", words: ["PK\u{1}\u{2}", "PK\u{3}\u{4}", "PK\u{5}\u{6}", "Episodes.csv", ".zip"]
  ) {
    let path = "/tmp/lac-fuzz-\(getpid())-\(UUID().uuidString).zip"
    let use = try using()
    return { bytes in
      defer { unlink(path) }
      try WholeFile.write(bytes, to: path, replacing: true)
      try use(try JoinedReturns(path: path, threads: 1))
    }
  }

  /// The rows of children as a store file keeps them.
  static let storedReturns = FuzzTarget("stored-returns", words: []) {
    let use = try using(storing: false)
    return { bytes in
      // The kept inputs are changes of sound bytes: a place in two bytes, and the byte for it.
      var kept = try StoredReturns(
        try JoinedReturns(files: [("Episodes.csv", Array(soundEpisodes.utf8))], threads: 1),
        plans: nil, key: try key()
      ).bytes
      for change in stride(from: 0, to: bytes.count - 2, by: 3) {
        kept[(Int(bytes[change]) << 8 | Int(bytes[change + 1])) % kept.count] = bytes[change + 2]
      }
      try use(try StoredReturns(bytes: kept).returns)
    }
  }

  private static func table(
    _ name: String, words: [String],
    files: @escaping @Sendable ([UInt8]) -> [(name: String, bytes: [UInt8])]
  ) -> FuzzTarget {
    FuzzTarget(name, words: words) {
      let use = try using()
      return { bytes in try use(try JoinedReturns(files: files(bytes), threads: 1)) }
    }
  }

  /// Works out of a return whatever is worked out of one.
  private static func using(storing: Bool = true) throws -> (JoinedReturns) throws -> Void {
    let scheme = try SampleHistory.folder().scheme
    let key = try key()
    return { returns in
      let caseload = try Caseload(returns, scheme: scheme)
      let dates = Array(returns.monthEnds.suffix(40))
      let counts = caseload.counts(on: dates)
      if caseload.breakdown(.age, on: dates).map(\.total) != counts.map(\.total) {
        throw FuzzFault("the ages do not add up to the children looked after")
      }
      _ = caseload.flows(in: caseload.financialYears)
      _ = caseload.stability(on: dates)
      _ = caseload.transitions(between: dates)
      _ = caseload.observations(through: nil, recordedAt: "2025-05-01T09:00:00Z")
      _ = returns.findingsFile(key: key)
      if storing { try storeAndFetch(returns, nil) }
    }
  }

  private static func storeAndFetch(_ returns: JoinedReturns, _ plans: PlanFile?) throws {
    let stored = try StoredReturns(returns, plans: plans, key: try key())
    if stored.returns.childCount != returns.childCount {
      throw FuzzFault("\(returns.childCount) children, stored \(stored.returns.childCount)")
    }
  }

  private static func key() throws -> PseudonymKey {
    guard let key = PseudonymKey(bytes: Array("a secret of the tests".utf8)) else {
      throw FuzzFault("there is no key")
    }
    return key
  }

  private static let soundEpisodes = """
    CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
    X0001,01/04/2023,S,C2,N1,U6,PR1,10/02/2024,X1,OTHER,,,
    X0001,10/02/2024,P,C2,N1,U4,PR1,,,,,,
    X0002,17/05/2024,S,V2,N5,U6,PR4,02/03/2025,E4A,,,,
    X0003,30/06/2021,S,E1,N1,A3,PR1,01/09/2024,E12,,,,

    """

  private static let episodeWords = [
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE\n", "LA,", "YEAR,",
    "X0001", "01/04/2023", "29/02/2024", "31/02/2024", "2024-02-29", ",S,", ",P,", ",L,", ",T,",
    "C1", "C2", "D1", "E1", "V2", "V3", "J1", "N1", "N8", "U1", "U6", "A3", "K2", "P1", "PR1", "X1",
    "E11", "E12", "E4A", "E45", "E17", "\r\n", "\"",
  ]

  private static let headerWords = [
    "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n", "X0001", "X0002", "01/04/2010", "31/12/1899",
    "WBRI",
    "UN1", "\r\n", "\"",
  ]

  private static let otherColumns = [
    "REVIEW,REVIEW_CODE", "SDQ_SCORE", "IN_TOUCH", "DATE_INT", "DATE_PLACED", "PREV_PERM",
    "MIS_START", "SW_DECOM,SW_ID", "DOLO_START", "PLAN", "CHILD,DECOM,RNE\n",
  ]
}
