/// A chart in a terminal: its title, its drawing, and where its figures come from.
struct TerminalChart {
  var chart: Chart
  var width: Int
  var palette: Palette
  var signs: ChartSigns
  var missing: String
  /// How many lines there are for it before the screen ends; nil where that does not matter.
  var room: Int?

  private var measure: Int { min(width, TextRenderer.measure) }

  func lines() -> [String] {
    let high = lines(isLow: false)
    guard let room, high.count > room else { return high }
    let low = lines(isLow: true)
    return low.count <= room ? low : high
  }

  private func lines(isLow: Bool) -> [String] {
    var lines = Wrapping.lines(chart.title, width: measure).map(palette.strong)
    if !chart.underTitle.isEmpty { lines += Wrapping.lines(chart.underTitle, width: measure) }
    lines.append("")
    let (drawing, notes) = drawing(isLow: isLow)
    lines += drawing
    for note in notes + [chart.remark].compactMap({ $0 }) {
      lines += Wrapping.lines(note, width: measure)
    }
    if let source = chart.source {
      lines += Wrapping.lines("Source: " + source, width: measure).map(palette.faint)
    }
    // Figures come in their written form, whose minus is the one sign beyond ASCII.
    if !signs.hasDots { lines = lines.map { String($0.map { $0 == "\u{2212}" ? "-" : $0 }) } }
    return lines
  }

  /// The drawing, and what has to be said under it.
  private func drawing(isLow: Bool) -> (lines: [String], notes: [String]) {
    switch chart.kind {
    case .line(let line):
      let plot = TimePlot(line, marks: 5)
      return (
        plotted(plot, isLow), [marks(plot)].compactMap { $0 } + [plot.axisNote].compactMap { $0 }
      )
    case .fan(let fan):
      let plot = TimePlot(fan, marks: 5)
      let signs = [self.signs.band, self.signs.innerBand]
      let names = zip(signs, fan.bandNames).map { "\($0) \($1)" }
      let of = fan.paths.count > 1 ? fan.paths.last.map { "   (\($0.name))" } ?? "" : ""
      let bands = names.isEmpty ? nil : names.joined(separator: "   ") + of
      return (plotted(plot, isLow), [bands, plot.axisNote].compactMap { $0 })
    case .bars(let bars): return (drawn(bars), note(bars).map { [$0] } ?? [])
    case .profile(let profile): return (drawn(profile), note(profile).map { [$0] } ?? [])
    case .comparison(let comparison):
      return (drawn(comparison), note(comparison).map { [$0] } ?? [])
    case .waterfall(let waterfall): return (drawn(waterfall), chart.readingNotes)
    case .plan(let plan): return (drawn(plan), [])
    }
  }

  private func plotted(_ plot: TimePlot, _ isLow: Bool) -> [String] {
    guard plot.lines.contains(where: { $0.role.isFigure }) else { return ["No figures."] }
    return TerminalPlot(plot: plot, width: measure, signs: signs, isLow: isLow).lines()
  }

  /// The marked figures in words: the latest few, and how many more there are.
  private func marks(_ plot: TimePlot) -> String? {
    guard !plot.marks.isEmpty else { return nil }
    let shown = plot.marks.suffix(3)
    let words = shown.map { "\($0.label) (\($0.text)): \($0.words)" }.joined(separator: "; ")
    let more = plot.marks.count - shown.count
    return "\(signs.mark) " + words + (more > 0 ? "; and \(more) earlier" : "")
  }

  private func bars(_ bars: [TerminalBars.Bar]) -> [String] {
    guard !bars.isEmpty else { return ["No figures."] }
    return TerminalBars(width: measure, signs: signs).lines(bars, strong: palette.strong)
  }

  // MARK: - One drawing a kind

  /// The latest figure as a bar, and where the first period stood as a line across it.
  private func drawn(_ chart: BarChart) -> [String] {
    let scale = AxisScale(
      chart.groups.flatMap { $0.values.compactMap { $0?.value } }, fromZero: true, marks: 5)
    let zero = scale.fraction(0)
    return bars(
      chart.groups.map { group in
        var parts: [TerminalBars.Part] = []
        if let last = group.values.last.flatMap({ $0 }) {
          parts.append(.fill(zero, scale.fraction(last.value), signs.block))
        }
        if chart.periods.count > 1, let first = group.values.first.flatMap({ $0 }) {
          parts.append(.sign(scale.fraction(first.value), signs.level))
        }
        let figures = zip(group.values, chart.periods).map { value, period in
          value?.forPeople ?? self.chart.gap(group.id, period.id, unknown: missing)
        }
        return .init(name: group.name, after: figures.joined(separator: ", "), parts: parts)
      })
  }

