import Indicators
import LookedAfter
import SampleHistory
import Testing

@Suite("The profile of looked after children")
struct ProfileTests {
  @Test(
    "tells those expected to leave from those expected to stay",
    arguments: [
      (2, [106, 139, 51, 22]), (8, [118, 158, 38, 18]), (9, [113, 159, 32, 19]),
      (10, [109, 160, 35, 22]),
    ])
  func groups(month: Int, numbers: [Int]) throws {
    let history = try SampleHistory.history()
    let snapshot = try #require(try history.snapshot(for: month2020(month)))
    let profile = Profile(of: snapshot, scheme: history.scheme)

    #expect(profile.groups.map(\.group) == [.leave, .stay, .undecided, .varied])
    #expect(profile.groups.map(\.number) == numbers)
    #expect(profile.netRemainder == snapshot.netRemainder)
  }
}
