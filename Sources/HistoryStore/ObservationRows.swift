import Foundation
import GRDB
import LookedAfter

/// The rows of the store's tables, as values of the domain.
enum ObservationRows {
  // MARK: Writing

  static func insert(_ entry: HistoryStore.Entry, in database: Database) throws -> Int64 {
    try database.execute(
      sql: "INSERT INTO entry (recorded_at, recorded_by, command, reason) VALUES (?, ?, ?, ?)",
      arguments: [entry.recordedAt, entry.recordedBy, entry.command, entry.reason])
    return database.lastInsertedRowID
  }

  static func insert(_ authority: Authority, in database: Database) throws -> Int64 {
    try database.execute(
      sql: "INSERT INTO authority (name, code) VALUES (?, ?)",
      arguments: [authority.name, authority.code])
    return database.lastInsertedRowID
  }

  static func insertSchemeFile(
    _ name: String, bytes: [UInt8], authority: Int64, entry: Int64, in database: Database
  ) throws {
    try database.execute(
      sql: "INSERT INTO scheme_file (authority_id, entry_id, name, content) VALUES (?, ?, ?, ?)",
      arguments: [authority, entry, name, Data(bytes)])
  }

  static func insert(
    _ observations: [Observation], authority: Int64, entry: Int64, in database: Database
  ) throws {
    var sources: [Source: Int64] = [:]
    let statement = try database.makeStatement(
      sql: """
        INSERT INTO observation (authority_id, entry_id, measure, period, basis, detail, revision,
          as_at, mantissa, decimals, text, withdrawn, source_id, section, note, recorded_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for observation in observations {
      let provenance = observation.provenance
      let source = try provenance.source.map { source in
        if let known = sources[source] { return known }
        let id = try insert(source, in: database)
        sources[source] = id
        return id
      }
      try statement.execute(arguments: [
        authority, entry, observation.measure.rawValue, observation.period.description,
        observation.basis?.rawValue ?? "", observation.detail, provenance.revision,
        observation.asAt?.description, observation.value?.mantissa, observation.value?.decimals,
        observation.text, observation.isWithdrawn ? 1 : 0, source, provenance.section,
        provenance.note, provenance.recordedAt,
      ])
    }
  }

  private static func insert(_ source: Source, in database: Database) throws -> Int64 {
    try database.execute(
      sql: "INSERT INTO source (key, short_title, title, date) VALUES (?, ?, ?, ?)",
      arguments: [source.id, source.shortTitle, source.title, source.date?.description])
    return database.lastInsertedRowID
  }

  // MARK: Reading

  static func authority(in database: Database) throws -> (id: Int64, value: Authority)? {
    let row = try Row.fetchOne(database, sql: "SELECT id, name, code FROM authority ORDER BY id")
    return row.map { ($0["id"], Authority(name: $0["name"], code: $0["code"])) }
  }

  /// The newest of each of an authority's scheme files.
  static func schemeFiles(of authority: Int64, in database: Database) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    let rows = try Row.fetchCursor(
      database, sql: "SELECT name, content FROM scheme_file WHERE authority_id = ? ORDER BY id",
      arguments: [authority])
    while let row = try rows.next() {
      let content: Data = row["content"]
      files[row["name"]] = [UInt8](content)
    }
    return files
  }

  /// Every revision of every figure of an authority.
  static func observations(of authority: Int64, in database: Database) throws -> [Observation] {
    let sources = try sources(in: database)
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT measure, period, basis, detail, revision, as_at, mantissa, decimals, text, source_id,
          section, note, recorded_at
        FROM observation WHERE authority_id = ? ORDER BY id
        """,
      arguments: [authority])
    var observations: [Observation] = []
    while let row = try rows.next() {
      let period: String = row[1]
      guard let period = Period(iso: period) else {
        throw HistoryStoreError.unreadable(
          path: "", reason: "a figure is dated \"\(period)\", which is no date.")
      }
      let basis: String = row[2]
      let asAt: String? = row[5]
      let mantissa: Int? = row[6]
      let decimals: Int? = row[7]
      let source: Int64? = row[9]
      let provenance = Provenance(
        source: source.flatMap { sources[$0] }, section: row[10], recordedAt: row[12],
        revision: row[4], note: row[11])
      observations.append(
        Observation(
          measure: MeasureID(rawValue: row[0]), period: period, basis: Basis(rawValue: basis),
          asAt: asAt.flatMap(CivilDate.init(iso:)), detail: row[3],
          value: mantissa.map { Quantity(mantissa: $0, decimals: decimals ?? 0) }, text: row[8],
          provenance: provenance))
    }
    return observations
  }

  private static func sources(in database: Database) throws -> [Int64: Source] {
    var sources: [Int64: Source] = [:]
    let rows = try Row.fetchCursor(
      database, sql: "SELECT id, key, short_title, title, date FROM source")
    while let row = try rows.next() {
      let date: String? = row["date"]
      sources[row["id"]] = Source(
        id: row["key"], shortTitle: row["short_title"], title: row["title"],
        date: date.flatMap(CivilDate.init(iso:)))
    }
    return sources
  }
}
