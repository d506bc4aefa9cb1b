/// A line or fan chart in a terminal: about nine rows of plot between its axes, its figures at the
/// right.
struct TerminalPlot {
  var plot: TimePlot
  var width: Int
  var signs: ChartSigns
  /// Whether to draw as low as the marks of the axis allow, for a screen that has little room.
  var isLow = false

  /// As many rows as leave the same distance between any two marks of the axis.
  private var rows: Int {
    let steps = max(1, plot.scale.marks.count - 1)
    return steps * (isLow ? 1 : max(1, Int((8 / Double(steps)).rounded()))) + 1
  }

  func lines() -> [String] {
    let ticks = plot.scale.marks.map { (text: plot.scale.text($0), value: $0) }
    let margin = ticks.map { DisplayWidth.columns($0.text) }.max() ?? 0
    let ends = endLabels(widest: max(8, width / 4))
    let endWidth = ends.map { DisplayWidth.columns($0.text) }.max() ?? 0
    let room = max(10, width - margin - 2 - (endWidth > 0 ? endWidth + 1 : 0))

    var axis = Array(
      repeating: String(repeating: " ", count: margin) + signs.axis, count: rows)
    for tick in ticks {
      let text = String(repeating: " ", count: margin - DisplayWidth.columns(tick.text)) + tick.text
      axis[row(tick.value)] = text + signs.tick
    }
    var right = Array(repeating: "", count: rows)
    for end in ends { right[end.row] = " " + end.text }
    var result = zip(zip(axis, drawn(columns: room)), right).map { parts, end in
      trimmed(parts.0 + parts.1 + end)
    }
    result += timeAxis(columns: room, margin: margin)
    return result + key()
  }

  private func row(_ value: Double) -> Int {
    Int(((1 - plot.scale.fraction(value)) * Double(rows - 1)).rounded())
  }

  private func column(_ time: Double, of columns: Int) -> Int {
    Int((plot.fraction(time) * Double(columns - 1)).rounded())
  }

  // MARK: - The plot

  private func drawn(columns: Int) -> [String] {
    var canvas = PlotCanvas(columns: columns, rows: rows)
    // From the back to the front.
    for area in plot.areas where area.path == plot.shadedPath { draw(area, on: &canvas) }
    for reference in plot.references {
      for column in stride(from: 0, to: columns, by: 2) {
        canvas.put(signs.reference, column: column, row: row(reference.value), over: false)
      }
    }
    for line in plot.lines.reversed() { draw(line, on: &canvas) }
    for mark in plot.marks {
      canvas.put(
        signs.mark, column: column(mark.place.time, of: columns), row: row(mark.place.value))
    }
    return canvas.lines(above: [signs.mark])
  }

  private func draw(_ area: TimePlot.Area, on canvas: inout PlotCanvas) {
    let sign = area.depth > 0 ? signs.innerBand : signs.band
    for run in area.runs {
      let first = run.count == 1 ? run : Array(run.dropFirst())
      for (left, right) in zip(run, first) {
        let start = column(left.time, of: canvas.columns)
        let end = column(right.time, of: canvas.columns)
        for column in start...max(start, end) {
          let share = end > start ? Double(column - start) / Double(end - start) : 1
          let top = row(left.upper + (right.upper - left.upper) * share)
          let bottom = row(left.lower + (right.lower - left.lower) * share)
          for row in min(top, bottom)...max(top, bottom) {
            canvas.put(sign, column: column, row: row)
          }
        }
      }
    }
  }

  private func draw(_ line: TimePlot.Line, on canvas: inout PlotCanvas) {
    switch line.role {
    case .subject where signs.hasDots:
      for run in line.runs { dots(run, step: 1, on: &canvas) }
      for join in line.joins { dots([join.0, join.1], step: 4, on: &canvas) }
    case .path(0) where signs.hasDots:
      for run in line.runs { dots(run, step: 3, on: &canvas) }
    default:
      for run in line.runs { characters(run, sign(of: line.role), on: &canvas) }
    }
  }

  private func sign(of role: TimePlot.Role) -> Character {
    switch role {
    case .subject: signs.subject
    case .other(let number), .path(let number): signs.other(number)
    case .centre: signs.centre
    case .limit: signs.limit
    }
  }

  /// Dots along a run; `step` parts them to a dotted line.
  private func dots(_ run: [TimePlot.Place], step: Int, on canvas: inout PlotCanvas) {
    let wide = Double(canvas.columns * 2 - 1)
    let high = Double(rows * 4 - 4)
    func dot(_ place: TimePlot.Place) -> (x: Int, y: Int) {
      (
        Int((plot.fraction(place.time) * wide).rounded()),
        Int(((1 - plot.scale.fraction(place.value)) * high).rounded()) + 2
      )
    }
    guard var last = run.first.map(dot) else { return }
    canvas.dot(x: last.x, y: last.y)
    for place in run.dropFirst() {
      let next = dot(place)
      let steps = max(abs(next.x - last.x), abs(next.y - last.y), 1)
      for number in stride(from: 0, through: steps, by: step) {
        canvas.dot(
          x: last.x + (next.x - last.x) * number / steps,
          y: last.y + (next.y - last.y) * number / steps)
      }
      last = next
    }
  }

