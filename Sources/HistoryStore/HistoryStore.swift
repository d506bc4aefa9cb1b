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

  private let queue: DatabaseQueue

  private init(queue: DatabaseQueue, path: String?) {
    self.queue = queue
    self.path = path
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    return configuration
  }

  // MARK: Opening

  /// A store in memory that holds what a folder of files holds.
  ///
  /// - Throws: `HistoryStoreError`.
  public static func inMemory(
    holding folder: HistoryFolder, entry: Entry
  ) throws(HistoryStoreError) -> HistoryStore {
    do {
      let queue = try DatabaseQueue(configuration: configuration)
      try HistorySchema.migrator.migrate(queue)
      let store = HistoryStore(queue: queue, path: nil)
      try queue.write { try store.record(folder, entry: entry, in: $0) }
      return store
    } catch {
      throw HistoryStoreError(error, path: "in memory")
    }
  }

  /// Opens a history's file; an older version of the tables is brought up to date.
  ///
  /// - Throws: `HistoryStoreError` when the file is missing, is no history, was written by a newer
  ///   version, is locked, or may not be opened. The file is then as it was.
  public static func open(path: String) throws(HistoryStoreError) -> HistoryStore {
    guard !WholeFile.isMissing(path) else { throw .missing(path: path) }
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.read { database in
        let application = try Int.fetchOne(database, sql: "PRAGMA application_id")
        guard application == HistorySchema.applicationID else {
          throw HistoryStoreError.notAHistory(path: path)
        }
        guard try !HistorySchema.migrator.hasBeenSuperseded(database) else {
          throw HistoryStoreError.newerVersion(path: path)
        }
      }
      let isCurrent = try queue.read(HistorySchema.migrator.hasCompletedMigrations)
      if !isCurrent { try HistorySchema.migrator.migrate(queue) }
      return HistoryStore(queue: queue, path: path)
    } catch {
      throw HistoryStoreError(error, path: path)
    }
  }

  // MARK: Reading

  /// The history as it is known now.
  ///
  /// - Parameter shippedMeasures: the measures of this version of the program; they join those that
  ///   the file was made with.
  /// - Throws: `HistoryStoreError`.
  public func history(shippedMeasures: [Measure] = []) throws(HistoryStoreError) -> History {
    let name = path ?? "in memory"
    do {
      return try queue.read { database in
        guard let authority = try ObservationRows.authority(in: database) else {
          throw HistoryStoreError.empty(path: name)
        }
        let files = try ObservationRows.schemeFiles(of: authority.id, in: database)
        guard let cohorts = files["cohorts"], let measures = files["measures"] else {
          throw HistoryStoreError.unreadable(path: name, reason: "it holds no cohort scheme.")
        }
        let scheme = try SchemeFile.readCohorts(bytes: cohorts, file: "cohorts of \(name)")
        let listed = try SchemeFile.readMeasures(bytes: measures, file: "measures of \(name)")
        return History(
          authority: authority.value, scheme: scheme,
          catalogue: MeasureCatalogue(scheme: scheme, measures: listed + shippedMeasures),
          observations: try ObservationRows.observations(of: authority.id, in: database))
      }
    } catch {
      throw HistoryStoreError(error, path: name)
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
      throw FileError.cannotWrite(path: path, reason: reason)
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
    }
  }

  private func record(_ folder: HistoryFolder, entry: Entry, in database: Database) throws {
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
  }
}
