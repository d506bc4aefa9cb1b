import LookedAfter
import SampleHistory
import Testing

@Suite("The services in October 2020")
struct ServiceTests {
  @Test("had 37 children in care proceedings, by likely plan, and concluded two")
  func proceedings() throws {
    let proceedings = try #require(try SampleHistory.history().proceedings(in: month2020(10)))

    #expect(proceedings.open.stated?.value == 37)
    #expect(proceedings.open.lines.map(\.number.value) == [1, 9, 6, 6, 2, 13])
    #expect(proceedings.open.sumOfLines == 37)
    #expect(proceedings.concluded.stated == nil)
    #expect(proceedings.concluded.total == 2)
  }

  @Test("had worked with 14 children to prevent entry into care and 24 towards reunification")
  func edgeOfCare() throws {
    let edgeOfCare = try #require(try SampleHistory.history().edgeOfCare(upTo: month2020(10)))

    #expect(edgeOfCare.period.inWords == "April to October 2020")
    #expect(edgeOfCare.prevention.families?.value == 14)
    #expect(edgeOfCare.prevention.children.stated?.value == 14)
    #expect(edgeOfCare.prevention.children.lines.map(\.number.value) == [12, 1, 1])
    #expect(edgeOfCare.reunification.families?.value == 14)
    #expect(edgeOfCare.reunification.children.stated?.value == 24)
    #expect(edgeOfCare.reunification.children.lines.map(\.number.value) == [19, 3, 2])
  }

  @Test("had 43 children in residential care, two more in and two out, 23 who could be fostered")
  func residential() throws {
    let history = try SampleHistory.history()
    let residential = try #require(try history.residential(in: month2020(10)))
    let snapshot = try #require(try history.snapshot(for: month2020(10)))

    #expect(residential.all?.value == 43)
    #expect(snapshot["residential_disability"]?.value == 8)
    #expect(snapshot["residential_other"]?.value == 35)
    #expect(residential.couldBeFostered?.value == 23)
    #expect(residential.entered.map(\.number.value) == [2])
    #expect(residential.left.map(\.number.value) == [2])
    #expect(residential.matchedHouseholds?.number.value == 2)
  }

  @Test("had matched one child in the month and 38 since the review")
  func matching() throws {
    let matching = try #require(try SampleHistory.history().longTermMatching(in: month2020(10)))

    #expect(matching.matchedInMonth?.value == 1)
    #expect(matching.matchedSinceReview?.number.value == 38)
    #expect(matching.matchedSinceReview?.period.inWords == "April to October 2020")
    #expect(matching.stability?.percent.value == Quantity(mantissa: 69))
    #expect(matching.stability?.numerator == nil, "the October update gives none")
    #expect(matching.neighbourStability?.value == Quantity(mantissa: 67))
  }

  @Test("published 69 percent in September with 92 children and no number they are a share of")
  func share() throws {
    let share = try #require(
      try SampleHistory.history().publishedShare(of: "stability.same_placement", in: month2020(9)))

    #expect(share.numerator?.value == 92)
    #expect(share.denominator == nil)
  }

  @Test("are not made up for a month of which nothing is recorded")
  func unknown() throws {
    let history = try SampleHistory.history()
    let february = try month2020(2)

    #expect(history.proceedings(in: february) == nil)
    #expect(history.edgeOfCare(upTo: february) == nil)
    #expect(history.residential(in: february) == nil)
    #expect(history.longTermMatching(in: february) == nil)
    #expect(history.flows(in: .month(february)) == nil)
  }
}
