import FileAccess
import GRDB
import Glibc
import HistoryFiles
import LookedAfter

/// The recorded history of an authority, in one SQLite file or in memory.
///
/// Every value is kept with its source, the time it was recorded and its revision; nothing is
/// overwritten. The file uses SQLite's rollback journal rather than WAL, for councils keep files on
/// network shares.
public final class HistoryStore: Sendable {
  /// Who did what when: written once for each command that records something.
  public struct Entry: Sendable {
    /// When, as `yyyy-mm-ddThh:mm:ssZ`.
    public let recordedAt: String
    /// The name of the person's account.
    public let recordedBy: String
    /// The command as it was given.
    public let command: String
    /// Why, where that was said.
    public let reason: String?

    /// Makes an entry.
    public init(recordedAt: String, recordedBy: String, command: String, reason: String? = nil) {
      self.recordedAt = recordedAt
      self.recordedBy = recordedBy
      self.command = command
      self.reason = reason
    }
  }

  /// Where the history is kept; nil when it is in memory only.
  public let path: String?

  let queue: DatabaseQueue

  /// The name of the authority that is asked and recorded for; nil for the first of the store.
  let authorityName: String?

  private init(queue: DatabaseQueue, path: String?, authorityName: String? = nil) {
    self.queue = queue
    self.path = path
    self.authorityName = authorityName
  }

