import Documents
import FileAccess

/// An answer written as a folder of CSV files, a table each.
public enum FolderOutput {
  /// Refuses a form that is no folder of files.
  ///
  /// - Throws: `ConsoleError.refused`.
  public static func check(_ path: String, format: OutputFormat?) throws(ConsoleError) {
    guard let format, format != .csv, format != .zip else { return }
    throw .refused(
      "\(path) is a folder, into which tables are written as CSV; for \(format.rawValue) name a file"
        + " that ends in .\(format.fileEnding).")
  }

  /// Writes the tables of a document into a folder.
  ///
  /// - Returns: what was done, for the person.
  /// - Throws: `FileError`.
  public static func write(
    _ document: Document, to path: String, replacing: Bool, isPrivate: Bool
  ) throws(FileError) -> String {
    let files = CSVRenderer().files(document)
    try WholeFolder.write(
      files, to: path, replacing: replacing, mode: isPrivate ? 0o600 : 0o644)
    let names = files.count == 1 ? "1 file" : "\(files.count) files"
    return "Wrote \(names) to \(path): \(files.map(\.name).joined(separator: ", "))."
  }
}
