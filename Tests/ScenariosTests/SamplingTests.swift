import Indicators
import Testing

@testable import Scenarios

@Suite("Draws follow their distributions")
struct SamplingTests {
  private func stream(_ slot: UInt64) -> UniformStream {
    UniformStream(seed: 5, use: .flows, path: 0, slot: slot)
  }

  /// The greatest distance between the share drawn at most and what it should be, in the units that
  /// Kolmogorov's test goes by: beyond 1.95 in 1 of 1,000 cases.
  private func distance(_ counts: [Int: Int], _ atMost: (Int) -> Double) -> Double {
    let all = counts.values.reduce(0, +)
    var (below, most) = (0, 0.0)
    for (value, count) in counts.sorted(by: { $0.key < $1.key }) {
      below += count
      most = max(most, abs(Double(below) / Double(all) - atMost(value)))
    }
    return most * Double(all).squareRoot()
  }

  @Test("Binomial numbers, few and many, likely and unlikely")
  func binomial() throws {
    for (slot, (trials, chance)) in [(28, 0.07), (3, 0.4), (250, 0.9), (2000, 0.03), (40, 0.5)]
      .enumerated()
    {
      let exact = try #require(BinomialDistribution(trials: trials, probability: chance))
      let drawn = Sampling.Chance(chance)
      var stream = stream(UInt64(slot))
      var counts: [Int: Int] = [:]
      for _ in 0..<20_000 {
        counts[drawn.successes(of: trials, stream.next(), &stream), default: 0] += 1
      }
      #expect(distance(counts, exact.atMost) < 1.95)
    }
  }

  @Test("Rows of a table give the same as the distributions they stand for")
  func tables() throws {
    let successes = CountTables.successes(chance: 0.11, most: 300)
    let events = CountTables.events(means: [0, 0.4, 30])
    defer {
      successes.deallocate()
      events.deallocate()
    }
    #expect(successes.rows == 256)
    for (slot, trials) in [0, 1, 28, 255].enumerated() {
      let exact = try #require(BinomialDistribution(trials: trials, probability: 0.11))
      var stream = PathStream(PathStream.place(UInt64(slot)))
      var counts: [Int: Int] = [:]
      for _ in 0..<20_000 {
        counts[successes.number(trials, UInt32(stream.word() >> 32)), default: 0] += 1
      }
      #expect(distance(counts, exact.atMost) < 1.95)
    }
    for (row, mean) in [(1, 0.4), (2, 30)] {
      let exact = try #require(PoissonDistribution(mean: mean))
      var stream = PathStream(PathStream.place(UInt64(10 + row)))
      var counts: [Int: Int] = [:]
      for _ in 0..<20_000 {
        counts[events.number(row, UInt32(truncatingIfNeeded: stream.word())), default: 0] += 1
      }
      #expect(distance(counts, exact.atMost) < 1.95)
    }
    #expect(events.number(0, .max) == 0)
    #expect(successes.number(0, .max) == 0)
    // The next higher bits never give a lower number.
    let line = stride(from: UInt32(0), to: .max - 99_991, by: 99_991).map {
      successes.number(200, $0)
    }
    #expect(zip(line, line.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test("A path's numbers are even, and those of two places, uses, seeds or paths are not alike")
  func streams() {
    func numbers(_ path: UInt64, _ seed: UInt64, _ use: PathStream.Use, _ place: UInt64) -> [Double]
    {
      var stream = PathStream(
        PathStream.path(path, seed: seed, use: use) &+ PathStream.place(place))
      return (0..<4000).map { _ in stream.next() }
    }
    let one = numbers(0, 1, .going, 0)
    let again = numbers(0, 1, .going, 0)
    #expect(one == again)
    let mean = one.reduce(0, +) / 4000
    let uncertain = (1.0 / 48_000).squareRoot()
    #expect(abs(mean - 0.5) < 4 * uncertain)
    for other in [
      numbers(1, 1, .going, 0), numbers(0, 2, .going, 0), numbers(0, 1, .joining, 0),
      numbers(0, 1, .going, 1 << 32), Array(one.dropFirst()) + [0.5],
    ] {
      var product = 0.0
      for (left, right) in zip(one, other) { product += (left - 0.5) * (right - 0.5) }
      let error = 4000.0.squareRoot() / 12
      #expect(abs(product) < 4 * error)
    }
  }

  @Test("Poisson numbers, small and large")
  func poisson() throws {
    for (slot, mean) in [0.02, 0.7, 9, 200].enumerated() {
      let exact = try #require(PoissonDistribution(mean: mean))
      var stream = stream(UInt64(100 + slot))
      var counts: [Int: Int] = [:]
      for _ in 0..<20_000 {
        let none = exact.probability(of: 0)
        counts[Sampling.poisson(mean, none: none, stream.next(), &stream), default: 0] += 1
      }
      #expect(distance(counts, exact.atMost) < 1.95)
    }
  }

  @Test("Multipliers have mean 1 and the variance asked for, even a great one")
  func multipliers() {
    for (slot, variance) in [0.01, 0.3, 2].enumerated() {
      var stream = stream(UInt64(200 + slot))
      let values = (0..<20_000).map { _ in
        Sampling.multiplier(variance: variance, &stream)
      }
      let mean = values.reduce(0, +) / 20_000
      let spread = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000
      #expect(abs(mean - 1) < 4 * (variance / 20_000).squareRoot())
      #expect(abs(spread / variance - 1) < 0.1)
    }
  }

  @Test("Chances and shares at their ends")
  func ends() {
    var stream = stream(300)
    #expect(Sampling.Chance(0).successes(of: 9, 0.999, &stream) == 0)
    #expect(Sampling.Chance(1).successes(of: 9, 0.001, &stream) == 9)
    #expect(Sampling.Chance(.nan).successes(of: 9, 0.5, &stream) == 0)
    #expect(Sampling.Chance(0.5).successes(of: 0, 0.5, &stream) == 0)
    #expect(Sampling.share(mean: 1, variance: 0.1, &stream) == 1)
  }

  @Test("Groups make the variance φ times that of single children", arguments: [1.0, 1.3, 2, 3.7])
  func groups(spread: Double) {
    let groups = SiblingGroups(spread: spread)
    for children in [40, 107, 340] {
      // A part of a group is rounded up as often as it should be, over many paths.
      let sum = (0..<1000).reduce(0.0) { sum, path in
        let number = groups.groups(among: children, rounding: (Double(path) + 0.5) / 1000)
        let alone = children - number * groups.size
        return sum + Double(alone + number * groups.size * groups.size)
      }
      #expect(abs(sum / 1000 / Double(children) - spread) < 0.01)
      #expect(abs(groups.effectiveSpread(among: Double(children)) - spread) < 0.15)
    }
    #expect(groups.groups(among: 1, rounding: 0.99) == 0)
  }
}
