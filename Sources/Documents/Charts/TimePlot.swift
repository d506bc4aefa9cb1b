/// A line or fan chart in places and shapes: what a terminal and an SVG both draw.
struct TimePlot {
  /// A point of the picture: when, and how much.
  struct Place: Equatable {
    var time: Double
    var value: Double
  }

  /// What a line is.
  enum Role: Equatable {
    case subject
    /// Another line, by its number from 1.
    case other(Int)
    /// What may come, by its number from 0.
    case path(Int)
    case centre
    case limit
  }

  /// One line, in unbroken runs; between runs it is dotted where `joins` say so.
  struct Line {
    var role: Role
    var name: String
    var runs: [[Place]]
    var joins: [(Place, Place)] = []
    /// The last figure as people read it.
    var lastText = ""

    var last: Place? { runs.last?.last }
  }

  /// An area between two ends.
  struct Area {
    /// Which path it belongs to; nil for an expected band.
    var path: Int?
    /// How far in it lies: 0 for the widest.
    var depth: Int
    var runs: [[(time: Double, lower: Double, upper: Double)]]
  }

  /// A figure that is set apart.
  struct Mark {
    var place: Place
    var label: String
    var text: String
    var words: String
  }

  var lines: [Line] = []
  var areas: [Area] = []
  var marks: [Mark] = []
  var references: [(label: String, text: String, value: Double)] = []
  var times: ClosedRange<Double> = 0...1
  /// The periods that can be named on the axis, in order.
  var periods: [(time: Double, label: String)] = []
  /// Where the record ends and the future begins.
  var today: Double?
  var scale = AxisScale([], fromZero: true, marks: 5)

  /// How far along the time axis a time stands, 0 to 1; the middle where there is but one.
  func fraction(_ time: Double) -> Double {
    let width = times.upperBound - times.lowerBound
    return width > 0 ? min(1, max(0, (time - times.lowerBound) / width)) : 0.5
  }

  /// What to say where the axis does not begin at nought; nil where it does.
  var axisNote: String? {
    scale.low == 0 ? nil : "The axis starts at \(scale.text(scale.low))."
  }
}

extension TimePlot {
  /// The picture of a line chart.
  init(_ chart: LineChart, marks count: Int) {
    for (index, series) in chart.series.enumerated() {
      add(series.points, as: index == 0 ? .subject : .other(index), name: series.name)
    }
    let points = chart.series.first?.points ?? []
    addLimits(points, kind: chart.limitKind)
    references = chart.references.map { ($0.label, $0.value.forPeople, $0.value.value) }
    finish(chart.series.flatMap(\.points).map { ($0.position, $0.label) })
    setScale(fromZero: chart.startsAtZero, marks: count)
  }

  /// The picture of a fan chart.
  init(_ chart: FanChart, marks count: Int) {
    add(chart.recorded, as: .subject, name: chart.name)
    let end = lines.first?.last
    today = chart.paths.isEmpty ? nil : end?.time
    for (index, path) in chart.paths.enumerated() {
      // A fan opens from the last figure that is known.
      let start = end.map { [$0] } ?? []
      let run =
        start + path.points.map { Place(time: Double($0.position), value: $0.central.value) }
      if !run.isEmpty {
        lines.append(
          Line(
            role: .path(index), name: path.name, runs: [run],
            lastText: path.points.last?.central.forPeople ?? ""))
      }
      for depth in chart.bandNames.indices {
        let first = end.map { [(time: $0.time, lower: $0.value, upper: $0.value)] } ?? []
        let band = path.points.compactMap { point in
          point.bands.indices.contains(depth)
            ? (
              time: Double(point.position), lower: point.bands[depth].lower.value,
              upper: point.bands[depth].upper.value
            ) : nil
        }
        if !band.isEmpty { areas.append(Area(path: index, depth: depth, runs: [first + band])) }
      }
    }
    references = chart.references.map { ($0.label, $0.value.forPeople, $0.value.value) }
    finish(
      chart.recorded.map { ($0.position, $0.label) }
        + chart.paths.flatMap(\.points).map { ($0.position, $0.label) })
    setScale(fromZero: false, marks: count)
  }

