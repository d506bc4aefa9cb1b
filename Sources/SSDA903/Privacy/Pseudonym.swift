import Crypto

/// The secret that pseudonyms are made with: who does not have it cannot tell which child is meant.
public struct PseudonymKey: Sendable {
  let key: SymmetricKey

  /// Takes a secret of at least 16 bytes; nil when it is shorter. The same secret gives the same
  /// pseudonyms.
  public init?(bytes: [UInt8]) {
    guard bytes.count >= 16 else { return nil }
    key = SymmetricKey(data: bytes)
  }
}

/// What stands for a child outside this module: 16 letters and digits made from the child's id and
/// the authority's code with a secret (HMAC-SHA256, the first 80 bits in base 32).
public struct Pseudonym: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Sixteen of the letters `a` to `z` and digits `2` to `7`.
  public let description: String

  /// The pseudonym of a child.
  ///
  /// - Parameters:
  ///   - child: the id as the return has it; blanks round it do not count.
  ///   - authority: the code of the authority where the files have one (column LA), else blank.
  ///   - key: the secret of the pseudonyms.
  public init(child: String, authority: String = "", key: PseudonymKey) {
    let utf8 = Array(child.utf8)
    let isBlank = { (byte: UInt8) in byte <= 0x20 }
    let trimmed = utf8.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
    self.init(
      ChildKey(Array(trimmed)), authority: authority, key: key)
  }

  init(_ child: ChildKey, authority: String, key: PseudonymKey) {
    var code = HMAC<SHA256>(key: key.key)
    code.update(data: Array(authority.utf8) + [0])
    code.update(data: child.bytes)
    let alphabet = Self.alphabet
    var text = ""
    var bits: UInt32 = 0
    var held: UInt32 = 0
    for byte in code.finalize().prefix(10) {
      held = held << 8 | UInt32(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        text.append(alphabet[Int(held >> bits & 31)])
      }
    }
    description = text
  }

  /// The pseudonym that a store has in the place of an id.
  init(stored key: ChildKey) { description = String(decoding: key.bytes, as: UTF8.self) }

  /// Reads one as it is written; nil for anything else.
  public init?(written text: String) {
    let text = text.lowercased()
    guard text.utf8.count == 16, text.allSatisfy(Self.alphabet.contains) else { return nil }
    description = text
  }

  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567")

  /// Orders by the letters, which says nothing about the children.
  public static func < (left: Pseudonym, right: Pseudonym) -> Bool {
    left.description < right.description
  }
}

extension ChildKey {
  init(_ bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { ChildKey($0) }
  }
}
