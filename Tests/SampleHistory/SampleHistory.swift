import FileAccess
import HistoryFiles
import LookedAfter
import ShippedData

/// The sample history of Herefordshire, read from the shipped files just as the program reads it.
public enum SampleHistory {
  /// The shipped files, read and checked.
  ///
  /// - Throws: `ShippedDataError`, `FileError` or `CSVError`.
  public static func folder() throws -> HistoryFolder {
    try HistoryFolder.sample(named: "herefordshire")
  }

  /// The history that the shipped files hold.
  ///
  /// - Throws: `ShippedDataError`, `FileError` or `CSVError`.
  public static func history() throws -> History { try folder().history }

  /// The files of the history itself, in the order in which the program reads them.
  ///
  /// - Throws: `ShippedDataError` or `FileError`.
  public static func files() throws -> [HistoryFolder.File] {
    try ShippedData.tables(in: "herefordshire").map { try file("herefordshire/\($0)") }
  }

  /// One shipped file by its path below `data`, such as `scheme/cohorts.csv`.
  ///
  /// - Throws: `ShippedDataError` or `FileError`.
  public static func file(_ name: String) throws -> HistoryFolder.File {
    HistoryFolder.File(
      name: "data/\(name)", bytes: try WholeFile.read("\(try ShippedData.folder())/\(name)"))
  }
}
