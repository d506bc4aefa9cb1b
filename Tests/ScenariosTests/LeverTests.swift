import LookedAfter
import Testing

@testable import Scenarios

@Suite("Levers")
struct LeverTests {
  let model: FlowModel
  let march = Month.iso("2021-03")
  let december = Month.iso("2020-12")

  init() {
    var model = TwelveCohorts.model(spread: 1, errors: false)
    model.cohortsByRoute = ["ceased.sgo": "cohort4"]
    model.compartments[4].leaving = [LeavingRate("ceased.sgo", 0.03), LeavingRate(.ceased, 0.01)]
    model.known = [
      KnownLeavers(
        reason: .planned, cohort: "cohort4", route: "ceased.sgo", number: 9, due: december,
        chance: 0.5, delay: [0.5, 0.5]),
      KnownLeavers(
        reason: .filed, cohort: "cohort3", route: "ceased.discharged", number: 5, due: december),
    ]
    self.model = model
  }

  /// The expected numbers of a schedule at each month's end.
  func means(_ levers: [Lever], months: Int = 12) throws -> [Double] {
    ClosedForm(try LeverPlan(model, levers, months: months).schedule()).totals
  }

  @Test("A fifth fewer joiners from a month on: nothing before, a fifth of the joiners after")
  func joiners() throws {
    let (base, changed) = (try means([]), try means([.joiners(.percent(-20), .from(march))]))
    #expect(changed.prefix(3) == base.prefix(3))
    #expect(abs(base[3] - changed[3] - 0.2 * TwelveCohorts.joiners.reduce(0, +)) < 1e-9)
    let none = try means([.joiners(.exactly(0), .from(december))])
    #expect(abs(base[0] - none[0] - TwelveCohorts.joiners.reduce(0, +)) < 1e-9)
  }

