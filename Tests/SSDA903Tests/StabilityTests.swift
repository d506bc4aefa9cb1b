import LookedAfter
import SSDA903
import Testing

@Suite("The stability of placements on 31 March")
struct StabilityTests {
  private func figures(_ rows: [String], birth: String = "01/01/2015") throws -> PlacementStability
  {
    let other = "Z,01/10/2022,S,C2,N1,U6,PR1,20/03/2023,E4A"
    let returns = try Support.returns(
      [("e.csv", [other] + rows)], headers: ["A,1,\(birth)", "Z,1,01/01/2010"])
    let caseload = try Caseload(returns, scheme: try Support.scheme())
    return try #require(caseload.stability(on: [try day("31/03/2023")]).first)
  }

  /// Placements one after another from a day on, a month each.
  private func chain(_ placements: [(rne: String, place: String)]) -> [String] {
    placements.enumerated().map { index, placement in
      let isLast = index == placements.count - 1
      return "A,01/0\(4 + index)/2022,\(placement.rne),C2,N1,\(placement.place),PR1,"
        + (isLast ? "," : "01/0\(5 + index)/2022,X1")
    }
  }

  @Test("counts three or more placements in the year by both readings")
  func threePlacements() throws {
    let cases: [([(String, String)], carer: Int, any: Int)] = [
      ([("S", "U6"), ("P", "K2"), ("P", "U6")], 1, 1),
      ([("S", "U6"), ("P", "K2"), ("L", "K2")], 0, 0),
      ([("S", "U6"), ("P", "K2"), ("T", "K2")], 0, 1),
      ([("S", "U6"), ("P", "T1"), ("P", "U6"), ("P", "K2")], 0, 0),
      ([("S", "U6"), ("P", "T1"), ("P", "K2"), ("P", "U6")], 1, 1),
      ([("S", "U6"), ("P", "U5"), ("T", "A5")], 0, 0),
      ([("S", "U6"), ("P", "U5"), ("B", "A6")], 1, 1),
    ]
    for (chain, carer, any) in cases {
      let figures = try figures(chain_(chain))
      #expect(figures.threeOrMoreCarers == carer, "\(chain)")
      #expect(figures.threeOrMorePlacements == any, "\(chain)")
      #expect(figures.lookedAfter == 1)
    }
  }

  private func chain_(_ placements: [(String, String)]) -> [String] {
    chain(placements.map { (rne: $0.0, place: $0.1) })
  }

  @Test("counts those open on 1 April, and those of an earlier period within the year")
  func edges() throws {
    let open = try figures([
      "A,01/01/2020,S,C2,N1,U6,PR1,02/04/2022,X1", "A,02/04/2022,P,C2,N1,K2,PR1,01/05/2022,X1",
      "A,01/05/2022,P,C2,N1,U6,PR1,,",
    ])
    #expect(open.threeOrMoreCarers == 1)
    #expect(open.allYear == 1)
    let before = try figures([
      "A,01/01/2020,S,C2,N1,U6,PR1,01/04/2022,X1", "A,01/04/2022,P,C2,N1,K2,PR1,01/05/2022,X1",
      "A,01/05/2022,P,C2,N1,U6,PR1,,",
    ])
    #expect(before.threeOrMoreCarers == 0, "the first ended before the year")
    let periods = try figures([
      "A,01/05/2022,S,V2,N1,U6,PR1,01/06/2022,E4A", "A,01/07/2022,S,V2,N1,U6,PR1,01/08/2022,E4A",
      "A,01/09/2022,S,V2,N1,U6,PR1,,",
    ])
    #expect(periods.threeOrMoreCarers == 1)
    #expect(periods.allYear == 0)
  }

  @Test("has a child stable after two years with one carer, of two and a half in care")
  func longTerm() throws {
    let stable = try figures([
      "A,01/09/2020,S,C1,N1,U6,PR1,31/03/2021,X1", "A,31/03/2021,P,C2,N1,U6,PR1,01/06/2022,X1",
      "A,01/06/2022,T,C2,N1,U4,PR1,,",
    ])
    #expect([stable.longTerm, stable.longTermStable] == [1, 1])
    let later = try figures([
      "A,01/09/2020,S,C1,N1,U6,PR1,01/04/2021,X1", "A,01/04/2021,P,C2,N1,U6,PR1,,",
    ])
    #expect([later.longTerm, later.longTermStable] == [1, 0], "a day short of two years")
    let shorter = try figures(["A,01/10/2020,S,C1,N1,U6,PR1,,"])
    #expect(shorter.longTerm == 0, "a day short of two and a half")
    let older = try figures(["A,01/09/2020,S,C1,N1,U6,PR1,,"], birth: "31/03/2007")
    #expect(older.longTerm == 0, "16 on the day")
  }

  @Test("takes placement for adoption together with the one before")
  func adoption() throws {
    let rows = [
      "A,01/09/2020,S,E1,N1,U6,PR1,01/06/2022,X1", "A,01/06/2022,P,E1,N1,A6,PR1,,",
    ]
    #expect(try figures(rows).longTermStable == 1)
    let moved = [
      "A,01/09/2020,S,E1,N1,U6,PR1,01/01/2022,X1", "A,01/01/2022,P,E1,N1,U6,PR1,01/06/2022,X1",
      "A,01/06/2022,P,E1,N1,A6,PR1,,",
    ]
    #expect(try figures(moved).longTermStable == 0)
  }
}
