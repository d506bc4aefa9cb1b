import Documents
import LookedAfter
import PromptSession
import Testing

extension Document {
  /// A table of the answer, those of its charts aside.
  func table(_ id: String) throws -> Table {
    try #require(tables.first { $0.id == id }, "there is no table \(id) in \(title)")
  }

  /// The tables of the answer.
  var tables: [Table] {
    blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  /// The paragraphs and the points of lists, one after the other.
  var sentences: String {
    blocks.flatMap { block -> [String] in
      switch block {
      case .paragraph(let text): [text]
      case .list(let items): items
      default: []
      }
    }.joined(separator: " ")
  }
}

extension Table {
  /// The cell of a column, in the row whose key or header is so.
  func cell(_ row: String, _ column: String) throws -> Cell {
    let found = rows.first { row_ in
      zip(columns, row_.cells).contains { place, cell in
        [.key, .rowHeader].contains(place.kind) && cell.value == .text(row)
      }
    }
    let cells = try #require(found, "there is no row \(row) in \(id)").cells
    let index = try #require(
      columns.firstIndex { $0.id == column }, "there is no column \(column) in \(id)")
    return cells[index]
  }

  /// The number of a cell, with its decimals; nil for a cell without one.
  func number(_ row: String, _ column: String) throws -> Quantity? {
    try cell(row, column).number
  }

  /// A column from top to bottom; nil for a cell without a number.
  func numbers(_ column: String) throws -> [Quantity?] {
    let index = try #require(
      columns.firstIndex { $0.id == column }, "there is no column \(column) in \(id)")
    return rows.map { $0.cells[index].number }
  }

  /// A column of words from top to bottom; nil for a cell without words.
  func words(_ column: String) throws -> [String?] {
    let index = try #require(
      columns.firstIndex { $0.id == column }, "there is no column \(column) in \(id)")
    return rows.map { row in
      if case .text(let text) = row.cells[index].value { text } else { nil }
    }
  }
}

extension Cell {
  /// The number with four decimals, whatever the decimals it is held to.
  var toFour: Double? {
    guard case .number(let mantissa, let decimals) = value else { return nil }
    var number = Double(mantissa)
    for _ in 0..<decimals { number /= 10 }
    return (number * 10_000).rounded() / 10_000
  }

  /// The number; nil for words, yes or no, and nothing.
  var number: Quantity? {
    if case .number(let mantissa, let decimals) = value {
      Quantity(mantissa: mantissa, decimals: decimals)
    } else {
      nil
    }
  }
}

extension Quantity {
  /// The number with four decimals, halves away from zero: as indicators are printed to be checked.
  var toFour: Double { (value * 10_000).rounded() / 10_000 }
}

extension Prompt {
  /// Records figures of months, one after the other from the first.
  ///
  /// - Parameter values: nil for a month that is left out.
  func record(_ measure: String, from first: String, _ values: [Int?]) throws {
    let start = try #require(Month(iso: first))
    let lines = values.enumerated().compactMap { index, value in
      value.map { "\(start.advanced(by: index)),\(measure),\($0)\n" }
    }
    let file = try folder.write(
      "date,measure,value\n" + lines.joined(), to: "\(measure)-\(first).csv")
    try type("import history \(file)")
  }
}
