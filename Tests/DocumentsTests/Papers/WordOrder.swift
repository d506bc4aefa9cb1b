/// The order in which the schemas of Office Open XML want the children of an element.
///
/// From ECMA-376 part 1 and part 4, WordprocessingML and DrawingML charts: those elements that papers
/// use, and those that stand between them. Word refuses a file, or mends it silently, where the order
/// is another.
enum WordOrder {
  static let children: [String: [String]] = [
    "w:pPr": [
      "w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:framePr", "w:widowControl",
      "w:numPr", "w:suppressLineNumbers", "w:pBdr", "w:shd", "w:tabs", "w:suppressAutoHyphens",
      "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:textAlignment", "w:outlineLvl",
      "w:rPr", "w:sectPr",
    ],
    "w:rPr": [
      "w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:caps", "w:strike", "w:color",
      "w:spacing", "w:position", "w:sz", "w:szCs", "w:highlight", "w:u", "w:shd", "w:vertAlign",
      "w:lang",
    ],
    "w:tblPr": [
      "w:tblStyle", "w:tblpPr", "w:tblW", "w:jc", "w:tblInd", "w:tblBorders", "w:shd",
      "w:tblLayout", "w:tblCellMar", "w:tblLook", "w:tblCaption", "w:tblDescription",
    ],
    "w:tbl": ["w:tblPr", "w:tblGrid", "w:tr"],
    "w:tr": ["w:trPr", "w:tc"],
    "w:tc": ["w:tcPr", "w:p"],
    "w:tcPr": ["w:tcW", "w:gridSpan", "w:vMerge", "w:tcBorders", "w:shd", "w:noWrap", "w:vAlign"],
    "w:tblBorders": ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"],
    "w:tblCellMar": ["w:top", "w:left", "w:bottom", "w:right"],
    "w:pBdr": ["w:top", "w:left", "w:bottom", "w:right", "w:between"],
    "w:sectPr": [
      "w:headerReference", "w:footerReference", "w:type", "w:pgSz", "w:pgMar", "w:pgBorders",
      "w:pgNumType", "w:cols", "w:titlePg", "w:docGrid",
    ],
    "w:style": [
      "w:name", "w:basedOn", "w:next", "w:link", "w:uiPriority", "w:semiHidden", "w:qFormat",
      "w:pPr", "w:rPr", "w:tblPr", "w:trPr", "w:tcPr", "w:tblStylePr",
    ],
    "w:tblStylePr": ["w:pPr", "w:rPr", "w:tblPr", "w:trPr", "w:tcPr"],
    "w:lvl": ["w:start", "w:numFmt", "w:pStyle", "w:lvlText", "w:lvlJc", "w:pPr", "w:rPr"],
    "w:settings": [
      "w:zoom", "w:defaultTabStop", "w:characterSpacingControl", "w:compat", "w:themeFontLang",
      "w:decimalSymbol", "w:listSeparator",
    ],
    "wp:inline": [
      "wp:extent", "wp:effectExtent", "wp:docPr", "wp:cNvGraphicFramePr", "a:graphic",
    ],
    "c:chartSpace": [
      "c:date1904", "c:lang", "c:roundedCorners", "c:style", "c:chart", "c:spPr", "c:txPr",
      "c:externalData",
    ],
    "c:chart": [
      "c:title", "c:autoTitleDeleted", "c:plotArea", "c:legend", "c:plotVisOnly", "c:dispBlanksAs",
    ],
    "c:plotArea": [
      "c:layout", "c:areaChart", "c:lineChart", "c:barChart", "c:catAx", "c:dateAx", "c:valAx",
      "c:spPr",
    ],
    "c:barChart": [
      "c:barDir", "c:grouping", "c:varyColors", "c:ser", "c:dLbls", "c:gapWidth", "c:overlap",
      "c:axId",
    ],
    "c:lineChart": [
      "c:grouping", "c:varyColors", "c:ser", "c:dLbls", "c:marker", "c:smooth", "c:axId",
    ],
    "c:areaChart": ["c:grouping", "c:varyColors", "c:ser", "c:dLbls", "c:axId"],
    "c:dPt": [
      "c:idx", "c:invertIfNegative", "c:marker", "c:bubble3D", "c:explosion", "c:spPr",
    ],
    "c:dLbls": [
      "c:dLbl", "c:delete", "c:numFmt", "c:spPr", "c:txPr", "c:dLblPos", "c:showLegendKey",
      "c:showVal", "c:showCatName", "c:showSerName", "c:showPercent", "c:showBubbleSize",
      "c:separator",
    ],
    "c:dLbl": [
      "c:idx", "c:delete", "c:layout", "c:tx", "c:numFmt", "c:spPr", "c:txPr", "c:dLblPos",
      "c:showLegendKey", "c:showVal", "c:showCatName", "c:showSerName", "c:showPercent",
      "c:showBubbleSize", "c:separator",
    ],
    "c:errBars": [
      "c:errDir", "c:errBarType", "c:errValType", "c:noEndCap", "c:plus", "c:minus", "c:val",
      "c:spPr",
    ],
    "c:catAx": [
      "c:axId", "c:scaling", "c:delete", "c:axPos", "c:majorGridlines", "c:title", "c:numFmt",
      "c:majorTickMark", "c:minorTickMark", "c:tickLblPos", "c:spPr", "c:txPr", "c:crossAx",
      "c:crosses", "c:auto", "c:lblAlgn", "c:lblOffset", "c:tickLblSkip", "c:tickMarkSkip",
      "c:noMultiLvlLbl",
    ],
    "c:dateAx": [
      "c:axId", "c:scaling", "c:delete", "c:axPos", "c:majorGridlines", "c:title", "c:numFmt",
      "c:majorTickMark", "c:minorTickMark", "c:tickLblPos", "c:spPr", "c:txPr", "c:crossAx",
      "c:crosses", "c:auto", "c:lblOffset", "c:baseTimeUnit", "c:majorUnit", "c:majorTimeUnit",
    ],
    "c:valAx": [
      "c:axId", "c:scaling", "c:delete", "c:axPos", "c:majorGridlines", "c:title", "c:numFmt",
      "c:majorTickMark", "c:minorTickMark", "c:tickLblPos", "c:spPr", "c:txPr", "c:crossAx",
      "c:crosses", "c:crossBetween", "c:majorUnit",
    ],
    "c:scaling": ["c:logBase", "c:orientation", "c:max", "c:min"],
    "c:marker": ["c:symbol", "c:size", "c:spPr"],
    "c:legend": ["c:legendPos", "c:legendEntry", "c:layout", "c:overlay", "c:spPr", "c:txPr"],
    "c:strRef": ["c:f", "c:strCache"],
    "c:numRef": ["c:f", "c:numCache"],
    "c:strCache": ["c:ptCount", "c:pt"],
    "c:numCache": ["c:formatCode", "c:ptCount", "c:pt"],
    "c:rich": ["a:bodyPr", "a:lstStyle", "a:p"],
    "c:txPr": ["a:bodyPr", "a:lstStyle", "a:p"],
    "c:manualLayout": ["c:layoutTarget", "c:xMode", "c:yMode", "c:x", "c:y", "c:w", "c:h"],
    "a:ln": ["a:noFill", "a:solidFill", "a:prstDash", "a:round"],
    "a:p": ["a:pPr", "a:r", "a:endParaRPr"],
  ]

  /// The order of a series, which is another in each sort of chart.
  static func series(in chart: String) -> [String] {
    let own =
      switch chart {
      case "c:barChart": ["c:invertIfNegative"]
      case "c:lineChart": ["c:marker"]
      default: [String]()
      }
    return ["c:idx", "c:order", "c:tx", "c:spPr"] + own
      + ["c:dPt", "c:dLbls", "c:errBars", "c:cat", "c:val", "c:smooth"]
  }
}
