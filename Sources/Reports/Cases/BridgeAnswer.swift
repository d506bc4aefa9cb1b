import Documents
import Indicators
import LookedAfter

/// The change of a cohort between two months, by what is recorded of its movements and by cases:
/// where there are no 903 returns that tell one child from another.
public enum BridgeAnswer {
  /// The movements, and what they leave unexplained.
  ///
  /// - Parameters:
  ///   - id: the cohort, or `total`.
  ///   - first: the month to begin with; nil for the last before that has a number.
  ///   - last: the month to end with.
  ///   - history: what is recorded.
  /// - Throws: `ReportError` when there is no number of the cohort for a month.
  public static func document(
    _ id: CohortID, from first: Month?, to last: Month, of history: History
  ) throws(ReportError) -> Document {
    guard let first = first ?? CohortBridge.monthBefore(last, of: id, in: history) else {
      throw .nothingRecorded(
        what: "a number of \(Prose.lowercasedFirst(history.scheme.name(of: id))) before", last,
        known: [])
    }
    guard first < last else { throw .monthsOutOfOrder(first, last) }
    guard let change = CohortBridge(of: id, in: history, from: first, to: last) else {
      let known = history.months.filter { month in
        history.snapshots(for: month).contains { $0[id] != nil }
      }
      throw .nothingRecorded(
        what: Prose.lowercasedFirst(history.scheme.name(of: id)),
        known.contains(last) ? first : last, known: known)
    }
    let remainder = MovementBridge.Line(
      key: "remainder", label: "Not explained by what is recorded", change: change.remainder)
    let bridge = MovementBridge(
      name: change.cohort.name, from: label(change.before, first), to: label(change.after, last),
      before: change.opening.value, after: change.closing.value,
      lines: change.movements.map { .init(key: $0.id, label: label($0), change: $0.change) }
        + (change.remainder == 0 ? [] : [remainder]),
      source: Chart.source(
        [change.opening.provenance, change.closing.provenance]
          + change.movements.compactMap(\.provenance)))
    var section = Section(heading: "")
    section.say(
      "\(bridge.name): the number \(bridge.verb) between \(bridge.from) and \(bridge.to).")
    section.say(explained(change))
    section.blocks += [.table(bridge.table), .chart(bridge.chart)]
    if !change.silentMonths.isEmpty, change.silentMonths.count < first.distance(to: last) {
      section.say(
        "No movement is recorded for \(Prose.list(change.silentMonths.map(\.inWords))).")
    }
    section.cite(change.opening.provenance)
    section.cite(change.closing.provenance)
    section.provenance += change.movements.compactMap(\.provenance)
    return Document(
      answer: section, title: "What changed: \(Prose.lowercasedFirst(bridge.name))",
      asAt: last.lastDay)
  }

  /// The movements in one line, for a commentary that asks for `{bridge.ico}`: `+6 interim care order,
  /// \u{2212}2 long-term fostering, \u{2212}1 not explained`; nil where there is no number to explain.
  static func words(of id: CohortID, in history: History, _ month: Month) -> String? {
    guard let before = CohortBridge.monthBefore(month, of: id, in: history),
      let change = CohortBridge(of: id, in: history, from: before, to: month)
    else { return nil }
    var parts = change.movements.map {
      "\(Prose.signed($0.change)) \(Prose.lowercasedFirst($0.name))"
    }
    if change.remainder != 0 { parts.append("\(Prose.signed(change.remainder)) not explained") }
    return parts.isEmpty ? "no change" : parts.joined(separator: ", ")
  }

  private static func label(_ snapshot: Snapshot, _ month: Month) -> String {
    snapshot.asAt?.inWords ?? month.inWords
  }

  private static func label(_ movement: CohortBridge.Movement) -> String {
    movement.branch.map { "\($0): \(Prose.lowercasedFirst(movement.name))" } ?? movement.name
  }

  private static func explained(_ change: CohortBridge) -> String {
    guard !change.movements.isEmpty else {
      return "No movement of these children is recorded, so nothing of the change is explained."
    }
    let remainder = change.remainder
    return remainder == 0
      ? "What is recorded explains all of it; counts do not tell whether the children are the same."
      : "What is recorded leaves \(Prose.signed(remainder)) unexplained: counts do not tell one child"
        + " from another, and a child can come from another cohort or go to one."
  }
}
