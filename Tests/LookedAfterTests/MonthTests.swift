import LookedAfter
import Testing
import TestSupport

@Suite("A month")
struct MonthTests {
  @Test("is written as year and month, and read back as the same")
  func roundTrip() throws {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<1_000 {
      let month = try #require(
        Month(
          year: Int.random(in: 1...9999, using: &generator),
          month: Int.random(in: 1...12, using: &generator)))

      #expect(Month(iso: "\(month)") == month)
      #expect("\(month)".count == 7)
    }
  }

  @Test("has its English names")
  func names() throws {
    let october = try #require(Month(iso: "2020-10"))

    #expect(october.inWords == "October 2020")
    #expect(october.shortName == "Oct")
    #expect(october.description == "2020-10")
  }

  @Test(
    "is not read from anything else",
    arguments: [
      "", "2020", "2020-1", "2020-00", "2020-13", "0000-01", "20-10", "2020-10-31", "2020/10",
      " 2020-10", "2020--1", "+202-10", "２０２０-10", "Oct 2020",
    ])
  func refusals(text: String) {
    #expect(Month(iso: text) == nil)
  }

  @Test("is followed by the next, across the end of a year")
  func steps() throws {
    let december = try #require(Month(iso: "2020-12"))

    #expect(december.advanced(by: 1).description == "2021-01")
    #expect(december.advanced(by: -12).description == "2019-12")
    #expect(december.advanced(by: 0) == december)
  }

  @Test("is as many steps from another as it takes to get there")
  func distances() throws {
    var generator = SeededGenerator(seed: 2)
    let origin = try #require(Month(year: 5000, month: 6))
    for _ in 0..<1_000 {
      let start = origin.advanced(by: Int.random(in: -30_000...30_000, using: &generator))
      let count = Int.random(in: -20_000...20_000, using: &generator)

      #expect(start.distance(to: start.advanced(by: count)) == count)
      #expect((start < start.advanced(by: count)) == (count > 0))
    }
  }

  @Test("stays within the years 1 to 9999 however far it is moved")
  func bounds() throws {
    let october = try #require(Month(iso: "2020-10"))

    #expect(october.advanced(by: .max).description == "9999-12")
    #expect(october.advanced(by: .min).description == "0001-01")
  }

  @Test("has as many days as lie between its first day and the next month's")
  func days() throws {
    var month = try #require(Month(iso: "0001-01"))
    let end = try #require(Month(iso: "2401-01"))
    while month < end {
      let first = try #require(CivilDate(month, day: 1))
      let next = try #require(CivilDate(month.advanced(by: 1), day: 1))
      if next.dayNumber - first.dayNumber != month.numberOfDays {
        Issue.record("\(month) is given \(month.numberOfDays) days")
      }
      month = month.advanced(by: 1)
    }
  }

  @Test(
    "of February has 29 days in leap years only",
    arguments: [("2020-02", 29), ("2021-02", 28), ("1900-02", 28), ("2000-02", 29)])
  func february(text: String, days: Int) throws {
    let february = try #require(Month(iso: text))

    #expect(february.numberOfDays == days)
    #expect(february.lastDay.description == "\(text)-\(days)")
  }
}
