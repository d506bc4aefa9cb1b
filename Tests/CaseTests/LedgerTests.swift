import Indicators
import LookedAfter
import TestSupport
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
    let book = try history(of: slipping(randomCases(200, seed: seed), seed: seed)).cases
    var planned = 0
    for (id, plan) in book.plans {
      for month in try months() {
        let eve = month.advanced(by: -1)
        let before = book.cases(on: id).count { each in
          target(of: each, reportedIn: eve, in: book) == month
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

  /// What a case is planned for in the report of a month: the moves of the month, and of the first 14
  /// days of the next one those of a case that still stands planned for the month of the report.
  private func target(of each: Case, reportedIn month: Month, in book: CaseBook) -> Month? {
    let roles = { (move: CaseMove) in book.routes[each.route]?[move.stage]?.role }
    guard let last = each.move(at: month.lastDay), roles(last) == .planned else { return nil }
    guard last.month == month, let next = each.moves.first(where: { $0.date > month.lastDay }),
      next.date <= month.lastDay.advanced(by: 14)
    else { return last.month }
    switch roles(next) {
    case .planned: return next.month
    case .underWay: return month.advanced(by: 1)
    case .parked: return nil
    default: return last.month
    }
  }

  /// Cases with slips more, to the month planned already and in the first days after it; every slip is
  /// for an assessment.
  private func slipping(_ cases: [Case], seed: UInt64) throws -> [Case] {
    var random = SeededGenerator(seed: seed)
    let lastDay = try day("2021-03-31")
    return cases.map { each in
      guard ["sgo", "discharge"].contains(each.route.rawValue) else { return each }
      var moves: [CaseMove] = []
      for (index, move) in each.moves.enumerated() {
        let isSlip = move.stage == "planned" && moves.last?.stage == "planned"
        moves.append(
          isSlip
            ? CaseMove(to: "planned", on: move.date, month: move.month, reason: "assessment") : move
        )
        guard move.stage == "planned", let target = move.month else { continue }
        let isLate = Bool.random(using: &random)
        let late = target.lastDay.advanced(by: Int.random(in: 1...20, using: &random))
        let date = isLate ? late : move.date
        let end = index + 1 < each.moves.count ? each.moves[index + 1].date : lastDay
        guard date <= end else { continue }
        moves.append(
          CaseMove(
            to: "planned", on: date, month: isLate ? date.month.advanced(by: 1) : target,
            reason: "assessment"))
      }
      return Case(child: each.child, route: each.route, facts: each.facts, moves: moves)
    }
  }

  @Test(
    "tell every slip once: with the plan whose month it is, or beside the plans", arguments: seeds)
  func slips(seed: UInt64) throws {
    let cases = try slipping(randomCases(200, seed: seed), seed: seed)
    let book = CaseBook(routes: try shippedRoutes(), cases: cases.sorted { $0.key < $1.key })
    var beside = 0
    for id in ["sgo", "discharge"] as [CaseRouteID] {
      let slips = book.cases(on: id).reduce(0) { sum, each in
        sum
          + zip(each.moves, each.moves.dropFirst()).count {
            $0.stage == "planned" && $1.stage == "planned"
          }
      }
      let plan = try #require(book.plans[id])
      var told = 0
      for month in try months() {
        told += plan.outcome(of: month).slips.reduce(0) {
          $1.key.reason == "assessment" ? $0 + $1.value : $0
        }
        let others = plan.besides(reportedIn: month).values.reduce(0, +)
        told += others
        beside += others
      }
      #expect(told == slips, "\(id)")
    }
    #expect(beside > 0)
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
