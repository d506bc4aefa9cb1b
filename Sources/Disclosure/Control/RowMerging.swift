extension Release {
  /// The ways to put a figure's row together with others of its table, the fewest rows and the
  /// smallest sum first.
  ///
  /// - Parameter most: how many ways are given.
  func merges(around ids: Set<FigureID>, most: Int = 24) -> [(table: Int, rows: [Int])] {
    let values = Dictionary(figures.map { ($0.id, $0.value) }) { first, _ in first }
    var result: [(table: Int, rows: [Int])] = []
    for (number, table) in tables.enumerated() {
      let rows = table.rows.indices.filter { table.rows[$0].mayMerge }
      guard let own = rows.first(where: { !ids.isDisjoint(with: table.rows[$0].figures) }) else {
        continue
      }
      let sums = table.rows.map { $0.figures.reduce(0) { $0 + (values[$1] ?? 0) } }
      let others = rows.filter { $0 != own }.sorted { (sums[$0], $0) < (sums[$1], $1) }
      // The smallest ones first, then ever more of them.
      result += others.map { (number, [own, $0].sorted()) }
      for count in 2..<max(3, others.count) where count < others.count {
        result.append((number, ([own] + others.prefix(count)).sorted()))
      }
    }
    return Array(result.prefix(most))
  }

  /// The release with rows of a table put together as one.
  ///
  /// The figures of the rows stay, for the attacker may still work them out; they are published
  /// nowhere any more.
  func merging(_ rows: [Int], of number: Int, as id: String) -> (release: Release, row: MergedRow) {
    var release = self
    let table = tables[number]
    let kinds = Dictionary(figures.map { ($0.id, $0) }) { first, _ in first }
    var sums: [FigureID] = []
    for column in (rows.first.map { table.rows[$0].figures } ?? []).indices {
      let parts = rows.compactMap { kinds[table.rows[$0].figures[column]] }
      let sum = FigureID("\(table.id)/\(id)/\(column)")
      sums.append(sum)
      let kind: Figure.Kind =
        parts.contains { $0.kind == .difference }
        ? .difference : parts.first.map { part in parts.allSatisfy { $0.kind == part.kind } } == true
          ? parts[0].kind : .count
      release.figures.append(
        Figure(
          sum, parts.reduce(0) { $0 + $1.value },
          name: parts.map(\.name).joined(separator: " and "), kind: kind,
          publication: parts.contains { $0.publication == .planned } ? .planned : .unpublished))
      release.relations.append(.total(sum, of: parts.map(\.id), "the merged row of \(table.name)"))
    }
    let names = rows.map { table.rows[$0].name }
    if let first = rows.min() {
      release.tables[number].rows[first] = Table.Row(id: id, name: "Other", figures: sums)
      for row in rows.sorted().reversed() where row != first {
        release.tables[number].rows.remove(at: row)
      }
    }
    let row = MergedRow(
      table: table.id, rows: rows.map { table.rows[$0].id }, names: names, id: id, figures: sums)
    return (release, row)
  }
}
