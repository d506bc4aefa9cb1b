/// Charts whose rows have names: each row its name, its drawing and its figure.
struct TerminalBars {
  var width: Int
  var signs: ChartSigns

  /// A row: a name, what is drawn for a number of columns, and what is written after it.
  struct Bar {
    var name: String
    var after: String
    /// Parts of the drawing from left to right, as fractions of the axis.
    var parts: [Part]
    /// Whether the name is set apart.
    var isStrong = false
  }

  /// A part of a bar.
  enum Part {
    /// A fill from one fraction to another.
    case fill(Double, Double, Character)
    /// A sign at a fraction.
    case sign(Double, Character)
  }

  /// The rows, with their names wrapped and never cut.
  func lines(_ bars: [Bar], strong: (String) -> String) -> [String] {
    let names = bars.map { DisplayWidth.columns($0.name) }.max() ?? 0
    let after = bars.map { DisplayWidth.columns($0.after) }.max() ?? 0
    let nameWidth = min(names, max(12, width * 2 / 5))
    // Where name, drawing and figures have no room beside each other, the name stands above.
    guard width - nameWidth - after - 2 >= 8 else { return stacked(bars, after: after, strong) }
    let room = min(60, width - nameWidth - after - 2)
    return bars.flatMap { bar in
      let name = Wrapping.lines(bar.name, width: nameWidth)
      let drawing = self.drawing(bar.parts, columns: room)
      return name.enumerated().map { index, text in
        let shown = bar.isStrong ? strong(text) : text
        guard index == name.count - 1 else { return shown }
        let padding = String(repeating: " ", count: max(0, nameWidth - DisplayWidth.columns(text)))
        let rest = [drawing, bar.after].filter { !$0.isEmpty }.joined(separator: " ")
        return rest.isEmpty ? shown : shown + padding + " " + rest
      }
    }
  }

  private func stacked(_ bars: [Bar], after: Int, _ strong: (String) -> String) -> [String] {
    let room = max(8, width - min(after, width / 2) - 3)
    return bars.flatMap { bar in
      let name = Wrapping.lines(bar.name, width: width).map { bar.isStrong ? strong($0) : $0 }
      // Never wrapped: the blanks before a drawing are part of it.
      let drawing = self.drawing(bar.parts, columns: room)
      let line = [drawing, bar.after].filter { !$0.isEmpty }.joined(separator: " ")
      if DisplayWidth.columns(line) + 2 <= width { return name + ["  " + line] }
      return name + ["  " + drawing]
        + Wrapping.hanging(bar.after, mark: "  ", indent: 2, width: width)
    }
  }

  private func drawing(_ parts: [Part], columns: Int) -> String {
    var cells = Array(repeating: Character(" "), count: columns)
    for part in parts {
      switch part {
      case .fill(let start, let end, let sign):
        fill(&cells, from: min(start, end), to: max(start, end), sign)
      case .sign(let at, let sign):
        cells[min(columns - 1, max(0, Int((at * Double(columns - 1)).rounded())))] = sign
      }
    }
    while cells.last == " " { cells.removeLast() }
    return String(cells)
  }

  private func fill(_ cells: inout [Character], from: Double, to: Double, _ sign: Character) {
    let columns = Double(cells.count)
    let start = Int((from * columns).rounded())
    let exact = to * columns
    guard exact > from * columns else { return }
    let isSolid = sign == signs.block && !signs.eighths.isEmpty && from == 0
    let end = isSolid ? Int(exact) : max(Int(exact.rounded()), start + 1)
    for index in start..<max(start, min(end, cells.count)) { cells[index] = sign }
    guard isSolid, end < cells.count else { return }
    let eighth = Int(((exact - Double(end)) * 8).rounded())
    if eighth > 0 {
      cells[end] = eighth > signs.eighths.count ? sign : signs.eighths[eighth - 1]
    } else if end == start {
      // A bar that is not nought is never invisible.
      cells[end] = signs.eighths[0]
    }
  }
}
