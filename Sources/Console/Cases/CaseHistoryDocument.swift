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
    var stages: [String: CaseStageID] = [:]
    let rows = try store.caseRevisions(of: child).map { revision in
      let route = routes[revision.route]
      let before = stages["\(revision.route) \(revision.step - 1)"]
      stages["\(revision.route) \(revision.step)"] = revision.stage
      let stage = revision.stage.map { stage in
        let isSlip = stage == before && route?[stage]?.role == .planned
        return isSlip ? "Slipped" : route?[stage]?.name ?? stage.rawValue
      }
      return Row([
        .text(route?.shortName ?? revision.route.rawValue),
        .integer(revision.step), .integer(revision.revision),
        .text(stage ?? "taken back"), .text(revision.date?.inWords ?? ""),
        revision.month.map { Cell(.text("\($0)"), display: $0.inWords) } ?? .notApplicable,
        .text(revision.cause.map { CaseStageID(rawValue: $0).typed } ?? ""),
        .text(String(revision.entry.recordedAt.prefix(10))),
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
        Column(id: "month", title: "Planned or to revisit", kind: .label),
        Column(id: "why", title: "Why", kind: .label),
        Column(id: "recorded", title: "Recorded", kind: .label),
        Column(id: "by", title: "By", kind: .label),
        Column(id: "command", title: "Command", kind: .prose),
      ], rows: rows)
    return Document(title: "Revisions of the case \(child)", blocks: [.table(table)])
  }
}
