import Comparators
import HistoryStore

/// The published figures of all authorities, as the last question found them: what was read of them
/// need not be read again for the next.
final class PublishedFigures {
  private var kept: (version: Int?, directory: ComparatorDirectory)?

  /// The figures that come with the program and those that the store holds.
  ///
  /// - Throws: `HistoryStoreError`, or when the shipped figures cannot be read.
  func directory(_ store: HistoryStore?) throws -> ComparatorDirectory {
    let version = try store?.version()
    if let kept, kept.version == version { return kept.directory }
    let directory = try ComparatorDirectory.shipped(imported: store?.importedEditions() ?? [])
    kept = (version, directory)
    return directory
  }

  /// Forgets them, after something of this session may have changed what the store holds.
  func forget() { kept = nil }
}

extension Session {
  /// The published figures of all authorities.
  ///
  /// - Throws: when the shipped figures cannot be read.
  func comparators() throws -> ComparatorDirectory { try published.directory(store) }
}
