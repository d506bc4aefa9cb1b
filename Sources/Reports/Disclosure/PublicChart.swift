import Disclosure
import Documents

extension DocumentDisclosure {
  /// A chart without what the release hides; nil where what is left would show it: a bar of parts, the
  /// steps of a waterfall and the paths of a fan give a missing one away.
  func chart(_ chart: Chart, _ log: inout Log) -> Chart? {
    guard !ties.openBlocks.contains(chart.id) else { return chart }
    var chart = chart
    var hides = false
    var hidden = Set<Chart.Place>()
    var remark: String?
    let id = chart.id
    /// A number that may be drawn.
    func drawn(_ number: ExactNumber?, _ row: String, _ column: String) -> ExactNumber? {
      guard let number else { return nil }
      if let tie = figure(id, row, column), shows(tie, (number.mantissa, number.decimals)) {
        return number
      }
      if figure(id, row, column) == nil { log.untied.append("\(id), \(row), \(column)") }
      hides = true
      hidden.insert(Chart.Place(row: row, column: column))
      return nil
    }
    let limitsShown = figure(id, FigureTies.limits, FigureTies.limits).map(release.shows) ?? false
    func points(_ points: [LineChart.Point], _ column: String) -> [LineChart.Point] {
      points.map { point in
        var point = point
        point.value = drawn(point.value, point.id, column)
        if !limitsShown { (point.limits, point.mark) = (nil, nil) }
        return point
      }
    }
    func references(_ references: [LineChart.Reference]) -> [LineChart.Reference] {
      references.filter { drawn($0.value, $0.label, "reference") != nil }
    }
    switch chart.kind {
    case .line(var line):
      for place in line.series.indices {
        line.series[place].points = points(line.series[place].points, line.series[place].id)
      }
      if hides {
        // Limits and marks are worked out from all points.
        let had = line.series.first?.points.contains { $0.limits != nil } ?? false
        if had {
          remark =
            "No \(line.limitKind.name)\(line.limitKind == .expectedBand ? " is" : " are") drawn,"
            + " for figures of the line are not shown."
        }
        for place in line.series.indices {
          for point in line.series[place].points.indices {
            line.series[place].points[point].limits = nil
            line.series[place].points[point].mark = nil
          }
        }
      }
      line.references = references(line.references)
      // A single point is no course.
      let drawnPoints = line.series.map { $0.points.count { $0.value != nil } }
      guard (drawnPoints.max() ?? 0) > (hides ? 1 : 0) else { return nil }
      chart.kind = .line(line)
    case .fan(var fan):
      fan.recorded = points(fan.recorded, "recorded")
      guard !hides, limitsShown || fan.paths.isEmpty else { return nil }
      fan.references = references(fan.references)
      chart.kind = .fan(fan)
    case .bars(var bars):
      for group in bars.groups.indices {
        for (place, period) in bars.periods.enumerated()
        where bars.groups[group].values.indices.contains(place) {
          bars.groups[group].values[place] = drawn(
            bars.groups[group].values[place], bars.groups[group].id, period.id)
        }
      }
      guard Self.isWorthDrawing(bars.groups.flatMap(\.values), hides) else { return nil }
      chart.kind = .bars(bars)
      remark = withoutBar(
        bars.groups.flatMap { group in
          bars.periods.filter { hidden.contains(Chart.Place(row: group.id, column: $0.id)) }
            .map { "\(text.name(group.name)), \(text.name($0.label))" }
        }, chart.remark)
    case .comparison(var comparison):
      for place in comparison.items.indices {
        let item = comparison.items[place]
        guard drawn(item.value, item.id, "value") == nil else { continue }
        comparison.items[place].value = nil
        comparison.items[place].lower = nil
        comparison.items[place].upper = nil
        comparison.items[place].outcome = nil
      }
      guard comparison.items.contains(where: { $0.value != nil }) else { return nil }
      chart.kind = .comparison(comparison)
    case .plan(var plan):
      for place in plan.periods.indices {
        let period = plan.periods[place]
        plan.periods[place].planned = drawn(period.planned, period.id, "planned")
        plan.periods[place].sent = drawn(period.sent, period.id, "sent")
      }
      guard Self.isWorthDrawing(plan.periods.flatMap { [$0.planned, $0.sent] }, hides) else {
        return nil
      }
      chart.kind = .plan(plan)
      remark = withoutBar(
        plan.periods.flatMap { period in
          [("planned", plan.plannedName), ("sent", plan.sentName)].filter {
            hidden.contains(Chart.Place(row: period.id, column: $0.0))
          }.map { "\(text.name(period.label)), \(text.name($0.1).lowercased())" }
        }, chart.remark)
    case .profile(let profile):
      for part in profile.parts { _ = drawn(part.value, part.id, "value") }
      _ = drawn(profile.total, "total", "value")
      if hides { return nil }
    case .waterfall(let waterfall):
      _ = drawn(waterfall.start.value, "start", "level")
      _ = drawn(waterfall.end.value, "end", "level")
      for step in waterfall.steps { _ = drawn(step.change, step.id, "change") }
      if hides { return nil }
    }
    chart.confidential = hidden
    chart = worded(chart)
    chart.remark = remark ?? chart.remark
    return chart
  }

  /// The bars that are not drawn by name, below what the chart says already: a gap is taken for nought,
  /// or for a figure that nobody has.
  private func withoutBar(_ names: [String], _ remark: String?) -> String? {
    guard !names.isEmpty else { return nil }
    let more = names.count > 8 ? "; and \(names.count - 8) more" : ""
    let gaps =
      "Without a bar, for they are [c]: " + names.prefix(8).joined(separator: "; ") + more + "."
    return [remark.map { text.judged($0).kept } ?? "", gaps].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// Whether a chart of these bars has any: where some are hidden, a picture of noughts is none.
  private static func isWorthDrawing(_ numbers: [ExactNumber?], _ hides: Bool) -> Bool {
    numbers.contains { $0.map { !hides || $0.mantissa != 0 } ?? false }
  }

  /// Why a chart is not there, in its place.
  func leftOut(_ chart: Chart) -> Note {
    let name = text.isPublic(chart.title) ? chart.title : text.label(chart.subtitle)
    let what = name.isEmpty ? "A chart" : "The chart \"\(name)\""
    return Note(
      code: "chart-not-shown", severity: .information,
      text: "\(what) is left out here, because it would show a figure that is not shown.")
  }

  /// The chart with words that tell no more than it draws.
  private func worded(_ chart: Chart) -> Chart {
    var chart = chart
    chart.subtitle = text.label(chart.subtitle)
    if !text.isPublic(chart.title) {
      chart.title = chart.subtitle.isEmpty ? text.label(chart.unit) : chart.subtitle
    }
    let (kept, dropped) = text.judged(chart.description)
    chart.description =
      dropped.isEmpty
      ? kept
      : (kept.isEmpty ? "" : kept + " ")
        + "The table of its figures has [c] for each figure that is not shown."
    let remark = chart.remark.map { text.judged($0).kept }
    chart.remark = remark?.isEmpty == false ? remark : nil
    return chart.forPeople(text.name)
  }
}
