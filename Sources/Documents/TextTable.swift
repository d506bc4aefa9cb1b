/// A table in a terminal: aligned columns under light rules, or one field a line where it is narrow.
///
/// Lines run across only: fewer marks, and nothing between two figures that might be read as one.
struct TextTable {
  var table: Table
  var width: Int
  var glyphs: Glyphs
  var palette: Palette

  /// The column that names a row and never moves.
  private var lead: Int {
    table.columns.firstIndex { $0.kind == .rowHeader }
      ?? table.columns.firstIndex { $0.kind != .prose } ?? 0
  }

  /// The lines of the table, caption first.
  func lines() -> [String] {
    let caption =
      table.caption.isEmpty
      ? [] : Wrapping.lines(table.caption, width: width).map(palette.strong)
    let space = caption.isEmpty ? [] : [""]
    guard !table.columns.isEmpty else { return caption }
    guard !table.rows.isEmpty else { return caption + ["No rows."] }
    guard let layout = TableLayout(table, lead: lead, width: width, missing: glyphs.missing) else {
      return caption + space + records()
    }
    return caption + space + grid(layout)
  }

  // MARK: - Aligned columns

  private func grid(_ layout: TableLayout) -> [String] {
    let rule = palette.faint(
      joined(layout.widths.map { String(repeating: glyphs.rule, count: $0) }))
    let rows = table.rows.map { self.lines(of: $0, layout) }
    // Rows of several lines need air between them to be told apart.
    let isAiry = rows.contains { $0.count > 1 }
    var lines = header(layout) + [rule]
    for (index, row) in rows.enumerated() {
      if index > 0 {
        let isSetApart = table.rows[index].isTotal != table.rows[index - 1].isTotal
        if isSetApart { lines.append(rule) } else if isAiry { lines.append("") }
      }
      lines += row
    }
    return lines
  }

  /// The column headings; the shorter ones stand on the rule.
  private func header(_ layout: TableLayout) -> [String] {
    let cells = zip(layout.columns, layout.widths).map { index, width in
      Wrapping.lines(table.columns[index].title, width: width)
    }
    let height = cells.map(\.count).max() ?? 0
    let padded = cells.map { Array(repeating: "", count: height - $0.count) + $0 }
    return aligned(padded, layout).map(palette.strong)
  }

  private func lines(of row: Row, _ layout: TableLayout) -> [String] {
    let cells = zip(layout.columns, layout.widths).map { index, width in
      let cell = row.cells[index]
      let text = cell.display ?? glyphs.missing
      let remark =
        layout.moved.rawValue < TableLayout.Moved.remarks.rawValue
        ? cell.bracketedRemark : nil
      // Under a number, so that figures stay in line; after a text, as it would be written.
      if table.columns[index].kind == .number {
        return Wrapping.lines(text, width: width)
          + (remark.map { Wrapping.lines($0, width: width) } ?? [])
      }
      return Wrapping.lines(remark.map { text + " " + $0 } ?? text, width: width)
    }
    let side = aligned(cells, layout).map { row.isTotal ? palette.strong($0) : $0 }
    return side + under(row, layout)
  }

  /// What has moved under a row: labels first, as the shortest, then remarks and sentences.
  private func under(_ row: Row, _ layout: TableLayout) -> [String] {
    var labels: [String] = []
    var remarks: [String] = []
    var sentences: [String] = []
    for (index, column) in table.columns.enumerated() {
      let cell = row.cells[index]
      if layout.columns.contains(index) {
        if layout.moved.rawValue >= TableLayout.Moved.remarks.rawValue, let remark = cell.remark {
          remarks.append(titled(column, remark))
        }
      } else if column.kind == .prose {
        if cell.display != nil || cell.remark != nil { sentences.append(field(column, cell)) }
      } else {
        labels.append(field(column, cell))
      }
    }
    let short = [labels, remarks].filter { !$0.isEmpty }.map { $0.joined(separator: "; ") }
    return (short + sentences).flatMap {
      Wrapping.hanging($0, mark: "  ", indent: 2, width: min(width, TextRenderer.measure))
    }
  }

  private func aligned(_ cells: [[String]], _ layout: TableLayout) -> [String] {
    (0..<(cells.map(\.count).max() ?? 0)).map { line in
      joined(
        cells.indices.map { index in
          let text = line < cells[index].count ? cells[index][line] : ""
          let padding = String(
            repeating: " ", count: max(0, layout.widths[index] - DisplayWidth.columns(text)))
          let isNumber = table.columns[layout.columns[index]].kind == .number
          return isNumber ? padding + text : text + padding
        })
    }
  }

  private func joined(_ cells: [String]) -> String {
    var line = cells.joined(separator: String(repeating: " ", count: TableLayout.gap))
    while line.last == " " { line.removeLast() }
    return line
  }

  // MARK: - One field a line

  private func records() -> [String] {
    var lines: [String] = []
    for (number, row) in table.rows.enumerated() {
      if number > 0 { lines.append("") }
      let name = Cell(row.cells[lead].value, display: row.cells[lead].display)
      lines += Wrapping.lines(name.display ?? glyphs.missing, width: width).map(palette.strong)
      if let remark = row.cells[lead].bracketedRemark {
        lines += Wrapping.lines(remark, width: width)
      }
      for (index, column) in table.columns.enumerated() where index != lead {
        lines += Wrapping.hanging(
          field(column, row.cells[index]), mark: "  ", indent: 4, width: width)
      }
    }
    return lines
  }

  private func field(_ column: Column, _ cell: Cell) -> String {
    let text = cell.display ?? glyphs.missing
    return titled(column, cell.bracketedRemark.map { text + " " + $0 } ?? text)
  }

  private func titled(_ column: Column, _ text: String) -> String {
    column.title.isEmpty ? text : column.title + ": " + text
  }
}
