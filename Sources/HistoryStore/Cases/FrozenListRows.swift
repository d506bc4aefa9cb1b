import GRDB
import LookedAfter

/// The rows of frozen lists, as values of the domain.
enum FrozenListRows {
  /// The lists of an authority that stand, of what was recorded by the end of a day.
  static func lists(
    of authority: Int64, knownOn day: CivilDate?, in database: Database
  ) throws -> [FrozenList] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT id, name, day, routes, stated_size, withdrawn FROM frozen_list AS list
        WHERE authority_id = :authority AND recorded_at < :before
          AND revision = (SELECT max(revision) FROM frozen_list AS every
            WHERE every.authority_id = :authority AND every.name = list.name
              AND every.recorded_at < :before)
        ORDER BY id
        """,
      arguments: ["authority": authority, "before": day.map { "\($0)T99" } ?? "9999-99"])
    return try rows.compactMap { row in
      let isWithdrawn: Bool = row[5]
      guard !isWithdrawn else { return nil }
      let written: String = row[2]
      guard let day = CivilDate(iso: written) else {
        throw HistoryStoreError.unreadable(
          path: "", reason: "a list is dated \"\(written)\", which is no date.")
      }
      let id: Int64 = row[0]
      let routes: String = row[3]
      return FrozenList(
        name: row[1], day: day,
        routes: routes.split(separator: " ").map { CaseRouteID(rawValue: String($0)) },
        children: try String.fetchAll(
          database, sql: "SELECT child FROM frozen_member WHERE list_id = ? ORDER BY id",
          arguments: [id]), statedSize: row[4])
    }
  }

  /// Writes a list.
  static func insert(
    _ list: FrozenList, authority: Int64, entry: Int64, recordedAt: String, in database: Database
  ) throws {
    try database.execute(
      sql: """
        INSERT INTO frozen_list (authority_id, entry_id, name, revision, day, routes, stated_size,
          recorded_at)
        VALUES (:authority, :entry, :name,
          1 + coalesce((SELECT max(revision) FROM frozen_list
            WHERE authority_id = :authority AND name = :name), 0),
          :day, :routes, :size, :at)
        """,
      arguments: [
        "authority": authority, "entry": entry, "name": list.name, "day": "\(list.day)",
        "routes": list.routes.map(\.rawValue).joined(separator: " "), "size": list.statedSize,
        "at": recordedAt,
      ])
    let id = database.lastInsertedRowID
    let members = try RawStatement(
      "INSERT INTO frozen_member (list_id, child) VALUES (?, ?)", in: database)
    try members.bind(Int(id), at: 1)
    for child in list.children {
      try members.bind(child, at: 2)
      try members.run()
    }
  }

  /// Takes a list back that an entry froze, or freezes it again with the same members.
  static func reverse(
    _ reversal: Reversal, entry: Int64, as new: Int64, at recordedAt: String,
    in database: Database
  ) throws {
    let lists = try Int64.fetchAll(
      database, sql: "SELECT id FROM frozen_list WHERE entry_id = ?", arguments: [entry])
    for list in lists {
      try database.execute(
        sql: """
          INSERT INTO frozen_list (authority_id, entry_id, name, revision, day, routes, stated_size,
            withdrawn, recorded_at)
          SELECT authority_id, :new, name,
            1 + (SELECT max(revision) FROM frozen_list AS every
              WHERE every.authority_id = done.authority_id AND every.name = done.name),
            day, routes, stated_size, :withdrawn, :at
          FROM frozen_list AS done WHERE id = :list
          """,
        arguments: [
          "new": new, "at": recordedAt, "list": list, "withdrawn": reversal == .undo ? 1 : 0,
        ])
      guard reversal == .redo else { continue }
      try database.execute(
        sql: """
          INSERT INTO frozen_member (list_id, child)
          SELECT ?, child FROM frozen_member WHERE list_id = ? ORDER BY id
          """, arguments: [database.lastInsertedRowID, list])
    }
  }
}
