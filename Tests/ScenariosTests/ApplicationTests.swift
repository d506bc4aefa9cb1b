import LookedAfter
import Testing

@testable import Scenarios

@Suite("Applications and those who leave by the same route anyway")
struct ApplicationTests {
  /// A cohort of 46 of which 3 in 100 leave by special guardianship in a month, and one of 200.
  func model(_ known: [KnownLeavers]) -> FlowModel {
    var model = FlowModel(
      start: Month.iso("2020-10"),
      compartments: [
        Compartment(
          id: "plan", opening: 46, joiners: 1,
          leaving: [LeavingRate("ceased.sgo", 0.03), LeavingRate(.ceased, 0.01)],
          moves: [MovingRate(to: "rest", 0.01)]),
        Compartment(
          id: "rest", opening: 200, joiners: 6, leaving: [LeavingRate(.ceased, 0.02)],
          moves: [MovingRate(to: "plan", 0.005)]),
      ], spread: 1.4, leavingError: 0.01,
      basis: .init(months: 36, first: nil, isChildLevel: false))
    model.known = known
    return model
  }

  func planned(
    _ number: Int, _ due: String, chance: Double = 0.9, delay: [Double]? = nil
  ) -> KnownLeavers {
    KnownLeavers(
      reason: .planned, cohort: "plan", route: "ceased.sgo", number: number, due: Month.iso(due),
      chance: chance, delay: delay ?? ApplicationAssumptions.stated.delay(.planned))
  }

  func means(_ known: [KnownLeavers], _ levers: [Lever] = []) throws -> [Double] {
    ClosedForm(try LeverPlan(model(known), levers, months: 24).schedule()).totals
  }

  @Test(
    "Recording applications never raises the number, in any month, however many and whenever",
    arguments: [1, 5, 8, 16, 30], ["2020-11", "2021-01", "2021-09"])
  func neverMore(number: Int, due: String) throws {
    let base = try means([])
    for delay in [[1.0], [0.5, 0.5], ApplicationAssumptions.stated.delay(.planned)] {
      let with = try means([planned(number, due, delay: delay)])
      for (less, more) in zip(with, base) { #expect(less <= more + 1e-9) }
      // One more makes it no higher, either.
      let further = try means([
        planned(number, due, delay: delay), planned(3, "2021-01", delay: delay),
      ])
      for (less, more) in zip(further, with) { #expect(less <= more + 1e-9) }
    }
  }

  @Test("Thirty orders in one month are as many as that less the usual one or two")
  func inOneMonth() throws {
    let base = try means([])
    let with = try means([planned(30, "2021-02", chance: 1, delay: [1])])
    #expect(zip(base, with).prefix(3).allSatisfy { abs($0 - $1) < 1e-9 })
    #expect((28...29).contains(base[3] - with[3]))
    // They would have left later: the gap closes, and nothing jumps.
    for month in 4..<24 {
      #expect((0..<1.2).contains((base[month - 1] - with[month - 1]) - (base[month] - with[month])))
    }
  }

  @Test("A month without known leavers keeps its ordinary ones")
  func ordinary() throws {
    let schedule = Schedule(model([planned(9, "2021-02", delay: [1])]), months: 12)
    for month in 0..<12 where month != 3 {
      #expect(abs(schedule.rates[month].leaving[0] - 0.04) < 1e-12)
    }
    #expect(abs(schedule.rates[3].leaving[0] - 0.01) < 1e-12)
  }

  @Test("What becomes of them: success lowers the number, failure raises it, delay moves it")
  func levers() throws {
    let known = [planned(16, "2020-12")]
    let base = try means(known)
    let succeed = try means(known, [.applications(ApplicationChange(.all, succeed: 1))])
    let fail = try means(known, [.applications(ApplicationChange(.all, succeed: 0))])
    let late = try means(known, [.applications(ApplicationChange(.all, delay: 6))])
    #expect(zip(succeed, base).allSatisfy { $0 <= $1 + 1e-9 })
    #expect(zip(fail, base).allSatisfy { $0 >= $1 - 1e-9 })
    #expect(fail[11] - base[11] > 5)
    #expect(late[8] > base[8])
  }

  @Test(
    "Granting never raises the number, whether the usual number is more or less",
    arguments: [1, 2, 8])
  func granting(number: Int) throws {
    let known = [planned(4, "2020-12")]
    let base = try means(known)
    let lever = Lever.leavers(
      .exactly(Double(number)), route: "ceased.sgo", from: "plan", .only(Month.iso("2020-12")))
    let granted = try means(known, [lever])
    for (less, more) in zip(granted, base) { #expect(less <= more + 1e-9) }
  }

  @Test("Drawn courses and closed form agree within three and a half standard errors")
  func agreement() throws {
    let known = [
      planned(8, "2020-12"), planned(5, "2021-03", delay: [0.5, 0.3, 0.2]),
      KnownLeavers(
        reason: .birthday, cohort: "rest", route: "ceased.turned_18", number: 6,
        due: Month.iso("2021-04"), chance: 0.9),
    ]
    for seed in UInt64(1)...4 {
      let projection = try Projection.run(
        model(known), levers: [.applications(ApplicationChange(.all, succeed: 1))],
        settings: ProjectionSettings(months: 18, paths: 4000, seed: seed))
      #expect(projection.agreement < 3.5)
    }
    let schedule = Schedule(model(known), months: 18)
    let form = ClosedForm(schedule)
    let ensemble = try #require(Ensemble(schedule, paths: 8000, seed: 3, workers: 2))
    for month in [1, 5, 17] {
      let total = Outcomes(ensemble.totals(month, overlap: 0))
      #expect(abs(total.variance / form.totalVariances[month] - 1) < 0.08)
    }
  }

  @Test("Of the orders that are expected, as many as usual stand in the place of usual ones")
  func expected() {
    let orders = model([planned(16, "2020-12", chance: 1, delay: [0.25, 0.25, 0.25, 0.25])])
      .expectedOrders(months: 12)
    #expect(abs(orders.expected - 16) < 1e-9)
    #expect((3...6).contains(orders.inPlaceOfUsual))
  }
}
