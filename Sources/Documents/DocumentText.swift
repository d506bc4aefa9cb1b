extension Document {
  /// The document as people read it: every number in its written form, every text passed through.
  ///
  /// Renderers clean, fold or spell out text here, once, and then only lay it out.
  func forPeople(_ transform: (String) -> String) -> Document {
    var document = Document(
      title: transform(title), asAt: asAt.map { transform(DateInWords.day($0)) },
      blocks: blocks.filter { !$0.isForMachines }.map { $0.forPeople(transform) },
      pageMark: pageMark.map(transform).nonEmpty, isNumbered: isNumbered)
    document.meeting = meeting.map { transform(DateInWords.day($0)) }
    document.properties = properties.forPeople(transform)
    document.boxes = Set(boxes.map(transform))
    return document
  }
}

extension Block {
  /// Whether people have what it holds in another form.
  fileprivate var isForMachines: Bool {
    if case .table(let table) = self { return table.isForMachines }
    return false
  }

  fileprivate func forPeople(_ transform: (String) -> String) -> Block {
    switch self {
    case .heading(let level, let text): .heading(level: level, text: transform(text))
    case .paragraph(let text): .paragraph(transform(text))
    case .list(let items): .list(items.map(transform))
    case .table(let table): .table(table.forPeople(transform))
    case .chart(let chart): .chart(chart.forPeople(transform))
    case .note(let note):
      .note(
        Note(code: transform(note.code), severity: note.severity, text: transform(note.text)))
    case .sources(let items): .sources(items.map(transform))
    }
  }
}

extension Table {
  /// Key columns go here, so that no renderer for people can show one by mistake.
  func forPeople(_ transform: (String) -> String) -> Table {
    let shown = columns.indices.filter { columns[$0].kind != .key }
    return Table(
      id: transform(id), caption: transform(caption),
      columns: shown.map { index in
        let column = columns[index]
        return Column(id: column.id, title: transform(column.title), kind: column.kind)
      },
      rows: rows.map { row in
        // The rows are public and may have been cut since the table was made.
        let cells = shown.map { index in
          (row.cells.indices.contains(index) ? row.cells[index] : .missing).forPeople(transform)
        }
        return Row(cells, isTotal: row.isTotal)
      })
  }
}

extension Cell {
  fileprivate func forPeople(_ transform: (String) -> String) -> Cell {
    Cell(
      value, display: written.map(transform), remark: remark.map(transform).nonEmpty,
      remarkNumber: remarkNumber)
  }

  /// The value as people read it, nil when it is not known.
  private var written: String? {
    if let display { return display }
    switch value {
    case .text(let text): return text
    case .number(let mantissa, let decimals):
      return DecimalFormat.forPeople(mantissa: mantissa, decimals: decimals)
    case .flag(let flag): return flag ? "yes" : "no"
    case .missing: return nil
    }
  }
}

extension String? {
  /// Nil for an empty text too.
  var nonEmpty: String? { self?.isEmpty == false ? self : nil }
}
