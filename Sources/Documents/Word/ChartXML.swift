/// The pieces of DrawingML charts, each with its elements in the order that the schema demands.
enum ChartXML {
  /// Where the text of a label stands: offsets from its usual place, as parts of the chart.
  struct Label {
    var index: Int
    var text: String
    var position: String
    var dx = 0.0
    var dy = 0.0
    var isStrong = false
    var colour = "1A1A1A"
  }

  static let categoryAxis = 500_000_001
  static let valueAxis = 500_000_002

  static func fill(_ colour: String?) -> String {
    colour.map { "<a:solidFill><a:srgbClr val=\"\($0)\"/></a:solidFill>" } ?? "<a:noFill/>"
  }

  /// A line of a colour, a width in points and a dash; none without a colour.
  static func line(_ colour: String?, _ width: Double = 1, dash: String? = nil) -> String {
    guard let colour else { return "<a:ln><a:noFill/></a:ln>" }
    return "<a:ln w=\"\(Int((width * 12700).rounded()))\" cap=\"rnd\">" + fill(colour)
      + (dash.map { "<a:prstDash val=\"\($0)\"/>" } ?? "") + "<a:round/></a:ln>"
  }

  /// The look of a line: it has no area.
  static func stroke(_ colour: String?, _ width: Double = 1, dash: String? = nil) -> String {
    "<c:spPr>" + line(colour, width, dash: dash) + "</c:spPr>"
  }

  /// The look of an area or a bar.
  static func shape(_ colour: String?, outline: String? = nil) -> String {
    "<c:spPr>" + fill(colour) + line(outline, 0.75) + "</c:spPr>"
  }

  static func text(size: Double = 10, isStrong: Bool = false, colour: String = "1A1A1A") -> String {
    "<c:txPr><a:bodyPr rot=\"0\" vert=\"horz\"/><a:lstStyle/><a:p><a:pPr>"
      + "<a:defRPr \(properties(size, isStrong))>\(look(colour))</a:defRPr></a:pPr>"
      + "<a:endParaRPr lang=\"en-GB\"/></a:p></c:txPr>"
  }

  private static func properties(_ size: Double, _ isStrong: Bool) -> String {
    "sz=\"\(Int((size * 100).rounded()))\" b=\"\(isStrong ? 1 : 0)\""
  }

  private static func look(_ colour: String) -> String {
    fill(colour) + "<a:latin typeface=\"Arial\"/><a:cs typeface=\"Arial\"/>"
  }

  /// The name of a series.
  static func name(_ text: String) -> String { "<c:tx><c:v>\(XMLText.escaped(text))</c:v></c:tx>" }

  static func categories(_ texts: [String]) -> String {
    "<c:cat><c:strLit><c:ptCount val=\"\(texts.count)\"/>"
      + texts.enumerated().map {
        "<c:pt idx=\"\($0)\"><c:v>\(XMLText.escaped($1))</c:v></c:pt>"
      }.joined() + "</c:strLit></c:cat>"
  }

  /// Numbers in exact decimals; what is not known has no point.
  static func values(_ numbers: [String?], format: String = "General") -> String {
    "<c:val>" + literal(numbers, format: format) + "</c:val>"
  }

  static func literal(_ numbers: [String?], format: String = "General") -> String {
    "<c:numLit><c:formatCode>\(format)</c:formatCode><c:ptCount val=\"\(numbers.count)\"/>"
      + numbers.enumerated().compactMap { index, number in
        number.map { "<c:pt idx=\"\(index)\"><c:v>\($0)</c:v></c:pt>" }
      }.joined() + "</c:numLit>"
  }

  /// Labels with words of their own at some points, and none at the others.
  static func labels(_ labels: [Label]) -> String {
    guard !labels.isEmpty else { return "" }
    return "<c:dLbls>" + labels.sorted { $0.index < $1.index }.map(label).joined()
      + shown(value: false) + "</c:dLbls>"
  }

  /// Labels with the value at every point.
  static func valueLabels(
    position: String, format: String, isStrong: Bool = false, colour: String = "1A1A1A"
  ) -> String {
    "<c:dLbls><c:numFmt formatCode=\"\(format)\" sourceLinked=\"0\"/><c:spPr><a:noFill/>"
      + "<a:ln><a:noFill/></a:ln></c:spPr>" + text(isStrong: isStrong, colour: colour)
      + "<c:dLblPos val=\"\(position)\"/>" + shown(value: true) + "</c:dLbls>"
  }

  private static func label(_ label: Label) -> String {
    let moved =
      label.dx == 0 && label.dy == 0
      ? "<c:layout/>"
      : "<c:layout><c:manualLayout><c:x val=\"\(decimal(label.dx))\"/>"
        + "<c:y val=\"\(decimal(label.dy))\"/></c:manualLayout></c:layout>"
    return "<c:dLbl><c:idx val=\"\(label.index)\"/>" + moved
      + "<c:tx><c:rich><a:bodyPr rot=\"0\" vert=\"horz\" wrap=\"none\"/><a:lstStyle/><a:p><a:pPr>"
      + "<a:defRPr \(properties(10, label.isStrong))>\(look(label.colour))</a:defRPr></a:pPr>"
      + "<a:r><a:rPr lang=\"en-GB\" \(properties(10, label.isStrong))>\(look(label.colour))</a:rPr>"
      + "<a:t>\(XMLText.escaped(label.text))</a:t></a:r></a:p></c:rich></c:tx>"
      + "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
      + "<c:dLblPos val=\"\(label.position)\"/>" + shown(value: true) + "</c:dLbl>"
  }

  private static func shown(value: Bool) -> String {
    "<c:showLegendKey val=\"0\"/><c:showVal val=\"\(value ? 1 : 0)\"/><c:showCatName val=\"0\"/>"
      + "<c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/>"
  }

  /// A part of the chart to four decimals, without passing through a locale.
  static func decimal(_ value: Double) -> String {
    ExactNumber(rounding: value, decimals: 4)?.exact ?? "0"
  }

  /// The plot's place in the chart, as parts of its width and height.
  static func layout(x: Double, y: Double, width: Double, height: Double) -> String {
    "<c:layout><c:manualLayout><c:layoutTarget val=\"inner\"/><c:xMode val=\"edge\"/>"
      + "<c:yMode val=\"edge\"/><c:x val=\"\(decimal(x))\"/><c:y val=\"\(decimal(y))\"/>"
      + "<c:w val=\"\(decimal(width))\"/><c:h val=\"\(decimal(height))\"/></c:manualLayout></c:layout>"
  }

  /// How a number of so many decimals is shown.
  static func format(decimals: Int) -> String {
    "#,##0" + (decimals > 0 ? "." + String(repeating: "0", count: min(decimals, 15)) : "")
  }
}
