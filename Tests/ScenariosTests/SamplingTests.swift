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

  @Test("Binomial numbers, few and many, likely and unlikely, with and without powers")
  func binomial() throws {
    for (slot, (trials, chance)) in [(28, 0.07), (3, 0.4), (250, 0.9), (2000, 0.03), (40, 0.5)]
      .enumerated()
    {
      let exact = try #require(BinomialDistribution(trials: trials, probability: chance))
      let powers = UnsafeMutablePointer<Double>.allocate(
        capacity: Sampling.Chance.roomForPowers)
      defer { powers.deallocate() }
      for drawn in [Sampling.Chance(chance), Sampling.Chance(chance, powers: powers)] {
        var stream = stream(UInt64(slot))
        var counts: [Int: Int] = [:]
        for _ in 0..<20_000 {
          counts[drawn.successes(of: trials, stream.next(), &stream), default: 0] += 1
        }
        #expect(distance(counts, exact.atMost) < 1.95)
      }
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
