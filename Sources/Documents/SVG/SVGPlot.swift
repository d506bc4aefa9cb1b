/// A line or fan chart as SVG: its lines end in their names and latest figures.
struct SVGPlot {
  var plot: TimePlot
  var width: Double
  var unit: String

  private let top = 26.0
  private let bottom = 30.0

  private var height: Double { width < SVGChart.narrow ? 240 : 300 }
  private var margin: Double {
    let widest = plot.scale.marks.map {
      TextMeasure.width(plot.scale.text($0), size: SVGChart.size)
    }.max()
    return (widest ?? 0) + 14
  }
  private var labelWidth: Double {
    let limit = width < SVGChart.narrow ? width * 0.3 : width * 0.26
    let widest = ends.map { TextMeasure.width($0.text, size: SVGChart.size) }.max() ?? 0
    return min(widest, limit) + 12
  }

  func drawing() -> (body: String, height: Double) {
    var canvas = SVGCanvas()
    let right = width - labelWidth
    let left = margin
    func x(_ time: Double) -> Double { left + plot.fraction(time) * (right - left) }
    func y(_ value: Double) -> Double {
      top + (1 - plot.scale.fraction(value)) * (height - top - bottom)
    }
    canvas.text(unit, x: 0, y: 13, class: "soft")
    for mark in plot.scale.marks {
      canvas.line(left, y(mark), right, y(mark), class: mark == plot.scale.low ? "axis" : "grid")
      canvas.text(
        plot.scale.text(mark), x: left - 11, y: y(mark) + 5, anchor: .end, class: "soft")
    }
    drawTimes(on: &canvas, x: x, right: right)
    for area in plot.areas {
      for run in area.runs {
        let points = run.count == 1 ? doubled(run) : run
        let upper = points.map { (x: x($0.time), y: y($0.upper)) }
        let lower = points.reversed().map { (x: x($0.time), y: y($0.lower)) }
        canvas.polygon(upper + lower, class: area.styleClass)
      }
    }
    for reference in plot.references {
      canvas.line(left, y(reference.value), right, y(reference.value), class: "reference")
    }
    if let today = plot.today {
      canvas.line(x(today), top, x(today), height - bottom, class: "axis")
    }
    for line in plot.lines.sorted(by: { $0.role.isFigure != $1.role.isFigure && $1.role.isFigure })
    {
      for join in line.joins {
        canvas.line(x(join.0.time), y(join.0.value), x(join.1.time), y(join.1.value), class: "join")
      }
      for run in line.runs {
        let points = thinned(run).map { (x: x($0.time), y: y($0.value)) }
        if points.count > 1 {
          canvas.polyline(points, class: line.role.styleClass)
        } else if let point = points.first {
          canvas.circle(x: point.x, y: point.y, radius: 3, class: "dot")
        }
      }
      if line.role == .subject, let last = line.last, plot.today == nil {
        canvas.circle(x: x(last.time), y: y(last.value), radius: 4.5, class: "dot")
      }
    }
    drawMarks(on: &canvas, x: x, y: y, right: right)
    drawEnds(on: &canvas, at: right + 8, y: y)
    return (canvas.body, max(height, endsBottom(y: y)))
  }

  /// One period's band still has a width to be seen.
  private func doubled(_ run: [(time: Double, lower: Double, upper: Double)])
    -> [(time: Double, lower: Double, upper: Double)]
  {
    run.flatMap {
      [($0.time - 0.3, $0.lower, $0.upper), ($0.time + 0.3, $0.lower, $0.upper)]
    }
  }

  /// At most a few points for each pixel: the least and the greatest of each stretch.
  private func thinned(_ run: [TimePlot.Place]) -> [TimePlot.Place] {
    let limit = 2000
    guard run.count > limit else { return run }
    let size = run.count / (limit / 2) + 1
    return stride(from: 0, to: run.count, by: size).flatMap { start -> [TimePlot.Place] in
      let stretch = run[start..<min(start + size, run.count)]
      guard let low = stretch.min(by: { $0.value < $1.value }),
        let high = stretch.max(by: { $0.value < $1.value })
      else { return [] }
      return low.time <= high.time ? [low, high] : [high, low]
    }
  }

