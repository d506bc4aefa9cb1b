import Documents
import Indicators
import LookedAfter

/// One section of a paper: its blocks, and where their figures come from.
struct Section {
  /// The heading.
  let heading: String

  /// The blocks below the heading.
  var blocks: [Block] = []

  /// The provenance of the figures used.
  var provenance: [Provenance] = []

  /// Adds a paragraph of sentences; a paragraph without any is left out.
  mutating func say(_ sentences: String...) {
    let text = sentences.filter { !$0.isEmpty }.joined(separator: " ")
    if !text.isEmpty { blocks.append(.paragraph(text)) }
  }

  /// Says that a section has nothing to tell, so that no gap is passed over in silence.
  mutating func sayNothingRecorded(of what: String, in month: Month) {
    blocks.append(.paragraph("Nothing is recorded of \(what) for \(month.inWords)."))
  }

  /// Notes where figures come from.
  mutating func cite(_ provenance: Provenance?...) {
    self.provenance += provenance.compactMap { $0 }
  }

  /// Adds a note on each check of a month that does not hold, of those that are wanted.
  mutating func addFailedChecks(
    of history: History, in month: Month, where isWanted: (Check) -> Bool
  ) {
    let sentences = CheckSentences(history: history, month: month)
    blocks += sentences.notes(where: isWanted).map { .note($0) }
  }

  /// Notes where the figures of a breakdown come from.
  mutating func cite(_ breakdown: Breakdown) {
    provenance += ([breakdown.stated] + breakdown.lines.map(\.number)).compactMap { $0?.provenance }
  }
}

extension Section {
  /// The blocks, each chart with a source line: its own, or that of the section.
  var sourcedBlocks: [Block] {
    let source = Chart.source(provenance)
    return blocks.map { block in
      guard case .chart(var chart) = block, chart.source == nil else { return block }
      chart.source = source
      return .chart(chart)
    }
  }
}

extension Chart {
  /// The papers that figures come from, for the line under a chart: the latest three by name.
  static func source(_ provenance: some Sequence<Provenance>) -> String? {
    var seen: Set<String> = []
    let papers = provenance.map { ($0.source?.date, $0.source?.shortTitle ?? $0.citation) }
      .filter { seen.insert($0.1).inserted }
    guard papers.count > 3 else {
      return papers.isEmpty ? nil : Prose.list(papers.map(\.1))
    }
    let latest = papers.enumerated().sorted { left, right in
      let (one, other) = (left.element.0, right.element.0)
      guard let one, let other else { return one != nil }
      return one == other ? left.offset < right.offset : one > other
    }.prefix(3).map(\.element.1)
    return Prose.list(latest + ["\(Prose.number(papers.count - 3)) more, listed under Sources"])
  }
}

extension Document {
  /// A paper of sections, each under its heading, with their sources at the end.
  init(title: String, asAt: CivilDate?, introduction: [Block] = [], sections: [Section]) {
    let body = sections.flatMap {
      [Block.heading(level: 1, text: $0.heading)] + $0.sourcedBlocks
    }
    self.init(
      title: title, asAt: asAt?.description,
      blocks: introduction + body + Document.sources(sections.flatMap(\.provenance)))
  }

  /// The answer to a command: one section, which needs no heading below the title.
  init(answer section: Section, title: String, asAt: CivilDate?) {
    self.init(
      title: title, asAt: asAt?.description,
      blocks: section.sourcedBlocks + Document.sources(section.provenance))
  }

  /// Each paper once, in the order of its first use.
  static func sources(_ provenance: [Provenance]) -> [Block] {
    var seen: Set<String> = []
    let citations = provenance.map { $0.source?.citation ?? $0.citation }
      .filter { seen.insert($0).inserted }
    return citations.isEmpty ? [] : [.sources(citations)]
  }
}
