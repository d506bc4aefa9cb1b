import LookedAfter
import Pseudonyms
import SSDA903
import Testing

/// Each row, or group of rows, breaks the rule before it and no other.
@Suite("The checks of an import")
struct CheckTests {
  private static let born2010 = ["A,1,01/01/2010"]
  private static let born2005 = ["A,1,01/06/2005"]

  private static let cases: [(rule: String, rows: [String], headers: [String])] = [
    ("143", ["A,01/05/2022,X,V2,N1,U6,PR1,,"], []),
    ("144", ["A,01/05/2022,S,V9,N1,U6,PR1,,"], []),
    ("145", ["A,01/05/2022,S,V2,,U6,PR1,,"], []),
    ("146", ["A,01/05/2022,S,V2,N1,U9,PR1,,"], []),
    ("149", ["A,01/05/2022,S,V2,N1,U6,PR1,01/06/2022,E99X"], []),
    ("148", ["A,01/05/2022,S,V2,N1,U6,PR1,01/06/2022,"], []),
    ("148", ["A,01/05/2022,S,V2,N1,U6,PR1,,E4A"], []),
    ("provider-code", ["A,01/05/2022,S,V2,N1,U6,PR9,,"], []),
    ("reason-code", ["A,01/05/2022,S,V2,N1,U6,PR1,01/06/2022,E4A,NOPE"], []),
    ("letters", ["A,01/05/2022,S,V2,N1,u6 ,PR1,,"], []),
    ("355", ["A,01/05/2022,S,V2,N1,U6,PR1,01/05/2022,E4A"], []),
    ("388", ["A,01/05/2022,S,V2,N1,U6,PR1,01/06/2022,X1"], []),
    (
      "431",
      ["A,01/05/2022,S,V2,N1,U6,PR1,01/06/2022,X1", "A,01/06/2022,S,V2,N1,U6,PR1,,"], []
    ),
    (
      "432",
      ["A,01/05/2022,S,V2,N1,U6,PR1,01/06/2022,E4A", "A,01/07/2022,P,V2,N1,U6,PR1,,"], []
    ),
    (
      "432",
      ["A,01/05/2022,S,V2,N1,U6,PR1,01/06/2022,E4A", "A,01/06/2022,P,V2,N1,U6,PR1,,"], []
    ),
    ("357", ["A,01/05/2022,P,V2,N1,U6,PR1,,"], []),
    (
      "437",
      ["A,01/05/2022,S,V2,N1,U6,PR1,01/06/2022,E2", "A,01/07/2022,S,V2,N1,U6,PR1,,"], []
    ),
    ("INT03", ["A,01/05/2022,S,V2,N1,U6,PR1,,"], ["Z,1,01/01/2010"]),
    (
      "header-only", ["A,01/05/2022,S,V2,N1,U6,PR1,,"],
      ["A,1,01/01/2010", "Y,1,01/01/2010", "Z,1,01/01/2010"]
    ),
    ("302", ["A,01/05/2022,S,V2,N1,U6,PR1,,"], ["A,1,02/05/2022", "Z,1,01/01/2010"]),
    (
      "past-18", ["A,01/05/2022,S,V2,N1,U6,PR1,01/03/2023,E5"],
      ["A,1,01/02/2005", "Z,1,01/01/2010"]
    ),
    ("437", ["A,01/03/2023,S,V2,N1,U6,PR1,,"], ["A,1,01/02/2005", "Z,1,01/01/2010"]),
    ("dob-date", ["A,01/05/2022,S,V2,N1,U6,PR1,,"], ["A,1,2010", "Z,1,01/01/2010"]),
    ("378", ["A,01/05/2022,S,V2,N1,P1,PR0,,"], []),
    ("550", ["A,01/05/2022,S,V2,N1,U6,PR0,,"], []),
    ("371", ["A,01/05/2022,S,V2,N1,H5,PR4,,"], born2010 + ["Z,1,01/01/2010"]),
    ("358", ["A,01/05/2022,S,J1,N1,U6,PR1,,"], ["A,1,02/05/2012", "Z,1,01/01/2010"]),
    ("361", ["A,01/05/2022,S,L1,N1,U6,PR1,05/05/2022,E4A"], []),
    ("362", ["A,01/05/2022,S,L2,N1,U6,PR1,23/05/2022,E4A"], []),
    ("363", ["A,01/05/2022,S,L3,N1,U6,PR1,09/05/2022,E4A"], []),
    ("365", ["A,01/05/2022,S,V3,N2,K2,PR1,19/05/2022,E8"], []),
    (
      "367",
      (0..<5).map { "A,01/0\(5 + $0)/2022,S,V3,N2,K2,PR1,17/0\(5 + $0)/2022,E8" }, []
    ),
    ("390", ["A,01/05/2022,S,E1,N1,U6,PR1,01/12/2022,E12"], []),
    ("516", ["A,01/05/2022,S,C2,N1,K2,PR1,01/12/2022,E45"], []),
    ("408", ["A,01/05/2022,S,C2,N1,A6,PR1,,"], []),
    (
      "504",
      ["A,01/05/2022,S,V2,N1,U6,PR1,01/06/2022,X1", "A,01/06/2022,L,C1,N2,U6,PR1,,"], []
    ),
    ("407", ["A,01/05/2022,S,C2,N1,U6,PR1,01/02/2023,E45"], ["A,1,01/02/2005", "Z,1,01/01/2010"]),
    ("460", ["A,01/05/2022,S,C2,N1,U6,PR1,31/01/2023,E17"], ["A,1,01/02/2005", "Z,1,01/01/2010"]),
    ("temporary", ["A,01/05/2022,S,C2,N1,T1,,,"], []),
    ("code-year", ["A,01/05/2022,S,C2,N1,K3,PR4,,"], []),
    ("code-year", ["A,01/05/2022,S,C2,N1,U6,PR4,01/06/2022,E43"], []),
    ("code-year", ["A,01/05/2022,S,C2,N1,Z11,,,"], []),
  ]

