import Indicators
import LookedAfter
import Testing

/// A flow of numbers in order.
func flow(_ values: [Double?], _ kind: FlowSeries.Kind = .events) throws -> FlowSeries {
  try FlowSeries(Series(values), kind)
}

/// Twelve monthly starts of the worked example, and the twelve after them.
let firstYear: [Double?] = [9, 11, 8, 12, 7, 10, 9, 6, 8, 9, 12, 7]
let secondYear: [Double?] = [8, 10, 9, 8, 11, 5, 4, 5, 6, 4, 5, 6]

@Suite("Limits of a control chart") struct ControlLimitTests {
  static let outlier: [Double?] = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]

  @Test(
    "Centre, mean moving range and limits",
    arguments: [
      (outlier, false, "1.9444", "1.8824", "-3.0626", "6.9515"),
      (outlier, true, "1.9444", "1.0000", "-0.7156", "4.6044"),
      (firstYear, false, "9.0000", "2.9091", "1.2618", "16.7382"),
    ])
  func limits(
    values: [Double?], screen: Bool, centre: String, range: String, lower: String, upper: String
  ) throws {
    var settings = ControlChartSettings()
    settings.screensOutliers = screen
    let chart = try ControlChart(flow(values), settings: settings)
    let limits = try #require(chart.segments.last?.limits)
    #expect(shown(limits.centre, 4) == centre)
    #expect(shown(limits.meanMovingRange, 4) == range)
    #expect(shown(limits.lower, 4) == lower)
    #expect(shown(limits.upper, 4) == upper)
  }

  @Test("Warning lines two thirds of the way, and the limit of the moving ranges")
  func otherLines() throws {
    let limits = try #require(ControlChart(flow(firstYear)).segments.last?.limits)
    #expect(shown(limits.upperWarning, 4) == "14.1588")
    #expect(shown(limits.lowerWarning, 4) == "3.8412")
    #expect(shown(limits.movingRangeLimit, 4) == "9.5040")
  }

  @Test("A lower limit below zero is shown as zero, and kept for the rules")
  func belowZero() throws {
    let chart = try ControlChart(flow(Self.outlier))
    let limits = try #require(chart.segments.last?.limits)
    #expect(chart.shownLimits(of: limits).lower == 0)
    #expect(shown(limits.lower, 4) == "-3.0626")
    #expect(chart.cautions == [.limitBelowZero(computed: limits.lower)])
    let net = try ControlChart(flow(Self.outlier, .netChange))
    #expect(net.shownLimits(of: limits).lower == limits.lower)
    #expect(net.cautions.isEmpty)
  }

  @Test("Nothing with fewer than two points, trial limits to eleven, an icon from thirteen")
  func points() throws {
    for count in 0...13 {
      let values = Array((firstYear + [9]).prefix(count))
      let chart = try ControlChart(flow(values))
      #expect((chart.segments.last?.limits != nil) == (count >= 2))
      #expect(chart.segments.last?.isTrial == (2...11).contains(count))
      #expect((chart.variation() != nil) == (count >= 13))
    }
    #expect(try ControlChart(flow([9])).cautions == [.tooFewPoints(have: 1, need: 2)])
    let trial = try ControlChart(flow([9, 11, 8]))
    #expect(trial.cautions == [.trialLimits(points: 3, needed: 12)])
  }

  @Test("A gap is not a zero: no moving range on either side, and no limits without neighbours")
  func gaps() throws {
    let chart = try ControlChart(flow([9, 11, nil, 8, 12]))
    let limits = try #require(chart.segments.last?.limits)
    #expect(limits.meanMovingRange == 3)
    #expect(limits.centre == 10)
    #expect(try ControlChart(flow([9, nil, 8, nil])).segments.last?.limits == nil)
    #expect(try ControlChart(flow([nil, nil])).latest == nil)
  }

  @Test("More than two gaps in twelve are said")
  func manyGaps() throws {
    var values = firstYear
    for index in [2, 5] { values[index] = nil }
    #expect(try !ControlChart(flow(values)).cautions.contains(.gaps(missing: 2, outOf: 12)))
    values[8] = nil
    #expect(try ControlChart(flow(values)).cautions.contains(.gaps(missing: 3, outOf: 12)))
  }

  @Test(
    "A constant series has limits equal to its mean and no signal",
    arguments: [0, 7, 0.1, 1e11 / 3])
  func constant(value: Double) throws {
    let chart = try ControlChart(flow(Array(repeating: value, count: 30)))
    let limits = try #require(chart.segments.last?.limits)
    #expect(limits.centre == value && limits.lower == value && limits.upper == value)
    #expect(limits.meanMovingRange == 0)
    #expect(chart.signals.allSatisfy { $0.isEmpty })
    #expect(chart.variation(aim: .decrease) == .commonCause)
  }

  @Test("A fixed baseline of the first twelve points")
  func baseline() throws {
    let chart = try ControlChart(
      flow(firstYear + secondYear), settings: ControlChartSettings(baseline: 12))
    let limits = try #require(chart.segments.last?.limits)
    #expect(limits.centre == 9 && limits.points == 12)
    #expect(shown(limits.lower, 2) == "1.26")
    #expect(shown(limits.upper, 2) == "16.74")
    #expect(throws: ControlChartError.shortBaseline(11, least: 12)) {
      try ControlChart(flow(firstYear), settings: ControlChartSettings(baseline: 11))
    }
  }

  @Test("A fixed baseline of any twelve points of a stretch")
  func baselineRange() throws {
    var settings = ControlChartSettings()
    settings.baselineRange = 12..<24
    let chart = try ControlChart(flow(firstYear + secondYear), settings: settings)
    let segment = try #require(chart.segments.last)
    #expect(segment.range == 0..<24 && segment.basis == 12..<24 && segment.points == 24)
    #expect(segment.limits?.centre == 81.0 / 12)
    #expect(segment.limits?.points == 12)
    let gaps: [Double?] = firstYear + [nil] + secondYear
    settings.baselineRange = 1..<13
    #expect(throws: ControlChartError.shortBaseline(11, least: 12)) {
      try ControlChart(flow(gaps), settings: settings)
    }
    settings.baselineRange = 20..<40
    #expect(throws: ControlChartError.self) { try ControlChart(flow(gaps), settings: settings) }
  }

  @Test("A c chart for counts below five a month: the mean and three of its roots")
  func cChart() throws {
    var settings = ControlChartSettings()
    settings.limits = .poisson
    let chart = try ControlChart(flow([4, 3, 5, 4, 4, 4]), settings: settings)
    let limits = try #require(chart.segments.last?.limits)
    #expect(limits.centre == 4 && limits.lower == -2 && limits.upper == 10)
  }

  @Test("Proportions are held within 0 and 1")
  func proportions() throws {
    let series = try ProportionSeries([(9, 10), (10, 10), (7, 10), nil, (0, 0), (10, 10), (8, 10)])
    #expect(series.series.values == [0.9, 1, 0.7, nil, nil, 1, 0.8])
    let chart = try ControlChart(series)
    let limits = try #require(chart.segments.last?.limits)
    #expect(limits.upper > 1)
    #expect(chart.shownLimits(of: limits).upper == 1)
    #expect(throws: SeriesError.notAShare(place: 1)) { try ProportionSeries([(11, 10)]) }
    #expect(throws: SeriesError.notAShare(place: 2)) {
      try ProportionSeries(Series([0.5, 1.5]))
    }
  }

  @Test("What is not a number is refused", arguments: [Double.nan, .infinity, -.infinity, 2e12])
  func notANumber(value: Double) {
    #expect(throws: SeriesError.notUsable(place: 2)) { try Series([1, value]) }
    #expect(throws: SeriesError.negative(place: 2)) { try FlowSeries(Series([1, -1])) }
    #expect(throws: SeriesError.negative(place: 1)) { try StockSeries(Series([-1])) }
    var settings = ControlChartSettings()
    settings.limitFactor = value
    #expect(throws: ControlChartError.badFactor) { try ControlChart(flow([1]), settings: settings) }
  }

  @Test("Months that are left out become gaps; months out of order are refused")
  func months() throws {
    let april = try #require(Month(iso: "2020-04"))
    let series = try Series([
      SeriesPoint(april, 9), SeriesPoint(april.advanced(by: 1), 11),
      SeriesPoint(april.advanced(by: 3), 8),
    ])
    #expect(series.values == [9, 11, nil, 8])
    #expect(series.month(at: 3) == april.advanced(by: 3))
    #expect(series.index(of: april.advanced(by: 4)) == nil)
    #expect(throws: SeriesError.outOfOrder(april)) {
      try Series([SeriesPoint(april, 9), SeriesPoint(april, 9)])
    }
  }

  @Test("The net change of a stock, and of starts and leavers, may be charted")
  func netChange() throws {
    let april = try #require(Month(iso: "2020-04"))
    let stock = try StockSeries(Series([340, 338, nil, 337, 330], from: april))
    #expect(stock.netChange.series.values == [-2, nil, nil, -7])
    #expect(stock.netChange.series.firstMonth == april.advanced(by: 1))
    let net = try FlowSeries(started: flow([2, 10, nil]), ceased: flow([8, 11, 3]))
    #expect(net.series.values == [-6, -1, nil])
    #expect(throws: SeriesError.differentStarts) {
      try FlowSeries(started: FlowSeries(Series([1], from: april)), ceased: flow([1]))
    }
  }
}