  private func characters(
    _ run: [TimePlot.Place], _ sign: Character, on canvas: inout PlotCanvas
  ) {
    guard var last = run.first else { return }
    func put(_ place: TimePlot.Place) {
      canvas.put(sign, column: column(place.time, of: canvas.columns), row: row(place.value))
    }
    put(last)
    for place in run.dropFirst() {
      let start = column(last.time, of: canvas.columns)
      let end = column(place.time, of: canvas.columns)
      for column in start...max(start, end) {
        let share = end > start ? Double(column - start) / Double(end - start) : 1
        canvas.put(sign, column: column, row: row(last.value + (place.value - last.value) * share))
      }
      last = place
    }
  }

  // MARK: - Words around it

  /// What stands at the right: the last figure of each line, and its name where there is room.
  private func endLabels(widest: Int) -> [(row: Int, text: String)] {
    var taken = Set<Int>()
    var labels: [(row: Int, text: String)] = []
    func add(_ value: Double, _ text: String, _ name: String) {
      let row = self.row(value)
      guard
        let free = [0, 1, -1, 2, -2].map({ row + $0 })
          .first(where: { (0..<rows).contains($0) && !taken.contains($0) })
      else { return }
      taken.insert(free)
      let long = name.isEmpty ? text : text + " " + name
      labels.append((free, DisplayWidth.columns(long) <= widest ? long : text))
    }
    let isAlone = plot.lines.filter { $0.role.isFigure }.count == 1
    for line in plot.lines where line.role.isFigure {
      guard let last = line.last, line.role != .subject || plot.today == nil else { continue }
      add(last.value, line.lastText, isAlone ? "" : line.name)
    }
    for reference in plot.references { add(reference.value, reference.text, reference.label) }
    return labels
  }

  private func timeAxis(columns: Int, margin: Int) -> [String] {
    let rule = String(repeating: " ", count: margin) + signs.corner
    var marks = Array(repeating: signs.base, count: columns)
    var labels = Array(repeating: Character(" "), count: columns)
    for period in named(columns: columns) {
      let start = Int(period.start)
      marks[column(period.time, of: columns)] = signs.baseTick
      let length = DisplayWidth.columns(period.text)
      guard start + length <= columns, period.text.count == length else { continue }
      for (offset, character) in period.text.enumerated() { labels[start + offset] = character }
    }
    return [
      rule + String(marks),
      trimmed(String(repeating: " ", count: margin + 1) + String(labels)),
    ]
  }

  private func named(columns: Int) -> [TimeLabels.Label] {
    TimeLabels(
      periods: plot.periods, bounds: 0...Double(columns), gap: 3,
      width: { Double(DisplayWidth.columns($0)) },
      place: { time in
        // So that the name of an even number of letters stands on whole columns.
        Double(column(time, of: columns)) + 0.5
      }
    ).chosen
  }

  private func key() -> [String] {
    var items: [String] = []
    if plot.areas.contains(where: { $0.path == nil }) {
      items.append("\(signs.band) expected band")
    }
    if plot.lines.contains(where: { $0.role == .limit }) {
      items.append("\(signs.limit) control limits")
    }
    if let centre = plot.lines.first(where: { $0.role == .centre }) {
      items.append("\(signs.centre) \(centre.name.lowercased())")
    }
    let widest = max(8, width / 4)
    for reference in plot.references
    where DisplayWidth.columns(reference.text + " " + reference.label) > widest {
      items.append("\(signs.reference) \(reference.label) \(reference.text)")
    }
    for line in plot.lines {
      if case .other(let number) = line.role { items.append("\(signs.other(number)) \(line.name)") }
      if case .path(let number) = line.role, number > 0 {
        items.append("\(signs.other(number)) \(line.name)")
      }
    }
    return items.isEmpty ? [] : Wrapping.lines(items.joined(separator: "   "), width: width)
  }

  private func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }
}

extension TimePlot {
  /// The path whose bands a terminal draws, the last: bands laid over each other cannot be told apart
  /// there. Nil for an expected band.
  var shadedPath: Int? { areas.compactMap(\.path).max() }
}

extension TimePlot.Role {
  /// Whether the line is a course of figures and not a limit.
  var isFigure: Bool {
    switch self {
    case .subject, .other, .path: true
    case .centre, .limit: false
    }
  }
}
