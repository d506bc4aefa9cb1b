import LookedAfter
import SSDA903
import Testing

@Suite("Returns of several years, joined")
struct JoiningTests {
  /// A row of another child that makes the file the return of 2022-23, or 2023-24.
  private let other2023 = "Z,01/10/2022,S,C2,N1,U6,PR1,20/03/2023,E4A"
  private let other2024 = "Z,01/10/2023,S,C2,N1,U6,PR1,20/03/2024,E4A"

  private func joined(
    _ first: [String], _ second: [String], headers: [String] = []
  ) throws -> JoinedReturns {
    try Support.returns(
      [("one.csv", [other2023] + first), ("two.csv", [other2024] + second)], headers: headers)
  }

  private func totals(_ returns: JoinedReturns, _ dates: String...) throws -> [Int] {
    try Caseload(returns, scheme: try Support.scheme()).totals(on: try dates.map(day))
  }

  @Test("have each episode once, as the latest return has it, in whatever order they come")
  func latestWins() throws {
    let first = ["A,03/05/2022,S,V2,N1,U6,PR1,,"]
    let second = ["A,03/05/2022,S,V2,N1,U6,PR1,01/09/2023,E4A"]
    for returns in [
      try joined(first, second),
      try Support.returns([("b.csv", [other2024] + second), ("a.csv", [other2023] + first)]),
    ] {
      #expect(returns.years == [2023, 2024])
      #expect(returns.rowCount == 4)
      #expect(returns.episodeCount == 3)
      #expect(try totals(returns, "31/03/2023", "31/08/2023", "01/09/2023") == [1, 1, 0])
      #expect(Support.rules(returns).isEmpty)
    }
  }

