/// A chart as a part of a Word file: a native one, whose look can be edited and whose text is text.
struct WordChart {
  var chart: Chart

  private let plot: Plot

  init(_ chart: Chart) {
    self.chart = chart
    plot = Self.plot(of: chart)
  }

  /// What differs from kind to kind.
  struct Plot {
    /// The layout, the drawings and the axes, in the schema's order.
    var area: String
    /// Where a key stands; none where everything is labelled directly.
    var legend: String?
    /// How high the chart is, in millimetres.
    var millimetres: Double
    /// The figures that the drawings refer to.
    var sheet: ChartSheet
    /// Series that a key leaves out.
    var unlisted: [Int] = []
  }

  /// The height in English Metric Units.
  var height: Int { Int((plot.millimetres * 36000).rounded()) }

  /// The workbook that Word opens to change the figures.
  var workbook: [UInt8] { plot.sheet.file }

  /// The relationship of the chart to its workbook.
  static let workbookID = "rId1"

  /// The whole part.
  var part: String {
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
      + "</c:spPr>" + ChartXML.text() + "<c:externalData r:id=\"\(Self.workbookID)\">"
      + "<c:autoUpdate val=\"0\"/></c:externalData></c:chartSpace>"
  }

  private static func plot(of chart: Chart) -> Plot {
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

  /// One series of bars.
  struct Bars {
    var name: String
    var values: [String?]
    var look: String
    var points = ""
    var labels = ""
    var errors = ""
  }

  /// A bar chart of rows, the first at the top.
  ///
  /// - Parameter further: columns of the sheet after those of the bars, such as the ends of intervals.
  static func plot(
    _ bars: [Bars], names: [String], isStacked: Bool = false, gap: Int, scale: AxisScale,
    hasAxis: Bool = true, hasNames: Bool = true, legend: String? = nil, millimetres: Double,
    further: [ChartSheet.Column] = []
  ) -> Plot {
    let series = bars.enumerated().map { index, bar in
      "<c:ser><c:idx val=\"\(index)\"/><c:order val=\"\(index)\"/>"
        + ChartXML.name(bar.name, column: index + 1) + bar.look
        + "<c:invertIfNegative val=\"0\"/>" + bar.points + bar.labels + bar.errors
        + ChartXML.categories(.texts(names)) + ChartXML.values(bar.values, column: index + 1)
        + "</c:ser>"
    }
    let area =
      "<c:layout/><c:barChart><c:barDir val=\"bar\"/>"
      + "<c:grouping val=\"\(isStacked ? "stacked" : "clustered")\"/><c:varyColors val=\"0\"/>"
      + series.joined() + "<c:gapWidth val=\"\(gap)\"/><c:overlap val=\"\(isStacked ? 100 : 0)\"/>"
      + "<c:axId val=\"\(ChartXML.categoryAxis)\"/><c:axId val=\"\(ChartXML.valueAxis)\"/></c:barChart>"
      + ChartXML.categories(side: "l", isReversed: true, hasLabels: hasNames)
      + ChartXML.values(side: "b", scale: scale, isAtFarEnd: true, hasLabels: hasAxis)
    let columns = bars.map { ChartSheet.Column(title: $0.name, values: $0.values) } + further
    return Plot(
      area: area, legend: legend, millimetres: millimetres,
      sheet: ChartSheet(names: .texts(names), columns: columns))
  }
}

extension Sequence<ExactNumber?> {
  /// As many decimals as the number with the most has.
  var decimals: Int { reduce(0) { Swift.max($0, $1?.decimals ?? 0) } }
}
