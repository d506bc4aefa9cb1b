import Documents
import LookedAfter
import Testing

@Suite("Moves between cohorts, month by month")
struct TransitionsTests {
  private func moves(
    _ line: String, at prompt: ReturnPrompt
  ) throws -> [(month: String, from: String, to: String, count: Int)] {
    try prompt.console.table("transitions", line).rows.compactMap { row in
      guard case .text(let month) = row.cells[0].value, case .text(let from) = row.cells[1].value,
        case .text(let to) = row.cells[2].value,
        case .number(let count, decimals: 0) = row.cells[3].value
      else { return nil }
      return (month, from, to, count)
    }
  }

  @Test("explain the change of every cohort in every month")
  func explainChanges() throws {
    let prompt = try ReturnPrompt(isFile: false)
    try prompt.importMarchshire()
    let moves = try moves("transitions", at: prompt)
    for (id, measure) in [
      ("ico", "ico"), ("section20", "section20"), ("uasc", "uasc"), ("unallocated", "unallocated"),
    ] {
      let series = try prompt.console.series("series \(measure)").sorted { $0.key < $1.key }
      #expect(series.count == 72)
      for (before, after) in zip(series, series.dropFirst()) {
        let ofMonth = moves.filter { $0.month == after.key.prefix(7) }
        let change = ofMonth.reduce(0) {
          $0 + ($1.to == id ? $1.count : 0) - ($1.from == id ? $1.count : 0)
        }
        #expect(after.value - before.value == change, "\(id) \(after.key)")
      }
    }
  }

  @Test("are told of some months, with all of them together")
  func someMonths() throws {
    let prompt = try ReturnPrompt(isFile: false)
    try prompt.importMarchshire()
    let year = try moves("transitions from apr 2024 to mar 2025", at: prompt)
    #expect(Set(year.map(\.month)).count == 12)
    let sums = try prompt.console.table(
      "transitions-total", "transitions from apr 2024 to mar 2025")
    let total = sums.rows.reduce(0) {
      if case .number(let count, _) = $1.cells[2].value { $0 + count } else { $0 }
    }
    #expect(total == year.reduce(0) { $0 + $1.count })
    #expect(try moves("transitions from mar 2025 to mar 2025", at: prompt).count > 5)
    #expect(
      prompt.console.refusal(of: "transitions from apr 2026").contains(
        "they cover 1 April 2019 to 31 March 2025"))
    #expect(prompt.console.refusal(of: "transitions --public").contains("not for the public"))
    let offered = prompt.console.completions(for: "transitions ").candidates.map(\.text)
    #expect(offered.prefix(2) == ["from", "to"])
  }

  @Test("are not told of months whose children's rows were removed")
  func removed() throws {
    let prompt = try ReturnPrompt()
    try prompt.importMarchshire()
    let whole = try moves("transitions", at: prompt)
    try prompt.type("retain 1 years")
    let left = try moves("transitions", at: prompt)
    #expect(left.first?.month == "2024-09")
    for move in left {
      #expect(whole.contains { $0 == move }, "\(move)")
    }
    #expect(
      prompt.console.refusal(of: "transitions to mar 2023")
        == "Rows of children were removed from this history, so the moves between cohorts are not"
        + " known up to July 2024; the recorded counts of each month stay.")
  }
}
