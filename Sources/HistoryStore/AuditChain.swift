import Crypto
import Foundation
import GRDB

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
    for query in queries {
      let rows = try Row.fetchCursor(database, sql: query, arguments: [entry])
      while let row = try rows.next() {
        // By place: by name, a string is made for each column of each row.
        for place in 0..<row.count {
          let value: DatabaseValue = row[place]
          append(value, to: &buffer)
        }
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

  /// Kind, length and contents, so that no two rows can be written alike.
  private static func append(_ value: DatabaseValue, to buffer: inout [UInt8]) {
    func append(_ kind: Character, _ contents: some Collection<UInt8>) {
      buffer.append(kind.asciiValue ?? 0)
      buffer.append(contentsOf: String(contents.count).utf8)
      buffer.append(0x3A)
      buffer.append(contentsOf: contents)
    }
    switch value.storage {
    case .null: append("n", [])
    case .int64(let number): append("i", String(number).utf8)
    case .double(let number): append("d", String(number).utf8)
    case .string(let string): append("s", string.utf8)
    case .blob(let data): append("b", data)
    }
  }
}
