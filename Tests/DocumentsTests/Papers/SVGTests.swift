import TestSupport
import Testing

@testable import Documents

@Suite("SVG")
struct SVGTests {
  @Test("A chart of each kind is the picture that was read and kept")
  func golden() throws {
    for chart in [SampleCharts.line, SampleCharts.comparison] {
      let text = SVGRenderer().render(chart)
      #expect(try GoldenFile.difference(text, from: "\(chart.id).svg") == nil)
    }
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

  @Test("Colours stand out from the page by 3 to 1, text by 4.5 to 1, in light and dark")
  func contrast() throws {
    for colours in [SVGStyle.light, SVGStyle.dark] {
      let named = Dictionary(uniqueKeysWithValues: colours.map { ($0.0, $0.1) })
      let paper = try luminance(named["paper"])
      func ratio(_ name: String, _ other: Double) throws -> Double {
        let own = try luminance(named[name])
        return (max(own, other) + 0.05) / (min(own, other) + 0.05)
      }
      for number in 1...6 {
        #expect(try ratio("c\(number)", paper) >= 3, "c\(number)")
        #expect(try ratio("on\(number)", luminance(named["c\(number)"])) >= 4.5, "on\(number)")
      }
      for name in ["ink", "soft"] { #expect(try ratio(name, paper) >= 4.5, "\(name)") }
      #expect(try ratio("rule", paper) >= 3)
      #expect(try ratio("c1", luminance(named["t3"])) >= 1.5)
    }
  }

  /// The relative luminance of WCAG 2.2.
  private func luminance(_ colour: String?) throws -> Double {
    let digits = try #require(colour).dropFirst()
    let number = try #require(UInt32(digits, radix: 16))
    let parts = [16, 8, 0].map { shift -> Double in
      let part = Double((number >> shift) & 0xFF) / 255
      // The curve of sRGB without a library: 2.4 is the exponent of the standard.
      return part <= 0.04045 ? part / 12.92 : power((part + 0.055) / 1.055)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// A number to the power 2.4, as its square times the fifth root of its square.
  private func power(_ base: Double) -> Double {
    let square = base * base
    var root = 0.5
    for _ in 0..<60 {
      let fourth = root * root * root * root
      root -= (fourth * root - square) / (5 * fourth)
    }
    return square * root
  }
}
