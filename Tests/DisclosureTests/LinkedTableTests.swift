import Disclosure
import Testing

/// A two-way table with row, column and grand totals: `r0c1`, `r0`, `c1`, `all`.
func crossTable(_ values: [[Int]], _ prefix: String = "") -> Release {
  var release = Release()
  func id(_ text: String) -> FigureID { FigureID(prefix + text) }
  let width = values.first?.count ?? 0
  for (row, numbers) in values.enumerated() {
    for (column, value) in numbers.enumerated() {
      release.figures.append(Figure(id("r\(row)c\(column)"), value))
    }
    release.figures.append(Figure(id("r\(row)"), numbers.reduce(0, +), kind: .total))
    release.relations.append(
      .total(id("r\(row)"), of: numbers.indices.map { id("r\(row)c\($0)") }))
  }
  for column in 0..<width {
    release.figures.append(
      Figure(id("c\(column)"), values.reduce(0) { $0 + $1[column] }, kind: .total))
    release.relations.append(
      .total(id("c\(column)"), of: values.indices.map { id("r\($0)c\(column)") }))
  }
  release.figures.append(Figure(id("all"), values.joined().reduce(0, +), kind: .total))
  release.relations.append(.total(id("all"), of: values.indices.map { id("r\($0)") }))
  release.relations.append(.total(id("all"), of: (0..<width).map { id("c\($0)") }))
  release.tables = [
    Release.Table(
      id: prefix + "table",
      rows: values.indices.map { row in
        Release.Table.Row(
          id: "r\(row)",
          figures: (0..<width).map { id("r\(row)c\($0)") } + [id("r\(row)")])
      })
  ]
  return release
}

@Suite("Two-way and linked tables")
struct LinkedTableTests {
  @Test("One small number in a two-way table needs a rectangle: three more, the smallest sum")
  func rectangle() throws {
    let release = crossTable([[3, 40, 20], [30, 15, 50], [12, 70, 18]])
    let controlled = try DisclosureControl.apply(to: release)
    // 20, 12 and 18 add to 50; every other rectangle to more.
    #expect(
      controlled.reasons == [
        "r0c0": .small, "r0c2": .protectsAnother, "r2c0": .protectsAnother,
        "r2c2": .protectsAnother,
      ])
    #expect(controlled.ranges["r0c0"] == PossibleNumbers(lowest: 1, highest: 5))
    #expect(controlled.ranges["r0c2"] == PossibleNumbers(lowest: 18, highest: 22))
    #expect(controlled.isSafe && controlled.merged.isEmpty)
  }

  @Test("Four lines with two hidden each can still give one away")
  func twoInEachLine() throws {
    // The rectangle of 1, 6, 6 and 20: were the 1 more, a 6 would be 5, and hidden for being small.
    let release = crossTable([[1, 6, 30], [6, 20, 40], [25, 50, 60]])
    let audit = try AttackerAudit(release, hidden: ["r0c0", "r0c1", "r1c0", "r1c1"])
    #expect(audit.open == ["r0c0"])
    #expect(audit.ranges["r1c1"] == PossibleNumbers(lowest: 20, highest: 20))
    let controlled = try DisclosureControl.apply(to: release)
    #expect(controlled.isSafe)

    // Rows 0 and 1 less columns 0 and 1 leave one number, though no line holds fewer than two.
    let second = crossTable([[20, 30, 9], [40, 50, 3], [8, 8, 60], [9, 7, 33]])
    let hidden: Set<FigureID> = ["r0c0", "r0c1", "r1c0", "r1c1", "r1c2", "r2c2"]
    #expect(try AttackerAudit(second, hidden: hidden).open == ["r1c2"])
  }

  @Test("Three tables in a ring give away what none of them does")
  func ring() throws {
    // a + b, b + c and c + a are published: half their sum less one of them is the third.
    var release = Release(figures: [
      Figure("a", 3), Figure("b", 20), Figure("c", 30), Figure("ab", 23, kind: .total),
      Figure("bc", 50, kind: .total), Figure("ca", 33, kind: .total), Figure("d", 9),
      Figure("cad", 42, kind: .total),
    ])
    release.relations = [
      .total("ab", of: ["a", "b"]), .total("bc", of: ["b", "c"]), .total("ca", of: ["c", "a"]),
      .total("cad", of: ["ca", "d"]),
    ]
    #expect(try AttackerAudit(release, hidden: ["a", "b", "c"]).open == ["a"])
    let controlled = try DisclosureControl.apply(to: release)
    #expect(controlled.isSafe)
    // Nothing but a total is left to hide; with it its total's other part.
    #expect(controlled.hidden.keys.contains { ["ab", "bc", "ca"].contains($0.text) })
  }

  @Test("A table's total that is a cell of another is hidden in both")
  func linked() throws {
    var release = crossTable([[3, 40], [20, 30]])
    release.figures += [
      Figure("other/x", 1), Figure("other/y", 2), Figure("other/total", 3, kind: .total),
    ]
    release.relations += [
      .total("other/total", of: ["other/x", "other/y"]), .same("other/total", "r0c0"),
    ]
    let controlled = try DisclosureControl.apply(to: release)
    #expect(controlled.hidden["other/total"]?.reason == .small)
    #expect(controlled.hidden["r0c0"]?.reason == .small)
    #expect(controlled.ranges["other/total"] == controlled.ranges["r0c0"])
    #expect(controlled.isSafe)
  }

  @Test("Where no four further numbers are safe, rows are put together, and the paper says so")
  func merging() throws {
    // Both parts are 5, their sum is 10, and nothing else in the line may be hidden: nought is shown.
    var release = line([5, 5, 0, 0])
    release.tables = [
      Release.Table(
        id: "status", name: "Legal status",
        rows: (0..<4).map { row in
          Release.Table.Row(
            id: "\(row)", name: ["Police protection", "Remand", "Detained", "Freed"][row],
            figures: [FigureID("\(row)")])
        })
    ]
    let controlled = try DisclosureControl.apply(to: release)
    #expect(controlled.merged.map(\.names) == [["Police protection", "Remand"]])
    #expect(controlled.hidden["0"]?.reason == .merged)
    #expect(controlled.ranges["0"] == PossibleNumbers(lowest: 0, highest: 10))
    #expect(controlled.merged[0].figures.allSatisfy(controlled.shows))
    #expect(controlled.publicSentences.last?.hasPrefix("Police protection and Remand are put") == true)
  }

  @Test("A total goes only when nothing else works")
  func totals() throws {
    var wide = line([3, 0, 60])
    wide.figures.append(Figure("other", 100))
    wide.figures.append(Figure("grand", 163, kind: .total))
    wide.relations.append(.total("grand", of: ["total", "other"]))
    let controlled = try DisclosureControl.apply(to: wide)
    #expect(controlled.reasons == ["0": .small, "2": .protectsAnother])
    wide.figures[2].publication = .shownBefore
    let late = try DisclosureControl.apply(to: wide)
    #expect(late.reasons == ["0": .small, "total": .protectsAnother, "other": .protectsAnother])
    #expect(late.isSafe)
  }
}