  private func note(_ chart: BarChart) -> String? {
    guard let first = chart.periods.first, let last = chart.periods.last else { return nil }
    if chart.periods.count == 1 { return "\(signs.block) \(last.label)" }
    return "\(signs.block) \(last.label)   \(signs.level) \(first.label)   Figures: "
      + chart.periods.map(\.label).joined(separator: ", ")
  }

  private func drawn(_ chart: ProfileBar) -> [String] {
    let drawable = chart.parts.map { max(0, $0.value.value) }
    let whole = max(drawable.reduce(0, +), 1)
    var end = 0.0
    return bars(
      chart.parts.enumerated().map { index, part in
        let start = end
        end += drawable[index] / whole
        return .init(
          name: part.name, after: part.value.forPeople,
          parts: drawable[index] > 0 ? [.fill(start, end, signs.fill(index))] : [])
      })
  }

  private func note(_ chart: ProfileBar) -> String? {
    chart.total.map { "All: \($0.forPeople)" }
  }

  private func drawn(_ chart: ComparisonChart) -> [String] {
    let values = chart.items.flatMap { item in
      [item.value, item.lower, item.upper].compactMap { $0?.value }
    }
    let scale = AxisScale(values, fromZero: true, marks: 5)
    return bars(
      chart.items.map { item in
        var parts: [TerminalBars.Part] = []
        var after = item.value?.forPeople ?? missing
        if let lower = item.lower, let upper = item.upper {
          parts = [
            .fill(scale.fraction(lower.value), scale.fraction(upper.value), signs.whisker.line),
            .sign(scale.fraction(lower.value), signs.whisker.left),
            .sign(scale.fraction(upper.value), signs.whisker.right),
          ]
          after += " (\(lower.forPeople) to \(upper.forPeople))"
        }
        if let value = item.value {
          parts.append(.sign(scale.fraction(value.value), signs.whisker.value))
        }
        if let outcome = item.outcome { after += " " + outcome }
        return .init(name: item.name, after: after, parts: parts, isStrong: item.isSubject)
      })
  }

  private func note(_ chart: ComparisonChart) -> String? {
    let whisker = signs.whisker
    return chart.hasIntervals
      ? "\(whisker.left)\(whisker.line)\(whisker.value)\(whisker.line)\(whisker.right)"
        + " \(chart.intervalName)" : nil
  }

  private func drawn(_ chart: WaterfallChart) -> [String] {
    let steps = chart.stepsWithRemainder
    var level = chart.start.value.value
    let scale = chart.scale(marks: 6)
    func row(_ level: WaterfallChart.Level) -> TerminalBars.Bar {
      .init(
        name: level.name, after: level.value.forPeople,
        parts: [.sign(scale.fraction(level.value.value), signs.level)], isStrong: true)
    }
    var rows = [row(chart.start)]
    for step in steps {
      let from = level
      level += step.change.value
      let sign = step.change.mantissa < 0 ? signs.fall : signs.block
      rows.append(
        .init(
          name: step.name, after: step.change.withSign,
          parts: [.fill(scale.fraction(from), scale.fraction(level), sign)]))
    }
    return bars(rows + [row(chart.end)])
  }

  private func drawn(_ chart: PlanChart) -> [String] {
    let scale = AxisScale(
      chart.periods.flatMap { [$0.planned, $0.sent].compactMap { $0?.value } }, fromZero: true,
      marks: 5)
    let zero = scale.fraction(0)
    func row(_ name: String, _ value: ExactNumber?, _ sign: Character) -> TerminalBars.Bar {
      .init(
        name: name, after: value?.forPeople ?? missing,
        parts: value.map { [.fill(zero, scale.fraction($0.value), sign)] } ?? [])
    }
    return bars(
      chart.periods.flatMap { period in
        var rows = [
          row("\(period.label), \(chart.plannedName.lowercased())", period.planned, signs.fall)
        ]
        if period.sent != nil {
          rows.append(
            row("\(period.label), \(chart.sentName.lowercased())", period.sent, signs.block))
        }
        return rows
      })
  }
}
