import Disclosure
import Documents

/// Takes out of a document whatever a controlled release does not show, before any renderer sees it:
/// text, web page, Word file, data and pictures are all written from what is left.
///
/// Everything is shut unless it is opened. A number of a table or a chart stands only where it is tied
/// to a figure that is shown and has that value. A sentence stands only if it declares its figures, all
/// of them are shown, and every number in it is one of theirs; or if it tells no number and no
/// movement. How figures were made is taken out throughout. Names of rows and columns, and the sources,
/// stand as they are: they must hold no figures.
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
    for block in document.blocks { result.blocks += blocks(for: block, &log) }
    result.blocks += notes(log)
    return Result(
      document: result, dropped: log.dropped, untied: log.untied, droppedCharts: log.charts)
  }

  private func blocks(for block: Block, _ log: inout Log) -> [Block] {
    switch block {
    case .heading(let level, let words): return [.heading(level: level, text: text.label(words))]
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
        return [
          .note(
            Note(
              code: "chart-not-shown", severity: .information,
              text: "A chart is left out here, because it would show a figure that is not shown."))
        ]
      }
      return [.chart(drawn)]
    case .note(let note):
      let (kept, dropped) = text.judged(note.text)
      log.dropped += dropped
      return kept.isEmpty
        ? [] : [.note(Note(code: note.code, severity: note.severity, text: kept))]
    case .sources: return [block]
    }
  }

  private func notes(_ log: Log) -> [Block] {
    var sentences = release.publicSentences
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
