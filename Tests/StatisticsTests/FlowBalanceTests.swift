import Indicators
import LookedAfter
import Testing

/// Yearly starts and leavers of Herefordshire, as published by the Department for Education.
@Suite("The balance of starts and leavers") struct FlowBalanceTests {
  @Test(
    "Three years of Herefordshire",
    arguments: [
      (68, 111, -43, "-3.21", "0.0016", "-1.99", FlowBalance.Evidence.fallingClear),
      (96, 122, -26, "-1.76", "0.0902", "-1.09", .fallingCouldBeChance),
      (161, 95, 66, "4.13", "0.0000", "2.56", .risingClear),
    ])
  func years(
    started: Int, ceased: Int, net: Int, z: String, p: String, zOfYears: String,
    evidence: FlowBalance.Evidence
  ) throws {
    let independent = try #require(
      FlowBalance(started: started, ceased: ceased, months: 12, spread: .independent))
    #expect(independent.net == net)
    #expect(shown(try #require(independent.z), 2) == z)
    #expect(shown(independent.exactP, 4) == p)
    #expect(independent.p == independent.exactP)
    let yearly = try #require(
      FlowBalance(started: started, ceased: ceased, months: 12, spread: .yearly))
    #expect(shown(try #require(yearly.z), 2) == zOfYears)
    #expect(yearly.evidence == evidence)
    #expect(yearly.working.cautions == [.assumedSpread(2.6)])
  }

  @Test(
    "A number that changed otherwise than its flows has their verdict only where it would be its own",
    arguments: [
      (68, 111, -43, FlowBalance.Evidence.fallingClear), (68, 111, -41, .fallingClear),
      (68, 111, -20, nil), (68, 111, 3, nil), (96, 122, -24, .fallingCouldBeChance),
      (108, 108, -48, nil), (108, 108, 0, .noChange), (0, 0, 1, nil),
      (2, 3, -2, .fallingCouldBeChance),
      (2, 3, -7, nil), (2, 3, Int.min, nil),
    ])
  func ofTheNumber(
    started: Int, ceased: Int, change: Int, evidence: FlowBalance.Evidence?
  ) throws {
    let balance = try #require(
      FlowBalance(started: started, ceased: ceased, months: 12, spread: .independent))
    #expect(balance.evidence(ofChange: change) == evidence)
  }

  @Test("The rise of 2021-22 had p = 0.00004")
  func smallP() throws {
    let rise = try #require(FlowBalance(started: 161, ceased: 95, spread: .independent))
    #expect(shown(rise.exactP, 5) == "0.00004")
  }

  @Test("Words of the five levels")
  func words() {
    #expect(
      FlowBalance.Evidence.allCases.map(\.words) == [
        "falling, clear", "falling, could be chance", "no change", "rising, could be chance",
        "rising, clear",
      ])
    #expect(FlowBalance.Evidence.allCases.map(\.isClear) == [true, false, false, false, true])
  }

  @Test("Where nothing happened there is no change and no test")
  func nothing() throws {
    let none = try #require(FlowBalance(started: 0, ceased: 0, spread: .monthly))
    #expect(none.z == nil && none.p == 1 && !none.isSignal)
    #expect(none.evidence == .noChange)
  }

  @Test("As many in as out is no change, however many")
  func even() throws {
    let even = try #require(FlowBalance(started: 50, ceased: 50, spread: .monthly))
    #expect(even.evidence == .noChange && even.z == 0 && even.exactP == 1)
  }

  @Test("Below ten events the exact test decides")
  func few() throws {
    let nine = try #require(FlowBalance(started: 0, ceased: 9, spread: .monthly))
    #expect(nine.isExact && nine.isSignal && nine.evidence == .fallingClear)
    #expect(relativeError(nine.p, 2.0 / 512) < 1e-12)
    #expect(nine.working.cautions == [.exactTestOnly(events: 9)])
    let seven = try #require(FlowBalance(started: 1, ceased: 6, spread: .independent))
    #expect(seven.evidence == .fallingCouldBeChance)
  }

  @Test("Flows that do not make the difference of the snapshots are said")
  func reconciliation() throws {
    let year = try #require(FlowBalance(started: 68, ceased: 111, spread: .yearly))
    #expect(year.reconciliation(opening: 387, closing: 344).isEmpty)
    #expect(
      year.reconciliation(opening: 387, closing: 346)
        == [.flowsMissSnapshots(net: -43, difference: -41)])
    #expect(year.reconciliation(opening: .min, closing: .max).isEmpty)
  }

  @Test("Starts and leavers swapped turn the sign and keep p")
  func swapped() throws {
    for (started, ceased) in [(3, 11), (40, 52), (161, 95)] {
      let one = try #require(FlowBalance(started: started, ceased: ceased, spread: .monthly))
      let two = try #require(FlowBalance(started: ceased, ceased: started, spread: .monthly))
      #expect(one.z == two.z.map { -$0 })
      #expect(relativeError(one.exactP, two.exactP) < 1e-12)
    }
  }

  @Test("A negative number, or one beyond all reason, is refused")
  func refused() {
    #expect(FlowBalance(started: -1, ceased: 2, spread: .monthly) == nil)
    #expect(FlowBalance(started: 1, ceased: .max, spread: .monthly) == nil)
  }

  @Test("A window of the last months of two series")
  func window() throws {
    let started = try flow([8, 9, 10, 2, 3, 10])
    let ceased = try flow([9, 9, 9, 8, 8, 11])
    let quarter = try #require(FlowBalance(started: started, ceased: ceased, lastMonths: 3))
    #expect(quarter.started == 15 && quarter.ceased == 27 && quarter.months == 3)
    #expect(quarter.spread == .monthly)
    #expect(FlowBalance(started: started, ceased: ceased, lastMonths: 7) == nil)
    #expect(FlowBalance(started: started, ceased: ceased, lastMonths: 0) == nil)
    let gap = try flow([8, 9, 10, 2, nil, 10])
    #expect(FlowBalance(started: gap, ceased: ceased, lastMonths: 3) == nil)
    #expect(FlowBalance(started: gap, ceased: ceased, lastMonths: 1)?.net == -1)
  }
}
