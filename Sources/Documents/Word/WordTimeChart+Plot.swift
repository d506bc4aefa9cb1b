extension WordTimeChart {
  var plot: WordChart.Plot {
    guard !slots.isEmpty else {
      return .init(
        area: "<c:layout/>" + lineChart([]) + axes, legend: nil, millimetres: 40)
    }
    let endTexts = lines.compactMap(\.endText)
    let widest = endTexts.map { TextMeasure.width($0, size: 10) }.max() ?? 0
    // 170 mm are about 482 points.
    let share = min(0.34, widest / 482 + 0.03)
    let area =
      ChartXML.layout(x: 0.075, y: 0.06, width: 0.915 - share, height: 0.8) + areaChart
      + lineChart(lineSeries) + axes
    return .init(area: area, legend: nil, millimetres: 82)
  }

  private var axes: String {
    let widest = slots.map { TextMeasure.width($0, size: 10) }.max() ?? 40
    let fitting = max(2, Int(330 / (widest + 12)))
    let skip = max(1, (slots.count + fitting - 1) / fitting)
    return ChartXML.categories(side: "b", skip: skip)
      + ChartXML.values(side: "l", scale: scale, isMidpoint: slots.count > 1)
  }

  private var areaChart: String {
    guard !areas.isEmpty else { return "" }
    let series = areas.enumerated().map { index, area in
      "<c:ser><c:idx val=\"\(index)\"/><c:order val=\"\(index)\"/>"
        + ChartXML.name(index == 0 ? "Under the band" : "Band") + ChartXML.shape(area.colour)
        + ChartXML.categories(slots)
        + ChartXML.values(area.values.map { ExactNumber(rounding: $0, decimals: 4)?.exact })
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
      var labels = line.marks.suffix(3).map {
        ChartXML.Label(index: $0.slot, text: $0.text, position: "t", isStrong: true)
      }
      if let text = line.endText, let slot = line.values.lastIndex(where: { $0 != nil }),
        !labels.contains(where: { $0.index == slot })
      {
        labels.append(
          .init(
            index: slot, text: text, position: "r", dy: shifts[index] ?? 0, isStrong: line.isStrong)
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
        + ChartXML.name(line.name) + line.look + marker + points.joined() + ChartXML.labels(labels)
        + ChartXML.categories(slots) + ChartXML.values(line.values.map { $0?.exact })
        + "<c:smooth val=\"0\"/></c:ser>"
    }
  }

  /// How far each end label is moved up or down, as a part of the chart's height, so that none
  /// touches another.
  private var labelShifts: [Int: Double] {
    let plotHeight = 0.8
    let distance = 0.062
    var labels = lines.enumerated().compactMap {
      index, line -> (index: Int, y: Double, own: Double)? in
      guard line.endText != nil, let last = line.values.last(where: { $0 != nil }).flatMap({ $0 })
      else { return nil }
      let y = 0.06 + (1 - scale.fraction(last.value)) * plotHeight
      return (index, y, y)
    }.sorted { $0.y < $1.y }
    for index in labels.indices.dropFirst() {
      labels[index].y = max(labels[index].y, labels[index - 1].y + distance)
    }
    var limit = 0.06 + plotHeight + 0.01
    for index in labels.indices.reversed() {
      labels[index].y = min(labels[index].y, limit)
      limit = labels[index].y - distance
    }
    return Dictionary(uniqueKeysWithValues: labels.map { ($0.index, $0.y - $0.own) })
  }
}
