import Indicators
import TestSupport
import Testing

@Suite("Long and made-up series") struct LongSeriesTests {
  @Test("A series of a million points is charted, tested and changed into differences")
  func million() throws {
    var random = SeededGenerator(seed: 6)
    let values = (0..<1_000_000).map { index -> Double? in
      index % 97 == 5 ? nil : Double(Int.random(in: 0...18, using: &random))
    }
    let chart = try ControlChart(flow(values))
    #expect(chart.signals.count == 1_000_000)
    let limits = try #require(chart.segments.last?.limits)
    #expect(abs(limits.centre - 9) < 0.05)
    let anhoj = try #require(AnhojTest(flow(values)))
    #expect(anhoj.median == 9 && anhoj.longestAllowed == 23)
    #expect(anhoj.fewestAllowed > 400_000 && anhoj.crossings > 400_000)
    #expect(try StockSeries(Series(values)).netChange.series.values.count == 999_999)
    // Rising for ever, and on one side for ever, are runs as long as the series.
    let rising = try ControlChart(flow((0..<1_000_000).map { Double($0) }))
    let places = stride(from: 0, to: 1_000_000, by: 999)
    #expect(places.allSatisfy { rising.signals[$0].all.contains { $0.rule == .trend } })
    #expect(rising.runsSoFar.map(\.length) == [500_000, 1_000_000])
  }

  @Test("When nothing changes, 24 points show a signal in about 15% of charts, the latest in 1-2%")
  func falseAlarms() throws {
    var random = SeededGenerator(seed: 24)
    var (somewhere, latest) = (0, 0)
    for _ in 0..<2_000 {
      let chart = try ControlChart(
        flow((0..<24).map { _ in 100 + 10 * normal(&random) }, .netChange))
      if chart.signals.contains(where: { !$0.isEmpty }) { somewhere += 1 }
      if chart.latest?.signals.isEmpty == false { latest += 1 }
    }
    #expect((240...380).contains(somewhere))
    #expect((10...60).contains(latest))
  }

  @Test("On a stock that does not change the balance is rarely called clear")
  func balance() throws {
    var random = SeededGenerator(seed: 10)
    var alarms = 0
    for _ in 0..<1_000 {
      let started = (0..<12).reduce(0) { sum, _ in sum + poisson(9, &random) }
      let ceased = (0..<12).reduce(0) { sum, _ in sum + poisson(9, &random) }
      let balance = try #require(
        FlowBalance(started: started, ceased: ceased, spread: .independent))
      if balance.evidence.isClear { alarms += 1 }
    }
    #expect((25...75).contains(alarms))
  }

  /// About normal: twelve even numbers added.
  private func normal(_ random: inout SeededGenerator) -> Double {
    (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0..<1, using: &random) }
  }

  /// A Poisson number, as the waits of independent events that fit into a month.
  private func poisson(_ mean: Double, _ random: inout SeededGenerator) -> Int {
    var chance = 1.0
    var events = -1
    let end = 1 / exponential(mean)
    while chance > end {
      chance *= Double.random(in: 0..<1, using: &random)
      events += 1
    }
    return events
  }

  /// `e` to a power, by its series.
  private func exponential(_ power: Double) -> Double {
    var (term, sum) = (1.0, 1.0)
    for index in 1...100 {
      term *= power / Double(index)
      sum += term
    }
    return sum
  }
}
