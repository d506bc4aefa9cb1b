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

extension Document {
  /// A paper of sections, each under its heading, with their sources at the end.
  init(title: String, asAt: CivilDate?, introduction: [Block] = [], sections: [Section]) {
    let body = sections.flatMap { [Block.heading(level: 1, text: $0.heading)] + $0.blocks }
    self.init(
      title: title, asAt: asAt?.description,
      blocks: introduction + body + Document.sources(sections.flatMap(\.provenance)))
  }

  /// The answer to a command: one section, which needs no heading below the title.
  init(answer section: Section, title: String, asAt: CivilDate?) {
    self.init(
      title: title, asAt: asAt?.description,
      blocks: section.blocks + Document.sources(section.provenance))
  }

  /// Each paper once, in the order of its first use.
  static func sources(_ provenance: [Provenance]) -> [Block] {
    var seen: Set<String> = []
    let citations = provenance.map { $0.source?.citation ?? $0.citation }
      .filter { seen.insert($0).inserted }
    return citations.isEmpty ? [] : [.sources(citations)]
  }
}
