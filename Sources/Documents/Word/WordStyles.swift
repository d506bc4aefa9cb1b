/// The styles of a paper, which an officer can change in one place.
enum WordStyles {
  static let part =
    WordParts.declaration + "<w:styles\(WordParts.wordNamespaces)>" + defaults + paragraphs
    + characters + tables + "</w:styles>"

  private static let defaults =
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    + "<w:rFonts w:ascii=\"Arial\" w:eastAsia=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/>"
    + "<w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>"
    + "<w:lang w:val=\"en-GB\" w:eastAsia=\"en-GB\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>"
    + "<w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr>"
    + "</w:pPrDefault></w:docDefaults>"

  /// A paragraph style.
  private static func paragraph(
    _ id: String, _ name: String, basedOn: String? = "Normal", next: String? = nil,
    pPr: String = "", rPr: String = "", isOwn: Bool = false
  ) -> String {
    "<w:style w:type=\"paragraph\"\(id == "Normal" ? " w:default=\"1\"" : "")"
      + "\(isOwn ? " w:customStyle=\"1\"" : "") w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>"
      + (basedOn.map { "<w:basedOn w:val=\"\($0)\"/>" } ?? "")
      + (next.map { "<w:next w:val=\"\($0)\"/>" } ?? "") + "<w:qFormat/>"
      + (pPr.isEmpty ? "" : "<w:pPr>\(pPr)</w:pPr>")
      + (rPr.isEmpty ? "" : "<w:rPr>\(rPr)</w:rPr>") + "</w:style>"
  }

  private static func size(_ halfPoints: Int) -> String {
    "<w:sz w:val=\"\(halfPoints)\"/><w:szCs w:val=\"\(halfPoints)\"/>"
  }

  private static func heading(
    _ level: Int, size halfPoints: Int, before: Int, colour: String
  ) -> String {
    paragraph(
      "Heading\(level)", "heading \(level)", next: "Normal",
      pPr: "<w:keepNext/><w:keepLines/>"
        + "<w:spacing w:before=\"\(before)\" w:after=\"100\" w:line=\"240\" w:lineRule=\"auto\"/>"
        + "<w:outlineLvl w:val=\"\(level - 1)\"/>",
      rPr: "<w:b/><w:bCs/><w:color w:val=\"\(colour)\"/>" + size(halfPoints))
  }

  private static let paragraphs =
    paragraph("Normal", "Normal", basedOn: nil)
    + paragraph(
      "Title", "Title", next: "Normal",
      pPr: "<w:keepNext/><w:spacing w:after=\"60\" w:line=\"240\" w:lineRule=\"auto\"/>",
      rPr: "<w:b/><w:bCs/><w:color w:val=\"12436D\"/>" + size(40))
    + paragraph(
      "Subtitle", "Subtitle", next: "Normal", pPr: "<w:spacing w:after=\"240\"/>",
      rPr: "<w:color w:val=\"4D4D4D\"/>" + size(24))
    + heading(1, size: 30, before: 360, colour: "12436D")
    + heading(2, size: 25, before: 280, colour: "12436D")
    + heading(3, size: 22, before: 220, colour: "1A1A1A")
    + heading(4, size: 22, before: 200, colour: "1A1A1A")
    + heading(5, size: 22, before: 200, colour: "1A1A1A")
    + paragraph(
      "ListBullet", "List Bullet",
      pPr: "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>"
        + "<w:spacing w:after=\"60\"/><w:ind w:left=\"360\" w:hanging=\"360\"/>")
    + paragraph(
      "ListNumber", "List Number",
      pPr: "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr>"
        + "<w:ind w:left=\"567\" w:hanging=\"567\"/>")
    + paragraph(
      "Caption", "caption", next: "Normal",
      pPr: "<w:keepNext/><w:keepLines/>"
        + "<w:spacing w:before=\"240\" w:after=\"80\" w:line=\"240\" w:lineRule=\"auto\"/>",
      rPr: "<w:b/><w:bCs/>" + size(21))
    + paragraph(
      "Footer", "footer",
      pPr: "<w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"767676\"/></w:pBdr>"
        + "<w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"right\"/>",
      rPr: "<w:color w:val=\"4D4D4D\"/>" + size(17))
    + own

  /// The frame of a box. Neighbours with the same frame and the same indent stand in one box.
  private static let box: String = {
    let sides = ["top", "left", "bottom", "right"].map {
      "<w:\($0) w:val=\"single\" w:sz=\"12\" w:space=\"6\" w:color=\"12436D\"/>"
    }
    return "<w:pBdr>\(sides.joined())</w:pBdr>"
  }()

  private static let boxIndent = "<w:ind w:left=\"500\" w:right=\"160\" w:hanging=\"340\"/>"

  /// Those that Word has no name for.
  private static let own =
    paragraph(
      "ChartText", "Chart Text",
      pPr: "<w:keepNext/><w:spacing w:after=\"80\" w:line=\"240\" w:lineRule=\"auto\"/>",
      rPr: "<w:color w:val=\"4D4D4D\"/>" + size(19), isOwn: true)
    + paragraph(
      "Chart", "Chart", next: "Normal",
      pPr: "<w:keepNext/><w:spacing w:after=\"60\" w:line=\"240\" w:lineRule=\"auto\"/>",
      isOwn: true)
    + paragraph(
      "ChartNotes", "Chart Notes",
      pPr: "<w:keepLines/><w:spacing w:after=\"160\" w:line=\"240\" w:lineRule=\"auto\"/>",
      rPr: "<w:color w:val=\"4D4D4D\"/>" + size(18), isOwn: true)
    + paragraph(
      "Note", "Note",
      pPr: "<w:keepLines/><w:pBdr>"
        + "<w:left w:val=\"single\" w:sz=\"24\" w:space=\"8\" w:color=\"12436D\"/></w:pBdr>"
        + "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F3F5F7\"/>"
        + "<w:spacing w:after=\"100\"/><w:ind w:left=\"200\"/>", isOwn: true)
    + paragraph(
      "BoxHeading", "Box Heading", basedOn: "Heading1", next: "BoxText",
      pPr: "<w:keepNext/><w:keepLines/>" + box
        + "<w:spacing w:before=\"240\" w:after=\"60\" w:line=\"240\" w:lineRule=\"auto\"/>"
        + boxIndent,
      rPr: size(26), isOwn: true)
    + paragraph(
      "BoxText", "Box Text",
      pPr: "<w:keepLines/>" + box + "<w:spacing w:after=\"60\"/>" + boxIndent,
      isOwn: true)
    + paragraph(
      "BoxList", "Box List", basedOn: "ListBullet",
      pPr: "<w:keepLines/>" + box + "<w:spacing w:after=\"60\"/>" + boxIndent, isOwn: true)
    + paragraph(
      "BoxGap", "Box Gap",
      pPr: "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"160\" w:lineRule=\"exact\"/>",
      rPr: size(2), isOwn: true)
    + paragraph(
      "TableText", "Table Text",
      pPr: "<w:spacing w:before=\"30\" w:after=\"30\" w:line=\"240\" w:lineRule=\"auto\"/>",
      rPr: size(19), isOwn: true)
    + paragraph(
      "TableHeading", "Table Heading", basedOn: "TableText",
      rPr: "<w:b/><w:bCs/>", isOwn: true)
    + paragraph(
      "TableRemark", "Table Remark", basedOn: "TableText",
      pPr: "<w:spacing w:before=\"0\" w:after=\"30\" w:line=\"240\" w:lineRule=\"auto\"/>",
      rPr: "<w:color w:val=\"4D4D4D\"/>" + size(17), isOwn: true)
    + paragraph(
      "Sources", "Sources", basedOn: "ListBullet",
      pPr: "<w:spacing w:after=\"40\" w:line=\"240\" w:lineRule=\"auto\"/>",
      rPr: "<w:color w:val=\"4D4D4D\"/>" + size(19), isOwn: true)
    + paragraph(
      "PageTurn", "Page Turn",
      pPr: "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>",
      rPr: size(2), isOwn: true)

  private static let characters =
    "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">"
    + "<w:name w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"1\"/><w:semiHidden/></w:style>"
    + "<w:style w:type=\"character\" w:styleId=\"Strong\"><w:name w:val=\"Strong\"/><w:qFormat/>"
    + "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"

  private static let tables =
    "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">"
    + "<w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/>"
    + "<w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar>"
    + "<w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/>"
    + "<w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar>"
    + "</w:tblPr></w:style>"
    + "<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"FiguresTable\">"
    + "<w:name w:val=\"Figures Table\"/><w:basedOn w:val=\"TableNormal\"/><w:qFormat/>"
    + "<w:tblPr><w:tblBorders><w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"767676\"/>"
    + "<w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"1A1A1A\"/>"
    + "<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"C8C8C8\"/></w:tblBorders>"
    + "<w:tblCellMar><w:top w:w=\"20\" w:type=\"dxa\"/><w:left w:w=\"100\" w:type=\"dxa\"/>"
    + "<w:bottom w:w=\"20\" w:type=\"dxa\"/><w:right w:w=\"100\" w:type=\"dxa\"/></w:tblCellMar>"
    + "</w:tblPr><w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/><w:bCs/></w:rPr>"
    + "<w:tcPr><w:tcBorders><w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"1A1A1A\"/>"
    + "</w:tcBorders><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E7EDF3\"/>"
    + "<w:vAlign w:val=\"bottom\"/></w:tcPr></w:tblStylePr></w:style>"
}
