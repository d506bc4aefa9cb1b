/// A table with its caption, its header cells and their scope.
struct HTMLTable {
  var table: Table
  /// The table's number in the paper; nil for the figures of a chart.
  var number: Int?
  /// What keeps the ids apart from those of another table.
  var prefix = "table"
  var prefixNumber = 0

  private static let missing =
    "<span aria-hidden=\"true\">\u{2013}</span><span class=\"unseen\">not known</span>"

  var html: String {
    let id = "\(prefix)-\(number ?? prefixNumber)"
    let name = table.caption.isEmpty ? "Figures" : table.caption
    let caption = (number.map { "Table \($0): " } ?? "") + name
    // Too wide a table is moved sideways by itself, by keys too; the page never is.
    var html =
      "<div class=\"scroll\(table.isShort ? " short" : "")\" role=\"region\""
      + " aria-labelledby=\"\(id)-caption\" tabindex=\"0\">\n<table id=\"\(id)\">\n"
      + "<caption><span id=\"\(id)-caption\">\(XMLText.escaped(caption))</span></caption>\n<thead>\n<tr>"
    for column in table.columns {
      html +=
        column.title.isEmpty
        ? "<td></td>"
        : "<th scope=\"col\"\(style(column))>\(XMLText.escaped(column.title))</th>"
    }
    html += "</tr>\n</thead>\n<tbody>\n"
    for row in table.rows { html += self.html(row) }
    if table.rows.isEmpty {
      html += "<tr><td colspan=\"\(table.columns.count)\">No rows.</td></tr>\n"
    }
    return html + "</tbody>\n</table>\n</div>\n"
  }

  private func html(_ row: Row) -> String {
    let header = table.rowHeaderIndex
    var html = row.isTotal ? "<tr class=\"total\">" : "<tr>"
    for (index, column) in table.columns.enumerated() {
      let cell = row.cells[index]
      var text = cell.display.map(XMLText.escaped) ?? Self.missing
      if let remark = cell.bracketedRemark {
        text += " <span class=\"remark\">\(XMLText.escaped(remark))</span>"
      }
      html +=
        index == header
        ? "<th scope=\"row\">\(text)</th>" : "<td\(style(column))>\(text)</td>"
    }
    return html + "</tr>\n"
  }

  private func style(_ column: Column) -> String {
    switch column.kind {
    case .number: " class=\"number\""
    case .prose: " class=\"prose\""
    case .key, .rowHeader, .label: ""
    }
  }
}
