import Crypto

/// What stays of a child who was forgotten: a number from which neither the child nor the pseudonym
/// can be worked out, but by which both are known when the returns are imported again, so that the
/// child stays forgotten.
public struct ForgottenMark: Hashable, Sendable {
  /// The number.
  public let number: UInt64

  /// Takes a number that was kept.
  public init(number: UInt64) { self.number = number }

  /// The mark of a pseudonym.
  public init(of pseudonym: String) {
    let hash = SHA256.hash(data: Array("lac forgotten \(pseudonym)".utf8))
    number = hash.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}
