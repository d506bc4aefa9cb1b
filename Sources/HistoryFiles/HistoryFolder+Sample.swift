import CSV
import LookedAfter
import ShippedData

extension HistoryFolder {
  /// A sample history that comes with the program.
  ///
  /// A sample of an authority that works in its own way brings its cohorts and its list of measures
  /// in a folder `scheme`, and the shape of its papers in a folder `templates`.
  ///
  /// - Parameter name: the folder of its files.
  /// - Throws: `ShippedDataError` or `FileError` when its files are not there, `CSVError` when one
  ///   of them cannot be read.
  public static func sample(named name: String) throws -> HistoryFolder {
    func scheme(_ file: String) throws -> File {
      let own = "\(name)/scheme/\(file)"
      return try .shipped(try ShippedData.has(own) ? own : "scheme/\(file)")
    }
    return try HistoryFolder(
      cohorts: scheme("cohorts.csv"), measures: scheme("measures.csv"),
      files: ShippedData.tables(in: name).map { try File.shipped("\(name)/\($0)") },
      templates: ShippedData.has("\(name)/templates")
        ? ShippedData.tables(in: "\(name)/templates").map {
          try File.shipped("\(name)/templates/\($0)")
        } : [])
  }

  /// A folder without any figure, on the cohort scheme that comes with the program.
  ///
  /// - Throws: as `sample(named:)`.
  public static func empty() throws -> HistoryFolder {
    try HistoryFolder(
      cohorts: File.shipped("scheme/cohorts.csv"), measures: File.shipped("scheme/measures.csv"),
      files: [
        File(name: "authority.csv", bytes: Array("name,code\nThe authority,\n".utf8)),
        File(name: "sources.csv", bytes: Array("id,short_title,title,date,recorded_on\n".utf8)),
      ])
  }

  /// The measures that this version of the program knows beside those of the cohorts.
  ///
  /// - Throws: as `sample(named:)`.
  public static func shippedMeasures() throws -> [Measure] {
    let file = try File.shipped("scheme/measures.csv")
    return try SchemeFile.readMeasures(bytes: file.bytes, file: file.name)
  }
}

extension HistoryFolder.File {
  /// A file of the shipped data, under its whole path: errors in it are mended there.
  static func shipped(_ name: String) throws -> HistoryFolder.File {
    let file = try ShippedData.read(name)
    return HistoryFolder.File(name: file.path, bytes: file.bytes)
  }
}
