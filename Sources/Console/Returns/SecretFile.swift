import FileAccess
import Pseudonyms

/// The file with the secret of the pseudonyms: 64 hexadecimal digits beside the store, readable by
/// its owner alone. Who has the store without it cannot tell which child is meant, nor try ids out.
struct SecretFile {
  /// The store's path with `.key` behind it.
  let path: String

  init(besideStore store: String) { path = "\(store).key" }

  /// The secret; a new one is written where there is no file.
  ///
  /// - Throws: `FileError` when it cannot be read or written, `ConsoleError.refused` when it holds
  ///   something else or others may read it.
  func key(making secret: () -> [UInt8]) throws -> PseudonymKey {
    guard WholeFile.exists(path) else {
      guard let key = PseudonymKey(bytes: secret()) else { throw broken }
      try key.write(to: path)
      return key
    }
    do {
      return try PseudonymKey(path: path)
    } catch PseudonymKeyError.readableByOthers {
      throw ConsoleError.refused(
        "Others may read \(path), so it keeps no secret; let only yourself read it: chmod 600"
          + " \(FilePath.typed(path))")
    } catch PseudonymKeyError.notAKey {
      throw broken
    }
  }

  private var broken: ConsoleError {
    .refused(
      "The file \(path) holds no secret of lac; put it back from a backup, or move it away: new"
        + " pseudonyms are then made when the returns are imported again.")
  }
}
