/// A chart as an SVG picture of a width, without its title: what surrounds it says that.
struct SVGChart {
  var chart: Chart
  /// The width in pixels; below `narrow` names stand over their bars.
  var width: Double

  /// The size of all text, in pixels.
  static let size = 14.0
  /// The distance between two lines of text.
  static let leading = 18.0
  static let narrow = 480.0

  var isNarrow: Bool { width < Self.narrow }

  /// What is drawn, and how high it is.
  func drawing() -> (body: String, height: Double) {
    switch chart.kind {
    case .line(let line): plotted(TimePlot(line, marks: 6), bandNames: [])
    case .fan(let fan): plotted(TimePlot(fan, marks: 6), bandNames: fan.bandNames)
    case .bars(let bars): drawn(bars)
    case .profile(let profile): drawn(profile)
    case .comparison(let comparison): drawn(comparison)
    case .waterfall(let waterfall): drawn(waterfall)
    case .plan(let plan): drawn(plan)
    }
  }

  private func plotted(_ plot: TimePlot, bandNames: [String]) -> (body: String, height: Double) {
    guard plot.lines.contains(where: { $0.role.isFigure }) else { return empty }
    return SVGPlot(plot: plot, width: width, unit: chart.unit).drawing()
  }

  /// What is drawn of a chart without a figure.
  var empty: (body: String, height: Double) {
    var canvas = SVGCanvas()
    canvas.text("No figures.", x: 0, y: Self.leading)
    return (canvas.body, Self.leading * 1.5)
  }
}

/// Writes a chart as an SVG file.
public struct SVGRenderer: Sendable {
  /// The width in pixels, 320 to 1,200.
  public var width: Int

  /// Makes a renderer.
  public init(width: Int = 720) { self.width = min(max(width, 320), 1200) }

  /// The chart as a whole file: title, picture, notes and source, in light and dark.
  public func render(_ chart: Chart) -> String {
    let chart = chart.forPeople(PlainText.line)
    let wide = Double(width)
    let (body, height) = SVGChart(chart: chart, width: wide - 32).drawing()
    var head = SVGCanvas()
    var y = 30.0
    for line in TextMeasure.lines(chart.title, size: 18, width: wide - 32) {
      head.text(line, x: 16, y: y, class: "strong", size: 18)
      y += 23
    }
    for line in TextMeasure.lines(chart.underTitle, size: SVGChart.size, width: wide - 32) {
      head.text(line, x: 16, y: y, class: "soft")
      y += SVGChart.leading
    }
    let top = y
    y = top + height + SVGChart.leading
    let notes = chart.notes + (chart.source.map { ["Source: " + $0] } ?? [])
    for note in notes {
      for line in TextMeasure.lines(note, size: SVGChart.size, width: wide - 32) {
        head.text(line, x: 16, y: y, class: "soft")
        y += SVGChart.leading
      }
    }
    let style =
      "svg{" + SVGStyle.variables(SVGStyle.light) + "}@media (prefers-color-scheme:dark){svg{"
      + SVGStyle.variables(SVGStyle.dark) + "}}" + SVGStyle.rules
    return
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" lang=\"en-GB\" role=\"img\""
      + " width=\"\(width)\" height=\"\(SVGCanvas.number(y))\""
      + " viewBox=\"0 0 \(width) \(SVGCanvas.number(y))\" aria-labelledby=\"title desc\">\n"
      + "<title id=\"title\">\(XMLText.escaped(chart.title))</title>\n"
      + "<desc id=\"desc\">\(XMLText.escaped(chart.description))</desc>\n"
      + "<style>\(style)</style>\n"
      + "<rect width=\"100%\" height=\"100%\" style=\"fill:var(--paper)\"/>\n"
      + head.body + "\n<g transform=\"translate(16 \(SVGCanvas.number(top)))\">" + body
      + "</g>\n</svg>\n"
  }
}
