@testable import Scenarios

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
