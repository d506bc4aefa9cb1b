/// Writes a document as one web page that holds all it needs: no script, no other file, no network.
///
/// It reads on a telephone, in the dark, aloud and on paper: headings in order, tables with captions
/// and header cells, and under each chart its words and figures.
public struct HTMLRenderer: Sendable {
  /// Makes a renderer.
  public init() {}

  /// The document as a page, ending in one line break.
  public func render(_ document: Document) -> String {
    let logo = document.logo.map(HTMLLogo.init)
    let day = document.asAt
    let document = document.forPeople(PlainText.line)
    let outline = PaperOutline(document)
    let title = XMLText.escaped(document.title.isEmpty ? "Paper" : document.title)
    var page =
      "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
      + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      + "<meta name=\"color-scheme\" content=\"light dark\">\n"
      + "<meta http-equiv=\"Content-Security-Policy\""
      + " content=\"default-src 'none'; style-src 'unsafe-inline'\(logo == nil ? "" : HTMLLogo.policy)\">\n"
      + HTMLMeta(document.properties, day: day).html
      + "<title>\(title)</title>\n<style>\n\(HTMLStyle.sheet)"
    if let mark = document.pageMark { page += HTMLStyle.everyPage(mark) }
    page += "</style>\n</head>\n<body>\n<main>\n"
    if let mark = document.pageMark {
      page += "<p class=\"note error\"><strong>\(XMLText.escaped(mark))</strong></p>\n"
    }
    if let logo { page += logo.html }
    page += "<h1>\(title)</h1>\n"
    if let line = document.dateLine { page += "<p class=\"asat\">\(XMLText.escaped(line))</p>\n" }
    page += contents(outline)
    var isTurned = false
    var boxes = HTMLBoxes()
    for item in outline.items {
      if item.isTurned != isTurned {
        page += item.isTurned ? "<div class=\"turned\">\n" : "</div>\n"
      }
      isTurned = item.isTurned
      page += boxes.before(item) + html(item, outline)
    }
    page += boxes.end
    if isTurned { page += "</div>\n" }
    return page + "</main>\n</body>\n</html>\n"
  }

  /// The sections to choose from, where there are enough to be lost among.
  private func contents(_ outline: PaperOutline) -> String {
    let sections = outline.items.compactMap { item -> String? in
      guard case .heading(_, let text) = item.block, item.level == 1 else { return nil }
      return "<li><a href=\"#section-\(item.number)\">\(XMLText.escaped(text))</a></li>\n"
    }
    guard sections.count > 3 else { return "" }
    return "<nav aria-label=\"Contents\">\n<ol>\n" + sections.joined() + "</ol>\n</nav>\n"
  }

  private func html(_ item: PaperOutline.Item, _ outline: PaperOutline) -> String {
    switch item.block {
    case .heading(_, let text):
      let tag = "h\(item.level + 1)"
      return "<\(tag) id=\"section-\(item.number)\">\(XMLText.escaped(text))</\(tag)>\n"
    case .paragraph(let text): return "<p>\(XMLText.escaped(text))</p>\n"
    case .list(let items): return list(items)
    case .table(let table): return HTMLTable(table: table, number: item.number).html
    case .chart(let chart):
      return HTMLChart(chart: chart, number: item.number, table: outline.table(of: chart)).html
    case .note(let note):
      return "<p class=\"note \(note.severity.rawValue)\"><strong>\(note.severity.word)</strong>"
        + ": \(XMLText.escaped(note.text))"
        + " <span class=\"code\">(\(XMLText.escaped(note.code)))</span></p>\n"
    case .sources(let items):
      return "<p class=\"sources\"><strong>Sources</strong></p>\n" + list(items, class: "sources")
    }
  }

  private func list(_ items: [String], class name: String? = nil) -> String {
    let style = name.map { " class=\"\($0)\"" } ?? ""
    return "<ul\(style)>\n"
      + items.map { "<li>\(XMLText.escaped($0))</li>\n" }.joined() + "</ul>\n"
  }
}
