import LookedAfter
import Testing

@testable import Scenarios

@Suite("Bands hold on made-up services of which it is known how they work")
struct MonthlyCoverageTests {
  @Test(
    "500 series of 36 months: coverage 3, 6 and 12 months ahead, and a better score than rivals")
  func coverage() throws {
    let perKind = 100
    var scores: [Int: Tally] = [:]
    for kind in MadeUpSeries.Kind.allCases {
      for number in 0..<perKind {
        let series = MadeUpSeries.series(kind, number: number)
        let past = series.upTo(36)
        let ours = try Forecaster.stockAndFlow.forecasts(past, months: 12)
        let rivals = try [Forecaster.noChange, .plainStockAndFlow].map {
          try $0.forecasts(past, months: 12)
        }
        for horizon in [3, 6, 12] {
          let actual = Double(try #require(series.totals[36 + horizon]))
          scores[horizon, default: Tally()].add(
            kind.rawValue, actual, ours[horizon - 1], rivals.map { $0[horizon - 1] })
        }
      }
    }
    for (horizon, tally) in scores.sorted(by: { $0.key < $1.key }) {
      print("horizon", horizon, tally.line)
      #expect((93...97.5).contains(tally.percent95))
      #expect((76...86).contains(tally.percent80))
      for kind in tally.kinds.keys { #expect(tally.percent95(kind) >= 85) }
    }
    let year = try #require(scores[12])
    #expect(year.crps < year.rivals[0])
    #expect(year.crps < year.rivals[1])
  }
}

/// What forecasts came to, over many series.
struct Tally {
  var count = 0
  var held80 = 0
  var held95 = 0
  var crps = 0.0
  var rivals: [Double] = []
  var kinds: [String: (count: Int, held80: Int, held95: Int)] = [:]

  mutating func add(_ kind: String, _ actual: Double, _ ours: Forecast, _ others: [Forecast]) {
    func holds(_ band: (lower: Double, upper: Double)) -> Bool {
      band.lower <= actual && actual <= band.upper
    }
    let holds95 = holds(ours.band(0.95))
    count += 1
    held80 += holds(ours.band(0.8)) ? 1 : 0
    held95 += holds95 ? 1 : 0
    crps += Scores.crps(mean: ours.mean, deviation: ours.deviation, actual: actual)
    if rivals.isEmpty { rivals = others.map { _ in 0 } }
    for (index, other) in others.enumerated() {
      rivals[index] += Scores.crps(mean: other.mean, deviation: other.deviation, actual: actual)
    }
    let before = kinds[kind] ?? (0, 0, 0)
    kinds[kind] = (
      before.count + 1, before.held80 + (holds(ours.band(0.8)) ? 1 : 0),
      before.held95 + (holds95 ? 1 : 0)
    )
  }

  var percent80: Double { 100 * Double(held80) / Double(count) }
  var percent95: Double { 100 * Double(held95) / Double(count) }

  func percent95(_ kind: String) -> Double {
    kinds[kind].map { 100 * Double($0.held95) / Double($0.count) } ?? 0
  }

  var line: String {
    let parts = kinds.keys.sorted().map {
      "\($0) \(percent95($0))/\(kinds[$0].map { 100 * $0.held80 / $0.count } ?? 0)"
    }.joined(separator: " ")
    let means = ([crps] + rivals).map { "\(($0 / Double(count) * 100).rounded() / 100)" }
    return "95: \(percent95) (\(parts)) 80: \(percent80) crps, no change, plain: \(means)"
  }
}
