import LookedAfter

/// What the walk through a month takes for granted of its counts: what the month has already, or
/// else what the month before had.
struct UsualCounts {
  let history: History
  let month: Month

  /// The basis of the month's counts, or of those before.
  var basis: Basis? {
    snapshots.lazy.compactMap(\.basis).first { !$0.isDerived }
  }

  /// A count of a cohort, or of those of it who are still being assessed: of the month on the basis
  /// asked for, of the month on another, and then of the months before.
  func count(_ measure: MeasureID, on basis: Basis?) -> Int? {
    let now = history.snapshots(for: month)
    let candidates = now.filter { $0.basis == basis } + now.filter { $0.basis != basis } + before
    for snapshot in candidates {
      for cohort in history.scheme.rows {
        if cohort.id.count == measure, let number = snapshot[cohort.id] { return number.value }
        if cohort.id.assessing == measure, let part = snapshot.counts[cohort.id]?.assessing {
          return part.value
        }
      }
    }
    return nil
  }

  private var snapshots: [Snapshot] { history.snapshots(for: month) + before }

  /// Of the newest month before that counts the cohorts, then of the newest before at all; where
  /// there is none, of the newest there is.
  private var before: [Snapshot] {
    let earlier = month.advanced(by: -1)
    let months =
      history.monthsWithCohorts(upTo: earlier, atMost: 1)
      + history.months.filter { $0 <= earlier }
      .suffix(1)
    let usable = months.isEmpty ? [history.latestMonth].compactMap { $0 } : months
    return usable.flatMap { history.snapshots(for: $0) }
  }
}

extension Basis {
  /// The basis as it is typed: `month-end`.
  var typed: String { String(rawValue.map { $0 == "_" ? "-" : $0 }) }
}
