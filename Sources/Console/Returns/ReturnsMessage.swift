import HistoryStore
import LookedAfter
import Reports
import SSDA903

/// Says what returns hold, and what their import would do.
struct ReturnsMessage {
  let loaded: LoadedReturns
  let session: Session

  /// The rows that a file would keep; nil where none are kept, or none were before.
  var rows: StoredReturns?

  /// Whether the rows are others than those that are kept.
  var changesRows = true

  /// What was read, what was found, and which months come of it.
  var summary: String {
    ([QualityAnswer.summary(loaded.returns)] + joined + plans + [findings, months] + warnings)
      .joined(separator: "\n")
  }

  /// The same, and what changes in the history.
  func preview(_ recording: Recording) -> String {
    let message = RecordingMessage(session: session, recording: recording)
    let corrections = recording.changes.filter { $0.before != nil }
    let unchanged = changesRows ? " The children's rows are renewed." : " Nothing changes."
    var lines = [
      summary,
      "Figures of the history: \(recording.numberOfNew) new, \(corrections.count) changed,"
        + " \(recording.unchanged) the same.\(recording.changes.isEmpty ? unchanged : "")",
    ]
    if let forgotten = rows?.returns.removedCount, forgotten > 0 {
      lines.append(
        "The rows of \(forgotten == 1 ? "one child" : "\(forgotten) children") stay out, as they were"
          + " removed from this history.")
    }
    lines += corrections.prefix(12).map(message.line)
    if corrections.count > 12 { lines.append("… and \(corrections.count - 12) more that change.") }
    return lines.joined(separator: "\n")
  }

  /// What was joined with what, where not all was read now.
  private var joined: [String] {
    guard !loaded.joinedYears.isEmpty else { return [] }
    let others = loaded.caseload.coveredYears.filter { !loaded.joinedYears.contains($0) }
    return [
      "Read now: \(QualityAnswer.list(loaded.joinedYears)); the rows of \(QualityAnswer.list(others))"
        + " are those that the history keeps."
    ]
  }

  private var plans: [String] {
    guard let plans = loaded.plans else { return [] }
    let lost = loaded.planFindings.count
    let used = plans.count - loaded.caseload.unknownPlans.count
    return [
      "Local plans: \(used) from \(plans.name)"
        + (lost == 0
          ? "."
          : lost == 1
            ? ", and one row that cannot be used."
            : ", and \(lost) rows that cannot be used.")
    ]
  }

  private var findings: String {
    let counts = QualityAnswer.counts(loaded.returns, loaded.planFindings)
    let sentence = QualityAnswer.sentence(counts)
    return counts.isEmpty ? sentence : "\(sentence) Type quality for what was found and done."
  }

  private var months: String {
    let months = loaded.months
    guard let first = months.first, let last = months.last else { return "No month is covered." }
    let known = Set(session.history.months)
    let new = months.count { !known.contains($0) }
    return
      "\(months.count) month ends, \(first.inWords) to \(last.inWords); \(new) of them are new to"
      + " the history."
  }

  /// Where files without an authority's code hold episodes of one return twice.
  private var twofold: [String] {
    guard loaded.returns.authorities.count == 1 else { return [] }
    let files = loaded.returns.files.filter { $0.kind == .episodes && $0.rows > 0 }
    let byYear = Dictionary(grouping: files) { $0.year ?? 0 }.filter {
      $0.key > 0 && $0.value.count > 1
    }
    guard let year = byYear.keys.min(), let first = byYear[year] else { return [] }
    let names = first.prefix(3).map(\.name).joined(separator: ", ")
    let others = byYear.count == 1 ? "" : ", and so in \(byYear.count) returns"
    return [
      "\(first.count) files hold episodes of the return to 31 March \(year) (\(names))\(others). They are"
        + " counted together; where they are of several authorities, import each by itself."
    ]
  }

  private var warnings: [String] {
    var warnings: [String] = []
    if session.store?.path != nil, let name = loaded.unknownAuthority(to: session.history) {
      warnings.append(
        "The column LA says that these returns are of \(name), which is no authority that is known, and"
          + " this history is of \(session.history.authority.name); make sure that they are the same."
      )
    }
    warnings += twofold
    if let gap = QualityAnswer.gap(loaded.caseload.missingYears) { warnings.append(gap) }
    if loaded.isOfOthers {
      warnings.append(
        "The figures are those of all \(loaded.returns.authorities.count) authorities together.")
    }
    if let last = loaded.caseload.lastEvent, let end = loaded.caseload.coverage?.upperBound,
      end.dayNumber - last.dayNumber > 45
    {
      warnings.append(
        "The last date in the files is \(last.inWords): what was drawn before the year was over says"
          + " nothing of the months after it, which are counted as if nothing had changed.")
    }
    if let authority = loaded.caseload.authority {
      warnings.append(
        "Of \(loaded.returns.authorities.count) authorities in the files, \(authority) was taken.")
    }
    return warnings
  }
}
