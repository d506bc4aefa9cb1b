import GRDB
import LookedAfter

/// Which way a command is taken.
public enum Reversal: String, Sendable {
  /// A command is taken back.
  case undo
  /// A command that was taken back is done again.
  case redo
}

extension HistoryStore {
  /// One line of the log: who did what, when and why, and what it did to the figures.
  public struct LogLine: Sendable {
    /// The number of the entry, from 1.
    public let number: Int64
    /// Who, when, by which command, and why.
    public let entry: Entry
    /// How many figures, moves of cases and frozen lists it recorded.
    public let figures: Int
    /// Whether it can be taken back: it recorded figures, or an edition of published ones.
    public let isReversible: Bool
    /// The entry that it takes back or does again.
    public let reverses: Int64?
    /// Whether it is taken back as things stand.
    public let isUndone: Bool
  }

  /// The audit trail, oldest first.
  ///
  /// - Throws: `HistoryStoreError`.
  public func log() throws(HistoryStoreError) -> [LogLine] {
    try reading { try UndoStack(of: $0, authority: authority(in: $0).id).lines }
  }

  /// Takes back the newest command that stands, or does the last one taken back again: also one of
  /// an earlier run of the program.
  ///
  /// The figures of the command get another revision with what stood before it. What it recorded
  /// stays in the store.
  ///
  /// - Parameters:
  ///   - reversal: whether to undo or to do again.
  ///   - recordedBy: who does it.
  ///   - recordedAt: when, as `yyyy-mm-ddThh:mm:ssZ`.
  ///   - reason: why, where that was said.
  /// - Returns: the entry and what happened to its figures; nil when there is nothing to take.
  /// - Throws: `HistoryStoreError`; nothing is changed then.
  public func reverse(
    _ reversal: Reversal, by recordedBy: String, at recordedAt: String,
    because reason: String? = nil
  ) throws(HistoryStoreError) -> (line: LogLine, recording: Recording)? {
    try writing { database in
      guard let (line, recording) = try reversed(reversal, at: recordedAt, in: database) else {
        return nil
      }
      let authority = try authority(in: database).id
      let entryID = try ObservationRows.insert(
        Entry(
          recordedAt: recordedAt, recordedBy: recordedBy,
          command: "\(reversal.rawValue) \(line.entry.command)", reason: reason), in: database)
      try database.execute(
        sql: "INSERT INTO reversal (entry_id, reverses, kind) VALUES (?, ?, ?)",
        arguments: [entryID, line.number, reversal.rawValue])
      try ObservationRows.insert(
        recording.changes.map(\.after), authority: authority, entry: entryID, in: database)
      try CaseRows.reverse(
        reversal, entry: line.number, as: entryID, at: recordedAt, in: database)
      try AuditChain.seal(entryID, in: database)
      return (line, recording)
    }
  }

  /// What `reverse` would do; nothing is written.
  ///
  /// - Returns: nil when there is nothing to take.
  /// - Throws: `HistoryStoreError`.
  public func preview(_ reversal: Reversal) throws(HistoryStoreError) -> Recording? {
    try reading { try reversed(reversal, at: "", in: $0)?.recording }
  }

  /// The entry that a reversal is of, and the figures that it would record.
  private func reversed(
    _ reversal: Reversal, at recordedAt: String, in database: Database
  ) throws -> (line: LogLine, recording: Recording)? {
    let authority = try authority(in: database).id
    let stack = try UndoStack(of: database, authority: authority)
    guard let line = reversal == .undo ? stack.undoable : stack.redoable else { return nil }
    let figures =
      reversal == .undo
      ? try ObservationRows.figures(before: line.number, in: database)
      : try ObservationRows.figures(of: line.number, in: database)
    let standing = try StandingRevisions(of: authority, for: figures.count, in: database)
    let recording = try Recording(of: figures.map { $0.recorded(at: recordedAt) }) {
      try standing[$0]
    }
    return (line, recording)
  }
}

/// The entries, and which of them stand.
private struct UndoStack {
  let lines: [HistoryStore.LogLine]

  private let beginnings: Set<Int64>

  /// The command that `undo` would take back; the entry that made the history stays.
  var undoable: HistoryStore.LogLine? {
    lines.last {
      $0.reverses == nil && !$0.isUndone && $0.isReversible && !beginnings.contains($0.number)
    }
  }

  /// The command that `redo` would do again: the oldest of those taken back since the last command.
  var redoable: HistoryStore.LogLine? {
    let standing = lines.last { $0.reverses == nil && !$0.isUndone && $0.isReversible }
    guard let newest = standing?.number else { return nil }
    return lines.first { $0.reverses == nil && $0.isUndone && $0.number > newest }
  }

  /// The entries of an authority: undo is of one authority's commands, not of a colleague's.
  init(of database: Database, authority: Int64) throws {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT entry.id, recorded_at, recorded_by, command, reason, reverses, kind,
          (SELECT count(*) FROM observation WHERE entry_id = entry.id)
            + (SELECT count(*) FROM case_move WHERE entry_id = entry.id)
            + (SELECT count(*) FROM frozen_list WHERE entry_id = entry.id) AS figures,
          EXISTS (SELECT 1 FROM scheme_file WHERE entry_id = entry.id),
          EXISTS (SELECT 1 FROM comparator_edition WHERE entry_id = entry.id)
        FROM entry LEFT JOIN reversal ON reversal.entry_id = entry.id
        WHERE EXISTS (SELECT 1 FROM observation
            WHERE entry_id = entry.id AND authority_id = :authority)
          OR EXISTS (SELECT 1 FROM paper WHERE entry_id = entry.id AND authority_id = :authority)
          OR EXISTS (SELECT 1 FROM scheme_file
            WHERE entry_id = entry.id AND authority_id = :authority)
          OR EXISTS (SELECT 1 FROM case_move JOIN child_case ON child_case.id = case_id
            WHERE case_move.entry_id = entry.id AND authority_id = :authority)
          OR EXISTS (SELECT 1 FROM frozen_list
            WHERE entry_id = entry.id AND authority_id = :authority)
          -- What is of no authority, such as a restore, is of all.
          OR NOT (EXISTS (SELECT 1 FROM observation WHERE entry_id = entry.id)
            OR EXISTS (SELECT 1 FROM paper WHERE entry_id = entry.id)
            OR EXISTS (SELECT 1 FROM case_move WHERE entry_id = entry.id)
            OR EXISTS (SELECT 1 FROM frozen_list WHERE entry_id = entry.id)
            OR EXISTS (SELECT 1 FROM scheme_file WHERE entry_id = entry.id))
        ORDER BY entry.id
        """, arguments: ["authority": authority])
    let undone = try EntryReversals.undone(in: database)
    beginnings = Set(rows.filter { $0[8] }.map { $0[0] })
    lines = rows.map { row in
      let figures: Int = row[7]
      let hasEdition: Bool = row[9]
      return HistoryStore.LogLine(
        number: row[0],
        entry: HistoryStore.Entry(
          recordedAt: row[1], recordedBy: row[2], command: row[3], reason: row[4]),
        figures: figures, isReversible: figures > 0 || hasEdition, reverses: row[5],
        isUndone: undone.contains(row[0]))
    }
  }
}

extension Observation {
  /// The same figure as recorded at another time.
  fileprivate func recorded(at time: String) -> Observation {
    Observation(
      measure: measure, period: period, basis: basis, asAt: asAt, detail: detail, value: value,
      text: text,
      provenance: Provenance(
        source: provenance.source, section: provenance.section, recordedAt: time,
        revision: provenance.revision, note: provenance.note))
  }
}
