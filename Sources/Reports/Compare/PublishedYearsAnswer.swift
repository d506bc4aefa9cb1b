import Comparators
import Documents
import Indicators
import LookedAfter

/// The published yearly figures of any English authority, a region or England: who came in and who
/// left, the children on 31 March, and whether their number really moved.
public enum PublishedYearsAnswer {
  /// What the chart is of.
  public enum Subject: String, CaseIterable, Sendable {
    /// Those who started and those who ceased to be looked after.
    case flows
    /// Those who started to be looked after.
    case started
    /// Those who ceased to be looked after.
    case ceased
    /// Those who started less those who ceased.
    case net
    /// Children on 31 March.
    case total
    /// Their rate per 10,000.
    case rate

    /// The subject for people, in sentence case.
    public var name: String {
      switch self {
      case .flows: "Started and ceased to be looked after"
      case .started: "Started to be looked after"
      case .ceased: "Ceased to be looked after"
      case .net: "Started less ceased to be looked after"
      case .total: "Looked after on 31 March"
      case .rate: "Rate per 10,000 on 31 March"
      }
    }
  }

  /// The years up to one of them.
  ///
  /// - Parameters:
  ///   - subject: what the chart is of.
  ///   - area: an authority, a region or England.
  ///   - name: its name.
  ///   - last: the last year; 2025 for the twelve months to 31 March 2025.
  ///   - directory: what is published of every authority.
  /// - Throws: `ReportError.noPublishedFigures`, or when the shipped figures cannot be read.
  public static func document(
    _ subject: Subject, of area: Area, named name: String, upTo last: Int,
    in directory: ComparatorDirectory
  ) throws -> Document {
    let published = try PublishedYears(of: area, named: name, upTo: last, in: directory)
    guard directory.years.contains(last), let latest = published.years.last else {
      throw ReportError.noPublishedFigures(year: last, known: directory.years)
    }
    var section = Section(heading: "")
    let trend = try RateTrendOfYears(of: area, upTo: latest.year, in: directory)
    section.say(opening(subject, latest, published, trend))
    if ![.total, .net, .flows].contains(subject) { section.say(PublishedYears.sentence(latest)) }
    section.blocks.append(.chart(chart(subject, published, trend)))
    if subject != .rate { section.say(trend.sentence) }
    section.blocks.append(.table(table(published)))
    section.say(remarks(latest))
    let figures = published.years.flatMap { [$0.started, $0.ceased, $0.lookedAfter] }
    section.provenance = figures.compactMap { $0 }.map(Provenance.init(published:))
    return Document(
      answer: section,
      title: "\(subject.name), \(name), \(published.years.first?.year ?? last) to"
        + " \(latest.year)", asAt: CivilDate(year: latest.year, month: 3, day: 31))
  }

  // MARK: Sentences

  private static func opening(
    _ subject: Subject, _ latest: PublishedYears.Year, _ published: PublishedYears,
    _ trend: RateTrendOfYears
  ) -> String {
    switch subject {
    case .flows, .net, .total:
      "\(published.name): \(number(latest)) \(PublishedYears.sentence(latest))"
    case .started: "\(published.name): \(twoYears(.started, latest, published))"
    case .ceased: "\(published.name): \(twoYears(.ceased, latest, published))"
    case .rate:
      "\(published.name): "
        + (latest.lookedAfter?.rate.value.map { "\($0) per 10,000 on 31 March \(latest.year). " }
          ?? "no rate is printed for 31 March \(latest.year). ") + trend.sentence
    }
  }

  /// The children on 31 March, and how their number changed in the year.
  private static func number(_ year: PublishedYears.Year) -> String {
    guard let count = year.lookedAfter?.count.value else {
      return "the number on 31 March \(year.year)"
        + " \(year.lookedAfter?.count.reason?.inWords ?? "is not printed")."
    }
    let change = year.change.map { ", \(Prose.comparison($0)) a year before" } ?? ""
    return "\(Prose.childrenInFigures(count)) on 31 March \(year.year)\(change)."
  }

  /// Those of a year beside those of the year before, and what chance would do.
  private static func twoYears(
    _ measure: PublishedMeasure, _ latest: PublishedYears.Year, _ published: PublishedYears
  ) -> String {
    let verb = measure == .started ? "started" : "ceased"
    let when = "to be looked after in the twelve months to 31 March \(latest.year)"
    guard let now = latest.figure(measure)?.count.value else {
      let reason = latest.figure(measure)?.count.reason?.inWords ?? "is not printed"
      return "how many \(verb) \(when) \(reason)."
    }
    let opening = "\(Prose.figures(now)) \(verb) \(when)"
    let earlier = published.years.last { $0.year == latest.year - 1 }
    guard let before = earlier?.figure(measure)?.count.value,
      let test = TwoMonths(before, now, spread: .yearly)
    else { return opening + "." }
    if before == now { return "\(opening), as many as in the year before." }
    return "\(opening), \(Prose.comparison(now - before)) in the year before. "
      + (test.p < 0.05
        ? "A change this size would be unusual by chance."
        : "Changes this size happen by chance.")
  }

