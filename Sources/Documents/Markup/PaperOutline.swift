/// What the forms of a paper share: numbers for tables and figures, and headings without gaps.
struct PaperOutline {
  /// One block with what has been counted for it.
  struct Item {
    var block: Block
    /// The level of a heading, 1 to 5, never more than one below the heading before it.
    var level = 1
    /// The number of a heading, table or chart among its kind, from 1.
    var number = 0
    /// Whether it stands on a page that is turned: a wide table, and the headings over it.
    var isTurned = false
    /// Whether it stands in a box.
    var isBoxed = false
    /// Whether it is the heading of a section of the first level.
    var beginsSection = false
  }

  var items: [Item] = []

  /// The number of each table, by its id.
  var tables: [String: Int] = [:]

  /// Counts the blocks of a document that has been prepared for people; empty ones are left out.
  init(_ document: Document) {
    var level = 0
    var (headings, tables, charts) = (0, 0, 0)
    var isBoxed = false
    for block in document.blocks {
      var item = Item(block: block)
      switch block {
      case .heading(let wanted, let text):
        if text.isEmpty { continue }
        level = min(max(wanted, 1), level + 1, 5)
        headings += 1
        (item.level, item.number) = (level, headings)
        item.beginsSection = level == 1
        if level == 1 { isBoxed = document.boxes.contains(text) }
      case .paragraph(let text):
        if text.isEmpty { continue }
        item.isTurned = followsTurned
      case .list(let list):
        if list.isEmpty { continue }
        item.isTurned = followsTurned
      case .sources(let list): if list.isEmpty { continue }
      case .table(let table):
        if table.columns.isEmpty { continue }
        tables += 1
        item.number = tables
        if table.isWide {
          item.isTurned = true
          for index in items.indices.reversed() {
            guard case .heading = items[index].block else { break }
            items[index].isTurned = true
          }
        }
        if self.tables[table.id] == nil { self.tables[table.id] = tables }
      case .chart:
        charts += 1
        item.number = charts
      case .note: break
      }
      item.isBoxed = isBoxed
      items.append(item)
    }
  }

  /// Whether words that come next belong to a wide table and stand on its turned page.
  private var followsTurned: Bool {
    guard let last = items.last, last.isTurned else { return false }
    if case .heading = last.block { return false }
    return true
  }

  /// Where the figures of a chart stand, if the paper has them in a table of their own.
  func table(of chart: Chart) -> Int? { chart.tableID.flatMap { tables[$0] } }
}

extension Table {
  /// Whether the table needs the long side of a page.
  var isWide: Bool {
    columns.count >= (columns.contains { $0.kind == .prose } ? 7 : 10)
  }

  /// Whether the table takes less than a third of a page, and so is never parted between two.
  var isShort: Bool {
    guard !isWide, rows.count <= 14 else { return false }
    let lines = rows.reduce(0) { sum, row in
      let most = zip(columns, row.cells).map { column, cell in
        let length = (cell.display ?? "").count
        return 1 + length / (column.kind == .prose ? 50 : 34) + (cell.remark == nil ? 0 : 1)
      }.max()
      return sum + (most ?? 1)
    }
    return lines <= 16
  }

  /// Which column names the rows.
  var rowHeaderIndex: Int? { columns.firstIndex { $0.kind == .rowHeader } }
}
