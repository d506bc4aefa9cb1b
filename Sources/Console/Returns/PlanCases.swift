import FileAccess
import LookedAfter
import SSDA903

/// The cases that live plans of the local plan file make: a child on a route, at the stage that the
/// file says.
struct PlanCases {
  /// The new cases, one for a child and route.
  private(set) var cases: [Case] = []

  /// How many plans have a case already.
  private(set) var known = 0

  /// How many plans have no route, or no stage at which a case may begin.
  private(set) var others = 0

  private static let routes: [PlanKind: CaseRouteID] = [
    .specialGuardianship: "sgo", .reunification: "reunification", .adoption: "adoption",
  ]

  /// - Parameters:
  ///   - children: the children of a day, with their live plans.
  ///   - routes: the routes that cases may follow.
  ///   - book: the cases that there are.
  init(
    of children: [CaseloadChild], routes: CaseRoutes, book: CaseBook, today: CivilDate,
    catalogue: MeasureCatalogue
  ) {
    var taken = Set(book.cases.map(\.key))
    for child in children {
      for plan in child.plans {
        guard let route = Self.routes[plan.kind].flatMap({ routes[$0] }), let start = plan.start
        else {
          others += 1
          continue
        }
        let key = CaseKey(child: child.child.description, route: route.id)
        guard taken.insert(key).inserted else {
          known += 1
          continue
        }
        let rules = CaseRules(route: route, today: today, catalogue: catalogue)
        let opening = Self.moves(at: plan.stage, on: start).first { move in
          (try? rules.check(move, after: nil)) != nil
        }
        guard let opening else {
          others += 1
          continue
        }
        let facts = CaseFacts(
          cohort: child.cohort == .unallocated ? nil : child.cohort, born: child.birthMonth,
          entered: child.lookedAfterSince)
        cases.append(Case(child: key.child, route: route.id, facts: facts, moves: [opening]))
      }
    }
  }

  /// The moves that may open the case, the one that the file means first. It says when the plan
  /// began and how far it is, not when it came so far.
  private static func moves(at stage: String, on start: CivilDate) -> [CaseMove] {
    let words = stage.lowercased()
    var moves: [CaseMove] = []
    if words.hasPrefix("planned") {
      moves.append(CaseMove(to: "planned", on: start, month: month(in: words)))
      moves.append(CaseMove(to: "recommended", on: start))
    } else if words == "with legal" {
      moves.append(CaseMove(to: "with_legal", on: start))
    } else if words == "filed" {
      moves.append(CaseMove(to: "filed", on: start))
    } else if words.hasPrefix("assessing") {
      moves.append(CaseMove(to: "assessing", on: start))
    }
    return moves + [CaseMove(to: "identified", on: start)]
  }

  /// The month of `planned for 2025-04` or `planned for 04/2025`.
  private static func month(in words: String) -> Month? {
    let numbers = words.split { !$0.isNumber }.compactMap { Int($0) }
    guard numbers.count == 2, let year = numbers.max(), let month = numbers.min() else {
      return nil
    }
    return Month(year: year, month: month)
  }
}

extension ReturnCommands {
  static let importPlans = Command(
    "import-plans", group: .keep,
    summary: "open a case for each live plan of the plan file that came with the 903 returns",
    parameters: [.phrase("[MONTH]")], asksReturns: true,
    examples: [
      ("import plans", "as the plans stand at the end of the month in view"),
      ("import plans mar 2025", "as they stood at the end of that month"),
    ],
    details: [
      "SGO, REUNIFY and ADOPTION become cases under the child's pseudonym, at the stage that the"
        + " column STAGE says: assessing best interests, planned for 2025-04, with legal, filed.",
      "A child who has a case on the route already keeps it as it is.",
    ],
    run: { arguments, session in
      var phrase = session.phrase(arguments, of: "import plans", example: "import plans mar 2025")
      try refuseFile(phrase)
      let asked = phrase.isAtEnd ? nil : try phrase.month()
      try phrase.finish()
      let loaded = try session.requireReturns()
      guard loaded.plans != nil else {
        throw ConsoleError.refused(
          "No plan file came with the 903 returns; type: import 903 FOLDER plans FILE")
      }
      let month = try session.month(asked, in: loaded)
      guard loaded.caseload.covers(month.lastDay) else {
        throw ConsoleError.refused(
          "The 903 returns do not cover \(month.inWords), so they do not say which plans were live."
        )
      }
      try session.recordOwedHistory()
      let store = try session.requireStore()
      let found = PlanCases(
        of: loaded.caseload.children(
          in: .total, on: month.lastDay, key: try session.pseudonymKey()),
        routes: try session.caseRoutes(), book: session.history.cases, today: session.today,
        catalogue: session.history.catalogue)
      let preview = CaseImportMessage(recording: try store.preview(found.cases))
      let counts =
        "Live plans on \(month.lastDay.inWords): \(found.cases.count) without a case, \(found.known)"
        + " with one, \(found.others) of no route."
      guard !found.cases.isEmpty else { return Reply(message: counts) }
      return try session.confirm("\(counts)\n\(preview.preview)") { session in
        let recording = try session.record(found.cases, because: nil)
        return Reply(message: CaseImportMessage(recording: recording).recorded)
      }
    })

  /// Refuses the name of a plan file, which comes in with the returns.
  private static func refuseFile(_ phrase: Phrase) throws(ConsoleError) {
    var phrase = phrase
    guard !phrase.isAtEnd, !phrase.comesMonth else { return }
    let word = phrase.word()
    guard word.contains("/") || word.contains(".") || WholeFile.exists(FilePath.expanded(word))
    else { return }
    throw .refused(
      "A plan file comes in with the returns whose children it is about; type: import 903 FOLDER plans"
        + " \(word)")
  }
}
