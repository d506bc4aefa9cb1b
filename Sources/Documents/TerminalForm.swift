/// A document laid out for a terminal; the same lines with and without colour.
struct TerminalForm {
  var document: Document
  var width: Int
  var glyphs: Glyphs
  var palette: Palette
  /// How many lines the screen shows at once; nil where nothing is shown by the screen.
  var height: Int?

  private var measure: Int { min(width, TextRenderer.measure) }

  func lines() -> [String] {
    var lines = underlined(document.title, glyphs.titleRule)
    if let line = document.dateLine { lines += Wrapping.lines(line, width: measure) }
    let mark = document.pageMark.map { Wrapping.lines($0, width: measure) } ?? []
    lines += mark.map { palette.severity(.error, $0) }
    var previous: Block?
    for block in document.blocks {
      // A chart is drawn lower where it then ends on the screen that it begins on.
      let room = height.map { $0 - 1 - (lines.count + 1) % max(1, $0 - 1) }
      let added = self.lines(of: block, room: room)
      if added.isEmpty { continue }
      if needsSpace(previous, block), !lines.isEmpty { lines.append("") }
      lines += added
      previous = block
    }
    if !mark.isEmpty { lines += [""] + mark.map { palette.severity(.error, $0) } }
    return lines
  }

  private func lines(of block: Block, room: Int?) -> [String] {
    switch block {
    case .heading(let level, let text): return heading(level, text)
    case .paragraph(let text): return text.isEmpty ? [] : Wrapping.lines(text, width: measure)
    case .list(let items): return items.flatMap(item)
    case .table(let table):
      return TextTable(table: table, width: width, glyphs: glyphs, palette: palette).lines()
    case .chart(let chart):
      return TerminalChart(
        chart: chart, width: width, palette: palette, signs: glyphs.chart, missing: glyphs.missing,
        room: room
      ).lines()
    case .note(let note): return self.note(note)
    case .sources(let items):
      return items.isEmpty ? [] : [palette.strong("Sources")] + items.flatMap(item)
    }
  }

  /// A heading holds on to what it heads, and notes stand together; all else has a line between.
  private func needsSpace(_ previous: Block?, _ next: Block) -> Bool {
    switch (previous, next) {
    case (.heading, .heading): true
    case (.heading, _), (.note, .note): false
    default: true
    }
  }

  private func heading(_ level: Int, _ text: String) -> [String] {
    switch level {
    case ...1: underlined(text, glyphs.rule)
    case 2: underlined(text, glyphs.partRule)
    default: text.isEmpty ? [] : Wrapping.lines(text, width: measure).map(palette.strong)
    }
  }

  private func underlined(_ text: String, _ rule: String) -> [String] {
    if text.isEmpty { return [] }
    let lines = Wrapping.lines(text, width: measure)
    let widest = lines.map { DisplayWidth.columns($0) }.max() ?? 0
    return lines.map(palette.strong) + [palette.faint(String(repeating: rule, count: widest))]
  }

  private func item(_ text: String) -> [String] {
    Wrapping.hanging(text, mark: glyphs.bullet + " ", indent: 2, width: measure)
  }

  /// The severity is always a word; colour only repeats it.
  private func note(_ note: Note) -> [String] {
    let word = note.severity.word
    var lines = Wrapping.hanging(
      word + ": " + note.text + " (" + note.code + ")", mark: "", indent: 2,
      width: measure)
    if let first = lines.first, first.hasPrefix(word) {
      lines[0] = palette.severity(note.severity, word) + first.dropFirst(word.count)
    }
    return lines
  }
}
