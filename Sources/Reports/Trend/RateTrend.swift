import Documents
import Indicators
import LookedAfter

/// The course of the rate per 10,000 at month end: the number of children and its expected band, each
/// over the population of its month. As for the number, no run rules apply.
public enum RateTrend {
  /// A month with its rate.
  private struct Point {
    let index: Int
    let month: Month
    let rate: RatePer10000?
    let population: Population?
    let expected: (centre: Double, lower: Double, upper: Double)?
    let place: ExpectedBand.Place?
  }

  /// The rate over some months.
  ///
  /// - Parameters:
  ///   - first: the first month; nil for the first that is recorded.
  ///   - last: the last month; nil for the last that is recorded.
  ///   - history: what is recorded.
  /// - Throws: `ReportError` when no number or no population is recorded; `SeriesError`.
  public static func document(
    from first: Month?, to last: Month?, of history: History
  ) throws -> Document {
    guard let measure = history.catalogue[CohortID.total.count] else {
      throw ReportError.emptyHistory
    }
    let figures = MonthlyFigures(of: measure.id, in: history)
    guard let newest = figures.months.last else { throw ReportError.noSeries(measure.quoted) }
    let series = try figures.series(from: first, to: last)
    guard series.known > 0 else {
      throw ReportError.nothingRecorded(
        what: measure.quoted, first ?? last ?? newest, known: figures.months)
    }
    let trend = try StockTrend(measure, series, of: history)
    let points = points(of: trend, figures, history)
    guard let latest = points.last(where: { $0.rate != nil }), let rate = latest.rate else {
      throw ReportError.noPopulation(points.last?.month ?? newest)
    }
    let sentences = StockTrendSentences(trend)
    let interval = RateInterval(rate)
    let estimate = latest.population.map { ", \($0.inWords)" } ?? ""
    let band = Self.band(latest, since: trend)
    var section = Section(heading: "")
    section.say(
      "Rate per 10,000: \(Prose.decimal(rate.rounded(toDecimals: 1))) in \(latest.month.inWords)"
        + " (\(Prose.figures(rate.children)) of \(Prose.figures(rate.population))\(estimate)).",
      "By chance alone it would be between about \(Prose.rate(interval.lower)) and"
        + " \(Prose.rate(interval.upper)) (95%).", sentences.balance)
    section.blocks.append(.chart(drawing(points, band ?? "The rate, month by month.", history)))
    section.say(band ?? sentences.band)
    section.say(sentences.aim)
    section.blocks.append(.table(table(points, trend)))
    let remarks = populations(points) + sentences.cautions
    if !remarks.isEmpty { section.blocks.append(.list(remarks)) }
    section.provenance += series.provenance.compactMap { $0 }
    section.provenance += points.compactMap(\.population?.number.provenance)
    return Document(
      answer: section, title: "Rate per 10,000, \(sentences.period)", asAt: latest.month.lastDay)
  }

  private static func points(
    of trend: StockTrend, _ figures: MonthlyFigures, _ history: History
  ) -> [Point] {
    trend.stock.series.values.indices.compactMap { index in
      guard let month = trend.stock.series.month(at: index) else { return nil }
      let population = history.population(for: month)
      let children = figures[month].flatMap { figure in
        figure.value.whole.map { Recorded($0, figure.provenance) }
      }
      let rate = children.flatMap { children in
        population.flatMap { RatePer10000(children: children, population: $0) }
      }
      let scale = population.map { 10_000 / Double($0.number.value) }
      let expected = trend.expected(at: index)
      return Point(
        index: index, month: month, rate: rate, population: population,
        expected: expected.flatMap { band in
          scale.map { (band.expected * $0, band.lower * $0, band.upper * $0) }
        },
        place: expected.flatMap { band in
          trend.stock.series.values[index].map { band.place(of: $0) }
        })
    }
  }

