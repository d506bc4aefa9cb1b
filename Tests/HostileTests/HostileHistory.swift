import CSV
import HistoryFiles
import LookedAfter
import ShippedData

/// The history of Herefordshire with hostile words in every free text of its files.
enum HostileHistory {
  /// The columns that hold free text.
  private static let texts: Set<String> = [
    "text", "section", "note", "short_title", "title", "name", "short_name", "expected_exit",
    "standing_commentary",
  ]

  /// What is not put in the place of a text that means something to the program.
  private static let meant = ["setting.", "progress.", "resolution.", "baseline.", "target."]

  static func folder() throws -> HistoryFolder {
    var count = 0
    func hostile(_ name: String) throws -> HistoryFolder.File {
      let bytes = try ShippedData.read(name).bytes
      var parser = CSVParser(bytes: bytes, file: name)
      var writer = CSVWriter()
      guard let header = try parser.next()?.fields else { return .init(name: name, bytes: bytes) }
      writer.append(header)
      while let record = try parser.next() {
        var fields = record.fields
        let isMeant = fields.contains { field in meant.contains { field.hasPrefix($0) } }
        for (place, column) in header.enumerated()
        where texts.contains(column) && !fields[place].isEmpty && !isMeant {
          fields[place] = HostileWords.all[count % HostileWords.all.count].text
          count += 1
        }
        writer.append(fields)
      }
      return .init(name: name, bytes: Array(writer.text.utf8))
    }
    return try HistoryFolder(
      cohorts: hostile("scheme/cohorts.csv"), measures: hostile("scheme/measures.csv"),
      files: ShippedData.tables(in: "herefordshire").map { try hostile("herefordshire/\($0)") })
  }
}
