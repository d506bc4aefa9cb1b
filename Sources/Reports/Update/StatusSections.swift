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
    let key = ProgressLevel.allCases.map { "\($0.symbol) \($0.name) (level \($0.rawValue))" }
    section.blocks.append(
      .paragraph(
        "Direction of travel says whether the number moved against the month before; progress is the"
          + " manager's judgement, by this key:"))
    section.blocks.append(.list(key))
    return section
  }

  /// The last section of the update: which figures do not add up.
  static func checks(_ history: History, _ month: Month) -> Section {
    var section = Section(heading: "Checks on these figures")
    let sentences = CheckSentences(history: history, month: month)
    let failed = sentences.checks.failed
    guard !failed.isEmpty else {
      section.say("Every check of the figures of \(month.inWords) holds.")
      return section
    }
    section.say(count(failed), "Nothing was changed to make figures meet.")
    section.blocks += sentences.notes().map { .note($0) }
    return section
  }

  /// `13 checks do not hold: one error, seven warnings, …`.
  private static func count(_ failed: [Check]) -> String {
    let names: [(Check.Severity, one: String, many: String)] = [
      (.error, "error", "errors"), (.warning, "warning", "warnings"),
      (.prompt, "rating to look at again", "ratings to look at again"),
      (.information, "for information", "for information"),
    ]
    let parts = names.compactMap { severity, one, many in
      let number = failed.count { $0.severity == severity }
      return number == 0 ? nil : Prose.count(number, one, many)
    }
    let checks = Prose.count(failed.count, "check does not hold", "checks do not hold")
    return Prose.sentence("\(checks): \(Prose.list(parts))")
  }
}
