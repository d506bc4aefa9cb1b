import Indicators
import Testing

@Suite("Icons") struct IconTests {
  /// A chart of 13 points that ends with a value.
  private func chart(last: Double) throws -> ControlChart {
    try ControlChart(flow(firstYear + [last]), settings: ControlChartSettings(baseline: 12))
  }

  @Test("Variation by direction, in words and a letter")
  func variation() throws {
    let high = try chart(last: 20)
    let low = try chart(last: 1)
    let common = try chart(last: 9)
    #expect(high.variation(aim: .decrease) == .concernHigh)
    #expect(high.variation(aim: .increase) == .improvementHigh)
    #expect(high.variation(aim: .neutral) == .neutralHigh)
    #expect(low.variation(aim: .decrease) == .improvementLow)
    #expect(low.variation(aim: .increase) == .concernLow)
    #expect(low.variation(aim: .neutral) == .neutralLow)
    for aim in PreferredDirection.allCases {
      #expect(common.variation(aim: aim) == .commonCause)
    }
    #expect(VariationIcon.allCases.map(\.letter) == ["C", "H", "L", "H", "L", "H", "L"])
    #expect(
      VariationIcon.allCases.map(\.colour)
        == ["grey", "blue", "blue", "orange", "orange", "purple", "purple"])
  }

  @Test(
    "Assurance: limits 1.26 to 16.74",
    arguments: [
      (17.0, AssuranceIcon.consistentlyPassing, AssuranceIcon.consistentlyFailing),
      (1.0, .consistentlyFailing, .consistentlyPassing), (9.0, .hitAndMiss, .hitAndMiss),
    ])
  func assurance(target: Double, decrease: AssuranceIcon, increase: AssuranceIcon) throws {
    let chart = try chart(last: 9)
    #expect(chart.assurance(target: target, aim: .decrease) == decrease)
    #expect(chart.assurance(target: target, aim: .increase) == increase)
    #expect(chart.assurance(target: target, aim: .neutral) == nil)
  }

  @Test("A target on a limit is hit and miss")
  func onTheLimit() throws {
    let chart = try chart(last: 9)
    let limits = try #require(chart.segments.last?.limits)
    for target in [limits.lower, limits.upper] {
      #expect(chart.assurance(target: target, aim: .decrease) == .hitAndMiss)
    }
    #expect(AssuranceIcon.allCases.map(\.letter) == ["P", "F", "?"])
  }

  @Test("A constant series passes when its value meets the target")
  func zeroWidth() throws {
    let chart = try ControlChart(flow(Array(repeating: 5, count: 13)))
    #expect(chart.assurance(target: 5, aim: .decrease) == .consistentlyPassing)
    #expect(chart.assurance(target: 4, aim: .decrease) == .consistentlyFailing)
    #expect(chart.assurance(target: 5, aim: .increase) == .consistentlyPassing)
    #expect(chart.assurance(target: 6, aim: .increase) == .consistentlyFailing)
    #expect(chart.assurance(target: .nan, aim: .increase) == nil)
  }

  @Test("No icon with twelve points")
  func tooFew() throws {
    let chart = try ControlChart(flow(firstYear))
    #expect(chart.variation() == nil)
    #expect(chart.assurance(target: 5, aim: .decrease) == nil)
  }
}
