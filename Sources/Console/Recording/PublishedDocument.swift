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
    let rows = papers.enumerated().map { index, paper in
      Row([
        .integer(index + 1), .text(paper.month.inWords),
        .text(TimeInWords.of(paper.entry.recordedAt)), .text(paper.entry.recordedBy),
        .text(paper.format), .integer(paper.content.count),
        .integer(restated(paper, history: history).count), .text(paper.sha256),
      ])
    }
    let table = Table(
      id: "published", caption: "Papers as they went out, oldest first",
      columns: [
        Column(id: "number", title: "Number", kind: .number),
        Column(id: "month", title: "Month", kind: .rowHeader),
        Column(id: "published", title: "Published (UTC)", kind: .label),
        Column(id: "by", title: "By", kind: .label),
        Column(id: "format", title: "Form", kind: .label),
        Column(id: "bytes", title: "Bytes", kind: .number),
        Column(id: "restated", title: "Figures restated since", kind: .number),
        Column(id: "sha256", title: "SHA-256", kind: .prose),
      ], rows: rows)
    let changed = papers.filter { !$0.isAsPublished }.map { paper in
      Block.note(
        Note(code: "paper-changed", severity: .error, text: changedSentence(paper)))
    }
    return Document(
      title: "Published papers",
      blocks: [.table(table)] + changed + restatements(papers, history: history))
  }

  /// What was restated since, each once: papers of a month that rest on the same figures share it.
  private static func restatements(_ papers: [PublishedPaper], history: History) -> [Block] {
    var groups: [(month: Month, numbers: [Int], lines: [String])] = []
    for (index, paper) in papers.enumerated() {
      let lines = lines(of: paper, history: history)
      guard !lines.isEmpty else { continue }
      if let same = groups.firstIndex(where: { $0.month == paper.month && $0.lines == lines }) {
        groups[same].numbers.append(index + 1)
      } else {
        groups.append((paper.month, [index + 1], lines))
      }
    }
    return groups.flatMap { month, numbers, lines -> [Block] in
      let which = numbers.map(String.init).joined(separator: ", ")
      let papers = numbers.count == 1 ? "paper \(which)" : "papers \(which)"
      return [
        .heading(level: 1, text: "\(month.inWords), restated since \(papers)"), .list(lines),
      ]
    }
  }

  /// Says that a paper is not the one that went out, and what to do.
  static func changedSentence(_ paper: PublishedPaper) -> String {
    "The paper for \(paper.month.inWords), published \(TimeInWords.of(paper.entry.recordedAt)), is"
      + " not the one that went out: its SHA-256 is \(paper.sha256Now) and \(paper.sha256) was"
      + " recorded. It was changed behind the program's back; take it from a backup with: lac --store"
      + " BACKUP -c 'published \(paper.month.inWords.lowercased())'"
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
