extension BarChart {
  /// Clustered bars, the latest fullest, with a key above for the periods.
  var wordPlot: WordChart.Plot {
    let values = groups.flatMap(\.values)
    let scale = AxisScale(values.compactMap { $0?.value }, fromZero: true, marks: 6)
    let format = ChartXML.format(decimals: values.decimals)
    let names = groups.map(\.name)
    let tints = ["FFFFFF", "B8CBE0", "6D94B8", "12436D"].suffix(max(1, periods.count))
    let fills = Array(repeating: "FFFFFF", count: max(0, periods.count - 4)) + tints
    let series = periods.enumerated().map { index, period in
      WordChart.bar(
        index, name: period.label, look: ChartXML.shape(fills[index], outline: "12436D"),
        labels: ChartXML.valueLabels(
          position: "outEnd", format: format, isStrong: index == periods.count - 1),
        names: names, values: groups.map { $0.values[index]?.exact })
    }
    let rows = Double(groups.count)
    return .init(
      area: WordChart.bars(series, isStacked: false, gap: 45, scale: scale),
      legend: periods.count > 1 ? "t" : nil,
      millimetres: min(215, max(45, 24 + rows * (4 + 4.3 * Double(periods.count)))))
  }
}

extension ProfileBar {
  /// One stacked bar, its figures in it, its parts in a key under it.
  var wordPlot: WordChart.Plot {
    let drawn = parts.filter { $0.value.mantissa > 0 }
    let fills = ["12436D", "F46A25", "801650", "28A197", "3D3D3D", "A285D1"]
    let texts = ["FFFFFF", "000000", "FFFFFF", "000000", "FFFFFF", "000000"]
    let format = ChartXML.format(decimals: drawn.map(\.value).decimals)
    let series = drawn.enumerated().map { index, part in
      WordChart.bar(
        index, name: part.name + ": " + part.value.forPeople,
        look: ChartXML.shape(fills[index % 6], outline: "FFFFFF"),
        labels: ChartXML.valueLabels(
          position: "ctr", format: format, isStrong: true, colour: texts[index % 6]),
        names: [""], values: [part.value.exact])
    }
    let whole = drawn.reduce(0) { $0 + $1.value.value }
    var scale = AxisScale([0, whole], fromZero: true, marks: 5)
    scale.high = max(whole, 1)
    return .init(
      area: WordChart.bars(
        series, isStacked: true, gap: 10, scale: scale, hasAxis: false, hasNames: false),
      legend: "b", millimetres: 36)
  }
}

extension ComparisonChart {
  /// Bars from nought with error bars; figures at the foot of the bars, clear of the intervals.
  var wordPlot: WordChart.Plot {
    let values = items.flatMap { [$0.value, $0.lower, $0.upper] }
    let scale = AxisScale(values.compactMap { $0?.value }, fromZero: true, marks: 6)
    func distance(_ from: ExactNumber?, _ to: ExactNumber?) -> String? {
      guard let from, let to, let distance = to.minus(from), distance.mantissa >= 0 else {
        return nil
      }
      return distance.exact
    }
    let errors =
      !items.contains { $0.lower != nil && $0.upper != nil }
      ? ""
      : "<c:errBars><c:errBarType val=\"both\"/><c:errValType val=\"cust\"/><c:noEndCap val=\"0\"/>"
        + "<c:plus>\(ChartXML.literal(items.map { distance($0.value, $0.upper) ?? "0" }))</c:plus>"
        + "<c:minus>\(ChartXML.literal(items.map { distance($0.lower, $0.value) ?? "0" }))</c:minus>"
        + ChartXML.stroke("1A1A1A", 1.25) + "</c:errBars>"
    let points = items.enumerated().filter { $0.element.isSubject }.map { index, _ in
      "<c:dPt><c:idx val=\"\(index)\"/><c:invertIfNegative val=\"0\"/><c:bubble3D val=\"0\"/>"
        + ChartXML.shape("12436D", outline: "12436D") + "</c:dPt>"
    }.joined()
    let labels = items.enumerated().compactMap { index, item in
      item.value.map {
        ChartXML.Label(
          index: index, text: $0.forPeople, position: "inBase", isStrong: true,
          colour: item.isSubject ? "FFFFFF" : "000000")
      }
    }
    let series = WordChart.bar(
      0, name: intervalName, look: ChartXML.shape("8FB0CC", outline: "12436D"), points: points,
      labels: ChartXML.labels(labels), errors: errors, names: items.map(\.name),
      values: items.map { $0.value?.exact })
    return .init(
      area: WordChart.bars([series], isStacked: false, gap: 40, scale: scale), legend: nil,
      millimetres: min(215, max(38, 14 + 9 * Double(items.count))))
  }
}

