import Console
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

  @Test("stay when rows of children are removed, with the bridge of every month")
  func removed() throws {
    let prompt = try ReturnPrompt()
    try prompt.importMarchshire()
    let bridges = [
      "decompose ico mar 2021", "decompose total mar 2021", "decompose unallocated jun 2023",
      "decompose section20 mar 2025", "decompose", "decompose jan 2022",
    ]
    func movements(_ console: Console) throws -> [[Row]] {
      try bridges.map { try console.table("movements", $0).rows }
    }
    let whole = try moves("transitions", at: prompt)
    let months = try movements(prompt.console)
    func change(_ rows: [Row]) -> Int {
      rows.reduce(0) {
        guard case .text(let key)? = $1.cells.first?.value, key.contains(".") || key == "lost",
          case .number(let count, decimals: 0)? = $1.cells.last?.value
        else { return $0 }
        return $0 + count
      }
    }
    let year = "decompose ico mar 2025 since mar 2024"
    let before = try change(prompt.console.table("movements", year).rows)
    try prompt.type("retain 1 years")
    let child = try #require(
      try prompt.console.texts(0, of: "children", "children in ico").first)
    try prompt.type("forget \(child)")
    for console in [prompt.console, try prompt.reopened()] {
      let left = try console.table("transitions", "transitions").rows
      #expect(left.count == whole.count)
      #expect(try movements(console) == months)
    }
    let after = try moves("transitions", at: prompt)
    #expect(zip(after, whole).allSatisfy { $0 == $1 })
    #expect(try change(prompt.console.table("movements", year).rows) == before)
    #expect(try prompt.type(year).contains("The movements of each month are added up"))
    #expect(
      try prompt.type("decompose ico mar 2021").contains(
        "the figures are those that were counted before"))
    // The same returns once more change none of it.
    try prompt.importMarchshire()
    #expect(try movements(prompt.console) == months)
  }

  @Test("are taken apart for all children where decompose names no cohort")
  func allChildren() throws {
    let prompt = try ReturnPrompt(isFile: false)
    try prompt.importMarchshire()
    for (short, long) in [
      ("decompose", "decompose total mar 2025"), ("decompose jan 2022", "decompose total jan 2022"),
      ("decompose since mar 2024", "decompose total mar 2025 since mar 2024"),
    ] {
      #expect(try prompt.type(short) == prompt.type(long))
    }
  }
}
