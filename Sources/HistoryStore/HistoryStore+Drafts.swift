import GRDB
import LookedAfter

extension HistoryStore {
  /// An entry of a month that was left half way.
  public struct SavedDraft: Sendable, Equatable {
    /// The answers, as the one who saved them wrote them down.
    public let content: String
    /// When it was saved.
    public let savedAt: String
    /// Who saved it.
    public let savedBy: String
  }

  /// The unfinished entry of a month; nil when there is none.
  ///
  /// - Throws: `HistoryStoreError`.
  public func draft(of month: Month) throws(HistoryStoreError) -> SavedDraft? {
    try reading { database in
      let row = try Row.fetchOne(
        database,
        sql: "SELECT content, saved_at, saved_by FROM draft WHERE authority_id = ? AND month = ?",
        arguments: [authority(in: database).id, "\(month)"])
      return row.map { SavedDraft(content: $0[0], savedAt: $0[1], savedBy: $0[2]) }
    }
  }

  /// The months that have an unfinished entry, oldest first.
  ///
  /// - Throws: `HistoryStoreError`.
  public func draftMonths() throws(HistoryStoreError) -> [Month] {
    try reading { database in
      try String.fetchAll(
        database, sql: "SELECT month FROM draft WHERE authority_id = ? ORDER BY month",
        arguments: [authority(in: database).id]
      ).compactMap(Month.init(iso:))
    }
  }

  /// Keeps the unfinished entry of a month, or with nil forgets it.
  ///
  /// - Throws: `HistoryStoreError`.
  public func saveDraft(
    _ content: String?, of month: Month, by name: String, at time: String
  ) throws(HistoryStoreError) {
    try writing { database in
      guard let content else {
        try database.execute(
          sql: "DELETE FROM draft WHERE authority_id = ? AND month = ?",
          arguments: [authority(in: database).id, "\(month)"])
        return
      }
      try database.execute(
        sql: """
          INSERT OR REPLACE INTO draft (authority_id, month, content, saved_at, saved_by)
          VALUES (?, ?, ?, ?, ?)
          """,
        arguments: [authority(in: database).id, "\(month)", content, time, name])
    }
  }
}