  @Test("take H5 restated as K3 for the same episode, and report any other change")
  func restated() throws {
    let h5 = "A,03/05/2022,S,V2,N1,H5,PR4,,"
    let recoded = try joined([h5], ["A,03/05/2022,S,V2,N1,K3,PR4,,"])
    #expect(!Support.rules(recoded).contains("503D"))

    let changed = try joined([h5], ["A,03/05/2022,T,C2,N2,U6,PR1,,"])
    #expect(Support.rules(changed) == ["357", "503A", "503B", "503C", "503D", "503E"])
    let caseload = try Caseload(changed, scheme: try Support.scheme())
    #expect(
      caseload.counts(on: [try day("31/03/2023")])[0][.unallocated] == 1, "the later is right")
  }

  @Test("keep the closed row of two in one return, and tell a row that is there twice")
  func repeats() throws {
    let open = "A,03/05/2022,S,V2,N1,U6,PR1,,"
    let closed = "A,03/05/2022,S,V2,N1,U6,PR1,01/09/2022,E4A"
    let later = "A,03/05/2022,S,V2,N1,U6,PR1,01/10/2022,E4A"
    for rows in [[open, closed], [closed, open]] {
      let returns = try Support.returns([("e.csv", [other2023] + rows)])
      #expect(try totals(returns, "31/08/2022", "30/09/2022") == [1, 0])
      #expect(Support.rules(returns) == ["start-twice"])
    }
    let two = try Support.returns([("e.csv", [other2023, closed, later])])
    #expect(try totals(two, "30/09/2022") == [1])
    let twice = try Support.returns([("e.csv", [other2023, closed, closed])])
    #expect(Support.rules(twice) == ["row-twice"])
  }

  @Test("end an episode when the next one starts")
  func overlaps() throws {
    let returns = try Support.returns([
      (
        "e.csv",
        [
          other2023, "A,03/05/2022,S,V2,N1,U6,PR1,,", "A,01/06/2022,P,C2,N1,K2,PR4,20/09/2022,X1",
          "A,01/09/2022,P,C2,N1,U6,PR4,,",
        ]
      )
    ])
    let caseload = try Caseload(returns, scheme: try Support.scheme())
    let counts = try caseload.counts(on: ["31/05/2022", "31/08/2022", "10/09/2022"].map(day))

    #expect(Support.rules(returns) == ["142", "501"])
    #expect(counts.map(\.total) == [1, 1, 1])
    #expect(counts[0]["section20"] == 1)
    #expect(counts[1]["residential_other"] == 1)
    #expect(counts[2][.unallocated] == 1)
    #expect(returns.repairCount == 2)
  }

  @Test("end a stale episode on 1 April, which is no exit by any route")
  func stale() throws {
    let returns = try joined(["A,03/05/2022,S,V2,N1,U6,PR1,,"], [])
    let caseload = try Caseload(returns, scheme: try Support.scheme())

    #expect(Support.rules(returns) == ["stale-open"])
    #expect(try totals(returns, "31/03/2023", "01/04/2023") == [1, 0])
    let flows = caseload.flows(in: caseload.financialYears)
    #expect(flows.map(\.lost) == [0, 1])
    #expect(flows.map(\.ceasedTotal) == [1, 1], "only the other child left")
    #expect(flows[1].duration.count == 1)
  }

  @Test("leave an episode open when the child is in the latest return, if only with a broken row")
  func stillSeen() throws {
    let returns = try joined(
      ["A,03/05/2022,S,V2,N1,U6,PR1,,"], ["A,31/02/2020,S,V2,N1,U6,PR1,,"])

    #expect(Support.rules(returns).contains("141"))
    #expect(!Support.rules(returns).contains("stale-open"))
    #expect(try totals(returns, "31/03/2024") == [1])
  }

  @Test("report what one return has and the next has not")
  func missingBetweenReturns() throws {
    let other = "A,03/05/2022,S,V2,N1,U6,PR1,,"
    let differs = try joined([other], ["A,10/05/2022,S,V2,N1,U6,PR1,,"])
    #expect(Support.rules(differs).contains("502"))
    #expect(Support.rules(differs).contains("562"))

    let absent = try joined([], ["A,10/05/2022,S,V2,N1,U6,PR1,,"])
    #expect(Support.rules(absent) == ["NoE"])
  }

  @Test("leave out rows that cannot be used, with the reason")
  func leftOut() throws {
    let returns = try Support.returns([
      (
        "e.csv",
        [
          other2023, ",03/05/2022,S,V2,N1,U6,PR1,,", "B,03/05/22,S,V2,N1,U6,PR1,,",
          "C,03/05/2022,S,V2,N1,U6,PR1,01/05/2022,E4A", "D,03/05/2022,S,V2,N1,U6,PR1,31/06/2022,",
          "E,03/05/2022,S,V2,N1,U6,PR1,,,,,,,stray", "F,05/13/2022,S,V2,N1,U6,PR1,,",
        ]
      )
    ])
    let findings = returns.findings(key: try Support.key())

    #expect(
      findings.map { "\($0.line ?? 0) \($0.rule.id)" } == [
        "3 child-blank", "4 141", "5 356", "6 147", "7 row-long", "8 141",
      ])
    #expect(try totals(returns, "31/08/2022") == [1], "D is taken as open")
    #expect(
      findings[1].description
        == "e.csv, line 4, DECOM: the date the episode commenced cannot be read; the row was left"
        + " out.", "a year has four digits")
    #expect(findings[0].child == nil)
    #expect(findings[2].episodeStart == CivilDate(year: 2022, month: 5, day: 3))
  }

  @Test("know their year by the dates, not a start far after all others")
  func farStart() throws {
    var rows: [String] = []
    for index in 0..<600 {
      rows.append("C\(index),01/0\(1 + index % 9)/2022,S,V2,N1,U6,PR1,15/12/2022,E4A")
    }
    rows.append("X,01/05/2102,S,V2,N1,U6,PR1,,")
    let returns = try Support.returns([("e.csv", rows)])
    #expect(returns.years == [2023], "one start in six hundred is a slip of the pen")
    #expect(Support.rules(returns) == ["start-late"])
  }
}