  private func drawTimes(
    on canvas: inout SVGCanvas, x: @escaping (Double) -> Double, right: Double
  ) {
    let baseline = height - bottom
    let labels = TimeLabels(
      periods: plot.periods, bounds: (margin - 6)...max(margin, right + 6), gap: 22,
      width: { TextMeasure.width($0, size: SVGChart.size) }, place: x)
    for label in labels.chosen {
      canvas.line(x(label.time), baseline, x(label.time), baseline + 5, class: "axis")
      canvas.text(label.text, x: label.start, y: baseline + 21)
    }
  }

  /// All marks are drawn; the latest three say when and how many, where there is room.
  private func drawMarks(
    on canvas: inout SVGCanvas, x: (Double) -> Double, y: (Double) -> Double, right: Double
  ) {
    for mark in plot.marks.suffix(500) {
      let (x, y) = (x(mark.place.time), y(mark.place.value))
      canvas.polygon([(x, y - 7), (x + 7, y), (x, y + 7), (x - 7, y)], class: "mark")
    }
    let shown = plot.marks.suffix(500).map {
      (x: x($0.place.time), y: y($0.place.value), text: $0.label + ": " + $0.text)
    }
    let courses = plot.lines.filter(\.role.isFigure).flatMap { line in
      line.runs.map { thinned($0).map { (x: x($0.time), y: y($0.value)) } }
    }
    let labels = MarkLabels(
      bounds: .init(left: margin, top: 14, right: right, bottom: height - bottom), lines: courses,
      size: SVGChart.size)
    for label in labels.placed(shown) {
      canvas.text(
        shown[label.index].text, x: (label.box.left + label.box.right) / 2,
        y: label.box.bottom - 3, anchor: .middle, class: "strong")
    }
  }

  // MARK: - What stands at the right

  private var ends: [(value: Double, text: String, style: String)] {
    let isAlone = plot.lines.filter { $0.role.isFigure }.count == 1
    var ends: [(Double, String, String)] = []
    for line in plot.lines {
      guard let last = line.last, line.role != .subject || plot.today == nil else { continue }
      let isFigure = line.role.isFigure
      let text = isAlone && isFigure ? line.lastText : line.name + " " + line.lastText
      ends.append((last.value, text, isFigure ? "strong" : "soft"))
    }
    for area in plot.areas where area.path == nil {
      if let last = area.runs.last?.last { ends.append((last.upper, "Expected band", "soft")) }
    }
    ends += plot.references.map { ($0.value, $0.label + " " + $0.text, "") }
    return ends
  }

  /// Labels in the order of their figures, moved apart until none touches another.
  private func placed(y: (Double) -> Double) -> [(lines: [String], y: Double, style: String)] {
    var items = ends.map { end in
      (
        lines: TextMeasure.lines(end.text, size: SVGChart.size, width: labelWidth - 10),
        y: y(end.value) + 5, style: end.style
      )
    }.sorted { $0.y < $1.y }
    let leading = SVGChart.leading - 2
    for index in items.indices {
      // A label of several lines is centred on its figure.
      items[index].y -= leading * Double(items[index].lines.count - 1) / 2
      let least =
        index == 0
        ? 24 : items[index - 1].y + leading * Double(items[index - 1].lines.count) + 2
      items[index].y = max(items[index].y, least)
    }
    // What has been pushed out below goes back up.
    var limit = height - bottom + 6
    for index in items.indices.reversed() {
      let bottom = items[index].y + leading * Double(items[index].lines.count - 1)
      if bottom > limit { items[index].y -= bottom - limit }
      limit = items[index].y - leading - 2
    }
    if let first = items.first, first.y < 12 {
      for index in items.indices { items[index].y += 12 - first.y }
    }
    return items
  }

  private func endsBottom(y: (Double) -> Double) -> Double {
    placed(y: y).last.map { $0.y + 16 * Double($0.lines.count - 1) + 6 } ?? 0
  }

  private func drawEnds(on canvas: inout SVGCanvas, at x: Double, y: (Double) -> Double) {
    for item in placed(y: y) {
      for (index, line) in item.lines.enumerated() {
        canvas.text(
          line, x: x, y: item.y + (SVGChart.leading - 2) * Double(index), class: item.style)
      }
    }
  }
}

extension TimePlot.Role {
  fileprivate var styleClass: String {
    switch self {
    case .subject: "l1"
    case .other(let number): "l\(min(4, number + 1))"
    case .path(let number): "path\(min(2, number + 1))"
    case .centre: "centre"
    case .limit: "limit"
    }
  }
}

extension TimePlot.Area {
  fileprivate var styleClass: String {
    let name = depth > 0 ? "inner" : "band"
    return (path ?? 0) > 0 ? name + "2" : name
  }
}
