import LookedAfter
import Testing
import TestSupport

@Suite("A day")
struct CivilDateTests {
  @Test("is written as year, month and day, and read back as the same")
  func roundTrip() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<1_000 {
      let month = try #require(
        Month(
          year: Int.random(in: 1...9999, using: &generator),
          month: Int.random(in: 1...12, using: &generator)))
      let day = try #require(
        CivilDate(month, day: Int.random(in: 1...month.numberOfDays, using: &generator)))

      #expect(CivilDate(iso: "\(day)") == day)
      #expect("\(day)".count == 10)
    }
  }

  @Test(
    "is not read where the calendar has none",
    arguments: [
      "2020-02-30", "2019-02-29", "2020-04-31", "2020-10-00", "2020-13-01", "0000-01-01",
      "2020-10-1", "02/11/2020", "2020-10", "", "2020-10-31 ",
    ])
  func refusals(text: String) {
    #expect(CivilDate(iso: text) == nil)
  }

  @Test("is numbered so that days can be counted")
  func dayNumbers() throws {
    let update = try #require(CivilDate(iso: "2020-11-02"))
    let meeting = try #require(CivilDate(iso: "2020-12-01"))
    let epoch = try #require(CivilDate(iso: "1970-01-01"))

    #expect(meeting.dayNumber - update.dayNumber == 29, "the update was 29 days old at committee")
    #expect(epoch.dayNumber == 719_528)
  }

  @Test("is found again by its number, from the year 1 to 9999")
  func fromDayNumber() throws {
    let first = try #require(CivilDate(year: 1, month: 1, day: 1))
    let last = try #require(CivilDate(year: 9999, month: 12, day: 31))
    #expect(CivilDate(dayNumber: first.dayNumber - 1) == nil)
    #expect(CivilDate(dayNumber: last.dayNumber + 1) == nil)
    for number in stride(from: first.dayNumber, through: last.dayNumber, by: 97) {
      #expect(CivilDate(dayNumber: number)?.dayNumber == number)
    }
    for number in 730_000...731_500 {
      #expect(CivilDate(dayNumber: number)?.dayNumber == number)
    }
  }

  @Test("comes before another exactly when its number does")
  func order() throws {
    var generator = SeededGenerator(seed: 4)
    func day() throws -> CivilDate {
      try #require(
        CivilDate(
          year: Int.random(in: 2019...2021, using: &generator),
          month: Int.random(in: 1...12, using: &generator),
          day: Int.random(in: 1...28, using: &generator)))
    }
    for _ in 0..<1_000 {
      let (first, second) = (try day(), try day())
      #expect((first < second) == (first.dayNumber < second.dayNumber))
      #expect((first == second) == (first.dayNumber == second.dayNumber))
    }
  }

  @Test("is said as the papers say it")
  func words() throws {
    #expect(try #require(CivilDate(iso: "2020-11-02")).inWords == "2 November 2020")
  }
}
