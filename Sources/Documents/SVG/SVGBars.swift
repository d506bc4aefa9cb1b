extension SVGChart {
  /// Where a row of a bar chart lies, and what is drawn in it.
  struct BarRow {
    var name: String
    var isStrong = false
    /// How high the drawing of the row is.
    var height: Double
    /// Draws the row: from its upper edge, with the axis as a function from a figure to a place.
    var draw: (inout SVGCanvas, Double, (Double) -> Double) -> Void
  }

  /// Rows under each other on one axis, their names at the left or, where it is narrow, above.
  func rows(
    _ rows: [BarRow], scale: AxisScale, after: Double, gap: Double = 10
  ) -> (body: String, height: Double) {
    guard !rows.isEmpty else { return empty }
    var canvas = SVGCanvas()
    let widest = rows.map { TextMeasure.width($0.name, size: Self.size) }.max() ?? 0
    let nameWidth = isNarrow ? 0 : min(widest + 10, width * 0.38)
    let right = width - after
    func x(_ value: Double) -> Double { nameWidth + scale.fraction(value) * (right - nameWidth) }
    var placed: [(row: BarRow, lines: [String], top: Double, y: Double)] = []
    var y = 4.0
    for row in rows {
      let lines = TextMeasure.lines(
        row.name, size: Self.size, width: isNarrow ? width : nameWidth - 10)
      let names = Double(lines.count) * Self.leading
      let top = y
      if isNarrow { y += names }
      placed.append((row, lines, top, y))
      y += isNarrow ? row.height : max(row.height, names)
      y += gap
    }
    let end = y - gap / 2
    // Where names stand above their bars, lines run behind the bars only.
    let spans: [(Double, Double)] =
      isNarrow ? placed.map { ($0.y - 2, $0.y + $0.row.height + 2) } : [(0, end)]
    var free = -Double.infinity
    for mark in scale.marks {
      for (from, to) in spans {
        canvas.line(x(mark), from, x(mark), to, class: mark == 0 ? "axis" : "grid")
      }
      let text = scale.text(mark)
      let half = TextMeasure.width(text, size: Self.size) / 2
      let middle = min(max(half, x(mark)), width - half)
      guard middle - half >= free else { continue }
      canvas.text(text, x: middle, y: end + 18, anchor: .middle, class: "soft")
      free = middle + half + 8
    }
    canvas.text(chart.unit, x: isNarrow ? 0 : nameWidth, y: end + 38, class: "soft")
    for item in placed {
      let style = item.row.isStrong ? "strong" : ""
      let names = Double(item.lines.count) * Self.leading
      let block = max(item.row.height, isNarrow ? 0 : names)
      for (index, line) in item.lines.enumerated() {
        if isNarrow {
          canvas.text(line, x: 0, y: item.top + 13 + Double(index) * Self.leading, class: style)
        } else {
          let first = item.y + (block - names) / 2 + 13
          canvas.text(
            line, x: nameWidth - 10, y: first + Double(index) * Self.leading, anchor: .end,
            class: style)
        }
      }
      item.row.draw(&canvas, item.y + (block - item.row.height) / 2, x)
    }
    return (canvas.body, end + 46)
  }

  /// The room that figures need after the longest bar.
  func room(after texts: [String]) -> Double {
    (texts.map { TextMeasure.width($0, size: Self.size) }.max() ?? 0) + 14
  }

  func drawn(_ chart: BarChart) -> (body: String, height: Double) {
    let values = chart.groups.flatMap { $0.values.compactMap { $0?.value } }
    let scale = AxisScale(values, fromZero: true, marks: isNarrow ? 4 : 6)
    let count = chart.periods.count
    let bar = count > 2 ? 15.0 : 18.0
    // The latest is the fullest; the ones before are tints of it, each with an outline.
    func style(_ index: Int) -> String { "t\(max(1, 4 - (count - 1 - index)))" }
    func gap(_ group: BarChart.Group, _ index: Int) -> String {
      self.chart.gap(group.id, chart.periods[index].id, unknown: "not known")
    }
    var (body, height) = rows(
      chart.groups.map { group in
        BarRow(name: group.name, height: bar * Double(count)) { canvas, top, x in
          for (index, value) in group.values.enumerated() {
            let y = top + bar * Double(index)
            guard let value else {
              canvas.text(
                gap(group, index), x: x(0) + 6, y: y + bar - 3, class: "soft", size: 13)
              continue
            }
            let (from, to) = (min(x(0), x(value.value)), max(x(0), x(value.value)))
            canvas.rectangle(
              x: from, y: y + 1, width: to - from, height: bar - 2, class: style(index))
            canvas.text(
              value.forPeople, x: to + 6, y: y + bar - 3,
              class: index == count - 1 ? "strong" : "", size: 13)
          }
        }
      }, scale: scale,
      after: room(after: chart.groups.flatMap { $0.values.map { $0?.forPeople ?? "not known" } }))
    guard count > 1 else { return (body, height) }
    // One key above the chart: a name at each of sixty bars would hide the bars.
    var key = SVGCanvas()
    var x = 0.0
    var y = 0.0
    for (index, period) in chart.periods.enumerated() {
      let needed = 24 + TextMeasure.width(period.label, size: Self.size) + 18
      if x > 0, x + needed > width + 18 { (x, y) = (0, y + 22) }
      key.rectangle(x: x + 1, y: y + 3, width: 16, height: 12, class: style(index))
      key.text(period.label, x: x + 24, y: y + 14)
      x += needed
    }
    y += 28
    body = key.body + "<g transform=\"translate(0 \(SVGCanvas.number(y)))\">" + body + "</g>"
    height += y
    return (body, height)
  }

  func drawn(_ chart: ComparisonChart) -> (body: String, height: Double) {
    let values = chart.items.flatMap { [$0.value, $0.lower, $0.upper].compactMap { $0?.value } }
    let scale = AxisScale(values, fromZero: true, marks: isNarrow ? 4 : 6)
    func text(_ item: ComparisonChart.Item) -> String {
      let value =
        item.value?.forPeople ?? self.chart.gap(item.id, "value", unknown: "not published")
      return item.outcome.map { value + ", " + $0 } ?? value
    }
    return rows(
      chart.items.map { item in
        BarRow(name: item.name, isStrong: item.isSubject, height: 26) { canvas, top, x in
          var end = x(0)
          if let value = item.value {
            end = max(x(0), x(value.value))
            let from = min(x(0), x(value.value))
            canvas.rectangle(
              x: from, y: top + 3, width: end - from, height: 20,
              class: item.isSubject ? "f1" : "other")
          }
          if let lower = item.lower, let upper = item.upper {
            let (left, right) = (x(lower.value), x(upper.value))
            // A pale edge keeps the line to be seen on a dark bar.
            canvas.line(left, top + 13, right, top + 13, class: "halo")
            canvas.line(left, top + 13, right, top + 13, class: "whisker")
            for end in [left, right] { canvas.line(end, top + 8, end, top + 18, class: "whisker") }
            end = max(end, right)
          }
          canvas.text(
            text(item), x: end + 8, y: top + 18, class: item.isSubject ? "strong" : "")
        }
      }, scale: scale, after: room(after: chart.items.map(text)), gap: 8)
  }

  func drawn(_ chart: WaterfallChart) -> (body: String, height: Double) {
    let steps = chart.stepsWithRemainder
    // The same axis at every width, for the note under it says where it starts.
    let scale = chart.scale(marks: 6)
    let texts =
      [chart.start.value.forPeople, chart.end.value.forPeople] + steps.map(\.change.withSign)
    var level = chart.start.value.value
    func row(_ item: WaterfallChart.Level) -> BarRow {
      BarRow(name: item.name, isStrong: true, height: 26) { canvas, top, x in
        let at = x(item.value.value)
        canvas.line(at, top - 3, at, top + 29, class: "l1")
        canvas.text(item.value.forPeople, x: at + 8, y: top + 18, class: "strong")
      }
    }
    var drawn = [row(chart.start)]
    for step in steps {
      let from = level
      level += step.change.value
      let to = level
      drawn.append(
        BarRow(name: step.name, height: 26) { [isNarrow] canvas, top, x in
          let (left, right) = (min(x(from), x(to)), max(x(from), x(to)))
          canvas.rectangle(
            x: left, y: top + 3, width: max(1, right - left), height: 20,
            class: step.change.mantissa < 0 ? "other" : "f1")
          if !isNarrow { canvas.line(x(to), top + 3, x(to), top + 37, class: "axis") }
          canvas.text(step.change.withSign, x: right + 8, y: top + 18)
        })
    }
    return rows(drawn + [row(chart.end)], scale: scale, after: room(after: texts), gap: 8)
  }

  func drawn(_ chart: PlanChart) -> (body: String, height: Double) {
    let values = chart.periods.flatMap { [$0.planned, $0.sent].compactMap { $0?.value } }
    let scale = AxisScale(values, fromZero: true, marks: isNarrow ? 4 : 6)
    func text(_ value: ExactNumber, _ name: String) -> String {
      value.forPeople + " " + name.lowercased()
    }
    let texts = chart.periods.flatMap { period in
      [
        period.planned.map { text($0, chart.plannedName) },
        period.sent.map { text($0, chart.sentName) },
      ].compactMap { $0 }
    }
    return rows(
      chart.periods.map { period in
        BarRow(name: period.label, height: period.sent == nil ? 20 : 40) { canvas, top, x in
          var y = top
          let bars = [
            (period.planned, chart.plannedName, "hollow"), (period.sent, chart.sentName, "f1"),
          ]
          for (value, name, style) in bars {
            guard let value else { continue }
            canvas.rectangle(
              x: x(0), y: y + 2, width: x(value.value) - x(0), height: 16, class: style)
            canvas.text(text(value, name), x: x(value.value) + 7, y: y + 15)
            y += 20
          }
        }
      }, scale: scale, after: room(after: texts))
  }

  /// One bar with the figures in it, and under it the parts by name in the same order.
  func drawn(_ chart: ProfileBar) -> (body: String, height: Double) {
    let drawable = chart.parts.map { max(0, $0.value.value) }
    let whole = drawable.reduce(0, +)
    guard whole > 0 else { return empty }
    var canvas = SVGCanvas()
    var x = 0.0
    for (index, part) in chart.parts.enumerated() where drawable[index] > 0 {
      let length = width * drawable[index] / whole
      let number = index % 6 + 1
      canvas.rectangle(x: x + 1, y: 0, width: length - 2, height: 46, class: "f\(number)")
      if TextMeasure.width(part.value.forPeople, size: 16) + 8 < length {
        canvas.text(
          part.value.forPeople, x: x + length / 2, y: 29, anchor: .middle,
          class: "strong on\(number)", size: 16)
      }
      x += length
    }
    let isDirect = nameParts(chart, lengths: drawable.map { width * $0 / whole }, on: &canvas)
    var y = isDirect.contains(true) ? 62.0 + 3 * Self.leading : 62.0
    let listed = chart.parts.indices.filter { !isDirect[$0] }
    let columns = isNarrow ? 1 : 2
    let each = width / Double(columns)
    var column = 0
    var tallest = 0.0
    for index in listed {
      let part = chart.parts[index]
      let left = each * Double(column)
      if drawable[index] > 0 {
        canvas.rectangle(x: left + 1, y: y + 2, width: 16, height: 14, class: "f\(index % 6 + 1)")
      }
      let lines = TextMeasure.lines(
        part.name + ": " + part.value.forPeople, size: Self.size, width: each - 40)
      for (number, line) in lines.enumerated() {
        canvas.text(line, x: left + 26, y: y + 14 + Double(number) * Self.leading)
      }
      tallest = max(tallest, Double(lines.count) * Self.leading)
      column += 1
      if column == columns || index == listed.last {
        y += tallest + 7
        (column, tallest) = (0, 0)
      }
    }
    return (canvas.body, y)
  }
  /// Writes the names of the parts of a bar under them, where they have room in three lines.
  ///
  /// - Returns: which parts have been named.
  private func nameParts(
    _ chart: ProfileBar, lengths: [Double], on canvas: inout SVGCanvas
  ) -> [Bool] {
    var x = 0.0
    return zip(chart.parts, lengths).map { part, length in
      defer { x += length }
      let lines = TextMeasure.lines(part.name, size: Self.size, width: length - 6)
      let fits = lines.allSatisfy { TextMeasure.width($0, size: Self.size) <= length - 6 }
      guard fits, lines.count <= 3, TextMeasure.width(part.value.forPeople, size: 16) + 8 < length
      else { return false }
      for (number, line) in lines.enumerated() {
        canvas.text(
          line, x: x + length / 2, y: 62 + Self.leading * Double(number), anchor: .middle)
      }
      return true
    }
  }
}
