import Documents
import LookedAfter
import SSDA903

/// The looked after children of a month end by one property, or those who came and left by route.
///
/// The table `breakdown` has the columns `key`, `label`, `count` and `share` (per cent, one decimal).
public enum BreakdownAnswer {
  /// By what: a property of the children on the day, or a route in the twelve months up to it.
  public enum Kind: Hashable, Sendable {
    /// A property of the children.
    case property(BreakdownKind)
    /// How children left care, each by the last occasion.
    case exit
    /// On what footing periods of care began.
    case entry

    /// The word that is typed.
    public var word: String {
      switch self {
      case .property(let kind): kind.rawValue
      case .exit: "exit"
      case .entry: "entry"
      }
    }

    /// All there are.
    public static let all = BreakdownKind.allCases.map(Kind.property) + [.exit, .entry]
  }

  /// The breakdown of a month.
  ///
  /// - Throws: `ReportError.outsideReturns` when the returns do not cover the month.
  public static func document(
    _ kind: Kind, month: Month, of caseload: Caseload
  ) throws(ReportError) -> Document {
    let day = try caseload.covered(month)
    var section = Section(heading: "")
    try caseload.refuseUnknown(kind.word, isKnown(kind, on: day, of: caseload))
    let (title, lines) = lines(kind, on: day, of: caseload)
    let total = lines.reduce(0) { $0 + $1.count }
    section.addRemoved(of: caseload, isKnown: true)
    if kind == .exit || kind == .entry { section.addUncovered(yearTo: day, of: caseload) }
    let table = Table(
      id: "breakdown", caption: title,
      columns: [
        Column(id: "key", title: "Id", kind: .key),
        Column(id: "label", title: heading(kind), kind: .rowHeader),
        Column(id: "count", title: "Children", kind: .number),
        Column(id: "share", title: "Per cent", kind: .number),
      ],
      rows: lines.map { line in
        Row([
          .text(line.category.key), .text(capitalised(line.category.label)),
          .integer(line.count), .share(line.count, of: total),
        ])
      })
    section.blocks.append(.table(table))
    section.say("\(total == 1 ? "One child" : "\(Prose.figures(total)) children") in all.")
    section.say(note(kind))
    return Document(
      title: title, asAt: day.description,
      blocks: section.blocks + [.sources([Caseload.source.citation])])
  }

  private typealias Line = (category: BreakdownCategory, count: Int)

  private static func lines(
    _ kind: Kind, on day: CivilDate, of caseload: Caseload
  ) -> (title: String, lines: [Line]) {
    switch kind {
    case .property(let property):
      let breakdown = caseload.breakdown(property, on: [day])[0]
      let isList = breakdown.lines.count > 12
      let lines = breakdown.lines.filter {
        $0.count > 0 || !isList && !unknown.contains($0.category.key)
      }
      return (
        "Looked after children by \(name(property)), \(day.inWords)",
        lines.map { ($0.category, $0.count) }
      )
    case .exit:
      let flow = flow(upTo: day, of: caseload)
      return (
        "Children who left care by route, twelve months to \(day.inWords)",
        ExitRoute.allCases.compactMap { route in
          line(route.rawValue, route.name, flow.childrenCeasingByRoute[route])
        }
      )
    case .entry:
      let flow = flow(upTo: day, of: caseload)
      return (
        "Periods of care that began by first legal status, twelve months to \(day.inWords)",
        EntryRoute.allCases.compactMap { line($0.rawValue, $0.name, flow.started[$0]) }
      )
    }
  }

  private static func isKnown(_ kind: Kind, on day: CivilDate, of caseload: Caseload) -> Bool {
    switch kind {
    case .property: caseload.isKnown(on: day)
    case .exit, .entry: caseload.isKnown(in: year(to: day))
    }
  }

  private static func year(to day: CivilDate) -> ClosedRange<CivilDate> {
    (CivilDate(day.month.advanced(by: -11), day: 1) ?? day)...day
  }

