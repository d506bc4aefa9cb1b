import Documents
import Indicators
import LookedAfter

/// How a figure changed between two months, and whether that is more than chance.
public enum ChangeAnswer {
  /// The change, with the balance of joiners and leavers between the two months where it is the
  /// number looked after and they are recorded.
  ///
  /// - Throws: `ReportError.notRecordedIn` when either month has no figure.
  public static func document(
    _ measure: Measure, from start: Month, to end: Month, of history: History
  ) throws(ReportError) -> Document {
    guard start < end else { throw .monthsOutOfOrder(start, end) }
    let series = MonthlyFigures(of: measure.id, in: history)
    guard let before = series[start] else {
      throw .nothingRecorded(what: measure.quoted, start, known: series.months)
    }
    guard let now = series[end] else {
      throw .nothingRecorded(what: measure.quoted, end, known: series.months)
    }
    let change = now.value.value - before.value.value
    var section = Section(heading: "")
    let fewer = change < 0 ? "fewer" : "more"
    let share = before.value.mantissa == 0 ? "" : ", " + Prose.percentChange(change, before)
    section.say(
      change == 0
        ? "\(measure.name): \(Prose.decimal(now.value)), the same as in \(start.inWords)."
        : "\(measure.name): \(Prose.decimal(now.value)), \(Prose.decimal(Quantity(abs(change), now.value)))"
          + " \(fewer) than in \(start.inWords) (\(Prose.decimal(before.value))\(share)).")
    var balance: FlowBalance?
    if measure.id == "total" {
      balance = MonthlyFigures.balance(in: history, after: start, upTo: end)
      section.say(FlowBalanceSentences.sentence(balance, months: start.distance(to: end)))
      if let balance, let opening = before.value.whole, let closing = now.value.whole {
        for caution in balance.reconciliation(opening: opening, closing: closing) {
          section.say(caution.sentence)
        }
      }
    }
    section.say(basisRemark(history, measure, start, end))
    section.blocks.append(.table(table(measure, (start, before), (end, now), change, balance)))
    section.cite(before.provenance, now.provenance)
    return Document(
      answer: section,
      title: "\(measure.name) from \(start.inWords) to \(end.inWords)", asAt: end.lastDay)
  }

  /// That two snapshots were counted in different ways.
  private static func basisRemark(
    _ history: History, _ measure: Measure, _ start: Month, _ end: Month
  ) -> String {
    guard history.scheme.rows.contains(where: { $0.id.count == measure.id }),
      let left = history.snapshot(for: start)?.basis, let right = history.snapshot(for: end)?.basis,
      left != right
    else { return "" }
    return
      "The two are counted differently (\(left.name), \(right.name)), so part of the change may"
      + " come from that."
  }

  private static func table(
    _ measure: Measure, _ before: (month: Month, figure: Recorded<Quantity>),
    _ now: (month: Month, figure: Recorded<Quantity>), _ change: Double, _ balance: FlowBalance?
  ) -> Table {
    let changed = Quantity(change, now.figure.value)
    let explanation = Explanation(
      "change of \(Prose.lowercasedFirst(measure.name))",
      formula: "change = later figure - earlier figure",
      inputs: [
        .init(
          before.month.inWords, Prose.decimal(before.figure.value),
          recorded: before.figure.provenance),
        .init(now.month.inWords, Prose.decimal(now.figure.value), recorded: now.figure.provenance),
      ], results: [.init("change", Prose.decimal(changed))])
    var inPercent = explanation
    inPercent.formula = "per cent = (later figure - earlier figure) / earlier figure × 100"
    let flows = balance.map { Explanation($0.working) }
    let percent = before.figure.value.mantissa == 0 ? nil : change / before.figure.value.value * 100
    return Table(
      id: "change", caption: "Change, \(Prose.lowercasedFirst(measure.name))",
      columns: [
        Column(id: "measure", title: "Id", kind: .key),
        Column(id: "name", title: "Figure", kind: .rowHeader),
        Column(id: "from", title: before.month.inWords, kind: .number),
        Column(id: "to", title: now.month.inWords, kind: .number),
        Column(id: "change", title: "Change", kind: .number),
        Column(id: "percent", title: "Per cent", kind: .number),
        Column(id: "started", title: "Joined", kind: .number),
        Column(id: "ceased", title: "Left", kind: .number),
        Column(id: "words", title: "Direction of travel", kind: .label),
      ],
      rows: [
        Row([
          .text(measure.id.rawValue), .text(measure.name),
          .recorded(before.figure, measure.name, before.month.inWords),
          .recorded(now.figure, measure.name, now.month.inWords),
          Cell(
            .number(mantissa: changed.mantissa, decimals: changed.decimals),
            display: Prose.signed(changed)
          ).explained(explanation),
          percent.map {
            Cell.real(
              $0, decimals: 4, display: Prose.signed(Quantity($0, decimals: 1) ?? changed)
            ).explained(inPercent)
          } ?? .missing,
          Cell.integer(balance?.started).explained(flows),
          Cell.integer(balance?.ceased).explained(flows),
          balance.map { Cell(.text($0.evidence.words)).explained(flows) } ?? .missing,
        ])
      ])
  }
}

extension Quantity {
  /// A computed difference with the decimals of the figures that it comes from.
  init(_ computed: Double, _ like: Quantity) {
    self = Quantity(computed, decimals: like.decimals) ?? Quantity(mantissa: 0)
  }
}

extension Prose {
  /// A number with its sign: `+3`, `−2.5`, `0`.
  static func signed(_ quantity: Quantity) -> String {
    (quantity.mantissa > 0 ? "+" : "") + decimal(quantity)
  }

  fileprivate static func percentChange(_ change: Double, _ before: Recorded<Quantity>) -> String {
    let percent = change / before.value.value * 100
    return (percent > 0 ? "+" : "") + decimal(percent, 1) + "%"
  }
}
