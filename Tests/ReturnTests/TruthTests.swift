import LookedAfter
import Testing

@Suite("Marchshire, whose generator knows every month")
struct MarchshireTruthTests {
  @Test("is told in every series as it is known, without plans")
  func series() throws {
    let prompt = try ReturnPrompt(isFile: false)
    try prompt.importMarchshire(plans: false)
    for (column, measure) in Marchshire.columns + Marchshire.behindPlans {
      let told = try prompt.console.series("series \(measure) monthly")
      #expect(told.count == 72)
      #expect(told == (try Marchshire.numbers(column)), "\(measure)")
    }
    let withRespite = try prompt.console.series("series total-with-respite")
    let total = try Marchshire.numbers("looked_after")
    let respite = try Marchshire.numbers("respite_only")
    #expect(withRespite == total.merging(respite, uniquingKeysWith: +))
  }

  @Test("is recorded as it is known: what is asked of the history comes to the same")
  func recorded() throws {
    let prompt = try ReturnPrompt()
    try prompt.importMarchshire()
    let history = try prompt.store.history()
    #expect(history.months.count == 72)
    for (column, measure) in Marchshire.columns {
      let known = try Marchshire.numbers(column)
      for month in history.months {
        let id = MeasureID(rawValue: measure.replacing("-", with: "_"))
        #expect(
          history.count(of: id, in: month)?.value == known["\(month.lastDay)"],
          "\(measure) \(month)")
      }
    }
    // Plans move children out of the last three into the cohorts of their plans.
    for month in history.months {
      let snapshot = try #require(history.snapshot(for: month))
      let known = try Marchshire.behindPlans.reduce(0) {
        $0 + (try Marchshire.numbers($1.column)["\(month.lastDay)"] ?? 0)
      }
      let ours = ["long_term_matched", "section20", "sgo_plan", "reunification"] as [CohortID]
      let sum = try ours.reduce(0) { $0 + (try #require(snapshot[$1]?.value)) }
      #expect(sum + (snapshot.netRemainder ?? 0) == known)
    }
  }

  @Test("gives the same series from the returns as from what is recorded")
  func bothWays() throws {
    let prompt = try ReturnPrompt()
    try prompt.importMarchshire()
    let asked = ["total", "ico", "section20", "sgo-plan", "unallocated", "started", "ceased.sgo"]
    let fresh = try asked.map { try prompt.console.series("series \($0) yearly") }
    let known = try prompt.console.said("as known on 2 jul 2025")
    #expect(known.contains("2 July 2025"))
    for (measure, series) in zip(asked, fresh) {
      #expect(try prompt.console.series("series \(measure) yearly") == series, "\(measure)")
      #expect(series.count == 6)
    }
  }

  @Test("has 346 children on 31 March 2025, told alike by every answer")
  func march2025() throws {
    let prompt = try ReturnPrompt(isFile: false)
    try prompt.importMarchshire()
    #expect(prompt.console.month == Month(iso: "2025-03"))
    for kind in [
      "legal-status", "placement", "age", "need", "provider", "time-in-care", "uasc", "sex",
    ] {
      let table = try prompt.console.table("breakdown", "breakdown \(kind)")
      #expect(table.columns.map(\.id) == ["key", "label", "count", "share"])
      let counts = table.rows.map { row -> Int in
        if case .number(let number, _) = row.cells[2].value { number } else { 0 }
      }
      #expect(counts.reduce(0, +) == 346, "\(kind)")
    }
    #expect(try prompt.type("show").contains("had 346 children in its care on 31 March 2025"))
    #expect(try prompt.console.table("children", "children in total").rows.count == 346)
    let update = try prompt.type("update mar 2025")
    #expect(update.contains("Marchshire had 346 children in its care on 31 March 2025"))
    #expect(update.contains("11 children became looked after"))
  }

  @Test("has a change of every cohort that its movements explain")
  func decompose() throws {
    let prompt = try ReturnPrompt(isFile: false)
    try prompt.importMarchshire()
    let ico = try prompt.console.table("movements", "decompose ico mar 2025")
    #expect(
      ico.rows.map { $0.cells.map(\.value) }.map { "\($0[0]) \($0[2])" }.count == 8)
    let total = try prompt.type("decompose total mar 2025 since mar 2024")
    #expect(total.contains("rose by four, from 342 to 346"))
  }
}
