import Disclosure
import Documents
import Reports
import Testing

@Suite("No form of a public paper holds a hidden figure")
struct EveryFormTests {
  /// The same paper with numbers that stand nowhere else: 4 and 50 become 5 and 8,617.
  private func forms() throws -> [(name: String, text: String)] {
    var release = Release(figures: [
      Figure("a", 5), Figure("b", 8_617), Figure("c", 9_243), Figure("d", 60_000),
      Figure("all", 77_865, kind: .total), Figure("population", 123_457, kind: .open),
    ])
    release.relations = [.total("all", of: ["a", "b", "c", "d"])]
    release.derived = ["a", "b", "c", "d", "all"].map { id in
      DerivedFigure(
        FigureID("rate/" + id),
        .ratio(part: FigureID(id), whole: "population", times: 10_000, decimals: 2))
    }
    var ties = FigureTies()
    let rows: [(String, Int, Int)] = [
      ("a", 5, 41), ("b", 8_617, 69_798), ("c", 9_243, 74_868), ("d", 60_000, 486_000),
      ("all", 77_865, 630_705),
    ]
    for (id, _, _) in rows {
      ties.tie("numbers", row: id, column: "number", to: FigureID(id))
      ties.tie("numbers", row: id, column: "rate", to: FigureID("rate/" + id))
      ties.tie("bars", row: id, column: "now", to: FigureID(id))
      ties.tie("line", row: id, column: "total", to: FigureID(id))
    }
    ties.state("The second is 8,617.", ["b"])
    ties.state("The third is 9,243.", ["c"])
    let table = Table(
      id: "numbers", caption: "Numbers, of them 8,617 in the second",
      columns: [
        Column(id: "name", title: "Name", kind: .rowHeader),
        Column(id: "number", title: "Number", kind: .number),
        Column(id: "rate", title: "Rate", kind: .number),
        Column(id: "words", title: "Remark", kind: .prose),
      ],
      rows: rows.map { id, number, rate in
        Row([
          .text(id),
          Cell(
            .number(mantissa: number, decimals: 0), remark: "of them \(number) new",
            remarkNumber: number
          ).explained(Explanation("n", results: [.init("n", "\(number)")])),
          .decimal(mantissa: rate, decimals: 2), .text("It was \(number) before."),
        ])
      })
    var machines = table
    machines.id = "machines"
    machines.isForMachines = true
    let document = Document(
      title: "A paper on 8,617 of them", asAt: "2025-03-31",
      blocks: [
        .heading(level: 1, text: "The 8617"),
        .paragraph("The second is 8,617. The third is 9,243."),
        .table(table), .table(machines),
        .chart(
          Chart(
            id: "bars", title: "8,617 in the second", subtitle: "Of 77,865, 8,617 in the second",
            description: "The second bar is 8,617 high.",
            kind: .bars(
              BarChart(
                periods: [.init(id: "now", label: "Now")],
                groups: rows.map {
                  .init(id: $0.0, name: $0.0, values: [ExactNumber($0.1)])
                })))),
        .chart(
          Chart(
            id: "line", title: "A line", description: "It passes 8,617.",
            kind: .line(
              LineChart(
                series: [
                  .init(
                    id: "total", name: "Total",
                    points: rows.enumerated().map { place, row in
                      .init(
                        id: row.0, label: row.0, position: place, value: ExactNumber(row.1),
                        limits: .init(centre: ExactNumber(row.1)), mark: "it is \(row.1)")
                    })
                ], references: [.init(label: "Second", value: 8_617)])))),
        .chart(
          Chart(
            id: "fall", title: "Steps", description: "Down by 8,617.",
            kind: .waterfall(
              WaterfallChart(
                start: .init(name: "Start", value: 9_243),
                steps: [.init(id: "b", name: "Second", change: 8_617)],
                end: .init(name: "End", value: 17_860))))),
        .note(Note(code: "sum", severity: .warning, text: "The second, 8,617, was late.")),
      ])
    let controlled = try DisclosureControl.apply(to: release)
    #expect(controlled.hidden["b"]?.reason == .protectsAnother)
    let safe = DocumentDisclosure(controlled, ties: ties).apply(to: document).document
    return OutputFormat.allCases.map { format in
      (
        "\(format)",
        String(decoding: safe.rendered(as: format, isFile: true).bytes, as: UTF8.self)
      )
    }
  }

  @Test("Text, Markdown, web page, Word, CSV, archive and JSON")
  func everyForm() throws {
    let forms = try forms()
    #expect(forms.count == 7)
    for form in forms {
      for secret in ["8617", "8,617", "697.98", "8 617", "17860", "17,860"] {
        #expect(!form.text.contains(secret), "\(form.name) holds \(secret)")
      }
      // What is shown is there: the words that declare it, or the number in data.
      #expect(form.text.contains("9,243") || form.text.contains("9243"), "\(form.name)")
    }
  }
}

@Suite("Numbers in words that people read")
struct NumbersInTextTests {
  /// What remains of a sentence in a release without any figures.
  private func kept(_ text: String) throws -> Bool {
    let release = try DisclosureControl.apply(to: Release())
    let document = Document(title: "T", blocks: [.paragraph(text)])
    return DocumentDisclosure(release, ties: FigureTies()).apply(to: document).dropped.isEmpty
  }

  @Test(
    "Dates and plain words tell no figure",
    arguments: [
      "The committee met on 23 November 2020.", "The figures are of March 2025.",
      "It is the year 2024-25.", "Recorded on 2020-11-02.", "Our practice is kind.",
    ])
  func plain(text: String) throws { #expect(try kept(text)) }

  @Test(
    "Digits, number words, fractions and movements do",
    arguments: [
      "There were 4.", "There were four.", "Twenty-one came.", "It is 1.2 per child.", "Both left.",
      "It rose.", "Fewer than before.", "The only child went home.", "Half of them.",
      "\u{00BD} left.",
      "\u{FF14} left.", "A single adoption.", "None were adopted.", "Section 20.", "It was s20.",
      "31 children.", "5% of all.", "\u{2212}3 on the month.", "3rd of them.",
    ])
  func telling(text: String) throws { #expect(try !kept(text)) }
}
