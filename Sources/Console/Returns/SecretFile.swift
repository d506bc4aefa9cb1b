import FileAccess
import Glibc
import SSDA903

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
      let bytes = secret()
      guard let key = PseudonymKey(bytes: bytes) else { throw broken }
      try WholeFile.write(
        Array("\(Self.text(bytes))\n".utf8), to: path, replacing: false, mode: 0o600)
      return key
    }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & 0o077 == 0 else {
      throw ConsoleError.refused(
        "Others may read \(path), so it keeps no secret; let only yourself read it: chmod 600"
          + " \(FilePath.typed(path))")
    }
    let digits = try WholeFile.read(path).filter { $0 > 0x20 }
      .compactMap { Character(UnicodeScalar($0)).hexDigitValue }
    let bytes = stride(from: 0, to: digits.count - 1, by: 2).map {
      UInt8(digits[$0] * 16 + digits[$0 + 1])
    }
    guard digits.count == 64, let key = PseudonymKey(bytes: bytes) else { throw broken }
    return key
  }

  private var broken: ConsoleError {
    .refused(
      "The file \(path) holds no secret of lac; put it back from a backup, or move it away: new"
        + " pseudonyms are then made when the returns are imported again.")
  }

  private static func text(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
