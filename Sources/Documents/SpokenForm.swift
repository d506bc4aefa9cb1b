/// A document for the ear: one statement a line, each line whole in itself, nothing drawn.
struct SpokenForm {
  var document: Document

  private static let notKnown = "not known"

  func lines() -> [String] {
    var lines = document.title.isEmpty ? [] : ["Title: " + document.title]
    if let line = document.dateLine { lines.append(line) }
    if let mark = document.pageMark { lines.append(mark) }
    for block in document.blocks { lines += self.lines(of: block) }
    return lines
  }

  private func lines(of block: Block) -> [String] {
    switch block {
    case .heading(let level, let text):
      return [(level <= 1 ? "Heading: " : "Heading level \(level): ") + text]
    case .paragraph(let text): return text.isEmpty ? [] : [text]
    case .list(let items):
      return items.isEmpty ? [] : ["List: " + count(items.count, "item") + "."] + items
    case .table(let table): return self.lines(of: table)
    case .chart(let chart): return self.lines(of: chart)
    case .note(let note): return [note.severity.word + ": " + note.text + " (" + note.code + ")"]
    case .sources(let items): return items.map { "Source: " + $0 }
    }
  }

  /// How many figures of a chart are read out; nobody listens to more.
  private static let longestReading = 60

  /// What the picture says, then its latest figures, one period or group a line.
  private func lines(of chart: Chart) -> [String] {
    var lines = ["Chart: " + sentence(chart.title)]
    if !chart.underTitle.isEmpty { lines.append(sentence(chart.underTitle)) }
    if !chart.description.isEmpty { lines.append(chart.description) }
    if let remark = chart.remark, !chart.description.contains(remark) { lines.append(remark) }
    if !holdsTable(chart.tableID) {
      let all = chart.dataTable.rows.count
      let table = chart.tableForPeople(latest: Self.longestReading).forPeople(SpokenText.line)
      lines.append(
        table.rows.count < all
          ? "The last \(table.rows.count) of \(all) rows." : count(table.rows.count, "row") + ".")
      lines += table.rows.flatMap { self.lines(of: $0, in: table.columns) }
    }
    lines += chart.references.map {
      $0.label + ": " + SpokenText.line($0.value.forPeople)
    }
    if let source = chart.source { lines.append("Source: " + source) }
    return lines
  }

  private func holdsTable(_ id: String?) -> Bool { document.table(id) != nil }

  private func lines(of table: Table) -> [String] {
    let rows = count(table.rows.count, "row")
    let announcement = "Table: " + (table.caption.isEmpty ? "" : sentence(table.caption) + " ")
    return [announcement + rows + "."] + table.rows.flatMap { lines(of: $0, in: table.columns) }
  }

  /// The name of the row, then each figure after its own heading, so that none is heard without it.
  ///
  /// A colon parts heading and figure: without a pause `February 2020 51` is heard as one number.
  private func lines(of row: Row, in columns: [Column]) -> [String] {
    let lead = columns.firstIndex { $0.kind == .rowHeader }
    var fields: [String] = []
    var sentences: [String] = []
    for (index, column) in columns.enumerated() where index != lead {
      if row.cells[index] == .notApplicable { continue }
      let field = (column.title.isEmpty ? "" : column.title + ": ") + text(of: row.cells[index])
      if column.kind == .prose { sentences.append(field) } else { fields.append(field) }
    }
    let name = lead.map { sentence(text(of: row.cells[$0])) }
    let statement = ([name] + [fields.isEmpty ? nil : fields.joined(separator: "; ")])
      .compactMap { $0 }.joined(separator: " ")
    return (statement.isEmpty ? [] : [statement]) + sentences
  }

  private func text(of cell: Cell) -> String {
    let value = cell.display ?? ""
    let isDash = value == "\u{2013}" || value == "\u{2014}" || value == "-"
    let known = value.isEmpty || isDash ? Self.notKnown : value
    return cell.remark.map { known + ", " + $0 } ?? known
  }

  private func sentence(_ text: String) -> String {
    text.last.map { ".?!:".contains($0) } ?? true ? text : text + "."
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) " + noun + (number == 1 ? "" : "s")
  }
}
