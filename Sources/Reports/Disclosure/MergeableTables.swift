import Disclosure
import Documents
import LookedAfter

/// The tables of a paper whose rows may be put together: those of which every number is a figure of the
/// release.
struct MergeableTables {
  private(set) var tables: [Release.Table] = []
  /// The places of the numbers, with their figures.
  private var places: [(place: FigureTies.Place, figure: FigureID)] = []

  /// What stands between the id of a table and the number of one of its groups.
  static let part = "#"

  init(_ document: Document, _ release: Release, month: Month?) {
    let values = Dictionary(release.figures.map { ($0.id, $0.value) }) { first, _ in first }
    for block in document.blocks {
      switch block {
      case .table(let table):
        let keyed = table.columns.contains { $0.kind == .key }
        add(table, values, month, mayMerge: keyed && !table.isForMachines)
      case .chart(let chart): add(chart.dataTable, id: chart.id, values, month)
      case .heading, .paragraph, .list, .note, .sources: break
      }
    }
  }

  /// The numbers of a table; and its rows, those between two totals as a group in which they may be put
  /// together, so that each total stays the sum of what stands under it.
  private mutating func add(
    _ table: Table, id: String? = nil, _ values: [FigureID: Int], _ month: Month?,
    mayMerge: Bool = false
  ) {
    let columns = table.columns.indices.filter { table.columns[$0].kind == .number }
    var rows: [Release.Table.Row] = []
    var group = 0
    func close() {
      if mayMerge, rows.count > 1, Set(rows.map(\.id)).count == rows.count {
        tables.append(
          Release.Table(id: table.id + Self.part + "\(group)", name: table.caption, rows: rows))
      }
      rows = []
      group += 1
    }
    for row in table.rows {
      if row.isTotal { close() }
      let key = row.name(table.columns)
      let figures = columns.compactMap { column -> FigureID? in
        guard case .number(let number, 0) = row.cells[column].value else { return nil }
        let figure = Self.ids(key, table.columns[column].id, month).first { values[$0] == number }
        if let figure {
          places.append(
            (
              FigureTies.Place(
                block: id ?? table.id, row: key, column: table.columns[column].id), figure
            ))
        }
        return figure
      }
      guard !row.isTotal, !columns.isEmpty, figures.count == columns.count,
        Set(figures).count == figures.count
      else { continue }
      rows.append(
        Release.Table.Row(id: key, name: row.header(table.columns) ?? key, figures: figures))
    }
    close()
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

extension Row {
  /// What people read as the row's name.
  fileprivate func header(_ columns: [Column]) -> String? {
    guard let place = columns.firstIndex(where: { $0.kind == .rowHeader }),
      cells.indices.contains(place), case .text(let text) = cells[place].value
    else { return nil }
    return text
  }
}
