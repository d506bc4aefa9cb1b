/// The pieces of DrawingML charts, each with its elements in the order that the schema demands.
enum ChartXML {
  /// Where the text of a label stands: offsets from its usual place, as parts of the chart.
  struct Label {
    var index: Int
    /// The words; nil for the figure itself, which changes with the data.
    var text: String?
    /// Whether the name of the series stands before the figure, where no words are given.
    var hasName = false
    /// Whether the figure is shown, where no words are given.
    var hasValue = true
    /// How the figure is written.
    var format = "General"
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

  static func text(
    size: Double = 10, isStrong: Bool = false, colour: String = "1A1A1A", wraps: Bool = true
  ) -> String {
    "<c:txPr><a:bodyPr rot=\"0\" vert=\"horz\"\(wraps ? "" : " wrap=\"none\"")/><a:lstStyle/><a:p><a:pPr>"
      + "<a:defRPr \(properties(size, isStrong))>\(look(colour))</a:defRPr></a:pPr>"
      + "<a:endParaRPr lang=\"en-GB\"/></a:p></c:txPr>"
  }

  private static func properties(_ size: Double, _ isStrong: Bool) -> String {
    "sz=\"\(Int((size * 100).rounded()))\" b=\"\(isStrong ? 1 : 0)\""
  }

  private static func look(_ colour: String) -> String {
    fill(colour) + "<a:latin typeface=\"Arial\"/><a:cs typeface=\"Arial\"/>"
  }

  /// The name of a series, which heads its column of the sheet.
  static func name(_ text: String, column: Int) -> String {
    "<c:tx>" + texts([text], ChartSheet.heading(column)) + "</c:tx>"
  }

  /// The categories, which are the first column of the sheet.
  static func categories(_ names: ChartSheet.Names) -> String {
    let rows = ChartSheet.rows(0, names.count)
    return switch names {
    case .texts(let texts): "<c:cat>" + self.texts(texts, rows) + "</c:cat>"
    case .days(let days, let format):
      "<c:cat>" + numbers(days.map(String.init), rows, format: format) + "</c:cat>"
    }
  }

  /// Numbers in exact decimals, which are a column of the sheet; what is not known has no point.
  static func values(_ values: [String?], column: Int) -> String {
    "<c:val>" + numbers(values, ChartSheet.rows(column, values.count)) + "</c:val>"
  }

  private static func texts(_ texts: [String], _ formula: String) -> String {
    "<c:strRef><c:f>\(formula)</c:f><c:strCache><c:ptCount val=\"\(texts.count)\"/>"
      + texts.enumerated().map {
        "<c:pt idx=\"\($0)\"><c:v>\(XMLText.escaped($1))</c:v></c:pt>"
      }.joined() + "</c:strCache></c:strRef>"
  }

  /// Numbers of the sheet, with a copy of them.
  static func numbers(
    _ numbers: [String?], _ formula: String, format: String = "General"
  ) -> String {
    "<c:numRef><c:f>\(formula)</c:f><c:numCache><c:formatCode>\(XMLText.escaped(format))"
      + "</c:formatCode><c:ptCount val=\"\(numbers.count)\"/>"
      + numbers.enumerated().compactMap { index, number in
        number.map { "<c:pt idx=\"\(index)\"><c:v>\($0)</c:v></c:pt>" }
      }.joined() + "</c:numCache></c:numRef>"
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
    let start = "<c:dLbl><c:idx val=\"\(label.index)\"/>" + moved
    let noShape = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
    guard let words = label.text else {
      // Word writes what the sheet holds, so that a changed figure changes its label.
      return start + "<c:numFmt formatCode=\"\(label.format)\" sourceLinked=\"0\"/>" + noShape
        + text(isStrong: label.isStrong, colour: label.colour, wraps: false)
        + "<c:dLblPos val=\"\(label.position)\"/>"
        + shown(value: label.hasValue, name: label.hasName)
        + (label.hasName && label.hasValue ? "<c:separator> </c:separator>" : "") + "</c:dLbl>"
    }
    return start
      + "<c:tx><c:rich><a:bodyPr rot=\"0\" vert=\"horz\" wrap=\"none\"/><a:lstStyle/><a:p><a:pPr>"
      + "<a:defRPr \(properties(10, label.isStrong))>\(look(label.colour))</a:defRPr></a:pPr>"
      + "<a:r><a:rPr lang=\"en-GB\" \(properties(10, label.isStrong))>\(look(label.colour))</a:rPr>"
      + "<a:t>\(XMLText.escaped(words))</a:t></a:r></a:p></c:rich></c:tx>" + noShape
      + "<c:dLblPos val=\"\(label.position)\"/>" + shown(value: true) + "</c:dLbl>"
  }

  private static func shown(value: Bool, name: Bool = false) -> String {
    "<c:showLegendKey val=\"0\"/><c:showVal val=\"\(value ? 1 : 0)\"/><c:showCatName val=\"0\"/>"
      + "<c:showSerName val=\"\(name ? 1 : 0)\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/>"
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
