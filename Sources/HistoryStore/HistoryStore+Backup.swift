import GRDB

extension HistoryStore {
  /// Writes a copy to a new file while the store is in use, and checks the copy.
  ///
  /// - Throws: as `save(as:)`; `HistoryStoreError` when the copy is not sound.
  public func backup(to path: String) throws {
    try save(as: path)
    let faults = try HistoryStore.open(path: path).check()
    if let fault = faults.first {
      throw HistoryStoreError.unsound(path: path, fault: "\(fault)")
    }
  }

  /// A backup that was read and found sound, to restore from.
  public struct Backup: Sendable {
    /// Its file.
    public let path: String
    fileprivate let store: HistoryStore
  }

  /// Reads and checks a backup; its file is left as it is.
  ///
  /// - Throws: `HistoryStoreError` when it cannot be read, is not sound, or holds another authority
  ///   than the one that is asked for here.
  public func checkedBackup(at path: String) throws(HistoryStoreError) -> Backup {
    let store = try HistoryStore.copy(of: path)
    if let fault = try store.check().first {
      throw .unsound(path: path, fault: "\(fault)")
    }
    let held = try store.authorities().map(\.name)
    let wanted = try reading { try authority(in: $0).value.name }
    guard held.contains(wanted) else {
      throw .otherAuthority(path: path, holds: held, wanted: wanted)
    }
    return Backup(path: path, store: store)
  }

  /// Makes this store what a backup holds, and one entry more that says so; what it was before is
  /// first kept in a new file beside it, where it is kept in a file at all.
  ///
  /// - Returns: the file that holds what it was before.
  /// - Throws: `HistoryStoreError`; this store is then as it was.
  @discardableResult
  public func restore(from backup: Backup, entry: Entry) throws -> String? {
    try backup.store.writing { database in
      try AuditChain.seal(ObservationRows.insert(entry, in: database), in: database)
    }
    let stamp = entry.recordedAt.filter(\.isNumber)
    let aside = path.map { Self.freePath(beside: $0, for: "before-restore-\(stamp)") }
    if let aside { try self.backup(to: aside) }
    do {
      try backup.store.queue.backup(to: queue)
    } catch {
      throw HistoryStoreError(writing: error, path: name)
    }
    return aside
  }
}
