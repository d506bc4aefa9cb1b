import Crypto
import Foundation

/// What stands for a child: `K-` and 14 letters and digits made from the child's id with a secret
/// (HMAC-SHA256, the first 70 bits in Crockford's base 32).
///
/// The 903 returns and the cases make it the same way, so that a child has one pseudonym in both.
/// Among a million children two with one pseudonym are not to be expected (odds of one in two thousand
/// million).
public struct Pseudonym: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The pseudonym as it is written.
  public let description: String

  /// The pseudonym of a child.
  ///
  /// - Parameters:
  ///   - id: the id as the return or the extract has it; blanks round it and the case of its letters
  ///     do not count.
  ///   - authority: the code of the authority where files hold several, else blank: the same id may
  ///     be another child's there.
  ///   - key: the secret.
  public init(of id: String, authority: String = "", key: PseudonymKey) {
    let plain = id.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    self.init(packed: Self.packed(Array(plain.utf8)), authority: authority, key: key)
  }

  /// The pseudonym of an id that is packed into sixteen bytes already, as `packed` does it.
  public init(packed id: [UInt8], authority: String, key: PseudonymKey) {
    var code = HMAC<SHA256>(key: SymmetricKey(data: Data(key.bytes)))
    code.update(data: Array(authority.utf8) + [0])
    // The last bit is set in the hash of a long id alone, whose bytes are no letters.
    let isHash = (id.last ?? 0) & 0x80 != 0
    code.update(data: isHash ? id : id.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
    description = "K-" + Self.letters(of: Array(code.finalize()), count: Self.length)
  }

  /// Takes a pseudonym that a history keeps, as it is.
  public init(kept text: String) { description = text }

  /// Reads one as it is written, whatever the case of its letters; nil for anything else.
  public init?(written text: String) {
    let letters = text.lowercased()
    guard letters.utf8.count == Self.length + 2, letters.hasPrefix("k-"),
      letters.dropFirst(2).allSatisfy(Self.alphabet.contains)
    else { return nil }
    description = "K-" + letters.dropFirst(2)
  }

  /// An id in sixteen bytes: itself, filled up with zeros, or of a longer one a hash with the last bit
  /// set, which no id in ASCII has.
  public static func packed(_ id: [UInt8]) -> [UInt8] {
    guard id.count > 16 else { return id + Array(repeating: 0, count: 16 - id.count) }
    var bytes = Array(SHA256.hash(data: id).prefix(16))
    bytes[15] |= 0x80
    return bytes
  }

  private static let length = 14

  /// Crockford's base 32: no letter that can be taken for a digit.
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")

  private static func letters(of bytes: [UInt8], count: Int) -> String {
    var text = ""
    var buffer = 0
    var bits = 0
    for byte in bytes {
      buffer = (buffer << 8 | Int(byte)) & 0xFFFF
      bits += 8
      while bits >= 5, text.count < count {
        bits -= 5
        text.append(alphabet[buffer >> bits & 31])
      }
      if text.count == count { break }
    }
    return text
  }

  /// Orders by the letters, which says nothing about the children.
  public static func < (left: Pseudonym, right: Pseudonym) -> Bool {
    left.description < right.description
  }
}
