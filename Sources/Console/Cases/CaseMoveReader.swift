import LookedAfter

/// Reads what happened to a case as people say it: `assessed recommended`, `to legal`, `filed`.
struct CaseMoveReader {
  let route: CaseRoute
  let catalogue: MeasureCatalogue
  let rules: CaseRules

  /// Other words for a stage, each tried in its order on the stages of the route.
  private static let others: [String: [CaseStageID]] = [
    "assessed": ["recommended"], "assessed_recommended": ["recommended"],
    "assessed_not_in_best_interests": ["not_in_best_interests"],
    "not_best_interests": ["not_in_best_interests"], "being_assessed": ["assessing"],
    "assessing_best_interests": ["assessing"], "parked": ["carer_not_willing"],
    "parents_not_willing": ["carer_not_willing"], "slipped": ["planned"],
    "plan": ["planned"], "to_legal": ["with_legal"], "legal": ["with_legal"],
    "sent_to_legal": ["with_legal"], "to_court": ["filed"], "with_court": ["filed"],
    "filed_with_court": ["filed"], "with_the_court": ["filed"], "discharged": ["granted"],
    "adopted": ["granted"], "went_home": ["home", "left_home"], "returned_home": ["home"],
    "ready": ["recommended"], "carer_found": ["matched"], "stepped_down": ["moved"],
  ]

  /// The stage that some words name, for a case that stands at another.
  ///
  /// - Throws: `ConsoleError.refused` with the stages that can follow.
  func stage(_ words: [Token], after before: CaseMove?) throws -> CaseStage {
    let text = words.map(\.text).joined(separator: " ")
    let folded = String(text.lowercased().map { "- ".contains($0) ? "_" : $0 })
    if let exact = route[CaseStageID(rawValue: folded)] { return exact }
    if ["returned", "returned_to_planning", "back_to_planning"].contains(folded) {
      return try planning(after: before)
    }
    for id in Self.others[folded] ?? [] {
      if let stage = route[id] { return stage }
    }
    let begun = route.stages.filter {
      $0.id.rawValue.hasPrefix(folded)
        || CohortReader.folded($0.name).hasPrefix(CohortReader.folded(text))
    }
    if begun.count == 1, let only = begun.first { return only }
    let next = before.flatMap { route[$0.stage] }?.next ?? route.stages.map(\.id)
    let near = Nearest.names(to: folded, among: route.stages.map(\.id.rawValue))
    let meant = near.first.map { "; did you mean \(CaseStageID(rawValue: $0).typed)?" }
    throw ConsoleError.refused(
      "\"\(text)\" is no stage of the route \(route.inSentence)"
        + (meant
          ?? (before == nil
            ? "; its stages are \(next.map(\.typed).joined(separator: ", "))."
            : "; the case can move to \(next.map(\.typed).joined(separator: ", "))."))
    )
  }

  /// The stage that a case goes back to from legal services, the court, a plan or where it is parked.
  ///
  /// - Throws: `ConsoleError.refused` where there is nothing to return from.
  private func planning(after before: CaseMove?) throws -> CaseStage {
    let stage = before.flatMap { route[$0.stage] }
    let next = stage?.next ?? []
    guard let stage, [.underWay, .planned, .parked].contains(stage.role),
      let back = next.compactMap({ route[$0] }).first(where: { $0.role == .planning })
    else {
      throw ConsoleError.refused(
        "Only a case that is planned, parked, with legal services or filed can return to planning"
          + (stage.map { "; this one is at \($0.id.typed)" } ?? "")
          + (next.isEmpty
            ? "." : " and can move to \(next.map(\.typed).joined(separator: ", "))."))
    }
    return back
  }

  /// The reason of a move: an id of the closed list of its stage, or words beside "other".
  ///
  /// - Throws: `CaseMoveError.noSuchReason` for one word that is none of the list.
  func reason(
    _ clauses: CaseClauses, at stage: CaseStage, isSlip: Bool
  ) throws -> (reason: String?, note: String?) {
    let note = clauses.text(.note)
    guard let text = clauses.text(.because) else { return (nil, note) }
    let known = stage.role == .planned && !isSlip ? [] : rules.reasons(at: stage)
    guard !known.isEmpty else { return (text, note) }
    let folded = String(text.lowercased().map { "- ".contains($0) ? "_" : $0 })
    if known.contains(folded) { return (folded, note) }
    let begun = known.filter { $0.hasPrefix(folded) }
    if begun.count == 1, let only = begun.first { return (only, note) }
    guard clauses.isFreeText(.because), known.contains("other") else {
      throw CaseMoveError.noSuchReason(text, known: known)
    }
    return ("other", [text, note].compactMap { $0 }.joined(separator: "; "))
  }
}

/// Finds a route by its id or name.
enum CaseRouteReader {
  /// The route that a line begins with, and how many words that took; nil when it begins with none.
  static func route(
    _ words: [Token], among routes: CaseRoutes
  ) -> (route: CaseRoute, words: Int)? {
    for length in stride(from: min(3, words.count), through: 1, by: -1) {
      let text = words.prefix(length).map(\.text).joined(separator: " ")
      let folded = CohortReader.folded(text.filter { $0 != "," })
      for route in routes.all
      where [route.id.rawValue, route.name, route.shortName].contains(where: {
        CohortReader.folded($0) == folded
      }) {
        return (route, length)
      }
    }
    return nil
  }

  /// The same, required.
  ///
  /// - Throws: `ConsoleError.refused` with the routes that there are.
  static func required(
    _ words: [Token], among routes: CaseRoutes
  ) throws -> (route: CaseRoute, words: Int) {
    if let found = route(words, among: routes) { return found }
    let text = words.first?.text ?? ""
    let names = routes.all.map(\.id.typed)
    let near = Nearest.names(to: text, among: names)
    throw ConsoleError.refused(
      text.isEmpty
        ? "Name the route; the routes are \(names.joined(separator: ", "))."
        : "There is no route \"\(text)\""
          + (near.first.map { "; did you mean \($0)?" }
            ?? "; the routes are \(names.joined(separator: ", "))."))
  }
}
