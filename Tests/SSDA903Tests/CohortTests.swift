import HistoryFiles
import LookedAfter
import Pseudonyms
import SSDA903
import Testing

@Suite("The decision table of cohorts")
struct CohortTests {
  private static let cases: [(status: String, placement: String, need: String, cohort: String)] = [
    ("C2", "K2", "N2", "residential_disability"), ("C1", "K1", "N1", "residential_other"),
    ("V2", "R3", "N1", "residential_other"), ("E1", "S1", "N2", "residential_disability"),
    ("V2", "H5", "N1", "supported_accommodation"), ("C1", "K3", "N1", "supported_accommodation"),
    ("C2", "P2", "N2", "supported_accommodation"), ("E1", "U6", "N1", "placement_orders"),
    ("D1", "U1", "N1", "placement_orders"), ("C2", "A4", "N1", "placement_orders"),
    ("V2", "A3", "N1", "placement_orders"), ("C1", "P1", "N1", "ico"),
    ("C2", "P1", "N1", "placed_with_parents"), ("C2", "U1", "N1", "long_term_matched"),
    ("V2", "U4", "N1", "long_term_matched"), ("V2", "U6", "N1", "section20"),
    ("V2", "Z1", "N1", "section20"), ("C2", "U3", "N1", "unallocated"),
    ("J1", "U6", "N1", "unallocated"), ("L1", "U5", "N1", "unallocated"),
  ]

  @Test("takes the first rule that matches", arguments: cases.indices)
  func firstRule(index: Int) throws {
    let (status, placement, need, cohort) = Self.cases[index]
    let returns = try Support.episodes("A,01/05/2022,S,\(status),\(need),\(placement),PR1,,")
    let caseload = try Caseload(returns, scheme: try Support.scheme())
    let counts = caseload.counts(on: [try day("31/05/2022")])[0]

    for id in caseload.cohortIDs {
      #expect(counts[id] == (id.rawValue == cohort ? 1 : 0), "\(status) \(placement) \(id)")
    }
  }

  @Test("asks for UASC first, until the day on which the status ceased")
  func uasc() throws {
    let texts = [
      ("e.csv", "\(Support.header)\nA,01/05/2022,S,V2,N8,K3,PR4,,,,,,\n"),
      ("UASC.csv", "CHILD,SEX,DOB,DUC\nA,1,01/01/2006,10/02/2023\n"),
    ]
    let returns = try JoinedReturns(files: texts.map { ($0.0, Array($0.1.utf8)) })
    let caseload = try Caseload(returns, scheme: try Support.scheme())
    let counts = try caseload.counts(on: ["09/02/2023", "10/02/2023"].map(day))

    #expect(counts.map { $0["uasc"] } == [1, 0])
    #expect(counts.map { $0["supported_accommodation"] } == [0, 1])
    let breakdown = try caseload.breakdown(.uasc, on: ["09/02/2023", "10/02/2023"].map(day))
    #expect(breakdown.map { $0.lines[0].count } == [1, 0])
  }

  @Test("has a child in a temporary placement where it was before, in the same period")
  func temporary() throws {
    let returns = try Support.episodes(
      "A,01/05/2022,S,C2,N1,U4,PR1,01/06/2022,X1", "A,01/06/2022,P,C2,N1,T1,,15/06/2022,X1",
      "A,15/06/2022,P,C2,N1,U4,PR1,01/07/2022,E4A", "A,01/08/2022,S,C2,N1,T3,,,")
    let caseload = try Caseload(returns, scheme: try Support.scheme())
    let dates = try ["10/06/2022", "31/08/2022"].map(day)

    #expect(caseload.counts(on: dates).map { $0["long_term_matched"] } == [1, 0])
    #expect(caseload.counts(on: dates)[1][.unallocated] == 1, "no earlier placement in this period")
    let placements = caseload.breakdown(.placement, on: dates)
    #expect(placements[0].lines.first { $0.category.key == "foster" }?.count == 1)
    #expect(placements[1].lines.first { $0.category.key == "other" }?.count == 1)
  }

