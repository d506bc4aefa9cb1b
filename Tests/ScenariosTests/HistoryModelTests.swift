import LookedAfter
import Testing

@testable import Scenarios

@Suite("Models from a history that counts cohorts and follows no child")
struct HistoryModelTests {
  @Test("The flows of the cohorts add up to those of all children")
  func adds() throws {
    let service = MadeUpChildren(number: 1, months: 36)
    let history = try MadeUpHistory.history(of: service, months: 36)
    let model = try FlowModel(history, upTo: MadeUpChildren.first.advanced(by: 35))
    let flows = try #require(
      MonthlyFlows(history, upTo: MadeUpChildren.first.advanced(by: 35)))
    let whole = try FlowEstimate(flows)
    #expect(model.compartments.map(\.id) == MadeUpChildren.cohorts)
    #expect(model.compartments.map(\.opening) == service.numbers[35])
    #expect(model.opening == whole.opening)
    let joiners = model.compartments.reduce(0) { $0 + $1.joiners }
    #expect(abs(joiners - whole.starts) < 1e-9)
    let leavers = model.compartments.reduce(0) { $0 + $1.leavingRate * Double($1.opening) }
    #expect(abs(leavers / (whole.leaverRate * Double(whole.opening)) - 1) < 1e-9)
    let one = ClosedForm(Schedule(whole.model, months: 12)).totals[11]
    let all = ClosedForm(Schedule(model, months: 12)).totals[11]
    #expect(abs(one - all) < 0.5)
  }

  @Test("Children in no cohort are a compartment; children in two are taken off the total")
  func remainder() throws {
    let service = MadeUpChildren(number: 2, months: 24)
    let history = try MadeUpHistory.history(of: service, months: 24)
    let last = MadeUpChildren.first.advanced(by: 23)
    let total = service.numbers[23].reduce(0, +)
    for (stated, remainder, overlap) in [(total + 12, 12, 0), (total - 9, 0, -9)] {
      let changed = history.adding([
        Observation(
          measure: "total", period: .month(last), basis: .monthEnd,
          value: Quantity(mantissa: stated),
          provenance: Provenance(source: nil, recordedAt: "2021-01-02T00:00:00Z", revision: 2))
      ])
      let model = try FlowModel(changed, upTo: last)
      #expect(model.opening == stated)
      #expect(model.overlap == overlap)
      let rest = model.compartments.first { $0.id == FlowModel.remainder }
      #expect((rest?.opening ?? 0) == remainder)
    }
  }

  @Test("Joiners under a status that a cohort is for are those of the cohort; others come to all")
  func statuses() throws {
    var model = TwelveCohorts.model(spread: 1, errors: false)
    // 9.2 join a month: 5.2 of them cohort 1, 2.4 cohort 8, 1.6 others.
    model.statuses = ["started.ico": 0.5, "started.uasc": 0.3, "started.remand": 0.2]
    model.placeStatuses(["started.ico": "cohort1", "started.uasc": "cohort8"])
    func number(_ status: MeasureID, _ cohort: Int) -> Double {
      let compartment = model.compartments[cohort]
      let number: Double = compartment.joiners * (compartment.statuses[status] ?? 0)
      return (1000 * number).rounded() / 1000
    }
    #expect(number("started.ico", 1) == 4.6)
    // 2.76 come alone, and 2.4 join the cohort: the others are among the 2.2 that are left.
    #expect(number("started.uasc", 8) == 2.4)
    // Cohort 1 has 0.6 of these: 0.098 of the 0.36, and 0.502 of the 1.84 on remand.
    #expect(number("started.uasc", 1) == 0.098)
    #expect(number("started.remand", 1) == 0.502)
    #expect(number("started.remand", 8) == 0)
    let gone = try LeverPlan(
      model, [.joiners(.percent(-100), status: "started.uasc", .from(Month.iso("2020-12")))],
      months: 2
    ).schedule().rates[0].entering
    #expect(gone[8] == 0)
    let fewer: Double = TwelveCohorts.joiners.reduce(0, +) - gone.reduce(0, +)
    #expect(abs(fewer - 2.76) < 1e-9)
  }

  @Test("Cohort bands from counts alone hold nearly as well as those from children")
  func coverage() throws {
    var (count, held80, held95) = (0, 0, 0)
    for number in 0..<25 {
      let service = MadeUpChildren(number: number, months: 48)
      let history = try MadeUpHistory.history(of: service, months: 36)
      let model = try FlowModel(history, upTo: MadeUpChildren.first.advanced(by: 35))
      let projection = try Projection.run(
        model, settings: ProjectionSettings(months: 12, paths: 300, seed: UInt64(number)))
      for horizon in [3, 6, 12] {
        for (index, cohort) in projection.base[horizon - 1].cohorts.enumerated() {
          let (actual, band) = (Double(service.numbers[35 + horizon][index]), cohort.children)
          count += 1
          held80 += band.lower80 <= actual && actual <= band.upper80 ? 1 : 0
          held95 += band.lower95 <= actual && actual <= band.upper95 ? 1 : 0
        }
      }
    }
    #expect((90...98).contains(100 * Double(held95) / Double(count)))
    #expect((74...88).contains(100 * Double(held80) / Double(count)))
  }

  @Test("Under 12 months a projection is refused with the number that is there")
  func refused() throws {
    let service = MadeUpChildren(number: 1, months: 12)
    let history = try MadeUpHistory.history(of: service, months: 12)
    #expect(throws: ProjectionRefusal.tooShort(months: 11, needed: 12)) {
      try FlowModel(history, upTo: MadeUpChildren.first.advanced(by: 10))
    }
    #expect(
      "\(ProjectionRefusal.tooShort(months: 11, needed: 12))".contains("only 11 are recorded"))
  }
}
