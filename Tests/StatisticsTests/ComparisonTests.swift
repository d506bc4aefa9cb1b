import Indicators
import LookedAfter
import Testing

/// Herefordshire at 31 March 2025: 344 children, 34,439 aged 0 to 17.
@Suite("Comparison of rates") struct ComparisonTests {
  let rate: RatePer10000

  init() throws { rate = try #require(RatePer10000(children: 344, population: 34_439)) }

  private func test(
    _ comparator: String, outer: Confidence? = nil, _ direction: PreferredDirection = .neutral
  ) throws -> ComparatorTest {
    let comparator = try #require(Quantity(text: comparator))
    return ComparatorTest(rate, comparator: comparator, outer: outer, direction: direction)
  }

  @Test(
    "Higher than England, the West Midlands and the neighbours, at 95%",
    arguments: ["67", "86", "66.7"])
  func higher(comparator: String) throws {
    #expect(try test(comparator).outcome == .higher)
    #expect(try test(comparator).judgement == nil)
  }

  @Test("At 99.8% as well, much higher than England; than the West Midlands only higher")
  func fiveClasses() throws {
    #expect(try test("67", outer: .ninetyNinePointEight).outcome == .muchHigher)
    #expect(try test("86", outer: .ninetyNinePointEight).outcome == .higher)
    #expect(try test("100", outer: .ninetyNinePointEight).outcome == .similar)
    #expect(try test("115", outer: .ninetyNinePointEight).outcome == .lower)
    #expect(try test("120", outer: .ninetyNinePointEight).outcome == .muchLower)
  }

  @Test("Better and worse only where a direction was set")
  func directions() throws {
    #expect(try test("67", .decrease).judgement == .worse)
    #expect(try test("67", .increase).judgement == .better)
    #expect(try test("67", .neutral).judgement == nil)
    #expect(try test("100", .decrease).judgement == .similar)
    #expect(try test("120", outer: .ninetyNinePointEight, .decrease).judgement == .muchBetter)
    #expect(try test("120", outer: .ninetyNinePointEight, .increase).judgement == .muchWorse)
    #expect(try test("115", .increase).judgement == .worse)
  }

  @Test("A limit that equals the comparator is similar")
  func onTheLimit() {
    #expect(ComparatorTest(lower: 67, upper: 80, comparator: 67).outcome == .similar)
    #expect(ComparatorTest(lower: 50, upper: 67, comparator: 67).outcome == .similar)
    #expect(ComparatorTest(lower: 67.1, upper: 80, comparator: 67).outcome == .higher)
  }

  @Test("344 where 231.15 were expected: p = 5.3e-12")
  func exactPoisson() throws {
    let test = try #require(ExactPoissonTest(count: 344, expected: 231.15))
    #expect(relativeError(test.p, 5.2923395896065604e-12) < 1e-10)
    #expect(ExactPoissonTest(count: 5, expected: 5)?.p == 1)
    #expect(ExactPoissonTest(count: 0, expected: 0)?.p == 1)
    #expect(ExactPoissonTest(count: -1, expected: 5) == nil)
    #expect(ExactPoissonTest(count: 1, expected: .nan) == nil)
  }

  @Test("344 of 34,439 against 387 of 34,260: ratio 0.8843, 0.7625 to 1.0252, p = 0.1036")
  func twoRates() throws {
    let before = try #require(RatePer10000(children: 387, population: 34_260))
    let two = try #require(TwoRates(rate, before))
    #expect(shown(two.ratio, 4) == "0.8843")
    #expect(shown(two.lowerRatio, 4) == "0.7625")
    #expect(shown(two.upperRatio, 4) == "1.0252")
    #expect(shown(two.p, 4) == "0.1036")
    #expect(!two.differ)
    #expect(two.intervalsOverlap)
  }

  @Test("With nobody on one side, the ratio still has a limit")
  func zeroOnOneSide() throws {
    let none = try #require(RatePer10000(children: 0, population: 34_260))
    let low = try #require(TwoRates(none, rate))
    #expect(low.ratio == 0 && low.lowerRatio == 0)
    #expect(low.upperRatio > 0 && low.upperRatio < 0.02)
    let high = try #require(TwoRates(rate, none))
    #expect(high.ratio == .infinity && high.upperRatio == .infinity)
    #expect(high.lowerRatio > 50 && high.lowerRatio.isFinite)
    #expect(TwoRates(none, none) == nil)
  }

  @Test("Swapping the two places turns the ratio over and keeps p")
  func swapped() throws {
    let other = try #require(RatePer10000(children: 61, population: 9_000))
    let one = try #require(TwoRates(rate, other))
    let two = try #require(TwoRates(other, rate))
    #expect(relativeError(one.ratio * two.ratio, 1) < 1e-12)
    #expect(relativeError(one.lowerRatio * two.upperRatio, 1) < 1e-10)
    #expect(relativeError(one.p, two.p) < 1e-9)
  }

  @Test("Overlap is stricter than the test of two rates")
  func overlap() throws {
    let other = try #require(RatePer10000(children: 405, population: 34_439))
    let two = try #require(TwoRates(rate, other))
    #expect(two.differ)
    #expect(two.intervalsOverlap)
  }

  @Test("What differs between years and editions is said")
  func cautions() {
    #expect(
      Comparability.cautions(years: ("2018/19", "2020/21"), editions: ("2021", "2025"))
        == [.yearsDiffer("2018/19", "2020/21"), .editionsDiffer("2021", "2025")])
    #expect(Comparability.cautions(years: ("2025", "2025"), editions: (nil, "2025")).isEmpty)
    #expect(!Comparability.permitsTest([.yearsDiffer("2018/19", "2020/21")]))
    #expect(!Comparability.permitsTest([.editionsDiffer("2021", "2025")]))
    #expect(Comparability.permitsTest([.comparatorIsNoTarget]))
  }

  @Test("31 March 2025 calls for mid-2024")
  func midYear() throws {
    let march = try #require(Month(iso: "2025-03"))
    #expect(Comparability.midYear(for: march) == 2024)
    #expect(Comparability.midYear(for: march.advanced(by: 3)) == 2025)
  }
}
