/// Writes a document as Markdown that CommonMark, GitHub and pandoc read alike.
public struct MarkdownRenderer: Sendable {
  /// Makes a renderer.
  public init() {}

  /// The document as Markdown, ending in one line break.
  public func render(_ document: Document) -> String {
    let document = document.forPeople(PlainText.line)
    var parts: [String] = []
    if !document.title.isEmpty { parts.append("# " + MarkdownText.heading(document.title)) }
    if let line = document.dateLine { parts.append(MarkdownText.inline(line)) }
    let mark = document.pageMark.map { "**" + MarkdownText.inline($0) + "**" }
    if let mark { parts.append(mark) }
    var endsInList = false
    for block in document.blocks {
      guard let part = text(of: block, in: document) else { continue }
      // Without something between them, two lists would be read as one.
      if endsInList, case .list = block { parts.append("<!-- -->") }
      parts.append(part)
      endsInList = block.isList
    }
    if let mark { parts.append(mark) }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func text(of block: Block, in document: Document) -> String? {
    switch block {
    case .heading(let level, let text):
      // The title has the first level; Markdown ends at the sixth.
      let marks = String(repeating: "#", count: min(max(level, 1), 5) + 1)
      return text.isEmpty ? nil : marks + " " + MarkdownText.heading(text)
    case .paragraph(let text): return text.isEmpty ? nil : MarkdownText.block(text)
    case .list(let items): return items.isEmpty ? nil : list(items)
    case .table(let table): return MarkdownTable(table: table).lines().joined(separator: "\n")
    case .chart(let chart): return self.chart(chart, ownTable: document.table(chart.tableID) == nil)
    case .note(let note):
      return "**" + note.severity.word + "**: " + MarkdownText.inline(note.text)
        + " (" + code(note.code) + ")"
    case .sources(let items): return items.isEmpty ? nil : "Sources:\n\n" + list(items)
    }
  }

  /// The words of a chart and its figures; Markdown draws nothing.
  private func chart(_ chart: Chart, ownTable: Bool) -> String {
    var parts = ["**" + MarkdownText.inline(chart.title) + "**"]
    if !chart.underTitle.isEmpty { parts.append(MarkdownText.block(chart.underTitle)) }
    if !chart.description.isEmpty { parts.append(MarkdownText.block(chart.description)) }
    if let remark = chart.remark, !chart.description.contains(remark) {
      parts.append(MarkdownText.block(remark))
    }
    if ownTable {
      let table = chart.tableForPeople()
      parts.append(MarkdownTable(table: table).lines().joined(separator: "\n"))
    }
    parts += chart.references.map {
      MarkdownText.block($0.label + ": " + $0.value.forPeople)
    }
    if let source = chart.source { parts.append("Source: " + MarkdownText.inline(source)) }
    return parts.joined(separator: "\n\n")
  }

  private func list(_ items: [String]) -> String {
    items.map { "- " + MarkdownText.block($0) }.joined(separator: "\n")
  }

  /// A code between backticks, which can't be escaped there.
  private func code(_ text: String) -> String {
    text.isEmpty || text.contains("`") ? MarkdownText.inline(text) : "`" + text + "`"
  }
}

extension Block {
  fileprivate var isList: Bool {
    switch self {
    case .list, .sources: true
    default: false
    }
  }
}
