import FileAccess
import Glibc

/// The secret with which ids are replaced by pseudonyms.
///
/// The same id gives the same pseudonym under the same key, and without the key no pseudonym can be
/// turned back, nor tried out against a list of ids. So the key is kept in a file of its own, apart
/// from the history, which only its owner may read.
public struct PseudonymKey: Sendable {
  let bytes: [UInt8]

  /// The number of secret bytes.
  static let length = 32

  /// Makes a key of random numbers.
  public init(using random: inout some RandomNumberGenerator) {
    bytes = (0..<Self.length).map { _ in UInt8.random(in: .min ... .max, using: &random) }
  }

  /// Takes a secret of at least 16 bytes; nil when it is shorter. The same secret gives the same
  /// pseudonyms.
  public init?(bytes: [UInt8]) {
    guard bytes.count >= 16 else { return nil }
    self.bytes = bytes
  }

  /// Reads a key from a file.
  ///
  /// - Throws: `FileError` when the file cannot be read, `PseudonymKeyError` when others than its
  ///   owner may read it, or when it holds no key.
  public init(path: String) throws {
    let contents = try WholeFile.read(path)
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & 0o077 == 0 else {
      throw PseudonymKeyError.readableByOthers(path: path)
    }
    let digits = contents.filter { $0 != 0x0A && $0 != 0x0D }
    guard digits.count == 2 * Self.length,
      let bytes = Self.bytes(hexadecimal: digits)
    else { throw PseudonymKeyError.notAKey(path: path) }
    self.bytes = bytes
  }

  /// Writes the key to a new file that only its owner may read.
  ///
  /// - Throws: `FileError` when there is a file already or none can be written.
  public func write(to path: String) throws {
    let text = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "\n"
    try WholeFile.write(Array(text.utf8), to: path, replacing: false, mode: 0o600)
  }

  /// The pseudonym of an id, as `Pseudonym` makes it.
  public func pseudonym(of id: String, authority: String = "") -> String {
    Pseudonym(of: id, authority: authority, key: self).description
  }

  private static func bytes(hexadecimal digits: [UInt8]) -> [UInt8]? {
    let values = digits.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
    guard values.count == digits.count else { return nil }
    return stride(from: 0, to: values.count - 1, by: 2).map {
      UInt8(values[$0] * 16 + values[$0 + 1])
    }
  }
}

/// Why a file cannot be used as a key.
public enum PseudonymKeyError: Error, Equatable, CustomStringConvertible {
  /// Others than its owner may read it.
  case readableByOthers(path: String)
  /// It holds something else.
  case notAKey(path: String)

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .readableByOthers(let path):
      "Others may read the key \(path), so it keeps no secret; let only yourself read it: chmod 600"
        + " \(path)"
    case .notAKey(let path):
      "The file \(path) holds no key of lac; name a file that is not there yet, and a key is made."
    }
  }
}
