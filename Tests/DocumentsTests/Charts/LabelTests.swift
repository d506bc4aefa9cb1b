import Testing

@testable import Documents

/// Names under axes and beside diamonds: none lies over another, whatever the months.
@Suite("Labels of charts")
struct LabelTests {
  private static let names = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private func chart(_ positions: [Int], marked: Set<Int> = []) -> Chart {
    let points = positions.map { index in
      LineChart.Point(
        id: "\(2019 + index / 12)-\(index % 12 < 9 ? "0" : "")\(index % 12 + 1)",
        label: "\(Self.names[index % 12]) \(2019 + index / 12)", position: index,
        value: ExactNumber(4 + index * 7 % 5), mark: marked.contains(index) ? "marked" : nil)
    }
    return Chart(
      id: "c", title: "Chart", description: "D",
      kind: .line(LineChart(series: [.init(id: "s", name: "S", points: points)])))
  }

  /// The months of the council's papers: two in 2019, and the rest in clusters.
  private static let clustered = [2, 9, 13, 14, 19, 20, 21]

  @Test(
    "In a terminal every month that is named is named in full, with its year",
    arguments: [40, 60, 80, 100, 120], [clustered, Array(0..<24), [0, 1], [0, 30, 31], [5]])
  func terminal(width: Int, months: [Int]) throws {
    let text = TextRenderer(style: .init(width: width)).render(
      Document(title: "", blocks: [.chart(chart(months))]))
    let lines = text.split(separator: "\n")
    let axis = try #require(lines.firstIndex { $0.contains("\u{2514}") })
    let words = lines[axis + 1].split(separator: " ").map(String.init)
    #expect(words.count.isMultiple(of: 2) && !words.isEmpty)
    for index in stride(from: 0, to: words.count - 1, by: 2) {
      #expect(Self.names.contains(words[index]), "\(words)")
      #expect(["2019", "2020", "2021"].contains(words[index + 1]), "\(words)")
    }
    #expect(lines[axis].count { $0 == "\u{2534}" } == words.count / 2)
  }

  @Test(
    "In a picture no two texts meet, and no text lies on the line or on a diamond",
    arguments: [300.0, 680.0], [clustered, Array(0..<24), Array(0..<36)])
  func picture(width: Double, months: [Int]) throws {
    let last = try #require(months.last)
    let marked = Set([last - 2, last - 1, last])
    let drawing = SVGChart(chart: chart(months, marked: marked), width: width).drawing()
    let tree = try XMLTree.read("<svg>" + drawing.body + "</svg>")
    let boxes = try tree.all("text").map { text -> MarkLabels.Box in
      let x = try #require(text.attributes["x"].flatMap(Double.init))
      let y = try #require(text.attributes["y"].flatMap(Double.init))
      let length = TextMeasure.width(text.text, size: SVGChart.size)
      let left =
        switch text.attributes["text-anchor"] {
        case "middle": x - length / 2
        case "end": x - length
        default: x
        }
      return .init(left: left + 0.5, top: y - 10, right: left + length - 0.5, bottom: y)
    }
    for (index, box) in boxes.enumerated() {
      for other in boxes[(index + 1)...] { #expect(!box.meets(other), "\(box) \(other)") }
    }
    for diamond in tree.all("polygon") where diamond.attributes["class"] == "mark" {
      let points = (diamond.attributes["points"] ?? "").split(separator: " ").map { point in
        point.split(separator: ",").compactMap { Double($0) }
      }
      let shape = MarkLabels.Box(
        left: points.map { $0[0] }.min() ?? 0, top: points.map { $0[1] }.min() ?? 0,
        right: points.map { $0[0] }.max() ?? 0, bottom: points.map { $0[1] }.max() ?? 0)
      for box in boxes { #expect(!box.meets(shape)) }
    }
  }

  @Test("A label without a free place is left out rather than laid over another")
  func noRoom() {
    let labels = MarkLabels(
      bounds: .init(left: 0, top: -20, right: 90, bottom: 34), lines: [], size: 14)
    let marks = [(x: 20.0, y: 20.0, text: "Jan 2024"), (x: 30.0, y: 20.0, text: "Feb 2024")]
    #expect(labels.placed(marks).map(\.index) == [1])
  }
}
