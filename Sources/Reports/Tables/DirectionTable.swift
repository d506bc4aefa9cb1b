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
      ], rows: history.scheme.rows.map(row))
  }

  private func row(of cohort: Cohort) -> Row {
    let movement = CohortMovement(of: cohort.id, in: history, upTo: month)
    let expected = movement.change.map { change in
      ExpectedProgress(
        of: cohort, change: change, isClear: movement.variation.isClear,
        leftByExpectedExit: leftByExpectedExit(of: cohort), in: history)
    }
    let rated = history.progress(of: cohort.id, in: month)?.level
    return Row(
      [
        .text(cohort.id.rawValue), Cell(.text(cohort.name), display: cohort.shortName),
        movement.change.map { .text(DirectionOfTravel(change: $0).rawValue) } ?? .missing,
        expected?.performance.map { Cell(.text($0), display: Self.short[$0]) }
          ?? Cell(.missing, display: movement.change == nil ? nil : "not judged"),
        .text(Self.words(movement.variation)), level(rated), level(expected?.suggested),
      ], isTotal: cohort.id == .total)
  }

  private static let short = [
    "increase in improvement": "increase", "same as previous period": "same",
    "decrease in improvement": "decrease",
  ]

  private func level(_ level: ProgressLevel?) -> Cell {
    level.map {
      Cell(.number(mantissa: $0.rawValue, decimals: 0), display: "\($0.symbol) \($0.rawValue)")
    } ?? .missing
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
    case .balance(let evidence): evidence.words
    }
  }
}
