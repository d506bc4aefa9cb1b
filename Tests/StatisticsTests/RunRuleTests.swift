import Indicators
import Testing

/// The marks of a chart: `s` shift, `t` trend, `2` two in three, `o` outside, capitals for high or
/// rising; a point for none. The first rule that holds names the point.
func marks(_ chart: ControlChart) -> String {
  String(
    chart.signals.map { signals -> Character in
      guard let (rule, direction) = signals.leading else { return "." }
      let letter: (Character, Character) =
        switch rule {
        case .outside: ("O", "o")
        case .trend: ("T", "t")
        case .twoInThree: ("+", "-")
        case .shift: ("S", "s")
        }
      return direction == .high ? letter.0 : letter.1
    })
}

@Suite("Run rules") struct RunRuleTests {
  /// A chart whose limits come from twelve points about 9: centre 9, 1.26 to 16.74.
  private func chart(_ after: [Double?], rules: RuleSettings = RuleSettings()) throws
    -> ControlChart
  {
    var settings = ControlChartSettings(baseline: 12)
    settings.rules = rules
    return try ControlChart(flow(firstYear + after, .netChange), settings: settings)
  }

  private func marksAfter(_ after: [Double?], rules: RuleSettings = RuleSettings()) throws
    -> String
  {
    String(marks(try chart(after, rules: rules)).dropFirst(12))
  }

  @Test("The worked year: points 18 to 24 are a shift down, and nothing else is marked")
  func worked() throws {
    let chart = try chart(secondYear)
    #expect(marks(chart) == ".................sssssss")
    #expect(chart.variation(aim: .decrease) == .improvementLow)
    #expect(chart.variation(aim: .increase) == .concernLow)
    #expect(chart.variation() == .neutralLow)
  }

  @Test("With six below the mean there is nothing yet: one more makes a signal")
  func sixInARow() throws {
    let chart = try chart(secondYear.dropLast())
    #expect(marks(chart) == String(repeating: ".", count: 23))
    let shift = try #require(chart.runsSoFar.first { $0.rule == .shift })
    #expect(shift.length == 6 && shift.direction == .low && shift.remaining == 1)
    #expect(chart.variation(aim: .decrease) == .commonCause)
  }

  @Test("Outside is strict: a point on the limit is within")
  func outside() throws {
    let limits = try #require(chart([]).segments.last?.limits)
    #expect(try marksAfter([9, limits.upper, 9, limits.lower, 9]) == ".....")
    #expect(try marksAfter([9, limits.upper + 0.01, 9, limits.lower - 0.01, 9]) == ".O.o.")
  }

  @Test("A point on the centre ends a run; a gap does not")
  func runs() throws {
    #expect(try marksAfter([8, 8, 8, 9, 8, 8, 8, 8]) == "........")
    // The last of the first year, 7, is below as well.
    #expect(try marksAfter([8, 8, 8, nil, 8, 8, 8]) == "sss.sss")
    #expect(marks(try chart([8, 8, 8, nil, 8, 8, 8])).prefix(12) == "...........s")
  }

  @Test("The length of a shift can be set")
  func shiftLength() throws {
    #expect(try marksAfter([10, 10, 10, 10, 10, 10]) == "......")
    #expect(
      try marksAfter([10, 10, 10, 10, 10, 10], rules: RuleSettings(shiftLength: 6)) == "SSSSSS")
    #expect(
      try marksAfter([10, 10, 10, 10, 10, 10, 10], rules: RuleSettings(shiftLength: 8))
        == ".......")
  }

  @Test("Seven rising points are a trend, whatever side they are on; all seven are marked")
  func trend() throws {
    #expect(try marksAfter([8, 8.2, 8.4, 9.3, 9.6, 10, 11]) == "TTTTTTT")
    #expect(try marksAfter([7, 8.2, 8.4, 9.3, 9.6, 10]) == "......")
    #expect(try marksAfter([10, 9.8, 9.5, 8, 7.9, 7.5, 7.2, 7]) == "tttttttt")
    #expect(
      try marksAfter([8, 8.2, 8.4, 9.3, 9.6, 8], rules: RuleSettings(trendLength: 6)) == "TTTTT.")
  }

  @Test("The point before the rise belongs to the trend: it is where the rise began")
  func trendStart() throws {
    // 7, the last of the first year, then six more rising: seven points, six steps.
    let chart = try chart([7.5, 8, 8.5, 9.2, 9.5, 10])
    #expect(marks(chart) == "...........TTTTTTT")
  }

  @Test("An equal value ends a trend, or is stepped over where the setting says so")
  func ties() throws {
    let values: [Double?] = [8, 8.2, 8.2, 8.4, 9.3, 9.6, 10, 11]
    #expect(try marksAfter(values) == "........")
    #expect(try marksAfter(values, rules: RuleSettings(trendTies: .skip)) == "TT.TTTTT")
  }

  @Test("A gap is stepped over by a trend")
  func trendOverGap() throws {
    #expect(try marksAfter([8, 8.2, nil, 8.4, 9.3, 9.6, 10, 11]) == "TT.TTTTT")
  }

  @Test("Two of three beyond the warning line, all three on one side")
  func twoInThree() throws {
    // The warning line lies at 14.16.
    #expect(try marksAfter([15, 10, 15]) == "+.+")
    #expect(try marksAfter([15, 8, 15]) == "...")
    #expect(try marksAfter([15, 9, 15]) == "...")
    #expect(try marksAfter([3, 3.5, 8]) == "--.")
    #expect(try marksAfter([8, nil, 15, 10, nil, 15]) == "..+..+")
  }

  @Test("Points at 3.2, 3.1 and 2.9 sigma: the last is marked unless only the zone between counts")
  func beyondTheLimit() throws {
    let limits = try #require(chart([]).segments.last?.limits)
    let sigma = (limits.upper - limits.centre) / 3
    let values = [3.2, 3.1, 2.9].map { limits.centre + $0 * sigma } as [Double?]
    #expect(try marksAfter(values) == "OO+")
    #expect(
      try marksAfter(values, rules: RuleSettings(twoInThree: .betweenWarningLineAndLimit))
        == "OO.")
  }

  @Test("A low point in a rising trend: the first rule names it, the other is kept")
  func conflict() throws {
    let chart = try chart([0, 2, 4, 6, 8, 10, 12])
    let signals = chart.signals[12]
    #expect(signals.leading?.rule == .outside && signals.leading?.direction == .low)
    #expect(signals.all.map(\.rule) == [.outside, .trend, .twoInThree])
    #expect(signals.all.map(\.direction) == [.low, .high, .low])
  }

  @Test("A mirrored series has mirrored marks")
  func mirrored() throws {
    let values = firstYear + secondYear + [20, 15, 15, 1, 9, 9, 10, 11, 12, 13, 14]
    let up = marks(try ControlChart(flow(values, .netChange)))
    let down = marks(
      try ControlChart(flow(values.map { $0.map { -$0 } }, .netChange)))
    let swapped = up.map { mark -> Character in
      switch mark {
      case "O": "o"
      case "o": "O"
      case "T": "t"
      case "t": "T"
      case "+": "-"
      case "-": "+"
      case "S": "s"
      case "s": "S"
      default: mark
      }
    }
    #expect(String(swapped) == down)
    #expect(up.contains { $0 != "." })
  }
}
