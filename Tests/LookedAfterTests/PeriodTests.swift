import LookedAfter
import Testing
import TestSupport

@Suite("A period")
struct PeriodTests {
  @Test("is read in the form in which it is written")
  func roundTrip() throws {
    var generator = SeededGenerator(seed: 5)
    let origin = try #require(Month(iso: "2020-01"))
    for _ in 0..<1_000 {
      let first = origin.advanced(by: Int.random(in: -600...600, using: &generator))
      let last = first.advanced(by: Int.random(in: 1...24, using: &generator))
      for period in [
        Period.month(first), .months(first, last), .day(last.lastDay), .undated,
      ] {
        #expect(Period(iso: "\(period)") == period)
      }
    }
  }

  @Test(
    "has words",
    arguments: [
      ("2020-10", "October 2020"), ("2020-04/2020-10", "April to October 2020"),
      ("2019-11/2020-10", "November 2019 to October 2020"), ("2020-11-06", "6 November 2020"),
      ("", "no date"),
    ])
  func words(text: String, words: String) throws {
    #expect(try #require(Period(iso: text)).inWords == words)
  }

  @Test(
    "ends on its last day",
    arguments: [
      ("2020-10", "2020-10-31"), ("2020-10/2021-02", "2021-02-28"), ("2020-11-06", "2020-11-06"),
    ])
  func lastDays(text: String, day: String) throws {
    let period = try #require(Period(iso: text))

    #expect(period.lastDay?.description == day)
    #expect(period.lastMonth?.description == String(day.prefix(7)))
  }

  @Test("that is a setting's has no end")
  func undated() {
    #expect(Period.undated.lastDay == nil)
    #expect(Period.undated.lastMonth == nil)
  }

  @Test(
    "runs forwards and over more than a month",
    arguments: ["2020-10/2020-04", "2020-10/2020-10", "2020-04/", "2020-04/2020-10/2020-12", "x"])
  func refusals(text: String) {
    #expect(Period(iso: text) == nil)
  }
}
