import CaseGenerator
import LookedAfter
import TestSupport
import Testing

@Suite("Made-up cases") struct GeneratorTests {
  @Test("are the same for the same seed, and others for another")
  func seeds() throws {
    #expect(try randomCases(100, seed: 5) == randomCases(100, seed: 5))
    #expect(try randomCases(100, seed: 5) != randomCases(100, seed: 6))
  }

  @Test("agree with the plans that they are made from, to the day", arguments: 1...10)
  func plans(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let routes = try shippedRoutes()
    let generator = CaseGenerator(
      routes: routes, catalogue: try emptyHistory().catalogue, lastDay: try day("2024-03-31"))
    let start = try day("2022-04-01")
    var plans: [CaseGenerator.Plan] = []
    for route in routes.all {
      for stage in route.stages {
        let begun = start.advanced(by: Int.random(in: 0..<300, using: &random))
        plans.append(
          .init(
            child: "\(route.id)-\(stage.id)", route: route.id, start: begun,
            end: stage.isLive ? nil : begun.advanced(by: Int.random(in: 10..<300, using: &random)),
            stage: stage.id, facts: CaseFacts(cohort: "sgo_plan")))
      }
    }
    let cases = generator.cases(of: plans, using: &random)
    #expect(cases.count == plans.count)
    for plan in plans {
      let each = try #require(cases.first { $0.child == plan.child })
      let rules = CaseRules(
        route: try route(plan.route), today: try day("2024-03-31"),
        catalogue: try emptyHistory().catalogue)
      try rules.check(each.moves)
      #expect(each.moves.first?.date == plan.start)
      #expect(each.moves.last?.stage == plan.stage)
      if let end = plan.end, each.moves.count > 1 { #expect(each.moves.last?.date == end) }
      #expect(each.facts == plan.facts)
    }
  }
}
