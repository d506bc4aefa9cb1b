import Documents
import Testing

@Suite("Whatever the table, at whatever width")
struct TablePropertyTests {
  private static let widths = [40, 47, 60, 72, 80, 100, 120, 160]

  @Test("No line is wider than the terminal", arguments: widths)
  func fits(width: Int) {
    for seed in 1...60 {
      var tables = RandomTables(seed: UInt64(seed))
      let table = tables.next(words: RandomTables.awkward)
      for line in lines(table, width: width) where DisplayWidth.columns(line) > width {
        Issue.record("seed \(seed), width \(width): \(line)")
      }
    }
  }

  @Test("No figure and no word is lost, in the terminal or in the plain form", arguments: widths)
  func nothingLost(width: Int) {
    for seed in 1...60 {
      var tables = RandomTables(seed: UInt64(seed))
      let table = tables.next(words: RandomTables.plain)
      let expected = counts(shown(table))
      for plain in [true, false] {
        let found = counts(words(lines(table, width: width, plain: plain).joined(separator: " ")))
        for (word, count) in expected where found[word, default: 0] < count {
          Issue.record("seed \(seed), width \(width), plain \(plain): \(word) is lost")
        }
      }
    }
  }

  @Test("Columns stand in line: nothing is written between two of them", arguments: widths)
  func aligned(width: Int) {
    for seed in 1...60 {
      var tables = RandomTables(seed: UInt64(seed))
      var table = tables.next(words: RandomTables.plain, kinds: [.number])
      // A wide character in a name must not push the figures out of line.
      table.rows = table.rows.map { row in
        var row = row
        row.cells[0] = .text("日本 😊 e\u{301}")
        row.cells = row.cells.map { Cell($0.value) }
        return row
      }
      let lines = lines(table, width: width)
      guard let rule = lines.first(where: { $0.hasPrefix("──") }) else { continue }
      let gaps = rule.indices.filter { rule[$0] == " " }.map {
        rule.distance(from: rule.startIndex, to: $0)
      }
      for line in lines.drop(while: { !$0.hasPrefix("Name") }) {
        let columns = line.flatMap { character in
          Array(repeating: character, count: DisplayWidth.columns(character))
        }
        #expect(
          gaps.allSatisfy { $0 >= columns.count || columns[$0] == " " },
          "seed \(seed), width \(width): \(line)")
      }
    }
  }

  private func lines(_ table: Table, width: Int, plain: Bool = false) -> [String] {
    let document = Document(title: "", blocks: [.table(table)])
    return TextRenderer(style: .init(width: width, plain: plain)).render(document)
      .split(separator: "\n").map(String.init)
  }

  /// The words and figures of all cells that people are shown.
  private func shown(_ table: Table) -> [String] {
    table.rows.flatMap { row in
      zip(table.columns, row.cells).flatMap { column, cell -> [String] in
        if column.kind == .key { return [] }
        let value: String =
          switch cell.value {
          case .text(let text): text
          case .number(let mantissa, let decimals):
            DecimalFormat.forPeople(mantissa: mantissa, decimals: decimals)
          case .flag(let flag): flag ? "yes" : "no"
          case .missing: ""
          }
        return words(value + " " + (cell.remark ?? ""))
      }
    }
  }

  private func words(_ text: String) -> [String] {
    text.split { " ();:,.\u{2212}".contains($0) }.map(String.init)
  }

  private func counts(_ words: [String]) -> [String: Int] {
    words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
