import CSV
import LookedAfter

/// The papers that a folder of figures was taken from.
public struct SourceFile: Sendable {
  /// A paper, and the day from which its figures count as recorded.
  public struct Entry: Sendable {
    /// The paper.
    public let source: Source

    /// `yyyy-mm-ddT00:00:00Z`.
    public let recordedAt: String
  }

  /// The name of the file.
  public let file: String

  private let entries: [String: Entry]

  /// The paper of an id; nil when the file has none.
  public subscript(id: String) -> Entry? { entries[id] }

  /// When the earliest of the papers counts as recorded: the time given to what has no source.
  public var earliestRecording: String {
    entries.values.map(\.recordedAt).min() ?? "0001-01-01T00:00:00Z"
  }

  /// Reads the columns `id,short_title,title,date,recorded_on`; the date may be blank.
  ///
  /// - Throws: `CSVError` with file, line and column.
  public init(bytes: [UInt8], file: String) throws(CSVError) {
    let table = try CSVTable(
      bytes: bytes, file: file, required: ["id", "short_title", "title", "date", "recorded_on"],
      known: [])
    var entries: [String: Entry] = [:]
    for record in table.records {
      let id = try table.required("id", of: record)
      let recordedOn = try table.required("recorded_on", of: record)
      guard let recorded = CivilDate(iso: recordedOn) else {
        throw table.error(
          "the day \"\(recordedOn)\" is not written as 2020-10-31", at: "recorded_on", of: record)
      }
      let written = table.value("date", of: record)
      let date = written.flatMap(CivilDate.init(iso:))
      if let written, date == nil {
        throw table.error(
          "the date \"\(written)\" is not written as 2020-10-31", at: "date", of: record)
      }
      let source = Source(
        id: id, shortTitle: try table.required("short_title", of: record),
        title: try table.required("title", of: record), date: date)
      let entry = Entry(source: source, recordedAt: "\(recorded)T00:00:00Z")
      guard entries.updateValue(entry, forKey: id) == nil else {
        throw table.error("the id \"\(id)\" is there twice", at: "id", of: record)
      }
    }
    self.file = file
    self.entries = entries
  }
}
