import Disclosure
import Documents

/// What a paper says in the true world and in every other that fits what is published: that may be
/// read. What differs between them would tell one world from another.
struct WorldComparison {
  /// Names whatever is the same in all worlds.
  static let stable: FigureID = "same in every world"
  /// Names whatever is not; no release has such a figure, so it is never shown.
  private static let telling: FigureID = "not the same in every world"

  private let others: [DocumentContents]

  init(others: [Document]) { self.others = others.map(DocumentContents.init) }

  /// The ties of a document: of all its numbers and words, which are the same in every world.
  func ties(for document: Document) -> FigureTies {
    let contents = DocumentContents(document)
    var ties = FigureTies()
    var tells = Set<String>()
    for (text, places) in contents.sentences {
      if !others.allSatisfy({ places.isSubset(of: $0.sentences[text] ?? []) }) {
        tells.insert(text)
      }
    }
    for text in contents.sentences.keys {
      if tells.contains(text) {
        // Of several sentences each is judged by itself.
        if PublicText.sentences(of: text).count == 1 { ties.state(text, [Self.telling]) }
      } else {
        ties.state(text, constants: Set(NumbersInText.numerals(in: text)))
      }
    }
    for (place, number) in contents.numbers {
      let isStable = others.allSatisfy { $0.numbers[place] == number }
      ties.tie(
        place.block, row: place.row, column: place.column,
        to: isStable ? Self.stable : Self.telling)
    }
    return ties
  }
}

/// Everything of a document that can tell something, by its place.
struct DocumentContents {
  /// Each sentence, with the sections, the cells and the charts in which it stands: the same words in
  /// another cell are of another figure.
  private(set) var sentences: [String: Set<String>] = [:]
  /// What stands at each place of a table or a chart.
  private(set) var numbers: [FigureTies.Place: Content] = [:]

  /// A cell, or a number of a chart with all that is drawn with it.
  enum Content: Equatable {
    case cell(Cell.Value, String?)
    case number(ExactNumber)
    case item(ComparisonChart.Item)
    case limits([LineChart.Limits?], [String?])
    case fan(FanChart)
  }

  init(_ document: Document) {
    var section = ""
    add(document.title, "")
    for block in document.blocks {
      switch block {
      case .heading(_, let text):
        add(text, "")
        section = text
      case .paragraph(let text): add(text, section)
      case .list(let items): for item in items { add(item, section) }
      case .note(let note): add(note.text, section)
      case .sources: break
      case .table(let table): add(table, section)
      case .chart(let chart): add(chart, section)
      }
    }
  }

  private mutating func add(_ text: String, _ section: String) {
    for sentence in [text] + PublicText.sentences(of: text) where !sentence.isEmpty {
      sentences[sentence, default: []].insert(section)
    }
  }

  private mutating func set(_ block: String, _ row: String, _ column: String, _ content: Content) {
    numbers[FigureTies.Place(block: block, row: row, column: column)] = content
  }

  private mutating func add(_ table: Table, _ section: String) {
    add(table.caption, section)
    for column in table.columns { add(column.title, section) }
    for (row, name) in zip(table.rows, table.rowNames) {
      for (number, (column, cell)) in zip(table.columns, row.cells).enumerated() {
        let namesRow = Row.names(number, in: table.columns)
        let place = [section, table.id, name, column.id].joined(separator: "|")
        if let remark = cell.remark { add(remark, place) }
        if let display = cell.display { add(display, place) }
        if column.kind == .prose || namesRow, case .text(let words) = cell.value {
          add(words, place)
          continue
        }
        if namesRow { continue }
        set(table.id, name, column.id, .cell(cell.value, cell.display))
      }
    }
  }

  private mutating func add(_ chart: Chart, _ section: String) {
    // Titles, and every name that stands in the picture.
    _ = chart.forPeople { text in
      add(text, section + "|" + chart.id)
      return text
    }
    let id = chart.id
    func number(_ row: String, _ column: String, _ number: ExactNumber?) {
      if let number { set(id, row, column, .number(number)) }
    }
    let limits = FigureTies.limits
    switch chart.kind {
    case .line(let line):
      for series in line.series {
        for point in series.points { number(point.id, series.id, point.value) }
      }
      for reference in line.references { number(reference.label, "reference", reference.value) }
      let points = line.series.flatMap(\.points)
      set(id, limits, limits, .limits(points.map(\.limits), points.map(\.mark)))
    case .fan(let fan):
      for point in fan.recorded { number(point.id, "recorded", point.value) }
      for reference in fan.references { number(reference.label, "reference", reference.value) }
      set(id, limits, limits, .fan(fan))
    case .bars(let bars):
      for group in bars.groups {
        for (period, value) in zip(bars.periods, group.values) {
          number(group.id, period.id, value)
        }
      }
    case .comparison(let comparison):
      for item in comparison.items where item.value != nil {
        set(id, item.id, "value", .item(item))
      }
    case .plan(let plan):
      for period in plan.periods {
        number(period.id, "planned", period.planned)
        number(period.id, "sent", period.sent)
      }
    case .profile(let profile):
      for part in profile.parts { number(part.id, "value", part.value) }
      number("total", "value", profile.total)
    case .waterfall(let waterfall):
      number("start", "level", waterfall.start.value)
      number("end", "level", waterfall.end.value)
      for step in waterfall.steps { number(step.id, "change", step.change) }
    }
  }
}

extension Table {
  /// What each row is called where figures are tied: its key, or else its name; both where several
  /// have one key, and which of them it is where they have one name too.
  var rowNames: [String] {
    let place = columns.firstIndex { $0.kind == .rowHeader }
    let headed = Self.apart(rows.map { $0.name(columns) }) { row, name in
      guard let place, case .text(let header) = rows[row].cells[place].value else { return name }
      return "\(name)|\(header)"
    }
    var seen: [String: Int] = [:]
    return Self.apart(headed) { _, name in
      seen[name, default: 0] += 1
      return "\(name)|\(seen[name] ?? 1)"
    }
  }

  /// Names with another for each of those that several rows have.
  private static func apart(_ names: [String], _ other: (Int, String) -> String) -> [String] {
    let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    return names.enumerated().map { row, name in
      counts[name] ?? 0 > 1 ? other(row, name) : name
    }
  }
}

extension Row {
  /// Whether a column names the row: its header, or the first key. A further key, such as a direction
  /// that people read in another table, tells of the figures.
  static func names(_ place: Int, in columns: [Column]) -> Bool {
    switch columns[place].kind {
    case .rowHeader: true
    case .key: !columns[..<place].contains { $0.kind == .key }
    case .number, .label, .prose: false
    }
  }

  /// What a row is called where figures are tied: its key, or else its name.
  func name(_ columns: [Column]) -> String {
    for kind in [Column.Kind.key, .rowHeader] {
      if let place = columns.firstIndex(where: { $0.kind == kind }), cells.indices.contains(place),
        case .text(let name) = cells[place].value
      {
        return name
      }
    }
    return ""
  }
}
