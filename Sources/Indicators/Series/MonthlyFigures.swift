import LookedAfter

/// The figures of one measure, month by month, each with its source: what series and changes are
/// made from.
public struct MonthlyFigures: Sendable {
  /// What is counted.
  public let measure: MeasureID

  /// The months that have a figure, in order.
  public let months: [Month]

  private let figures: [Month: Recorded<Quantity>]

  /// Collects the figures of a measure.
  ///
  /// The number of a cohort, or of all children, is that of the month's preferred snapshot. What
  /// happened in a month may be recorded for the month or for its days, which are then added up;
  /// any other number that is recorded for days is that of the month's last such day. Joiners and
  /// leavers worked out from the statutory return step in where a month has none recorded.
  public init(of measure: MeasureID, in history: History) {
    self.measure = measure
    var figures: [Month: Recorded<Quantity>] = [:]
    if history.scheme.rows.contains(where: { $0.id.count == measure }) {
      let cohort = CohortID(rawValue: measure.rawValue)
      for month in history.months {
        // The preferred snapshot may lack the figure that another of the month has.
        let known = history.snapshots(for: month).lazy.compactMap { $0[cohort] }.first
        figures[month] = known.map { Recorded(Quantity(mantissa: $0.value), $0.provenance) }
      }
    } else {
      figures = Self.recorded(measure, in: history)
    }
    self.figures = figures
    months = figures.keys.sorted()
  }

  private static func recorded(
    _ measure: MeasureID, in history: History
  ) -> [Month: Recorded<Quantity>] {
    let isFlow = history.catalogue[measure]?.kind == .flow
    var derived: [Month: Recorded<Quantity>] = [:]
    var figures: [Month: Recorded<Quantity>] = [:]
    var ofDays: [Month: Recorded<Quantity>] = [:]
    for observation in history.observations(of: measure) {
      guard let quantity = observation.quantity else { continue }
      if observation.isDerived, case .month(let month) = observation.period {
        derived[month] = quantity
        continue
      }
      switch observation.period {
      case .month(let month):
        // A detail sets a figure apart from the month's own.
        if observation.detail.isEmpty || figures[month] == nil { figures[month] = quantity }
      case .day(let day):
        let before = ofDays[day.month]?.value.whole
        if isFlow, let before, let now = quantity.value.whole {
          ofDays[day.month] = Recorded(Quantity(mantissa: before + now), quantity.provenance)
        } else {
          ofDays[day.month] = quantity
        }
      case .months, .undated: continue
      }
    }
    figures.merge(ofDays) { month, _ in month }
    guard !derived.isEmpty else { return figures }
    // A line that the recorded joiners or leavers of a month do not have is not made up from others.
    let recorded = monthsWithRecordedFlows(in: history)
    return figures.merging(derived.filter { !recorded.contains($0.key) }) { month, _ in month }
  }

  private static func monthsWithRecordedFlows(in history: History) -> Set<Month> {
    var months: Set<Month> = []
    for branch: MeasureID in ["started", "ceased"] {
      for measure in [branch] + history.catalogue.measures(below: branch).map(\.id) {
        for observation in history.observations(of: measure) where !observation.isDerived {
          switch observation.period {
          case .month(let month): months.insert(month)
          case .day(let day): months.insert(day.month)
          case .months, .undated: continue
          }
        }
      }
    }
    return months
  }

  /// The figure of a month.
  public subscript(month: Month) -> Recorded<Quantity>? { figures[month] }

  /// The figures as a series; months without one are gaps.
  ///
  /// - Parameters:
  ///   - first: the first month; nil for the first that has a figure.
  ///   - last: the last month; nil for the last that has a figure.
  /// - Throws: `SeriesError`.
  public func series(from first: Month? = nil, to last: Month? = nil) throws(SeriesError) -> Series
  {
    guard let first = first ?? months.first, let last = last ?? months.last, first <= last else {
      return try Series([SeriesPoint]())
    }
    var points: [SeriesPoint] = []
    // A bound, so that two dates far apart cannot ask for a series without end.
    for step in 0...min(first.distance(to: last), 12_000) {
      let month = first.advanced(by: step)
      let figure = figures[month]
      points.append(SeriesPoint(month, figure?.value.value, figure?.provenance))
    }
    return try Series(points)
  }

  /// The balance of joiners and leavers after a month, up to and including another; nil where a
  /// month between them is not recorded.
  ///
  /// The spread is estimated from all recorded months up to then.
  public static func balance(
    in history: History, after start: Month, upTo end: Month
  ) -> FlowBalance? {
    let (started, ceased) = (
      MonthlyFigures(of: "started", in: history), MonthlyFigures(of: "ceased", in: history)
    )
    guard let first = [started.months.first, ceased.months.first].compactMap({ $0 }).max(),
      let starts = try? FlowSeries(started.series(from: first, to: end)),
      let leavers = try? FlowSeries(ceased.series(from: first, to: end))
    else { return nil }
    return FlowBalance(started: starts, ceased: leavers, lastMonths: start.distance(to: end))
  }
}
