import LookedAfter
import Testing

@testable import Scenarios

@Suite("Rates are estimated, and drawn together where little is known")
struct EstimationTests {
  @Test("Cells that differ by chance alone all get the rate of the whole")
  func alike() {
    let cells = [(12, 400.0), (9, 300), (3, 90), (0, 10)].map {
      Credibility.Cell(events: $0.0, exposure: $0.1)
    }
    let drawn = Credibility(cells, spread: 1)
    #expect(drawn.weights == [0, 0, 0, 0])
    #expect(drawn.rates.allSatisfy { abs($0 - 0.03) < 1e-12 })
  }

  @Test("Cells that clearly differ keep their own, the small ones less so")
  func different() {
    let cells = [(120, 2000.0), (10, 2000), (2, 20)].map {
      Credibility.Cell(events: $0.0, exposure: $0.1)
    }
    let drawn = Credibility(cells, spread: 1)
    #expect(drawn.weights[0] > 0.9)
    #expect(drawn.weights[2] < 0.6)
    #expect(abs(drawn.rates[0] - 0.06) < 0.003)
    #expect(drawn.rates[2] > drawn.whole)
    #expect(drawn.rates[2] < 0.1)
  }

  @Test("No events, no exposure, one cell")
  func empty() {
    #expect(Credibility([], spread: 1).rates.isEmpty)
    #expect(Credibility([.init(events: 0, exposure: 0)], spread: 1).rates == [0])
    #expect(Credibility([.init(events: 2, exposure: 8)], spread: 1).rates == [0.25])
  }

  @Test("The season of three years is found, and of one year is not looked for")
  func season() throws {
    var factors = [Double](repeating: 0, count: 12)
    for number in 0..<30 {
      let estimate = try FlowEstimate(MadeUpSeries.series(.seasonal, number: number).upTo(36))
      let most = try #require(estimate.season.max())
      #expect(abs(estimate.season.reduce(0, +) - 12) < 1e-9)
      factors[0] += most
    }
    #expect(factors[0] / 30 > 1.12)
    let short = try FlowEstimate(MadeUpSeries.series(.seasonal, number: 1).upTo(20))
    #expect(short.season == Array(repeating: 1, count: 12))
  }

  @Test("Twelve months that count alike give the plain mean of starts and share of leavers")
  func plain() throws {
    let flows = MadeUpSeries.series(.stable, number: 5).upTo(36)
    let estimate = try FlowEstimate(flows, weighting: .last(12))
    let months = flows.complete.suffix(12)
    let risk = months.reduce(0) { $0 + $1.opening }
    let leavers = months.reduce(0) { $0 + $1.ceased }
    #expect(abs(estimate.leaverRate - Double(leavers) / Double(risk)) < 1e-12)
    #expect(estimate.opening == flows.totals[36])
    #expect(estimate.last == Month.iso("2019-12"))
    #expect(estimate.spread.phi >= 1)
  }

  @Test("A constant series, an empty service and gaps")
  func edges() throws {
    let steady = MonthlyFlows(
      first: Month.iso("2018-01"), totals: Array(repeating: 300, count: 30),
      started: Array(repeating: 0, count: 30), ceased: Array(repeating: 0, count: 30))
    let estimate = try FlowEstimate(steady)
    #expect(estimate.starts == 0)
    #expect(estimate.leaverRate == 0)
    let projection = try Projection.run(estimate.model)
    #expect(projection.base[11].total.lower95 == 300)
    #expect(projection.base[11].total.upper95 == 300)
    let empty = MonthlyFlows(
      first: Month.iso("2018-01"), totals: Array(repeating: 0, count: 30),
      started: Array(repeating: 0, count: 30), ceased: Array(repeating: 0, count: 30))
    #expect(throws: ProjectionRefusal.noChildren) { try FlowEstimate(empty) }
    var totals = MadeUpSeries.series(.stable, number: 5).totals
    totals[20] = nil
    let series = MadeUpSeries.series(.stable, number: 5)
    let gap = MonthlyFlows(
      first: series.first, totals: totals, started: series.started, ceased: series.ceased)
    // The missing total follows from the one before it and the month's flows.
    #expect(gap.complete.count == 48)
  }

  @Test("Applications take at least a month for each stage, and all are decided in the end")
  func delays() {
    let stated = ApplicationAssumptions.stated
    for reason in KnownLeavers.Reason.allCases {
      #expect(abs(stated.delay(reason).reduce(0, +) - 1) < 0.01)
    }
    #expect(stated.delay(.birthday) == [1])
    #expect(stated.delay(.filed)[0] == 0.25)
    #expect(stated.delay(.withLegal)[0] == 0)
    #expect(abs(stated.delay(.withLegal)[1] - 0.125) < 1e-12)
    #expect(stated.delay(.planned).prefix(2) == [0, 0])
  }
}
