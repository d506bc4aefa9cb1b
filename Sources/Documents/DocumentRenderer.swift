/// What a renderer yields: text, or the bytes of a file that is none.
public enum RenderedDocument: Equatable, Sendable {
  /// Text, to be shown or written in UTF-8.
  case text(String)
  /// The bytes of a file.
  case bytes([UInt8])

  /// The bytes of a file that holds it.
  public var bytes: [UInt8] {
    switch self {
    case .text(let text): Array(text.utf8)
    case .bytes(let bytes): bytes
    }
  }
}

/// Something that writes documents in one form.
public protocol DocumentRenderer: Sendable {
  /// The document in the renderer's form.
  func rendered(_ document: Document) -> RenderedDocument
}

extension TextRenderer: DocumentRenderer {
  /// The document as text.
  public func rendered(_ document: Document) -> RenderedDocument { .text(render(document)) }
}

extension MarkdownRenderer: DocumentRenderer {
  /// The document as Markdown.
  public func rendered(_ document: Document) -> RenderedDocument { .text(render(document)) }
}

extension HTMLRenderer: DocumentRenderer {
  /// The document as a web page.
  public func rendered(_ document: Document) -> RenderedDocument { .text(render(document)) }
}

extension WordRenderer: DocumentRenderer {
  /// The document as a Word file.
  public func rendered(_ document: Document) -> RenderedDocument { .bytes(render(document)) }
}

extension CSVRenderer: DocumentRenderer {
  /// The document's tables as text.
  public func rendered(_ document: Document) -> RenderedDocument { .text(render(document)) }
}

extension JSONRenderer: DocumentRenderer {
  /// The document as JSON.
  public func rendered(_ document: Document) -> RenderedDocument { .text(render(document)) }
}

extension Document {
  /// The document in a form.
  ///
  /// - Parameters:
  ///   - format: the form.
  ///   - style: width and colour of the text form; the default suits a file.
  ///   - isFile: whether it goes to a file of its own, and not to a terminal or a pipe. A CSV file
  ///     then begins with the mark that spreadsheets need.
  public func rendered(
    as format: OutputFormat, style: TextRenderer.Style = .init(), isFile: Bool = false
  ) -> RenderedDocument {
    switch format {
    case .text: TextRenderer(style: style).rendered(self)
    case .markdown: MarkdownRenderer().rendered(self)
    case .html: HTMLRenderer().rendered(self)
    case .docx: WordRenderer().rendered(self)
    case .csv:
      isFile
        ? .bytes(CSVRenderer.marked(CSVRenderer().render(self))) : CSVRenderer().rendered(self)
    case .zip: .bytes(CSVRenderer().archive(self))
    case .json: JSONRenderer().rendered(self)
    }
  }

  /// Several answers as one document, each under its title; one stays as it is.
  public init(joining documents: [Document]) {
    guard documents.count != 1, let first = documents.first else {
      self = documents.first ?? Document(title: "")
      return
    }
    self.init(
      title: first.title + " and \(documents.count - 1) more",
      blocks: documents.flatMap { document -> [Block] in
        var blocks: [Block] = [.heading(level: 1, text: document.title)]
        let dated = document.forPeople { $0 }
        if let line = dated.dateLine { blocks.append(.paragraph(line + ".")) }
        return blocks
          + document.blocks.map { block in
            guard case .heading(let level, let text) = block else { return block }
            return .heading(level: min(level, 4) + 1, text: text)
          }
      })
  }
}
