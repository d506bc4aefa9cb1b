import Documents

/// Writes the headings of a document, one a line.
public struct OutlineRenderer: DocumentRenderer {
  /// Makes a renderer.
  public init() {}

  /// The title and the headings.
  public func rendered(_ document: Document) -> RenderedDocument {
    let headings = document.blocks.compactMap { block in
      if case .heading(_, let text) = block { text } else { nil }
    }
    return .text(([document.title] + headings).joined(separator: "\n") + "\n")
  }
}