  @Test("Who comes under a legal status comes to the cohorts that such children have joined")
  func statuses() throws {
    var model = model
    model.statuses = ["started.uasc": 0.3, "started.ico": 0.5]
    // 5.2 a month join cohort 1, all under interim orders; 2.4 join cohort 8, nine in ten of them alone.
    model.compartments[1].statuses = ["started.ico": 1]
    model.compartments[8].statuses = ["started.uasc": 0.9, "started.ico": 0.1]
    func entering(_ amount: Amount, _ status: MeasureID?) throws(LeverError) -> [Double] {
      try LeverPlan(model, [.joiners(amount, status: status, .from(december))], months: 3)
        .schedule().rates[0].entering
    }
    let usual = TwelveCohorts.joiners
    func differences(_ values: [Double]) -> [Double] {
      zip(values, usual).map { (1000 * ($0 - $1)).rounded() / 1000 }
    }
    #expect(
      differences(try entering(.percent(-100), "started.uasc"))
        == [0, 0, 0, 0, 0, 0, 0, 0, -2.16, 0, 0, 0])
    #expect(
      differences(try entering(.percent(-50), "started.ico"))
        == [0, -2.6, 0, 0, 0, 0, 0, 0, -0.12, 0, 0, 0])
    #expect(
      differences(try entering(.exactly(4), "started.uasc"))
        == [0, 0, 0, 0, 0, 0, 0, 0, 1.84, 0, 0, 0])
    #expect(
      differences(try entering(.more(2.72), "started.ico"))
        == [0, 2.6, 0, 0, 0, 0, 0, 0, 0.12, 0, 0, 0])
    // No more of them can stay away than come.
    #expect(
      throws: LeverError.outOfRange(
        what: "number of fewer joiners a month", least: "0", most: "2.2, the usual number")
    ) { try entering(.more(-3), "started.uasc") }
    #expect(try entering(.more(-2.2), "started.uasc")[8] == 2.4 * (1 - 0.9))
    #expect(
      throws: LeverError.outOfRange(
        what: "number of fewer joiners a month", least: "0", most: "9.2, the usual number")
    ) { try entering(.more(-50), nil) }
    #expect(try entering(.more(-9.2), nil).reduce(0, +) < 1e-9)
  }

  @Test("8 special guardianship orders in a month stand in place of the usual ones")
  func leaversInAMonth() throws {
    let base = try means([])
    let changed = try means([.leavers(.exactly(8), route: "ceased.sgo", .only(march))])
    #expect(changed.prefix(3) == base.prefix(3))
    let difference = base[3] - changed[3]
    #expect(difference > 6.5)
    #expect(difference < 8)
    let more = try means([.leavers(.more(8), route: "ceased.sgo", .only(march))])
    #expect(abs(base[3] - more[3] - 8) < 1e-9)
  }

  @Test("Two and a half more leavers a month are 2, 3, 2, 3 whole children")
  func fractions() throws {
    let schedule = try LeverPlan(model, [.leavers(.more(2.5), .from(december))], months: 4)
      .schedule()
    #expect(schedule.forced.map { $0.reduce(0) { $0 + $1.number } } == [2, 3, 2, 3])
  }

  @Test("Applications: all succeed, some are made, all are later")
  func applications() throws {
    func known(_ change: ApplicationChange) throws -> [KnownLeavers] {
      try LeverPlan(model, [.applications(change)], months: 12).model.known
    }
    #expect(try known(ApplicationChange(.planned, succeed: 1)).map(\.chance) == [1, 1])
    #expect(try known(ApplicationChange(.planned, only: 3)).map(\.number) == [3, 5])
    #expect(
      try known(ApplicationChange(.all, delay: 2)).map(\.due) == [
        Month.iso("2021-02"), Month.iso("2021-02"),
      ])
    #expect(throws: LeverError.tooManyApplications(asked: 10, available: 9)) {
      try known(ApplicationChange(.planned, only: 10))
    }
  }

  @Test("Children who move change two cohorts and not the total")
  func move() throws {
    let plan = try LeverPlan(
      model, [.move(10, from: "cohort7", to: "cohort0", in: march)], months: 6)
    let form = ClosedForm(try plan.schedule())
    let base = ClosedForm(Schedule(model, months: 6))
    #expect(abs(form.totals[3] - base.totals[3]) < 1e-9)
    #expect(abs(form.means[3][7] - base.means[3][7] + 10) < 1e-9)
    #expect(abs(form.means[3][0] - base.means[3][0] - 10) < 1e-9)
  }

  @Test(
    "A cohort that is closed empties into another; one that is opened takes joiners from others")
  func closeAndOpen() throws {
    let closed = ClosedForm(
      try LeverPlan(model, [.close("cohort7", movingTo: "cohort0", from: march)], months: 6)
        .schedule())
    #expect(closed.means[2][7] > 20)
    #expect(closed.means[3][7] < 1e-9)
    #expect(closed.means[5][7] < 1e-9)
    let opened = try LeverPlan(model, [.open("cohort9", joiners: 2, from: march)], months: 6)
      .schedule()
    let before = Schedule(model, months: 6)
    #expect(
      abs(opened.rates[3].entering.reduce(0, +) - before.rates[3].joiners.reduce(0, +)) < 1e-9)
    #expect(abs(opened.rates[3].entering[9] - before.rates[3].joiners[9] - 2) < 1e-9)
    #expect(opened.rates[2].entering == before.rates[2].joiners)
    let until = try LeverPlan(
      model,
      [.open("cohort9", joiners: 2, from: december), .close("cohort9", from: march)], months: 6
    ).schedule()
    #expect(abs(until.rates[0].entering[9] - 2.5) < 1e-9)
    #expect(until.rates[3].entering[9] == 0)
  }

  @Test(
    "A number that joins an opened cohort is given: nobody more comes, and it is sure as others are"
  )
  func opened() throws {
    var model = TwelveCohorts.model()
    // Of a cohort of two children that hardly anybody has joined, the own rate is not known.
    model.compartments[9].joinersError = 4
    for index in model.compartments.indices {
      model.compartments[index].leaving = [LeavingRate("ceased", 0.03)]
    }
    let projection = try Projection.run(
      model, levers: [.open("cohort9", joiners: 2, from: december)],
      settings: ProjectionSettings(months: 10, paths: 4000))
    #expect(projection.agreement < 4)
    let difference = try #require(projection.difference)
    // The same children come on every path, in the first month to other places only.
    #expect(
      difference[0].total
        == Band(mean: 0, median: 0, lower80: 0, upper80: 0, lower95: 0, upper95: 0))
    #expect(abs(difference[0].cohorts[9].children.mean - 2) < 0.1)
    let last = try #require(difference.last)
    #expect(abs(last.total.mean) < 0.5)
    // 20 children in ten months, of whom some leave and move on.
    let cohort = last.cohorts[9].children
    #expect((10...18).contains(cohort.mean))
    #expect(cohort.lower95 >= 4)
    #expect(cohort.upper95 <= 30)
  }

  @Test("Who would have joined a closed cohort does not come, and nobody else's luck changes")
  func closed() throws {
    let base = ClosedForm(Schedule(model, months: 12))
    let closed = ClosedForm(
      try LeverPlan(model, [.close("cohort8", from: march)], months: 12).schedule())
    // 2.4 a month would have joined it; who was in it goes on leaving it.
    #expect(abs(base.totals[3] - closed.totals[3] - 2.4) < 1e-9)
    #expect(closed.means[11][8] < base.means[11][8] / 2)
    for index in [1, 2, 11] { #expect(closed.means[11][index] <= base.means[11][index] + 1e-9) }
    let projection = try Projection.run(
      model, levers: [.close("cohort8", from: march)],
      settings: ProjectionSettings(months: 12, paths: 1000))
    let difference = try #require(projection.difference)
    // On no path does anybody come because the cohort is closed.
    #expect(difference.allSatisfy { $0.total.upper95 <= 0 })
    #expect(
      difference[2].total
        == Band(
          mean: 0, median: 0, lower80: 0, upper80: 0, lower95: 0, upper95: 0))
    let last = try #require(difference.last)
    #expect(last.total.upper95 - last.total.lower95 < 25)
  }

  @Test("More leave by a route from all cohorts that children have left by it")
  func severalCohorts() throws {
    var model = model
    model.known = []
    model.compartments[0].leaving = [
      LeavingRate("ceased.sgo", 0.005), LeavingRate(.ceased, 0.01),
    ]
    func forced(_ number: Double, _ span: Span) throws(LeverError) -> [Schedule.Forced] {
      try LeverPlan(model, [.leavers(.exactly(number), route: "ceased.sgo", span)], months: 12)
        .schedule().forced.flatMap { $0 }
    }
    // 46 of whom 3 in 100 leave by it, and 107 of whom 5 in 1,000 do: 1.4 and 0.5 a month.
    let some = try forced(8, .only(march))
    #expect(some.map(\.number) == [2, 6])
    #expect(some.map(\.from) == [0, 4])
    // More than the plan cohort holds; the rest are of the other.
    #expect(try forced(70, .only(march)).reduce(0) { $0 + $1.number } == 70)
    // The limit is of all cohorts that children leave by it; so many are taken, and no more.
    let most = 125
    #expect(
      throws: LeverError.tooManyByRoute(
        asked: 400, available: most, route: "ceased.sgo", month: march)
    ) { try forced(400, .only(march)) }
    for number in stride(from: 5, through: most, by: 1) {
      #expect(
        try forced(Double(number), .only(march)).reduce(0) { $0 + $1.number } == number)
    }
    #expect(
      throws: LeverError.tooManyByRoute(
        asked: most + 1, available: most, route: "ceased.sgo", month: march)
    ) { try forced(Double(most + 1), .only(march)) }
    #expect(
      try forced(2, .from(december)).reduce(0) { $0 + $1.number } == 24)
  }

  @Test("What cannot be is refused, with the limit")
  func refused() throws {
    func refusal(_ lever: Lever) -> LeverError? {
      do throws(LeverError) {
        _ = try LeverPlan(model, [lever], months: 12).schedule()
        return nil
      } catch {
        return error
      }
    }
    #expect(
      refusal(.leavers(.exactly(20), from: "cohort9", .only(december)))
        == .tooMany(asked: 20, available: 3, cohort: "cohort9", month: december))
    #expect(
      refusal(.move(99, from: "cohort6", to: "cohort7", in: december))
        .map { "\($0)".contains("9 are expected") } == true)
    #expect(refusal(.move(9, from: "cohort6", to: "cohort7", in: december)) == nil)
    #expect(refusal(.move(10, from: "cohort6", to: "cohort7", in: december)) != nil)
    #expect(
      refusal(.leavers(.percent(10), route: "ceased.adoption", .from(march)))
        == .unknownShare("ceased.adoption"))
    #expect(
      refusal(.joiners(.percent(-10), status: "started.uasc", .from(march)))
        == .unknownShare("started.uasc"))
    #expect(refusal(.joiners(.percent(-101), .from(march))) != nil)
    #expect(refusal(.joiners(.exactly(.nan), .from(march))) != nil)
    #expect(refusal(.move(1, from: "cohort1", to: "cohort1", in: march)) == .sameCohort("cohort1"))
    #expect(refusal(.close("nowhere", from: march)) == .noCohort("nowhere"))
    #expect(refusal(.population(0, from: march)) != nil)
    #expect(
      refusal(.move(1, from: "cohort1", to: "cohort2", in: Month.iso("2020-11")))
        == .past(Month.iso("2020-11"), start: Month.iso("2020-11")))
  }
}
