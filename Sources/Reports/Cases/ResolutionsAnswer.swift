import Documents
import LookedAfter

/// What committees asked for, and what came of it.
public enum ResolutionsAnswer {
  /// Every resolution, the open ones first.
  ///
  /// - Parameters:
  ///   - history: what is recorded.
  ///   - openOnly: whether to leave out those that were answered.
  /// - Throws: `ReportError.nothingRecorded` when none is recorded.
  public static func document(
    _ history: History, openOnly: Bool
  ) throws(ReportError) -> Document {
    let all = history.resolutions
    guard !all.isEmpty else { throw .emptyRecord(what: "resolutions of committees") }
    let open = all.filter(\.isOpen)
    var section = Section(heading: "")
    section.say(
      "\(Prose.sentence(Prose.count(open.count, "resolution is", "resolutions are")).dropLast()) open,"
        + " of \(Prose.number(all.count)).")
    let shown = open + (openOnly ? [] : all.filter { !$0.isOpen })
    section.blocks.append(.table(table(shown)))
    section.provenance += shown.map(\.provenance)
    return Document(answer: section, title: "Resolutions of committees", asAt: nil)
  }

  /// Where a resolution stands: open, and what is done about it, or its answer.
  private static func state(_ resolution: Resolution) -> Cell {
    if let answered = resolution.answered {
      return Cell(.text(answered), display: "answered: \(answered)")
    }
    return Cell(.missing, display: "open" + (resolution.state.map { ": \($0)" } ?? ""))
  }

  /// When the answer is due; a month or a day in words.
  private static func due(_ resolution: Resolution) -> String {
    let due = resolution.due ?? ""
    return Month(iso: due)?.inWords ?? CivilDate(iso: due)?.inWords ?? due
  }

  static func table(_ resolutions: [Resolution], withCommittee: Bool = true) -> Table {
    let table = Table(
      id: "resolutions", caption: "What committees asked for, open ones first",
      columns: [
        Column(id: "number", title: "No.", kind: .rowHeader),
        Column(id: "day", title: "Asked on", kind: .label),
        Column(id: "committee", title: "By", kind: .label),
        Column(id: "person", title: "Of", kind: .label),
        Column(id: "due", title: "Due", kind: .label),
        Column(id: "text", title: "What", kind: .prose),
        Column(id: "answered", title: "State", kind: .prose),
      ],
      rows: resolutions.map { resolution in
        Row([
          .text("\(resolution.number)"), .text(resolution.day.inWords),
          .text(resolution.committee ?? ""), .text(resolution.person ?? ""),
          .text(due(resolution)), .text(resolution.text),
          state(resolution),
        ])
      })
    guard !withCommittee else { return table }
    let shown = table.columns.indices.filter {
      !["committee", "person"].contains(table.columns[$0].id)
    }
    return Table(
      id: table.id, caption: table.caption, columns: shown.map { table.columns[$0] },
      rows: table.rows.map { row in Row(shown.map { row.cells[$0] }) })
  }
}
