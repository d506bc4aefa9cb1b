import LookedAfter

/// Checks of the number of children: cohorts, flows, two totals.
struct StockChecks {
  let history: History
  let month: Month

  var all: [Check] { cohortsAndTotal + stockAndFlow + twoTotals }

  private var cohortsAndTotal: [Check] {
    guard let snapshot = history.snapshot(for: month), let total = snapshot.total?.value,
      let sum = snapshot.sumOfCohorts
    else { return [] }
    let missing = history.scheme.cohorts.filter { snapshot[$0.id] == nil }
    return [
      .cohortsAndTotal(
        CohortsAndTotal(
          total: total, sum: sum, missing: missing, isOneCohortEach: snapshot.isDerived))
    ]
  }

  /// The balance from every total of the month before to every total of this one.
  private var stockAndFlow: [Check] {
    Self.balances(of: history, in: month).map(Check.stockAndFlow)
  }

  /// The opening totals of the calendar month before, with the month's flows, against each total.
  /// What is worked out from the statutory return is balanced within itself.
  static func balances(of history: History, in month: Month) -> [StockAndFlow] {
    guard let flows = history.flows(in: .month(month)), let joined = flows.joined.total,
      let left = flows.left.total
    else { return [] }
    func totals(_ month: Month) -> [Snapshot] {
      history.snapshots(for: month).filter { $0.isDerived == flows.isDerived }
    }
    let openings = totals(month.advanced(by: -1))
    return totals(month).flatMap { closing in
      openings.compactMap { opening in
        guard let openingNumber = opening.total?.value, let closingNumber = closing.total?.value
        else { return nil }
        return StockAndFlow(
          opening: opening, openingNumber: openingNumber, joined: joined, left: left,
          closing: closing, closingNumber: closingNumber)
      }
    }
  }

  private var twoTotals: [Check] {
    [history.monthBefore(month), month].compactMap { $0 }.compactMap { month in
      let snapshots = history.snapshots(for: month).filter { $0.total != nil }
      guard Set(snapshots.compactMap { $0.total?.value }).count > 1 else { return nil }
      return .twoTotals(month: month, snapshots: snapshots)
    }
  }
}
