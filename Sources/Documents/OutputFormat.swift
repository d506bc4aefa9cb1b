/// A form in which a document can be written.
public enum OutputFormat: String, CaseIterable, Sendable {
  /// For a terminal, or for a screen reader.
  case text
  /// For a text that goes on into Word, a wiki or a repository.
  case markdown
  /// For programs.
  case json

  /// Every name that is understood, the canonical one first; the others are also file endings.
  public var names: [String] {
    switch self {
    case .text: ["text", "txt"]
    case .markdown: ["markdown", "md"]
    case .json: ["json"]
    }
  }

  /// The ending of a file in this form, without the dot.
  public var fileEnding: String {
    switch self {
    case .text: "txt"
    case .markdown: "md"
    case .json: "json"
    }
  }

  /// What the form is good for, in a few words, for completion and help.
  public var summary: String {
    switch self {
    case .text: "plain text, as on the screen"
    case .markdown: "Markdown, for Word by way of pandoc or for a wiki"
    case .json: "JSON, one document a line, for programs"
    }
  }

  /// The form of this name or alias, in whatever case.
  public init?(named name: String) {
    let name = name.lowercased()
    guard let format = Self.allCases.first(where: { $0.names.contains(name) }) else { return nil }
    self = format
  }

  /// The form that a file's ending stands for: `md`, `.md` and `MD` are the same.
  public init?(fileEnding ending: String) {
    self.init(named: ending.hasPrefix(".") ? String(ending.dropFirst()) : ending)
  }
}
