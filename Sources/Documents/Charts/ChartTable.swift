extension Chart {
  /// The chart's figures as a table: the same value in a form that can be read out.
  public var dataTable: Table {
    let (columns, known) = kind.data
    var rows = known
    for row in rows.indices where !confidential.isEmpty {
      guard case .text(let name)? = rows[row].cells.first?.value else { continue }
      for (place, column) in columns.enumerated()
      where confidential.contains(Place(row: name, column: column.id)) {
        rows[row].cells[place] = .confidential
      }
    }
    return Table(id: id + "-data", caption: "Figures: " + title, columns: columns, rows: rows)
  }

  /// The same table as people read it: both ends of a range in one cell, `305 to 335`.
  ///
  /// - Parameter latest: how many rows it may have; the last ones are kept, and the caption says so.
  func tableForPeople(latest: Int = 400) -> Table {
    var table = dataTable
    if table.rows.count > latest {
      table.caption += " (the last \(latest) of \(table.rows.count) rows)"
      table.rows.removeFirst(table.rows.count - latest)
    }
    let low = ", lower end"
    var columns: [Column] = []
    var sources: [(lower: Int, upper: Int?)] = []
    for (index, column) in table.columns.enumerated() where column.kind != .key {
      let isUpper = column.title.hasSuffix(", upper end")
      if isUpper, let last = sources.indices.last,
        table.columns[sources[last].lower].title.hasSuffix(low)
      {
        sources[last].upper = index
        columns[last].title = String(columns[last].title.dropLast(low.count))
      } else {
        columns.append(column)
        sources.append((index, nil))
      }
    }
    let rows = table.rows.map { row in
      Row(
        sources.map { source in
          source.upper.map { Cell.range(row.cells[source.lower], row.cells[$0]) }
            ?? row.cells[source.lower]
        }, isTotal: row.isTotal)
    }
    return Table(id: table.id, caption: table.caption, columns: columns, rows: rows).forPeople {
      $0
    }
  }

  /// The figures that are drawn across the chart.
  var references: [LineChart.Reference] {
    switch kind {
    case .line(let chart): chart.references
    case .fan(let chart): chart.references
    case .bars, .profile, .comparison, .waterfall, .plan: []
    }
  }

  /// The subject in one line: measure, place and time, then what is counted unless that says it.
  var underTitle: String {
    if subtitle.isEmpty { return unit }
    let isSaid = unit.isEmpty || subtitle.lowercased().contains(unit.lowercased())
    return isSaid ? subtitle : subtitle + " (" + unit.lowercased() + ")"
  }
}

extension Chart.Kind {
  fileprivate var data: ([Column], [Row]) {
    switch self {
    case .line(let chart): chart.data
    case .fan(let chart): chart.data
    case .bars(let chart): chart.data
    case .profile(let chart): chart.data
    case .comparison(let chart): chart.data
    case .waterfall(let chart): chart.data
    case .plan(let chart): chart.data
    }
  }
}

extension Cell {
  /// Two ends as one text; blank where neither is known.
  fileprivate static func range(_ lower: Cell, _ upper: Cell) -> Cell {
    switch (lower.numberForPeople, upper.numberForPeople) {
    case (let lower?, let upper?): .text("\(lower) to \(upper)")
    case (let lower?, nil): .text("\(lower) or more")
    case (nil, let upper?): .text("\(upper) or less")
    case (nil, nil): .notApplicable
    }
  }

  private var numberForPeople: String? {
    guard case .number(let mantissa, let decimals) = value else { return nil }
    return DecimalFormat.forPeople(mantissa: mantissa, decimals: decimals)
  }
}

/// The two columns that name a row: for machines and for people.
private func nameColumns(_ title: String) -> [Column] {
  [
    Column(id: "id", title: "Id", kind: .key), Column(id: "name", title: title, kind: .rowHeader),
  ]
}

private func numberColumn(_ id: String, _ title: String) -> Column {
  Column(id: id, title: title, kind: .number)
}

extension LineChart {
  /// Whether any point of the subject has a limit of this kind.
  func hasLimit(_ limit: KeyPath<Limits, ExactNumber?>) -> Bool {
    series.first?.points.contains { $0.limits?[keyPath: limit] != nil } ?? false
  }

  var hasMarks: Bool { series.contains { $0.points.contains { $0.mark != nil } } }

  fileprivate var data: ([Column], [Row]) {
    var columns = nameColumns("Period")
    columns += series.map { numberColumn($0.id, $0.name) }
    let limits: [(String, String, KeyPath<Limits, ExactNumber?>)] = [
      ("centre", limitKind == .expectedBand ? "Expected" : "Centre line", \.centre),
      ("lower", limitKind.title + ", lower end", \.lower),
      ("upper", limitKind.title + ", upper end", \.upper),
    ].filter { hasLimit($0.2) }
    columns += limits.map { numberColumn($0.0, $0.1) }
    // Asked once, not for each row.
    let hasMarks = self.hasMarks
    if hasMarks { columns.append(Column(id: "mark", title: "Remark", kind: .label)) }

    let byPosition = series.map { series in
      Dictionary(series.points.map { ($0.position, $0) }) { first, _ in first }
    }
    let rows = periods.map { period in
      let points = byPosition.map { $0[period.position] }
      var cells: [Cell] = [.text(period.id), .text(period.label)]
      cells += points.map { ($0?.value).cell }
      let own = points.first.flatMap { $0 }?.limits
      cells += limits.map { (own?[keyPath: $0.2]).cellOrBlank }
      if hasMarks {
        let words = points.compactMap { $0?.mark }
        cells.append(words.isEmpty ? .notApplicable : .text(words.joined(separator: "; ")))
      }
      return Row(cells)
    }
    return (columns, rows)
  }

