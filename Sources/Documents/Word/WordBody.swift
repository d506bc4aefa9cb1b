/// The main part of a Word file: the blocks of a document in order.
struct WordBody {
  private let document: Document
  private let outline: PaperOutline

  /// The charts met so far, in order; each becomes a part of its own.
  private(set) var charts: [WordChart] = []

  /// How many paragraphs Word counts so far.
  private var paragraphs = 0

  /// Whether the last thing written was a table, from which text has to be kept apart.
  private var followsTable = false

  /// Sizes in twentieths of a point: A4, with margins of 2 cm.
  static let page = (short: 11906, long: 16838, margin: 1134)

  init(_ document: Document) {
    self.document = document
    outline = PaperOutline(document)
  }

  /// The whole part.
  mutating func write() -> String {
    var body = ""
    if !document.title.isEmpty { body += paragraph("Title", Self.run(document.title)) }
    if let line = document.dateLine { body += paragraph("Subtitle", Self.run(line)) }
    var isTurned = false
    var isBoxed = false
    for item in outline.items {
      if item.isTurned != isTurned { body += turn(isTurned) }
      isTurned = item.isTurned
      if item.beginsSection, isBoxed, item.isBoxed { body += paragraph("BoxGap", "") }
      isBoxed = item.isBoxed
      body += write(item)
    }
    // A table may not be the last thing on a page.
    if followsTable { body += paragraph("PageTurn", "") }
    return WordParts.declaration + "<w:document\(WordParts.wordNamespaces)"
      + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
      + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
      + " xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><w:body>"
      + body + section(isTurned: isTurned) + "</w:body></w:document>"
  }

  // MARK: - Pages

  /// Ends the pages so far, which lie as they are told, so that the next can lie otherwise.
  private mutating func turn(_ wereTurned: Bool) -> String {
    followsTable = false
    return "<w:p><w:pPr><w:pStyle w:val=\"PageTurn\"/>\(section(isTurned: wereTurned))</w:pPr>"
      + "</w:p>"
  }

  private func section(isTurned: Bool) -> String {
    let page = Self.page
    let header =
      document.pageMark == nil
      ? ""
      : "<w:headerReference w:type=\"default\" r:id=\"\(WordParts.headerID)\"/>"
    let size =
      isTurned
      ? "w:w=\"\(page.long)\" w:h=\"\(page.short)\" w:orient=\"landscape\""
      : "w:w=\"\(page.short)\" w:h=\"\(page.long)\""
    return
      "<w:sectPr>\(header)<w:footerReference w:type=\"default\" r:id=\"\(WordParts.footerID)\"/>"
      + "<w:type w:val=\"nextPage\"/><w:pgSz \(size)/><w:pgMar w:top=\"\(page.margin)\""
      + " w:right=\"\(page.margin)\" w:bottom=\"\(page.margin)\" w:left=\"\(page.margin)\""
      + " w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/><w:cols w:space=\"708\"/></w:sectPr>"
  }

  /// How wide text and tables may be.
  private func room(isTurned: Bool) -> Int {
    (isTurned ? Self.page.long : Self.page.short) - 2 * Self.page.margin
  }

  // MARK: - Blocks

  private mutating func write(_ item: PaperOutline.Item) -> String {
    switch item.block {
    case .heading(_, let text):
      let style = item.isBoxed && item.level == 1 ? "BoxHeading" : "Heading\(item.level)"
      return paragraph(style, Self.run(text))
    case .paragraph(let text):
      return numbered(text) ?? paragraph(item.isBoxed ? "BoxText" : "Normal", Self.run(text))
    case .list(let items):
      return items.map { paragraph(item.isBoxed ? "BoxList" : "ListBullet", Self.run($0)) }.joined()
    case .table(let table):
      let caption =
        Self.run("Table ") + Self.number("Table", item.number)
        + Self.run(": " + (table.caption.isEmpty ? "figures" : table.caption))
      return paragraph("Caption", caption) + self.table(table, isTurned: item.isTurned)
    case .chart(let chart): return self.chart(chart, number: item.number)
    case .note(let note):
      let text = ": \(note.text) (\(note.code))"
      return paragraph("Note", Self.run(note.severity.word, isStrong: true) + Self.run(text))
    case .sources(let items):
      return paragraph("Normal", Self.run("Sources", isStrong: true), keepsWithNext: true)
        + items.enumerated().map { index, text in
          // A few sources stand together, so that no page holds the last line of a paper alone.
          paragraph(
            "Sources", Self.run(text), keepsWithNext: items.count <= 8 && index < items.count - 1)
        }.joined()
    }
  }

