import Documents
import LookedAfter

/// Finds a figure of an answer by the words for its row and its column.
struct FigureFinder {
  let document: Document
  let months: MonthReader

  /// A figure and where it stands.
  struct Found {
    /// The row and the column, in words.
    let place: String
    /// The figure.
    let cell: Cell
  }

  /// The figure that some words mean: a row and a column in either order, by their names, a part of
  /// them or their numbers; a row alone means its last recorded figure, else its last that can be explained. The first table
  /// that has such a figure counts, unless the words begin with a table: `table 2 row 3 column 1`.
  func figure(_ words: [String]) -> Found? {
    if words.count > 2, words[0].lowercased() == "table", let number = Int(words[1]) {
      let tables = document.figureTables
      guard tables.indices.contains(number - 1) else { return nil }
      return figure(Array(words.dropFirst(2)), in: [tables[number - 1]])
    }
    return figure(words, in: document.figureTables)
  }

  private func figure(_ words: [String], in tables: [Table]) -> Found? {
    for table in tables {
      for split in 1..<max(2, words.count) where split < words.count {
        let (first, second) = (Array(words[..<split]), Array(words[split...]))
        if let found = cell(in: table, row: first, column: second)
          ?? cell(in: table, row: second, column: first)
        {
          return found
        }
      }
    }
    for table in tables {
      if let found = firstFigure(in: table, row: words) { return found }
      if table.rows.count == 1, let found = cell(in: table, row: ["1"], column: words) {
        return found
      }
    }
    return nil
  }

  private func cell(in table: Table, row: [String], column: [String]) -> Found? {
    guard let column = self.column(column, of: table), let row = self.row(row, of: table) else {
      return nil
    }
    let cell = table.rows[row].cells[column]
    if cell.explanation == nil {
      guard case .number = cell.value else { return nil }
    }
    return Found(
      place: "\(table.name(ofRow: row)), \(table.columns[column].title)", cell: cell)
  }

  private func firstFigure(in table: Table, row words: [String]) -> Found? {
    guard let row = self.row(words, of: table) else { return nil }
    let cells = table.rows[row].cells
    // The number as it was recorded last says more of a row than a difference worked out from it.
    let explained = cells.indices.filter { cells[$0].explanation != nil }
    let recorded = explained.last { index in
      guard case .number = cells[index].value, table.columns[index].kind == .number else {
        return false
      }
      return cells[index].explanation?.formula == nil
    }
    let mean = explained.first { table.columns[$0].id == "mean" }
    guard let column = recorded ?? mean ?? explained.last else { return nil }
    return Found(
      place: "\(table.name(ofRow: row)), \(table.columns[column].title)", cell: cells[column])
  }

  private func row(_ words: [String], of table: Table) -> Int? {
    if words.first?.lowercased() == "row" { return row(Array(words.dropFirst()), of: table) }
    if words.count == 1, let number = Int(words[0]), table.rows.indices.contains(number - 1) {
      return number - 1
    }
    let names = table.rows.indices.map { row in
      zip(table.columns, table.rows[row].cells).compactMap { column, cell -> String? in
        guard [.key, .rowHeader].contains(column.kind), case .text(let text) = cell.value else {
          return nil
        }
        return text
      } + [table.name(ofRow: row)] + table.measure(ofRow: row)
    }
    return Self.best(words.joined(separator: " "), among: names)
      ?? month(words).flatMap { Self.best($0, among: names) }
      ?? monthAndMeasure(words).flatMap { Self.best($0, among: names) }
  }

  /// A month with what is measured behind it or before it, as rows of one measure a month are named.
  private func monthAndMeasure(_ words: [String]) -> String? {
    // The longest month first: "mar 2026" before "mar".
    for place in (1..<max(2, words.count)).reversed() where place < words.count {
      let (first, rest) = (Array(words[..<place]), Array(words[place...]))
      if let month = month(first) { return ([month] + rest).joined(separator: " ") }
    }
    for place in 1..<max(2, words.count) where place < words.count {
      let (first, rest) = (Array(words[..<place]), Array(words[place...]))
      if let month = month(rest) { return ([month] + first).joined(separator: " ") }
    }
    return nil
  }

  private func column(_ words: [String], of table: Table) -> Int? {
    if words.first?.lowercased() == "column" { return column(Array(words.dropFirst()), of: table) }
    let shown = table.columns.indices.filter { table.columns[$0].kind != .key }
    if words.count == 1, let number = Int(words[0]), shown.indices.contains(number - 1) {
      return shown[number - 1]
    }
    let names = table.columns.map { [$0.id, $0.title] }
    return Self.best(words.joined(separator: " "), among: names)
      ?? month(words).flatMap { Self.best($0, among: names) }
  }

  /// The month that some words mean, as tables have it for an id; nil where they mean none.
  private func month(_ words: [String]) -> String? {
    guard case .month(let month, words.count) = months.read(words) else { return nil }
    return "\(month)"
  }

  /// The only one that has a name such as the words: wholly, from its beginning, or in part.
  private static func best(_ words: String, among names: [[String]]) -> Int? {
    let wanted = folded(words)
    guard !wanted.isEmpty else { return nil }
    let tests: [(String) -> Bool] = [
      { $0 == wanted }, { $0.hasPrefix(wanted) }, { $0.contains(wanted) },
    ]
    for test in tests {
      let matches = names.indices.filter { names[$0].contains { test(folded($0)) } }
      if matches.count == 1 { return matches.first }
      if matches.count > 1, test(wanted), let exact = matches.first,
        names[exact].contains(where: { folded($0) == wanted })
      {
        return exact
      }
    }
    return nil
  }

  private static func folded(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}

extension Document {
  /// The tables of the answer in the order in which they are numbered: those on the screen, then
  /// those that only machines see, then those that charts are drawn from.
  fileprivate var figureTables: [Table] {
    let tables = blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    let charts = blocks.compactMap {
      if case .chart(let chart) = $0 { chart.dataTable } else { nil }
    }
    return tables.filter { !$0.isForMachines } + tables.filter(\.isForMachines) + charts
  }
}

extension Document {
  /// The rows and the columns of the first table of the answer that has figures to explain, in small
  /// letters, as they are typed.
  var namesOfFigures: (rows: [String], columns: [String]) {
    let found = figureTables.first { table in
      table.rows.contains { $0.cells.contains { $0.explanation != nil } }
    }
    guard let table = found else { return ([], []) }
    let shown = table.columns.filter { ![.key, .rowHeader].contains($0.kind) }
    return (
      table.rows.indices.map { Self.typed(table.name(ofRow: $0)) },
      shown.map { Self.typed($0.title) }
    )
  }

  private static func typed(_ name: String) -> String {
    let plain = name.lowercased().map { $0.isLetter || $0.isNumber ? $0 : " " }
    return String(plain).split(separator: " ").joined(separator: " ")
  }
}

extension Table {
  /// Of a table of one measure a row, the month and the measure: `2026-03 rate`.
  fileprivate func measure(ofRow row: Int) -> [String] {
    guard let column = columns.firstIndex(where: { $0.id == "measure" }),
      case .text(let measure) = rows[row].cells[column].value
    else { return [] }
    return ["\(name(ofRow: row)) \(measure)"]
  }

  /// What a row is called: the text of its header, or its number.
  fileprivate func name(ofRow row: Int) -> String {
    for (column, cell) in zip(columns, rows[row].cells) where column.kind == .rowHeader {
      if let display = cell.display { return display }
      if case .text(let text) = cell.value { return text }
    }
    return "row \(row + 1)"
  }
}
