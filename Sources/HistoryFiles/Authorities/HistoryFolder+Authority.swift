import Comparators
import LookedAfter

extension HistoryFolder {
  /// What a history of an authority begins with: the shipped cohort scheme and measures, its
  /// population estimates and the rates of its comparators. No child is counted yet.
  ///
  /// - Parameters:
  ///   - authority: whose history it is.
  ///   - figures: what is published; nil reads what comes with the program.
  /// - Throws: `ShippedDataError` or `FileError` when a shipped file is not there, `CSVError` when
  ///   one of them cannot be read.
  public static func beginning(
    for authority: EnglishAuthority, figures: AuthorityFigures? = nil
  ) throws -> HistoryFolder {
    try HistoryFolder(
      authority: authority.authority, cohorts: File.shipped("scheme/cohorts.csv"),
      measures: File.shipped("scheme/measures.csv"),
      observations: try (figures ?? AuthorityFigures.shipped()).observations(of: authority))
  }
}
