import Documents
import Testing

@Suite("Free text reaches no form as anything but text")
struct HostileTextTests {
  @Test("No control character, no terminal sequence and no bidirectional control is in any form")
  func controls() {
    for format in OutputFormat.allCases where format != .json {
      let text = String(decoding: HostileText.document.rendered(as: format).bytes, as: UTF8.self)
      // Zip has bytes of its own between the texts; those are looked at one by one elsewhere.
      if format.isBinary { continue }
      for scalar in HostileText.forbidden {
        #expect(!text.unicodeScalars.contains(scalar), "\(format): U+\(scalar.value)")
      }
    }
  }

  @Test("A page holds no element that came from a text")
  func page() throws {
    let page = HTMLRenderer().render(HostileText.document)
    #expect(!page.contains("<script"))
    #expect(!page.contains(" onload"))
    for chart in SampleCharts.all { _ = try XMLTree.read(SVGRenderer().render(chart)) }
  }

  @Test(
    "A text that a spreadsheet would calculate gets an apostrophe; numbers stay numbers",
    arguments: [
      ("=1+1", "'=1+1"), ("+44 1432", "'+44 1432"), ("-2 fewer", "'-2 fewer"), ("@sum", "'@sum"),
      ("\t=1", "'=1"), ("\r=1", "'=1"), (" =1", "'=1"), ("\u{FF1D}1", "'\u{FF1D}1"),
      ("\u{200B}=1", "'=1"), ("plain", "plain"), ("\u{2212}2", "\u{2212}2"), ("1=1", "1=1"),
    ])
  func formulas(text: String, expected: String) {
    let table = Table(
      id: "t", caption: "C",
      columns: [
        Column(id: "a", title: "A", kind: .rowHeader), Column(id: "b", title: "B", kind: .number),
      ], rows: [Row([.text(text), .change(-3)])])
    #expect(
      CSVRenderer().render(Document(title: "T", blocks: [.table(table)]))
        == "a,b\n\(expected),-3\n")
  }
}
