import Documents
import Indicators
import LookedAfter

/// What the changes of a month mean: the direction by both keys, whether it is more than ordinary
/// variation, and a suggested rating beside the manager's.
struct DirectionTable {
  let history: History
  let month: Month

  var table: Table {
    Table(
      id: "direction",
      caption:
        "What the changes mean: the update's key says whether a number moved, the improvement"
        + " plan's key whether that is better",
      columns: [
        Column(id: "cohort", title: "Id", kind: .key),
        Column(id: "name", title: "Cohort", kind: .rowHeader),
        Column(id: "direction", title: "Direction", kind: .label),
        Column(id: "performance", title: "Improvement", kind: .label),
        Column(id: "variation", title: "Variation", kind: .label),
        Column(id: "rating", title: "Rated", kind: .label),
        Column(id: "suggested", title: "Suggested", kind: .label),
      ], rows: history.scheme.rows.filter { hasCohorts || $0.id == .total }.map(row))
  }

  /// Whether the cohorts are counted in the month; if not, only all children have a row.
  private var hasCohorts: Bool { !(history.snapshot(for: month)?.counts.isEmpty ?? true) }

  private func row(of cohort: Cohort) -> Row {
    let movement = CohortMovement(of: cohort.id, in: history, upTo: month)
    let expected = movement.change.map { change in
      ExpectedProgress(
        of: cohort, change: change, isClear: movement.variation.isClear,
        leftByExpectedExit: leftByExpectedExit(of: cohort), in: history)
    }
    let rated = history.progress(of: cohort.id, in: month)
    return Row(
      [
        .text(cohort.id.rawValue), Cell(.text(cohort.name), display: cohort.shortName),
        movement.change.map { change in
          Cell(.text(DirectionOfTravel(change: change).rawValue)).explained(
            Explanation(
              "direction, \(Prose.lowercasedFirst(cohort.name))",
              formula: "decrease, no change or increase against the report before",
              inputs: months(of: cohort), results: [.init("change", Prose.signed(change))]))
        } ?? .missing,
        expected?.performance.map { Cell(.text($0), display: Self.short[$0]) }
          ?? Cell(.missing, display: movement.change == nil ? nil : "not judged"),
        .text(Self.words(movement.variation)),
        level(rated?.level).explained(rated.map { Explanation($0, of: cohort, month) }),
        level(expected?.suggested).explained(
          expected.map { suggestion($0, of: cohort, movement.variation) }),
      ], isTotal: cohort.id == .total)
  }

  private static let short = [
    "increase in improvement": "better", "same as previous period": "same",
    "decrease in improvement": "worse",
  ]

  private func level(_ level: ProgressLevel?) -> Cell {
    level.map {
      Cell(
        .number(mantissa: $0.rawValue, decimals: 0),
        display: "\(history.ratingScale[$0].symbol) \($0.rawValue)")
    } ?? .missing
  }

  /// How a suggested rating was made.
  private func suggestion(
    _ expected: ExpectedProgress, of cohort: Cohort, _ variation: CohortMovement.Variation
  ) -> Explanation {
    let chosen = history.direction(of: cohort.id.count)
    return Explanation(
      "suggested rating, \(Prose.lowercasedFirst(cohort.name))",
      formula: "better or worse by the direction meant; 1 or 5 where the change is more than"
        + " ordinary, else 2 or 4; 3 for no change",
      inputs: months(of: cohort) + [
        .init("variation", Self.words(variation)),
        .init(
          "direction meant",
          chosen.map { "\($0.aim.rawValue), \($0.chosenBy ?? "chosen")" }
            ?? "that of the scheme's polarity", recordedAt: chosen?.recordedAt),
      ],
      results: [
        .init("change against the report before", Prose.signed(expected.change)),
        .init("improvement", expected.performance ?? "not judged"),
        .init(
          "suggested",
          expected.suggested.map { "\($0.rawValue), \(history.ratingScale[$0].name)" } ?? "none"),
      ],
      cautions: ["The rating is the manager's judgement: only the manager knows why it moved."],
      changes: ["Another direction for the cohort, or a correction of either month."])
  }

  /// The number of the month and that of the report before, with where they are from.
  private func months(of cohort: Cohort) -> [Explanation.Input] {
    [month, history.monthBefore(month)].compactMap { month in
      month.flatMap { month in
        history.snapshot(for: month)?[cohort.id].map { .init(month.inWords, $0) }
      }
    }
  }

  private func leftByExpectedExit(of cohort: Cohort) -> Bool {
    guard let reason = cohort.exitReason else { return false }
    return history.count(of: reason, in: month).map { $0.value > 0 } ?? false
  }

  private static func words(_ variation: CohortMovement.Variation) -> String {
    switch variation {
    case .tooFewMonths(let months): "too few months (\(months))"
    case .ordinary: "ordinary"
    case .signal: "more than ordinary"
    // The other columns are about the month, this one about the year.
    case .balance(let evidence): "12 months: \(evidence.words)"
    case .unexplained: "12 months: unclear"
    }
  }
}
