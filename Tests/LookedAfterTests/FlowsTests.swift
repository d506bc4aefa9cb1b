import LookedAfter
import SampleHistory
import Testing

@Suite("Joiners and leavers")
struct FlowsTests {
  private func flows(_ period: String) throws -> Flows {
    let period = try #require(Period(iso: period))
    return try #require(try SampleHistory.history().flows(in: period))
  }

  @Test("of October 2020 are 10 by legal status and 11 by reason")
  func october() throws {
    let october = try flows("2020-10")

    #expect(october.joined.stated?.value == 10)
    #expect(october.joined.lines.map(\.measure.id) == ["started.ico", "started.section20"])
    #expect(october.joined.lines.map(\.number.value) == [6, 4])
    #expect(october.joined.lines.last?.remark == "legal advice was taken for each child")
    #expect(october.left.stated?.value == 11)
    #expect(
      october.left.lines.map(\.measure.id) == [
        "ceased.turned_18", "ceased.sgo", "ceased.discharged",
      ])
    #expect(october.left.sumOfLines == 11)
  }

  @Test("are 32 in the twelve months to October by the orders asked about: 21 SGO, 11 reunified")
  func twelveMonths() throws {
    let year = try flows("2019-11/2020-10")

    #expect(year.left["ceased.orders_ended"]?.value == 32)
    #expect(year.left["ceased.sgo"]?.value == 21)
    #expect(year.left["ceased.discharged"]?.value == 11)
  }

  @Test("of September have a total of joiners and no breakdown")
  func withoutBreakdown() throws {
    let joined = try flows("2020-09").joined

    #expect(joined.total == 2)
    #expect(joined.sumOfLines == nil)
    #expect(!joined.isEmpty)
  }

  @Test("have the sum of their lines for a total where none is stated")
  func withoutTotal() throws {
    let flows = try history([
      try observation("ceased.sgo", 3), try observation("ceased.discharged", 5),
    ]).flows(in: .month(month2020(9)))

    #expect(flows?.left.stated == nil)
    #expect(flows?.left.total == 8)
    #expect(flows?.joined.isEmpty == true)
    #expect(flows?.joined.total == nil)
  }
}