extension WaterfallChart {
  /// Floating bars for the movements and a short stroke for each level.
  ///
  /// Word has no such chart that every version opens, so the bars stand on others without a fill.
  var wordPlot: WordChart.Plot {
    let steps = stepsWithRemainder
    let scale = self.scale(marks: 6)
    let range = scale.high - scale.low
    let names = [start.name] + steps.map(\.name) + [end.name]
    var base: [String?] = []
    var levels: [String?] = []
    var rises: [String?] = []
    var falls: [String?] = []
    func add(_ from: Double, level: Double? = nil, rise: Double? = nil, fall: Double? = nil) {
      base.append(ChartXML.number(from))
      levels.append(level.map(ChartXML.number))
      rises.append(rise.map(ChartXML.number))
      falls.append(fall.map(ChartXML.number))
    }
    let stroke = range * 0.006
    add(start.value.value - stroke / 2, level: stroke)
    var level = start.value.value
    for step in steps {
      let next = level + step.change.value
      let isFall = step.change.mantissa < 0
      add(
        min(level, next), rise: isFall ? nil : next - level, fall: isFall ? level - next : nil)
      level = next
    }
    add(end.value.value - stroke / 2, level: stroke)
    let texts = [start.value.forPeople] + steps.map(\.change.withSign) + [end.value.forPeople]
    let labels = texts.enumerated().map { index, text in
      ChartXML.Label(
        index: index, text: text, position: "inBase",
        isStrong: index == 0 || index == texts.count - 1)
    }
    let room = names.map { _ in Optional(ChartXML.number(range * 0.12)) }
    let series = [
      WordChart.bar(0, name: "Base", look: ChartXML.shape(nil), names: names, values: base),
      WordChart.bar(
        1, name: "Level", look: ChartXML.shape("12436D"), names: names, values: levels),
      WordChart.bar(
        2, name: "Added", look: ChartXML.shape("12436D"), names: names, values: rises),
      WordChart.bar(
        3, name: "Taken away", look: ChartXML.shape("8FB0CC", outline: "12436D"), names: names,
        values: falls),
      WordChart.bar(
        4, name: "Room for figures", look: ChartXML.shape(nil), labels: ChartXML.labels(labels),
        names: names, values: room),
    ]
    var wide = scale
    wide.high += scale.step
    return .init(
      area: WordChart.bars(series, isStacked: true, gap: 40, scale: wide), legend: nil,
      millimetres: min(215, max(45, 14 + 9 * Double(names.count))))
  }
}

extension PlanChart {
  /// What was planned as an outline, what was sent as a full bar.
  var wordPlot: WordChart.Plot {
    let values = periods.flatMap { [$0.planned, $0.sent] }
    let scale = AxisScale(values.compactMap { $0?.value }, fromZero: true, marks: 6)
    let format = ChartXML.format(decimals: values.decimals)
    let names = periods.map(\.label)
    let labels = ChartXML.valueLabels(position: "outEnd", format: format)
    let series = [
      WordChart.bar(
        0, name: plannedName, look: ChartXML.shape("FFFFFF", outline: "12436D"), labels: labels,
        names: names, values: periods.map { $0.planned?.exact }),
      WordChart.bar(
        1, name: sentName, look: ChartXML.shape("12436D", outline: "12436D"), labels: labels,
        names: names, values: periods.map { $0.sent?.exact }),
    ]
    return .init(
      area: WordChart.bars(series, isStacked: false, gap: 45, scale: scale), legend: "t",
      millimetres: min(215, max(48, 22 + 12 * Double(periods.count))))
  }
}
