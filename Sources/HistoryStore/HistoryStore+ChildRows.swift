import Foundation
import GRDB
import LookedAfter

/// What the statutory return says of each child, under pseudonyms. The store knows only bytes.
extension HistoryStore {
  /// The rows of the children of the authority; nil when there are none, or the import that wrote
  /// them is taken back. Where rows stood before that import, they stand again then.
  ///
  /// - Parameter evenTakenBack: whether rows count that wait for their import to be done again.
  /// - Throws: `HistoryStoreError`.
  public func childRows(
    evenTakenBack: Bool = false
  ) throws(HistoryStoreError) -> [UInt8]? {
    try reading { database in
      let undone = evenTakenBack ? [] : try EntryReversals.undone(in: database)
      for table in ["child_rows", "earlier_child_rows"] {
        let row = try Row.fetchOne(
          database, sql: "SELECT entry_id, content FROM \(table) WHERE authority_id = ?",
          arguments: [authority(in: database).id])
        guard let row else { return nil }
        if undone.contains(row[0]) { continue }
        let content: Data = row[1]
        return [UInt8](content)
      }
      return nil
    }
  }

  /// Records figures and keeps the rows that they were worked out from, both or neither; rows that
  /// were kept before give way.
  ///
  /// - Parameters:
  ///   - observations: the figures.
  ///   - rows: the rows of the children.
  ///   - entry: who, when, by which command, and why.
  /// - Returns: what was recorded; where neither figures nor rows change, nothing is written at all.
  /// - Throws: `HistoryStoreError`; nothing is changed then.
  public func record(
    _ observations: [Observation], keeping rows: [UInt8], entry: Entry
  ) throws(HistoryStoreError) -> Recording {
    let known = try childRows()
    return try writing { database in
      let authority = try authority(in: database).id
      let standing = try StandingRevisions(of: authority, for: observations.count, in: database)
      let recording = try Recording(of: observations) { try standing[$0] }
      guard !recording.changes.isEmpty || known != rows else { return recording }
      let entryID = try ObservationRows.insert(entry, in: database)
      try ObservationRows.insert(
        recording.changes.map(\.after), authority: authority, entry: entryID, in: database)
      if recording.changes.isEmpty, known != nil {
        // Rows without figures of their own go and come with the import whose figures stand.
        try database.execute(
          sql: "UPDATE child_rows SET content = ? WHERE authority_id = ?",
          arguments: [Data(rows), authority])
      } else {
        try setAside(of: authority, in: database)
        try database.execute(
          sql: "INSERT OR REPLACE INTO child_rows (authority_id, entry_id, content)"
            + " VALUES (?, ?, ?)",
          arguments: [authority, entryID, Data(rows)])
      }
      try AuditChain.seal(entryID, in: database)
      return recording
    }
  }

  /// Keeps the rows that stand, for an import of which the rows take their place may be taken back.
  /// Rows whose own import is taken back are not kept any longer.
  private func setAside(of authority: Int64, in database: Database) throws {
    let standing = try Int64.fetchOne(
      database, sql: "SELECT entry_id FROM child_rows WHERE authority_id = ?",
      arguments: [authority])
    guard let standing, try !EntryReversals.undone(in: database).contains(standing) else { return }
    try database.execute(
      sql: "INSERT OR REPLACE INTO earlier_child_rows (authority_id, entry_id, content)"
        + " SELECT authority_id, entry_id, content FROM child_rows WHERE authority_id = ?",
      arguments: [authority])
  }

  /// Puts the earlier rows back for good where the import that took their place is taken back.
  private func standAgain(of authority: Int64, in database: Database) throws {
    let last = try Int64.fetchOne(
      database, sql: "SELECT entry_id FROM child_rows WHERE authority_id = ?",
      arguments: [authority])
    guard let last, try EntryReversals.undone(in: database).contains(last) else { return }
    try database.execute(
      sql: "INSERT OR REPLACE INTO child_rows (authority_id, entry_id, content)"
        + " SELECT authority_id, entry_id, content FROM earlier_child_rows WHERE authority_id = ?",
      arguments: [authority])
  }

  /// Puts other rows in the place of those that are kept, or nothing, so that no byte of the old ones
  /// stays in the file. The figures stay as they are recorded.
  ///
  /// - Parameters:
  ///   - rows: what is left; nil for nothing.
  ///   - entry: says in the log that it was done. Its command must name no child.
  /// - Throws: `HistoryStoreError`.
  public func rewriteChildRows(
    _ rows: [UInt8]?, entry: Entry
  ) throws(HistoryStoreError) {
    try writing { database in
      let authority = try authority(in: database).id
      let entryID = try ObservationRows.insert(entry, in: database)
      try standAgain(of: authority, in: database)
      // Whoever is to be forgotten is among the earlier rows as well.
      try database.execute(
        sql: "DELETE FROM earlier_child_rows WHERE authority_id = ?", arguments: [authority])
      if let rows {
        try database.execute(
          sql: "UPDATE child_rows SET content = ? WHERE authority_id = ?",
          arguments: [Data(rows), authority])
      } else {
        try database.execute(
          sql: "DELETE FROM child_rows WHERE authority_id = ?", arguments: [authority])
      }
      try AuditChain.seal(entryID, in: database)
    }
    do {
      // The pages were overwritten; this gives back their room as well.
      try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM") }
    } catch {
      throw HistoryStoreError(writing: error, path: name)
    }
  }
}
