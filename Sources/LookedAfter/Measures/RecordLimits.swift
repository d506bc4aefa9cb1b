/// How much one record and one scheme may hold.
///
/// The limits are far above what a council writes. They keep a file pasted into a comment, or one that
/// means ill, from filling the history: what is recorded is never deleted.
public enum RecordLimits {
  /// The most characters, counted as Unicode scalars, of a comment, a reason, a remark or the text of
  /// a part of a paper: about eight printed pages.
  public static let textLength = 20_000

  /// The most characters, counted as Unicode scalars, of a name: of a list, a scenario, a part.
  public static let nameLength = 300

  /// The most cohorts of a scheme, `total` not counted.
  public static let cohorts = 64

  /// The most measures of a scheme.
  public static let measures = 1000

  /// What is wrong with the length of some words, without capital and full stop; nil when they fit.
  public static func problem(withText text: String) -> String? {
    tooLong(text, most: textLength).map {
      "this text has \($0) characters, and a comment, reason or remark has \(textLength) at most;"
        + " shorten it, or keep it in a file of its own and name that"
    }
  }

  /// What is wrong with the length of a name, without capital and full stop; nil when it fits.
  public static func problem(withName name: String) -> String? {
    tooLong(name, most: nameLength).map {
      "this name has \($0) characters, and a name has \(nameLength) at most; shorten it"
    }
  }

  /// What is wrong with the length of what a figure is recorded with, without capital and full stop;
  /// nil when all of it fits. A setting may be a whole file, such as the template of a paper.
  public static func problem(with observation: Observation, kind: Measure.Kind?) -> String? {
    problem(withName: observation.detail)
      ?? (kind == .setting ? nil : observation.text.flatMap(problem(withText:)))
      ?? observation.provenance.note.flatMap(problem(withText:))
  }

  /// How long some words are, where that is too much.
  private static func tooLong(_ text: String, most: Int) -> Int? {
    // A scalar has a byte at least, so most are within the limit without being counted.
    guard text.utf8.count > most else { return nil }
    let length = text.unicodeScalars.count
    return length > most ? length : nil
  }
}
