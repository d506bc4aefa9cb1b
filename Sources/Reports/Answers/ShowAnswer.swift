import Documents
import Indicators
import LookedAfter

/// Where the children stand in a month: the first thing a head of service looks at.
public enum ShowAnswer {
  /// The total, its change, and each cohort beside the month before and the baseline.
  ///
  /// - Throws: `ReportError.noSnapshot`.
  public static func document(_ history: History, month: Month) throws(ReportError) -> Document {
    guard !history.isEmpty else { throw .emptyHistory }
    guard let snapshot = history.snapshot(for: month) else {
      throw .noSnapshot(month, known: history.months)
    }
    var section = Section(heading: "")
    section.addPopulationSentences(history, snapshot)
    section.say(onTheYear(history, month))
    if snapshot.counts.isEmpty {
      section.say("The cohorts are not recorded for \(month.inWords), only the total.")
    }
    if snapshot.total != nil || !snapshot.counts.isEmpty {
      let status = ChildStatusTable(history, month: month, recent: 2, withCommentary: false)
      section.blocks.append(.table(status.table))
      section.blocks.append(.table(DirectionTable(history: history, month: month).table))
      section.say(judgement(history))
      section.say(assessing(snapshot, history))
      if let chart = CohortBars.chart(of: status) { section.blocks.append(.chart(chart)) }
      section.provenance += status.provenance
    }
    section.provenance += history.snapshots(for: month).compactMap { $0.total?.provenance }
    let totals = history.snapshots(for: month).filter { $0.total != nil }
    let others = totals.dropFirst().compactMap { other in
      other.total.map { "\($0.value) (\(other.label))" }
    }
    if !others.isEmpty {
      section.say("Another figure is recorded for the month: \(Prose.list(others)).")
    }
    let failed = MonthChecks(of: history, in: month).failed.count
    if failed > 0 {
      section.say(
        Prose.sentence(Prose.count(failed, "point to look at", "points to look at"))
          + " Type: reconcile \(month.inWords.lowercased())")
    }
    return Document(
      answer: section, title: "Where the children stand, \(month.inWords)",
      asAt: snapshot.asAt)
  }

  /// How the number of all children changed in a year, and whether that is more than chance.
  private static func onTheYear(_ history: History, _ month: Month) -> String {
    let earlier = month.advanced(by: -12)
    guard let now = history.snapshotWithTotal(for: month)?.total?.value,
      let before = history.snapshotWithTotal(for: earlier)?.total?.value
    else { return "" }
    return Sentences.change(
      of: now, by: now - before, since: "a year ago",
      balance: MonthlyFigures.balance(in: history, after: earlier, upTo: month))
  }

  /// Who set the direction, or that nobody did.
  private static func judgement(_ history: History) -> String {
    guard let chosen = history.direction(of: CohortID.total.count), chosen.aim != .neutral else {
      return
        "No direction is set for the number of all children, so its moves are not judged; to set"
        + " one, type: direction total decrease because \"…\""
    }
    return DirectionSentences.sentence(chosen, of: "the number of all children")
  }

  /// The children for whom a route is still being weighed: part of their cohorts, not added.
  private static func assessing(_ snapshot: Snapshot, _ history: History) -> String {
    let parts = history.scheme.cohorts.compactMap { cohort in
      snapshot.counts[cohort.id]?.assessing.map { "\($0.value) (\(cohort.shortName))" }
    }
    return parts.isEmpty ? "" : "Best interests are still being assessed for \(Prose.list(parts))."
  }
}
