import Disclosure
import Documents

extension DocumentDisclosure {
  /// A table without what the release hides.
  func table(_ table: Table, _ log: inout Log) -> Table {
    var table = table
    table.caption = text.label(table.caption)
    for place in table.columns.indices {
      table.columns[place].title = text.name(table.columns[place].title)
    }
    guard !ties.openBlocks.contains(table.id) else { return table }
    let names = table.rowNames
    let repeated = Set(Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys)
    let merges = merges(of: table.id)
    var rows: [Row] = []
    for (row, name) in zip(table.rows, names) {
      if let merge = merges[name] {
        if merge.rows.first(where: names.contains) == name {
          rows.append(merged(merge, row, table))
        }
      } else {
        rows.append(
          self.row(row, repeated.contains(name) ? nil : name, table, &log))
      }
    }
    table.rows = rows
    return table
  }

  private func row(_ row: Row, _ name: String?, _ table: Table, _ log: inout Log) -> Row {
    var row = row
    var hides = false
    var untied: [Int] = []
    for place in row.cells.indices where table.columns.indices.contains(place) {
      let column = table.columns[place]
      row.cells[place].explanation = nil
      if Row.names(place, in: table.columns) {
        row.cells[place] = named(withoutRemark(row.cells[place]))
        continue
      }
      if ties.openColumns[table.id]?.contains(column.id) == true { continue }
      let tie = name.flatMap { figure(table.id, $0, column.id) }
      switch row.cells[place].value {
      case .missing where tie == nil: untied.append(place)
      case .number(let mantissa, let decimals):
        if let tie, shows(tie, (mantissa, decimals)) {
          row.cells[place] = tidied(row.cells[place], (mantissa, decimals))
        } else {
          if tie == nil { log.untied.append("\(table.id), \(name ?? "a row"), \(column.id)") }
          hides = true
          row.cells[place] = .confidential
        }
      case .text, .flag, .missing:
        guard let tie else {
          untied.append(place)
          continue
        }
        if release.shows(tie), isOwn(row.cells[place], tie) {
          row.cells[place] = withoutRemark(row.cells[place])
        } else {
          hides = true
          row.cells[place] = .confidential
        }
      }
    }
    // Which way a figure moved is told no more than by how much.
    if let change = table.columns.firstIndex(where: { $0.id == "change" }),
      row.cells[change] == .confidential,
      let direction = table.columns.firstIndex(where: { $0.id == "direction" })
    {
      row.cells[direction] = .confidential
      untied.removeAll { $0 == direction }
    }
    // Words and marks beside a hidden figure may tell of it.
    for place in untied {
      let cell = row.cells[place]
      if isPublicWords(cell, beside: hides) {
        row.cells[place] = withoutRemark(cell)
      } else if table.columns[place].kind == .prose, case .text(let words) = cell.value {
        row.cells[place] = sentences(of: words, beside: hides, &log)
      } else {
        row.cells[place] = .confidential
      }
    }
    return row
  }

  /// A cell that names its row, without numbers that are not shown.
  private func named(_ cell: Cell) -> Cell {
    var cell = cell
    if case .text(let words) = cell.value { cell.value = .text(text.name(words)) }
    cell.display = cell.display.map(text.name)
    return cell
  }

  /// The sentences of a cell that may be read: beside a hidden figure only those that are declared.
  private func sentences(of words: String, beside hides: Bool, _ log: inout Log) -> Cell {
    let (kept, left) = PublicText.sentences(of: words).reduce(into: ([String](), [String]())) {
      if text.isPublic($1), !hides || ties.statements[$1] != nil {
        $0.0.append($1)
      } else {
        $0.1.append($1)
      }
    }
    log.dropped += left
    guard !kept.isEmpty else { return ties.statements.isEmpty ? .confidential : .notApplicable }
    return .text(kept.joined(separator: " "))
  }

  /// Whether a cell of words, a mark or a gap may stay.
  private func isPublicWords(_ cell: Cell, beside hides: Bool) -> Bool {
    let display = cell.display.map(text.isPublic) ?? true
    switch cell.value {
    case .missing: return display
    case .flag: return !hides && display
    case .text(let words):
      return text.isPublic(words) && display && (!hides || ties.statements[words] != nil)
    case .number: return false
    }
  }

  /// Whether every number in a tied cell of words is the figure's own, or declared.
  private func isOwn(_ cell: Cell, _ tie: FigureID) -> Bool {
    var words = [cell.display].compactMap { $0 }
    if case .text(let text) = cell.value { words.append(text) }
    guard let number = release.printed(tie) else { return true }
    return words.allSatisfy {
      ties.statements[$0] != nil && text.isPublic($0)
        || isOwn($0, (number.mantissa, number.decimals))
    }
  }

  private func isOwn(_ words: String, _ number: (Int, Int)) -> Bool {
    NumbersInText.numerals(in: words).allSatisfy { numeral in
      NumbersInText.value(of: numeral).map { PublicText.isSame(($0.mantissa, $0.decimals), number) }
        ?? false
    }
  }

  /// A cell with a number that is shown: a display or a remark with other numbers goes.
  private func tidied(_ cell: Cell, _ number: (Int, Int)) -> Cell {
    var cell = withoutRemark(cell)
    if let display = cell.display, !text.isPublic(display), !isOwn(display, number) {
      cell.display = nil
    }
    return cell
  }

  private func withoutRemark(_ cell: Cell) -> Cell {
    guard let remark = cell.remark, !text.isPublic(remark) else {
      guard cell.remark == nil, cell.remarkNumber != nil else { return cell }
      var cell = cell
      cell.remarkNumber = nil
      return cell
    }
    var cell = cell
    cell.remark = nil
    cell.remarkNumber = nil
    return cell
  }

  // MARK: - Merged rows

  private func merges(of table: String) -> [String: MergedRow] {
    var result: [String: MergedRow] = [:]
    for merge in release.merged
    where merge.table == table || merge.table.hasPrefix(table + MergeableTables.part) {
      for row in merge.rows { result[row] = merge }
    }
    return result
  }

  /// The row that stands for several: its counts are theirs together, everything else is gone.
  private func merged(_ merge: MergedRow, _ row: Row, _ table: Table) -> Row {
    Row(
      table.columns.map { column in
        switch column.kind {
        case .key: return .text(merge.id)
        case .rowHeader: return .text("Other")
        case .number, .label, .prose:
          let ties = merge.rows.compactMap { figure(table.id, $0, column.id) }
          for (sum, parts) in zip(merge.figures, merge.parts)
          where !ties.isEmpty && ties.allSatisfy(parts.contains) && release.shows(sum) {
            return .integer(release.value(sum))
          }
          return column.kind == .number ? .confidential : .notApplicable
        }
      })
  }
}
