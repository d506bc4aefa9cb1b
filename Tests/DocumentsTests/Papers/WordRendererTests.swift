import TestSupport
import Testing

@testable import Documents

/// What Word is strict about, looked for in every part of a paper with every kind of block.
@Suite("Word")
struct WordRendererTests {
  private static let paper = Document(
    title: Sample.update.title, asAt: Sample.update.asAt,
    blocks: Sample.update.blocks + SampleCharts.document.blocks)

  static let papers = [paper, HostileText.document, Document(title: ""), Sample.update]

  private func trees(_ document: Document) throws -> [(name: String, tree: XMLTree)] {
    try WordRenderer().parts(of: document).map { ($0.name, try XMLTree.read($0.text)) }
  }

  private func part(_ name: String, _ document: Document = paper) throws -> XMLTree {
    try #require(try trees(document).first { $0.name == name }).tree
  }

  @Test("A paper's text and charts are those that were read and kept")
  func golden() throws {
    let parts = Dictionary(
      uniqueKeysWithValues: WordRenderer().parts(of: Self.paper).map { ($0.name, $0.text) })
    // One element a line, so that a difference can be read.
    for name in ["document", "charts/chart1", "charts/chart6"] {
      let text = try #require(parts["word/\(name).xml"]).replacing("><", with: ">\n<")
      let file = "word-\(name.split(separator: "/").last ?? "").xml"
      #expect(try GoldenFile.difference(text, from: file) == nil)
    }
  }

