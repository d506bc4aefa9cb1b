import Indicators
import LookedAfter
import Testing

@testable import Reports

@Suite("Sentences about indicators") struct IndicatorSentenceTests {
  private func balance(_ started: Int, _ ceased: Int) throws -> FlowBalance {
    try #require(FlowBalance(started: started, ceased: ceased, months: 12, spread: .yearly))
  }

  @Test("The number first, then how sure it is")
  func changes() throws {
    #expect(
      Sentences.change(of: 344, by: -43, since: "a year ago", balance: try balance(68, 111))
        == "344, 43 fewer than a year ago: 68 came in and 111 left. A fall this size would be"
        + " unusual by chance.")
    #expect(
      Sentences.change(of: 387, by: -26, since: "a year ago", balance: try balance(96, 122))
        == "387, 26 fewer than a year ago: 96 came in and 122 left. Changes this size happen by"
        + " chance.")
    #expect(
      Sentences.change(of: 379, by: 66, since: "a year ago", balance: try balance(161, 95))
        == "379, 66 more than a year ago: 161 came in and 95 left. A rise this size would be"
        + " unusual by chance.")
    #expect(
      Sentences.change(of: 336, by: 0, since: "a month ago", balance: try balance(10, 10))
        == "336, the same as a month ago: 10 came in and 10 left. As many came in as left.")
    #expect(
      Sentences.change(of: 336, by: -2, since: "a month ago", balance: nil)
        == "336, two fewer than a month ago. Without starts and leavers it cannot be said whether"
        + " chance alone did it.")
  }

  @Test("A rate with its interval, beside England and the neighbours")
  func rates() throws {
    let rate = try #require(RatePer10000(children: 344, population: 34_439))
    let interval = RateInterval(rate)
    func beside(_ name: String, _ text: String) throws -> (String, Quantity, ComparatorTest) {
      let quantity = try #require(Quantity(text: text))
      return (name, quantity, ComparatorTest(rate, comparator: quantity))
    }
    #expect(
      Sentences.rate(interval, beside: [try beside("England", "67")])
        == "Rate 100 per 10,000 (90 to 111), higher than England (67).")
    #expect(
      Sentences.rate(
        interval,
        beside: [
          try beside("England", "67"), try beside("the West Midlands", "86"),
          try beside("last year's rate", "113"), try beside("its own plan", "99"),
        ])
        == "Rate 100 per 10,000 (90 to 111), higher than England (67) and the West Midlands (86),"
        + " similar to its own plan (99), lower than last year's rate (113).")
    #expect(
      Sentences.chance(interval) == "It would be between about 90 and 111 by chance alone.")
  }

  @Test("A share, a rank, an average and two places")
  func others() throws {
    #expect(
      Sentences.share(try #require(Proportion(count: 65, of: 100)))
        == "65% (55% to 74%), 65 of 100.")
    let values = (1...151).map(Double.init)
    #expect(Sentences.rank(try #require(Standing(of: 129, among: values))) == "23rd highest of 151")
    #expect(Sentences.rank(try #require(Standing(of: 2, among: values))) == "2nd lowest of 151")
    #expect(Sentences.rank(try #require(Standing(of: 151, among: values))) == "highest of 151")
    #expect(
      [11, 12, 13, 21, 22, 101, 111].map(Sentences.ordinal) == [
        "11th", "12th", "13th", "21st", "22nd", "101st", "111th",
      ])
    let members = [48, 60, 119].map {
      GroupStatistics.Member("a", rate: Quantity(mantissa: $0))
    }
    let group = try #require(
      GroupStatistics(members + [GroupStatistics.Member("b", rate: nil)]))
    #expect(Sentences.group(group) == "75.7, the mean of 3 of 4, from 48 to 119")
    #expect(Sentences.group(group, .pooled) == nil)
    let now = try #require(RatePer10000(children: 344, population: 34_439))
    let other = try #require(RatePer10000(children: 387, population: 34_260))
    #expect(
      Sentences.twoRates(try #require(TwoRates(now, other)), second: "Kent")
        == "0.88 times the rate of Kent (0.76 to 1.03): chance alone could do it.")
  }

  @Test("The gap to a comparator, which is not a target")
  func gaps() throws {
    let needed = try #require(
      ChildrenNeeded(rate: Quantity(mantissa: 67), population: 34_439))
    #expect(
      Sentences.gap(to: "England", needed: needed, children: 344, limits: CountLimits(count: 344))
        == "At the rate of England (67.0) it would be 231 children: 113 more are looked after (78 to"
        + " 152 more by chance alone). The comparator is not a target.")
    #expect(
      Sentences.gap(to: "England", needed: needed, children: 219, limits: CountLimits(count: 219))
        == "At the rate of England (67.0) it would be 231 children: 12 fewer are looked after (40"
        + " fewer to 19 more by chance alone). The comparator is not a target.")
    #expect(
      Sentences.timeToClose(.months(15.2))
        == "At the present pace the gap would close in about 16 months.")
    #expect(
      Sentences.timeToClose(.notClosing)
        == "The gap is not closing: no more children leave than come in.")
  }

  @Test("Six in a row below the mean, one more makes a signal; with seven, it is one")
  func charts() throws {
    let year: [Double?] = [9, 11, 8, 12, 7, 10, 9, 6, 8, 9, 12, 7]
    let next: [Double?] = [8, 10, 9, 8, 11, 5, 4, 5, 6, 4, 5, 6]
    let april = try #require(Month(iso: "2019-04"))
    let settings = ControlChartSettings(baseline: 12)
    let six = try ControlChart(
      FlowSeries(Series(year + next.dropLast(), from: april)), settings: settings)
    #expect(
      six.runsSoFar.compactMap(Sentences.runSoFar)
        == ["6 in a row below the mean, one more makes a signal."])
    #expect(
      Sentences.latest(six)
        == "5 in February 2021: within the limits of 1.3 to 16.7, ordinary variation.")
    let seven = try ControlChart(
      FlowSeries(Series(year + next, from: april)), settings: settings)
    #expect(seven.runsSoFar.compactMap(Sentences.runSoFar).isEmpty)
    #expect(
      Sentences.latest(seven)
        == "6 in March 2021: one of 7 or more in a row below the mean, which would be unusual by"
        + " chance.")
    #expect(
      Sentences.assurance(.hitAndMiss, target: 8) == "The target of 8 is met or missed by chance.")
    let one = try ControlChart(FlowSeries(Series([9], from: april)))
    #expect(
      Sentences.latest(one)
        == "9 in April 2019. There are too few figures to say what is usual.")
    #expect(Sentences.latest(try ControlChart(FlowSeries(Series([])))) == "There is no figure yet.")
  }

  @Test("A trend is judged only where a direction was set")
  func trends() {
    #expect(
      Sentences.trend(.increasing, of: "the rate", years: 2016...2020)
        == "Over 2016 to 2020 the rate is increasing.")
    #expect(
      Sentences.trend(.increasing, of: "the rate", years: 2016...2020, aim: .decrease)
        == "Over 2016 to 2020 the rate is increasing and getting worse.")
    #expect(
      Sentences.trend(.noSignificantChange, of: "the rate", years: 2021...2025, aim: .decrease)
        == "Over 2021 to 2025 the rate shows no trend that stands out from chance.")
    #expect(
      Sentences.trend(
        .cannotBeCalculated(.tooFewYears(have: 4, need: 5)), of: "the rate", years: nil)
        == "No trend of the rate can be calculated: it needs 5 years, and there are four.")
  }

  @Test("Progress and the band of a stock")
  func plans() throws {
    let march = try #require(Month(iso: "2025-03"))
    let plan = try #require(Trajectory([.init(march, 344), .init(march.advanced(by: 12), 320)]))
    func progress(_ actual: Double) -> ProgressAgainstPlan? {
      ProgressAgainstPlan(
        actual, in: march.advanced(by: 6), plan: plan, events: 50, spread: .monthly)
    }
    #expect(Sentences.progress(progress(345)) == "Behind: 345 against 332 planned.")
    #expect(
      Sentences.progress(progress(335))
        == "On plan: 335 against 332 planned, within what chance would do.")
    #expect(Sentences.progress(nil) == "No trajectory set.")
    let band = try #require(
      ExpectedBand(
        start: 340, starts: 9, leaverRate: 9.0 / 340, spread: .independent, months: 1))
    #expect(
      Sentences.band(326, when: "in April 2025", in: try #require(band.points.first))
        == "326 in April 2025 is far below the 332 to 348 to be expected had starts and leavers gone"
        + " on as before.")
  }

  @Test("Every caution is a sentence with a code of its own")
  func cautions() {
    let all: [Caution] = [
      .editionsDiffer("a", "b"), .yearsDiffer("2018/19", "2020/21"),
      .populationYear(used: 2018, expected: 2020), .tooFewPoints(have: 1, need: 2),
      .trialLimits(points: 5, needed: 12), .gaps(missing: 3, outOf: 12),
      .rateAboveBase(children: 12, population: 10), .limitBelowZero(computed: -3.06),
      .assumedSpread(2.6), .flowsMissSnapshots(net: -43, difference: -41),
      .exactTestOnly(events: 9), .membersMissing(have: 9, of: 10), .comparatorIsNoTarget,
      .noDirectionSet, .approximationForced(count: 1),
    ]
    #expect(Set(all.map(\.code)).count == all.count)
    #expect(all.allSatisfy { $0.sentence.hasSuffix(".") && !$0.sentence.contains("  ") })
    #expect(
      Caution.flowsMissSnapshots(net: -43, difference: -41).sentence
        == "Starts less leavers make \u{2212}43, but the number changed by \u{2212}41: late records,"
        + " transfers and re-entries do this.")
    #expect(
      Caution.gaps(missing: 3, outOf: 12).sentence == "Three of the last 12 figures are missing.")
  }

  @Test("Probabilities are never printed as zero")
  func probabilities() {
    #expect(
      [5.3e-12, 0.00162, 0.0902, 0.1036, 1].map(Sentences.probability) == [
        "less than 0.0001", "0.0016", "0.090", "0.10", "1.00",
      ])
  }
}