  /// The points of all lines, one for each period, in order of time.
  private var periods: [Point] {
    var seen = Set<Int>()
    return series.flatMap(\.points).filter { seen.insert($0.position).inserted }
      .sorted { $0.position < $1.position }
  }
}

extension FanChart {
  fileprivate var data: ([Column], [Row]) {
    var columns = nameColumns("Period") + [numberColumn("recorded", name)]
    for path in paths {
      columns.append(numberColumn(path.id, path.name))
      for (index, band) in bandNames.enumerated() {
        columns.append(
          numberColumn("\(path.id)-band-\(index + 1)-lower", "\(path.name): \(band), lower end"))
        columns.append(
          numberColumn("\(path.id)-band-\(index + 1)-upper", "\(path.name): \(band), upper end"))
      }
    }
    var periods: [Int: (id: String, label: String)] = [:]
    for point in recorded { periods[point.position] = (point.id, point.label) }
    for point in paths.flatMap(\.points) where periods[point.position] == nil {
      periods[point.position] = (point.id, point.label)
    }
    let known = Dictionary(recorded.map { ($0.position, $0) }) { first, _ in first }
    let expected = paths.map { path in
      Dictionary(path.points.map { ($0.position, $0) }) { first, _ in first }
    }
    let rows = periods.sorted { $0.key < $1.key }.map { position, period in
      var cells: [Cell] = [.text(period.id), .text(period.label)]
      cells.append(known[position].map { $0.value.cell } ?? .notApplicable)
      for path in expected {
        let point = path[position]
        cells.append((point?.central).cellOrBlank)
        for index in bandNames.indices {
          let band = point.flatMap { $0.bands.indices.contains(index) ? $0.bands[index] : nil }
          cells += [(band?.lower).cellOrBlank, (band?.upper).cellOrBlank]
        }
      }
      return Row(cells)
    }
    return (columns, rows)
  }
}

extension BarChart {
  fileprivate var data: ([Column], [Row]) {
    (
      nameColumns("Cohort") + periods.map { numberColumn($0.id, $0.label) },
      groups.map { Row([.text($0.id), .text($0.name)] + $0.values.map(\.cell)) }
    )
  }
}

extension ProfileBar {
  fileprivate var data: ([Column], [Row]) {
    var rows = parts.map { Row([.text($0.id), .text($0.name), $0.value.cell]) }
    if let total {
      rows.append(Row([.text("total"), .text("All"), total.cell], isTotal: true))
    }
    return (nameColumns("Group") + [numberColumn("value", "Number")], rows)
  }
}

extension ComparisonChart {
  var hasIntervals: Bool { items.contains { $0.lower != nil || $0.upper != nil } }

  fileprivate var data: ([Column], [Row]) {
    let hasOutcomes = items.contains { $0.outcome != nil }
    var columns = nameColumns("Area") + [numberColumn("value", "Value")]
    if hasIntervals {
      columns += [
        numberColumn("lower", "\(intervalName), lower end"),
        numberColumn("upper", "\(intervalName), upper end"),
      ]
    }
    if hasOutcomes { columns.append(Column(id: "outcome", title: "Outcome", kind: .label)) }
    let rows = items.map { item in
      var cells = [.text(item.id), .text(item.name), item.value.cell]
      if hasIntervals { cells += [item.lower.cellOrBlank, item.upper.cellOrBlank] }
      if hasOutcomes { cells.append(item.outcome.map(Cell.text) ?? .notApplicable) }
      return Row(cells, isTotal: item.isSubject)
    }
    return (columns, rows)
  }
}

extension WaterfallChart {
  fileprivate var data: ([Column], [Row]) {
    let columns =
      nameColumns("Movement") + [numberColumn("level", "Number"), numberColumn("change", "Change")]
    let first = Row(
      [.text("start"), .text(start.name), start.value.cell, .notApplicable], isTotal: true)
    let last = Row([.text("end"), .text(end.name), end.value.cell, .notApplicable], isTotal: true)
    let steps = stepsWithRemainder.map { step in
      var change = step.change.cell
      change.display = step.change.withSign
      return Row([.text(step.id), .text(step.name), .notApplicable, change])
    }
    return (columns, [first] + steps + [last])
  }
}

extension PlanChart {
  fileprivate var data: ([Column], [Row]) {
    (
      nameColumns("Period")
        + [numberColumn("planned", plannedName), numberColumn("sent", sentName)],
      periods.map {
        Row([.text($0.id), .text($0.label), $0.planned.cellOrBlank, $0.sent.cellOrBlank])
      }
    )
  }
}
