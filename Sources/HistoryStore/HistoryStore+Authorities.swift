import GRDB
import HistoryFiles
import LookedAfter

extension HistoryStore {
  /// The authorities whose histories the store holds, in the order in which they were added.
  ///
  /// - Throws: `HistoryStoreError`.
  public func authorities() throws(HistoryStoreError) -> [Authority] {
    try reading { try ObservationRows.authorities(in: $0).map(\.value) }
  }

  /// The same store, asked and recorded for one of its authorities.
  ///
  /// - Parameter text: the name, the code, or a part of the name that belongs to one alone.
  /// - Throws: `HistoryStoreError.unknownAuthority` with those that there are.
  public func selecting(authority text: String) throws(HistoryStoreError) -> HistoryStore {
    let all = try authorities()
    let wanted = text.lowercased()
    let exact = all.filter { $0.name.lowercased() == wanted || $0.code?.lowercased() == wanted }
    let begun = exact.isEmpty ? all.filter { $0.name.lowercased().contains(wanted) } : exact
    guard begun.count == 1, let only = begun.first else {
      throw .unknownAuthority(text, known: (begun.isEmpty ? all : begun).map(\.name))
    }
    return HistoryStore(self, authorityName: only.name)
  }

  /// Adds the history of another authority.
  ///
  /// - Throws: `HistoryStoreError`; nothing is added then.
  public func add(_ folder: HistoryFolder, entry: Entry) throws(HistoryStoreError) {
    if try authorities().contains(where: { $0.name == folder.authority.name }) {
      throw .authorityExists(folder.authority.name, path: name)
    }
    try writing { try record(folder, entry: entry, in: $0) }
  }

  /// The authority that is asked and recorded for.
  ///
  /// - Throws: `HistoryStoreError.empty`.
  func authority(in database: Database) throws -> (id: Int64, value: Authority) {
    let all = try ObservationRows.authorities(in: database)
    let chosen = all.first { authorityName == nil || $0.value.name == authorityName }
    guard let chosen else { throw HistoryStoreError.empty(path: "") }
    return chosen
  }
}
