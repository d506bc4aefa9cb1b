import Disclosure
import Documents
import LookedAfter

/// The tables of a paper whose rows may be put together: those of which every number is a figure of the
/// release.
struct MergeableTables {
  private(set) var tables: [Release.Table] = []
  /// The places of the numbers, with their figures.
  private var places: [(place: FigureTies.Place, figure: FigureID)] = []

  init(_ document: Document, _ release: Release, month: Month?) {
    let values = Dictionary(release.figures.map { ($0.id, $0.value) }) { first, _ in first }
    for case .table(let table) in document.blocks where !table.isForMachines {
      let columns = table.columns.indices.filter { table.columns[$0].kind == .number }
      guard table.columns.contains(where: { $0.kind == .key }), !columns.isEmpty else { continue }
      var rows: [Release.Table.Row] = []
      for row in table.rows where !row.isTotal {
        let key = row.name(table.columns)
        let figures = columns.compactMap { column -> FigureID? in
          guard case .number(let number, 0) = row.cells[column].value else { return nil }
          return Self.ids(key, table.columns[column].id, month).first { values[$0] == number }
        }
        guard figures.count == columns.count, Set(figures).count == figures.count else { continue }
        let title = row.cells.indices.first { table.columns[$0].kind == .rowHeader }
        var name = key
        if let title, case .text(let text) = row.cells[title].value { name = text }
        rows.append(Release.Table.Row(id: key, name: name, figures: figures))
        for (column, figure) in zip(columns, figures) {
          places.append(
            (FigureTies.Place(block: table.id, row: key, column: table.columns[column].id), figure))
        }
      }
      if rows.count > 1, Set(rows.map(\.id)).count == rows.count {
        tables.append(Release.Table(id: table.id, name: table.caption, rows: rows))
      }
    }
  }

  /// The ids that a number of a row may have: of the month of its column, or of the paper; or a sum of
  /// months.
  private static func ids(_ key: String, _ column: String, _ month: Month?) -> [FigureID] {
    var ids: [FigureID] = []
    for month in [Month(iso: column), month].compactMap({ $0 }) {
      for basis in [""] + Basis.allCases.map(\.rawValue) {
        ids.append(FigureID("\(key)|\(month)|\(basis)|"))
      }
    }
    return ids + [FigureID("sum|\(key)|months")]
  }

  /// Ties the numbers of rows that were put together to their figures.
  func tie(_ ties: inout FigureTies, _ controlled: ControlledRelease) {
    let merged = Set(controlled.merged.flatMap { $0.parts.flatMap { $0 } })
    for (place, figure) in places where merged.contains(figure) {
      ties.tie(place.block, row: place.row, column: place.column, to: figure)
    }
  }
}
