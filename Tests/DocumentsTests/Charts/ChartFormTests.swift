import Documents
import TestSupport
import Testing

@Suite("Charts in text, Markdown and JSON")
struct ChartFormTests {
  @Test("Every kind of chart in every written form is the one that was read and kept")
  func golden() throws {
    let document = SampleCharts.document
    let forms = [
      ("charts.txt", TextRenderer().render(document)),
      ("charts-narrow.txt", TextRenderer(style: .init(width: 40)).render(document)),
      ("charts-ascii.txt", TextRenderer(style: .init(unicode: false)).render(document)),
      ("charts-plain.txt", TextRenderer(style: .init(plain: true)).render(document)),
      ("charts.md", MarkdownRenderer().render(document)),
      ("charts.json", JSONRenderer().render(document)),
      ("charts.csv", CSVRenderer().render(document)),
    ]
    for (name, text) in forms { #expect(try GoldenFile.difference(text, from: name) == nil) }
  }

  @Test(
    "A chart is at most 22 lines high and no line is wider than the terminal",
    arguments: [40, 60, 80, 120, 200])
  func size(width: Int) {
    for chart in SampleCharts.all {
      for unicode in [true, false] {
        let style = TextRenderer.Style(width: width, unicode: unicode)
        let lines = TextRenderer(style: style)
          .render(Document(title: "", blocks: [.chart(chart)])).split(separator: "\n")
        #expect(lines.count <= 22, "\(chart.id)")
        #expect(lines.allSatisfy { DisplayWidth.columns($0) <= width }, "\(chart.id)")
        #expect(unicode || lines.allSatisfy { $0.allSatisfy(\.isASCII) }, "\(chart.id)")
      }
    }
  }

  @Test("A bar is as long as its figure: 40 columns for 20, 20 for 10, none for nought")
  func barLengths() {
    let plan = Chart(
      id: "p", title: "T", description: "D", unit: "",
      kind: .plan(
        PlanChart(
          periods: [20, 10, 0].map {
            .init(id: "m", label: "M", planned: ExactNumber($0), sent: nil)
          })))
    let lines = TextRenderer(style: .init(width: 54)).render(
      Document(title: "", blocks: [.chart(plan)])
    ).split(separator: "\n")
    #expect(
      lines.map { line in line.filter { $0 == "\u{2592}" }.count } == [0, 40, 20, 0])
    #expect(lines.last == "M, planned 0")
  }

  @Test("What a screen reader hears has no sign that it would skip")
  func spoken() {
    let text = TextRenderer(style: .init(plain: true)).render(SampleCharts.document)
    let skipped: [Character] = ["\u{2212}", "\u{2588}", "\u{25C6}", "\u{2591}", "\u{2013}"]
    #expect(!text.contains { skipped.contains($0) })
    #expect(text.contains("\nTurned 18. Change: minus 5\n"))
    #expect(text.contains("\nTarget by March 2021: 320\n"))
  }

  @Test("Where the paper has the figures in a table, they are not written twice")
  func tableInPaper() {
    var chart = SampleCharts.plan
    chart.tableID = "planned-applications"
    let document = Document(title: "T", blocks: [.chart(chart), .table(Sample.planned)])
    for text in [
      MarkdownRenderer().render(document), HTMLRenderer().render(document),
      TextRenderer(style: .init(plain: true)).render(document), CSVRenderer().render(document),
    ] {
      #expect(!text.contains("Figures: Three of ten"))
      #expect(!text.contains("planned,sent"))
    }
    #expect(HTMLRenderer().render(document).contains("<a href=\"#table-1\">table 1</a>"))
  }

  @Test("A long reading is cut to the latest sixty, and says so")
  func longReading() {
    let points = (0..<100).map {
      LineChart.Point(id: "\($0)", label: "Week \($0)", position: $0, value: ExactNumber($0))
    }
    let chart = Chart(
      id: "c", title: "T", description: "D",
      kind: .line(LineChart(series: [.init(id: "s", name: "S", points: points)])))
    let document = Document(title: "", blocks: [.chart(chart)])
    let text = TextRenderer(style: .init(plain: true)).render(document)
    #expect(text.contains("The last 60 of 100 rows.\nWeek 40. S: 40\n"))
    #expect(JSONRenderer().render(document).contains("[\"0\",\"Week 0\",0]"))
  }
}
