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
  }

  var items: [Item] = []

  /// The number of each table, by its id.
  var tables: [String: Int] = [:]

  /// Counts the blocks of a document that has been prepared for people; empty ones are left out.
  init(_ document: Document) {
    var level = 0
    var (headings, tables, charts) = (0, 0, 0)
    for block in document.blocks {
      var item = Item(block: block)
      switch block {
      case .heading(let wanted, let text):
        if text.isEmpty { continue }
        level = min(max(wanted, 1), level + 1, 5)
        headings += 1
        (item.level, item.number) = (level, headings)
      case .paragraph(let text): if text.isEmpty { continue }
      case .list(let list), .sources(let list): if list.isEmpty { continue }
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
      items.append(item)
    }
  }

  /// Where the figures of a chart stand, if the paper has them in a table of their own.
  func table(of chart: Chart) -> Int? { chart.tableID.flatMap { tables[$0] } }
}

extension Table {
  /// Whether the table needs the long side of a page.
  var isWide: Bool {
    columns.count >= (columns.contains { $0.kind == .prose } ? 7 : 10)
  }

  /// Which column names the rows.
  var rowHeaderIndex: Int? { columns.firstIndex { $0.kind == .rowHeader } }
}