  private static func line(_ key: String, _ label: String, _ count: Int?) -> Line? {
    count.map { (BreakdownCategory(key: key, label: label), $0) }
  }

  private static func flow(upTo day: CivilDate, of caseload: Caseload) -> CareFlows {
    caseload.flows(in: [year(to: day)])[0]
  }

  private static let unknown = ["unknown", "blank", "invalid", "undetermined"]

  private static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  private static func heading(_ kind: Kind) -> String {
    switch kind {
    case .property(let property): capitalised(name(property))
    case .exit: "Route out of care"
    case .entry: "First legal status"
    }
  }

  private static func name(_ kind: BreakdownKind) -> String {
    switch kind {
    case .legalStatus: "legal status"
    case .placement: "placement"
    case .age: "age"
    case .need: "category of need"
    case .provider: "provider of the placement"
    case .timeInCare: "time in care"
    case .uasc: "whether unaccompanied and seeking asylum"
    case .sex: "sex"
    case .legalStatusCode: "code of legal status"
    case .placementCode: "code of placement"
    }
  }

  private static func note(_ kind: Kind) -> String {
    switch kind {
    case .property(.placement), .property(.placementCode):
      "A child in a temporary placement is counted in the one before it."
    case .property(.timeInCare):
      "Time in care counts from the first day that the returns show; where the true start is earlier,"
        + " it is longer."
    case .property(.legalStatus), .property(.legalStatusCode):
      "A child on a placement order is still on the care order beneath it; the return shows the"
        + " placement order only. Short breaks are left out."
    case .exit:
      "Each child is counted once, by the last occasion in the twelve months; whoever had turned 18"
        + " counts under that, whatever the reason given."
    case .entry: "A child who came twice is counted twice. Asylum-seeking children are set apart."
    default: ""
    }
  }
}

extension Caseload {
  /// The last day of a month that the returns cover.
  func covered(_ month: Month) throws(ReportError) -> CivilDate {
    guard let coverage, coverage.contains(month.lastDay) else {
      throw .outsideReturns(month, covered: coverage)
    }
    guard covers(month.lastDay) else {
      throw .missingReturn(month, years: QualityAnswer.list(missingYears))
    }
    return month.lastDay
  }

  /// Refuses a figure of which children are lacking whose rows were removed.
  func refuseUnknown(_ what: String, _ isKnown: Bool) throws(ReportError) {
    guard !isKnown, let unknown = lastMonthLackingRows else { return }
    throw .rowsRemoved(what: "figures of \(what)", upTo: unknown)
  }
}

extension Section {
  /// Says so where the returns do not cover the twelve months up to a month end.
  mutating func addUncovered(yearTo day: CivilDate, of caseload: Caseload) {
    guard let first = CivilDate(day.month.advanced(by: -11), day: 1), !caseload.covers(first) else {
      return
    }
    blocks.append(
      .note(
        Note(
          code: "year-not-covered", severity: .warning,
          text: "No return covers the twelve months before \(day.inWords) from \(first.inWords) on,"
            + " so what happened in them may be missing.")))
  }

  /// Says so where the rows of some children are gone.
  ///
  /// - Parameter isKnown: whether the figures are whole all the same, as they were counted before.
  mutating func addRemoved(of caseload: Caseload, isKnown: Bool) {
    guard caseload.returns.removedCount > 0 else { return }
    blocks.append(.note(.removed(caseload.returns.removedCount, isKnown: isKnown)))
  }
}

extension Cell {
  /// A share in per cent to one decimal, half away from zero; missing without a whole.
  static func share(_ part: Int, of whole: Int) -> Cell {
    guard whole > 0 else { return .missing }
    return .decimal(
      mantissa: divideRoundingHalfAwayFromZero(part * 1000, by: whole), decimals: 1)
  }
}
