import Pseudonyms

extension Pseudonym {
  /// The pseudonym of a child of returns, of one authority or of several.
  ///
  /// Where all children are of one authority its code does not count, so that a child has the same
  /// pseudonym in a file without the code, and among the cases.
  init(_ child: Child, of returns: JoinedReturns, key: PseudonymKey) {
    let authorities = returns.authorities
    let authority = authorities.count > 1 ? authorities[Int(child.authority)] : ""
    self.init(packed: child.key.bytes, authority: authority, key: key)
  }

  /// The pseudonym that a store has in the place of an id.
  init(stored key: ChildKey) { self.init(kept: String(decoding: key.bytes, as: UTF8.self)) }
}

extension ChildKey {
  init(_ bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { ChildKey($0) }
  }
}
