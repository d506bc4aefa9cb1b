extension Chart {
  /// What has to be said under the picture, in whole sentences: how to read it, what is marked, and
  /// where an axis does not begin at nought.
  var notes: [String] { readingNotes + [remark].compactMap { $0 } }

  /// The same for Word, which leaves a line open where figures are missing.
  var wordNotes: [String] { notes(gap: "broken") + [remark].compactMap { $0 } }

  /// The notes without the chart's own remark.
  var readingNotes: [String] { notes(gap: "dotted") }

  private func notes(gap: String) -> [String] {
    switch kind {
    case .line(let chart):
      let plot = TimePlot(chart, marks: 6)
      return [Self.marked(plot), Self.gaps(plot, gap, hides: !confidential.isEmpty), plot.axisNote]
        .compactMap { $0 }
    case .fan(let chart):
      let plot = TimePlot(chart, marks: 6)
      return [Self.bands(chart), plot.axisNote].compactMap { $0 }
    case .bars(let chart):
      return chart.periods.count > 1
        ? ["Bars from top to bottom: " + Self.listed(chart.periods.map(\.label)) + "."] : []
    case .profile(let chart):
      let outside = chart.parts.filter { $0.value.mantissa < 0 }
      return outside.map { "\($0.name), \($0.value.forPeople), is not drawn." }
    case .comparison(let chart):
      return chart.hasIntervals ? ["The lines across the bars show the \(chart.intervalName)."] : []
    case .waterfall(let chart):
      let scale = chart.scale(marks: 6)
      return scale.low == 0
        ? [] : ["The bars are movements only; the axis starts at \(scale.text(scale.low))."]
    case .plan: return []
    }
  }

  private static func marked(_ plot: TimePlot) -> String? {
    guard !plot.marks.isEmpty else { return nil }
    let shown = plot.marks.suffix(6).map { "\($0.label) (\($0.text)), \($0.words)" }
    let more = plot.marks.count - shown.count
    return "Marked with a diamond: " + shown.joined(separator: "; ")
      + (more > 0 ? "; and \(more) earlier." : ".")
  }

  private static func gaps(_ plot: TimePlot, _ word: String, hides: Bool) -> String? {
    let known = hides ? "known or shown" : "known"
    return plot.lines.contains { !$0.joins.isEmpty }
      ? "Where the line is \(word), no figures are \(known) between its ends." : nil
  }

  private static func bands(_ chart: FanChart) -> String? {
    switch chart.bandNames.count {
    case 0: nil
    case 1: "The shaded area is the \(chart.bandNames[0])."
    default: "The shaded areas, from the widest, are the \(listed(chart.bandNames))."
    }
  }

  /// `a, b and c`.
  private static func listed(_ items: [String]) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }
}
