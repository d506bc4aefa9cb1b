import Disclosure
import Documents
import Reports
import Testing

/// A paper on 344 children by age: 4, 50, 56, 157 and 77, of which the first is small and the second
/// has to go with it.
struct AgePaper {
  static let counts = [
    ("under-1", "Under 1", 4), ("1-4", "1 to 4", 50), ("5-9", "5 to 9", 56),
    ("10-15", "10 to 15", 157), ("16", "16 and over", 77),
  ]

  /// The figures that no output may hold: the hidden counts, and what is worked out from them.
  static let secrets = ["4", "50", "1.2", "14.5", "1", "15", "54"]

  var release = Release()
  var ties = FigureTies()
  var document = Document(title: "Children looked after by age", asAt: "2025-03-31")

  init() {
    let ids = Self.counts.map { FigureID("count/\($0.0)") }
    release.figures = zip(ids, Self.counts).map { Figure($0, $1.2, name: $1.1) }
    release.figures += [
      Figure("count/total", 344, name: "All", kind: .total),
      Figure("population", 34_439, kind: .open),
    ]
    release.relations = [.total("count/total", of: ids)]
    release.tables = [
      Release.Table(
        id: "ages",
        rows: Self.counts.map {
          Release.Table.Row(id: $0.0, name: $0.1, figures: ["count/\($0.0)"])
        })
    ]
    for (id, _, _) in Self.counts + [("total", "All", 344)] {
      release.derived += [
        DerivedFigure(
          "rate/\(id)",
          .ratio(part: "count/\(id)", whole: "population", times: 10_000, decimals: 1)),
        DerivedFigure(
          "share/\(id)",
          .ratio(part: "count/\(id)", whole: "count/total", times: 100, decimals: 0)),
      ]
      ties.tie("ages", row: id, column: "number", to: "count/\(id)")
      ties.tie("ages", row: id, column: "rate", to: "rate/\(id)")
      ties.tie("ages", row: id, column: "share", to: "share/\(id)")
      ties.tie("age-bars", row: id, column: "2025-03", to: "count/\(id)")
      ties.tie("age-profile", row: id, column: "value", to: "count/\(id)")
    }
    document.blocks = [.heading(level: 1, text: "By age")] + sentences + [table] + charts
  }

  private var sentences: [Block] {
    [
      .paragraph(
        "344 children were looked after on 31 March 2025. Of them 4 were under 1. Our practice is kind."
      ),
      .list(["There are 157 aged 10 to 15.", "Four are babies.", "Babies are 1% of all."]),
    ]
  }

  mutating func stateAll() {
    ties.state("344 children were looked after on 31 March 2025.", ["count/total"])
    ties.state("Of them 4 were under 1.", ["count/under-1"], constants: ["1"])
    ties.state("There are 157 aged 10 to 15.", ["count/10-15"], constants: ["10", "15"])
    ties.state("Four are babies.", ["count/under-1"])
    ties.state("Babies are 1% of all.", ["share/under-1"])
  }

  private var table: Block {
    var rows = Self.counts.map { id, name, count in
      Row([
        .text(id), .text(name),
        Cell(
          .number(mantissa: count, decimals: 0), remark: "\(count) being assessed",
          remarkNumber: count
        )
        .explained(Explanation("count", inputs: [.init("x", "\(count)")])),
        .real(Double(count) / 34_439 * 10_000, decimals: 1),
        .real(Double(count) / 344 * 100, decimals: 0), .text(count == 4 ? "rising" : "steady"),
      ])
    }
    rows.append(
      Row(
        [
          .text("total"), .text("All"), .integer(344), .decimal(mantissa: 999, decimals: 1),
          .integer(100), .text("steady"),
        ], isTotal: true))
    return .table(
      Table(
        id: "ages", caption: "Children by age, 31 March 2025",
        columns: [
          Column(id: "id", title: "Id", kind: .key),
          Column(id: "name", title: "Age", kind: .rowHeader),
          Column(id: "number", title: "Number", kind: .number),
          Column(id: "rate", title: "Rate", kind: .number),
          Column(id: "share", title: "Share", kind: .number),
          Column(id: "direction", title: "Direction", kind: .label),
        ], rows: rows))
  }

  private var charts: [Block] {
    [
      .chart(
        Chart(
          id: "age-bars", title: "4 of the children are under 1", subtitle: "Children by age",
          description: "Bars by age. The shortest is 4.",
          kind: .bars(
            BarChart(
              periods: [.init(id: "2025-03", label: "March 2025")],
              groups: Self.counts.map { .init(id: $0.0, name: $0.1, values: [ExactNumber($0.2)]) }))
        )),
      .chart(
        Chart(
          id: "age-profile", title: "Most are 10 to 15", description: "One bar.",
          kind: .profile(
            ProfileBar(
              parts: Self.counts.map { .init(id: $0.0, name: $0.1, value: ExactNumber($0.2)) },
              total: 344)))),
    ]
  }
}

