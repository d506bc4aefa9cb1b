import Documents
import FileAccess
import HistoryFiles
import LookedAfter
import Pseudonyms
import SSDA903
import TestSupport
import Testing

@Suite("A new return joined with the children's rows of the years before")
struct LaterReturnsTests {
  /// Everything that is asked of the joined returns and of all read together.
  private static let lines = [
    "series cohorts", "series total-with-respite", "series started", "series ceased",
    "series children-starting", "series children-ceasing yearly", "series ceased.sgo",
    "breakdown legal-status", "breakdown placement-code mar 2023", "breakdown age",
    "breakdown need", "breakdown provider", "breakdown time-in-care mar 2021", "breakdown uasc",
    "breakdown sex", "breakdown exit", "breakdown entry mar 2024", "stability",
    "stability mar 2022", "duration", "transitions", "decompose ico mar 2025 since mar 2023",
  ]

  /// A prompt on which some of Marchshire's returns were imported, one import after the other.
  private func prompt(of imports: [[Int]], plans: Bool = false) throws -> ReturnPrompt {
    let prompt = try ReturnPrompt()
    for years in imports { try importYears(years, at: prompt, plans: plans) }
    return prompt
  }

  @discardableResult
  private func importYears(
    _ years: [Int], at prompt: ReturnPrompt, plans: Bool = false
  ) throws -> String {
    let source = try Marchshire.folder()
    let folder = try TemporaryFolder()
    for year in years {
      for name in ["Episodes", "Header", "UASC"] {
        let bytes = try WholeFile.read("\(source)/\(year)/\(name).csv")
        _ = try folder.write(String(decoding: bytes, as: UTF8.self), to: "\(year)-\(name).csv")
      }
    }
    return try prompt.type(
      "import 903 \"\(folder.path)\"" + (plans ? " plans \"\(source)/Plans.csv\"" : ""))
  }