  @Test("tell each rule that is broken, and no other", arguments: cases.indices)
  func oneRule(index: Int) throws {
    let (rule, rows, headers) = Self.cases[index]
    let other = "Z,01/10/2022,S,C2,N1,U6,PR1,20/03/2023,E4A"
    let returns = try Support.returns([("e.csv", [other] + rows)], headers: headers)
    #expect(Support.rules(returns) == [rule])
    let finding = try #require(returns.findings(key: try Support.key()).first)
    #expect(finding.description.hasSuffix("\(finding.rule.action)."))
  }

  @Test("tell a gap after X1 at both ends of it")
  func gap() throws {
    let returns = try Support.episodes(
      "A,01/05/2022,S,V2,N1,U6,PR1,01/06/2022,X1", "A,05/06/2022,P,V2,N1,U6,PR1,01/03/2023,E4A")
    #expect(Support.rules(returns) == ["388", "433"])
    let caseload = try Caseload(returns, scheme: try Support.scheme())
    #expect(try caseload.totals(on: ["02/06/2022", "05/06/2022"].map(day)) == [0, 1])
  }

  @Test(
    "find nothing in the files of the generator but what is in them",
    arguments: ["annual", "single"])
  func clean(folder: String) throws {
    let returns = try JoinedReturns(path: Support.fixture(folder))
    #expect(returns.repairCount == 0)
    #expect(Support.rules(returns).allSatisfy { ["P2-2023", "NoE"].contains($0) })
  }

  @Test("have an id, words and an action each, and about fifty rules are known")
  func words() {
    #expect(ImportRule.allCases.count > 50)
    for rule in ImportRule.allCases {
      #expect(!rule.id.isEmpty)
      #expect(!rule.problem.hasSuffix(".") && !rule.action.hasSuffix("."))
      #expect(rule.problem.first?.isLowercase == true || rule.problem.hasPrefix("P2"))
    }
  }

  @Test("are written as comma-separated values with a header line")
  func file() throws {
    let returns = try Support.episodes("A,01/05/2022,P,V2,N1,U9,PR1,,")
    let key = try Support.key()
    let name = Pseudonym(of: "A", key: key)
    #expect(
      returns.findingsFile(key: key) == """
        rule,severity,child,file,line,field,episode_start,problem,action
        146,error,\(name),Episodes.csv,2,PLACE,2022-05-01,the placement type is no code,it was taken as unknown
        357,warning,\(name),Episodes.csv,2,RNE,2022-05-01,"the child's first episode, within the years loaded, does not say that care started",the period of care may have begun earlier

        """)
  }
}
