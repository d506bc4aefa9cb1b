import GRDB
import LookedAfter

extension HistoryStore {
  /// Takes whatever tells who a child is from the child's cases, from lists and from the log: the
  /// pseudonym, month of birth, day of coming into care, family, remarks and reasons in free words. The
  /// moves stay without a name, so every count stays.
  ///
  /// The entries that held it are sealed anew, which the log says, with the last seal from before.
  ///
  /// - Parameters:
  ///   - child: the pseudonym as the cases have it.
  ///   - reasons: the reasons of closed lists, which tell nothing of one child and stay.
  ///   - mark: a number from which the child cannot be worked out, kept so that a later import leaves the
  ///     child out.
  ///   - entry: says in the log that it was done. Its command must name no child.
  /// - Returns: the id under which the cases stand now, and how many they are; nil when nothing is
  ///   kept of such a child.
  /// - Throws: `HistoryStoreError`; nothing is changed then. So it is where the log does not hold, for
  ///   it must not be sealed anew over a change made behind the program's back.
  public func forgetCases(
    of child: String, keeping reasons: Set<String>, mark: UInt64, entry: Entry
  ) throws(HistoryStoreError) -> (id: String, cases: Int)? {
    let done = try writing { database -> (id: String, cases: Int)? in
      let authority = try authority(in: database).id
      let cases = try Int64.fetchAll(
        database, sql: "SELECT id FROM child_case WHERE authority_id = ? AND child = ?",
        arguments: [authority, child])
      guard !cases.isEmpty else { return nil }
      if let broken = try AuditChain.firstBroken(in: database) {
        throw HistoryStoreError.unreadable(
          path: name,
          reason:
            "entry \(broken) of the log, or something before it, was changed behind the program's"
            + " back, so nothing is sealed anew; type check, and compare with a backup.")
      }
      let seal = try String.fetchOne(
        database, sql: "SELECT chain FROM audit ORDER BY entry_id DESC LIMIT 1")
      let id = try ForgottenChild.freeID(authority, in: database)
      let first = try ForgottenChild(child: child, id: id, authority: authority, reasons: reasons)
        .remove(from: database)
      let reason =
        "the log from entry \(first) on is sealed anew; the last seal before was \(seal ?? "none")"
      let entryID = try ObservationRows.insert(
        Entry(
          recordedAt: entry.recordedAt, recordedBy: entry.recordedBy, command: entry.command,
          reason: reason), in: database)
      try database.execute(
        sql: "INSERT OR IGNORE INTO forgotten_child (authority_id, mark) VALUES (?, ?)",
        arguments: [authority, Int64(bitPattern: mark)])
      try AuditChain.reseal(from: first, in: database)
      try AuditChain.seal(entryID, in: database)
      return (id, cases.count)
    }
    guard done != nil else { return nil }
    do {
      // The pages were overwritten; this gives back their room as well.
      try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM") }
    } catch {
      throw HistoryStoreError(writing: error, path: name)
    }
    return done
  }

  /// The numbers by which the children of cases who were forgotten are known again.
  ///
  /// - Throws: `HistoryStoreError`.
  public func forgottenMarks() throws(HistoryStoreError) -> Set<UInt64> {
    try reading { database in
      let marks = try Int64.fetchAll(
        database, sql: "SELECT mark FROM forgotten_child WHERE authority_id = ?",
        arguments: [try authority(in: database).id])
      return Set(marks.map { UInt64(bitPattern: $0) })
    }
  }
}

/// A child whose cases go on without a name.
private struct ForgottenChild {
  let child: String
  let id: String
  let authority: Int64
  let reasons: Set<String>

  private static let tables = ["child_case", "case_move", "frozen_member", "entry", "audit"]

  /// The next id that tells nothing: `forgotten-1`.
  static func freeID(_ authority: Int64, in database: Database) throws -> String {
    let known = try String.fetchSet(
      database, sql: "SELECT child FROM child_case WHERE child LIKE 'forgotten-%'")
    var number = 1
    while known.contains("forgotten-\(number)") { number += 1 }
    return "forgotten-\(number)"
  }

  /// Takes out what tells who the child is; the first entry whose rows change is the result.
  func remove(from database: Database) throws -> Int64 {
    for table in Self.tables { try HistorySchema.allowChanges(of: table, in: database) }
    var entries = try Int64.fetchSet(
      database,
      sql: """
        SELECT entry_id FROM child_case WHERE authority_id = :authority AND child = :child
        UNION SELECT case_move.entry_id FROM case_move JOIN child_case ON child_case.id = case_id
          WHERE authority_id = :authority AND child = :child
        UNION SELECT frozen_list.entry_id FROM frozen_member JOIN frozen_list ON list_id = frozen_list.id
          WHERE authority_id = :authority AND frozen_member.child = :child
        """, arguments: ["authority": authority, "child": child])
    let listed = reasons.sorted().map { "'\($0.filter { $0 != "'" })'" }.joined(separator: ", ")
    try database.execute(
      sql: """
        UPDATE case_move SET born = NULL, entered = NULL, family = NULL, note = NULL,
          reason = CASE WHEN reason IS NULL OR reason IN (\(listed)) THEN reason ELSE 'forgotten' END
        WHERE case_id IN
          (SELECT id FROM child_case WHERE authority_id = :authority AND child = :child)
        """, arguments: ["authority": authority, "child": child])
    try database.execute(
      sql: """
        UPDATE frozen_member SET child = :id WHERE child = :child AND list_id IN
          (SELECT id FROM frozen_list WHERE authority_id = :authority)
        """, arguments: ["id": id, "authority": authority, "child": child])
    try database.execute(
      sql: "UPDATE child_case SET child = :id WHERE authority_id = :authority AND child = :child",
      arguments: ["id": id, "authority": authority, "child": child])
    entries.formUnion(try removeFromLog(in: database))
    for table in Self.tables { try HistorySchema.makeAppendOnly(table, in: database) }
    return entries.min() ?? 1
  }

  /// Takes the lines that name the child out of the log; their entries.
  private func removeFromLog(in database: Database) throws -> [Int64] {
    let name = child.lowercased()
    let rows = try Row.fetchAll(database, sql: "SELECT id, command FROM entry ORDER BY id")
    let named = rows.filter { row in
      let command: String = row[1]
      return command.lowercased().split { " \"',".contains($0) }.contains { $0 == name }
    }
    for row in named {
      let command: String = row[1]
      let verbs = command.split(separator: " ").prefix { ["undo", "redo"].contains($0) }
      try database.execute(
        sql: "UPDATE entry SET command = ?, reason = NULL WHERE id = ?",
        arguments: [
          (verbs + ["case (a child who was forgotten)"]).joined(separator: " "), row[0] as Int64,
        ])
    }
    return named.map { $0[0] }
  }
}
