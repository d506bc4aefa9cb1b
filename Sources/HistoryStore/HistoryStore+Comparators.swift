import Comparators
import GRDB
import LookedAfter

extension HistoryStore {
  /// The published figures that were imported and stand, oldest first. They are of all authorities,
  /// so each authority of the store has them.
  ///
  /// - Throws: `HistoryStoreError` when the store cannot be read, or holds an edition that is none.
  public func importedEditions() throws(HistoryStoreError) -> [ImportedEdition] {
    try reading { database in
      let undone = try EntryReversals.undone(in: database)
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT entry_id, file_name, publication, authorities, figures FROM comparator_edition
          ORDER BY id
          """)
      return try rows.compactMap { row in
        if undone.contains(row[0]) { return nil }
        return try ImportedEdition(
          files: .init(publication: row[2], authorities: row[3], figures: row[4]), name: row[1])
      }
    }
  }

  /// Keeps an edition of published figures, and what it adds to the history of the authority.
  ///
  /// - Parameters:
  ///   - edition: the published figures.
  ///   - file: the name of the file that it was read from.
  ///   - observations: comparators of the authority that are new with it.
  ///   - entry: who does it, when and with which command.
  /// - Throws: `HistoryStoreError`; nothing is kept then.
  public func keep(
    _ edition: ImportedEdition, file: String, adding observations: [Observation], entry: Entry
  ) throws(HistoryStoreError) {
    try writing { database in
      let authority = try authority(in: database).id
      let standing = try StandingRevisions(of: authority, for: observations.count, in: database)
      let recording = try Recording(of: observations) { try standing[$0] }
      let entryID = try ObservationRows.insert(entry, in: database)
      let files = edition.files
      try database.execute(
        sql: """
          INSERT INTO comparator_edition (entry_id, file_name, publication, authorities, figures)
          VALUES (?, ?, ?, ?, ?)
          """, arguments: [entryID, file, files.publication, files.authorities, files.figures])
      try ObservationRows.insert(
        recording.changes.map(\.after), authority: authority, entry: entryID, in: database)
      try AuditChain.seal(entryID, in: database)
    }
  }
}

/// Which entries are taken back as things stand.
enum EntryReversals {
  static func undone(in database: Database) throws -> Set<Int64> {
    var undone: Set<Int64> = []
    let rows = try Row.fetchCursor(
      database, sql: "SELECT reverses, kind FROM reversal ORDER BY entry_id")
    while let row = try rows.next() {
      if row[1] == Reversal.undo.rawValue {
        undone.insert(row[0])
      } else {
        undone.remove(row[0])
      }
    }
    return undone
  }
}
