/// How narrow a column may be, and how wide it would like to be, in terminal columns.
struct ColumnMeasure {
  /// The least width at which no word has to be broken.
  var minimum: Int

  /// The width at which the column reads best: values whole, headings and remarks on two lines.
  var preferred: Int

  /// The shortest line at which sentences in a column read well.
  static let leastProse = 36

  /// Measures one column of a table that has been prepared for people.
  init(_ table: Table, _ index: Int, withRemarks: Bool, missing: String) {
    let column = table.columns[index]
    minimum = Wrapping.widestWord(column.title)
    preferred = max(minimum, Wrapping.twoLineWidth(column.title))
    for row in table.rows {
      let cell = row.cells[index]
      let text = cell.display ?? missing
      minimum = max(minimum, Wrapping.widestWord(text))
      preferred = max(preferred, DisplayWidth.columns(text))
      if withRemarks, let remark = cell.bracketedRemark {
        minimum = max(minimum, Wrapping.widestWord(remark))
        preferred = max(preferred, Wrapping.twoLineWidth(remark))
      }
    }
    if column.kind == .prose { minimum = max(minimum, min(preferred, Self.leastProse)) }
    preferred = max(preferred, minimum)
  }
}

extension Cell {
  /// The remark as it stands after or under a value.
  var bracketedRemark: String? { remark.map { "(" + $0 + ")" } }
}
