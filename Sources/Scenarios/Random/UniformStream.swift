/// What gives uniform numbers, one after another.
protocol UniformSource {
  /// The next number, between 0 and 1, neither of which it reaches.
  mutating func next() -> Double
}

/// The number of 32 random bits, between 0 and 1, neither of which it reaches.
@inline(__always)
func uniform(_ word: UInt32) -> Double { (Double(word) + 0.5) * 0x1p-32 }

/// A stream of uniform numbers at one place, such as a cohort in a month of a path; it does not end.
struct UniformStream: UniformSource {
  private let seed: UInt64
  private let path: UInt64
  private let slot: UInt64
  private var block: UInt64 = 0
  private var words: CounterGenerator.Words
  private var used = 0

  /// What the numbers of a stream are for; streams of different uses never share a number.
  enum Use: UInt64 {
    /// Who joins, leaves and moves.
    case flows
    /// How uncertain rates come out on a path.
    case rates
    /// What becomes of known leavers.
    case known
    /// Made-up histories of tests.
    case histories
  }

  /// The stream of a place.
  ///
  /// - Parameters:
  ///   - seed: the same seed gives the same numbers.
  ///   - path: the path of the simulation.
  ///   - slot: the place within the path, below 2^56.
  init(seed: UInt64, use: Use, path: UInt64, slot: UInt64) {
    self.seed = seed
    self.path = path
    self.slot = slot | use.rawValue << 56
    words = CounterGenerator.words(at: (0, self.slot, path, 0), key: (seed, 0))
  }

  mutating func next() -> Double {
    if used == 8 {
      block &+= 1
      words = CounterGenerator.words(at: (block, slot, path, 0), key: (seed, 0))
      used = 0
    }
    let word = UInt32(truncatingIfNeeded: words.0)
    words =
      used & 1 == 0 ? (words.0 >> 32, words.1, words.2, words.3) : (words.1, words.2, words.3, 0)
    used &+= 1
    return uniform(word)
  }
}

/// The same stream of the use `flows`, over words that stand in memory: the first of them are made for
/// many places at once, since words that do not wait for one another are made faster.
struct FlowStream: UniformSource {
  private let words: UnsafeMutablePointer<UInt32>
  private let seed: UInt64
  private let path: UInt64
  private let slot: UInt64
  private var block: UInt64 = 0
  private var used: Int

  /// The words of a place, which a stream needs room for.
  static let room = 8

  /// Makes the first words of a place.
  @inline(__always)
  static func prepare(
    _ words: UnsafeMutablePointer<UInt32>, seed: UInt64, path: UInt64, slot: UInt64,
    block: UInt64 = 0
  ) {
    let made = CounterGenerator.words(at: (block, slot, path, 0), key: (seed, 0))
    let room = UnsafeMutableRawPointer(words)
    room.storeBytes(of: made.0.littleEndian, as: UInt64.self)
    room.storeBytes(of: made.1.littleEndian, toByteOffset: 8, as: UInt64.self)
    room.storeBytes(of: made.2.littleEndian, toByteOffset: 16, as: UInt64.self)
    room.storeBytes(of: made.3.littleEndian, toByteOffset: 24, as: UInt64.self)
  }

  /// The stream over prepared words, of which some have been taken.
  @inline(__always)
  init(
    _ words: UnsafeMutablePointer<UInt32>, used: Int, seed: UInt64, path: UInt64, slot: UInt64
  ) {
    self.words = words
    self.used = used
    self.seed = seed
    self.path = path
    self.slot = slot
  }

  @inline(__always)
  mutating func next() -> Double {
    if used == Self.room {
      block &+= 1
      Self.prepare(words, seed: seed, path: path, slot: slot, block: block)
      used = 0
    }
    let word = words[used]
    used &+= 1
    return uniform(word)
  }
}
