import Indicators
import LookedAfter
import Testing

@Suite("Rank, quartile and percentile") struct StandingTests {
  /// The printed rates of the 151 authorities that had one at 31 March 2025 (Department for
  /// Education, Children looked after in England including adoptions, 2025).
  static let rates2025: [Double] = [
    27, 29, 30, 31, 33, 33, 34, 35, 35, 36, 37, 37, 38, 39, 39, 40, 40, 40, 41, 41, 42, 42, 42,
    45, 46, 46, 47, 47, 47, 47, 48, 48, 48, 49, 49, 51, 53, 53, 53, 54, 54, 54, 55, 56, 57, 57,
    57, 58, 58, 58, 58, 59, 60, 60, 60, 60, 60, 61, 62, 62, 62, 62, 62, 62, 63, 63, 64, 65, 65,
    65, 65, 66, 66, 66, 66, 67, 68, 68, 69, 69, 70, 70, 71, 71, 71, 72, 72, 73, 73, 74, 75, 75,
    75, 77, 78, 79, 79, 79, 80, 80, 81, 81, 81, 82, 82, 82, 85, 86, 87, 88, 88, 89, 90, 90, 90,
    90, 91, 91, 91, 92, 92, 93, 93, 93, 96, 97, 97, 99, 100, 101, 102, 103, 107, 110, 114, 117,
    117, 118, 119, 119, 123, 124, 125, 131, 132, 138, 144, 145, 157, 170, 184,
  ]

  @Test("2025: the cuts are 27, 53, 67, 90 and 184 over 151 authorities")
  func cuts() throws {
    let standing = try #require(Standing(of: 100, among: Self.rates2025))
    #expect(standing.count == 151)
    #expect(standing.cuts == [27, 53, 67, 90, 184])
  }

  @Test("Herefordshire at 100 was 23rd highest; band D only if low is declared good")
  func herefordshire() throws {
    let neutral = try #require(Standing(of: 100, among: Self.rates2025))
    #expect(neutral.rankFromHighest == 23)
    #expect(neutral.rank == nil && neutral.band == nil)
    #expect(neutral.working.cautions == [.noDirectionSet])
    let low = try #require(Standing(of: 100, among: Self.rates2025, direction: .decrease))
    #expect(low.band == .d && low.rank == 129)
    let high = try #require(Standing(of: 100, among: Self.rates2025, direction: .increase))
    #expect(high.band == .a && high.rank == 23)
    // 128 below and itself.
    #expect(relativeError(neutral.percentile, 128.5 / 151) < 1e-12)
  }

  @Test("Ties share the first place, and half of them count as below")
  func ties() throws {
    let standing = try #require(
      Standing(of: 5, among: [3, 5, 5, 5, 8], direction: .decrease))
    #expect(standing.rank == 2 && standing.rankFromHighest == 2)
    #expect(standing.percentile == 0.5)
    #expect(standing.equal == 3)
  }

  @Test("A value on a cut belongs to the better band where low is good, to the worse where high is")
  func onTheCut() throws {
    let values: [Double] = [10, 20, 30, 40, 50]
    let bands = try values.map { value -> [QuartileBand?] in
      [
        try #require(Standing(of: value, among: values, direction: .decrease)).band,
        try #require(Standing(of: value, among: values, direction: .increase)).band,
      ]
    }
    #expect(bands == [[.a, .d], [.a, .d], [.b, .c], [.c, .b], [.d, .a]])
  }

  @Test("One authority alone, and values that are not there or are no numbers")
  func edges() throws {
    let alone = try #require(Standing(of: 7, among: [7], direction: .decrease))
    #expect(alone.rank == 1 && alone.percentile == 0.5 && alone.band == .a)
    #expect(alone.cuts == [7, 7, 7, 7, 7])
    #expect(Standing(of: 7, among: []) == nil)
    #expect(Standing(of: 7, among: [8]) == nil)
    #expect(Standing(of: 7, among: [7, .nan]) == nil)
    #expect(Standing(of: .nan, among: [.nan]) == nil)
  }

  @Test("Type 7 lies on a straight line between two values")
  func quantile() {
    #expect(Averages.quantile(0.25, ofSorted: [1, 2, 3, 4]) == 1.75)
    #expect(Averages.quantile(1, ofSorted: [1, 2, 3, 4]) == 4)
    #expect(Averages.quantile(0.5, ofSorted: []) == nil)
    #expect(Averages.quantile(1.5, ofSorted: [1]) == nil)
  }

  @Test("How many others it cannot be told apart from")
  func overlaps() throws {
    let own = try #require(RateInterval(children: 344, population: 34_439))
    // Shropshire at 119 (110.6 to 128.2), Westmorland and Furness at 67, and a twin.
    let others = [(717, 60_153), (261, 39_153), (330, 34_439)].compactMap {
      RateInterval(children: $0.0, population: $0.1)
    }
    #expect(Standing.overlaps(of: own, with: others) == 2)
  }
}
