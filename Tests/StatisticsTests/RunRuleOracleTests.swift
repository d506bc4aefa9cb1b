import TestSupport
import Testing

@testable import Indicators

/// The rules read straight from their definitions, window by window, against the single passes.
@Suite("Run rules against their definitions") struct RunRuleOracleTests {
  private func expected(
    _ values: [Double?], _ limits: ControlLimits, _ rules: RuleSettings
  ) -> [PointSignals] {
    var marks = [PointSignals](repeating: [], count: values.count)
    let known = values.indices.filter { values[$0] != nil }
    let numbers = known.compactMap { values[$0] }
    func windows(_ length: Int) -> [Range<Int>] {
      numbers.count < length ? [] : (0...(numbers.count - length)).map { $0..<($0 + length) }
    }
    for (direction, sign) in [(SignalDirection.high, 1.0), (.low, -1)] {
      let limit = (direction == .high ? limits.upper : limits.lower) * sign
      let warning = (direction == .high ? limits.upperWarning : limits.lowerWarning) * sign
      let heights = numbers.map { $0 * sign }
      for place in numbers.indices where heights[place] > limit {
        marks[known[place]].insert(PointSignals(.outside, direction))
      }
      for window in windows(rules.shiftLength)
      where heights[window].allSatisfy({ $0 > limits.centre * sign }) {
        for place in window { marks[known[place]].insert(PointSignals(.shift, direction)) }
      }
      for window in windows(rules.trendLength)
      where zip(heights[window], heights[window].dropFirst()).allSatisfy({ $0 < $1 }) {
        for place in window { marks[known[place]].insert(PointSignals(.trend, direction)) }
      }
      for window in windows(3)
      where heights[window].allSatisfy({ $0 > limits.centre * sign }) {
        let near = window.filter {
          heights[$0] > warning && (rules.twoInThree == .warningLine || heights[$0] <= limit)
        }
        for place in near where near.count >= 2 {
          marks[known[place]].insert(PointSignals(.twoInThree, direction))
        }
      }
    }
    return marks
  }

  @Test("On 600 made-up series with gaps, and every setting but ties")
  func random() throws {
    var random = SeededGenerator(seed: 7)
    var seen: PointSignals = []
    for round in 0..<600 {
      var level = 10.0
      let values = (0..<Int.random(in: 12...60, using: &random)).map { _ -> Double? in
        if Int.random(in: 0..<10, using: &random) == 0 { return nil }
        level += Double(Int.random(in: -2...2, using: &random))
        return round.isMultiple(of: 2)
          ? level : Double(Int.random(in: 0...20, using: &random))
      }
      var settings = ControlChartSettings()
      settings.rules = RuleSettings(
        shiftLength: Int.random(in: 2...8, using: &random),
        trendLength: Int.random(in: 2...8, using: &random),
        twoInThree: Bool.random(using: &random) ? .warningLine : .betweenWarningLineAndLimit)
      let chart = try ControlChart(flow(values, .netChange), settings: settings)
      let limits = try #require(chart.segments.last?.limits)
      #expect(chart.signals == expected(values, limits, settings.rules))
      for signals in chart.signals { seen.formUnion(signals) }
    }
    #expect(seen.rawValue == .max)
  }
}
