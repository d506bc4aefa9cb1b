/// Writes a document as a Word file (Office Open XML, transitional).
///
/// Styles and not loose formatting, tables with header rows, charts of Word's own that can be edited,
/// figures and all, text alternatives, British English. Every part is written here, so that the same document gives
/// the same bytes on every machine and on every day.
public struct WordRenderer: Sendable {
  /// Makes a renderer.
  public init() {}

  /// The document as the bytes of a `.docx` file.
  public func render(_ document: Document) -> [UInt8] {
    var archive = ZipArchive()
    let (parts, workbooks) = contents(of: document)
    for part in parts { archive.add(part.name, part.text) }
    for workbook in workbooks { archive.add(workbook.name, workbook.bytes) }
    if let logo = document.logo { archive.add(WordLogo(logo: logo).name, logo.bytes) }
    return archive.bytes
  }

  /// The parts of the file that are text, by name, in the order in which they are packed; the
  /// workbooks of the charts follow them.
  func parts(of document: Document) -> [(name: String, text: String)] {
    contents(of: document).parts
  }

  /// The parts of the file by name, in the order in which they are packed.
  func contents(of document: Document) -> (
    parts: [(name: String, text: String)], workbooks: [(name: String, bytes: [UInt8])]
  ) {
    let (asAt, logo) = (document.asAt, document.logo)
    let document = document.forPeople(PlainText.line)
    var body = WordBody(document)
    let text = body.write()
    var parts = [
      (
        "[Content_Types].xml",
        WordParts.contentTypes(charts: body.charts.count, isMarked: document.pageMark != nil)
      ),
      ("_rels/.rels", WordParts.relationships),
      (
        "docProps/core.xml",
        WordParts.coreProperties(title: document.title, document.properties, day: asAt)
      ),
      ("docProps/app.xml", WordParts.applicationProperties),
      ("word/document.xml", text),
      (
        "word/_rels/document.xml.rels",
        WordParts.documentRelationships(
          charts: body.charts.count, isMarked: document.pageMark != nil)
      ),
      ("word/styles.xml", WordStyles.part),
      ("word/numbering.xml", WordParts.numbering),
      ("word/settings.xml", WordParts.settings),
      ("word/fontTable.xml", WordParts.fonts),
      ("word/footer1.xml", WordParts.footer(title: document.title)),
    ]
    if let mark = document.pageMark {
      parts.append(("word/header1.xml", WordParts.header(mark: mark)))
    }
    var workbooks: [(name: String, bytes: [UInt8])] = []
    for (index, chart) in body.charts.enumerated() {
      let number = index + 1
      parts.append(("word/charts/chart\(number).xml", chart.part))
      parts.append(
        ("word/charts/_rels/chart\(number).xml.rels", WordParts.chartRelationships(number)))
      workbooks.append(("word/" + WordParts.workbook(number), chart.workbook))
    }
    return (logo.map { WordLogo(logo: $0).added(to: parts) } ?? parts, workbooks)
  }
}
