import Documents
import LookedAfter

/// Puts a paper together: what people wrote, what the program makes of the figures, in the order of
/// a template.
struct PaperWriter {
  let template: PaperTemplate
  let context: PaperContext
  /// The terms to explain; nil for a paper without a glossary.
  var glossary: Glossary?
  /// Whether each paragraph has a number.
  var isNumbered = false
  /// What the paper goes through before it is shown.
  var disclosure = DisclosurePass.identity

  private struct Contents {
    var blocks: [Block] = []
    var header: [Row] = []
    /// What was written for the head of the paper beyond one paragraph: a cell holds no second one.
    var belowHeader: [Block] = []
    var provenance: [Provenance] = []
    var unfilled = 0
    var listsSources = false
  }

  /// The paper.
  ///
  /// - Throws: `ReportError` where a part that people wrote holds a figure that cannot be printed, or
  ///   whatever the disclosure pass throws.
  func document(asAt day: CivilDate?) throws -> Document {
    var contents = Contents()
    for piece in template.pieces { try add(piece, to: &contents) }
    if !contents.header.isEmpty {
      contents.blocks = [.table(header(contents.header))] + contents.belowHeader + contents.blocks
    }
    let sources = Document.sources(contents.provenance)
    if contents.listsSources {
      contents.blocks = contents.blocks.flatMap { block -> [Block] in
        if case .sources(let items) = block, items.isEmpty { return sources }
        return [block]
      }
    } else {
      contents.blocks += sources
    }
    var paper = Document(
      title: filledIn(template.title), asAt: day?.description, blocks: contents.blocks)
    paper.logo = template.logo
    paper.meeting = context.meeting?.description
    paper.properties = DocumentProperties(context.history, context.month)
    return finished(try disclosure(paper), unfilled: contents.unfilled)
  }

  private func add(_ piece: PaperTemplate.Piece, to contents: inout Contents) throws {
    switch piece {
    case .heading(let level, let text):
      contents.blocks.append(.heading(level: level, text: filledIn(text)))
    case .text(let text): contents.blocks.append(.paragraph(filledIn(text)))
    case .header(let slot, let name):
      let paragraphs = try paragraphs(of: slot, name)
      let written = paragraphs?.first
      contents.belowHeader += (paragraphs ?? []).dropFirst().map { .paragraph("\(name): \($0)") }
      let known = slot == PaperTemplate.meetingSlot ? context.meeting?.inWords ?? written : written
      if known == nil { contents.unfilled += 1 }
      contents.header.append(
        Row([.text(slot), .text(name), known.map(Cell.text) ?? Cell(.missing, display: Self.blank)])
      )
    case .slot(let id, let name, let prompt):
      if let written = try paragraphs(of: id, name) {
        contents.blocks += written.map { .paragraph($0) }
      } else {
        contents.unfilled += 1
        contents.blocks.append(
          .note(
            Note(
              code: id, severity: .prompt,
              text: "\(Self.blank). \(prompt)".trimmingBlanks)))
      }
    case .figures(PaperParts.backgroundPapers):
      contents.listsSources = true
      contents.blocks.append(.sources([]))
    case .figures(PaperParts.glossary):
      contents.blocks.append(.table(Self.placeholder))
    case .figures(let id):
      guard let section = PaperParts.section(id, of: context) else { return }
      contents.blocks += section.sourcedBlocks
      contents.provenance += section.provenance
    }
  }

  private static let blank = "[still to be written]"

  private static let placeholder = Table(
    id: PaperParts.glossary, caption: "", columns: [], rows: [])

  /// What was written for a part, paragraph by paragraph, each figure filled in; nil for nothing.
  private func paragraphs(of slot: String, _ name: String) throws(ReportError) -> [String]? {
    guard let written = context.history.paperText(slot, for: context.month) else { return nil }
    var text = ""
    for piece in Commentary(text: written.value, provenance: written.provenance).pieces {
      switch piece {
      case .words(let words): text += words
      case .unreadable(let figure): throw .unfilledFigure(part: name, figure: figure)
      case .figure(nil, let measure) where measure.bridgedCohort != nil:
        guard let cohort = measure.bridgedCohort,
          let words = BridgeAnswer.words(of: cohort, in: context.history, context.month)
        else { throw .unfilledFigure(part: name, figure: "{\(measure)}") }
        text += words
      case .figure(let stated, let measure):
        guard let figure = context.history.figure(measure, in: context.month) else {
          throw .unfilledFigure(part: name, figure: "{\(measure)}")
        }
        if let stated, stated != figure {
          throw .otherFigure(part: name, stated: stated, measure: "\(measure)", recorded: figure)
        }
        text += Prose.number(figure)
      }
    }
    let paragraphs = text.split(separator: "\n").map { String($0).trimmingBlanks }
      .filter { !$0.isEmpty }
    return paragraphs.isEmpty ? nil : paragraphs
  }

  private func filledIn(_ text: String) -> String {
    var text = text
    for (name, value) in [
      ("{authority}", context.history.authority.name), ("{month}", context.month.inWords),
      ("{meeting}", context.meeting?.inWords ?? Self.blank),
    ] {
      let parts = text.split(separator: name, omittingEmptySubsequences: false)
      text = parts.joined(separator: value)
    }
    return text
  }

  private func header(_ rows: [Row]) -> Table {
    Table(
      id: "meeting", caption: "The meeting and the report",
      columns: [
        Column(id: "id", title: "Id", kind: .key),
        Column(id: "what", title: "What", kind: .rowHeader),
        Column(id: "text", title: "For this report", kind: .prose),
      ], rows: rows)
  }

  /// The paper with its glossary, its numbers and its mark: what rests on the words that are left.
  private func finished(_ paper: Document, unfilled: Int) -> Document {
    var paper = paper
    let terms = glossary.flatMap { $0.table(for: paper) }
    var number = 0
    paper.isNumbered = isNumbered
    paper.blocks = paper.blocks.map { block in
      switch block {
      case .table(let table) where table.id == PaperParts.glossary && table.columns.isEmpty:
        return terms.map(Block.table) ?? .paragraph("No term of the glossary is used.")
      case .paragraph(let text) where isNumbered && !text.isEmpty:
        number += 1
        return .paragraph("\(number). \(text)")
      default: return block
      }
    }
    if unfilled > 0 {
      paper.pageMark =
        "Draft: \(Prose.count(unfilled, "part is", "parts are")) still to be written"
    }
    return paper
  }
}

extension String {
  /// Without blanks at either end.
  fileprivate var trimmingBlanks: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
