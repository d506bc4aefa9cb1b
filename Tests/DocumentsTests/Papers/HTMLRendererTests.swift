import TestSupport
import Testing

@testable import Documents

@Suite("HTML")
struct HTMLRendererTests {
  private let page = HTMLRenderer().render(
    Document(
      title: Sample.update.title, asAt: Sample.update.asAt,
      blocks: Sample.update.blocks + SampleCharts.document.blocks))

  /// The page as XML: our own pages close every element but the few that have no content.
  private func tree(_ page: String) throws -> XMLTree {
    var text = page.replacing("<!DOCTYPE html>\n", with: "")
    for element in text.matches(of: /<meta [^>]*>/).reversed() {
      text.replaceSubrange(element.range, with: "")
    }
    return try XMLTree.read(text)
  }

  @Test("A paper is the page that was read and kept, but for its style sheet")
  func golden() throws {
    for (document, name) in [
      (Sample.update, "update.html"), (SampleCharts.document, "charts.html"),
    ] {
      let body = HTMLRenderer().render(document).split(separator: "</style>\n").last ?? ""
      #expect(try GoldenFile.difference(String(body), from: name) == nil)
    }
  }

  @Test("The page is well formed, in British English, and needs nothing else")
  func whole() throws {
    let tree = try tree(page)
    #expect(tree.attributes["lang"] == "en-GB")
    #expect(tree.all("script").isEmpty && tree.all("img").isEmpty && tree.all("link").isEmpty)
    #expect(!page.contains("http://") && !page.contains("https://") && !page.contains("url("))
    let ids = tree.all.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    let labels = tree.all.compactMap { $0.attributes["aria-labelledby"] }
    let links = tree.all.compactMap { $0.attributes["href"]?.dropFirst() }
    let references =
      labels.flatMap { $0.split(separator: " ") }.map(String.init)
      + links.map(String.init)
    #expect(!references.isEmpty)
    #expect(references.allSatisfy(Set(ids).contains))
  }

  @Test("Headings go down one level at a time, whatever the document asks for")
  func headings() throws {
    let wanted = [3, 1, 5, 2, 4, 9, -1]
    let page = HTMLRenderer().render(
      Document(title: "T", blocks: wanted.map { .heading(level: $0, text: "H") }))
    let levels = try tree(page).all.compactMap { element in
      element.name.first == "h" && element.name.count == 2 ? Int(element.name.dropFirst()) : nil
    }.filter { $0 > 0 }
    #expect(levels == [1, 2, 2, 3, 3, 4, 5, 2])
  }

  @Test("Every table has a caption, and every header cell says what it heads")
  func tables() throws {
    let tables = try tree(page).all("table")
    #expect(tables.count == 10)
    for table in tables {
      #expect(table.children.first?.name == "caption")
      #expect(table.first("caption")?.wholeText.isEmpty == false)
      let columns = table.first("thead")?.first("tr")?.children ?? []
      #expect(columns.allSatisfy { $0.name == "th" && $0.attributes["scope"] == "col" })
      for row in table.first("tbody")?.children ?? [] {
        #expect(row.children.count == columns.count)
        #expect(row.children.first?.name == "th")
        #expect(row.children.first?.attributes["scope"] == "row")
      }
    }
  }

  @Test("Every picture has a name, a description and its figures as a table")
  func pictures() throws {
    let figures = try tree(page).all("figure")
    #expect(figures.count == 8)
    for (figure, chart) in zip(figures, SampleCharts.all) {
      for picture in figure.all("svg") {
        #expect(picture.attributes["role"] == "img")
        #expect(picture.first("title")?.text == chart.title)
        #expect(picture.first("desc")?.text == chart.description)
      }
      #expect(figure.all("svg").count == 2)
      #expect(figure.all("details").first?.all("table").count == 1)
    }
  }
}