  @Test("shows each child in every cohort whose rule fits, when asked")
  func flags() throws {
    let returns = try Support.episodes(
      "A,01/05/2022,S,C1,N2,P1,PR0,,", "B,01/05/2022,S,V2,N2,K2,PR4,,")
    let caseload = try Caseload(returns, scheme: try Support.scheme())
    let flags = caseload.flags(on: [try day("31/05/2022")])[0]

    #expect(flags.total == 2)
    #expect(flags["ico"] == 1)
    #expect(flags["placed_with_parents"] == 1)
    #expect(flags["section20"] == 1)
    #expect(flags["residential_disability"] == 1)
    #expect(flags["residential_other"] == 0)
    #expect(flags.cohorts.reduce(0, +) > flags.total)
  }

  @Test("is data: another scheme, other cohorts")
  func otherScheme() throws {
    let text = """
      \((SchemeFile.cohortColumns + SchemeFile.ruleColumns).joined(separator: ","))
      total,All,All,,x,watch,,,,,,,,,
      kin,With kin,Kin,stay,x,watch,,,,2,,U1 U2 U3,,,
      court,Before court,Court,stay,x,watch,,,,1,C1 E1,,not N2,,
      none,Local,Local,stay,x,watch,,,,,,,,,
      """
    let scheme = try SchemeFile.readCohorts(bytes: Array(text.utf8), file: "cohorts.csv")
    let returns = try Support.episodes(
      "A,01/05/2022,S,C1,N1,U3,PR1,,", "B,01/05/2022,S,C1,N2,U3,PR1,,",
      "C,01/05/2022,S,C1,N2,U6,PR1,,")
    let counts = try Caseload(returns, scheme: scheme).counts(on: [try day("31/05/2022")])[0]

    #expect(counts["court"] == 1)
    #expect(counts["kin"] == 1)
    #expect(counts["none"] == 0)
    #expect(counts[.unallocated] == 1)
    #expect(counts["ico"] == nil)
  }

  @Test("refuses a code that no list has")
  func unknownCode() throws {
    let text = """
      \((SchemeFile.cohortColumns + SchemeFile.ruleColumns).joined(separator: ","))
      total,All,All,,x,watch,,,,,,,,,
      kin,With kin,Kin,stay,x,watch,,,,2,,U9,,,
      """
    let scheme = try SchemeFile.readCohorts(bytes: Array(text.utf8), file: "cohorts.csv")
    let returns = try Support.episodes("A,01/05/2022,S,C1,N1,U3,PR1,,")
    let error = try #require(throws: ReturnError.self) { try Caseload(returns, scheme: scheme) }
    #expect(
      "\(error)"
        == "The cohort kin of the scheme names \"U9\" in placement_903, which is not a code"
        + " of the return.")
  }

  @Test("takes children with a live plan, unless an earlier rule has them")
  func plans() throws {
    let returns = try Support.episodes(
      "A,01/05/2022,S,C2,N1,U3,PR1,,", "B,01/05/2022,S,C2,N1,K2,PR4,,",
      "C,01/05/2022,S,C2,N1,U4,PR4,,")
    let plans = try PlanFile(
      bytes: Array(
        """
        CHILD,PLAN,START,END,OUTCOME,STAGE
        A,SGO,01/07/2022,01/10/2022,granted,
        A,REUNIFY,01/08/2022,,,planned
        B,SGO,01/07/2022,,,filed
        C,LTFOST,01/07/2022,,,
        D,SGO,01/07/2022,,,
        A,NONSENSE,01/07/2022,,,
        A,SGO,01/07/22,,,
        """.utf8), name: "plans.csv")
    let caseload = try Caseload(returns, scheme: try Support.scheme(), plans: plans)
    let counts = try caseload.counts(on: ["30/06/2022", "31/08/2022", "31/10/2022"].map(day))

    #expect(counts.map { $0["sgo_plan"] } == [0, 1, 0])
    #expect(counts.map { $0["reunification"] } == [0, 0, 1])
    #expect(counts.map { $0[.unallocated] } == [1, 0, 0])
    #expect(counts.map { $0["residential_other"] } == [1, 1, 1])
    #expect(counts.map { $0["long_term_matched"] } == [1, 1, 1])
    #expect(plans.findings.map(\.line) == [7, 8])
    #expect(caseload.unknownPlans.count == 1, "D")
    let key = try Support.key()
    let child = try #require(
      caseload.children(in: "sgo_plan", on: try day("31/08/2022"), key: key).first)
    #expect(child.child == Pseudonym(of: "A", key: key))
    #expect(child.plans.map(\.kind) == [.specialGuardianship, .reunification])
    #expect(child.plans[1].stage == "planned")
    #expect(child.inCohortSince == CivilDate(year: 2022, month: 7, day: 1))
  }
}
