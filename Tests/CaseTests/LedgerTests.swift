import Indicators
import LookedAfter
import Testing

/// Whatever happens to cases, every sum of every month adds up.
@Suite("The sums of random histories of moves") struct LedgerTests {
  private static let seeds: [UInt64] = Array(1...20)

  private func months() throws -> [Month] {
    let first = try month("2019-02")
    return (0...28).map { first.advanced(by: $0) }
  }

  @Test("have only moves that the table allows", arguments: seeds)
  func allowed(seed: UInt64) throws {
    let catalogue = try emptyHistory().catalogue
    let cases = try randomCases(150, seed: seed)
    #expect(cases.count > 100)
    #expect(Set(cases.map(\.route)).count == 12)
    for each in cases {
      let rules = CaseRules(
        route: try route(each.route), today: try day("2021-03-31"), catalogue: catalogue)
      try rules.check(each.moves)
    }
  }

  @Test("have at every stage just the cases that stand there", arguments: seeds)
  func stock(seed: UInt64) throws {
    let book = try history(of: randomCases(150, seed: seed)).cases
    for route in book.routes.all {
      guard let ledger = book.ledgers[route.id] else { continue }
      let cases = book.cases(on: route.id)
      for month in try months() {
        for stage in route.stages {
          let standing = cases.count { $0.stage(at: month.lastDay) == stage.id }
          #expect(ledger.stock(at: stage.id, in: month) == standing)
        }
      }
    }
  }

  @Test(
    "have each stage's number from the one before, with arrivals and departures", arguments: seeds)
  func movement(seed: UInt64) throws {
    let book = try history(of: randomCases(150, seed: seed)).cases
    for ledger in book.ledgers.values {
      for month in try months() {
        let before = month.advanced(by: -1)
        for stage in ledger.route.stages {
          #expect(
            ledger.stock(at: stage.id, in: month) == ledger.stock(at: stage.id, in: before)
              + ledger.arrivals(at: stage.id, in: month)
              - ledger.departures(from: stage.id, in: month))
        }
        let ended = ledger.route.stages.reduce(0) { $0 + ledger.endings(at: $1.id, in: month) }
        #expect(
          ledger.underWay(in: month) == ledger.underWay(in: before) + ledger.sent(in: month) - ended
            - ledger.returned(in: month))
      }
    }
  }

  @Test("have each plan as what was sent and what slipped", arguments: seeds)
  func plans(seed: UInt64) throws {
    let book = try history(of: randomCases(200, seed: seed)).cases
    var planned = 0
    for (id, plan) in book.plans {
      for month in try months() {
        let eve = month.advanced(by: -1)
        let before = book.cases(on: id).count { each in
          each.move(at: eve.lastDay).map {
            book.routes[id]?[$0.stage]?.role == .planned && $0.month == month
          } ?? false
        }
        let outcome = plan.outcome(of: month)
        #expect(outcome.planned == before)
        #expect(plan.planned(reportedIn: eve)[month] ?? 0 == before)
        #expect(outcome.sent + outcome.slipped == outcome.planned)
        planned += before
      }
    }
    #expect(planned > 0)
  }

  @Test("hold in every check of the pipeline, the plan and the breakdowns", arguments: seeds)
  func checks(seed: UInt64) throws {
    let history = try history(of: randomCases(200, seed: seed))
    var balances = 0
    for month in try months() {
      for check in MonthChecks(of: history, in: month).all {
        switch check {
        case .pipelineBalance(let balance):
          balances += 1
          #expect(balance.isComplete)
          #expect(check.holds, "\(month): \(check)")
        case .pipelineStages, .plannedApplications, .breakdown, .casesAndRecord:
          #expect(check.holds, "\(month): \(check)")
        default: break
        }
      }
    }
    #expect(balances > 20)
  }

  @Test("have a frozen list in groups that make it up on every later day", arguments: seeds)
  func frozen(seed: UInt64) throws {
    let book = try history(of: randomCases(200, seed: seed)).cases
    let list = FrozenList(
      name: "list", freezing: ["sgo", "reunification", "discharge"], in: book,
      on: try day("2020-03-15"))
    #expect(list.size > 0)
    for month in try months() where month.lastDay >= list.day {
      let progress = FrozenProgress(of: list, in: book, on: month.lastDay)
      #expect(progress.total == list.size)
      #expect(Set(progress.groups.map(\.state)).count == progress.groups.count)
    }
  }
}
