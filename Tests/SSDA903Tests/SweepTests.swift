import LookedAfter
import SSDA903
import TestSupport
import Testing

/// What holds for any files, however wild: the sweep gives what counting day by day would.
@Suite("Counts, flows and movements of made-up files")
struct SweepTests {
  /// Rows of a few dozen children with gaps, overlaps, open ends and faults.
  private func wild(_ seed: UInt64) -> (
    episodes: String, headers: String, uasc: String, plans: String
  ) {
    var generator = SeededGenerator(seed: seed)
    func pick(_ choices: [String]) -> String { choices.randomElement(using: &generator) ?? "" }
    func date(_ from: Int, _ to: Int) -> String {
      let number = Int.random(in: from...to, using: &generator)
      guard let date = CivilDate(dayNumber: number) else { return "" }
      return "\(date.day)/\(date.month.month)/\(date.month.year)"
    }
    var episodes = "\(Support.header)\n"
    var headers = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
    var uasc = "CHILD,SEX,DOB,DUC\n"
    var plans = "CHILD,PLAN,START,END\n"
    for child in 0..<40 {
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let start = Int.random(in: 737_500...738_900, using: &generator)
        let end = start + Int.random(in: -2...300, using: &generator)
        let isOpen = Int.random(in: 0..<5, using: &generator) == 0
        episodes +=
          [
            "C\(child)", date(start, start), pick(["S", "L", "P", "T", "B", "U", "x"]),
            pick(["C1", "C2", "E1", "V2", "V2", "V3", "V4", "J1", "L1", "", "c2"]),
            pick(["N1", "N2", "N8", ""]),
            pick(["U1", "U4", "U6", "K2", "H5", "A5", "A6", "P1", "T1", "Z1"]),
            "PR1", isOpen ? "" : date(end, end),
            isOpen ? "" : pick(["X1", "X1", "E4A", "E45", "E12", "E2"]),
            "", "", "", "",
          ].joined(separator: ",") + "\n"
      }
      if child % 5 != 0 { headers += "C\(child),1,\(date(731_500, 738_000)),,,,\n" }
      if child % 4 == 0 { uasc += "C\(child),1,,\(child % 8 == 0 ? "" : date(737_600, 738_800))\n" }
      if child % 3 == 0 {
        plans += "C\(child),\(pick(["SGO", "REUNIFY"])),\(date(737_500, 738_200)),\n"
      }
    }
    return (episodes, headers, uasc, plans)
  }

  private func caseload(_ seed: UInt64) throws -> Caseload {
    let texts = wild(seed)
    let returns = try JoinedReturns(files: [
      ("a.csv", Array(texts.episodes.utf8)), ("b.csv", Array(texts.headers.utf8)),
      ("c.csv", Array(texts.uasc.utf8)),
    ])
    return try Caseload(
      returns, scheme: try Support.scheme(),
      plans: try PlanFile(bytes: Array(texts.plans.utf8), name: "plans.csv"))
  }

  @Test("are the same for one day as among many, in any order", arguments: UInt64(1)...8)
  func anyDates(seed: UInt64) throws {
    let caseload = try caseload(seed)
    var generator = SeededGenerator(seed: seed)
    let dates = caseload.returns.monthEnds.shuffled(using: &generator)
    let counts = caseload.counts(on: dates + dates.prefix(3))

    for (date, row) in zip(dates, counts) {
      #expect(caseload.counts(on: [date]) == [row])
      #expect(row.date == date)
      let listed = caseload.children(in: .total, on: date, key: try Support.key())
      #expect(listed.count == row.total)
      for id in caseload.cohortIDs {
        #expect(listed.count { $0.cohort == id } == row[id])
      }
    }
    #expect(caseload.totals(on: dates) == counts.prefix(dates.count).map(\.total))
  }

  @Test("come to the total in every breakdown", arguments: UInt64(1)...8)
  func breakdowns(seed: UInt64) throws {
    let caseload = try caseload(seed)
    let dates = caseload.returns.monthEnds
    let totals = caseload.totals(on: dates)
    for kind in BreakdownKind.allCases {
      #expect(caseload.breakdown(kind, on: dates).map(\.total) == totals, "\(kind)")
    }
    for row in caseload.counts(on: dates) {
      #expect(row.cohorts.reduce(0, +) + row.unallocated == row.total)
    }
  }

  @Test("explain every change of every cohort", arguments: UInt64(1)...8)
  func movements(seed: UInt64) throws {
    let caseload = try caseload(seed)
    let dates = caseload.returns.monthEnds
    let counts = caseload.counts(on: dates)
    let transitions = caseload.transitions(between: dates)
    #expect(transitions.count == dates.count - 1)
    for (step, table) in transitions.enumerated() {
      for id in caseload.cohortIDs {
        let row = try #require(table.states.firstIndex(of: id))
        #expect(table.counts[row].reduce(0, +) == counts[step][id])
        #expect(table.counts.reduce(0) { $0 + $1[row] } == counts[step + 1][id])
      }
      for id in caseload.cohortIDs + [.total] where step % 5 == 0 {
        let change = try #require(
          caseload.decompose(id, from: dates[step], to: dates[step + 1]))
        #expect(change.before == counts[step][id])
        #expect(change.after == counts[step + 1][id])
        #expect(change.movements.reduce(0) { $0 + $1.signed } == change.change)
        for movement in change.movements {
          if case .wentTo(let other) = movement.kind {
            #expect(table.count(from: id, to: other) == movement.count)
          }
          #expect(caseload.children(of: movement, key: try Support.key()).count == movement.count)
        }
      }
    }
  }

  @Test("balance: the change of the total is starts less ends", arguments: UInt64(1)...8)
  func balance(seed: UInt64) throws {
    let caseload = try caseload(seed)
    let months = caseload.months
    let totals = caseload.totals(on: months.map(\.upperBound))
    let flows = caseload.flows(in: months)
    for index in months.indices.dropFirst() {
      let flow = flows[index]
      #expect(
        totals[index] - totals[index - 1] == flow.startedTotal - flow.ceasedTotal - flow.lost)
      #expect(flow.childrenStarting <= flow.startedTotal)
      #expect(flow.childrenCeasingByRoute.values.reduce(0, +) == flow.childrenCeasing)
      #expect(flow.ceasedMeasures.values.reduce(0, +) == flow.ceasedTotal)
    }
  }

  @Test(
    "have no more children of three placements by carers than by any change",
    arguments: UInt64(1)...8)
  func stability(seed: UInt64) throws {
    let caseload = try caseload(seed)
    let dates = caseload.returns.monthEnds
    for (figures, total) in zip(caseload.stability(on: dates), caseload.totals(on: dates)) {
      #expect(figures.lookedAfter == total)
      #expect(figures.threeOrMoreCarers <= figures.threeOrMorePlacements)
      #expect(figures.threeOrMorePlacements <= total)
      #expect(figures.longTermStable <= figures.longTerm)
    }
  }

  @Test(
    "do not change with the order of the rows or the number of threads", arguments: UInt64(1)...6)
  func order(seed: UInt64) throws {
    let text = wild(seed).episodes
    var generator = SeededGenerator(seed: seed)
    let lines = text.split(separator: "\n")
    let shuffled = ([lines[0]] + lines.dropFirst().shuffled(using: &generator)).joined(
      separator: "\n")
    let one = try JoinedReturns(files: [("a.csv", Array(text.utf8))], threads: 1)
    let two = try JoinedReturns(files: [("a.csv", Array(shuffled.utf8))], threads: 2)
    let scheme = try Support.scheme()

    #expect(
      try Caseload(one, scheme: scheme).counts(on: one.monthEnds)
        == Caseload(two, scheme: scheme).counts(on: one.monthEnds))
    #expect(one.findingCounts.map(\.count) == two.findingCounts.map(\.count))
  }
}
