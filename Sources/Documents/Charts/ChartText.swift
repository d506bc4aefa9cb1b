extension Chart {
  /// The chart with every text that people read passed through.
  package func forPeople(_ transform: (String) -> String) -> Chart {
    var chart = self
    chart.title = transform(title)
    chart.subtitle = transform(subtitle)
    chart.description = transform(description)
    chart.unit = transform(unit)
    chart.remark = remark.map(transform).nonEmpty
    chart.source = source.map(transform).nonEmpty
    chart.kind = kind.forPeople(transform)
    return chart
  }
}

extension Chart.Kind {
  fileprivate func forPeople(_ transform: (String) -> String) -> Chart.Kind {
    switch self {
    case .line(var chart):
      chart.series = chart.series.map { series in
        var series = series
        series.name = transform(series.name)
        series.points = series.points.map { $0.forPeople(transform) }
        return series
      }
      chart.references = chart.references.map { $0.forPeople(transform) }
      return .line(chart)
    case .fan(var chart):
      chart.name = transform(chart.name)
      chart.bandNames = chart.bandNames.map(transform)
      chart.recorded = chart.recorded.map { $0.forPeople(transform) }
      chart.references = chart.references.map { $0.forPeople(transform) }
      for path in chart.paths.indices {
        chart.paths[path].name = transform(chart.paths[path].name)
        for point in chart.paths[path].points.indices {
          chart.paths[path].points[point].label = transform(
            chart.paths[path].points[point].label)
        }
      }
      return .fan(chart)
    case .bars(var chart):
      for index in chart.periods.indices {
        chart.periods[index].label = transform(chart.periods[index].label)
      }
      for index in chart.groups.indices {
        chart.groups[index].name = transform(chart.groups[index].name)
      }
      return .bars(chart)
    case .profile(var chart):
      for index in chart.parts.indices {
        chart.parts[index].name = transform(chart.parts[index].name)
      }
      return .profile(chart)
    case .comparison(var chart):
      chart.intervalName = transform(chart.intervalName)
      for index in chart.items.indices {
        chart.items[index].name = transform(chart.items[index].name)
        chart.items[index].outcome = chart.items[index].outcome.map(transform).nonEmpty
      }
      return .comparison(chart)
    case .waterfall(var chart):
      chart.start.name = transform(chart.start.name)
      chart.end.name = transform(chart.end.name)
      for index in chart.steps.indices {
        chart.steps[index].name = transform(chart.steps[index].name)
      }
      return .waterfall(chart)
    case .plan(var chart):
      chart.plannedName = transform(chart.plannedName)
      chart.sentName = transform(chart.sentName)
      for index in chart.periods.indices {
        chart.periods[index].label = transform(chart.periods[index].label)
      }
      return .plan(chart)
    }
  }
}

extension LineChart.Point {
  fileprivate func forPeople(_ transform: (String) -> String) -> LineChart.Point {
    var point = self
    point.label = transform(label)
    point.mark = mark.map(transform).nonEmpty
    return point
  }
}

extension LineChart.Reference {
  fileprivate func forPeople(_ transform: (String) -> String) -> LineChart.Reference {
    LineChart.Reference(label: transform(label), value: value)
  }
}
