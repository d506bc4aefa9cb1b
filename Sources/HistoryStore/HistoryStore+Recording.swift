import GRDB
import LookedAfter

extension HistoryStore {
  /// What recording figures would do; nothing is written.
  ///
  /// - Throws: `HistoryStoreError`.
  public func preview(_ observations: [Observation]) throws(HistoryStoreError) -> Recording {
    try reading { database in
      let authority = try authority(in: database).id
      let standing = try StandingRevisions(
        of: authority, for: observations.count, in: database)
      return try Recording(of: observations) { try standing[$0] }
    }
  }

  /// Records figures: those that are new or differ become the next revision; all or none.
  ///
  /// - Parameters:
  ///   - observations: the figures. One without number and words takes the figure back.
  ///   - entry: who, when, by which command, and why.
  /// - Returns: what was recorded; without any change, nothing is written at all.
  /// - Throws: `HistoryStoreError`; nothing is recorded then.
  @discardableResult
  public func record(
    _ observations: [Observation], entry: Entry
  ) throws(HistoryStoreError) -> Recording {
    try writing { database in
      let authority = try authority(in: database).id
      let standing = try StandingRevisions(
        of: authority, for: observations.count, in: database)
      let recording = try Recording(of: observations) { try standing[$0] }
      guard !recording.changes.isEmpty else { return recording }
      let entryID = try ObservationRows.insert(entry, in: database)
      try ObservationRows.insert(
        recording.changes.map(\.after), authority: authority, entry: entryID, in: database)
      try AuditChain.seal(entryID, in: database)
      return recording
    }
  }

  /// A revision of a figure, with who recorded it and why.
  public struct Revision: Sendable {
    /// The figure as it was recorded.
    public let observation: Observation
    /// Who, when, by which command, and why.
    public let entry: Entry
    /// Where it came of taking a command back or doing it again: which of the two, and the command.
    public let reversal: (kind: Reversal, command: String)?
  }

  /// Every revision of the figures that a test accepts, oldest first.
  ///
  /// - Throws: `HistoryStoreError`.
  public func revisions(
    of measure: MeasureID, where isWanted: (Observation) -> Bool = { _ in true }
  ) throws(HistoryStoreError) -> [Revision] {
    try reading { database in
      let authority = try authority(in: database).id
      return try ObservationRows.revisions(of: measure, authority: authority, in: database)
        .filter { isWanted($0.observation) }
    }
  }
}

/// The newest revision of each figure, withdrawn ones included.
struct StandingRevisions {
  private let statement: Statement
  private let authority: Int64
  private let sources: [Int64: Source]
  private var all: [ObservationKey: Observation]?

  /// - Parameter count: how many figures will be asked for. Few are looked up by the index; for many,
  ///   one pass over the store is quicker.
  init(of authority: Int64, for count: Int, in database: Database) throws {
    self.authority = authority
    sources = try ObservationRows.sources(in: database)
    statement = try database.makeStatement(
      sql: """
        SELECT \(ObservationRows.columns) FROM observation
        WHERE authority_id = ? AND measure = ? AND period = ? AND basis = ? AND detail = ?
        ORDER BY revision DESC LIMIT 1
        """)
    guard count > 1000 else { return }
    var newest: [ObservationKey: Observation] = [:]
    // In the order of recording, so that the last of a key is its newest revision.
    for observation in try ObservationRows.observations(
      of: authority, knownOn: nil, in: database)
    {
      newest[observation.key] = observation
    }
    all = newest
  }

  subscript(key: ObservationKey) -> Observation? {
    get throws {
      if let all { return all[key] }
      return try Row.fetchOne(
        statement,
        arguments: [
          authority, key.measure.rawValue, key.period.description, key.basis?.rawValue ?? "",
          key.detail,
        ]
      ).map { try ObservationRows.observation($0, sources: sources) }
    }
  }
}
