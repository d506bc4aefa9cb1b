import Indicators
import LookedAfter

/// What checks find, as sentences by themselves.
public enum Findings {
  /// What does not hold in the commentary of a month.
  public static func ofCommentary(_ history: History, month: Month) -> [String] {
    CheckSentences(history: history, month: month).notes { check in
      ["commentary-figure", "commentary-carried-over", "unfilled-figure", "leavers-missing"]
        .contains(check.code)
    }.map {
      "\($0.severity.rawValue.prefix(1).uppercased())\($0.severity.rawValue.dropFirst()): \($0.text)"
    }
  }
}
