import LookedAfter
import SSDA903
import Testing

@Suite("The worked example of the notes on the return")
struct WorkedExampleTests {
  private func caseload(k3: Bool = false) throws -> Caseload {
    let returns = try Support.episodes(
      "A,03/05/2022,S,V2,N1,U6,PR1,10/06/2022,X1",
      "A,10/06/2022,L,C1,N1,U6,PR1,20/02/2023,X1",
      "A,20/02/2023,B,C2,N1,U3,PR1,31/03/2024,E45",
      "B,01/02/2021,S,V4,N2,K2,PR4,,",
      "C,15/08/2023,S,V2,N8,P2,PR4,28/10/2023,X1",
      "C,28/10/2023,T,V2,N8,\(k3 ? "K3" : "H5"),PR4,,")
    return try Caseload(returns, scheme: try Support.scheme())
  }

  @Test("counts who is looked after on a day, and in which cohort")
  func counts() throws {
    let caseload = try caseload()
    let dates = try [
      "31/05/2022", "30/06/2022", "31/03/2023", "31/08/2023", "31/03/2024",
    ].map(day)
    let counts = caseload.counts(on: dates)

    #expect(counts.map(\.total) == [1, 1, 1, 2, 1])
    #expect(counts.map(\.respite) == [1, 1, 1, 1, 1], "B never counts")
    #expect(counts[0]["section20"] == 1)
    #expect(counts[1]["ico"] == 1)
    #expect(counts[2][.unallocated] == 1)
    #expect(counts[3][.unallocated] == 1)
    #expect(counts[3]["supported_accommodation"] == 1)
    #expect(counts[4]["supported_accommodation"] == 1, "A left on that day")
    #expect(caseload.totals(on: dates) == counts.map(\.total))
  }

  @Test("has C in supported accommodation throughout, whichever code the year asks for")
  func supported() throws {
    let dates = try ["31/08/2023", "28/10/2023", "31/03/2024"].map(day)
    for k3 in [false, true] {
      let counts = try caseload(k3: k3).counts(on: dates)
      #expect(counts.map { $0["supported_accommodation"] } == [1, 1, 1])
    }
  }

  @Test("has A leave through special guardianship after 698 days")
  func exit() throws {
    let year = try day("01/04/2023")...day("31/03/2024")
    let flows = try #require(try caseload().flows(in: [year]).first)

    #expect(flows.ceased == [.specialGuardianship: 1])
    #expect(flows.durations[.specialGuardianship] == DayCount(count: 1, days: 698))
    #expect(flows.startedTotal == 1, "C")
    #expect(flows.childrenCeasing == 1)
  }

  @Test("counts two placements of A in 2022-23, by carers")
  func placements() throws {
    let caseload = try caseload()
    let figures = try #require(caseload.stability(on: [try day("31/03/2023")]).first)

    #expect(figures.lookedAfter == 1)
    #expect(figures.threeOrMoreCarers == 0)
    #expect(figures.threeOrMorePlacements == 0)
  }
}
