/// The parts of a Word file that are the same for every paper, or nearly.
enum WordParts {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  static let wordNamespaces =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""

  private static let package = "http://schemas.openxmlformats.org/package/2006/"
  private static let office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
  private static let word =
    "application/vnd.openxmlformats-officedocument.wordprocessingml."

  /// The relationships of the document part before those of its charts.
  private static let related = ["styles", "numbering", "settings", "fontTable", "footer"]

  /// The relationship of the footer.
  static let footerID = "rId5"

  /// The relationship of a chart, by its number from 1.
  static func chartID(_ number: Int) -> String { "rId\(related.count + number)" }

  /// The relationship of the header, which only a marked paper has.
  static let headerID = "rIdHeader"

  static func contentTypes(charts: Int, isMarked: Bool) -> String {
    var overrides = [
      ("/word/document.xml", word + "document.main+xml"),
      ("/word/styles.xml", word + "styles+xml"),
      ("/word/numbering.xml", word + "numbering+xml"),
      ("/word/settings.xml", word + "settings+xml"),
      ("/word/fontTable.xml", word + "fontTable+xml"),
      ("/word/footer1.xml", word + "footer+xml"),
      ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
      (
        "/docProps/app.xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml"
      ),
    ]
    if isMarked { overrides.append(("/word/header1.xml", word + "header+xml")) }
    for number in 0..<charts {
      overrides.append(
        (
          "/word/charts/chart\(number + 1).xml",
          "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
        ))
    }
    return declaration + "<Types xmlns=\"\(package)content-types\">"
      + "<Default Extension=\"rels\""
      + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + (charts > 0
        ? "<Default Extension=\"xlsx\" ContentType=\"application/vnd.openxmlformats-officedocument"
          + ".spreadsheetml.sheet\"/>" : "")
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + overrides.map { "<Override PartName=\"\($0.0)\" ContentType=\"\($0.1)\"/>" }.joined()
      + "</Types>"
  }

  static let relationships =
    declaration + "<Relationships xmlns=\"\(package)relationships\">"
    + "<Relationship Id=\"rId1\" Type=\"\(office)officeDocument\" Target=\"word/document.xml\"/>"
    + "<Relationship Id=\"rId2\" Type=\"\(package)relationships/metadata/core-properties\""
    + " Target=\"docProps/core.xml\"/>"
    + "<Relationship Id=\"rId3\" Type=\"\(office)extended-properties\""
    + " Target=\"docProps/app.xml\"/></Relationships>"

  static func documentRelationships(charts: Int, isMarked: Bool) -> String {
    var lines = related.enumerated().map { index, name in
      "<Relationship Id=\"rId\(index + 1)\" Type=\"\(office)\(name)\""
        + " Target=\"\(name == "footer" ? "footer1" : name).xml\"/>"
    }
    for number in 0..<charts {
      lines.append(
        "<Relationship Id=\"\(chartID(number + 1))\" Type=\"\(office)chart\""
          + " Target=\"charts/chart\(number + 1).xml\"/>")
    }
    if isMarked {
      lines.append(
        "<Relationship Id=\"\(headerID)\" Type=\"\(office)header\" Target=\"header1.xml\"/>")
    }
    return declaration + "<Relationships xmlns=\"\(package)relationships\">" + lines.joined()
      + "</Relationships>"
  }

  /// Where the workbook of a chart is, from the folder of the document part.
  static func workbook(_ number: Int) -> String {
    "embeddings/Microsoft_Excel_Sheet\(number).xlsx"
  }

  static func chartRelationships(_ number: Int) -> String {
    declaration + "<Relationships xmlns=\"\(package)relationships\">"
      + "<Relationship Id=\"\(WordChart.workbookID)\" Type=\"\(office)package\""
      + " Target=\"../\(workbook(number))\"/></Relationships>"
  }

