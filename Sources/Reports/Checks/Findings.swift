import Documents
import Indicators
import LookedAfter

/// What checks find, as sentences by themselves.
public enum Findings {
  /// What does not hold in a month.
  public static func of(_ history: History, month: Month) -> [String] {
    CheckSentences(history: history, month: month).notes().map(sentence)
  }

  /// What does not hold in the commentary of a month on some cohorts.
  public static func ofCommentary(
    _ history: History, month: Month, on cohorts: [Cohort]
  ) -> [String] {
    CheckSentences(history: history, month: month).notes { check in
      ["commentary-figure", "commentary-carried-over", "unfilled-figure", "leavers-missing"]
        .contains(check.code) && cohorts.contains(where: check.isAbout)
    }.map(sentence)
  }

  /// The places of a month's commentary that are left to the program and that nothing fills: a
  /// paper with them in it is not finished.
  public static func ofUnfilledCommentary(_ history: History, month: Month) -> [String] {
    CheckSentences(history: history, month: month).notes { $0.code == "unfilled-figure" }.map(
      \.text)
  }

  private static func sentence(_ note: Note) -> String {
    let severity = note.severity.rawValue
    return "\(severity.prefix(1).uppercased())\(severity.dropFirst()): \(note.text)"
  }
}
