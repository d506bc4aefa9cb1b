import Disclosure
import Documents

/// Takes out of a document whatever a controlled release does not show, before any renderer sees it:
/// text, web page, Word file, data and pictures are all written from what is left.
///
/// Everything is shut unless it is opened. A number of a table or a chart stands only where it is tied
/// to a figure that is shown and has that value. A sentence stands only if it declares its figures, all
/// of them are shown, and every number in it is one of theirs; or if it tells no number and no
/// movement. How figures were made is taken out throughout. Names of rows, columns and marks lose the
/// numbers that are known to tell a figure. The sources stand as they are.
public struct DocumentDisclosure: Sendable {
  /// What came of it.
  public struct Result: Equatable, Sendable {
    /// The document that may be published.
    public var document: Document

    /// The sentences that were left out.
    public var dropped: [String]

    /// The places of numbers that are tied to no figure, and so were hidden: to be mended.
    public var untied: [String]

    /// The ids of the charts that were left out.
    public var droppedCharts: [String]
  }

  /// What is found on the way.
  struct Log {
    var dropped: [String] = []
    var untied: [String] = []
    var charts: [String] = []
  }

  let release: ControlledRelease
  let ties: FigureTies
  let text: PublicText

  /// Prepares for the documents of a release.
  public init(_ release: ControlledRelease, ties: FigureTies) {
    self.release = release
    self.ties = ties
    text = PublicText(release, ties)
  }

  /// The document as it may be published, with a note that says what is not shown.
  public func apply(to document: Document) -> Result {
    var log = Log()
    var result = document
    result.title = text.label(document.title)
    result.blocks = []
    let kept = document.blocks.map { blocks(for: $0, &log) }
    for (place, blocks) in kept.enumerated() {
      result.blocks += blocks
      if Self.isEmptied(place, document.blocks, kept) {
        result.blocks.append(
          .paragraph(
            "The figures of this part are not shown, so that no child can be recognised."))
      }
    }
    result.blocks += notes(log, hides: result.hasConfidential)
    return Result(
      document: result, dropped: log.dropped, untied: log.untied, droppedCharts: log.charts)
  }

  private func blocks(for block: Block, _ log: inout Log) -> [Block] {
    switch block {
    case .heading(let level, let words): return [.heading(level: level, text: text.label(words))]
    // A rating to look at again is put to the manager, not to the public.
    case .paragraph(Section.ratingRemark): return []
    case .note(let note) where note.code == "rating-and-direction": return []
    case .paragraph(let words):
      let (kept, dropped) = text.judged(words)
      log.dropped += dropped
      return kept.isEmpty ? [] : [.paragraph(kept)]
    case .list(let items):
      let judged = items.map(text.judged)
      log.dropped += judged.flatMap(\.dropped)
      let kept = judged.map(\.kept).filter { !$0.isEmpty }
      return kept.isEmpty ? [] : [.list(kept)]
    case .table(let table): return [.table(self.table(table, &log))]
    case .chart(let chart):
      guard let drawn = self.chart(chart, &log) else {
        log.charts.append(chart.id)
        return [.note(leftOut(chart))]
      }
      return [.chart(drawn)]
    case .note(let note):
      let (kept, dropped) = text.judged(note.text)
      log.dropped += dropped
      // Without its first sentence a note says of nothing that it can be explained.
      return kept.isEmpty || dropped.first.map(note.text.hasPrefix) == true
        ? [] : [.note(Note(code: note.code, severity: note.severity, text: kept))]
    case .sources: return [block]
    }
  }

  /// Whether a heading had something under it, of which nothing is left.
  private static func isEmptied(_ place: Int, _ blocks: [Block], _ kept: [[Block]]) -> Bool {
    guard case .heading = blocks[place] else { return false }
    var had = false
    for next in blocks.indices.dropFirst(place + 1) {
      switch blocks[next] {
      case .heading, .sources: return had
      default: had = true
      }
      if !kept[next].isEmpty { return false }
    }
    return had
  }

  private func notes(_ log: Log, hides: Bool) -> [Block] {
    var sentences = release.publicSentences(hidingOthers: hides)
    if !log.dropped.isEmpty {
      sentences.append(
        "Sentences that state a figure which is not shown, or one that cannot be tied to the tables, "
          + "are left out.")
    }
    guard !sentences.isEmpty else { return [] }
    return [
      .note(
        Note(
          code: "disclosure-control", severity: .information,
          text: sentences.joined(separator: " ")))
    ]
  }

  // MARK: - Ties

  /// The figure at a place.
  func figure(_ block: String, _ row: String, _ column: String) -> FigureID? {
    ties.figures[FigureTies.Place(block: block, row: row, column: column)]
  }

  /// Whether a figure is shown, and is the number that stands there.
  func shows(_ figure: FigureID, _ number: (Int, Int)) -> Bool {
    guard release.shows(figure) else { return false }
    guard let printed = release.printed(figure) else { return true }
    return PublicText.isSame((printed.mantissa, printed.decimals), number)
  }
}

extension Document {
  /// Whether anything of it is put as `[c]`.
  var hasConfidential: Bool {
    blocks.contains { block in
      switch block {
      case .table(let table): table.hasConfidential
      case .chart(let chart): !chart.confidential.isEmpty || Self.isMasked(chart.subtitle)
      case .heading(_, let text), .paragraph(let text): Self.isMasked(text)
      case .list, .note, .sources: false
      }
    }
  }

  fileprivate static func isMasked(_ text: String) -> Bool { text.contains("[c]") }
}

extension Table {
  fileprivate var hasConfidential: Bool {
    Document.isMasked(caption)
      || rows.contains { row in
        row.cells.contains { cell in
          guard case .text(let words) = cell.value else { return false }
          return cell == .confidential || Document.isMasked(words)
        }
      }
  }
}