  private mutating func add(_ points: [LineChart.Point], as role: Role, name: String) {
    var line = Line(role: role, name: name, runs: [])
    let times = points.map { Double($0.position) }
    let usual = zip(times.dropFirst(), times).map { $0 - $1 }.filter { $0 > 0 }.min() ?? 1
    var isBroken = true
    for point in points {
      guard let value = point.value else {
        isBroken = true
        continue
      }
      let place = Place(time: Double(point.position), value: value.value)
      if let last = line.last {
        isBroken = isBroken || place.time - last.time > usual * 1.5
        if isBroken { line.joins.append((last, place)) }
      }
      if isBroken {
        line.runs.append([place])
      } else {
        line.runs[line.runs.count - 1].append(place)
      }
      isBroken = false
      line.lastText = value.forPeople
      if let words = point.mark {
        marks.append(
          Mark(place: place, label: point.label, text: value.forPeople, words: words))
      }
    }
    if !line.runs.isEmpty { lines.append(line) }
  }

  private mutating func addLimits(_ points: [LineChart.Point], kind: LineChart.LimitKind) {
    if kind == .expectedBand {
      let runs = Self.stretches(points) { point -> (time: Double, lower: Double, upper: Double)? in
        guard let lower = point.limits?.lower, let upper = point.limits?.upper else { return nil }
        return (Double(point.position), lower.value, upper.value)
      }
      if !runs.isEmpty { areas.append(Area(path: nil, depth: 0, runs: runs)) }
    } else {
      for end in [\LineChart.Limits.upper, \.lower] {
        addLimit(points, end, as: .limit, name: end == \.upper ? "Upper limit" : "Lower limit")
      }
    }
    addLimit(
      points, \.centre, as: .centre, name: kind == .expectedBand ? "Expected" : "Centre line")
  }

  private mutating func addLimit(
    _ points: [LineChart.Point], _ limit: KeyPath<LineChart.Limits, ExactNumber?>, as role: Role,
    name: String
  ) {
    let runs = Self.stretches(points) { point -> Place? in
      point.limits?[keyPath: limit].map { Place(time: Double(point.position), value: $0.value) }
    }
    guard !runs.isEmpty else { return }
    let last = points.last { $0.limits?[keyPath: limit] != nil }?.limits?[keyPath: limit]
    lines.append(Line(role: role, name: name, runs: runs, lastText: last?.forPeople ?? ""))
  }

  /// What the points have, parted wherever one has none or a new stretch of limits begins.
  private static func stretches<Value>(
    _ points: [LineChart.Point], _ value: (LineChart.Point) -> Value?
  ) -> [[Value]] {
    var runs: [[Value]] = []
    var segment: Int?
    for point in points {
      guard let value = value(point) else {
        segment = nil
        continue
      }
      if segment == point.segment {
        runs[runs.count - 1].append(value)
      } else {
        runs.append([value])
      }
      segment = point.segment
    }
    return runs
  }

  private mutating func finish(_ labels: [(position: Int, label: String)]) {
    var seen = Set<Int>()
    periods = labels.filter { seen.insert($0.position).inserted }
      .sorted { $0.position < $1.position }.map { (Double($0.position), $0.label) }
    if let first = periods.first?.time, let last = periods.last?.time { times = first...last }
  }

  private mutating func setScale(fromZero: Bool, marks: Int) {
    var values = lines.flatMap { $0.runs.flatMap { $0.map(\.value) } }
    values += areas.flatMap { $0.runs.flatMap { $0.flatMap { [$0.lower, $0.upper] } } }
    values += references.map(\.value)
    scale = AxisScale(values, fromZero: fromZero, marks: marks)
  }
}
