import CSV

/// Writes the tables of a document, and the figures of its charts, as comma-separated values.
///
/// The header has the columns' ids, which stay the same from release to release. Numbers stay
/// numbers, and what is not known is empty. A text that a spreadsheet would take for a formula gets
/// an apostrophe before it. Remarks inside cells have columns of their own.
public struct CSVRenderer: Sendable {
  /// Makes a renderer.
  public init() {}

  /// The tables one after the other; where there are several, each under its caption and with an
  /// empty line between. A document without a table gives its words, one block a row.
  public func render(_ document: Document) -> String {
    let tables = Self.tables(of: document)
    guard tables.count > 1 else { return tables.first.map(Self.text) ?? Self.words(of: document) }
    return tables.map { table in
      var writer = CSVWriter()
      writer.append([Self.harmless(table.caption.isEmpty ? table.id : table.caption)])
      return writer.text + Self.text(of: table)
    }.joined(separator: "\n")
  }

  /// The tables as a zip of one file each, named after their ids.
  public func archive(_ document: Document) -> [UInt8] {
    var archive = ZipArchive()
    for file in files(document) { archive.add(file.name, file.bytes) }
    return archive.bytes
  }

  /// The tables as one file each, named after their ids, and the words of the document.
  public func files(_ document: Document) -> [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = []
    var taken = Set<String>()
    for table in Self.tables(of: document) {
      let name = XMLText.identifier(PlainText.line(table.id)).lowercased()
      var free = name
      var number = 2
      while !taken.insert(free).inserted {
        free = "\(name)-\(number)"
        number += 1
      }
      files.append((free + ".csv", Self.marked(Self.text(of: table))))
    }
    var words = "words"
    while !taken.insert(words).inserted { words += "-of-the-paper" }
    return files + [(words + ".csv", Self.marked(Self.words(of: document)))]
  }

  /// A file's bytes. Spreadsheets need the mark at the beginning to read anything beyond ASCII.
  static func marked(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    return bytes.contains { $0 >= 0x80 } ? [0xEF, 0xBB, 0xBF] + bytes : bytes
  }

  /// Every table, and every chart whose figures are in none of them.
  private static func tables(of document: Document) -> [Table] {
    document.blocks.compactMap { block in
      switch block {
      case .table(let table): table
      case .chart(let chart): document.table(chart.tableID) == nil ? chart.dataTable : nil
      case .heading, .paragraph, .list, .note, .sources: nil
      }
    }
  }

  private static func text(of table: Table) -> String {
    let remarks = table.columns.indices.map { index in
      table.rows.contains { $0.cells.indices.contains(index) && $0.cells[index].remark != nil }
    }
    let numbers = table.columns.indices.map { index in
      table.rows.contains {
        $0.cells.indices.contains(index) && $0.cells[index].remarkNumber != nil
      }
    }
    var writer = CSVWriter()
    writer.append(
      table.columns.indices.flatMap { index in
        let id = harmless(table.columns[index].id)
        return [id] + (remarks[index] ? [id + "-remark"] : [])
          + (numbers[index] ? [id + "-remark-value"] : [])
      })
    for row in table.rows {
      writer.append(
        table.columns.indices.flatMap { index in
          let cell = row.cells.indices.contains(index) ? row.cells[index] : .missing
          return [field(cell)] + (remarks[index] ? [harmless(cell.remark ?? "")] : [])
            + (numbers[index] ? [cell.remarkNumber.map(String.init) ?? ""] : [])
        })
    }
    return writer.text
  }

  /// The words of a document, in reading order.
  private static func words(of document: Document) -> String {
    var writer = CSVWriter()
    writer.append(["type", "text"])
    func append(_ type: String, _ text: String) { writer.append([type, harmless(text)]) }
    append("title", document.title)
    if let day = document.asAt { append("as-at", day) }
    if let mark = document.pageMark { append("mark", mark) }
    for block in document.blocks {
      switch block {
      case .heading(_, let text): append("heading", text)
      case .paragraph(let text): append("paragraph", text)
      case .list(let items): items.forEach { append("item", $0) }
      case .table(let table): append("table", table.caption)
      case .chart(let chart): append("chart", chart.description)
      case .note(let note): append(note.severity.rawValue, note.text)
      case .sources(let items): items.forEach { append("source", $0) }
      }
    }
    return writer.text
  }

  private static func field(_ cell: Cell) -> String {
    switch cell.value {
    case .text(let text): harmless(text)
    case .number(let mantissa, let decimals):
      DecimalFormat.exact(mantissa: mantissa, decimals: decimals)
    case .flag(let flag): flag ? "true" : "false"
    case .missing: ""
    }
  }

  /// A text on one line that no spreadsheet takes for a formula: `=`, `+`, `-` and `@`, as typed in
  /// the West or full-width, begin one.
  static func harmless(_ text: String) -> String {
    let text = PlainText.line(text)
    guard let first = text.unicodeScalars.first else { return text }
    switch first {
    case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return "'" + text
    default: return text
    }
  }
}
