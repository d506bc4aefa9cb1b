import Indicators
import Testing

@Suite("Rebase") struct RebaseTests {
  /// Twelve months about 9, then nine about 5.
  private let values = firstYear + [5, 4, 5, 6, 4, 5, 6, 5, 5]

  private func chart(_ rebases: [Rebase], values: [Double?]? = nil) throws -> ControlChart {
    try ControlChart(flow(values ?? self.values), rebases: rebases)
  }

  @Test("A rebase begins a stretch with its own mean; the old one stays")
  func own() throws {
    let chart = try chart([Rebase(at: 12, reason: "edge of care team", decided: "2 March 2021")])
    #expect(chart.segments.map(\.range) == [0..<12, 12..<21])
    #expect(chart.segments.first?.limits?.centre == 9)
    #expect(chart.segments.last?.limits?.centre == 5)
    #expect(chart.segments.last?.isTrial == true)
    #expect(chart.variation() == nil)
    #expect(chart.working.parameters.contains { $0.value == .words("edge of care team") })
  }

  @Test("No run, trend or moving range crosses it")
  func nothingCrosses() throws {
    let chart = try chart([Rebase(at: 12, reason: "edge of care team")])
    #expect(chart.signals.allSatisfy { $0.isEmpty })
    // From 7 to 5 would be a moving range of 2 more.
    #expect(chart.segments.last?.limits?.meanMovingRange == 1)
  }

  @Test("It needs a reason, twelve points before it, and eight on one side after it")
  func refused() throws {
    #expect(throws: ControlChartError.noReason(place: 13)) {
      try chart([Rebase(at: 12, reason: " ")])
    }
    #expect(throws: ControlChartError.tooFewBefore(place: 12, points: 11)) {
      try chart([Rebase(at: 11, reason: "cause")])
    }
    #expect(throws: ControlChartError.notSustained(place: 13, points: 7)) {
      try chart([Rebase(at: 12, reason: "cause")], values: firstYear + [5, 4, 5, 6, 4, 5, 6])
    }
    #expect(throws: ControlChartError.notSustained(place: 13, points: 2)) {
      try chart(
        [Rebase(at: 12, reason: "cause")], values: firstYear + [5, 4, 10, 6, 4, 5, 6, 5, 5])
    }
  }

  @Test(
    "A point that the series does not have is refused",
    arguments: [-1, 0, 21, 22, Int.max, Int.min])
  func noSuchPoint(index: Int) {
    #expect(throws: ControlChartError.self) { try chart([Rebase(at: index, reason: "cause")]) }
  }

  @Test("Rebases out of order are refused")
  func outOfOrder() {
    #expect(throws: ControlChartError.self) {
      try chart([Rebase(at: 12, reason: "cause"), Rebase(at: 12, reason: "cause")])
    }
    #expect(throws: ControlChartError.self) {
      try chart([Rebase(at: 12, reason: "cause"), Rebase(at: 3, reason: "cause")])
    }
  }

  @Test("Every refusal says what to do")
  func sentences() {
    let errors: [ControlChartError] = [
      .shortBaseline(3, least: 12), .badFactor, .noSuchPoint(place: 3), .noReason(place: 3),
      .tooFewBefore(place: 3, points: 2), .notSustained(place: 3, points: 2),
    ]
    #expect(errors.allSatisfy { $0.description.hasSuffix(".") })
    #expect(
      ControlChartError.notSustained(place: 13, points: 7).description
        == "The chart cannot begin anew at point 13: 7 of the points from there on are in a row on"
        + " one side of the centre, and 8 are needed.")
  }
}
