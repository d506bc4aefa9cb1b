import Glibc
import LookedAfter

@testable import Scenarios

/// Monthly series of services that we make up, so that it is known how they work.
enum MadeUpSeries {
  /// How a service behaves.
  enum Kind: String, CaseIterable, Sendable {
    /// Children come and go one by one at steady rates.
    case stable
    /// One to four siblings come and go together.
    case sibling
    /// A quarter fewer start after three years.
    case falling
    /// Three in ten more start after three years.
    case rising
    /// Starts swing by three in ten with the month of the year.
    case seasonal
  }

  /// A series of 36 months and 12 to come.
  static func series(_ kind: Kind, number: Int, months: Int = 48) -> MonthlyFlows {
    let index = Kind.allCases.firstIndex(of: kind) ?? 0
    var stream = UniformStream(
      seed: 903, use: .histories, path: UInt64(number), slot: UInt64(index))
    let size = 150 + 650 * stream.next()
    let rate = 0.015 + 0.025 * stream.next()
    let phase = Int(stream.next() * 12)
    var stock = Int(size)
    var (totals, started, ceased): ([Int?], [Int?], [Int?]) = ([stock], [nil], [nil])
    for month in 0..<months {
      let time = min(1, Double(month) / 36)
      let factor =
        switch kind {
        case .stable, .sibling: 1.0
        case .falling: 0.95 * (1 - 0.25 * time)
        case .rising: 1 + 0.3 * time
        case .seasonal: 1 + 0.3 * sin(2 * Double.pi * Double(month + phase) / 12)
        }
      let joiners = rate * size * factor
      let (enter, leave) =
        kind == .sibling
        ? (siblings(joiners, &stream), min(stock, siblings(rate * Double(stock), &stream)))
        : (poisson(joiners, &stream), binomial(stock, rate, &stream))
      stock += enter - leave
      totals.append(stock)
      started.append(enter)
      ceased.append(leave)
    }
    return MonthlyFlows(
      first: Month.iso("2016-12"), totals: totals, started: started, ceased: ceased)
  }

  /// Groups of 1, 2, 3 and 4 in 45, 25, 15 and 15 of 100 cases: 2 on average.
  private static func siblings(_ mean: Double, _ stream: inout UniformStream) -> Int {
    (0..<poisson(mean / 2, &stream)).reduce(0) { sum, _ in
      let chance = stream.next()
      return sum + (chance < 0.45 ? 1 : chance < 0.7 ? 2 : chance < 0.85 ? 3 : 4)
    }
  }

  static func poisson(_ mean: Double, _ stream: inout UniformStream) -> Int {
    var (count, product) = (0, stream.next())
    while product > exp(-mean) {
      count += 1
      product *= stream.next()
    }
    return count
  }

  static func binomial(_ trials: Int, _ chance: Double, _ stream: inout UniformStream) -> Int {
    (0..<trials).reduce(0) { sum, _ in sum + (stream.next() < chance ? 1 : 0) }
  }
}
