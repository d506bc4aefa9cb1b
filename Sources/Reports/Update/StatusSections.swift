import Documents
import Indicators
import LookedAfter

extension Section {
  /// Section 9 of the update: the child status table and the key to its ratings.
  static func childStatus(_ history: History, _ month: Month) -> Section {
    var section = Section(heading: "Child status")
    guard let snapshot = history.snapshot(for: month), !snapshot.counts.isEmpty else {
      section.sayNothingRecorded(of: "the cohorts", in: month)
      return section
    }
    let status = ChildStatusTable(history, month: month, recent: 3, withCommentary: true)
    section.blocks.append(.table(status.table))
    section.provenance += status.provenance
    let against = history.monthBefore(month).map { " against \($0.inWords)" } ?? ""
    let key = history.ratingScale.key.map { mark, levels in
      "\(mark.symbol) \(mark.name)"
        + " (level\(levels.count == 1 ? "" : "s") \(Prose.list(levels.map { "\($0.rawValue)" })))"
    }
    section.blocks.append(
      .paragraph(
        "Direction of travel says whether the number moved\(against); progress is the manager's"
          + " judgement, by this key:"))
    section.blocks.append(.list(key))
    section.say(DirectionSentences.all(in: history))
    if let chart = CohortBars.chart(of: status, atMost: 2) { section.blocks.append(.chart(chart)) }
    return section
  }

  /// The last section of the update: which figures do not add up.
  static func checks(_ history: History, _ month: Month) -> Section {
    var section = Section(heading: "Checks on these figures")
    let sentences = CheckSentences(history: history, month: month)
    let failed = sentences.checks.failed
    guard !failed.isEmpty else {
      section.say(
        sentences.checks.all.isEmpty
          ? "Too little is recorded for \(month.inWords) to set one figure against another."
          : "Every check of the figures of \(month.inWords) holds.")
      return section
    }
    section.say(count(failed), "Nothing was changed to make figures meet.")
    section.blocks += sentences.notes().map { .note($0) }
    if failed.contains(where: { $0.severity == .prompt }) {
      section.say(ratingRemark)
    }
    return section
  }

  /// What is put to the manager under the ratings to look at again; no part of a public paper.
  static let ratingRemark =
    "A rating is the manager's judgement and may well be right; record its reason, or look at it again."

  /// `13 points to look at: one error, seven warnings, …`.
  private static func count(_ failed: [Check]) -> String {
    let names: [(Check.Severity, one: String, many: String)] = [
      (.error, "error", "errors"), (.warning, "warning", "warnings"),
      (.prompt, "rating to look at again", "ratings to look at again"),
      (.information, "remark", "remarks"),
    ]
    let parts = names.compactMap { severity, one, many in
      let number = failed.count { $0.severity == severity }
      return number == 0 ? nil : Prose.count(number, one, many)
    }
    let points = Prose.count(failed.count, "point to look at", "points to look at")
    return Prose.sentence("\(points): \(Prose.list(parts))")
  }
}