  private static func remarks(_ latest: PublishedYears.Year) -> String {
    var remarks: [String] = []
    if let balance = latest.balance, let change = latest.change {
      remarks += balance.reconciliation(opening: 0, closing: change).map(\.sentence)
    }
    remarks.append(
      "The newest figures of each year. Siblings come and go together, so chance is reckoned with the"
        + " spread that is usual for yearly figures (φ \(Prose.decimal(Spread.yearly.phi, 1))).")
    return remarks.joined(separator: " ")
  }

  // MARK: Chart and table

  private static func chart(
    _ subject: Subject, _ published: PublishedYears, _ trend: RateTrendOfYears
  ) -> Chart {
    let value: (Subject, PublishedYears.Year) -> ExactNumber? = { subject, year in
      let whole: Int? =
        switch subject {
        case .started, .flows: year.started?.count.value
        case .ceased: year.ceased?.count.value
        case .net: year.balance?.net
        case .total: year.lookedAfter?.count.value
        case .rate: nil
        }
      if subject == .rate { return trend.rate(in: year.year) }
      return whole.map { ExactNumber(mantissa: $0, decimals: 0) }
    }
    let lines: [(Subject, String)] =
      subject == .flows ? [(.started, "Started"), (.ceased, "Ceased")] : [(subject, subject.name)]
    let series = lines.map { line, name in
      LineChart.Series(
        id: line.rawValue, name: name,
        points: published.years.compactMap { year in
          subject == .rate && value(line, year) == nil
            ? nil
            : LineChart.Point(
              id: String(year.year), label: String(year.year), position: year.year,
              value: value(line, year))
        })
    }
    return Chart(
      id: "yearly", title: "\(subject.name), \(published.name)",
      subtitle: subject == .rate
        ? "By year to 31 March, all on one edition of the population" : "By year to 31 March",
      description: series.map { "\($0.name), year by year." }.joined(separator: " "),
      unit: subject == .rate ? "Per 10,000" : "Children", tableID: "yearly-flows",
      kind: .line(LineChart(series: series)))
  }

  private static func table(_ published: PublishedYears) -> Table {
    let rows = published.years.map { year in
      let balance = year.balance
      let explanation = balance.map { Explanation($0.working) }
      let evidence = balance.flatMap { StockTrendSentences.evidence($0, year.change) }
      return Row([
        .text(String(year.year)), number(year.started, published), number(year.ceased, published),
        Cell.change(balance?.net).explained(explanation), number(year.lookedAfter, published),
        change(year), rate(year.lookedAfter, published),
        Cell.real(balance?.spread.phi, decimals: 1).explained(explanation),
        Cell.real(balance?.z, decimals: 6, display: balance?.z.map { Prose.decimal($0, 2) })
          .explained(explanation),
        Cell.probability(balance?.p, least: "<0.001").explained(explanation),
        balance.map { _ in
          Cell(.text(evidence?.words ?? StockTrendSentences.unexplained)).explained(explanation)
        } ?? .missing,
      ])
    }
    return Table(
      id: "yearly-flows", caption: "\(published.name), the twelve months to 31 March of each year",
      columns: [
        Column(id: "year", title: "Year", kind: .rowHeader),
        Column(id: "started", title: "Came in", kind: .number),
        Column(id: "ceased", title: "Left", kind: .number),
        Column(id: "net", title: "Net", kind: .number),
        Column(id: "count", title: "On 31 March", kind: .number),
        Column(id: "change", title: "Change", kind: .number),
        Column(id: "rate", title: "Rate", kind: .key),
        Column(id: "phi", title: "Spread (φ)", kind: .key),
        Column(id: "z", title: "z", kind: .number), Column(id: "p", title: "Chance", kind: .number),
        Column(id: "words", title: "Direction of travel", kind: .label),
      ], rows: rows)
  }

  private static func number(_ figure: PublishedFigure?, _ published: PublishedYears) -> Cell {
    guard let figure else { return .missing }
    return .recorded(
      figure.count.value.map { Recorded($0, Provenance(published: figure)) },
      "\(name(of: figure.measure)), \(published.name)", "31 March \(figure.year)")
  }

  private static func rate(_ figure: PublishedFigure?, _ published: PublishedYears) -> Cell {
    guard let figure else { return .missing }
    return .recorded(
      figure.rate.value.map { Recorded($0, Provenance(published: figure)) },
      "Printed rate per 10,000, \(published.name)", "31 March \(figure.year)")
  }

  private static func change(_ year: PublishedYears.Year) -> Cell {
    let recorded = { (figure: PublishedFigure?) -> Recorded<Int>? in
      figure.flatMap { figure in
        figure.count.value.map { Recorded($0, Provenance(published: figure)) }
      }
    }
    return .change(
      of: "children looked after",
      from: (
        "31 March \(year.year - 1)",
        recorded(year.before?.year == year.year - 1 ? year.before : nil)
      ),
      to: ("31 March \(year.year)", recorded(year.lookedAfter)))
  }

  private static func name(of measure: PublishedMeasure) -> String {
    switch measure {
    case .lookedAfter: "Children looked after"
    case .started: "Children who started to be looked after"
    case .ceased: "Children who ceased to be looked after"
    }
  }
}
