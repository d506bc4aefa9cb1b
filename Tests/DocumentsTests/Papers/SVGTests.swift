import TestSupport
import Testing

@testable import Documents

@Suite("SVG")
struct SVGTests {
  @Test("A chart of each kind is the picture that was looked at and kept, to a pixel and a half")
  func golden() throws {
    for chart in SampleCharts.all {
      let difference = try PictureFile.difference(
        SVGRenderer().render(chart), from: "\(chart.id).svg", tolerance: 1.5)
      #expect(difference == nil)
    }
  }

  @Test("A picture that differs by more than its tolerance, or by a word, is another picture")
  func tolerance() throws {
    let kept = "<svg><text class=\"soft\" x=\"10\" y=\"5\">336</text></svg>"
    func difference(_ other: String) throws -> String? {
      try PictureFile.difference(XMLTree.read(kept), XMLTree.read(other), tolerance: 1.5)
    }
    #expect(try difference(kept) == nil)
    #expect(try difference(kept.replacing("x=\"10\"", with: "x=\"11.4\"")) == nil)
    #expect(
      try difference(kept.replacing("x=\"10\"", with: "x=\"11.6\"")) == "text, x: 10, now 11.6")
    #expect(try difference(kept.replacing("336", with: "337")) == "text: 336, now 337")
    #expect(try difference(kept.replacing("soft", with: "strong")) != nil)
    #expect(try difference("<svg/>") == "svg: 1 parts, now 0")
  }

  @Test(
    "Everything drawn lies inside the picture, at every width", arguments: [320, 480, 720, 1200])
  func inside(width: Int) throws {
    for chart in SampleCharts.all {
      let tree = try XMLTree.read(SVGRenderer(width: width).render(chart))
      let height = try #require(tree.attributes["height"].flatMap(Double.init))
      // What hangs in the group is measured from its corner.
      let across = try coordinates(tree, ["x", "x1", "x2", "cx"])
      let down = try coordinates(tree, ["y", "y1", "y2", "cy"])
      #expect(across.allSatisfy { (-1...Double(width)).contains($0) }, "\(chart.id)")
      #expect(down.allSatisfy { (-1...height).contains($0) }, "\(chart.id)")
      for text in tree.all("text") where text.attributes["text-anchor"] == nil {
        let x = try #require(text.attributes["x"].flatMap(Double.init))
        let end = x + TextMeasure.width(text.text, size: SVGChart.size)
        #expect(end <= Double(width) + 4, "\(chart.id): \(text.text)")
      }
    }
  }

  private func coordinates(_ tree: XMLTree, _ names: [String]) throws -> [Double] {
    try tree.all.flatMap { element in
      // The ground of the picture is given in hundredths of it.
      names.compactMap { element.attributes[$0] }
    }.map { try #require(Double($0)) }
  }

  @Test("The latest figure of every chart can be read without its colours")
  func figures() {
    let shown = [
      ("336", SampleCharts.line), ("May 2020: 19", SampleCharts.limits),
      ("5 more home a month 299", SampleCharts.fan), ("107", SampleCharts.bars),
      ("Varied: 22", SampleCharts.profile), ("93.07", SampleCharts.comparison),
      ("\u{2212}7", SampleCharts.waterfall), ("3 sent", SampleCharts.plan),
    ]
    for (text, chart) in shown {
      #expect(SVGRenderer().render(chart).contains(">\(text)<"), "\(text)")
    }
  }
}
