import Documents
import Indicators
import LookedAfter

/// How old each figure of a paper is on the day on which it is read.
struct FigureAges {
  /// One figure, or figures that belong together.
  struct Line: Equatable {
    let id: String
    let name: String
    let day: CivilDate
    let source: String?
  }

  let lines: [Line]
  let meeting: CivilDate?

  init(_ context: PaperContext) {
    meeting = context.meeting
    let (history, month, last) = (context.history, context.month, context.lastDay)
    var lines: [Line] = []
    func add(_ id: String, _ name: String, _ day: CivilDate?, _ provenance: Provenance?) {
      guard let day, day <= last else { return }
      lines.append(Line(id: id, name: name, day: day, source: provenance?.source?.shortTitle))
    }
    if let headline = history.snapshotWithTotal(for: month), headline.basis == nil {
      add(
        "total", "Number looked after, basis not stated", headline.asAt ?? month.lastDay,
        headline.total?.provenance)
    }
    for basis in Basis.allCases {
      let newest = history.months.reversed().lazy
        .flatMap { history.snapshots(for: $0) }
        .first { $0.basis == basis && $0.total != nil && ($0.asAt ?? $0.month.lastDay) <= last }
      guard let newest else { continue }
      add(
        "total.\(basis.rawValue)", "Number looked after, \(basis.name)",
        newest.asAt ?? newest.month.lastDay, newest.total?.provenance)
    }
    if let flows = history.flows(in: .month(month)) {
      add(
        "flows", "Joiners and leavers", month.lastDay,
        flows.left.stated?.provenance ?? flows.joined.stated?.provenance)
    }
    let pipeline = history.pipelinePeriods.last { ($0.lastDay ?? last) <= last }
    let applications = pipeline.flatMap(history.pipeline)
    add(
      "pipeline", "Applications under way", pipeline?.lastDay,
      (applications?.counts.valuesInOrder.flatMap(\.valuesInOrder) ?? []).first?.provenance
        ?? applications?.unsplit.valuesInOrder.first?.provenance
        ?? applications?.statedOpen?.provenance)
    if let planned = history.plannedApplications(reportedIn: month) {
      add(
        "planned", "Applications planned", history.snapshot(for: month)?.asAt ?? month.lastDay,
        planned.plans.first?.routes.valuesInOrder.first?.provenance)
    }
    if let edge = history.edgeOfCare(upTo: month) {
      add(
        "edge-of-care", "Edge of care", edge.period.lastDay,
        edge.prevention.children.stated?.provenance)
    }
    for (id, name) in [
      ("residential.all", "Residential care"), ("kinship.foster", "Kinship foster care"),
      ("stability.same_placement", "Stability of placements"),
      ("cost.average_per_child", "Average cost"),
    ] {
      let newest = history.observations(of: MeasureID(rawValue: id)).last {
        ($0.asAt ?? $0.period.lastDay).map { $0 <= last } ?? false
      }
      add(id, name, newest?.asAt ?? newest?.period.lastDay, newest?.provenance)
    }
    let comparators = history.comparators(upTo: month)
    for year in Set(comparators.map(\.dataYear)).sorted(by: >) {
      let ofYear = comparators.filter { $0.dataYear == year }
      add(
        "comparators.\(year)", "Comparators of \(year)",
        Int(year.prefix(4)).flatMap { CivilDate(year: $0 + 1, month: 3, day: 31) },
        ofYear.last?.rate.provenance)
    }
    let population = history.population(for: month)
    add(
      "population", "Population aged 0 to 17",
      population.flatMap { CivilDate(year: $0.midYear, month: 6, day: 30) },
      population?.number.provenance)
    self.lines = lines
  }

  /// An age in words: in days up to three months, in whole months from then on.
  static func age(of day: CivilDate, on meeting: CivilDate) -> String {
    let days = meeting.dayNumber - day.dayNumber
    guard days > 92 else { return Prose.count(days, "day", "days") }
    // The last day of a month counts as its whole: 31 March to 1 December is 8 months and a day.
    let isLast = day == day.month.lastDay
    let months =
      day.month.distance(to: meeting.month)
      - (isLast && meeting != meeting.month.lastDay || !isLast && meeting.day < day.day ? 1 : 0)
    let whole = day.month.advanced(by: months)
    let reached = isLast ? whole.lastDay : CivilDate(whole, day: day.day) ?? whole.lastDay
    return (reached < meeting ? "over " : "") + Prose.count(months, "month", "months")
  }

  var table: Table {
    Table(
      id: "figure-ages",
      caption: meeting.map { "The age of the figures on \($0.inWords)" }
        ?? "The days that the figures describe",
      columns: [
        Column(id: "id", title: "Id", kind: .key),
        Column(id: "figure", title: "Figures", kind: .rowHeader),
        Column(id: "day", title: "Describe", kind: .label),
        Column(id: "source", title: "From", kind: .label),
        Column(id: "days", title: "Age", kind: .number),
      ],
      rows: lines.map { line in
        Row([
          .text(line.id), .text(line.name), Cell(.text("\(line.day)"), display: line.day.inWords),
          line.source.map(Cell.text) ?? .notApplicable,
          meeting.map { meeting in
            Cell(
              .number(mantissa: meeting.dayNumber - line.day.dayNumber, decimals: 0),
              display: Self.age(of: line.day, on: meeting))
          } ?? .missing,
        ])
      })
  }
}

extension Section {
  /// How old every figure is on the day of the meeting.
  static func figureAges(_ context: PaperContext) -> Section {
    var section = Section(heading: "")
    let ages = FigureAges(context)
    guard let meeting = context.meeting else {
      section.say(
        "The day of the meeting is not known, so the age of the figures is not given; the table has the"
          + " days that they describe.")
      section.blocks.append(.table(ages.table))
      return section
    }
    let oldest = ages.lines.min { $0.day < $1.day }
    let newest = ages.lines.max { $0.day < $1.day }
    if let oldest, let newest {
      section.say(
        "On \(meeting.inWords) the newest of these figures (\(Prose.lowercasedFirst(newest.name))) is"
          + " \(FigureAges.age(of: newest.day, on: meeting)) old and the oldest"
          + " (\(Prose.lowercasedFirst(oldest.name))) \(FigureAges.age(of: oldest.day, on: meeting))."
      )
    }
    section.blocks.append(.table(ages.table))
    return section
  }
}
