extension ChartXML {
  /// The axis of categories.
  ///
  /// - Parameters:
  ///   - isReversed: whether the first category is at the top, as rows are read.
  ///   - skip: how many categories share one label.
  static func categories(
    side: String, isReversed: Bool = false, skip: Int = 1, hasLabels: Bool = true
  ) -> String {
    "<c:catAx><c:axId val=\"\(categoryAxis)\"/><c:scaling><c:orientation"
      + " val=\"\(isReversed ? "maxMin" : "minMax")\"/></c:scaling><c:delete val=\"\(hasLabels ? 0 : 1)\"/>"
      + "<c:axPos val=\"\(side)\"/><c:numFmt formatCode=\"General\" sourceLinked=\"0\"/>"
      + "<c:majorTickMark val=\"\(side == "b" ? "out" : "none")\"/><c:minorTickMark val=\"none\"/>"
      + "<c:tickLblPos val=\"low\"/>" + stroke("767676", 0.75) + text()
      + "<c:crossAx val=\"\(valueAxis)\"/><c:crosses val=\"autoZero\"/><c:auto val=\"0\"/>"
      + "<c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/>"
      + (skip > 1 ? "<c:tickLblSkip val=\"\(skip)\"/><c:tickMarkSkip val=\"\(skip)\"/>" : "")
      + "<c:noMultiLvlLbl val=\"1\"/></c:catAx>"
  }

  /// The axis of dates, with a name every so many steps.
  static func dates(_ days: ChartDays, every steps: Int) -> String {
    "<c:dateAx><c:axId val=\"\(categoryAxis)\"/><c:scaling><c:orientation val=\"minMax\"/>"
      + "</c:scaling><c:delete val=\"0\"/><c:axPos val=\"b\"/>"
      + "<c:numFmt formatCode=\"\(XMLText.escaped(days.unit.format))\" sourceLinked=\"0\"/>"
      + "<c:majorTickMark val=\"out\"/><c:minorTickMark val=\"none\"/>"
      + "<c:tickLblPos val=\"low\"/>" + stroke("767676", 0.75) + text()
      + "<c:crossAx val=\"\(valueAxis)\"/><c:crosses val=\"autoZero\"/><c:auto val=\"0\"/>"
      + "<c:lblOffset val=\"100\"/><c:baseTimeUnit val=\"\(days.unit.rawValue)\"/>"
      + "<c:majorUnit val=\"\(steps)\"/><c:majorTimeUnit val=\"\(days.unit.rawValue)\"/></c:dateAx>"
  }

  /// The axis of values, with the scale of the other pictures.
  ///
  /// - Parameters:
  ///   - isAtFarEnd: whether it stands at the last category, which is below where rows are reversed.
  ///   - isMidpoint: whether the first category stands on the axis, as for lines and areas.
  static func values(
    side: String, scale: AxisScale, isAtFarEnd: Bool = false, isMidpoint: Bool = false,
    hasLabels: Bool = true
  ) -> String {
    "<c:valAx><c:axId val=\"\(valueAxis)\"/><c:scaling><c:orientation val=\"minMax\"/>"
      + "<c:max val=\"\(number(scale.high))\"/><c:min val=\"\(number(scale.low))\"/></c:scaling>"
      + "<c:delete val=\"\(hasLabels ? 0 : 1)\"/><c:axPos val=\"\(side)\"/>"
      + (hasLabels ? "<c:majorGridlines>\(stroke("DCDCDC", 0.75))</c:majorGridlines>" : "")
      + "<c:numFmt formatCode=\"\(format(decimals: decimals(scale.step)))\" sourceLinked=\"0\"/>"
      + "<c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>"
      + "<c:tickLblPos val=\"nextTo\"/>" + stroke(nil) + text(colour: "4D4D4D")
      + "<c:crossAx val=\"\(categoryAxis)\"/>"
      + "<c:crosses val=\"\(isAtFarEnd ? "max" : "min")\"/>"
      + "<c:crossBetween val=\"\(isMidpoint ? "midCat" : "between")\"/>"
      + "<c:majorUnit val=\"\(number(scale.step))\"/></c:valAx>"
  }

  static func number(_ value: Double) -> String {
    ExactNumber(rounding: value, decimals: decimals(value))?.exact ?? "0"
  }

  private static func decimals(_ step: Double) -> Int {
    var decimals = 0
    var rest = step
    while decimals < 6, (rest - rest.rounded()).magnitude > 1e-6 {
      rest *= 10
      decimals += 1
    }
    return decimals
  }
}
