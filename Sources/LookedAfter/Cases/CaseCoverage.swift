/// Cases of routes that are fewer than the count recorded: there the count stands, and not the cases.
///
/// Opening the first case of a route must not turn a recorded 20 into 1. So the figures of a route are
/// those of its cases only from the month that the user says (`cases since MONTH`), or else from the
/// first month in which there are as many cases as the counts recorded last; a route that never had a
/// count is that of its cases from the first. Until then the counts stand, and this is the difference.
public struct CaseShortfall: Sendable, Equatable {
  /// The routes; those with an application are one, as the monthly update has them.
  public let routes: [CaseRouteID]
  /// The month.
  public let month: Month
  /// How many children the cases make.
  public let byCases: Int
  /// How many were recorded.
  public let recorded: Int
  /// The month of the counts: that month, or the last before it that has any.
  public let recordedIn: Month
}

/// Some routes whose counts pass to their cases together, and the measures that they make.
struct CaseUnit {
  /// The routes.
  let routes: [CaseRouteID]
  /// The months in which there are cases.
  let months: ClosedRange<Month>
  /// The month from which the user says that the cases are complete; nil where nothing is said.
  let stated: Month?
  /// What counts children at the end of a month, or to date.
  var stocks: Set<MeasureID> = []
  /// What counts what happened in a month.
  var flows: Set<MeasureID> = []

  var measures: Set<MeasureID> { stocks.union(flows) }
}

extension CaseUnit {
  /// Whether its routes are those with an application.
  func isOfApplications(_ table: CaseRoutes) -> Bool {
    routes.contains { table[$0]?.kind == .application }
  }
}

extension CaseFigures {
  /// The months from which the cases of some routes make the figures, and where they do not yet.
  func takeover(
    of unit: CaseUnit
  ) -> (months: ClosedRange<Month>?, shortfalls: [CaseShortfall]) {
    if unit.stated != nil { return (unit.months, []) }
    let counts = RecordedCounts(of: unit, in: recorded)
    var shortfalls: [CaseShortfall] = []
    for month in unit.months.all {
      let rest = month...unit.months.upperBound
      guard let test = counts.test(for: month) else { return (rest, shortfalls) }
      let at = counts.areStocks ? max(month, test.month) : test.month
      let byCases = test.measures.reduce(0) { $0 + number(of: $1, in: at) }
      if byCases >= test.number { return (rest, shortfalls) }
      guard test.month <= month else { continue }
      shortfalls.append(
        CaseShortfall(
          routes: unit.routes, month: month, byCases: byCases, recorded: test.number,
          recordedIn: test.month))
    }
    return (nil, shortfalls)
  }

  /// What the cases make of a measure in a month, all details together.
  private func number(of measure: MeasureID, in month: Month) -> Int {
    guard let split = RecordedCounts.split[measure] else {
      return (made[measure] ?? [:]).reduce(0) {
        $0 + ($1.key.period.lastMonth == month ? $1.value.value?.whole ?? 0 : 0)
      }
    }
    return split.reduce(0) { $0 + number(of: $1, in: month) }
  }
}

/// The counts of some routes that were recorded, by month.
private struct RecordedCounts {
  /// What papers may state for both routes with an application together, and the lines of it.
  static let split: [MeasureID: [MeasureID]] = [
    "planned.applications": ["planned.sgo", "planned.discharge"],
    "pipeline.filed": ["pipeline.sgo.filed", "pipeline.discharge.filed"],
    "pipeline.with_legal": ["pipeline.sgo.with_legal", "pipeline.discharge.with_legal"],
    "pipeline.open": [
      "pipeline.sgo.filed", "pipeline.discharge.filed", "pipeline.sgo.with_legal",
      "pipeline.discharge.with_legal",
    ],
  ]

  private var stocks: [Month: [MeasureID: Int]] = [:]
  private var flows: [Month: [MeasureID: Int]] = [:]

  init(of unit: CaseUnit, in recorded: [MeasureID: [Observation]]) {
    for measure in unit.stocks { Self.add(recorded[measure], of: measure, to: &stocks) }
    for measure in unit.flows { Self.add(recorded[measure], of: measure, to: &flows) }
    // What is stated together counts only where it is not recorded line by line.
    for (whole, lines) in Self.split.sorted(by: { $0.key.rawValue > $1.key.rawValue }) {
      for (month, numbers) in stocks
      where numbers[whole] != nil && lines.contains(where: { numbers[$0] != nil }) {
        stocks[month]?[whole] = nil
      }
    }
    for (month, numbers) in stocks
    where numbers["pipeline.filed"] != nil || numbers["pipeline.with_legal"] != nil {
      stocks[month]?["pipeline.open"] = nil
    }
  }

  private static func add(
    _ observations: [Observation]?, of measure: MeasureID,
    to table: inout [Month: [MeasureID: Int]]
  ) {
    for observation in observations ?? [] {
      guard let month = observation.period.lastMonth, let number = observation.count?.value else {
        continue
      }
      table[month, default: [:]][measure, default: 0] += number
    }
  }

  /// Counts that cases have to be as many as.
  struct Test {
    let month: Month
    let number: Int
    let measures: [MeasureID]
  }

  /// Whether children at the end of a month were ever counted; or else what happened in a month is
  /// looked at.
  var areStocks: Bool { !stocks.isEmpty }

  /// The counts that stand for a month: the last up to it, or where there is none yet, the first after
  /// it; nil where nothing was ever counted.
  func test(for month: Month) -> Test? {
    let counts = areStocks ? stocks : flows
    guard let at = counts.keys.filter({ $0 <= month }).max() ?? counts.keys.min(),
      let numbers = counts[at]
    else { return nil }
    return Test(month: at, number: numbers.values.reduce(0, +), measures: Array(numbers.keys))
  }
}

extension ClosedRange<Month> {
  /// Every month of the range.
  var all: [Month] {
    (0...lowerBound.distance(to: upperBound)).map { lowerBound.advanced(by: $0) }
  }
}
