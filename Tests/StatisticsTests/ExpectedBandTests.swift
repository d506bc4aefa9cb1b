import Indicators
import LookedAfter
import Testing

@Suite("The expected band of a stock") struct ExpectedBandTests {
  @Test("Three months by hand: 340 children, 9 starts, a leaver rate of 9 in 340")
  func byHand() throws {
    let band = try #require(
      ExpectedBand(
        start: 340, starts: 9, leaverRate: 9.0 / 340, spread: .independent, months: 3))
    #expect(
      band.points.map { shown($0.expected, 6) } == ["340.000000", "340.000000", "340.000000"])
    // V: 18; 18 (1 - 9/340)² + 18; and so on.
    #expect(band.points.map { shown($0.variance, 4) } == ["18.0000", "35.0597", "51.2281"])
    #expect(shown(band.points[0].lower, 2) == "331.68")
    #expect(shown(band.points[0].upper, 2) == "348.32")
    #expect(shown(band.points[2].outerLower, 2) == "318.53")
    #expect(shown(band.points[2].outerUpper, 2) == "361.47")
  }

  @Test("A number within the band is expected; outside it is a signal")
  func places() throws {
    let band = try #require(
      ExpectedBand(
        start: 340, starts: 9, leaverRate: 9.0 / 340, spread: .independent, months: 1))
    let point = try #require(band.points.first)
    let places = [326.0, 330, 332, 348, 350, 355].map(point.place)
    #expect(places == [.farBelow, .below, .within, .within, .above, .farAbove])
    #expect(places.map(\.isSignal) == [true, true, false, false, true, true])
  }

  @Test("The rates come from the twelve months before the start")
  func fromSeries() throws {
    var stock: [Double?] = [340]
    for _ in 0..<12 { stock.append(stock.last.flatMap { $0 }.map { $0 + 9 - 10 }) }
    let band = try #require(
      ExpectedBand(
        stock: StockSeries(Series(stock)), started: flow(Array(repeating: 9, count: 13)),
        ceased: flow(Array(repeating: 10, count: 13)), from: 12, months: 12))
    #expect(band.start == 328 && band.starts == 9 && band.baselineMonths == 12)
    // 120 leavers of the sum of 340, 339, … 329.
    #expect(relativeError(band.leaverRate, 120.0 / 4014) < 1e-12)
    #expect(band.points.count == 12)
    #expect(band.spread.phi == 1)
  }

  @Test("The months that the band is to judge do not widen it")
  func spreadBeforeTheStart() throws {
    let starts = try flow(Array(repeating: 9, count: 13) + [30, 1, 28, 2, 25, 0])
    let leavers = try flow(Array(repeating: 9, count: 13) + [1, 30, 2, 28, 0, 25])
    let stock = try StockSeries(Series(Array(repeating: 340, count: 19)))
    #expect(Spread(started: starts, ceased: leavers).phi > 5)
    #expect(Spread(started: starts, ceased: leavers, upTo: 12).phi == 1)
    #expect(Spread(started: starts, ceased: leavers, upTo: 10).basis == .assumedMonthly)
    let band = try #require(
      ExpectedBand(stock: stock, started: starts, ceased: leavers, from: 12, months: 6))
    #expect(band.spread.phi == 1)
    #expect(band.spread.basis == .estimated(months: 13))
  }

  @Test("A month missing from the baseline leaves no band")
  func missing() throws {
    let stock = try StockSeries(Series(Array(repeating: 340, count: 13)))
    let full = try flow(Array(repeating: 9, count: 13))
    let gap = try flow(Array(repeating: 9, count: 5) + [nil] + Array(repeating: 9, count: 7))
    #expect(
      ExpectedBand(stock: stock, started: full, ceased: full, from: 12, months: 3) != nil)
    #expect(ExpectedBand(stock: stock, started: gap, ceased: full, from: 12, months: 3) == nil)
    for index in [-1, 0, 11, 13, Int.max] {
      #expect(
        ExpectedBand(stock: stock, started: full, ceased: full, from: index, months: 3) == nil)
    }
  }

  @Test("An empty service has a band at zero, and nothing is below it")
  func empty() throws {
    let band = try #require(
      ExpectedBand(start: 0, starts: 0, leaverRate: 0, spread: .monthly, months: 2))
    #expect(band.points.allSatisfy { $0.lower == 0 && $0.upper == 0 && $0.place(of: 0) == .within })
    let small = try #require(
      ExpectedBand(start: 2, starts: 1, leaverRate: 0.5, spread: .monthly, months: 6))
    #expect(small.points.allSatisfy { $0.lower >= 0 })
  }

  @Test("Numbers that are none are refused")
  func refused() {
    for odd in [Double.nan, .infinity, -1] {
      #expect(
        ExpectedBand(start: odd, starts: 9, leaverRate: 0.1, spread: .monthly, months: 1) == nil)
      #expect(
        ExpectedBand(start: 9, starts: odd, leaverRate: 0.1, spread: .monthly, months: 1) == nil)
      #expect(
        ExpectedBand(start: 9, starts: 9, leaverRate: odd, spread: .monthly, months: 1) == nil)
    }
    #expect(ExpectedBand(start: 9, starts: 9, leaverRate: 1.1, spread: .monthly, months: 1) == nil)
    #expect(ExpectedBand(start: 9, starts: 9, leaverRate: 0.1, spread: .monthly, months: -1) == nil)
    #expect(
      ExpectedBand(start: 9, starts: 9, leaverRate: 0.1, spread: .monthly, months: .max) == nil)
  }
}
