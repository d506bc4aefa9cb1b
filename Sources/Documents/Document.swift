/// A paper or an answer, free of any form: every command yields one, and each renderer writes it.
///
/// The tree holds plain text only. Escaping, alignment, colour and width are the renderers' work,
/// so that a figure reads the same in a terminal, in Markdown and in JSON.
public struct Document: Equatable, Sendable {
  /// The title, in sentence case, without a full stop.
  public var title: String

  /// The day that the figures describe, as `yyyy-mm-dd`; nil when no one day fits.
  public var asAt: String?

  /// The day of the meeting that it is written for, as `yyyy-mm-dd`; nil for none.
  public var meeting: String?

  /// The contents, in reading order.
  public var blocks: [Block]

  /// What every page has to carry, such as `Draft: two parts are still to be written`; nil for a
  /// finished paper.
  public var pageMark: String?

  /// Whose paper it is and what it is about, for the properties of a file.
  public var properties = DocumentProperties()

  /// The headings of the first level whose sections are set in boxes.
  public var boxes: Set<String> = []

  /// The picture at its head; nil for none.
  public var logo: Logo?

  /// Whether every paragraph begins with its number and a full stop, counted from 1, so that a form
  /// with numbering of its own can count instead.
  public var isNumbered: Bool

  /// Makes a document.
  public init(
    title: String, asAt: String? = nil, blocks: [Block] = [], pageMark: String? = nil,
    isNumbered: Bool = false
  ) {
    self.title = title
    self.asAt = asAt
    self.blocks = blocks
    self.pageMark = pageMark
    self.isNumbered = isNumbered
  }
}

extension Document {
  /// The table of this id, if the document has it.
  func table(_ id: String?) -> Table? {
    guard let id else { return nil }
    for case .table(let table) in blocks where table.id == id { return table }
    return nil
  }
}

/// One piece of a document.
public enum Block: Equatable, Sendable {
  /// A heading below the title; level 1 is a section, 2 a part of one, up to 5.
  case heading(level: Int, text: String)

  /// One paragraph of whole sentences.
  case paragraph(String)

  /// Short statements of equal rank.
  case list([String])

  /// A table.
  case table(Table)

  /// A chart, with the words and the figures that stand for it where it cannot be seen.
  case chart(Chart)

  /// A finding about the figures: a failed check, a caveat, a prompt.
  case note(Note)

  /// Where the figures come from: one citation a line.
  case sources([String])
}

/// A finding about the figures, with a code that stays the same from release to release.
public struct Note: Equatable, Sendable {
  /// How much a finding matters, worst first.
  public enum Severity: String, CaseIterable, Sendable {
    /// A figure is wrong or contradicts another; it must be mended before the paper goes out.
    case error
    /// Figures do not meet; the difference is shown and has to be explained.
    case warning
    /// A judgement to look at again; it may well be right.
    case prompt
    /// Something that a reader should know.
    case information
  }

  /// A stable code of lower-case words joined by hyphens, such as `stock-and-flow`.
  public var code: String

  /// How much it matters.
  public var severity: Severity

  /// What was found, with its numbers, in whole sentences.
  public var text: String

  /// Makes a note.
  public init(code: String, severity: Severity, text: String) {
    self.code = code
    self.severity = severity
    self.text = text
  }
}
