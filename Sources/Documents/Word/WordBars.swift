extension BarChart {
  /// Clustered bars, the latest fullest, with a key above for the periods.
  var wordPlot: WordChart.Plot {
    let values = groups.flatMap(\.values)
    let scale = AxisScale(values.compactMap { $0?.value }, fromZero: true, marks: 6)
    let format = ChartXML.format(decimals: values.decimals)
    let tints = ["FFFFFF", "B8CBE0", "6D94B8", "12436D"].suffix(max(1, periods.count))
    let fills = Array(repeating: "FFFFFF", count: max(0, periods.count - 4)) + tints
    let series = periods.enumerated().map { index, period in
      WordChart.Bars(
        name: period.label, values: groups.map { $0.values[index]?.exact },
        look: ChartXML.shape(fills[index], outline: "12436D"),
        labels: ChartXML.valueLabels(
          position: "outEnd", format: format, isStrong: index == periods.count - 1))
    }
    let rows = Double(groups.count)
    return WordChart.plot(
      series, names: groups.map(\.name), gap: 45, scale: scale,
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
      WordChart.Bars(
        name: part.name, values: [part.value.exact],
        look: ChartXML.shape(fills[index % 6], outline: "FFFFFF"),
        labels: ChartXML.valueLabels(
          position: "ctr", format: format, isStrong: true, colour: texts[index % 6]))
    }
    let whole = drawn.reduce(0) { $0 + $1.value.value }
    var scale = AxisScale([0, whole], fromZero: true, marks: 5)
    scale.high = max(whole, 1)
    return WordChart.plot(
      series, names: ["Children"], isStacked: true, gap: 10, scale: scale, hasAxis: false,
      hasNames: false, legend: "b", millimetres: 36)
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
    let ends = [
      ChartSheet.Column(
        title: "To the upper end", values: items.map { distance($0.value, $0.upper) ?? "0" }),
      ChartSheet.Column(
        title: "To the lower end", values: items.map { distance($0.lower, $0.value) ?? "0" }),
    ]
    func column(_ number: Int) -> String {
      ChartXML.numbers(ends[number].values, ChartSheet.rows(number + 3, items.count))
    }
    let errors =
      !items.contains { $0.lower != nil && $0.upper != nil }
      ? ""
      : "<c:errBars><c:errBarType val=\"both\"/><c:errValType val=\"cust\"/><c:noEndCap val=\"0\"/>"
        + "<c:plus>\(column(0))</c:plus><c:minus>\(column(1))</c:minus>"
        + ChartXML.stroke("1A1A1A", 1.25) + "</c:errBars>"
    let points = items.enumerated().filter { $0.element.isSubject }.map { index, _ in
      "<c:dPt><c:idx val=\"\(index)\"/><c:invertIfNegative val=\"0\"/><c:bubble3D val=\"0\"/>"
        + ChartXML.shape("12436D", outline: "12436D") + "</c:dPt>"
    }.joined()
    // Those without an interval are bars of their own, or Word would draw one of no length.
    func hasInterval(_ item: Item) -> Bool { item.lower != nil && item.upper != nil }
    func labels(_ isWanted: (Item) -> Bool) -> String {
      ChartXML.labels(items.enumerated().filter { isWanted($0.element) }.compactMap(label))
    }
    func label(_ index: Int, _ item: Item) -> ChartXML.Label? {
      item.value.map {
        ChartXML.Label(
          index: index, format: ChartXML.format(decimals: $0.decimals), position: "inBase",
          isStrong: true, colour: item.isSubject ? "FFFFFF" : "000000")
      }
    }
    let look = ChartXML.shape("8FB0CC", outline: "12436D")
    let series = [
      WordChart.Bars(
        name: "With an interval", values: items.map { hasInterval($0) ? $0.value?.exact : nil },
        look: look, points: points, labels: labels(hasInterval), errors: errors),
      WordChart.Bars(
        name: "Without one", values: items.map { hasInterval($0) ? nil : $0.value?.exact },
        look: look, points: points, labels: labels { !hasInterval($0) }),
    ]
    return WordChart.plot(
      series, names: items.map(\.name), isStacked: true, gap: 40, scale: scale,
      millimetres: min(215, max(38, 14 + 9 * Double(items.count))),
      further: errors.isEmpty ? [] : ends)
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
      WordChart.Bars(name: "Base", values: base, look: ChartXML.shape(nil)),
      WordChart.Bars(name: "Level", values: levels, look: ChartXML.shape("12436D")),
      WordChart.Bars(name: "Added", values: rises, look: ChartXML.shape("12436D")),
      WordChart.Bars(
        name: "Taken away", values: falls, look: ChartXML.shape("8FB0CC", outline: "12436D")),
      WordChart.Bars(
        name: "Room for figures", values: room, look: ChartXML.shape(nil),
        labels: ChartXML.labels(labels)),
    ]
    var wide = scale
    wide.high += scale.step
    return WordChart.plot(
      series, names: names, isStacked: true, gap: 40, scale: wide,
      millimetres: min(215, max(45, 14 + 9 * Double(names.count))))
  }
}

extension PlanChart {
  /// What was planned as an outline, what was sent as a full bar.
  var wordPlot: WordChart.Plot {
    let values = periods.flatMap { [$0.planned, $0.sent] }
    let scale = AxisScale(values.compactMap { $0?.value }, fromZero: true, marks: 6)
    let format = ChartXML.format(decimals: values.decimals)
    let labels = ChartXML.valueLabels(position: "outEnd", format: format)
    // A kind of bar of which none is drawn has no place in the key.
    let drawn = [
      periods.contains { $0.planned != nil }
        ? WordChart.Bars(
          name: plannedName, values: periods.map { $0.planned?.exact },
          look: ChartXML.shape("FFFFFF", outline: "12436D"), labels: labels) : nil,
      periods.contains { $0.sent != nil }
        ? WordChart.Bars(
          name: sentName, values: periods.map { $0.sent?.exact },
          look: ChartXML.shape("12436D", outline: "12436D"), labels: labels) : nil,
    ]
    let series = drawn.compactMap { $0 }
    return WordChart.plot(
      series, names: periods.map(\.label), gap: 45, scale: scale, legend: "t",
      millimetres: min(215, max(48, 22 + 12 * Double(periods.count))))
  }
}
