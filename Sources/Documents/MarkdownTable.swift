/// A table as a pipe table, which GitHub and pandoc both read.
///
/// The caption stands before it as a paragraph `Table: …`: pandoc takes it for the table's caption,
/// and elsewhere it reads as a sentence would, which a bare `: …` after the table does not. Before
/// and not after, for pandoc gives a paragraph between two tables to the first.
struct MarkdownTable {
  var table: Table

  private static let missing = "\u{2013}"

  /// The widest that sentences and names are in the source, which is also their share in print.
  private static let widestProse = 48
  private static let widestText = 20

  func lines() -> [String] {
    let caption = table.caption.isEmpty ? table.id : table.caption
    guard !table.columns.isEmpty, !table.rows.isEmpty else {
      return [MarkdownText.block(caption + " (no rows)")]
    }
    let widths = table.columns.indices.map(width)
    let header = table.columns.map { MarkdownText.inline($0.title) }
    let rows = table.rows.map { row in
      zip(table.columns, row.cells).map { column, cell in
        text(of: cell, isStrong: row.isTotal && column.kind != .prose)
      }
    }
    return ["Table: " + MarkdownText.inline(caption), "", line(header, widths)]
      + [rule(widths)] + rows.map { line($0, widths) }
  }

  /// The dashes of a column. Where a line is long, pandoc shares out the page by them, so that
  /// figures get what they need and sentences most of the rest.
  private func width(of index: Int) -> Int {
    let kind = table.columns[index].kind
    let measure = ColumnMeasure(table, index, withRemarks: true, missing: Self.missing)
    // Room for the asterisks of a total in a narrow column.
    let least = max(3, measure.minimum)
    switch kind {
    case .prose: return max(least, min(measure.preferred, Self.widestProse))
    case .number: return least
    case .key, .rowHeader, .label: return max(least, min(measure.preferred, Self.widestText))
    }
  }

  private func rule(_ widths: [Int]) -> String {
    let cells = zip(table.columns, widths).map { column, width in
      let dashes = String(repeating: "-", count: width + 1)
      return column.kind == .number ? dashes + ":" : ":" + dashes
    }
    return "|" + cells.joined(separator: "|") + "|"
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = cells.indices.map { index in
      let padding = String(
        repeating: " ", count: max(0, widths[index] - DisplayWidth.columns(cells[index])))
      return table.columns[index].kind == .number ? padding + cells[index] : cells[index] + padding
    }
    return "| " + padded.joined(separator: " | ") + " |"
  }

  private func text(of cell: Cell, isStrong: Bool) -> String {
    guard let display = cell.display else { return remarked(Self.missing, cell) }
    let text = MarkdownText.inline(display)
    return remarked(isStrong && !text.isEmpty ? "**" + text + "**" : text, cell)
  }

  private func remarked(_ text: String, _ cell: Cell) -> String {
    cell.bracketedRemark.map { text + " " + MarkdownText.inline($0) } ?? text
  }
}