@Suite("A paper for the public")
struct PublicDocumentTests {
  private func published(_ paper: AgePaper) throws -> DocumentDisclosure.Result {
    let controlled = try DisclosureControl.apply(to: paper.release)
    #expect(controlled.isSafe)
    return DocumentDisclosure(controlled, ties: paper.ties).apply(to: paper.document)
  }

  private func table(_ document: Document) throws -> Table {
    let tables = document.blocks.compactMap { block -> Table? in
      if case .table(let table) = block { table } else { nil }
    }
    return try #require(tables.first)
  }

  @Test("The table has [c] for the small count, the next smallest, and all that rests on them")
  func cells() throws {
    let table = try table(published(AgePaper()).document)
    let shown = table.rows.map { row in
      row.cells[2...4].map { cell in
        if case .number(let mantissa, let decimals) = cell.value {
          return DecimalFormat.exact(mantissa: mantissa, decimals: decimals)
        }
        return cell.display ?? "?"
      }
    }
    #expect(
      shown == [
        ["[c]", "[c]", "[c]"], ["[c]", "[c]", "[c]"], ["56", "16.3", "16"], ["157", "45.6", "46"],
        ["77", "22.4", "22"], ["344", "99.9", "100"],
      ])
    #expect(table.rows.allSatisfy { $0.cells.allSatisfy { $0.explanation == nil } })
    #expect(table.rows.allSatisfy { $0.cells.allSatisfy { $0.remarkNumber == nil } })
    // `rising` tells of the count, and `steady` beside a hidden one of its change.
    #expect(table.rows.map { $0.cells[5].display } == ["[c]", "[c]", nil, nil, nil, nil])
  }

  @Test("A sentence stands when it declares its figures and all are shown")
  func sentences() throws {
    var paper = AgePaper()
    paper.stateAll()
    let result = try published(paper)
    #expect(
      result.document.blocks[1]
        == .paragraph("344 children were looked after on 31 March 2025. Our practice is kind."))
    #expect(result.document.blocks[2] == .list(["There are 157 aged 10 to 15."]))
    #expect(
      result.dropped == ["Of them 4 were under 1.", "Four are babies.", "Babies are 1% of all."])
  }

  @Test("A sentence that declares nothing stands only if it tells no number and no movement")
  func undeclared() throws {
    let result = try published(AgePaper())
    #expect(result.document.blocks[1] == .paragraph("Our practice is kind."))
    #expect(result.dropped.count == 5)
    guard case .note(let note) = try #require(result.document.blocks.last) else {
      Issue.record("no note")
      return
    }
    #expect(note.code == "disclosure-control" && note.text.hasPrefix("[c] stands for"))
  }

  @Test("A declared sentence with another number than its figures' does not stand")
  func wrongNumber() throws {
    var paper = AgePaper()
    paper.ties.state("344 children were looked after on 31 March 2025.", ["count/10-15"])
    #expect(
      try published(paper).dropped.contains("344 children were looked after on 31 March 2025."))
  }

  @Test("Bars are left out one by one, a bar of parts whole: the gap in it would be the number")
  func charts() throws {
    let result = try published(AgePaper())
    #expect(result.droppedCharts == ["age-profile"])
    let charts = result.document.blocks.compactMap { block -> Chart? in
      if case .chart(let chart) = block { chart } else { nil }
    }
    #expect(charts.map(\.id) == ["age-bars"])
    guard case .bars(let bars) = charts[0].kind else { return }
    #expect(bars.groups.map(\.values) == [[nil], [nil], [56], [157], [77]])
    #expect(charts[0].title == "Children by age")
    #expect(
      charts[0].description
        == "Bars by age. The table of its figures has [c] for each figure that is not shown.")
  }

  @Test("A number that is tied to nothing, or to a figure of another value, is hidden and reported")
  func untied() throws {
    var paper = AgePaper()
    paper.ties = FigureTies()
    paper.ties.tie("ages", row: "5-9", column: "number", to: "count/16")
    let result = try published(paper)
    #expect(result.untied.contains("ages, total, rate"))
    #expect(!result.untied.contains("ages, 5-9, number"))
    let numbers = try table(result.document).rows.flatMap(\.cells).filter {
      if case .number = $0.value { true } else { false }
    }
    #expect(numbers.isEmpty)
  }

  @Test("Merged rows stand as one, with their sums")
  func merged() throws {
    var paper = AgePaper()
    // Two fives, and no other figure that may be hidden.
    paper.release.figures = [
      Figure("count/under-1", 5, name: "Under 1"), Figure("count/1-4", 5, name: "1 to 4"),
      Figure("count/5-9", 0), Figure("count/10-15", 0), Figure("count/16", 0),
      Figure("count/total", 10, kind: .total), Figure("population", 34_439, kind: .open),
    ]
    let controlled = try DisclosureControl.apply(to: paper.release)
    let result = DocumentDisclosure(controlled, ties: paper.ties).apply(to: paper.document)
    let table = try table(result.document)
    #expect(table.rows.count == 5)
    #expect(
      Array(table.rows[0].cells.prefix(3)) == [.text("other"), .text("Other"), .integer(10)])
    #expect(table.rows[0].cells[3].display == "[c]")
  }
}
