import Documents
import LookedAfter

/// The decision tables of cases, as documents.
enum RouteDocuments {
  /// Every route with its stages.
  static func all(_ routes: CaseRoutes) -> Document {
    let rows = routes.all.map { route in
      Row([
        .text(route.id.typed), .text(route.name),
        .text(route.kind == .service ? "course of a service" : "way out of care"),
        .text(route.stages.map(\.id.typed).joined(separator: ", ")),
      ])
    }
    let table = Table(
      id: "routes", caption: "The routes that cases follow",
      columns: [
        Column(id: "id", title: "Route", kind: .rowHeader),
        Column(id: "name", title: "Name", kind: .label),
        Column(id: "kind", title: "Kind", kind: .label),
        Column(id: "stages", title: "Stages", kind: .prose),
      ], rows: rows)
    return Document(title: "Routes", blocks: [.table(table)])
  }

  /// One route: its stages, what can follow each, and what has to be said.
  static func one(_ route: CaseRoute, rules: CaseRules, _ history: History) -> Document {
    let rows = route.stages.map { stage in
      let reasons = rules.reasons(at: stage).map { CaseStageID(rawValue: $0).typed }
      let said: String =
        switch stage.reasons {
        case .optional: ""
        case .anyWords: "a reason"
        case .listed: "a reason: \(reasons.joined(separator: ", "))"
        }
      return Row([
        .text(stage.id.typed), .text(stage.name),
        .text(stage.next.isEmpty ? "nothing" : stage.next.map(\.typed).joined(separator: ", ")),
        .text(said),
      ])
    }
    let table = Table(
      id: "stages", caption: "The stages of \(route.name), and the moves allowed",
      columns: [
        Column(id: "id", title: "Stage", kind: .rowHeader),
        Column(id: "name", title: "Name", kind: .label),
        Column(id: "next", title: "Can follow", kind: .prose),
        Column(id: "reasons", title: "Needs", kind: .prose),
      ], rows: rows)
    return Document(title: "Route: \(route.name)", blocks: [.table(table)])
  }
}
