import CSV
import Documents
import FileAccess
import HistoryStore
import LookedAfter
import Pseudonyms
@testable import SSDA903
import Testing
import TestSupport

@Suite("What a history keeps of children")
struct PrivacyTests {
  /// Every id, birth, pupil number and postcode of the returns, as they are written.
  private func secrets() throws -> Set<String> {
    var secrets: Set<String> = []
    let folder = try Marchshire.folder()
    for year in 2020...2025 {
      for (name, columns) in [
        ("Header", ["child", "dob", "upn"]), ("Episodes", ["home_post", "pl_post", "urn"]),
      ] {
        let path = "\(folder)/\(year)/\(name).csv"
        let table = try CSVTable(bytes: try WholeFile.read(path), file: path, required: columns)
        for record in table.records {
          for column in columns {
            if let value = table.value(column, of: record), value.count > 3 {
              secrets.insert(value)
            }
          }
        }
      }
    }
    return secrets
  }

  @Test("holds no id, no day of birth, no pupil number and no postcode, in any file it leaves")
  func nothingRaw() throws {
    let prompt = try ReturnPrompt()
    try prompt.importMarchshire()
    _ = try prompt.type("children in ico")
    #expect(
      try prompt.folder.names() == ["history.lac", "history.lac.key"], "and there is no other file")
    let file = try prompt.file()
    let secrets = try secrets()
    #expect(secrets.count > 3000)
    for secret in secrets {
      #expect(!file.holds(secret), "\(secret)")
    }
  }

  @Test("keeps the month of birth only, and ages at month ends are exact all the same")
  func monthOfBirth() throws {
    let key = try #require(PseudonymKey(bytes: Array(repeating: 7, count: 32)))
    let folder = try Marchshire.folder()
    let read = try JoinedReturns(path: folder)
    let plans = try PlanFile(path: "\(folder)/Plans.csv")
    let stored = try StoredReturns(read, plans: plans, key: key)
    var days: Set<Int> = []
    for place in 0..<stored.returns.children.count {
      if let birth = stored.returns.children[place].birth.date { days.insert(birth.day) }
    }
    #expect(days == [1])
    let scheme = try Scheme.shipped()
    let before = try Caseload(read, scheme: scheme, plans: plans)
    let after = try Caseload(stored.returns, scheme: scheme, plans: stored.plans)
    let dates = read.monthEnds
    #expect(after.counts(on: dates) == before.counts(on: dates))
    #expect(after.flows(in: before.months) == before.flows(in: before.months))
    // Whoever was born on 29 February is taken for a year older by the end of a shorter one.
    let notFebruary = dates.filter { $0.month.month != 2 }
    for kind in BreakdownKind.allCases {
      let days = kind == .age ? notFebruary : dates
      let isEqual = after.breakdown(kind, on: days) == before.breakdown(kind, on: days)
      #expect(isEqual, "\(kind)")
    }
    #expect(after.stability(on: notFebruary) == before.stability(on: notFebruary))
    #expect(after.transitions(between: dates) == before.transitions(between: dates))
    let children = [after, before].map { $0.children(in: .total, on: dates[71], key: key) }
    #expect(children[0].count == 346)
    let isEqual = children[0] == children[1]
    #expect(isEqual)
    #expect(stored.returns.findings(key: key).count == read.findings(key: key).count)
    #expect(
      after.conversions(in: dates[0]...dates[71]) == before.conversions(in: dates[0]...dates[71]))
  }

  @Test("has its secret in a file for its owner alone, and without it makes a new one")
  func secret() throws {
    let prompt = try ReturnPrompt()
    try prompt.importMarchshire()
    let path = prompt.folder.file("history.lac.key")
    #expect(permissions(path) == 0o600)
    #expect(
      String(decoding: try WholeFile.read(path), as: UTF8.self) == String(
        repeating: "07", count: 32) + "\n")

    try WholeFile.write(Array("not a key".utf8), to: path, replacing: true)
    #expect(try prompt.reopened().refusal(of: Marchshire.line()).contains("holds no secret of lac"))
  }

  @Test("is answered from in another session, by the same pseudonyms")
  func nextSession() throws {
    let prompt = try ReturnPrompt()
    try prompt.importMarchshire()
    let lines = [
      "children in ico", "breakdown age", "stability", "duration", "decompose total", "quality",
      "series children-starting", "breakdown exit",
    ]
    let first = try lines.map { try prompt.console.said($0) }
    let second = try prompt.reopened()
    #expect(try lines.map { try second.said($0) } == first)
  }

  @Test("forgets a child without a trace, and keeps the counts", arguments: [true, false])
  func forget(byPseudonym: Bool) throws {
    let prompt = try ReturnPrompt()
    try prompt.importMarchshire()
    let key = try #require(PseudonymKey(bytes: Array(repeating: 7, count: 32)))
    let name = Pseudonym(of: try anyChild(), key: key)
    let before = try prompt.store.history().allObservations
    #expect(try prompt.file().holds(name.description))

    let typed = byPseudonym ? name.description : try anyChild()
    #expect(try prompt.type("forget \(typed)").contains("Forgotten."))
    let file = try prompt.file()
    #expect(!file.holds(name.description))
    #expect(!file.holds(try anyChild()))
    #expect(try prompt.store.history().allObservations == before)
    #expect(try prompt.store.check().isEmpty)
    #expect(try prompt.store.log().last?.entry.command == "forget (one child)")
    #expect(try prompt.type("breakdown age").contains("The rows of one child were removed"))
    #expect(
      try prompt.console.series("series total").values.reduce(0, +)
        == before.filter {
          $0.measure == "total"
        }.reduce(0) { $0 + ($1.count?.value ?? 0) })
    #expect(prompt.console.refusal(of: "forget \(typed)").hasPrefix("There is no such child"))
    #expect(prompt.console.remembered("forget \(typed)") == "forget")
    #expect(prompt.console.remembered("show ico") == "show ico")
  }

  /// The id of a child in the last return.
  private func anyChild() throws -> String {
    let path = "\(try Marchshire.folder())/2025/Header.csv"
    let table = try CSVTable(bytes: try WholeFile.read(path), file: path, required: ["child"])
    return try #require(table.value("child", of: table.records[40]))
  }

  @Test("forgets everyone, also whose import was taken back")
  func everyone() throws {
    let prompt = try ReturnPrompt()
    try prompt.importMarchshire()
    try prompt.type("undo")
    let key = try #require(PseudonymKey(bytes: Array(repeating: 7, count: 32)))
    let name = Pseudonym(of: try anyChild(), key: key).description
    #expect(try prompt.file().holds(name))
    try prompt.type("forget everyone")
    #expect(try !prompt.file().holds(name))
    try prompt.type("redo")
    #expect(try prompt.store.history().months.count == 72)
    #expect(prompt.console.refusal(of: "stability").hasPrefix("No 903 returns are loaded"))
  }

  @Test("lets go of the rows of those who left long ago")
  func retain() throws {
    let prompt = try ReturnPrompt()
    try prompt.importMarchshire()
    func children() throws -> Int {
      try StoredReturns(bytes: try #require(try prompt.store.childRows())).returns.childCount
    }
    #expect(try children() == 1136)
    let before = try prompt.store.history().allObservations
    #expect(try prompt.type("retain 2 years").contains("left care for good by 2 July 2023"))
    #expect(try children() == 566)
    #expect(try prompt.store.history().allObservations == before)
    #expect(try prompt.type("retain 2 years").hasPrefix("No child left care for good before"))
    // Those who are still there are told as before.
    #expect(try prompt.console.table("children", "children in total").rows.count == 346)
  }

  @Test("keeps every count when rows go, and says so beside CSV")
  func keptCounts() throws {
    let prompt = try ReturnPrompt()
    try prompt.importMarchshire()
    let lines =
      [
        "series total-with-respite", "series children-starting yearly", "series children-ceasing",
        "series cohorts", "series unallocated yearly", "duration", "stability mar 2021",
        "breakdown exit mar 2022", "breakdown entry", "breakdown time-in-care dec 2020",
      ] + BreakdownKind.allCases.map { "breakdown \($0.rawValue) mar 2021" }
    func rows(_ line: String) throws -> [[Row]] {
      try #require(try prompt.console.respond(to: line)?.document).blocks.compactMap {
        if case .table(let table) = $0 { table.rows } else { nil }
      }
    }
    let before = try lines.map(rows)
    try prompt.type("retain 2 years")
    let child = Pseudonym(
      of: try anyChild(),
      key: try #require(PseudonymKey(bytes: Array(repeating: 7, count: 32))))
    try prompt.type("forget \(child)")
    for (line, whole) in zip(lines, before) { #expect(try rows(line) == whole, "\(line)") }
    // Another session, and the same returns once more, have them too.
    let again = try prompt.reopened()
    #expect(try again.table("breakdown", "breakdown need mar 2021").rows == rows(lines[13])[0])
    #expect(try prompt.importMarchshire().contains("0 changed"))
    for (line, whole) in zip(lines, before) { #expect(try rows(line) == whole, "\(line)") }
    let path = prompt.folder.file("exits.csv")
    let said = try prompt.type("breakdown exit --output \"\(path)\"")
    #expect(
      said.contains("were removed from this history; the figures are those that were counted"))
    let totals = try prompt.console.series("series total").values
    #expect(totals.count == 72)
    #expect(
      try prompt.type("project 3 months").contains(
        "were removed from this history, so children were not followed from cohort to cohort;"))
  }

  @Test("knows the length of care only of who came within the returns")
  func durations() throws {
    let prompt = try ReturnPrompt()
    try prompt.importMarchshire()
    let rows = try prompt.console.table("durations", "duration").rows
    #expect(
      rows[1].cells.dropFirst() == [
        .integer(150), .integer(86), .decimal(mantissa: 2324, decimals: 1),
      ])
  }
}
