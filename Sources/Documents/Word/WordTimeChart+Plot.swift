extension WordTimeChart {
  var plot: WordChart.Plot {
    guard !slots.isEmpty else {
      return .init(
        area: "<c:layout/>" + lineChart([]) + axes, legend: nil, millimetres: 40, sheet: sheet)
    }
    let area =
      ChartXML.layout(x: left, y: top, width: width, height: height) + areaChart
      + lineChart(lineSeries) + axes
    return .init(area: area, legend: nil, millimetres: millimetres, sheet: sheet)
  }

  // MARK: - Places, as parts of the chart

  private var left: Double { 0.075 }
  private var top: Double { 0.06 }
  private var height: Double { 0.8 }
  private var millimetres: Double { 82 }

  /// The size of the whole chart in points: 170 mm wide.
  private var points: (width: Double, height: Double) { (482, millimetres / 25.4 * 72) }

  private var width: Double {
    let widest = lines.compactMap(endText).map { TextMeasure.width($0, size: 10) }.max() ?? 0
    return 0.915 - min(0.34, widest / points.width + 0.03)
  }

  /// What Word will write at the end of a line.
  private func endText(_ line: Line) -> String? {
    guard let end = line.end, let last = line.values.last(where: { $0 != nil }).flatMap({ $0 })
    else { return nil }
    return [end.hasName ? line.name : "", end.hasValue ? last.forPeople : ""]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  // MARK: - The sheet and the axes

  private var names: ChartSheet.Names {
    days.map { .days($0.serials, format: $0.unit.format) } ?? .texts(slots)
  }

  private var sheet: ChartSheet {
    ChartSheet(
      names: names,
      columns: areas.enumerated().map { index, area in
        .init(title: areaName(index), values: areaValues(area.values))
      } + lines.map { .init(title: $0.name, values: $0.values.map { $0?.exact }) })
  }

  private func areaName(_ index: Int) -> String { index == 0 ? "Under the band" : "Band" }

  private func areaValues(_ values: [Double]) -> [String?] {
    values.map { ExactNumber(rounding: $0, decimals: 4)?.exact }
  }

  private var axes: String {
    let widest = slots.map { TextMeasure.width($0, size: 10) }.max() ?? 40
    let fitting = max(2, Int(width * points.width / (widest + 14)))
    let least = max(1, (slots.count + fitting - 1) / fitting)
    let values = ChartXML.values(side: "l", scale: scale, isMidpoint: slots.count > 1)
    guard let days else { return ChartXML.categories(side: "b", skip: least) + values }
    let step = TimeLabels.step(atLeast: least, of: max(1, slots.count - 1))
    return ChartXML.dates(days, every: step) + values
  }

  private var areaChart: String {
    guard !areas.isEmpty else { return "" }
    let series = areas.enumerated().map { index, area in
      "<c:ser><c:idx val=\"\(index)\"/><c:order val=\"\(index)\"/>"
        + ChartXML.name(areaName(index), column: index + 1) + ChartXML.shape(area.colour)
        + ChartXML.categories(names)
        + ChartXML.values(areaValues(area.values), column: index + 1)
        + "</c:ser>"
    }
    return "<c:areaChart><c:grouping val=\"stacked\"/><c:varyColors val=\"0\"/>" + series.joined()
      + "<c:axId val=\"\(ChartXML.categoryAxis)\"/><c:axId val=\"\(ChartXML.valueAxis)\"/>"
      + "</c:areaChart>"
  }

  private func lineChart(_ series: [String]) -> String {
    "<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>" + series.joined()
      + "<c:marker val=\"1\"/><c:axId val=\"\(ChartXML.categoryAxis)\"/>"
      + "<c:axId val=\"\(ChartXML.valueAxis)\"/></c:lineChart>"
  }

  private var lineSeries: [String] {
    let shifts = labelShifts
    return lines.enumerated().map { index, line in
      let number = areas.count + index
      var labels = markLabels(line)
      if let end = line.end, let slot = line.values.lastIndex(where: { $0 != nil }),
        !labels.contains(where: { $0.index == slot })
      {
        labels.append(
          .init(
            index: slot, hasName: end.hasName, hasValue: end.hasValue,
            format: ChartXML.format(decimals: line.values.decimals), position: "r",
            dy: shifts[index] ?? 0, isStrong: line.isStrong)
        )
      }
      let points = line.marks.map { mark in
        "<c:dPt><c:idx val=\"\(mark.slot)\"/><c:marker><c:symbol val=\"diamond\"/><c:size val=\"10\"/>"
          + ChartXML.shape("F46A25", outline: "1A1A1A") + "</c:marker><c:bubble3D val=\"0\"/>"
          + line.look + "</c:dPt>"
      }
      let marker =
        line.hasDots
        ? "<c:marker><c:symbol val=\"circle\"/><c:size val=\"4\"/>"
          + ChartXML.shape("12436D", outline: "12436D") + "</c:marker>"
        : "<c:marker><c:symbol val=\"none\"/></c:marker>"
      return "<c:ser><c:idx val=\"\(number)\"/><c:order val=\"\(number)\"/>"
        + ChartXML.name(line.name, column: number + 1) + line.look + marker + points.joined()
        + ChartXML.labels(labels)
        + ChartXML.categories(names)
        + ChartXML.values(line.values.map { $0?.exact }, column: number + 1)
        + "<c:smooth val=\"0\"/></c:ser>"
    }
  }

  /// The words of the latest marks, each on the side of its diamond where nothing else stands.
  private func markLabels(_ line: Line) -> [ChartXML.Label] {
    guard !line.marks.isEmpty else { return [] }
    func place(_ slot: Int, _ value: ExactNumber) -> (x: Double, y: Double) {
      let along = slots.count > 1 ? Double(slot) / Double(slots.count - 1) : 0.5
      return (
        (left + along * width) * points.width,
        (top + (1 - scale.fraction(value.value)) * height) * points.height
      )
    }
    let course = line.values.enumerated().compactMap { slot, value in
      value.map { place(slot, $0) }
    }
    let marks = line.marks.map { mark in
      let at = line.values[mark.slot].map { place(mark.slot, $0) } ?? (0, 0)
      // At the end of the line stands its figure.
      return (x: at.0, y: at.1, text: mark.slot == slots.count - 1 ? "" : mark.text)
    }
    let bounds = MarkLabels.Box(
      left: left * points.width, top: 0, right: (left + width) * points.width,
      bottom: (top + height) * points.height)
    return MarkLabels(bounds: bounds, lines: [course], size: 11).placed(marks).map { placed in
      let position =
        switch placed.side {
        case .above: "t"
        case .below: "b"
        case .left: "l"
        case .right: "r"
        }
      return ChartXML.Label(
        index: line.marks[placed.index].slot, text: line.marks[placed.index].text,
        position: position, isStrong: true)
    }
  }

  /// How far each end label is moved up or down, as a part of the chart's height, so that none
  /// touches another.
  private var labelShifts: [Int: Double] {
    let distance = 0.062
    var labels = lines.enumerated().compactMap {
      index, line -> (index: Int, y: Double, own: Double)? in
      guard line.end != nil, let last = line.values.last(where: { $0 != nil }).flatMap({ $0 })
      else { return nil }
      let y = top + (1 - scale.fraction(last.value)) * height
      return (index, y, y)
    }.sorted { $0.y < $1.y }
    for index in labels.indices.dropFirst() {
      labels[index].y = max(labels[index].y, labels[index - 1].y + distance)
    }
    var limit = top + height + 0.01
    for index in labels.indices.reversed() {
      labels[index].y = min(labels[index].y, limit)
      limit = labels[index].y - distance
    }
    return Dictionary(uniqueKeysWithValues: labels.map { ($0.index, $0.y - $0.own) })
  }
}
