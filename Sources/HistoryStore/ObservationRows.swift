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
    let statement = try RawStatement(
      """
      INSERT INTO observation (authority_id, entry_id, measure, period, basis, detail, revision,
        as_at, mantissa, decimals, text, withdrawn, source_id, section, note, recorded_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, in: database)
    try statement.bind(Int(authority), at: 1)
    try statement.bind(Int(entry), at: 2)
    for observation in observations {
      let provenance = observation.provenance
      let source = try provenance.source.map { source in
        if let known = sources[source] { return known }
        let id = try insert(source, in: database)
        sources[source] = id
        return id
      }
      try statement.bind(observation.measure.rawValue, at: 3)
      try statement.bind(observation.period.description, at: 4)
      try statement.bind(observation.basis?.rawValue ?? "", at: 5)
      try statement.bind(observation.detail, at: 6)
      try statement.bind(provenance.revision, at: 7)
      try statement.bind(observation.asAt?.description, at: 8)
      try statement.bind(observation.value?.mantissa, at: 9)
      try statement.bind(observation.value?.decimals, at: 10)
      try statement.bind(observation.text, at: 11)
      try statement.bind(observation.isWithdrawn ? 1 : 0, at: 12)
      try statement.bind(source.map(Int.init), at: 13)
      try statement.bind(provenance.section, at: 14)
      try statement.bind(provenance.note, at: 15)
      try statement.bind(provenance.recordedAt, at: 16)
      try statement.run()
    }
  }

  /// The row of a source: the one that has its key already, or a new one.
  private static func insert(_ source: Source, in database: Database) throws -> Int64 {
    let known = try Int64.fetchOne(
      database, sql: "SELECT id FROM source WHERE key = ?", arguments: [source.id])
    if let known { return known }
    try database.execute(
      sql: "INSERT INTO source (key, short_title, title, date) VALUES (?, ?, ?, ?)",
      arguments: [source.id, source.shortTitle, source.title, source.date?.description])
    return database.lastInsertedRowID
  }

  // MARK: Reading

  /// The columns of an observation, in the order in which `observation(_:sources:)` reads them.
  static let columns = """
    measure, period, basis, detail, revision, as_at, mantissa, decimals, text, source_id, section,
    note, observation.recorded_at
    """

  /// The authorities of a store, in the order in which they were added.
  static func authorities(in database: Database) throws -> [(id: Int64, value: Authority)] {
    try Row.fetchAll(database, sql: "SELECT id, name, code FROM authority ORDER BY id").map {
      ($0[0], Authority(name: $0[1], code: $0[2]))
    }
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

  /// Every revision of every figure of an authority, of those recorded by the end of a day.
  static func observations(
    of authority: Int64, knownOn day: CivilDate?, in database: Database
  ) throws -> [Observation] {
    let sources = try sources(in: database)
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT \(columns) FROM observation WHERE authority_id = ? AND recorded_at < ? ORDER BY id
        """,
      arguments: [authority, day.map { "\($0)T99" } ?? "9999-99"])
    var observations: [Observation] = []
    while let row = try rows.next() { observations.append(try observation(row, sources: sources)) }
    return observations
  }

  /// The revisions of a measure, oldest first, each with its entry.
  static func revisions(
    of measure: MeasureID, authority: Int64, in database: Database
  ) throws -> [HistoryStore.Revision] {
    let sources = try sources(in: database)
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT \(columns), entry.recorded_at, entry.recorded_by, entry.command, entry.reason,
          reversal.kind, reversed.command
        FROM observation JOIN entry ON entry.id = observation.entry_id
          LEFT JOIN reversal ON reversal.entry_id = entry.id
          LEFT JOIN entry AS reversed ON reversed.id = reversal.reverses
        WHERE authority_id = ? AND measure = ? ORDER BY observation.id
        """,
      arguments: [authority, measure.rawValue])
    var revisions: [HistoryStore.Revision] = []
    while let row = try rows.next() {
      let entry = HistoryStore.Entry(
        recordedAt: row[13], recordedBy: row[14], command: row[15], reason: row[16])
      let kind: String? = row[17]
      let command: String? = row[18]
      let reversal = kind.flatMap(Reversal.init(rawValue:)).map {
        (kind: $0, command: command ?? "")
      }
      revisions.append(
        HistoryStore.Revision(
          observation: try observation(row, sources: sources), entry: entry, reversal: reversal))
    }
    return revisions
  }

  /// The figures that an entry recorded.
  static func figures(of entry: Int64, in database: Database) throws -> [Observation] {
    let sources = try sources(in: database)
    return try Row.fetchAll(
      database, sql: "SELECT \(columns) FROM observation WHERE entry_id = ? ORDER BY id",
      arguments: [entry]
    ).map { try observation($0, sources: sources) }
  }

  /// What stood before an entry, for each figure that it recorded; withdrawn where nothing stood.
  static func figures(before entry: Int64, in database: Database) throws -> [Observation] {
    let sources = try sources(in: database)
    let statement = try database.makeStatement(
      sql: """
        SELECT \(columns) FROM observation
        WHERE (authority_id, measure, period, basis, detail) =
          (SELECT authority_id, measure, period, basis, detail FROM observation WHERE id = ?)
          AND revision < ? ORDER BY revision DESC LIMIT 1
        """)
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT \(columns), observation.id FROM observation WHERE entry_id = ? ORDER BY id",
      arguments: [entry])
    return try rows.map { row in
      let recorded = try observation(row, sources: sources)
      let id: Int64 = row[13]
      if let before = try Row.fetchOne(statement, arguments: [id, recorded.provenance.revision]) {
        return try observation(before, sources: sources)
      }
      return Observation(
        measure: recorded.measure, period: recorded.period, basis: recorded.basis,
        detail: recorded.detail, value: nil,
        provenance: Provenance(source: nil, recordedAt: recorded.provenance.recordedAt))
    }
  }

  /// A row of `columns` as a value.
  ///
  /// - Throws: `HistoryStoreError.unreadable` for a date that is none.
  static func observation(_ row: Row, sources: [Int64: Source]) throws -> Observation {
    let written: String = row[1]
    guard let period = Period(iso: written) else {
      throw HistoryStoreError.unreadable(
        path: "", reason: "a figure is dated \"\(written)\", which is no date.")
    }
    let basis: String = row[2]
    let asAt: String? = row[5]
    let mantissa: Int? = row[6]
    let decimals: Int? = row[7]
    let source: Int64? = row[9]
    let provenance = Provenance(
      source: source.flatMap { sources[$0] }, section: row[10], recordedAt: row[12],
      revision: row[4], note: row[11])
    return Observation(
      measure: MeasureID(rawValue: row[0]), period: period, basis: Basis(rawValue: basis),
      asAt: asAt.flatMap(CivilDate.init(iso:)), detail: row[3],
      value: mantissa.map { Quantity(mantissa: $0, decimals: decimals ?? 0) }, text: row[8],
      provenance: provenance)
  }

  static func sources(in database: Database) throws -> [Int64: Source] {
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
