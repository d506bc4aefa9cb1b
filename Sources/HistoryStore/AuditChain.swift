import Crypto
import Foundation
import GRDB
import GRDBSQLite

/// A chain of hashes over the entries: each entry's hash covers all that it recorded and the hash
/// before it, so that a change made behind the program's back shows.
enum AuditChain {
  /// Writes the hash of an entry whose rows are all there.
  static func seal(_ entry: Int64, in database: Database) throws {
    let before =
      try String.fetchOne(
        database, sql: "SELECT chain FROM audit WHERE entry_id < ? ORDER BY entry_id DESC LIMIT 1",
        arguments: [entry]) ?? ""
    try database.execute(
      sql: "INSERT INTO audit (entry_id, chain) VALUES (?, ?)",
      arguments: [entry, try hash(of: entry, after: before, in: database)])
  }

  /// Writes the hashes of an entry and of all that follow anew; no trigger may stand on the table.
  static func reseal(from first: Int64, in database: Database) throws {
    let entries = try Int64.fetchAll(
      database, sql: "SELECT entry_id FROM audit WHERE entry_id >= ? ORDER BY entry_id",
      arguments: [first])
    try HistorySchema.allowChanges(of: "audit", in: database)
    for entry in entries {
      let before =
        try String.fetchOne(
          database,
          sql: "SELECT chain FROM audit WHERE entry_id < ? ORDER BY entry_id DESC LIMIT 1",
          arguments: [entry]) ?? ""
      try database.execute(
        sql: "UPDATE audit SET chain = ? WHERE entry_id = ?",
        arguments: [try hash(of: entry, after: before, in: database), entry])
    }
    try HistorySchema.makeAppendOnly("audit", in: database)
  }

  /// The first entry whose rows are not those that were sealed; nil when the chain holds.
  static func firstBroken(in database: Database) throws -> Int64? {
    var before = ""
    let entries = try Row.fetchAll(
      database,
      sql: """
        SELECT entry.id, audit.chain FROM entry LEFT JOIN audit ON audit.entry_id = entry.id
        ORDER BY entry.id
        """)
    for row in entries {
      let chain: String? = row[1]
      guard let chain, try hash(of: row[0], after: before, in: database) == chain else {
        return row[0]
      }
      before = chain
    }
    return nil
  }

  private static func hash(
    of entry: Int64, after before: String, in database: Database
  ) throws -> String {
    var hash = SHA256()
    var buffer = Array(before.utf8)
    buffer.reserveCapacity(1 << 17)
    for query in try allQueries(in: database) {
      let statement = try RawStatement(query, in: database)
      try statement.bind(Int(entry), at: 1)
      try statement.forEachRow { columns in
        for column in 0..<columns { append(column, of: statement, to: &buffer) }
        buffer.append(0x1E)
        if buffer.count > 1 << 16 {
          hash.update(data: buffer)
          buffer.removeAll(keepingCapacity: true)
        }
      }
    }
    hash.update(data: buffer)
    return hash.finalize().map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// Every row that an entry wrote, in a fixed order; sources and the authority by their contents.
  private static let queries = [
    "SELECT id, recorded_at, recorded_by, command, reason FROM entry WHERE id = ?",
    "SELECT reverses, kind FROM reversal WHERE entry_id = ?",
    """
    SELECT scheme_file.id, authority.name, authority.code, scheme_file.name, content
    FROM scheme_file JOIN authority ON authority.id = authority_id WHERE entry_id = ? ORDER BY 1
    """,
    """
    SELECT observation.id, authority.name, measure, period, basis, detail, revision, as_at,
      mantissa, decimals, text, withdrawn, source.key, source.short_title, source.title,
      source.date, section, note, recorded_at
    FROM observation JOIN authority ON authority.id = authority_id
      LEFT JOIN source ON source.id = source_id
    WHERE entry_id = ? ORDER BY 1
    """,
    """
    SELECT paper.id, authority.name, month, title, format, sha256, content
    FROM paper JOIN authority ON authority.id = authority_id WHERE entry_id = ? ORDER BY 1
    """,
    """
    SELECT paper_figure.id, paper_id, observation_id FROM paper_figure
    JOIN paper ON paper.id = paper_id WHERE entry_id = ? ORDER BY 1
    """,
  ]

  /// The queries, with those of tables that came later once there are such tables: an entry of before
  /// has no row in them, so its hash stays.
  private static func allQueries(in database: Database) throws -> [String] {
    try queries + later.filter { try database.tableExists($0.table) }.flatMap(\.queries)
  }

  private static let later: [(table: String, queries: [String])] = [
    (
      "comparator_edition",
      [
        """
        SELECT id, file_name, publication, authorities, figures FROM comparator_edition
        WHERE entry_id = ? ORDER BY 1
        """
      ]
    ),
    ("case_move", caseQueries),
    (
      "public_figure",
      [
        """
        SELECT id, paper_id, figure, value, reason, threshold FROM public_figure
        WHERE entry_id = ? ORDER BY 1
        """
      ]
    ),
  ]

  private static let caseQueries = [
    """
    SELECT child_case.id, authority.name, child, route FROM child_case
    JOIN authority ON authority.id = authority_id WHERE entry_id = ? ORDER BY 1
    """,
    """
    SELECT id, case_id, step, revision, stage, date, month, reason, note, cohort, born, entered,
      family, withdrawn, recorded_at
    FROM case_move WHERE entry_id = ? ORDER BY 1
    """,
    """
    SELECT frozen_list.id, authority.name, frozen_list.name, revision, day, routes, stated_size,
      withdrawn, recorded_at
    FROM frozen_list JOIN authority ON authority.id = authority_id WHERE entry_id = ? ORDER BY 1
    """,
    """
    SELECT frozen_member.id, list_id, child FROM frozen_member
    JOIN frozen_list ON frozen_list.id = list_id WHERE entry_id = ? ORDER BY 1
    """,
  ]

  /// Kind, length and contents, so that no two rows can be written alike.
  private static func append(_ column: Int32, of row: RawStatement, to buffer: inout [UInt8]) {
    switch row.kind(ofColumn: column) {
    case SQLITE_INTEGER:
      append("i", Array(String(row.integer(inColumn: column)).utf8), to: &buffer)
    case SQLITE_FLOAT:
      append("d", Array(String(row.double(inColumn: column)).utf8), to: &buffer)
    case SQLITE_TEXT: row.withBytes(ofColumn: column) { append("s", $0, to: &buffer) }
    case SQLITE_BLOB: row.withBytes(ofColumn: column) { append("b", $0, to: &buffer) }
    default: append("n", [], to: &buffer)
    }
  }

  private static func append(
    _ kind: Unicode.Scalar, _ contents: some Collection<UInt8>, to buffer: inout [UInt8]
  ) {
    buffer.append(UInt8(ascii: kind))
    buffer.append(contentsOf: String(contents.count).utf8)
    buffer.append(0x3A)
    buffer.append(contentsOf: contents)
  }
}