  @Test("The same document gives the same bytes, and a zip that opens")
  func repeatable() throws {
    let bytes = WordRenderer().render(Self.paper)
    #expect(bytes == WordRenderer().render(Self.paper))
    #expect(
      try ZipReader.files(bytes).map(\.name)
        == WordRenderer().parts(of: Self.paper).map(\.name)
        + (1...8).map { "word/embeddings/Microsoft_Excel_Sheet\($0).xlsx" })
  }

  @Test("The children of every element stand in the order of the schema", arguments: papers)
  func order(document: Document) throws {
    for (name, tree) in try trees(document) {
      for element in tree.all {
        try check(element, WordOrder.children[element.name], in: name)
        for series in element.children where series.name == "c:ser" {
          try check(series, WordOrder.series(in: element.name), in: name)
        }
      }
    }
  }

  private func check(_ element: XMLTree, _ order: [String]?, in part: String) throws {
    // An empty marker under a line chart, or a series' own, is not the one with a symbol.
    guard let order, !element.children.isEmpty else { return }
    let places = element.children.map { order.firstIndex(of: $0.name) }
    for (child, place) in zip(element.children, places) {
      #expect(place != nil, "\(part): \(child.name) in \(element.name)")
    }
    let known = places.compactMap { $0 }
    #expect(known == known.sorted(), "\(part): \(element.children.map(\.name))")
  }

  @Test("Every part has a content type, and every relationship leads to a part", arguments: papers)
  func relationships(document: Document) throws {
    let (parts, workbooks) = WordRenderer().contents(of: document)
    let names = Set(parts.map(\.name))
    let types = try part("[Content_Types].xml", document)
    let covered = Set(types.all("Override").compactMap { $0.attributes["PartName"]?.dropFirst() })
    let defaults = Set(types.all("Default").compactMap { $0.attributes["Extension"] })
    #expect(covered.isSubset(of: Set(names.map { $0[...] })))
    for name in names where name != "[Content_Types].xml" && !name.hasSuffix(".rels") {
      #expect(covered.contains(name[...]), "\(name)")
    }
    #expect(defaults == (workbooks.isEmpty ? ["rels", "xml"] : ["rels", "xml", "xlsx"]))
    let related = try part("word/_rels/document.xml.rels", document).all("Relationship")
    let ids = related.compactMap { $0.attributes["Id"] }
    #expect(Set(ids).count == ids.count)
    #expect(related.allSatisfy { names.contains("word/" + ($0.attributes["Target"] ?? "")) })
    let used = try part("word/document.xml", document).all.compactMap { $0.attributes["r:id"] }
    #expect(Set(used).isSubset(of: Set(ids)))
    // Each chart leads to a workbook of its own.
    let targets = try (0..<workbooks.count).compactMap { index in
      try part("word/charts/_rels/chart\(index + 1).xml.rels", document)
        .first("Relationship")?.attributes["Target"]
    }
    #expect(targets == workbooks.map { "../" + $0.name.dropFirst("word/".count) })
  }

  @Test("Ids of drawings are unique, and each has its words as the alternative, not as the title")
  func drawings() throws {
    let drawings = try part("word/document.xml").all("wp:docPr")
    #expect(drawings.map { $0.attributes["id"] } == (1...8).map { "\($0)" })
    #expect(drawings.map { $0.attributes["descr"] } == SampleCharts.all.map(\.description))
    #expect(drawings.map { $0.attributes["title"] } == SampleCharts.all.map(\.title))
  }

  @Test("Every table has a grid, a repeated header row, the flags for headers, and words")
  func tables() throws {
    let tables = try part("word/document.xml").all("w:tbl")
    #expect(tables.count == 10)
    for table in tables {
      let properties = try #require(table.first("w:tblPr"))
      let look = try #require(properties.first("w:tblLook"))
      #expect(look.attributes["w:firstRow"] == "1" && look.attributes["w:firstColumn"] == "1")
      #expect(look.attributes["w:val"] == "06A0")
      #expect(properties.first("w:tblCaption")?.attributes["w:val"]?.isEmpty == false)
      #expect(properties.first("w:tblDescription")?.attributes["w:val"]?.isEmpty == false)
      let grid = table.first("w:tblGrid")?.children.map { $0.attributes["w:w"] }
      let rows = table.children.filter { $0.name == "w:tr" }
      for (index, row) in rows.enumerated() {
        let cells = row.children.filter { $0.name == "w:tc" }
        #expect(cells.map { $0.all("w:tcW").first?.attributes["w:w"] } == grid)
        #expect(cells.allSatisfy { $0.children.last?.name == "w:p" })
        #expect((row.first("w:trPr")?.first("w:tblHeader") != nil) == (index == 0))
      }
    }
  }

  @Test("No table is wider than its page, and what is too wide for it lies on a turned one")
  func widths() throws {
    let body = try #require(try part("word/document.xml").first("w:body"))
    var waiting: [Int] = []
    var turned = 0
    for child in body.children {
      if child.name == "w:tbl" {
        waiting.append(
          child.all("w:gridCol").compactMap { Int($0.attributes["w:w"] ?? "") }.reduce(0, +))
      }
      guard let page = child.all("w:pgSz").first else { continue }
      let room = try #require(Int(page.attributes["w:w"] ?? "")) - 2 * WordBody.page.margin
      #expect(waiting.allSatisfy { $0 <= room })
      if page.attributes["w:orient"] == "landscape" { turned += waiting.count }
      waiting = []
    }
    #expect(waiting.isEmpty)
    #expect(turned == 1)
    #expect(body.children.last?.name == "w:sectPr")
  }

  @Test("Every style that is used is there, and what begins after another is too")
  func styles() throws {
    let styles = try part("word/styles.xml")
    let ids = styles.all("w:style").compactMap { $0.attributes["w:styleId"] }
    #expect(Set(ids).count == ids.count)
    let references = ["w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next"]
    for (_, tree) in try trees(Self.paper) {
      for element in tree.all where references.contains(element.name) {
        #expect(ids.contains(element.attributes["w:val"] ?? ""), "\(element.attributes)")
      }
    }
    for name in ["heading 1", "heading 2", "heading 3", "Title", "caption", "List Bullet"] {
      #expect(styles.all("w:name").contains { $0.attributes["w:val"] == name }, "\(name)")
    }
    #expect(styles.all("w:lang").first?.attributes["w:val"] == "en-GB")
  }

  @Test("Charts are Word's own: no picture, figures of a workbook, points within their count")
  func charts() throws {
    for (name, tree) in try trees(Self.paper) where name.contains("/charts/") {
      guard !name.hasSuffix(".rels") else { continue }
      #expect(tree.all("c:externalData").map { $0.attributes["r:id"] } == ["rId1"])
      #expect(!tree.all("c:ser").isEmpty)
      #expect(tree.all("c:numLit").isEmpty && tree.all("c:strLit").isEmpty)
      for literal in tree.all("c:numCache") + tree.all("c:strCache") {
        let count = try #require(Int(literal.first("c:ptCount")?.attributes["val"] ?? ""))
        let indices = literal.all("c:pt").compactMap { Int($0.attributes["idx"] ?? "") }
        #expect(indices.allSatisfy { (0..<count).contains($0) }, "\(name)")
        #expect(indices == indices.sorted())
      }
      let orders = tree.all("c:ser").compactMap { $0.first("c:order")?.attributes["val"] }
      #expect(Set(orders).count == orders.count)
      // Word takes a file for damaged when a stacked bar has a label outside its end.
      if tree.all("c:grouping").contains(where: { $0.attributes["val"] == "stacked" }) {
        #expect(!tree.all("c:dLblPos").contains { $0.attributes["val"] == "outEnd" })
      }
      let axes = tree.all("c:catAx") + tree.all("c:dateAx") + tree.all("c:valAx")
      #expect(axes.count == 2)
      let crossed = axes.compactMap { $0.first("c:crossAx")?.attributes["val"] }
      #expect(Set(crossed) == Set(axes.compactMap { $0.first("c:axId")?.attributes["val"] }))
    }
  }

  @Test("Properties: the title, the language, the day of the figures, and nobody's name")
  func properties() throws {
    let core = try part("docProps/core.xml")
    #expect(core.first("dc:title")?.text == "Looked after children reduction update")
    #expect(core.first("dc:language")?.text == "en-GB")
    #expect(core.first("dcterms:created")?.text == "2020-11-02T00:00:00Z")
    #expect(core.first("dc:creator") == nil)
    #expect(try part("docProps/core.xml", HostileText.document).first("dcterms:created") == nil)
  }

  @Test("Properties of a council's paper: whose it is, what it is about, words to find it by")
  func councilProperties() throws {
    var document = Document(title: "Update", asAt: "2020-11-02", blocks: [.paragraph("One.")])
    document.properties = DocumentProperties(
      author: "Kings & Lynn", subject: "Looked after children", keywords: ["care", "2020"])
    let core = try part("docProps/core.xml", document)
    #expect(core.first("dc:creator")?.text == "Kings & Lynn")
    #expect(core.first("dc:subject")?.text == "Looked after children")
    #expect(core.first("cp:keywords")?.text == "care, 2020")
    let page = HTMLRenderer().render(document)
    #expect(page.contains("<meta name=\"author\" content=\"Kings &amp; Lynn\">"))
    #expect(page.contains("<meta name=\"dcterms.created\" content=\"2020-11-02\">"))
  }

  @Test("A paper for a meeting names the day of the meeting and the day of its figures")
  func meeting() throws {
    var document = Document(title: "Briefing", asAt: "2020-11-02", blocks: [.paragraph("One.")])
    document.meeting = "2020-12-01"
    let line = "For the meeting on 1 December 2020; figures as at 2 November 2020"
    #expect(try part("word/document.xml", document).all("w:t").contains { $0.text == line })
    #expect(HTMLRenderer().render(document).contains("<p class=\"asat\">\(line)</p>"))
    #expect(MarkdownRenderer().render(document).contains("\n\n\(line)\n\n"))
  }

  @Test("Sections in boxes have one frame round heading and words, and a gap between two")
  func boxes() throws {
    var document = Document(
      title: "Card",
      blocks: [
        .heading(level: 1, text: "Well"), .list(["One.", "Two."]),
        .heading(level: 1, text: "Worried"), .paragraph("Nothing."),
        .heading(level: 1, text: "Measures"), .paragraph("None."),
      ])
    document.boxes = ["Well", "Worried"]
    let styles = try part("word/document.xml", document).all("w:pStyle").compactMap {
      $0.attributes["w:val"]
    }
    #expect(
      styles == [
        "Title", "BoxHeading", "BoxList", "BoxList", "BoxGap", "BoxHeading", "BoxText", "Heading1",
        "Normal",
      ])
    let page = HTMLRenderer().render(document)
    #expect(page.matches(of: /<section class="box"/).count == 2)
    #expect(page.matches(of: /<\/section>/).count == 2)
    #expect(page.contains("</section>\n</div>\n<h2 id=\"section-3\">Measures</h2>"))
  }

  @Test("Free text is text in every part, without what could steer a machine")
  func hostile() throws {
    for part in WordRenderer().parts(of: HostileText.document) {
      #expect(!part.text.contains("<script"))
      for scalar in HostileText.forbidden {
        #expect(!part.text.unicodeScalars.contains(scalar), "\(part.name)")
      }
    }
  }
}
