/// Random words that are a function of a seed and a place, and of nothing else.
///
/// Any word can be had without those before it, so that the paths of a simulation can be shared out
/// over any number of cores and still come out the same. Philox4x64-10: J. Salmon and others, Parallel
/// random numbers: as easy as 1, 2, 3 (2011).
public enum CounterGenerator {
  /// A place; each has words of its own.
  public typealias Counter = (UInt64, UInt64, UInt64, UInt64)

  /// Four random words of 64 bits.
  public typealias Words = (UInt64, UInt64, UInt64, UInt64)

  /// The words at a place.
  ///
  /// - Parameters:
  ///   - counter: the place.
  ///   - key: the seed, and a second one, which may be 0.
  @inlinable @inline(__always)
  public static func words(at counter: Counter, key: (UInt64, UInt64)) -> Words {
    var (a, b, c, d) = counter
    var (keyA, keyB) = key
    for _ in 0..<10 {
      let left = a.multipliedFullWidth(by: 0xD2E7_470E_E14C_6C93)
      let right = c.multipliedFullWidth(by: 0xCA5A_8263_9512_1157)
      (a, b, c, d) = (right.high ^ b ^ keyA, right.low, left.high ^ d ^ keyB, left.low)
      keyA &+= 0x9E37_79B9_7F4A_7C15
      keyB &+= 0xBB67_AE85_84CA_A73B
    }
    return (a, b, c, d)
  }
}
