/// A line or fan chart in Word: lines on categories that stand at even steps of time.
struct WordTimeChart {
  /// A line: its figures by slot, its look, and what stands at its end or at some of its points.
  struct Line {
    var name: String
    var values: [ExactNumber?]
    var look: String
    /// What stands at the end of the line; nil for nothing.
    var end: End?
    var isStrong = false
    var marks: [(slot: Int, text: String)] = []
    var hasDots = false
  }

  /// What stands at the end of a line, made by Word from the sheet.
  struct End {
    var hasName = true
    var hasValue = true
  }

  private(set) var slots: [String] = []
  /// The slots as days, where they are years or months.
  private(set) var days: ChartDays?
  private var slotOf: [Int: Int] = [:]
  private(set) var lines: [Line] = []
  /// Areas from the bottom: how much each adds, and its colour; the first has none.
  private(set) var areas: [(values: [Double], colour: String?)] = []
  let scale: AxisScale

  init(_ chart: LineChart) {
    let plot = TimePlot(chart, marks: 6)
    scale = plot.scale
    setSlots(chart.series.flatMap(\.points).map { ($0.position, $0.id, $0.label) })
    let isAlone = chart.series.count == 1
    addLimits(chart)
    let looks = [
      ChartXML.stroke("12436D", 2.25), ChartXML.stroke("F46A25", 2.25, dash: "dash"),
      ChartXML.stroke("801650", 2.25, dash: "sysDot"),
      ChartXML.stroke("28A197", 2.25, dash: "dashDot"),
    ]
    for (index, series) in chart.series.enumerated() {
      var line = Line(
        name: series.name, values: placed(series.points) { $0.value },
        look: looks[index % looks.count], isStrong: true)
      line.end = End(hasName: !isAlone)
      line.hasDots = index == 0 && slots.count <= 40
      line.marks = series.points.compactMap { point in
        guard point.mark != nil, let slot = slotOf[point.position] else { return nil }
        return (slot, point.label + ": " + (point.value?.forPeople ?? ""))
      }
      lines.append(line)
    }
    addReferences(chart.references)
  }

  init(_ chart: FanChart) {
    let plot = TimePlot(chart, marks: 6)
    scale = plot.scale
    setSlots(
      chart.recorded.map { ($0.position, $0.id, $0.label) }
        + chart.paths.flatMap(\.points).map { ($0.position, $0.id, $0.label) })
    lines.append(
      Line(
        name: chart.name, values: placed(chart.recorded) { $0.value },
        look: ChartXML.stroke("12436D", 2.25)))
    addFan(chart)
    for (index, path) in chart.paths.enumerated() { addPath(path, index, chart) }
    addReferences(chart.references)
  }

  // MARK: - Slots of time

  /// A slot for each step of time, named where a period stands in it.
  private mutating func setSlots(_ labels: [(position: Int, id: String, label: String)]) {
    var named: [Int: String] = [:]
    var ids: [Int: String] = [:]
    for item in labels where named[item.position] == nil {
      (named[item.position], ids[item.position]) = (item.label, item.id)
    }
    let positions = named.keys.sorted().suffix(2000)
    guard let first = positions.first, let last = positions.last else { return }
    let steps = zip(positions.dropFirst(), positions).map { $0.subtractingReportingOverflow($1) }
    let step = steps.map(\.partialValue).min() ?? 1
    let (span, overflow) = last.subtractingReportingOverflow(first)
    let isEven =
      !overflow && !steps.contains { $0.overflow } && step > 0 && span / step <= 2000
      && positions.allSatisfy { ($0 - first) % step == 0 }
    let all = isEven ? Array(stride(from: first, through: last, by: step)) : Array(positions)
    for (slot, position) in all.enumerated() { slotOf[position] = slot }
    slots = all.map { named[$0] ?? "" }
    days = ChartDays(
      all.enumerated().compactMap { slot, position in
        named[position].map { (slot, ids[position] ?? "", $0) }
      }, count: slots.count)
  }

  private func placed(_ points: [LineChart.Point], _ value: (LineChart.Point) -> ExactNumber?)
    -> [ExactNumber?]
  {
    var values = [ExactNumber?](repeating: nil, count: slots.count)
    for point in points { if let slot = slotOf[point.position] { values[slot] = value(point) } }
    return values
  }

  // MARK: - Lines and areas

  /// A band is an area where it is known from some month to the last, and opens from the figure before
  /// it; elsewhere it is two lines, for Word would draw an area down to nought at its ends.
  private mutating func addLimits(_ chart: LineChart) {
    let points = chart.series.first?.points ?? []
    let lower = placed(points) { $0.limits?.lower }
    let upper = placed(points) { $0.limits?.upper }
    let centre = placed(points) { $0.limits?.centre }
    let isBand = chart.limitKind == .expectedBand
    if isBand, let band = openBand(lower, upper, placed(points) { $0.value }) {
      areas = [(band.low, nil), (band.height, "D3DFEA")]
      addLimit(upper, points, name: "Expected band", look: ChartXML.stroke(nil), hasFigure: false)
    } else {
      let look = ChartXML.stroke("4D4D4D", 1, dash: "dash")
      let title = isBand ? "Expected band, " : ""
      addLimit(upper, points, name: title + (isBand ? "upper end" : "Upper limit"), look: look)
      addLimit(lower, points, name: title + (isBand ? "lower end" : "Lower limit"), look: look)
    }
    addLimit(
      centre, points, name: isBand ? "Expected" : "Centre line",
      look: ChartXML.stroke("4D4D4D", 1))
  }

