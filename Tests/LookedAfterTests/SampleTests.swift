import LookedAfter
import SampleHistory
import Testing

@Suite("The sample history")
struct SampleTests {
  @Test("is Herefordshire's, and its newest month is October 2020")
  func opens() throws {
    let history = try SampleHistory.history()
    #expect(history.authority == Authority(name: "Herefordshire", code: "E06000019"))
    #expect(history.latestMonth == Month(year: 2020, month: 10))
  }
}