  /// Title, subject, whose paper it is, language and the day of the figures; who wrote it and when is for
  /// the person to say.
  static func coreProperties(
    title: String, _ properties: DocumentProperties, day: String?
  ) -> String {
    let date = day.flatMap { DateInWords.day($0) == $0 ? nil : $0 + "T00:00:00Z" }
    return declaration + "<cp:coreProperties xmlns:cp=\"\(package)metadata/core-properties\""
      + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
      + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
      + "<dc:title>\(XMLText.escaped(title))</dc:title>"
      + (properties.subject.map { "<dc:subject>\(XMLText.escaped($0))</dc:subject>" } ?? "")
      + (properties.author.map { "<dc:creator>\(XMLText.escaped($0))</dc:creator>" } ?? "")
      + (properties.keywords.isEmpty
        ? ""
        : "<cp:keywords>\(XMLText.escaped(properties.keywords.joined(separator: ", ")))</cp:keywords>")
      + "<dc:language>en-GB</dc:language>"
      + (date.map {
        "<dcterms:created xsi:type=\"dcterms:W3CDTF\">\($0)</dcterms:created>"
          + "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">\($0)</dcterms:modified>"
      } ?? "") + "</cp:coreProperties>"
  }

  static let applicationProperties =
    declaration
    + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
    + "<Application>lac</Application></Properties>"

  /// Bullets, and the numbers of paragraphs, at one depth each.
  static let numbering =
    declaration + "<w:numbering\(wordNamespaces)>"
    + "<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"singleLevel\"/>"
    + "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/>"
    + "<w:pStyle w:val=\"ListBullet\"/><w:lvlText w:val=\"\u{2022}\"/><w:lvlJc w:val=\"left\"/>"
    + "<w:pPr><w:ind w:left=\"360\" w:hanging=\"360\"/></w:pPr>"
    + "<w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/></w:rPr></w:lvl>"
    + "</w:abstractNum>"
    + "<w:abstractNum w:abstractNumId=\"1\"><w:multiLevelType w:val=\"singleLevel\"/>"
    + "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>"
    + "<w:pStyle w:val=\"ListNumber\"/><w:lvlText w:val=\"%1.\"/><w:lvlJc w:val=\"left\"/>"
    + "<w:pPr><w:ind w:left=\"567\" w:hanging=\"567\"/></w:pPr></w:lvl></w:abstractNum>"
    + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
    + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>"

  static let settings =
    declaration + "<w:settings\(wordNamespaces)><w:zoom w:percent=\"100\"/>"
    + "<w:defaultTabStop w:val=\"720\"/><w:characterSpacingControl w:val=\"doNotCompress\"/>"
    + "<w:compat><w:compatSetting w:name=\"compatibilityMode\""
    + " w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
    + "<w:themeFontLang w:val=\"en-GB\"/><w:decimalSymbol w:val=\".\"/>"
    + "<w:listSeparator w:val=\",\"/></w:settings>"

  static let fonts =
    declaration + "<w:fonts\(wordNamespaces)><w:font w:name=\"Arial\">"
    + "<w:panose1 w:val=\"020B0604020202020204\"/><w:charset w:val=\"00\"/>"
    + "<w:family w:val=\"swiss\"/><w:pitch w:val=\"variable\"/></w:font></w:fonts>"

  /// The mark of an unfinished paper, at the head of every page.
  static func header(mark: String) -> String {
    declaration + "<w:hdr\(wordNamespaces)><w:p><w:pPr><w:pStyle w:val=\"Note\"/></w:pPr>"
      + WordBody.run(mark, isStrong: true) + "</w:p></w:hdr>"
  }

  /// The title at the left and the page at the right, on every page.
  static func footer(title: String) -> String {
    func field(_ name: String) -> String {
      "<w:fldSimple w:instr=\" \(name) \"><w:r><w:t>1</w:t></w:r></w:fldSimple>"
    }
    func run(_ text: String) -> String {
      "<w:r><w:t xml:space=\"preserve\">\(XMLText.escaped(text))</w:t></w:r>"
    }
    return declaration + "<w:ftr\(wordNamespaces)><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>"
      + run(title + " \u{2013} page ") + field("PAGE") + run(" of ") + field("NUMPAGES")
      + "</w:p></w:ftr>"
  }
}
