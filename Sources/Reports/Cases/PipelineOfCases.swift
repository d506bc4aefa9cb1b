import Documents
import Indicators
import LookedAfter

extension Section {
  /// The pipeline as an answer by itself: the stages of the paper, and where there are cases, what
  /// moved in the month and how long cases have stood where they stand.
  static func pipelineAnswer(_ history: History, _ month: Month) -> Section {
    var section = Section.pipeline(history, month)
    let book = history.cases
    let ledgers = book.routes.exits.compactMap { book.ledgers[$0.id] }
    guard !ledgers.isEmpty else { return section }
    let short = history.caseShortfalls.filter { $0.month == month }
    for shortfall in short
    where shortfall.routes.contains(where: { route in
      ledgers.contains { $0.route.id == route }
    }) {
      section.say(CaseSentences.shortfall(shortfall, of: history) + ".")
    }
    let behind = Set(short.flatMap(\.routes))
    for ledger in ledgers
    where ledger.route.kind == .application && !behind.contains(ledger.route.id) {
      section.say(balance(ledger, history, month))
    }
    let movement = movement(ledgers, month)
    if !movement.rows.isEmpty { section.blocks.append(.table(movement)) }
    let ages = StageAge.all(in: book, on: book.routes.exits, at: month.lastDay)
    if !ages.isEmpty { section.blocks.append(.table(waiting(ages, month))) }
    return section
  }

  /// `SGO: 5 under way at the end of September 2020 + 3 sent − 2 granted … = 6.`
  ///
  /// Where a recorded count stands for the month before, and says otherwise than the cases do, the two
  /// make no balance, and that is said.
  private static func balance(
    _ ledger: StageLedger, _ history: History, _ month: Month
  ) -> String {
    let before = month.advanced(by: -1)
    let opening = ledger.underWay(in: before)
    let counted = Route(rawValue: ledger.route.id.rawValue).flatMap {
      history.pipeline(in: .month(before))?.open($0)
    }
    if let counted, counted != opening {
      // A route without any case has counts alone.
      guard ledger.firstMonth != nil else { return "" }
      return
        "\(ledger.route.shortName): the cases have \(ledger.underWay(in: month)) under way at the"
        + " end of \(month.inWords); the \(Prose.figures(counted)) of \(before.inWords)"
        + " \(counted == 1 ? "is" : "are") a recorded count, so there is no balance between the two."
    }
    let endings = ledger.route.stages.filter { $0.role == .achieved || $0.role == .ended }
      .compactMap { stage -> String? in
        let number = ledger.endings(at: stage.id, in: month)
        return number == 0 ? nil : " \u{2212} \(number) \(Prose.lowercasedFirst(stage.name))"
      }
    let returned = ledger.returned(in: month)
    let back = returned == 0 ? "" : " \u{2212} \(returned) returned to planning"
    return "\(ledger.route.shortName): \(opening) under way at the end of \(before.inWords) +"
      + " \(ledger.sent(in: month)) sent\(endings.joined())\(back) = \(ledger.underWay(in: month))."
  }

  private static func movement(_ ledgers: [StageLedger], _ month: Month) -> Table {
    let before = month.advanced(by: -1)
    let rows = ledgers.flatMap { ledger in
      ledger.route.stages.compactMap { stage -> Row? in
        let opening = ledger.stock(at: stage.id, in: before)
        let arrived = ledger.arrivals(at: stage.id, in: month)
        let left = ledger.departures(from: stage.id, in: month)
        let now = ledger.stock(at: stage.id, in: month)
        // The same rows in every month: the stages to which any case of the route ever came.
        guard ledger.allArrivals(at: stage.id) > 0 else { return nil }
        return Row([
          .text("\(ledger.route.id).\(stage.id)"), .text(ledger.route.shortName), .text(stage.name),
          .integer(opening), .integer(arrived), .integer(left), .integer(now),
        ])
      }
    }
    return Table(
      id: "case-stages", caption: "Cases by route and stage, \(month.inWords)",
      columns: [
        Column(id: "id", title: "Id", kind: .key),
        Column(id: "route", title: "Route", kind: .label),
        Column(id: "stage", title: "Stage", kind: .rowHeader),
        Column(id: "before", title: "\(before.shortName) \(before.year)", kind: .number),
        Column(id: "arrived", title: "Arrived", kind: .number),
        Column(id: "left", title: "Left", kind: .number),
        Column(id: "now", title: "\(month.shortName) \(month.year)", kind: .number),
      ], rows: rows)
  }

  static func waiting(_ ages: [StageAge], _ month: Month) -> Table {
    Table(
      id: "case-ages",
      caption: "Weeks in the present stage at the end of \(month.inWords), longest first",
      columns: [
        Column(id: "id", title: "Id", kind: .key),
        Column(id: "route", title: "Route", kind: .label),
        Column(id: "stage", title: "Stage", kind: .rowHeader),
        Column(id: "cases", title: "Cases", kind: .number),
        Column(id: "median", title: "Median weeks", kind: .number),
        Column(id: "longest", title: "Longest", kind: .number),
      ],
      rows: ages.map { age in
        Row([
          .text("\(age.route.id).\(age.stage.id)"), .text(age.route.shortName),
          .text(age.stage.name), .integer(age.durations.count),
          .quantity(age.durations.medianWeeks), .quantity(age.durations.longestWeeks),
        ])
      })
  }
}

extension Cell {
  /// A cell of a number with its decimals, or a missing one.
  static func quantity(_ quantity: Quantity?) -> Cell {
    quantity.map { .decimal(mantissa: $0.mantissa, decimals: $0.decimals) } ?? .missing
  }
}

extension Prose {
  /// A share in a sentence: `three of ten (30%)`; without anything to share, blank.
  static func share(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "" }
    let percent = divideRoundingHalfAwayFromZero(part * 100, by: whole)
    return "\(noneOr(part)) of \(number(whole)) (\(percent)%)"
  }

  /// A number that stands by itself: `none`, `three`, `12`.
  static func noneOr(_ number: Int) -> String { number == 0 ? "none" : self.number(number) }

  /// Whether a number that stands by itself takes the singular: `none is`, `one is`.
  static func isSingular(_ number: Int) -> Bool { number < 2 }
}
