import Documents
import Indicators
import LookedAfter

/// One cohort over the recorded months.
public enum CohortAnswer {
  /// The cohort's number, its change, what was written of it, and every month that is recorded.
  ///
  /// - Throws: `ReportError` when the month has no number of the cohort.
  public static func document(
    _ history: History, cohort: Cohort, month: Month
  ) throws(ReportError) -> Document {
    guard let snapshot = history.snapshot(for: month) else {
      throw .noSnapshot(month, known: history.months)
    }
    guard let number = snapshot[cohort.id] else {
      let known = history.months.filter { history.snapshot(for: $0)?[cohort.id] != nil }
      throw .nothingRecorded(what: "\"\(cohort.name)\"", month, known: known)
    }
    var section = Section(heading: "")
    section.say(sentence(cohort, number.value, snapshot, history))
    if let assessing = snapshot.counts[cohort.id]?.assessing?.value {
      let children = Prose.children(assessing)
      section.say(
        "For \(children) of them it is still being assessed whether the plan is in their best"
          + " interests."
      )
    }
    section.say(CommentaryText(history: history, month: month).text(of: cohort))
    if let rating = history.progress(of: cohort.id, in: month) {
      section.say("Progress: \(rating.mark.symbol) \(rating.mark.name).")
    }
    section.say("Expected exit: \(cohort.expectedExit).")
    section.blocks.append(.table(table(cohort, history, upTo: month)))
    section.addFailedChecks(of: history, in: month) { $0.isAbout(cohort) }
    section.cite(number.provenance)
    return Document(
      answer: section, title: "\(cohort.name), \(month.inWords)",
      asAt: snapshot.asAt)
  }

  private static func sentence(
    _ cohort: Cohort, _ number: Int, _ snapshot: Snapshot, _ history: History
  ) -> String {
    let now = "\(Prose.sentence(Prose.children(number)).dropLast()) \(snapshot.onAsAtInWords)"
    let before = history.monthBefore(snapshot.month)
    guard let before, let earlier = history.snapshot(for: before)?[cohort.id]?.value else {
      return now + "."
    }
    let comparison =
      number == earlier ? "as in" : "\(Prose.comparison(number - earlier).dropLast(5)) than in"
    return now + ", \(comparison) \(before.inWords) (\(earlier))."
  }

  private static func table(_ cohort: Cohort, _ history: History, upTo month: Month) -> Table {
    var earlier: (words: String, number: Recorded<Int>?) = ("", nil)
    var rows: [Row] = []
    for known in history.months where known <= month {
      guard let snapshot = history.snapshot(for: known), let count = snapshot.counts[cohort.id]
      else { continue }
      let now = (words: known.inWords, number: Optional(count.number))
      rows.append(
        Row([
          .text("\(known)"), .text(known.inWords),
          .recorded(count.number, cohort.name, known.inWords),
          .recorded(
            count.assessing, "\(cohort.name), best interests being assessed", known.inWords),
          .change(of: cohort.name, from: earlier, to: now),
        ]))
      earlier = now
    }
    return Table(
      id: "cohort", caption: "\(cohort.name), by month",
      columns: [
        Column(id: "month", title: "Id", kind: .key),
        Column(id: "name", title: "Month", kind: .rowHeader),
        Column(id: "children", title: "Children", kind: .number),
        Column(id: "assessing", title: "Best interests being assessed", kind: .number),
        Column(id: "change", title: "Change", kind: .number),
      ], rows: rows)
  }
}
