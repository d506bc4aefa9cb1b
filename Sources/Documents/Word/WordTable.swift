/// A table in Word: a style, a grid, a header row that is repeated, and a name for its rows.
struct WordTable {
  var table: Table
  /// How wide it may be, in twentieths of a point.
  var room: Int

  /// The size of its text in points, and the space at both sides of a cell in twentieths of one.
  private static let size = 9.5
  private static let padding = 230.0

  /// The width at which sentences in a column read well, in twentieths of a point.
  private static let goodLine = 5000.0

  var xml: String {
    let widths = self.widths
    let total = widths.reduce(0, +)
    let hasRowHeaders = table.rowHeaderIndex == 0
    var xml =
      "<w:tbl><w:tblPr><w:tblStyle w:val=\"FiguresTable\"/>"
      + "<w:tblW w:w=\"\(total)\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>"
      + "<w:tblLook w:val=\"\(hasRowHeaders ? "06A0" : "0620")\" w:firstRow=\"1\" w:lastRow=\"0\""
      + " w:firstColumn=\"\(hasRowHeaders ? 1 : 0)\" w:lastColumn=\"0\" w:noHBand=\"1\""
      + " w:noVBand=\"1\"/><w:tblCaption w:val=\"\(XMLText.escaped(table.caption))\"/>"
      + "<w:tblDescription w:val=\"\(XMLText.escaped(summary))\"/></w:tblPr><w:tblGrid>"
      + widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined() + "</w:tblGrid>"
    xml += "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
    for (column, width) in zip(table.columns, widths) {
      xml += cell(
        paragraph("TableHeading", column, WordBody.run(column.title), isHeld: true),
        width: width)
    }
    xml += "</w:tr>"
    for (index, row) in table.rows.enumerated() {
      xml += self.row(row, widths, isHeld: isHeld(index))
    }
    if table.rows.isEmpty {
      xml += row(
        Row(table.columns.indices.map { $0 == 0 ? Cell.text("No rows") : .notApplicable })
          .forPeople, widths)
    }
    return xml + "</w:tbl>"
  }

  /// What the table is made of, for those who cannot see it.
  private var summary: String {
    let columns = table.columns.map(\.title).filter { !$0.isEmpty }.joined(separator: ", ")
    return "\(table.rows.count) rows. Columns: \(columns)."
  }

  /// Whether a row stays with the next one: each row of a short table; of a long one the first ones,
  /// so that no header stands alone at the foot of a page, and the last ones.
  private func isHeld(_ index: Int) -> Bool {
    let last = table.rows.count - 1
    guard index < last else { return false }
    return table.isShort || index < 2 || index >= last - 2
  }

  private func row(_ row: Row, _ widths: [Int], isHeld: Bool = false) -> String {
    var xml = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
    for (index, column) in table.columns.enumerated() {
      let cell = row.cells[index]
      let isStrong = row.isTotal && column.kind != .prose
      var text = paragraph(
        "TableText", column, WordBody.run(cell.display ?? "\u{2013}", isStrong: isStrong),
        isHeld: isHeld)
      if let remark = cell.bracketedRemark {
        text += paragraph("TableRemark", column, WordBody.run(remark), isHeld: isHeld)
      }
      xml += self.cell(text, width: widths[index], isShaded: row.isTotal)
    }
    return xml + "</w:tr>"
  }

  private func cell(_ paragraphs: String, width: Int, isShaded: Bool = false) -> String {
    "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>"
      + (isShaded ? "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F3F5F7\"/>" : "")
      + "</w:tcPr>\(paragraphs)</w:tc>"
  }

  private func paragraph(
    _ style: String, _ column: Column, _ runs: String, isHeld: Bool
  ) -> String {
    "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/>" + (isHeld ? "<w:keepNext/>" : "")
      + (column.kind == .number ? "<w:jc w:val=\"right\"/>" : "") + "</w:pPr>\(runs)</w:p>"
  }

  // MARK: - Widths

  /// Widths in twentieths of a point: what each column would like, or, where that is too much, what
  /// it needs and a share of the rest.
  private var widths: [Int] {
    let measures = table.columns.indices.map(measure)
    let least = measures.reduce(0) { $0 + $1.least }
    let room = Double(self.room)
    // More columns than a page can hold: each gets its share, and words are broken.
    guard least < room else {
      return measures.map { Int(($0.least * room / max(least, 1)).rounded(.down)) }
    }
    var widths = measures.map(\.least)
    // Sentences gain most from width, up to a good line; then names and figures; then sentences again.
    for (isProse, most) in [(true, Self.goodLine), (false, .infinity), (true, .infinity)] {
      let members = table.columns.indices.filter { (table.columns[$0].kind == .prose) == isProse }
      func gain(_ index: Int) -> Double {
        max(0, min(measures[index].wanted, most) - widths[index])
      }
      let gains = members.map(gain)
      let wanted = gains.reduce(0, +)
      let rest = max(0, room - widths.reduce(0, +))
      let share = wanted > 0 ? min(1, rest / wanted) : 0
      for (index, gain) in zip(members, gains) { widths[index] += gain * share }
    }
    return widths.map { Int($0.rounded(.down)) }
  }

  private func measure(_ index: Int) -> (least: Double, wanted: Double) {
    let column = table.columns[index]
    func width(_ text: some StringProtocol, isStrong: Bool) -> Double {
      TextMeasure.width(String(text), size: Self.size) * (isStrong ? 1.1 : 1.02) * 20
    }
    func widestWord(_ text: String, isStrong: Bool) -> Double {
      text.split(separator: " ").map { width($0, isStrong: isStrong) }.max() ?? 0
    }
    // A heading is broken over lines rather than widen a column of figures.
    var least = widestWord(column.title, isStrong: true)
    var wanted = max(least, min(width(column.title, isStrong: true), 1700))
    for row in table.rows {
      let cell = row.cells[index]
      let text = cell.display ?? "\u{2013}"
      least = max(least, widestWord(text, isStrong: row.isTotal))
      wanted = max(wanted, width(text, isStrong: row.isTotal))
      if let remark = cell.bracketedRemark {
        // Remarks are set a point smaller, and on three lines at the most where there is room.
        let whole = width(remark, isStrong: false) * 0.9
        least = max(least, widestWord(remark, isStrong: false) * 0.9, min(whole * 0.42, 1300))
        wanted = max(wanted, min(whole, 1500))
      }
    }
    switch column.kind {
    case .number: least = min(wanted, max(least, 600))
    // A name on two or three lines reads better than a word a line.
    case .rowHeader: least = max(least, min(wanted, 1900))
    case .label: least = max(least, min(wanted, 1200))
    case .prose, .key: least = max(least, min(wanted, 2200))
    }
    return (least + Self.padding, max(least, min(wanted, 9000)) + Self.padding)
  }
}

extension Row {
  /// The row with its texts as they are read.
  fileprivate var forPeople: Row {
    Row(
      cells.map { cell in
        guard case .text(let text) = cell.value else { return cell }
        return Cell(cell.value, display: text)
      })
  }
}