  @Test("keeps the moves of every month when a child was forgotten between the imports")
  func movesOfForgotten() throws {
    let all = try prompt(of: [Array(2020...2025)])
    let joined = try prompt(of: [Array(2020...2024)])
    let child = try #require(
      try joined.console.texts(0, of: "children", "children in ico mar 2024").first)
    try joined.type("forget \(child)")
    try importYears([2025], at: joined)
    let rows = try joined.console.table("transitions", "transitions").rows
    #expect(rows == (try all.console.table("transitions", "transitions").rows))
    #expect(rows.count > 800)
  }

  @Test("says of which return the file of a finding is, where all are called the same")
  func fileOfFinding() throws {
    let prompt = try ReturnPrompt()
    let source = try Marchshire.folder()
    for year in 2020...2025 {
      try prompt.type("import 903 \"\(source)/\(year)\"")
    }
    let rule = try #require(
      try prompt.console.texts(0, of: "findings", "quality").first)
    let files = try prompt.console.texts(
      1, of: "finding-rows", "quality \(rule) --format json")
    #expect(!files.isEmpty)
    for file in files {
      #expect(
        ["Episodes.csv of 20", "Header.csv of 20", "UASC.csv of 20"].contains { file.hasPrefix($0) }
      )
    }
  }

  private func answers(_ prompt: ReturnPrompt) throws -> [[[Cell.Value]]] {
    try Self.lines.map { line in
      let document = try #require(try prompt.console.respond(to: line)?.document)
      return document.blocks.compactMap { block -> [Cell.Value]? in
        guard case .table(let table) = block else { return nil }
        return table.rows.flatMap { $0.cells.map(\.value) }
      }
    }
  }

  @Test(
    "answers every question as all returns read together do",
    arguments: [
      [[2020, 2021, 2022, 2023, 2024], [2025]], [[2020], [2021], [2022], [2023, 2024], [2025]],
      [[2022, 2023, 2024, 2025], [2020, 2021]], [[2020, 2021, 2023, 2024, 2025], [2022]],
      [[2020, 2021, 2022, 2023, 2024, 2025], [2025]],
    ])
  func together(imports: [[Int]]) throws {
    let all = try prompt(of: [Array(2020...2025)])
    let joined = try prompt(of: imports)
    let isEqual = try answers(joined) == answers(all)
    #expect(isEqual)
    #expect(
      try joined.console.table("findings", "quality").rows
        == all.console.table("findings", "quality").rows)
    let history = try joined.store.history()
    #expect(history.months.count == 72)
    for (column, measure) in Marchshire.columns {
      #expect(
        try joined.console.series("series \(measure)") == Marchshire.numbers(column), "\(measure)")
    }
  }

  @Test("says what was read now and what was kept")
  func message() throws {
    let prompt = try prompt(of: [Array(2020...2024)])
    let said = try importYears([2025], at: prompt)
    #expect(said.hasPrefix("Six returns, 2019-20 to 2024-25:"))
    #expect(
      said.contains(
        "Read now: 2024-25; the rows of 2019-20, 2020-21, 2021-22, 2022-23 and 2023-24 are those that"
          + " the history keeps."))
    #expect(said.contains("72 month ends, April 2019 to March 2025; 12 of them are new"))
    #expect(said.contains("348 new, 0 changed, 1740 the same."))
  }

  @Test("goes on with the plans that are kept, where it brings none")
  func plans() throws {
    let prompt = try prompt(of: [Array(2020...2024)], plans: true)
    try importYears([2025], at: prompt)
    let all = try ReturnPrompt()
    try all.importMarchshire()
    let march = try #require(Month(iso: "2025-03"))
    for cohort in ["sgo_plan", "reunification", "section20"] as [MeasureID] {
      #expect(
        try prompt.store.history().count(of: cohort, in: march)?.value
          == all.store.history().count(of: cohort, in: march)?.value)
    }
  }

  @Test("is taken back to the rows that stood before, and done again")
  func undo() throws {
    let prompt = try prompt(of: [Array(2020...2024)])
    let before = try answersBefore(prompt)
    try importYears([2025], at: prompt)
    try prompt.type("undo")
    #expect(try answersBefore(prompt) == before)
    #expect(
      prompt.console.refusal(of: "breakdown age mar 2025").contains("they cover 1 April 2019 to 31")
    )
    try prompt.type("redo")
    #expect(try prompt.type("breakdown age mar 2025").contains("346 children in all"))

    // Rows that stand again can be removed, and are joined with the next import.
    try prompt.type("undo")
    let children = try prompt.console.table("children", "children in ico mar 2024").rows
    guard case .text(let name)? = children.first?.cells.first?.value else {
      Issue.record("there is no child")
      return
    }
    try prompt.type("forget \(name)")
    #expect(try !prompt.file().holds(name))
    #expect(
      try prompt.console.table("children", "children in ico mar 2024").rows.count
        == children.count - 1)
    #expect(try importYears([2025], at: prompt).contains("Read now: 2024-25"))
  }

  private func answersBefore(_ prompt: ReturnPrompt) throws -> [String] {
    try ["series cohorts", "stability mar 2024", "breakdown exit mar 2024"].map(prompt.type)
  }

  @Test("keeps the counts of children who were forgotten, in old and in new months")
  func forgotten() throws {
    let all = try prompt(of: [Array(2020...2025)])
    let prompt = try prompt(of: [Array(2020...2024)])
    // Still looked after, so that the new return has them as well.
    let children = try prompt.console.table("children", "children in ico mar 2024").rows
    for row in children.prefix(5) {
      guard case .text(let name) = row.cells[0].value else { continue }
      try prompt.type("forget \(name)")
    }
    let said = try importYears([2025], at: prompt)
    #expect(said.contains("0 changed"))
    #expect(said.contains("The rows of 5 children stay out"))
    let lines = [
      "series total-with-respite", "series children-ceasing yearly", "series started",
      "breakdown legal-status", "breakdown placement mar 2023", "breakdown age mar 2021",
      "breakdown exit", "breakdown exit mar 2024", "series cohorts",
    ]
    for line in lines {
      // A series may come from what is recorded, which has more to say of each figure.
      let tables = try [prompt, all].map { each in
        try #require(try each.console.respond(to: line)?.document).blocks.compactMap { block in
          if case .table(let table) = block {
            table.rows.map { $0.cells.map(\.value) }
          } else {
            nil
          }
        }
      }
      #expect(tables[0] == tables[1], "\(line)")
    }
    // Twelve months that are half of the old rows cannot be told.
    #expect(
      prompt.console.refusal(of: "breakdown exit sep 2024").hasPrefix(
        "Rows of children were removed from this history, so figures of exit are not known"))
  }

  @Test("is refused where most of the children whom it should have are not in it")
  func strangers() throws {
    let prompt = try prompt(of: [Array(2020...2024)])
    let folder = try TemporaryFolder()
    let source = try Marchshire.folder()
    for name in ["Episodes", "Header", "UASC"] {
      let bytes = try WholeFile.read("\(source)/2025/\(name).csv")
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      let text = lines[0] + "\n" + lines.dropFirst().map { "9\($0)\n" }.joined()
      _ = try folder.write(String(text), to: "\(name).csv")
    }
    let before = try prompt.store.dump()
    let refusal = prompt.console.refusal(of: "import 903 \"\(folder.path)\"")
    #expect(
      refusal.hasPrefix("The returns of 2024-25 cannot be joined with the children's rows of"))
    #expect(refusal.contains("are of another authority or their ids were changed. Put all returns"))
    #expect(try prompt.store.dump() == before)
  }

  @Test("is joined from files with faults, and finds the same of how rows go together")
  func dirty() throws {
    let key = try #require(PseudonymKey(bytes: Array(repeating: 7, count: 32)))
    let folder =
      "/\(#filePath.split(separator: "/").dropLast(2).joined(separator: "/"))/SSDA903Tests/Fixtures/dirty"
    func files(_ years: ClosedRange<Int>) throws -> [(name: String, bytes: [UInt8])] {
      try years.flatMap { year in
        try ["Episodes", "Header", "UASC"].map {
          ("\(year)/\($0).csv", try WholeFile.read("\(folder)/\(year)/\($0).csv"))
        }
      }
    }
    let all = try JoinedReturns(files: try files(2022...2025))
    let old = try StoredReturns(
      try JoinedReturns(files: try files(2022...2024), keepsRows: true), plans: nil, key: key)
    let both = try old.joined(
      with: try JoinedReturns(files: try files(2025...2025), keepsRows: true), plans: nil, key: key
    ).returns
    let scheme = try Scheme.shipped()
    let caseloads = try [all, both].map { try Caseload($0, scheme: scheme) }
    let dates = all.monthEnds
    #expect(caseloads[1].counts(on: dates) == caseloads[0].counts(on: dates))
    let months = caseloads[0].months
    #expect(caseloads[1].flows(in: months) == caseloads[0].flows(in: months))
    let counts = [all, both].map { returns in
      returns.findingCounts.map { "\($0.rule.id) \($0.count)" }
    }
    #expect(counts[1] == counts[0])
    #expect(both.rowCount == all.rowCount)
  }
}
