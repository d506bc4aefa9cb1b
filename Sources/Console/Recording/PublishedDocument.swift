import Documents
import HistoryStore
import LookedAfter

/// The papers that went out, and what was restated since.
enum PublishedDocument {
  /// A figure of a paper that is another one now.
  struct Restatement {
    let then: Observation
    let now: Observation?
  }

  /// Every paper with its hash.
  static func list(_ papers: [PublishedPaper], history: History) -> Document {
    guard !papers.isEmpty else {
      return Document(
        title: "Published papers", blocks: [.paragraph("Nothing was published yet.")])
    }
    let rows = papers.map { paper in
      Row([
        .text(paper.month.inWords), .text(String(paper.entry.recordedAt.prefix(10))),
        .text(paper.entry.recordedBy), .text(paper.format), .integer(paper.content.count),
        .integer(restated(paper, history: history).count), .text(paper.sha256),
      ])
    }
    let table = Table(
      id: "published", caption: "Papers as they went out, oldest first",
      columns: [
        Column(id: "month", title: "Month", kind: .rowHeader),
        Column(id: "published", title: "Published", kind: .label),
        Column(id: "by", title: "By", kind: .label),
        Column(id: "format", title: "Form", kind: .label),
        Column(id: "bytes", title: "Bytes", kind: .number),
        Column(id: "restated", title: "Figures restated since", kind: .number),
        Column(id: "sha256", title: "SHA-256", kind: .prose),
      ], rows: rows)
    var blocks: [Block] = [.table(table)]
    for paper in papers {
      let lines = lines(of: paper, history: history)
      if !lines.isEmpty {
        blocks.append(.heading(level: 1, text: "\(paper.month.inWords), restated since"))
        blocks.append(.list(lines))
      }
    }
    return Document(title: "Published papers", blocks: blocks)
  }

  /// What was restated since a paper, with both figures; nil when nothing was.
  static func restatements(_ paper: PublishedPaper, history: History) -> String? {
    let lines = lines(of: paper, history: history)
    return lines.isEmpty
      ? nil : "Restated since this paper was published:\n" + lines.joined(separator: "\n")
  }

  private static func lines(of paper: PublishedPaper, history: History) -> [String] {
    restated(paper, history: history).map { restatement in
      let then = restatement.then
      let name = history.catalogue[then.measure]?.name ?? then.measure.rawValue
      return "\(name), \(then.period.inWords): \(words(then)) in the paper,"
        + " \(restatement.now.map(words) ?? "taken back") now."
    }
  }

  private static func restated(_ paper: PublishedPaper, history: History) -> [Restatement] {
    paper.figures.compactMap { then in
      let now = history.observations(of: then.measure).first { $0.key == then.key }
      return now?.value == then.value && now?.text == then.text
        ? nil : Restatement(then: then, now: now)
    }
  }

  private static func words(_ observation: Observation) -> String {
    observation.value?.description ?? "\"\(observation.text ?? "")\""
  }
}