  /// Where the latest rate lies by the band; nil where there is none.
  private static func band(_ latest: Point, since trend: StockTrend) -> String? {
    guard let expected = latest.expected, let place = latest.place, let band = trend.band else {
      return nil
    }
    let since = trend.stock.series.month(at: band.start).map { " since \($0.inWords)" } ?? ""
    let opening =
      "Had joiners and leavers gone on as before\(since), the rate would lie between"
      + " \(Prose.decimal(expected.lower, 1)) and \(Prose.decimal(expected.upper, 1))"
    return place.isSignal
      ? "\(opening); it lies \(StockTrendSentences.mark(place)), so the course has changed."
      : "\(opening); it does, so nothing points to a change of course."
  }

  /// Where the population changes, a step of the rate is none of the number of children.
  private static func populations(_ points: [Point]) -> [String] {
    zip(points, points.dropFirst()).compactMap { before, now in
      guard let old = before.population, let new = now.population, old != new else { return nil }
      return "From \(now.month.inWords) on the rate is on the \(new.inWords)"
        + " (\(Prose.figures(new.number.value))), before on the \(old.inWords)"
        + " (\(Prose.figures(old.number.value))): that part of the step is none of the children's."
    }
  }

  private static func drawing(_ points: [Point], _ words: String, _ history: History) -> Chart {
    let drawn = points.map { point in
      LineChart.Point(
        id: "\(point.month)", label: "\(point.month.shortName) \(point.month.year)",
        position: point.index,
        value: point.rate.flatMap { ExactNumber(rounding: $0.value, decimals: 1) },
        limits: point.expected.map { expected in
          LineChart.Limits(
            centre: ExactNumber(rounding: expected.centre, decimals: 1),
            lower: ExactNumber(rounding: expected.lower, decimals: 1),
            upper: ExactNumber(rounding: expected.upper, decimals: 1))
        },
        mark: point.place.flatMap { $0.isSignal ? StockTrendSentences.mark($0) : nil })
    }
    return Chart(
      id: "trend", title: "Rate per 10,000", subtitle: "By month, \(history.authority.name)",
      description: words, unit: "Per 10,000", tableID: "band",
      kind: .line(
        LineChart(
          series: [.init(id: "rate", name: "Rate per 10,000", points: drawn)],
          limitKind: .expectedBand)))
  }

  private static func table(_ points: [Point], _ trend: StockTrend) -> Table {
    let explanation = trend.band.map { band in
      var explanation = Explanation(band.band.working)
      explanation.formula =
        (explanation.formula.map { $0 + "; " } ?? "")
        + "each over the population of the month × 10,000"
      return explanation
    }
    let limit = { (value: Double?) in
      Cell.real(value, decimals: 6, display: value.map { Prose.decimal($0, 1) })
        .explained(value == nil ? nil : explanation)
    }
    var table = Table(
      id: "band", caption: "The rate month by month, with the band in which it is expected",
      columns: [
        Column(id: "date", title: "Month", kind: .rowHeader),
        Column(id: "value", title: "Rate per 10,000", kind: .number),
        Column(id: "expected", title: "Expected", kind: .number),
        Column(id: "lower", title: "From", kind: .number),
        Column(id: "upper", title: "To", kind: .number),
        Column(id: "population", title: "Population 0 to 17", kind: .number),
        Column(id: "edition", title: "Edition", kind: .label),
      ],
      rows: points.map { point in
        Row([
          .text("\(point.month)"),
          Cell.real(
            point.rate?.value, decimals: 6, display: point.rate.map { Prose.decimal($0.value, 1) }
          ).explained(point.rate.map { Explanation($0.working) }),
          limit(point.expected?.centre), limit(point.expected?.lower),
          limit(point.expected?.upper),
          .recorded(
            point.population?.number, "Population aged 0 to 17",
            point.population?.inWords ?? ""),
          point.population.map { .text($0.inWords) } ?? .missing,
        ])
      })
    table.isForMachines = true
    return table
  }
}
