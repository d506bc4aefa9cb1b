import LookedAfter
import SSDA903
import Testing

@Suite("Periods of care")
struct PeriodTests {
  private func flows(_ returns: JoinedReturns) throws -> CareFlows {
    let caseload = try Caseload(returns, scheme: try Support.scheme())
    return try #require(caseload.flows(in: caseload.financialYears).last)
  }

  @Test("leave short breaks out, before, between and after")
  func respite() throws {
    let returns = try Support.episodes(
      "A,01/05/2022,S,V3,N2,K2,PR1,05/05/2022,E8", "A,01/06/2022,S,V2,N2,K2,PR1,01/07/2022,E4A",
      "A,01/08/2022,S,V4,N2,K2,PR1,,")
    let caseload = try Caseload(returns, scheme: try Support.scheme())
    let counts = try caseload.counts(on: ["03/05/2022", "15/06/2022", "01/09/2022"].map(day))

    #expect(counts.map(\.total) == [0, 1, 0])
    #expect(counts.map(\.respite) == [1, 0, 1])
    #expect(counts.map(\.totalWithRespite) == [1, 1, 1])
    #expect(try flows(returns).startedTotal == 1)
    #expect(try flows(returns).ceasedTotal == 1)
  }

  @Test("count starts and children apart, and a child by its last way out")
  func twice() throws {
    let returns = try Support.episodes(
      "A,01/05/2022,S,V2,N1,U6,PR1,01/06/2022,E4A", "A,01/08/2022,S,C1,N1,U6,PR1,11/08/2022,E45")
    let flows = try flows(returns)

    #expect(flows.started == [.section20: 1, .interimCareOrder: 1])
    #expect(flows.ceased == [.homePlanned: 1, .specialGuardianship: 1])
    #expect(flows.childrenStarting == 1)
    #expect(flows.childrenCeasing == 1)
    #expect(flows.childrenCeasingByRoute == [.specialGuardianship: 1])
    #expect(flows.duration == DayCount(count: 1, days: 10))
    #expect(flows.ceasedMeasures == ["ceased.returned_home": 1, "ceased.sgo": 1])
  }

  @Test("do not start within the years loaded when they began before")
  func truncated() throws {
    let returns = try Support.episodes(
      "A,01/05/2015,P,C2,N1,U6,PR1,01/06/2022,E4A", "Z,01/10/2022,S,C2,N1,U6,PR1,20/03/2023,E4A")
    let flows = try flows(returns)

    #expect(flows.startedTotal == 1, "Z")
    #expect(flows.ceasedTotal == 2)
    #expect(flows.duration.count == 1, "how long A was in care is not known")
    #expect(flows.durationUnknown == 1)
    let caseload = try Caseload(returns, scheme: try Support.scheme())
    let child = try #require(
      caseload.children(in: .total, on: try day("31/05/2022"), key: try Support.key()).first)
    #expect(child.mayHaveStartedEarlier)
  }

  @Test("are of unknown length where they began before the first return, also with RNE S")
  func beforeFirstReturn() throws {
    let flows = try flows(
      try Support.episodes(
        "A,01/05/2015,S,C2,N1,U6,PR1,01/06/2022,E4A",
        "Z,01/10/2022,S,C2,N1,U6,PR1,20/03/2023,E4A"))
    #expect(flows.duration == DayCount(count: 1, days: 170))
    #expect(flows.durationUnknown == 1)
  }

  @Test("end on the 18th birthday at the latest, on 1 March for who was born on 29 February")
  func eighteen() throws {
    for (birth, last) in [("28/02/2005", "27/02/2023"), ("29/02/2004", "28/02/2022")] {
      let returns = try Support.episodes(
        "A,01/05/2020,S,C2,N1,U6,PR1,15/03/2023,E5", "Y,01/10/2021,S,C2,N1,U6,PR1,20/12/2021,E4A",
        "Z,01/10/2022,S,C2,N1,U6,PR1,20/03/2023,E4A",
        headers: ["A,2,\(birth)", "Y,1,01/01/2010", "Z,1,01/01/2010"])
      let caseload = try Caseload(returns, scheme: try Support.scheme())
      let day = try day(last)
      let next = try #require(CivilDate(dayNumber: day.dayNumber + 1))
      let totals = caseload.totals(on: [day, next])
      #expect(totals[0] - totals[1] == 1)
      #expect(caseload.flows(in: [next...next])[0].ceased == [.turned18: 1])
    }
  }

  @Test("have turning 18 asked first: it has no code of its own")
  func routes() throws {
    let routes: [(String, String, ExitRoute)] = [
      ("01/02/2023", "E4A", .turned18), ("01/02/2023", "E17", .turned18WithCarer),
      ("31/01/2023", "E4A", .homePlanned), ("31/01/2023", "E4B", .homeNotPlanned),
      ("31/01/2023", "E13", .homeWithoutParentalResponsibility), ("31/01/2023", "E12", .adoption),
      ("31/01/2023", "E41", .childArrangements), ("31/01/2023", "E5", .independence),
      ("31/01/2023", "E3", .transfer), ("31/01/2023", "E9", .custody), ("31/01/2023", "E8", .other),
      ("31/01/2023", "E99", .unknown), ("31/01/2023", "E48", .specialGuardianship),
    ]
    for (end, reason, route) in routes {
      let returns = try Support.episodes(
        "A,01/05/2022,S,C2,N1,U6,PR1,\(end),\(reason)", headers: ["A,2,01/02/2005"])
      #expect(try flows(returns).ceased == [route: 1], "\(reason)")
    }
  }

  @Test("take the reason of an episode without length that ends them")
  func shortEnd() throws {
    let returns = try Support.episodes(
      "A,01/05/2022,S,V2,N1,U6,PR1,01/06/2022,X1", "A,01/06/2022,P,V2,N1,K2,PR1,01/06/2022,E4B")
    #expect(try flows(returns).ceased == [.homeNotPlanned: 1])
  }

  @Test("count whoever's legal status is not known, for only short breaks are left out")
  func unknownStatus() throws {
    let returns = try Support.episodes("A,01/05/2022,S,,N1,U6,PR1,,")
    let caseload = try Caseload(returns, scheme: try Support.scheme())
    let counts = caseload.counts(on: [try day("31/05/2022")])[0]
    #expect(counts.total == 1)
    #expect(counts[.unallocated] == 1)
  }
}
