import Indicators
import TestSupport
import Testing

@Suite("Percentages that add to 100") struct LargestRemainderTests {
  @Test("Worked: 247, 22, 0, 31, 37, 7 and three ones")
  func worked() {
    #expect(LargestRemainder.parts(of: [247, 22, 0, 31, 37, 7]) == [72, 6, 0, 9, 11, 2])
    #expect(LargestRemainder.parts(of: [1, 1, 1]) == [34, 33, 33])
  }

  @Test("All zero is all zero, and nothing is nothing")
  func zero() {
    #expect(LargestRemainder.parts(of: [0, 0]) == [0, 0])
    #expect(LargestRemainder.parts(of: []) == [])
  }

  @Test("At a tie the larger count comes first, then the earlier")
  func ties() {
    // Quotas 12.5, 37.5, 12.5, 37.5: fractions all alike.
    #expect(LargestRemainder.parts(of: [1, 3, 1, 3]) == [12, 38, 12, 38])
    #expect(LargestRemainder.parts(of: [1, 1, 1, 1], adding: 2) == [1, 1, 0, 0])
  }

  @Test("Negative counts and sums beyond whole numbers are refused; large ones are exact")
  func bounds() {
    #expect(LargestRemainder.parts(of: [1, -1]) == nil)
    #expect(LargestRemainder.parts(of: [.max, 1]) == nil)
    #expect(LargestRemainder.parts(of: [1], adding: -1) == nil)
    #expect(LargestRemainder.parts(of: [.max / 2, .max / 2]) == [50, 50])
    #expect(LargestRemainder.parts(of: [.max], adding: .max) == [.max])
  }

  @Test("Parts add to the total, and none is a whole unit away from its quota")
  func invariants() throws {
    var random = SeededGenerator(seed: 17)
    for _ in 0..<500 {
      let counts = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        Int.random(in: 0...400, using: &random)
      }
      let sum = counts.reduce(0, +)
      let parts = try #require(LargestRemainder.parts(of: counts))
      #expect(parts.reduce(0, +) == (sum == 0 ? 0 : 100))
      for (count, part) in zip(counts, parts) where sum > 0 {
        #expect(abs(part * sum - count * 100) < sum)
      }
    }
  }
}
