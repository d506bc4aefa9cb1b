import LookedAfter
import Testing

@testable import Scenarios

@Suite("Efforts that reach a number, run as a what-if of their own")
struct GoalSearchTests {
  @Test(
    "An effort gives at least the chance that was asked for, drawn anew",
    arguments: [0.5, 0.8, 0.95], [6, 12, 24])
  func atLeast(wanted: Double, months: Int) throws {
    var model = TwelveCohorts.model()
    model.yearly = YearlyChange(children: 340)
    let month = model.start.advanced(by: months)
    let search = try GoalSearch(model, reach: 300, by: month)
    for effort in [GoalSeek.Effort.moreLeavers(), .fewerJoiners, .both] {
      let seek = try search.seek(effort, wanted: wanted)
      guard case .takes(let number) = seek.outcome else { continue }
      #expect(seek.chance >= wanted)
      let span = Span.from(model.start.advanced(by: 1))
      let levers: [Lever] =
        switch effort {
        case .moreLeavers: [.leavers(.more(number), span)]
        case .fewerJoiners: [.joiners(.more(-number), span)]
        case .both: [.leavers(.more(number / 2), span), .joiners(.more(-number / 2), span)]
        }
      let context = ProjectionContext(
        population: 10_000, goals: [.init("goal", Quantity(mantissa: 3000, decimals: 1))])
      let projection = try Projection.run(
        model, levers: levers, context: context, settings: ProjectionSettings(months: months))
      let goal = try #require(projection.result.last?.goals.first)
      #expect(goal.needed == 300)
      #expect(goal.chance >= wanted)
    }
  }
}
