import GRDB

extension HistoryStore {
  /// What is wrong with a store; nothing when it is sound.
  public enum Fault: Sendable, Equatable, CustomStringConvertible {
    /// SQLite finds the file damaged.
    case integrity(String)
    /// A row refers to one that is not there.
    case dangling(table: String)
    /// An entry's rows are not those that were recorded; its time and command where they can be
    /// read, as they stand now.
    case changedBehindTheBack(entry: Int64, recordedAt: String?, command: String?)

    /// One sentence for a person.
    public var description: String {
      switch self {
      case .integrity(let words):
        "The file is damaged (\(words)); restore it from a backup."
      case .dangling(let table):
        "A row of the table \(table) refers to one that is not there; restore a backup."
      case .changedBehindTheBack(let entry, let recordedAt, let command):
        "What entry \(entry) of the log\(Self.about(recordedAt, command)) recorded, or something"
          + " before it, was changed behind the program's back; compare with a backup."
      }
    }

    private static func about(_ recordedAt: String?, _ command: String?) -> String {
      let parts = [recordedAt.map { "of \($0.prefix(10))" }, command].compactMap { $0 }
      return parts.isEmpty ? "" : " (\(parts.joined(separator: ": ")))"
    }
  }

  /// Checks the file, its references, and the chain over everything recorded.
  ///
  /// - Throws: `HistoryStoreError` when the file cannot even be read.
  public func check() throws(HistoryStoreError) -> [Fault] {
    try reading { database in
      var faults = try String.fetchAll(database, sql: "PRAGMA integrity_check")
        .filter { $0 != "ok" }.map(Fault.integrity)
      faults += Set(
        try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map { $0[0] as String }
      ).sorted().map(Fault.dangling)
      if let entry = try AuditChain.firstBroken(in: database) {
        let row = try? Row.fetchOne(
          database, sql: "SELECT recorded_at, command FROM entry WHERE id = ?", arguments: [entry])
        faults.append(
          .changedBehindTheBack(entry: entry, recordedAt: row?[0], command: row?[1]))
      }
      return faults
    }
  }
}
