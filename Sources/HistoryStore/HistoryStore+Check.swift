import GRDB

extension HistoryStore {
  /// What is wrong with a store; nothing when it is sound.
  public enum Fault: Sendable, Equatable, CustomStringConvertible {
    /// SQLite finds the file damaged.
    case integrity(String)
    /// A row refers to one that is not there.
    case dangling(table: String)
    /// An entry's rows are not those that were recorded.
    case changedBehindTheBack(entry: Int64)

    /// One sentence for a person.
    public var description: String {
      switch self {
      case .integrity(let words):
        "The file is damaged (\(words)); restore it from a backup."
      case .dangling(let table):
        "A row of the table \(table) refers to one that is not there; restore a backup."
      case .changedBehindTheBack(let entry):
        "What entry \(entry) of the log recorded, or something before it, was changed behind the"
          + " program's back; compare with a backup."
      }
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
        faults.append(.changedBehindTheBack(entry: entry))
      }
      return faults
    }
  }

  /// Writes a copy to a new file while the store is in use, and checks the copy.
  ///
  /// - Throws: as `save(as:)`; `HistoryStoreError` when the copy is not sound.
  public func backup(to path: String) throws {
    try save(as: path)
    let faults = try HistoryStore.open(path: path).check()
    if let fault = faults.first {
      throw HistoryStoreError.database(path: path, reason: "the copy is not sound: \(fault)")
    }
  }

  /// Makes this store what a backup holds.
  ///
  /// - Parameter path: the backup, which is checked first.
  /// - Throws: `HistoryStoreError` when the backup cannot be read or is not sound; this store is
  ///   then as it was.
  public func restore(from path: String) throws(HistoryStoreError) {
    let backup = try HistoryStore.open(path: path)
    if let fault = try backup.check().first {
      throw .database(path: path, reason: "the backup is not sound: \(fault)")
    }
    do { try backup.queue.backup(to: queue) } catch { throw HistoryStoreError(error, path: name) }
  }
}
