/// A chart as a part of a Word file: a native one, whose look can be edited and whose text is text.
struct WordChart {
  var chart: Chart

  init(_ chart: Chart) { self.chart = chart }

  /// What differs from kind to kind.
  struct Plot {
    /// The layout, the drawings and the axes, in the schema's order.
    var area: String
    /// Where a key stands; none where everything is labelled directly.
    var legend: String?
    /// How high the chart is, in millimetres.
    var millimetres: Double
    /// Series that a key leaves out.
    var unlisted: [Int] = []
  }

  /// The height in English Metric Units.
  var height: Int { Int((plot.millimetres * 36000).rounded()) }

  /// The whole part.
  var part: String {
    let plot = self.plot
    let legend = plot.legend.map { side in
      "<c:legend><c:legendPos val=\"\(side)\"/>"
        + plot.unlisted.map {
          "<c:legendEntry><c:idx val=\"\($0)\"/><c:delete val=\"1\"/></c:legendEntry>"
        }.joined() + "<c:overlay val=\"0\"/>" + ChartXML.text() + "</c:legend>"
    }
    return WordParts.declaration
      + "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\""
      + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
      + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
      + "<c:date1904 val=\"0\"/><c:lang val=\"en-GB\"/><c:roundedCorners val=\"0\"/>"
      + "<c:chart><c:autoTitleDeleted val=\"1\"/><c:plotArea>\(plot.area)"
      + "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>" + (legend ?? "")
      + "<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>"
      + "<c:spPr><a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill><a:ln><a:noFill/></a:ln>"
      + "</c:spPr>" + ChartXML.text() + "</c:chartSpace>"
  }

  private var plot: Plot {
    switch chart.kind {
    case .line(let chart): WordTimeChart(chart).plot
    case .fan(let chart): WordTimeChart(chart).plot
    case .bars(let chart): chart.wordPlot
    case .profile(let chart): chart.wordPlot
    case .comparison(let chart): chart.wordPlot
    case .waterfall(let chart): chart.wordPlot
    case .plan(let chart): chart.wordPlot
    }
  }

  /// A bar chart of rows, the first at the top.
  static func bars(
    _ series: [String], isStacked: Bool, gap: Int, scale: AxisScale, hasAxis: Bool = true,
    hasNames: Bool = true
  ) -> String {
    "<c:layout/><c:barChart><c:barDir val=\"bar\"/>"
      + "<c:grouping val=\"\(isStacked ? "stacked" : "clustered")\"/><c:varyColors val=\"0\"/>"
      + series.joined() + "<c:gapWidth val=\"\(gap)\"/><c:overlap val=\"\(isStacked ? 100 : 0)\"/>"
      + "<c:axId val=\"\(ChartXML.categoryAxis)\"/><c:axId val=\"\(ChartXML.valueAxis)\"/></c:barChart>"
      + ChartXML.categories(side: "l", isReversed: true, hasLabels: hasNames)
      + ChartXML.values(side: "b", scale: scale, isAtFarEnd: true, hasLabels: hasAxis)
  }

  /// One series of bars.
  static func bar(
    _ index: Int, name: String, look: String, points: String = "", labels: String = "",
    errors: String = "", names: [String], values: [String?]
  ) -> String {
    "<c:ser><c:idx val=\"\(index)\"/><c:order val=\"\(index)\"/>" + ChartXML.name(name) + look
      + "<c:invertIfNegative val=\"0\"/>" + points + labels + errors + ChartXML.categories(names)
      + ChartXML.values(values) + "</c:ser>"
  }
}

extension Sequence<ExactNumber?> {
  /// As many decimals as the number with the most has.
  var decimals: Int { reduce(0) { Swift.max($0, $1?.decimals ?? 0) } }
}
