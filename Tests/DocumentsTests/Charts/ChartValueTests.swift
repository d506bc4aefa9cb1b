import TestSupport
import Testing

@testable import Documents

@Suite("What a chart holds")
struct ChartValueTests {
  @Test(
    "A measured number is rounded half away from zero",
    arguments: [
      (92.805, 1, "92.8", "92.8"), (0.25, 1, "0.3", "0.3"), (-0.25, 1, "-0.3", "\u{2212}0.3"),
      (1234.5, 0, "1235", "1,235"),
    ])
  func rounding(value: Double, decimals: Int, exact: String, forPeople: String) throws {
    let number = try #require(ExactNumber(rounding: value, decimals: decimals))
    #expect(number.exact == exact)
    #expect(number.forPeople == forPeople)
  }

  @Test("What is no number is none", arguments: [Double.nan, .infinity, -.infinity, 1e300])
  func noNumber(value: Double) { #expect(ExactNumber(rounding: value, decimals: 2) == nil) }

  @Test("A waterfall says what its movements leave unexplained: 338 + 9 − 7 − 5 is 335, not 336")
  func remainder() {
    guard case .waterfall(let chart) = SampleCharts.waterfall.kind else { return }
    #expect(chart.stepsWithRemainder.last?.name == "Not explained")
    #expect(chart.stepsWithRemainder.last?.change == 1)
    let whole = WaterfallChart(
      start: .init(name: "a", value: ExactNumber(mantissa: 10, decimals: 1)),
      steps: [.init(id: "s", name: "s", change: 1)], end: .init(name: "b", value: 2))
    #expect(whole.stepsWithRemainder.count == 1)
  }

  @Test("A waterfall of numbers that cannot be added does not end the program")
  func overflow() {
    let chart = WaterfallChart(
      start: .init(name: "a", value: ExactNumber(Int.max)),
      steps: [.init(id: "s", name: "s", change: ExactNumber(Int.max))],
      end: .init(name: "b", value: ExactNumber(mantissa: Int.min, decimals: 18)))
    #expect(chart.stepsWithRemainder.count == 1)
    render(.waterfall(chart))
  }

  @Test("The axis holds every value, has round marks, and starts at nought for bars")
  func axes() {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<2000 {
      let size = Double.random(in: 0.001...1e6, using: &random)
      let values = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        Double.random(in: -0.2 * size...size, using: &random)
      }
      let fromZero = Bool.random(using: &random)
      let axis = AxisScale(values, fromZero: fromZero, marks: Int.random(in: 2...8, using: &random))
      #expect(values.allSatisfy { axis.low <= $0 * 1.000_001 + 1e-9 && $0 <= axis.high + 1e-9 })
      #expect((2...14).contains(axis.marks.count))
      if fromZero { #expect(axis.low <= 0 && axis.high >= 0) }
      if values.allSatisfy({ $0 >= 0 }) { #expect(axis.low >= 0) }
    }
  }

  @Test("An axis of no value, of one and of a constant")
  func simpleAxes() {
    #expect(AxisScale([], fromZero: true, marks: 5).marks.first == 0)
    #expect(AxisScale([336, 336], fromZero: false, marks: 5).low < 336)
    #expect(AxisScale([0], fromZero: false, marks: 5).low == 0)
    #expect(AxisScale([65, 93.07], fromZero: true, marks: 6).marks == [0, 20, 40, 60, 80, 100])
    #expect(AxisScale([2, 3], fromZero: true, marks: 6).marks == [0, 1, 2, 3])
    #expect(AxisScale([323, 378], fromZero: false, marks: 6).marks.first == 320)
  }

  @Test("Empty charts, single points, and numbers at the ends of what can be held")
  func extremes() {
    let huge = [
      ExactNumber(Int.max), ExactNumber(Int.min), ExactNumber(mantissa: 1, decimals: 400),
    ]
    let kinds: [Chart.Kind] = [
      .line(LineChart(series: [])),
      .line(LineChart(series: [.init(id: "a", name: "A", points: [])])),
      line([336]), line([nil]), line([nil, 1, nil]), line(huge.map { $0 }),
      .line(
        LineChart(
          series: [
            .init(
              id: "a", name: "A",
              points: [Int.min, 0, Int.max].map {
                .init(id: "\($0)", label: "\($0)", position: $0, value: 1)
              })
          ])),
      .fan(FanChart(name: "R", recorded: [], paths: [], bandNames: [])),
      .fan(
        FanChart(
          name: "R", recorded: [],
          paths: [
            .init(
              id: "p", name: "P",
              points: [.init(id: "1", label: "1", position: 1, central: 1, bands: [])])
          ],
          bandNames: ["95% band"])),
      .bars(BarChart(periods: [], groups: [])),
      .bars(
        BarChart(
          periods: [.init(id: "p", label: "P")],
          groups: [.init(id: "g", name: "G", values: []), .init(id: "h", name: "H", values: huge)])),
      .profile(ProfileBar(parts: [], total: nil)),
      .profile(ProfileBar(parts: [.init(id: "p", name: "P", value: -3)], total: -3)),
      .comparison(ComparisonChart(items: [])),
      .comparison(
        ComparisonChart(items: [
          .init(id: "i", name: "I", value: huge[0], lower: huge[1], upper: huge[2])
        ])),
      .waterfall(
        WaterfallChart(
          start: .init(name: "a", value: 0), steps: [], end: .init(name: "b", value: 0))),
      .plan(PlanChart(periods: [])),
      .plan(PlanChart(periods: [.init(id: "p", label: "P", planned: nil, sent: nil)])),
    ]
    for kind in kinds { render(kind) }
  }

  @Test("Twenty thousand points are drawn without a point for each")
  func manyPoints() {
    let points = (0..<20_000).map {
      LineChart.Point(id: "\($0)", label: "\($0)", position: $0, value: ExactNumber($0 % 97))
    }
    let chart = Chart(
      id: "c", title: "T", description: "D",
      kind: .line(LineChart(series: [.init(id: "s", name: "S", points: points)])))
    #expect(SVGRenderer().render(chart).utf8.count < 60_000)
    #expect(
      HTMLRenderer().render(Document(title: "T", blocks: [.chart(chart)])).utf8.count < 200_000)
  }

  private func line(_ values: [ExactNumber?]) -> Chart.Kind {
    .line(
      LineChart(series: [
        .init(
          id: "a", name: "A",
          points: values.enumerated().map {
            .init(id: "\($0)", label: "\($0)", position: $0, value: $1)
          })
      ]))
  }

  private func render(_ kind: Chart.Kind) {
    let chart = Chart(id: "c", title: "Title", description: "D", kind: kind)
    let document = Document(title: "T", blocks: [.chart(chart)])
    for format in OutputFormat.allCases {
      #expect(!document.rendered(as: format).bytes.isEmpty)
    }
    #expect(!SVGRenderer(width: 320).render(chart).isEmpty)
    #expect(!TextRenderer(style: .init(width: 40, unicode: false)).render(document).isEmpty)
  }
}
