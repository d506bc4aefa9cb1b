import CSV
import CaseGenerator
import FileAccess
import Glibc
import HistoryFiles
import Indicators
import LookedAfter
import SSDA903
import ShippedData
import TestSupport
import Testing

/// Marchshire's returns, plans and cases, as they come with the program.
private struct Marchshire {
  static let months: [Month] = (0..<24).compactMap { Month(iso: "2023-04")?.advanced(by: $0) }

  let extract: ReturnExtract
  let history: History
  let lists: [SampleCases.List]

  init() throws {
    extract = try Self.readExtract()
    let folder = try HistoryFolder.sample(named: "marchshire")
    let returns = "\(try ShippedData.folder())/marchshire/returns"
    let caseload = try Caseload(
      try JoinedReturns(path: returns), scheme: folder.scheme,
      plans: try PlanFile(path: "\(returns)/Plans.csv"))
    let sample = try #require(
      try SampleCases(of: "marchshire", for: folder.history, pseudonym: { $0 }))
    lists = sample.lists
    history = History(
      authority: folder.authority, scheme: folder.scheme, catalogue: folder.catalogue,
      observations: folder.observations
        + caseload.observations(through: CivilDate(iso: "2025-03-31"), recordedAt: "2025-07-01"),
      cases: CaseBook(
        routes: try shippedRoutes(), cases: sample.cases.sorted { $0.key < $1.key },
        recordedAt: "2025-07-01T09:00:00Z"))
  }

  static func readExtract() throws -> ReturnExtract {
    func table(_ name: String) throws -> CSVTable {
      let file = try ShippedData.read("marchshire/returns/\(name)")
      return try CSVTable(bytes: file.bytes, file: file.path, required: ["child"])
    }
    let years = 2020...2025
    return try ReturnExtract(
      episodes: years.map { try table("\($0)/Episodes.csv") },
      headers: years.map { try table("\($0)/Header.csv") },
      unaccompanied: years.map { try table("\($0)/UASC.csv") }, plans: try table("Plans.csv"))
  }

  /// The cases as the generator makes them.
  static func made() throws -> [Case] {
    var random = SeededGenerator(seed: 19)
    return ReturnCases(
      extract: try readExtract(),
      generator: CaseGenerator(
        routes: try shippedRoutes(), catalogue: try emptyHistory().catalogue,
        lastDay: try day("2025-03-31"), slipsInHundred: 40),
      since: try day("2023-04-01"), scheme: try emptyHistory().scheme
    ).cases(using: &random)
  }
}

@Suite("The cases of Marchshire") struct MarchshireTests {
  @Test("Cases under section 20 leave the cohort to the returns: 64 of any cohort, 25 in that one")
  func section20() throws {
    let history = try Marchshire().history
    let march = try #require(Month(iso: "2025-03"))
    let with = try #require(history.count(of: "section20.with_advice", in: march)?.value)
    let without = try #require(history.count(of: "section20.without_advice", in: march)?.value)
    #expect(with + without == 64)
    #expect(history.count(of: "section20", in: march)?.value == 25)
    #expect(history.snapshot(for: march)?.counts.count == 11)
    // Two children on short breaks are in no count of residential care.
    #expect(history.count(of: "residential.all", in: march)?.value == 34)
  }

  @Test("are what the generator makes of its returns and plans")
  func generated() throws {
    let text = CaseFile.text(of: try Marchshire.made())
    if getenv("UPDATE_GOLDEN") != nil {
      let path = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
      try WholeFile.write(
        Array(text.utf8), to: "/\(path)/data/marchshire/cases/cases.csv", replacing: true,
        mode: 0o644)
    } else {
      let shipped = try ShippedData.read("marchshire/cases/cases.csv").bytes
      #expect(String(decoding: shipped, as: UTF8.self) == text)
    }
  }

