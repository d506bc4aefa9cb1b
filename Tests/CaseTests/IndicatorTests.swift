import Indicators
import LookedAfter
import Testing

@Suite("What cases tell of time") struct IndicatorTests {
  @Test("A median is the middle, or the mean of the two in the middle, in weeks to one decimal")
  func medians() {
    #expect(Durations([]).medianWeeks == nil)
    #expect(Durations([70]).medianWeeks?.description == "10.0")
    #expect(Durations([14, 7, 70]).medianWeeks?.description == "2.0")
    #expect(Durations([7, 14]).medianWeeks?.description == "1.5")
    #expect(Durations([182, 183]).within(weeks: 26) == 1)
    #expect(Durations.weeks(10).description == "1.4")
  }

  @Test("A slip does not start the time in a stage anew")
  func ages() throws {
    let each = Case(
      child: "K-1", route: "sgo",
      moves: [
        try move("planned", "2020-09-01", "2020-10"),
        try move("planned", "2020-10-20", "2021-01", because: "carer"),
      ])
    #expect(each.arrival(at: try day("2020-10-31")) == (try day("2020-09-01")))
    let ages = StageAge.all(
      in: try history(of: [each]).cases, on: [try route("sgo")], at: try day("2020-10-31"))
    #expect(ages.map(\.durations.days) == [[60]])
  }

  @Test("Permanence is from coming into care to the order, by route; what is not known is counted")
  func permanence() throws {
    let cases = [
      Case(
        child: "K-1", route: "sgo", facts: CaseFacts(entered: try day("2018-10-13")),
        moves: [try move("filed", "2020-09-01"), try move("granted", "2020-10-12")]),
      Case(
        child: "K-2", route: "sgo",
        moves: [try move("filed", "2020-09-01"), try move("granted", "2020-10-12")]),
    ]
    let all = Permanence.all(
      in: try history(of: cases).cases, during: try month("2019-11")...month("2020-10"))
    let sgo = try #require(all.first { $0.route.id == "sgo" })
    #expect(sgo.durations.days == [730])
    #expect(sgo.durations.medianWeeks?.description == "104.3")
    #expect(sgo.withoutEntry == 1)
  }

  @Test("The three events called reunified are counted apart, a child in each of them")
  func homeEvents() throws {
    let cases = [
      Case(
        child: "K-1", route: "proceedings",
        moves: [
          try move("reunification", "2020-01-01"), try move("concluded_reunified", "2020-10-01"),
        ]),
      Case(
        child: "K-1", route: "reunification",
        moves: [try move("planned", "2020-09-01", "2020-10"), try move("home", "2020-10-05")]),
      Case(
        child: "K-1", route: "family_reunification",
        moves: [try move("working", "2020-09-01"), try move("returned", "2020-10-05")]),
      Case(
        child: "K-1", route: "discharge",
        moves: [try move("filed", "2020-10-06"), try move("granted", "2020-10-30")]),
    ]
    let events = HomeEvents(
      in: try history(of: cases).cases, during: try month("2020-10")...month("2020-10"))
    #expect(
      events.children == [.orderDischarged: 1, .returnedHome: 1, .homeAtConclusion: 1])
  }

  @Test("18th birthdays are those of children with a live case, each once")
  func birthdays() throws {
    let born = CaseFacts(born: try month("2002-12"))
    let cases = [
      Case(
        child: "K-1", route: "residential", facts: born,
        moves: [try move("in_residential", "2020-01-01", because: "other")]),
      Case(
        child: "K-1", route: "step_down", facts: born, moves: [try move("identified", "2020-02-01")]
      ),
      Case(
        child: "K-2", route: "sgo", facts: CaseFacts(born: try month("2003-01")),
        moves: [try move("filed", "2020-02-01"), try move("granted", "2020-03-01")]),
      Case(child: "K-3", route: "sgo", moves: [try move("filed", "2020-02-01")]),
    ]
    let birthdays = Birthdays(
      in: try history(of: cases).cases, after: try month("2020-10"), months: 12)
    #expect(birthdays.children == 2)
    #expect(birthdays.unknown == 1)
    #expect(birthdays.byMonth.map(\.children) == [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    #expect(birthdays.byMonth.first?.month == (try month("2020-11")))
  }

  @Test("18th birthdays leave out whom a team keeps out of care, and tell who is past them")
  func notLookedAfter() throws {
    let cases = [
      Case(
        child: "K-1", route: "prevention", facts: CaseFacts(born: try month("2002-12")),
        moves: [try move("working", "2020-02-01")]),
      Case(
        child: "K-2", route: "sgo", facts: CaseFacts(born: try month("2002-09")),
        moves: [try move("filed", "2020-02-01")]),
    ]
    let birthdays = Birthdays(
      in: try history(of: cases).cases, after: try month("2020-10"), months: 12)
    #expect(birthdays.children == 1)
    #expect(birthdays.inMonths == 0)
    #expect(birthdays.past == 1)
  }

  @Test("A frozen list tells the furthest of each child, and what nobody can know")
  func frozen() throws {
    let cases = [
      Case(
        child: "K-1", route: "sgo",
        moves: [try move("filed", "2019-09-01"), try move("granted", "2020-03-01")]),
      Case(
        child: "K-2", route: "reunification",
        moves: [try move("planned", "2019-09-01", "2020-01"), try move("home", "2020-01-05")]),
      Case(
        child: "K-2", route: "discharge",
        moves: [try move("filed", "2020-06-06"), try move("granted", "2020-10-30")]),
      Case(child: "K-3", route: "sgo", moves: [try move("identified", "2019-09-01")]),
      Case(child: "K-4", route: "sgo", moves: [try move("identified", "2020-01-01")]),
    ]
    let book = try history(of: cases).cases
    let list = FrozenList(
      name: "the 49", freezing: ["sgo", "reunification"], in: book, on: try day("2019-11-25"),
      statedSize: 49)
    #expect(list.children == ["K-1", "K-2", "K-3"])
    #expect(list.unknown == 46)
    let progress = FrozenProgress(of: list, in: book, on: try day("2020-12-01"))
    #expect(progress.total == 49)
    #expect(progress.leftCare == 2)
    #expect(progress.groups.map(\.children) == [1, 1, 1, 46])
    #expect(progress.groups.last?.state == .notKnown)
    #expect(progress.members.map(\.child) == ["K-1", "K-2", "K-3"])
  }
}
