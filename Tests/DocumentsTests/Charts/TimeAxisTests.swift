import Documents
import Testing

@Suite("Charts on a small screen")
struct TimeAxisTests {
  private func document(months: Int, paragraph: String = "") -> Document {
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let points = (0..<months).map { index in
      LineChart.Point(
        id: "\(index)", label: "\(names[index % 12]) \(2022 + index / 12)", position: index,
        value: ExactNumber(10 + index % 7))
    }
    let chart = Chart(
      id: "c", title: "Chart", description: "D", unit: "Children",
      kind: .line(
        LineChart(
          series: [.init(id: "s", name: "S", points: points)], limitKind: .controlLimits,
          references: [])))
    return Document(title: "Title", blocks: [.paragraph(paragraph), .chart(chart)])
  }

  @Test(
    "The marks of the time axis stand at even distances", arguments: [2, 3, 12, 13, 24, 25, 36, 40])
  func evenMarks(months: Int) throws {
    let lines = TextRenderer(style: .init(width: 80)).render(document(months: months))
      .split(separator: "\n")
    let axis = try #require(lines.first { $0.contains("└") })
    let places = axis.enumerated().filter { $0.element == "┴" }.map(\.offset)
    #expect(places.count >= 2)
    let gaps = zip(places.dropFirst(), places).map { $0 - $1 }
    let (least, most) = (try #require(gaps.min()), try #require(gaps.max()))
    #expect(most - least <= 1, "\(gaps)")
    // The last month is always named.
    let names = try #require(lines.last { $0.contains("202") })
    #expect(names.hasSuffix("\(2022 + (months - 1) / 12)"))
  }

  @Test("A chart that would be cut by the end of the screen is drawn lower")
  func height() throws {
    let text = String(
      repeating: "A sentence that fills the line from its begin to its end. ", count: 7)
    let document = document(months: 24, paragraph: text)
    let high = TextRenderer(style: .init(width: 80)).render(document).split(
      separator: "\n", omittingEmptySubsequences: false)
    let low = TextRenderer(style: .init(width: 80, height: 24)).render(document).split(
      separator: "\n", omittingEmptySubsequences: false)
    let end = { (lines: [Substring]) in lines.lastIndex { $0.contains("202") } }
    #expect(low.count < high.count)
    #expect(try #require(end(low)) < 23)
    // On a screen with room it is drawn as high as ever.
    let tall = TextRenderer(style: .init(width: 80, height: 60)).render(document)
    #expect(tall.split(separator: "\n", omittingEmptySubsequences: false) == high)
  }
}