  @Test("follow each plan that was live in the two years, from its first day to its last")
  func plans() throws {
    let marchshire = try Marchshire()
    let first = try day("2023-04-01")
    let live = marchshire.extract.plans.filter { $0.end.map { $0 >= first } ?? true }
    #expect(live.count == 106)
    for plan in live {
      let route: CaseRouteID = plan.kind == "SGO" ? "sgo" : "reunification"
      let each = try #require(
        marchshire.history.cases[CaseKey(child: plan.child, route: route)], "\(plan)")
      let last = try #require(each.moves.last)
      #expect(each.moves.first?.date == plan.start)
      switch plan.outcome {
      case "granted":
        #expect(last.stage == "granted")
        #expect(last.date == plan.end)
      case "home":
        #expect(last.stage == "home")
        let order = marchshire.history.cases[CaseKey(child: plan.child, route: "discharge")]
        #expect((order?.moves.last?.date ?? last.date) == plan.end)
      case "not achieved":
        #expect(try route == "sgo" && self.stage(of: each).role == .ended)
        #expect(last.date == plan.end)
      default:
        #expect(try self.stage(of: each).role != .ended)
      }
    }
  }

  private func stage(of each: Case) throws -> CaseStage {
    let last = try #require(each.moves.last)
    let route = try route(each.route)
    return try #require(route[last.stage])
  }

  @Test("come to every stage of every route out of care, and slip for every reason")
  func stages() throws {
    let cases = try Marchshire().history.cases.cases
    for route in try shippedRoutes().exits {
      let moves = cases.filter { $0.route == route.id }.flatMap(\.moves)
      let missing = Set(route.stages.map(\.id)).subtracting(moves.map(\.stage))
      #expect(missing.isEmpty, "\(route.id)")
    }
    let reasons = Set(cases.flatMap(\.moves).compactMap(\.reason))
    let rules = CaseRules(
      route: try route("sgo"), today: try day("2025-03-31"),
      catalogue: try emptyHistory().catalogue)
    let planned = try #require(try route("sgo")["planned"])
    #expect(Set(rules.reasons(at: planned)).subtracting(reasons).isEmpty)
  }

  @Test("add up at every stage in every month")
  func ledgers() throws {
    let book = try Marchshire().history.cases
    for route in book.routes.all {
      let ledger = try #require(book.ledgers[route.id], "\(route.id)")
      let cases = book.cases(on: route.id)
      for month in Marchshire.months {
        var open = 0
        for stage in route.stages {
          let stock = ledger.stock(at: stage.id, in: month)
          #expect(stock == cases.count { $0.stage(at: month.lastDay) == stage.id })
          #expect(
            stock == ledger.stock(at: stage.id, in: month.advanced(by: -1))
              + ledger.arrivals(at: stage.id, in: month)
              - ledger.departures(from: stage.id, in: month))
          open += stock
        }
        #expect(open == cases.count { ($0.moves.first?.date.month ?? month) <= month })
      }
    }
  }

  @Test("make the applications of every month balance, and what was planned be sent or slip")
  func applications() throws {
    let history = try Marchshire().history
    for month in Marchshire.months.dropFirst() {
      let pipeline = try #require(history.pipeline(in: .month(month)))
      let before = try #require(history.pipeline(in: .month(month.advanced(by: -1))))
      var expected = try #require(before.open)
      for route in ["sgo", "discharge"] {
        for (flow, sign) in [
          ("sent", 1), ("granted", -1), ("refused", -1), ("withdrawn", -1), ("returned", -1),
        ] {
          let measure = MeasureID(rawValue: "pipeline.\(route).\(flow)")
          expected += sign * (try #require(history.count(of: measure, in: month)).value)
        }
      }
      #expect(pipeline.open == expected, "\(month)")
      let outcome = try #require(history.plannedApplications(reportedIn: month)).outcome
      #expect((outcome.planned ?? 0) == (outcome.sent?.value ?? 0) + outcome.slipped, "\(month)")
      let codes: Set = ["pipeline-balance", "pipeline-stages"]
      #expect(
        MonthChecks(of: history, in: month).failed.filter { codes.contains($0.code) }.isEmpty)
    }
  }

  @Test("agree with the returns in every month: orders, discharges, adoptions, and cohorts")
  func reconciled() throws {
    let marchshire = try Marchshire()
    let history = marchshire.history
    let codes: Set = ["pipeline-and-leavers", "cases-and-cohort"]
    var discharged = 0
    for month in Marchshire.months {
      let failed = MonthChecks(of: history, in: month).failed.filter { codes.contains($0.code) }
      #expect(failed.isEmpty, "\(month): \(failed)")
      let left = history.flows(in: .month(month))?.left
      let granted = try #require(history.count(of: "pipeline.discharge.granted", in: month)).value
      #expect(granted == left?["ceased.discharged"]?.value ?? 0, "\(month)")
      discharged += granted
      let adopted = history.cases.cases(on: "adoption").count { each in
        each.moves.contains { $0.stage == "granted" && $0.date.month == month }
      }
      #expect(adopted == left?["ceased.adoption"]?.value ?? 0, "\(month)")
      // The rules of the generator are those of the returns, cohort by cohort.
      let counts = try #require(history.snapshot(for: month))
      let children = marchshire.extract.episodes.keys
      for cohort in history.scheme.cohorts where cohort.rule != nil {
        let number = children.count {
          marchshire.extract.cohort(of: $0, on: month.lastDay, by: history.scheme) == cohort.id
        }
        #expect(number == counts[cohort.id]?.value, "\(month) \(cohort.id)")
      }
    }
    #expect(discharged > 0)
  }

  @Test("have as many orders of special guardianship as the returns have leavers by one")
  func granted() throws {
    let history = try Marchshire().history
    var orders = 0
    for month in Marchshire.months {
      let granted = try #require(history.count(of: "pipeline.sgo.granted", in: month)).value
      let left = history.flows(in: .month(month))?.left["ceased.sgo"]?.value ?? 0
      #expect(granted == left, "\(month)")
      orders += granted
    }
    #expect(orders == 33)
  }

  @Test("of a frozen list stay that many in every month, whatever becomes of them")
  func frozen() throws {
    let marchshire = try Marchshire()
    let book = marchshire.history.cases
    let list = try #require(marchshire.lists.first)
    let frozen = FrozenList(name: list.name, freezing: list.routes, in: book, on: list.day)
    #expect(list.name == "the \(frozen.size)")
    for month in Marchshire.months where month.lastDay >= list.day {
      let progress = FrozenProgress(of: frozen, in: book, on: month.lastDay)
      #expect(progress.total == frozen.size)
      #expect(
        progress.groups.allSatisfy { group in
          if case .stage = group.state { return true }
          return false
        })
    }
  }
}
