import Crypto

/// A child's id as the return has it, packed into sixteen bytes. It never leaves this module.
struct ChildKey: Hashable, Sendable {
  let low: UInt64
  let high: UInt64

  init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// Packs an id. One of more than sixteen bytes, which the return does not allow, is hashed.
  init(_ bytes: UnsafeRawBufferPointer) {
    if bytes.count <= 16 {
      var words: (UInt64, UInt64) = (0, 0)
      for (index, byte) in bytes.enumerated() {
        if index < 8 {
          words.0 |= UInt64(byte) << (8 * UInt64(index))
        } else {
          words.1 |= UInt64(byte) << (8 * UInt64(index - 8))
        }
      }
      self.init(low: words.0, high: words.1)
    } else {
      var words: [UInt64] = [0, 0]
      for (index, byte) in SHA256.hash(data: bytes).prefix(16).enumerated() {
        words[index / 8] |= UInt64(byte) << (8 * UInt64(index % 8))
      }
      // No id in ASCII has the last bit set.
      self.init(low: words[0], high: words[1] | 1 << 63)
    }
  }

  /// The sixteen bytes.
  var bytes: [UInt8] {
    (0..<16).map { index in
      UInt8(truncatingIfNeeded: (index < 8 ? low : high) >> (8 * UInt64(index % 8)))
    }
  }
}
