import CSV
import Documents
import LookedAfter

/// The shape of a paper: its headings, their order, its standing text, and where its figures and the
/// parts that people write stand. An officer edits it as a file of comma-separated values.
public struct PaperTemplate: Equatable, Sendable {
  /// A paper that has a template.
  public enum Paper: String, CaseIterable, Sendable {
    /// The monthly Looked after Children reduction update.
    case update
    /// The report to a scrutiny committee.
    case briefing
  }

  /// One line of the file.
  public enum Piece: Equatable, Sendable {
    /// A heading; level 1 is a section, 2 a part of one.
    case heading(level: Int, String)
    /// A row of the table at the head of the paper: its name, and the part that people write.
    case header(slot: String, name: String)
    /// A part that people write, with what belongs into it.
    case slot(id: String, name: String, prompt: String)
    /// Standing text.
    case text(String)
    /// Figures, with their sentences, tables and charts, by the id of the part.
    case figures(String)
  }

  /// The title; `{authority}` and `{month}` in it are filled in, as in standing text.
  public let title: String

  /// The pieces, in the order of the paper.
  public let pieces: [Piece]

  /// The picture at the head of the paper; nil for none.
  public let logo: Logo?

  /// Makes a template.
  public init(title: String, pieces: [Piece], logo: Logo? = nil) {
    self.title = title
    self.pieces = pieces
    self.logo = logo
  }

  /// The same with the scenarios that were chosen at its end, where it has no place for them.
  func withScenarios() -> PaperTemplate {
    guard !pieces.contains(.figures(PaperParts.scenarios)) else { return self }
    return PaperTemplate(
      title: title,
      pieces: pieces + [
        .heading(level: 1, MonthlyUpdate.scenarioHeading), .figures(PaperParts.scenarios),
      ], logo: logo)
  }

  /// The columns of the file.
  public static let columns = ["kind", "id", "heading", "text"]

  /// Reads a template.
  ///
  /// A line's `kind` is `title`, `logo`, `header`, `section`, `text`, `slot` or `figures`. A heading on a
  /// line that is no section is one of level 2.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - file: its name, for errors.
  ///   - picture: reads the file that a line of kind `logo` names; a template that is kept holds the
  ///     picture itself.
  /// - Throws: `CSVError` with the place of what cannot be taken.
  public init(
    bytes: [UInt8], file: String, picture: (String) -> [UInt8]? = { _ in nil }
  ) throws(CSVError) {
    let table = try CSVTable(bytes: bytes, file: file, required: Self.columns, known: [])
    var title: String?
    var pieces: [Piece] = []
    var section = ""
    var slots: Set<String> = []
    var logo: Logo?
    for record in table.records {
      let kind = try table.required("kind", of: record)
      let heading = table.value("heading", of: record)
      let text = table.value("text", of: record)
      for (column, words) in [("heading", heading), ("text", text)] where kind != "slot" {
        if let figure = Self.unfilled(in: words ?? "") {
          throw table.error(
            "nothing fills in \(figure); there are \(Prose.list(Self.fillable))", at: column,
            of: record)
        }
      }
      if let heading, !["section", "header", "title", "logo"].contains(kind) {
        pieces.append(.heading(level: 2, heading))
      }
      switch kind {
      case "title": title = try table.required("text", of: record)
      case "logo":
        let words = try table.required("heading", of: record)
        let name = try table.required("text", of: record)
        logo =
          Logo(uri: name, words: words) ?? picture(name).flatMap { Logo(bytes: $0, words: words) }
        guard logo != nil else {
          throw table.error(
            "\(name.prefix(60)) is no picture of PNG or JPEG of up to \(Logo.mostBytes / 1000) kB; name"
              + " such a file beside the template", at: "text", of: record)
        }
      case "section":
        section = try table.required("heading", of: record)
        pieces.append(.heading(level: 1, section))
      case "text": pieces.append(.text(try table.required("text", of: record)))
      case "header", "slot":
        let id = try table.required("id", of: record)
        guard Self.isID(id) else {
          throw table.error(
            "the id \"\(id)\" must be of lower-case letters, digits and hyphens", at: "id",
            of: record)
        }
        guard slots.insert(id).inserted else {
          throw table.error("the id \"\(id)\" is there twice", at: "id", of: record)
        }
        pieces.append(
          kind == "slot"
            ? .slot(id: id, name: heading ?? section, prompt: text ?? "")
            : .header(slot: id, name: try table.required("heading", of: record)))
      case "figures":
        let id = try table.required("id", of: record)
        guard PaperParts.isKnown(id) else {
          throw table.error(
            "there is no part \"\(id)\"; there are \(Prose.list(PaperParts.names))", at: "id",
            of: record)
        }
        pieces.append(.figures(id))
      default:
        throw table.error(
          "the kind \"\(kind)\" is not known; it must be title, logo, header, section, text, slot or"
            + " figures", at: "kind", of: record)
      }
    }
    guard let title else {
      throw CSVError(file: file, line: 1, column: nil, problem: "there is no line of kind title")
    }
    guard !pieces.isEmpty else {
      throw CSVError(file: file, line: 1, column: nil, problem: "the paper has no parts")
    }
    self.init(title: title, pieces: pieces, logo: logo)
  }

  /// The parts that people write, in the order of the paper: id, name and what belongs into them.
  public var slots: [(id: String, name: String, prompt: String)] {
    pieces.compactMap { piece in
      switch piece {
      case .header(let slot, let name): (slot, name, "")
      case .slot(let id, let name, let prompt): (id, name, prompt)
      case .heading, .text, .figures: nil
      }
    }
  }

  /// What is filled in wherever it stands in a title, a heading or standing text.
  static let fillable = ["{authority}", "{month}", "{meeting}"]

  /// The first thing in braces that nothing fills in; nil when there is none.
  private static func unfilled(in text: String) -> String? {
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      let close = rest[open...].firstIndex(of: "}") ?? rest.index(before: rest.endIndex)
      let found = String(rest[open...close])
      if !fillable.contains(found) { return found }
      rest = rest[rest.index(after: close)...]
    }
    return nil
  }

  /// The part at the head of a paper that the day of the meeting fills.
  static let meetingSlot = "meeting"

  private static func isID(_ id: String) -> Bool {
    id.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
    }
  }
}
