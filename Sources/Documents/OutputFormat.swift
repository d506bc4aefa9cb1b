/// A form in which a document can be written.
public enum OutputFormat: String, CaseIterable, Sendable {
  /// For a terminal, or for a screen reader.
  case text
  /// For a text that goes on into a wiki or a repository.
  case markdown
  /// For a web page, or to be printed from one.
  case html
  /// For Word.
  case docx
  /// For a spreadsheet: the tables in one file.
  case csv
  /// For a spreadsheet: the tables in a file each.
  case zip
  /// For programs.
  case json

  /// Every name that is understood, the canonical one first; the others are also file endings.
  public var names: [String] {
    switch self {
    case .text: ["text", "txt"]
    case .markdown: ["markdown", "md"]
    case .html: ["html", "htm"]
    case .docx: ["docx", "word"]
    case .csv: ["csv"]
    case .zip: ["zip"]
    case .json: ["json"]
    }
  }

  /// The ending of a file in this form, without the dot.
  public var fileEnding: String {
    switch self {
    case .text: "txt"
    case .markdown: "md"
    case .html: "html"
    case .docx: "docx"
    case .csv: "csv"
    case .zip: "zip"
    case .json: "json"
    }
  }

  /// What the form is good for, in a few words, for completion and help.
  public var summary: String {
    switch self {
    case .text: "plain text, as on the screen"
    case .markdown: "Markdown, for a wiki or a repository"
    case .html: "a web page in one file, for reading and printing"
    case .docx: "a Word document with charts that can be edited, figures and all"
    case .csv: "the tables as CSV, for a spreadsheet"
    case .zip: "the tables as CSV, one file each, in a zip"
    case .json: "JSON, one document a line, for programs"
    }
  }

  /// Whether the form is for programs only and would spoil a terminal.
  public var isBinary: Bool { self == .docx || self == .zip }

  /// Whether a file in this form holds one paper, so that several answers have to be joined before
  /// they are written.
  public var holdsOneDocument: Bool {
    switch self {
    case .html, .docx, .csv, .zip: true
    case .text, .markdown, .json: false
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
