import GRDB
import LookedAfter

extension HistoryStore {
  /// What recording cases would do; nothing is written.
  ///
  /// - Throws: `HistoryStoreError`.
  public func preview(_ cases: [Case]) throws(HistoryStoreError) -> CaseRecording {
    try reading { try caseRecording(of: cases, in: $0) }
  }

  /// Records cases, each given whole: moves that are new or differ become the next revision of their
  /// step, and moves that are not there any more are taken back; all cases or none.
  ///
  /// - Parameters:
  ///   - cases: the cases, each once; one without a move is taken back. Whether their moves are
  ///     allowed is for `CaseRules` to say before.
  ///   - entry: who, when, by which command, and why.
  /// - Returns: what was recorded; without any change, nothing is written at all.
  /// - Throws: `HistoryStoreError`; nothing is recorded then.
  @discardableResult
  public func record(_ cases: [Case], entry: Entry) throws(HistoryStoreError) -> CaseRecording {
    try writing { database in
      let recording = try caseRecording(of: cases, in: database)
      guard !recording.changes.isEmpty else { return recording }
      let entryID = try ObservationRows.insert(entry, in: database)
      try CaseRows.insert(
        recording, authority: authority(in: database).id, entry: entryID,
        recordedAt: entry.recordedAt, in: database)
      try AuditChain.seal(entryID, in: database)
      return recording
    }
  }

  /// Freezes a list of children.
  ///
  /// - Throws: `HistoryStoreError`; `listExists` when a list of the name stands already.
  public func freeze(_ list: FrozenList, entry: Entry) throws(HistoryStoreError) {
    try writing { database in
      let authority = try authority(in: database).id
      let lists = try FrozenListRows.lists(of: authority, knownOn: nil, in: database)
      if let known = lists.first(where: { $0.name.lowercased() == list.name.lowercased() }) {
        throw HistoryStoreError.listExists(known.name, day: known.day)
      }
      let entryID = try ObservationRows.insert(entry, in: database)
      try FrozenListRows.insert(
        list, authority: authority, entry: entryID, recordedAt: entry.recordedAt, in: database)
      try AuditChain.seal(entryID, in: database)
    }
  }

  /// One revision of a step of a case, and who recorded it.
  public struct CaseRevision: Sendable {
    /// The route.
    public let route: CaseRouteID
    /// The step, from 1.
    public let step: Int
    /// The revision of the step, from 1.
    public let revision: Int
    /// The stage; nil where the step was taken back.
    public let stage: CaseStageID?
    /// The day of the move; nil where the step was taken back.
    public let date: CivilDate?
    /// The month planned for, or in which to look again; nil without one.
    public let month: Month?
    /// Why, as it was recorded; nil without a reason.
    public let cause: String?
    /// Who recorded it, when, by which command, and why.
    public let entry: Entry
  }

  /// Every revision of the cases of a child, in the order of recording.
  ///
  /// - Throws: `HistoryStoreError`.
  public func caseRevisions(of child: String) throws(HistoryStoreError) -> [CaseRevision] {
    try reading { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT route, step, revision, stage, date, entry.recorded_at, recorded_by, command,
            entry.reason, month, cause
          FROM (SELECT case_move.id AS move, case_move.entry_id AS recording, route, step, revision,
              stage, date, month, reason AS cause
            FROM case_move JOIN child_case ON child_case.id = case_id
            WHERE authority_id = ? AND child = ?)
          JOIN entry ON entry.id = recording ORDER BY move
          """, arguments: [authority(in: database).id, child]
      ).map { row in
        let stage: String? = row[3]
        let date: String? = row[4]
        let month: String? = row[9]
        return CaseRevision(
          route: CaseRouteID(rawValue: row[0]), step: row[1], revision: row[2],
          stage: stage.map { CaseStageID(rawValue: $0) }, date: date.flatMap(CivilDate.init(iso:)),
          month: month.flatMap(Month.init(iso:)), cause: row[10],
          entry: Entry(recordedAt: row[5], recordedBy: row[6], command: row[7], reason: row[8]))
      }
    }
  }

  private func caseRecording(of cases: [Case], in database: Database) throws -> CaseRecording {
    let authority = try authority(in: database).id
    guard cases.count > 1000 else {
      return try CaseRecording(of: cases) {
        try CaseRows.known(of: $0, authority: authority, in: database)
      }
    }
    let known = try CaseRows.known(of: authority, in: database)
    return CaseRecording(of: cases) { known[$0] }
  }
}
