import HistoryStore
import Indicators
import LookedAfter
import Reports

/// Says what a command recorded, what it changed, and what does not add up because of it.
struct RecordingMessage {
  let session: Session
  let recording: Recording

  /// One sentence for each figure, then what to look at, then how to take it back.
  var text: String {
    guard !recording.changes.isEmpty else { return "Nothing changed: that is recorded already." }
    var lines = [figures] + commentaryFindings + totalsOfAnotherBasis
    lines.append(
      session.store?.path == nil
        ? "Kept in memory only; type save as FILE to keep it, or undo to take it back."
        : "Type undo to take it back.")
    return lines.joined(separator: "\n")
  }

  /// What an import would do.
  var preview: String {
    let counts =
      "\(recording.numberOfNew) new, \(recording.numberOfCorrections) changed,"
      + " \(recording.unchanged) the same."
    guard !recording.changes.isEmpty else { return counts + " Nothing changes." }
    return ([counts] + references + [figures]).joined(separator: "\n")
  }

  /// Populations and comparators that change: seldom, unless a file is another authority's.
  private var references: [String] {
    let changed = recording.changes.filter { change in
      change.before != nil && session.history.catalogue[change.after.measure]?.kind == .reference
    }.count
    guard changed > 0 else { return [] }
    return [
      "Of those that change, \(changed) \(changed == 1 ? "is a reference figure" : "are reference figures")"
        + " (population, comparators, costs): make sure that the file is of"
        + " \(session.history.authority.name)."
    ]
  }

  /// What an import did.
  var imported: String {
    recording.changes.isEmpty ? preview : preview + "\n" + Self.recorded(recording)
  }

  /// How many figures were recorded.
  static func recorded(_ recording: Recording) -> String {
    recording.changes.count == 1
      ? "Recorded 1 figure. Type undo to take it back."
      : "Recorded \(recording.changes.count) figures. Type undo to take them back."
  }

  /// One sentence for each figure, the first twelve.
  var figures: String {
    var lines = recording.changes.prefix(12).map(line)
    if recording.changes.count > 12 {
      let more = recording.changes.count - 12
      lines.append("… and \(more) more \(more == 1 ? "figure" : "figures").")
    }
    return lines.joined(separator: "\n")
  }

  /// One figure: what it is, and what it was.
  func line(_ change: Recording.Change) -> String {
    let after = change.after
    let name = session.history.catalogue[after.measure]?.name ?? after.measure.rawValue
    let what = "\(name), \(after.period.inWords)\(after.detail.isEmpty ? "" : " (\(after.detail))")"
    let basis = after.basis.map { ", \($0.name)" } ?? ""
    guard let before = change.before else {
      return after.isWithdrawn
        ? "\(what)\(basis): taken back." : "\(what)\(basis): \(words(after))."
    }
    return after.isWithdrawn
      ? "\(what)\(basis): \(words(before)) taken back."
      : "\(what)\(basis): \(words(after)), was \(words(before))."
  }

  private func words(_ observation: Observation) -> String {
    observation.value?.description ?? "\"\(observation.text ?? "")\""
  }

  /// Says so where a month's cohorts and its total were not counted alike.
  private var totalsOfAnotherBasis: [String] {
    let counts = Set(session.history.scheme.rows.map(\.id.count))
    let months = Set(
      recording.changes.filter { counts.contains($0.after.measure) && !$0.after.isWithdrawn }
        .compactMap { $0.after.period.lastMonth })
    return months.sorted().prefix(3).compactMap { month in
      guard let cohorts = session.history.snapshot(for: month), cohorts.total == nil,
        let total = session.history.snapshotWithTotal(for: month)
      else { return nil }
      let names = [cohorts, total].map { $0.basis?.name ?? "no stated basis" }
      return
        "The cohorts of \(month.inWords) are of \(names[0]) and its total is of \(names[1]): each"
        + " is shown with its basis. Had they the same basis, they would be set against one another."
    }
  }

  /// A comment that disagrees with the record is flagged as soon as it is written.
  private var commentaryFindings: [String] {
    var cohorts: [Month: [Cohort]] = [:]
    for cohort in session.history.scheme.rows {
      for change in recording.changes where change.after.measure == cohort.id.comment {
        guard let month = change.after.period.lastMonth else { continue }
        cohorts[month, default: []].append(cohort)
      }
    }
    return cohorts.sorted { $0.key < $1.key }.flatMap { month, cohorts in
      Findings.ofCommentary(session.history, month: month, on: cohorts)
    }
  }
}
