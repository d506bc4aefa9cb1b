/// What gives uniform numbers, one after another.
protocol UniformSource {
  /// The next number, between 0 and 1, neither of which it reaches.
  mutating func next() -> Double
}

/// A stream of uniform numbers at one place, such as a cohort in a month of a path; it does not end.
///
/// Every word is a function of the place and of how many came before it, and of nothing else, so that
/// paths can be shared out over any number of cores and still come out the same. SplitMix64: G. Steele
/// and others, Fast splittable pseudorandom number generators (2014).
struct PathStream: UniformSource {
  private var state: UInt64

  /// What the numbers of a stream are for; streams of different uses do not share a number.
  enum Use: UInt64 {
    /// Who joins.
    case joining
    /// Who leaves and moves.
    case going
    /// How uncertain rates come out on a path.
    case rates
    /// What becomes of known leavers.
    case known
  }

  /// The start of a path's numbers of one use, by the seed.
  static func path(_ path: UInt64, seed: UInt64, use: Use) -> UInt64 {
    mixed(mixed(mixed(seed &+ step) &+ use.rawValue &* step) &+ path &* step)
  }

  /// The place of a compartment's month, or of a line, within every path.
  static func place(_ slot: UInt64) -> UInt64 { mixed(mixed(slot &+ step) ^ 0x6A09_E667_F3BC_C909) }

  /// The stream that begins at a place.
  @inline(__always)
  init(_ start: UInt64) { state = start }

  /// The next 64 random bits.
  @inline(__always)
  mutating func word() -> UInt64 {
    state &+= Self.step
    return Self.mixed(state)
  }

  @inline(__always)
  mutating func next() -> Double { (Double(word() >> 11) + 0.5) * 0x1p-53 }

  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  @inline(__always)
  private static func mixed(_ word: UInt64) -> UInt64 {
    var word = word
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}

/// The number of 32 random bits, between 0 and 1, neither of which it reaches.
@inline(__always)
func uniform(_ word: UInt32) -> Double { (Double(word) + 0.5) * 0x1p-32 }