  /// The lower end of a band and its height in every slot: before it begins it has none. Nil where
  /// there is no band, or it does not reach the last slot.
  private func openBand(
    _ lower: [ExactNumber?], _ upper: [ExactNumber?], _ figures: [ExactNumber?]
  ) -> (low: [Double], height: [Double])? {
    let ends = zip(lower, upper).map { lower, upper -> (Double, Double)? in
      guard let lower, let upper else { return nil }
      return (lower.value, max(lower.value, upper.value))
    }
    guard let start = ends.firstIndex(where: { $0 != nil }) else { return nil }
    let known = ends[start...].compactMap { $0 }
    guard known.count == ends.count - start, let first = known.first else { return nil }
    let before = figures[..<start].last { $0 != nil }?.map(\.value) ?? (first.0 + first.1) / 2
    return (
      Array(repeating: before, count: start) + known.map(\.0),
      Array(repeating: 0, count: start) + known.map { $0.1 - $0.0 }
    )
  }

  /// A limit, each stretch a line of its own, so that none is drawn from one to the next.
  private mutating func addLimit(
    _ values: [ExactNumber?], _ points: [LineChart.Point], name: String, look: String,
    hasFigure: Bool = true
  ) {
    var segments: [Int?] = Array(repeating: nil, count: slots.count)
    for point in points { if let slot = slotOf[point.position] { segments[slot] = point.segment } }
    var seen = Set<Int>()
    let stretches = segments.compactMap { $0 }.filter { seen.insert($0).inserted }
    for stretch in stretches {
      let own = values.indices.map { segments[$0] == stretch ? values[$0] : nil }
      guard own.contains(where: { $0 != nil }) else { continue }
      lines.append(
        Line(
          name: name, values: own, look: look,
          end: stretch == stretches.last ? End(hasValue: hasFigure) : nil))
    }
  }

  private mutating func addReferences(_ references: [LineChart.Reference]) {
    for reference in references {
      lines.append(
        Line(
          name: reference.label, values: slots.map { _ in reference.value },
          look: ChartXML.stroke("801650", 1.25, dash: "sysDot"), end: End()))
    }
  }

  /// The bands of the first path as areas, one in the other.
  private mutating func addFan(_ chart: FanChart) {
    guard let path = chart.paths.first, !chart.bandNames.isEmpty,
      let start = chart.recorded.last(where: { $0.value != nil }),
      let today = slotOf[start.position], let value = start.value?.value
    else { return }
    let known = Dictionary(path.points.map { ($0.position, $0) }) { first, _ in first }
    let positions = slotOf.sorted { $0.value < $1.value }.map(\.key)
    // Edges from the lowest to the highest; before today they lie on each other and show nothing.
    let depth = chart.bandNames.count
    var edges = Array(repeating: [Double](), count: depth * 2)
    var last = Array(repeating: value, count: depth * 2)
    for (slot, position) in positions.enumerated() {
      if slot > today, let bands = known[position]?.bands, bands.count >= depth {
        last =
          bands.prefix(depth).map(\.lower.value) + bands.prefix(depth).reversed().map(\.upper.value)
      }
      for edge in edges.indices { edges[edge].append(last[edge]) }
    }
    let colours = ["D3DFEA", "A9C0D6", "8AA8C4"]
    areas = [(edges[0], nil)]
    for edge in 1..<edges.count {
      let inward = min(edge - 1, edges.count - 1 - edge)
      areas.append(
        (
          zip(edges[edge], edges[edge - 1]).map { max(0, $0 - $1) },
          colours[min(inward, colours.count - 1)]
        ))
    }
  }

  private mutating func addPath(_ path: FanChart.Path, _ index: Int, _ chart: FanChart) {
    var values = [ExactNumber?](repeating: nil, count: slots.count)
    if let start = chart.recorded.last(where: { $0.value != nil }),
      let slot = slotOf[start.position]
    {
      values[slot] = start.value
    }
    let start = values
    for point in path.points {
      if let slot = slotOf[point.position] { values[slot] = point.central }
    }
    let colour = index == 0 ? "12436D" : "C94F10"
    lines.append(
      Line(
        name: path.name, values: values,
        look: ChartXML.stroke(colour, 2.25, dash: index == 0 ? "dash" : "sysDot"),
        end: End(), isStrong: true))
    // Word cannot lay one fan over another, so the others' widest band is two thin lines.
    guard index > 0, let name = chart.bandNames.first else { return }
    for isUpper in [true, false] {
      var edge = start
      for point in path.points {
        if let slot = slotOf[point.position], let band = point.bands.first {
          edge[slot] = isUpper ? band.upper : band.lower
        }
      }
      lines.append(
        Line(
          name: "\(path.name): \(name), \(isUpper ? "upper" : "lower") end", values: edge,
          look: ChartXML.stroke(colour, 0.75, dash: "dash")))
    }
  }
}
