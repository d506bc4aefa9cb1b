import Documents
import Indicators
import LookedAfter

/// What checks find, as sentences by themselves.
public enum Findings {
  /// What does not hold in a month.
  public static func of(_ history: History, month: Month) -> [String] {
    CheckSentences(history: history, month: month).notes().map(sentence)
  }

  /// What does not hold in the commentary of a month.
  public static func ofCommentary(_ history: History, month: Month) -> [String] {
    CheckSentences(history: history, month: month).notes { check in
      ["commentary-figure", "commentary-carried-over", "unfilled-figure", "leavers-missing"]
        .contains(check.code)
    }.map(sentence)
  }

  private static func sentence(_ note: Note) -> String {
    let severity = note.severity.rawValue
    return "\(severity.prefix(1).uppercased())\(severity.dropFirst()): \(note.text)"
  }
}
