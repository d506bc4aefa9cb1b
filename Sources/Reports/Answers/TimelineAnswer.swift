import Documents
import Indicators
import LookedAfter

/// What is recorded over time: every total, with its basis, and what happened.
public enum TimelineAnswer {
  private struct Entry {
    let day: CivilDate
    let date: String
    let when: String
    let total: Recorded<Int>?
    let rate: Recorded<Quantity>?
    let basis: String?
    let remark: String?
    let provenance: Provenance?
  }

  /// The timeline of a history, oldest first.
  ///
  /// - Throws: `ReportError.emptyHistory`.
  public static func document(_ history: History) throws(ReportError) -> Document {
    let entries = (totals(history) + events(history)).sorted { $0.day < $1.day }
    guard !entries.isEmpty else { throw .emptyHistory }
    let rows = entries.map { entry in
      Row([
        .text(entry.date), .text(entry.when),
        entry.total.map { .recorded($0, "All looked after children", entry.when) }
          ?? .notApplicable,
        entry.rate.map { .recorded($0, "Rate per 10,000 as printed", entry.when) }
          ?? .notApplicable,
        entry.basis.map(Cell.text) ?? .notApplicable,
        entry.remark.map(Cell.text) ?? .notApplicable,
      ])
    }
    let table = Table(
      id: "timeline", caption: "Totals recorded and events, \(history.authority.name)",
      columns: [
        Column(id: "date", title: "Id", kind: .key),
        Column(id: "when", title: "When", kind: .rowHeader),
        Column(id: "children", title: "Children", kind: .number),
        Column(id: "rate", title: "Rate printed", kind: .number),
        Column(id: "basis", title: "Basis", kind: .label),
        Column(id: "remark", title: "Remark or event", kind: .prose),
      ], rows: rows)
    var section = Section(heading: "")
    section.say(
      "Totals of different bases are not to be subtracted from one another without saying so.")
    section.blocks.append(.table(table))
    section.provenance = entries.compactMap(\.provenance)
    return Document(answer: section, title: "Timeline", asAt: entries.last?.day)
  }

  private static func totals(_ history: History) -> [Entry] {
    history.months.flatMap { month in
      history.snapshots(for: month).map { snapshot in
        let day = snapshot.asAt ?? month.lastDay
        return Entry(
          day: day, date: snapshot.asAt.map { "\($0)" } ?? "\(month)", when: snapshot.asAtInWords,
          total: snapshot.total, rate: snapshot.printedRate,
          basis: snapshot.basis?.name ?? "not stated", remark: snapshot.total?.provenance.note,
          provenance: snapshot.total?.provenance)
      }
    }
  }

  private static func events(_ history: History) -> [Entry] {
    history.events.compactMap { event in
      guard let day = event.period.lastDay else { return nil }
      return Entry(
        day: day, date: "\(event.period)", when: event.period.inWords, total: nil, rate: nil,
        basis: nil, remark: event.text, provenance: event.provenance)
    }
  }
}