  /// The same store for one of its authorities.
  convenience init(_ store: HistoryStore, authorityName: String) {
    self.init(queue: store.queue, path: store.path, authorityName: authorityName)
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      // Without it, REPLACE would remove a row and no trigger would see it.
      try database.execute(sql: "PRAGMA recursive_triggers = ON")
      // What is deleted is overwritten with zeros: a child who is forgotten leaves no bytes behind.
      try database.execute(sql: "PRAGMA secure_delete = ON")
      try database.execute(sql: "PRAGMA temp_store = MEMORY")
      // Up to 64 MB, so that a large import is written once, when it is committed.
      try database.execute(sql: "PRAGMA cache_size = -65536")
    }
    return configuration
  }

  // MARK: Opening

  /// A store in memory that holds what a folder of files holds.
  ///
  /// - Throws: `HistoryStoreError`.
  public static func inMemory(
    holding folder: HistoryFolder, entry: Entry
  ) throws(HistoryStoreError) -> HistoryStore {
    let store = try emptyInMemory()
    try store.writing { try store.record(folder, entry: entry, in: $0) }
    return store
  }

  /// A store in memory with its tables and nothing in them.
  static func emptyInMemory() throws(HistoryStoreError) -> HistoryStore {
    do {
      let queue = try DatabaseQueue(configuration: configuration)
      try HistorySchema.migrator.migrate(queue)
      return HistoryStore(queue: queue, path: nil)
    } catch {
      throw HistoryStoreError(error, path: "in memory")
    }
  }

  /// Opens a history's file; an older version of the tables is brought up to date.
  ///
  /// - Throws: `HistoryStoreError` when the file is missing, is no history, was written by a newer
  ///   version, is locked, or may not be opened. The file is then as it was.
  public static func open(path: String) throws(HistoryStoreError) -> HistoryStore {
    try requireFile(path)
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try requireHistory(in: queue, path: path)
      let store = HistoryStore(queue: queue, path: path)
      let isCurrent = try queue.read(HistorySchema.migrator.hasCompletedMigrations)
      if !isCurrent {
        try store.save(as: freePath(beside: path, for: "before-update"))
        try HistorySchema.migrator.migrate(queue)
      }
      return store
    } catch {
      throw HistoryStoreError(error, path: path)
    }
  }

  /// A copy in memory of a history's file, which is only read.
  ///
  /// - Throws: as `open(path:)`.
  static func copy(of path: String) throws(HistoryStoreError) -> HistoryStore {
    try requireFile(path)
    do {
      var configuration = configuration
      configuration.readonly = true
      let file = try DatabaseQueue(path: path, configuration: configuration)
      try requireHistory(in: file, path: path)
      let queue = try DatabaseQueue(configuration: Self.configuration)
      try file.backup(to: queue)
      try HistorySchema.migrator.migrate(queue)
      return HistoryStore(queue: queue, path: nil)
    } catch {
      throw HistoryStoreError(error, path: path)
    }
  }

  /// Refuses a path at which there is nothing, or what would keep SQLite waiting for ever.
  private static func requireFile(_ path: String) throws(HistoryStoreError) {
    guard !WholeFile.isMissing(path) else { throw .missing(path: path) }
    if let reason = WholeFile.reasonNotToOpen(path) {
      throw .unreadable(path: path, reason: "\(reason).")
    }
  }

  /// Refuses a file that is no history, or one of a newer version.
  private static func requireHistory(in queue: DatabaseQueue, path: String) throws {
    try queue.read { database in
      let application = try Int.fetchOne(database, sql: "PRAGMA application_id")
      // SQLite takes an empty file for a new database.
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count")
      guard pages != 0 else { throw HistoryStoreError.notADatabase(path: path) }
      guard application == HistorySchema.applicationID else {
        throw HistoryStoreError.notAHistory(path: path)
      }
      guard try !HistorySchema.migrator.hasBeenSuperseded(database) else {
        throw HistoryStoreError.newerVersion(path: path)
      }
    }
  }

  /// A name beside a store for a copy of it: `history.lac.before-update`, or with a number behind
  /// it where there is such a file.
  static func freePath(beside path: String, for reason: String) -> String {
    let wanted = "\(path).\(reason)"
    guard WholeFile.exists(wanted) else { return wanted }
    let number = (2...).first { !WholeFile.exists("\(wanted)-\($0)") } ?? 2
    return "\(wanted)-\(number)"
  }

  // MARK: Reading

  /// The history as it is known now.
  ///
  /// - Parameters:
  ///   - shippedMeasures: the measures of this version of the program; they join those that the
  ///     file was made with.
  ///   - day: only what was recorded by the end of that day; nil for all.
  /// - Throws: `HistoryStoreError`.
  public func history(
    shippedMeasures: [Measure] = [], asKnownOn day: CivilDate? = nil
  ) throws(HistoryStoreError) -> History {
    try reading { database in
      let authority = try authority(in: database)
      let files = try ObservationRows.schemeFiles(of: authority.id, in: database)
      guard let cohorts = files["cohorts"], let measures = files["measures"] else {
        throw HistoryStoreError.unreadable(path: "", reason: "it holds no cohort scheme.")
      }
      let scheme = try SchemeFile.readCohorts(bytes: cohorts, file: "the cohorts of \(name)")
      let listed = try SchemeFile.readMeasures(bytes: measures, file: "the measures of \(name)")
      return History(
        authority: authority.value, scheme: scheme,
        catalogue: MeasureCatalogue(scheme: scheme, measures: listed + shippedMeasures),
        observations: try ObservationRows.observations(
          of: authority.id, knownOn: day, in: database),
        cases: try CaseRows.book(of: authority.id, knownOn: day, in: database))
    }
  }

  /// A number that changes when anyone else writes to the store, and not when this one does.
  ///
  /// - Throws: `HistoryStoreError`.
  public func version() throws(HistoryStoreError) -> Int {
    try reading { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
  }

  /// The file's name for errors.
  var name: String { path ?? "in memory" }

  /// Reads, with errors in our words.
  func reading<Value>(
    _ body: (Database) throws -> Value
  ) throws(HistoryStoreError) -> Value {
    do { return try queue.read(body) } catch { throw HistoryStoreError(error, path: name) }
  }

  /// Writes all or nothing, with errors in our words; while it does, a note says who is writing.
  func writing<Value>(
    _ body: (Database) throws -> Value
  ) throws(HistoryStoreError) -> Value {
    let note = path.map(LockHolder.init)
    do {
      return try queue.write { database in
        note?.announce()
        defer { note?.leave() }
        return try body(database)
      }
    } catch {
      throw HistoryStoreError(writing: error, path: name)
    }
  }

  // MARK: Keeping

  /// Writes the whole history to a new file that only its owner may read.
  ///
  /// - Throws: `HistoryStoreError` when the file is there already or the database refuses,
  ///   `FileError` when it cannot be written. No part of a file is left behind.
  public func save(as path: String) throws {
    if WholeFile.exists(path) { throw HistoryStoreError.exists(path: path) }
    let temporary = "\(path).\(getpid()).part"
    // Made first and empty, so that it is never readable by others, not even for a moment.
    do {
      try WholeFile.write([], to: temporary, replacing: true, mode: 0o600)
    } catch FileError.cannotWrite(_, let reason) {
      throw HistoryStoreError.cannotWrite(path: path, reason: reason)
    }
    do {
      let copy = try DatabaseQueue(path: temporary, configuration: Self.configuration)
      try queue.backup(to: copy)
      try copy.close()
    } catch {
      unlink(temporary)
      throw HistoryStoreError(error, path: path)
    }
    do {
      try WholeFile.move(temporary, to: path, replacing: false)
    } catch FileError.exists {
      throw HistoryStoreError.exists(path: path)
    } catch FileError.cannotWrite(_, let reason) {
      throw HistoryStoreError.cannotWrite(path: path, reason: reason)
    }
  }

  func record(_ folder: HistoryFolder, entry: Entry, in database: Database) throws {
    let entryID = try ObservationRows.insert(entry, in: database)
    let authorityID = try ObservationRows.insert(folder.authority, in: database)
    for (name, file) in [
      ("cohorts", folder.schemeFiles.cohorts), ("measures", folder.schemeFiles.measures),
    ] {
      try ObservationRows.insertSchemeFile(
        name, bytes: file.bytes, authority: authorityID, entry: entryID, in: database)
    }
    try ObservationRows.insert(
      folder.observations, authority: authorityID, entry: entryID, in: database)
    try AuditChain.seal(entryID, in: database)
  }
}
