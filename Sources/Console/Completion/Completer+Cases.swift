import HistoryFiles
import LookedAfter

extension Completer {
  /// What could come next in a command about cases; nothing in any other.
  func caseWords(of command: Command, written: [Token], typed: String) -> Completions {
    let book = history.cases
    let table =
      book.routes.all.isEmpty ? (try? CaseRouteFile.shipped()) ?? book.routes : book.routes
    let routes = table.all.map { Completions.Candidate($0.id.typed, $0.name) }
    let children = book.cases.prefix(500).map {
      Completions.Candidate($0.child, book.routes[$0.route]?.shortName ?? "")
    }
    let last = written.last?.folded ?? ""
    switch (command.name, written.count) {
    case ("case", 0): return matching([.init("add", "open a case")] + children, typed: typed)
    case ("case", 1) where last == "add", ("cases", 0), ("routes", 0):
      return matching(routes, typed: typed)
    case ("case", _) where last == "cohort": return matching(cohortCandidates, typed: typed)
    case ("case", _) where last == "because": return matching(slipReasons, typed: typed)
    case ("case", 1): return matching(moves(of: written[0].text), typed: typed)
    case ("case", 3...) where written[0].folded == "add":
      return matching(
        Self.words(["cohort", "born", "entered", "family", "at", "on"]), typed: typed)
    case ("case", 2...) where written[0].folded != "add":
      return matching(Self.words(["for", "to", "because", "on", "note", "revisit"]), typed: typed)
    case ("freeze", _) where written.contains(where: { $0.folded == "as" }) && last != "on":
      return matching(routes + Self.words(["on"]), typed: typed)
    case ("cases", 1):
      let route = book.routes[
        CaseRouteID(rawValue: last.map { $0 == "-" ? "_" : String($0) }.joined())]
      return matching(
        (route?.stages ?? []).map { .init($0.id.typed, $0.name) }, typed: typed)
    case ("progress-of", 1...) where last != "on":
      return matching(Self.words(["members", "on"]), typed: typed)
    case ("progress-of", 0):
      return matching(
        book.frozenLists.map { .init("\"\($0.name)\"", "\($0.size) children") }, typed: typed)
    case ("import-cases", _) where last == "key", ("pseudonym", 2): return files(typed: typed)
    default: return Self.nothing
    }
  }

  /// The reasons of the closed list for slipping.
  private var slipReasons: [Completions.Candidate] {
    history.catalogue.measures(below: "planned.slipped").compactMap { reason in
      guard let dot = reason.id.rawValue.lastIndex(of: ".") else { return nil }
      let id = CaseStageID(
        rawValue: String(reason.id.rawValue[reason.id.rawValue.index(after: dot)...]))
      return ["ended", "not_stated"].contains(id.rawValue) ? nil : .init(id.typed, reason.name)
    }
  }

  private static func words(_ words: [String]) -> [Completions.Candidate] {
    words.map { .init($0, "") }
  }

  /// Where the cases of a child can go from where they stand.
  private func moves(of child: String) -> [Completions.Candidate] {
    history.cases.cases(of: child).flatMap { each -> [Completions.Candidate] in
      guard let route = history.cases.routes[each.route],
        let stage = each.moves.last.flatMap({ route[$0.stage] })
      else { return [] }
      return stage.next.compactMap { route[$0] }.map { next in
        next.id == stage.id ? .init("slipped", "to another month") : .init(next.id.typed, next.name)
      }
    }
  }
}
