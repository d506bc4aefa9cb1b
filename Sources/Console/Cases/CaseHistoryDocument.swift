import Documents
import HistoryStore
import LookedAfter

/// Every revision of the cases of a child: who recorded what, when and by which command.
enum CaseHistoryDocument {
  /// The revisions in the order of recording.
  ///
  /// - Throws: `HistoryStoreError` or `ConsoleError`.
  static func document(_ child: String, session: Session) throws -> Document {
    guard let store = session.store else { throw ConsoleError.nothingToSave }
    let routes = session.history.cases.routes
    let rows = try store.caseRevisions(of: child).map { revision in
      Row([
        .text(routes[revision.route]?.shortName ?? revision.route.rawValue),
        .integer(revision.step), .integer(revision.revision),
        .text(
          revision.stage.map { routes[revision.route]?[$0]?.name ?? $0.rawValue } ?? "taken back"),
        .text(revision.date?.inWords ?? ""), .text(String(revision.entry.recordedAt.prefix(10))),
        .text(revision.entry.recordedBy), .text(revision.entry.command),
      ])
    }
    let table = Table(
      id: "case-revisions", caption: "Revisions of the case \(child), in the order of recording",
      columns: [
        Column(id: "route", title: "Route", kind: .label),
        Column(id: "step", title: "Step", kind: .number),
        Column(id: "revision", title: "Revision", kind: .number),
        Column(id: "stage", title: "Stage", kind: .rowHeader),
        Column(id: "date", title: "On", kind: .label),
        Column(id: "recorded", title: "Recorded", kind: .label),
        Column(id: "by", title: "By", kind: .label),
        Column(id: "command", title: "Command", kind: .prose),
      ], rows: rows)
    return Document(title: "Revisions of the case \(child)", blocks: [.table(table)])
  }
}
