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

/// A stream of uniform numbers at one place, such as a cohort in a month of a path.
public struct UniformStream: Sendable {
  @usableFromInline let seed: UInt64
  @usableFromInline let path: UInt64
  @usableFromInline let slot: UInt64
  @usableFromInline var block: UInt64
  /// The words that are left, the next one first: taken one by one without looking them up.
  @usableFromInline var words: CounterGenerator.Words
  /// The numbers that are left in the words, two in each.
  @usableFromInline var left: Int

  /// What the numbers of a stream are for; streams of different uses never share a number.
  public enum Use: UInt64, Sendable {
    /// Who joins, leaves and moves.
    case flows
    /// How uncertain rates come out on a path.
    case rates
    /// What becomes of known leavers.
    case known
    /// Made-up histories of tests.
    case histories
  }

  /// The stream of a place; it does not end.
  ///
  /// - Parameters:
  ///   - seed: the same seed gives the same numbers.
  ///   - use: what the numbers are for.
  ///   - path: the path of the simulation.
  ///   - slot: the place within the path, below 2^56.
  @inlinable @inline(__always)
  public init(seed: UInt64, use: Use, path: UInt64, slot: UInt64) {
    self.seed = seed
    self.path = path
    self.slot = slot | use.rawValue << 56
    block = 0
    words = CounterGenerator.words(at: (0, self.slot, path, 0), key: (seed, 0))
    left = 8
  }

  /// The same, with the first words already at hand: those of `firstWords`.
  @inlinable @inline(__always)
  init(seed: UInt64, path: UInt64, slot: UInt64, words: CounterGenerator.Words) {
    self.seed = seed
    self.path = path
    self.slot = slot
    block = 0
    self.words = words
    left = 8
  }

  /// The first words of the stream of a place; what they are for is in the slot.
  ///
  /// Asked for many places at once, they are made while others are still being made.
  @inlinable @inline(__always)
  static func firstWords(seed: UInt64, path: UInt64, slot: UInt64) -> CounterGenerator.Words {
    CounterGenerator.words(at: (0, slot, path, 0), key: (seed, 0))
  }

  /// The next number, of 32 random bits, between 0 and 1, neither of which it reaches.
  @inlinable @inline(__always)
  public mutating func next() -> Double {
    if left == 0 {
      block &+= 1
      words = CounterGenerator.words(at: (block, slot, path, 0), key: (seed, 0))
      left = 8
    }
    let word = UInt32(truncatingIfNeeded: words.0)
    if left & 1 == 0 {
      words.0 &>>= 32
    } else {
      words = (words.1, words.2, words.3, 0)
    }
    left &-= 1
    return (Double(word) + 0.5) * 0x1p-32
  }
}
