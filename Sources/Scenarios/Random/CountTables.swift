import Glibc

/// Cumulative probabilities of whole numbers, for drawing from the same distributions many times.
///
/// Each row is one distribution. A draw is inverted from 32 random bits: the next higher bits never
/// give a lower number. A guide by the first bits says where to begin, so that most draws end at the
/// first step or the second.
struct CountTables {
  let rows: Int
  private let width: Int
  private let guide: UnsafeMutablePointer<UInt8>
  private let upTo: UnsafeMutablePointer<UInt32>
  private static let guides = 32

  private init(rows: Int, width: Int) {
    self.rows = rows
    self.width = min(max(width, 2), 255)
    guide = .allocate(capacity: rows * Self.guides)
    upTo = .allocate(capacity: rows * self.width + 1)
    upTo[rows * self.width] = .max
  }

  func deallocate() {
    guide.deallocate()
    upTo.deallocate()
  }

  /// The successes of 0, 1, 2, … trials, up to 255, of one chance of six tenths at most.
  static func successes(chance: Double, most: Int) -> CountTables {
    let most = min(max(most, 0), 255)
    let mean = Double(most) * chance
    let tables = CountTables(
      rows: most + 1, width: Int(mean + 8 * (mean * (1 - chance)).squareRoot()) + 12)
    let odds = chance / (1 - chance)
    var none = 1.0
    for trials in 0...most {
      tables.fill(trials, first: none) { odds * Double(trials - $0) / Double($0 + 1) }
      none *= 1 - chance
    }
    return tables
  }

  /// The greatest mean of a row of events.
  static let greatestMean = 32.0

  /// Events of each of some means (Poisson), which are `greatestMean` at most.
  static func events(means: [Double]) -> CountTables {
    let mean = means.max() ?? 0
    let tables = CountTables(
      rows: means.count, width: Int(mean + 8 * mean.squareRoot()) + 12)
    for (row, mean) in means.enumerated() {
      tables.fill(row, first: exp(-mean)) { mean / Double($0 + 1) }
    }
    return tables
  }

  /// Fills a row from the probability of 0 and what each next one is to the one before.
  private func fill(_ row: Int, first: Double, ratio: (Int) -> Double) {
    let line = upTo + row * width
    var (probability, below) = (first, 0.0)
    for number in 0..<width {
      below += probability
      line[number] = UInt32(min(below, 1) * 0x1p32 - 1 > 0 ? min(below * 0x1p32, 0x1p32 - 1) : 0)
      probability *= max(0, ratio(number))
    }
    line[width - 1] = .max
    var number = 0
    for place in 0..<Self.guides {
      while number < width - 1, line[number] <= UInt32(place) << 27 { number += 1 }
      guide[row * Self.guides + place] = UInt8(number)
    }
  }

  /// The number that a row gives for some random bits.
  @inline(__always)
  func number(_ row: Int, _ bits: UInt32) -> Int {
    var number = Int(guide[row &* Self.guides &+ Int(bits >> 27)])
    let line = upTo + row &* width
    // The greatest bits of all would be above every row.
    let bits = min(bits, .max - 1)
    // One step is nearly always enough; as a branch it would be guessed wrong every other time.
    number &-= (Int(line[number]) &- 1 &- Int(bits)) >> 63
    while bits >= line[number] {
      if number >= width &- 1 { return width &- 1 }
      number &+= 1
    }
    return number
  }
}
