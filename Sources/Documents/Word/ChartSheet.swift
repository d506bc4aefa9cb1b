/// The figures of a chart as a workbook with one sheet: what Word opens under "Edit data".
///
/// The chart keeps the same figures beside its references, so that it is drawn without the workbook.
struct ChartSheet {
  /// What stands in the first column, a row for each category.
  enum Names {
    case texts([String])
    /// Days as spreadsheets count them, and how they are shown.
    case days([Int], format: String)

    var count: Int {
      switch self {
      case .texts(let texts): texts.count
      case .days(let days, _): days.count
      }
    }
  }

  /// A column after the first: its heading and its figures in exact decimals.
  struct Column {
    var title: String
    var values: [String?]
  }

  var names: Names
  var columns: [Column]

  /// The name of the sheet, as formulas write it.
  static let name = "Sheet1"

  /// The heading of a column, 0 being the names.
  static func heading(_ column: Int) -> String { "\(name)!$\(letters(column))$1" }

  /// The rows of a column below its heading.
  static func rows(_ column: Int, _ count: Int) -> String {
    let letters = letters(column)
    return "\(name)!$\(letters)$2:$\(letters)$\(max(2, count + 1))"
  }

  /// `A` to `Z`, then `AA` and so on.
  static func letters(_ column: Int) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let last = String(alphabet[column % 26])
    return column < 26 ? last : letters(column / 26 - 1) + last
  }

  /// The workbook as a file.
  var file: [UInt8] {
    var archive = ZipArchive()
    archive.add("[Content_Types].xml", Self.contentTypes)
    archive.add("_rels/.rels", Self.relationships("officeDocument", "xl/workbook.xml"))
    archive.add("xl/workbook.xml", Self.workbook)
    archive.add(
      "xl/_rels/workbook.xml.rels",
      Self.relationships("worksheet", "worksheets/sheet1.xml", "styles", "styles.xml"))
    archive.add("xl/styles.xml", styles)
    archive.add("xl/worksheets/sheet1.xml", sheet)
    return archive.bytes
  }

  // MARK: - Parts

  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let package = "http://schemas.openxmlformats.org/package/2006/"
  private static let office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml."

  private static let contentTypes =
    WordParts.declaration + "<Types xmlns=\"\(package)content-types\">"
    + "<Default Extension=\"rels\""
    + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(type)sheet.main+xml\"/>"
    + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"\(type)worksheet+xml\"/>"
    + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(type)styles+xml\"/></Types>"

  private static let workbook =
    WordParts.declaration + "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>"
    + "<sheet name=\"\(name)\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"

  /// Relationships of a part: kinds and targets in turn.
  private static func relationships(_ kindsAndTargets: String...) -> String {
    let pairs = stride(from: 0, to: kindsAndTargets.count - 1, by: 2)
    return WordParts.declaration + "<Relationships xmlns=\"\(package)relationships\">"
      + pairs.map {
        "<Relationship Id=\"rId\($0 / 2 + 1)\" Type=\"\(office)/\(kindsAndTargets[$0])\""
          + " Target=\"\(kindsAndTargets[$0 + 1])\"/>"
      }.joined() + "</Relationships>"
  }

  /// Two looks of a cell: plain, and as a day.
  private var styles: String {
    let format = if case .days(_, let format) = names { format } else { "General" }
    return WordParts.declaration + "<styleSheet xmlns=\"\(Self.main)\"><numFmts count=\"1\">"
      + "<numFmt numFmtId=\"164\" formatCode=\"\(XMLText.escaped(format))\"/></numFmts>"
      + "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Arial\"/></font></fonts>"
      + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
      + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
      + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
      + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
      + "</cellStyleXfs><cellXfs count=\"2\">"
      + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
      + "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\""
      + " applyNumberFormat=\"1\"/></cellXfs><cellStyles count=\"1\">"
      + "<cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
  }

  private var sheet: String {
    let count = names.count
    var rows =
      "<row r=\"1\">"
      + columns.enumerated().map { text($1.title, at: "\(Self.letters($0 + 1))1") }.joined()
      + "</row>"
    for row in 0..<count {
      rows += "<row r=\"\(row + 2)\">" + name(row)
      for (index, column) in columns.enumerated() where column.values.indices.contains(row) {
        guard let value = column.values[row] else { continue }
        rows += "<c r=\"\(Self.letters(index + 1))\(row + 2)\"><v>\(value)</v></c>"
      }
      rows += "</row>"
    }
    return WordParts.declaration + "<worksheet xmlns=\"\(Self.main)\">"
      + "<dimension ref=\"A1:\(Self.letters(columns.count))\(count + 1)\"/>"
      + "<cols><col min=\"1\" max=\"1\" width=\"32\" customWidth=\"1\"/></cols>"
      + "<sheetData>\(rows)</sheetData></worksheet>"
  }

  private func name(_ row: Int) -> String {
    switch names {
    case .texts(let texts): text(texts[row], at: "A\(row + 2)")
    case .days(let days, _): "<c r=\"A\(row + 2)\" s=\"1\"><v>\(days[row])</v></c>"
    }
  }

  /// A text within its cell: it can never be taken for a formula.
  private func text(_ text: String, at cell: String) -> String {
    text.isEmpty
      ? ""
      : "<c r=\"\(cell)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(XMLText.escaped(text))"
        + "</t></is></c>"
  }
}