  /// A paragraph that Word counts, without the number that it begins with; nil for any other.
  private mutating func numbered(_ text: String) -> String? {
    let number = "\(paragraphs + 1). "
    guard document.isNumbered, text.hasPrefix(number) else { return nil }
    paragraphs += 1
    return paragraph("ListNumber", Self.run(String(text.dropFirst(number.count))))
  }

  private mutating func table(_ table: Table, isTurned: Bool) -> String {
    followsTable = true
    return WordTable(table: table, room: room(isTurned: isTurned)).xml
  }

  /// Title, picture, notes, and the figures or where they are.
  private mutating func chart(_ chart: Chart, number: Int) -> String {
    let picture = WordChart(chart)
    charts.append(picture)
    var body = paragraph(
      "Caption", Self.run("Figure ") + Self.number("Figure", number) + Self.run(": " + chart.title))
    if !chart.underTitle.isEmpty { body += paragraph("ChartText", Self.run(chart.underTitle)) }
    body += paragraph("Chart", "<w:r>\(drawing(of: picture))</w:r>")
    let table = outline.table(of: chart)
    var notes = chart.wordNotes
    notes += chart.references.map { "\($0.label): \($0.value.forPeople)." }
    if let table { notes.append("The figures are in table \(table).") }
    if let source = chart.source { notes.append("Source: " + source) }
    if !notes.isEmpty { body += paragraph("ChartNotes", Self.run(notes.joined(separator: " "))) }
    guard table == nil else { return body }
    let data = chart.tableForPeople()
    body += paragraph("Caption", Self.run(data.caption))
    return body + self.table(data, isTurned: false)
  }

  private func drawing(of picture: WordChart) -> String {
    let chart = picture.chart
    let number = charts.count
    // In English Metric Units, 635 to a twentieth of a point.
    let width = room(isTurned: false) * 635
    return "<w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">"
      + "<wp:extent cx=\"\(width)\" cy=\"\(picture.height)\"/>"
      + "<wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/>"
      + "<wp:docPr id=\"\(number)\" name=\"Chart \(number)\""
      + " descr=\"\(XMLText.escaped(chart.description.isEmpty ? chart.title : chart.description))\""
      + " title=\"\(XMLText.escaped(chart.title))\"/><wp:cNvGraphicFramePr/>"
      + "<a:graphic><a:graphicData"
      + " uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\">"
      + "<c:chart r:id=\"\(WordParts.chartID(number))\"/></a:graphicData></a:graphic>"
      + "</wp:inline></w:drawing>"
  }

  // MARK: - Paragraphs and runs

  private mutating func paragraph(
    _ style: String, _ runs: String, keepsWithNext: Bool = false
  ) -> String {
    // Captions and headings have space above them anyway.
    let needsSpace = followsTable && ["Normal", "ListBullet", "ListNumber", "Note"].contains(style)
    followsTable = false
    return "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/>" + (keepsWithNext ? "<w:keepNext/>" : "")
      + (needsSpace ? "<w:spacing w:before=\"200\"/>" : "") + "</w:pPr>" + runs + "</w:p>"
  }

  /// A run of text.
  static func run(_ text: String, isStrong: Bool = false) -> String {
    guard !text.isEmpty else { return "" }
    return "<w:r>" + (isStrong ? "<w:rPr><w:rStyle w:val=\"Strong\"/></w:rPr>" : "")
      + "<w:t xml:space=\"preserve\">\(XMLText.escaped(text))</w:t></w:r>"
  }

  /// A number that Word counts on when an officer adds a table or a figure.
  private static func number(_ sequence: String, _ number: Int) -> String {
    "<w:fldSimple w:instr=\" SEQ \(sequence) \\* ARABIC \"><w:r><w:t>\(number)</w:t></w:r></w:fldSimple>"
  }
}
