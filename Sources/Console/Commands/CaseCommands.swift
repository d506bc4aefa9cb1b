import Documents
import LookedAfter
import Reports

/// The commands that open cases, move them along and show them.
enum CaseCommands {
  static let all: [Command] = [
    Command(
      "case", group: .keep, summary: "open a case, say what happened to it, or show it",
      parameters: [.phrase("add ROUTE ID … | ID [WHAT HAPPENED …]")],
      examples: [
        (
          "case add sgo K-102 cohort long-term-matched born 2012-05",
          "open a case under a pseudonym; also: entered DAY, family ID, at STAGE, on DAY"
        ),
        ("case K-102 assessed recommended", "what happened; the day in view, or add: on DAY"),
        ("case K-102 planned for jan 2021", "the month in which the application is to go to legal"),
        (
          "case K-102 slipped to feb 2021 because life-story-work",
          "with a reason of the list; without a month when none is set"
        ),
        ("case K-102 to legal", "then: filed, granted, refused, withdrawn because \"…\""),
        ("case K-102 carer not willing revisit jun 2021", "parked; also: returned to planning"),
        ("case K-102", "everything that is recorded of the child, and what can follow"),
        ("case K-102 history", "every revision: who, when, by which command"),
      ],
      details: [
        "Routes out of care: sgo, discharge, reunification (return home), adoption, step-down. The"
          + " courses of services: proceedings, matching, residential, section20, kinship, prevention,"
          + " family-reunification.",
        "A move that the route does not allow is refused, with those that it does. A child on several"
          + " routes needs the route before the move: case K-102 sgo filed.",
        "What is known of the child is corrected by naming it alone: case K-102 born 2012-06.",
        "Without a day, today is meant when the month in view is this month or the last, or else the"
          + " last day of the month in view.",
      ],
      run: { arguments, session in
        guard let first = arguments.words.first else {
          throw GrammarError.missing(
            "the id of a case, or add", command: "case", example: "case add sgo K-102")
        }
        let rest = Array(arguments.words.dropFirst())
        if first.folded == "add", !first.isQuoted { return try CaseOpening.run(rest, &session) }
        return try CaseMoving.run(first.text, rest, &session)
      }),
    Command(
      "cases", group: .look,
      summary: "cases by route and stage, those longest in their stage first",
      parameters: [.phrase("[ROUTE] [STAGE] [on DAY]")],
      examples: [
        ("cases", "every case that is not over"), ("cases sgo filed", "one route, one stage"),
        ("cases carer-not-willing", "one stage, on every route that has it"),
        ("cases on 30 sep 2020", "as they stood at the end of a day"),
      ],
      run: { arguments, session in
        try ChildRowCommands.refusePaper(arguments, session)
        let clauses = try CaseClauses(
          arguments.words, keywords: [.on], today: session.recorder.today)
        var words = clauses.words
        let routes = try session.caseRoutes()
        var route: CaseRoute?
        var stage: CaseStageID?
        let named = CohortReader.folded(words.map(\.text).joined(separator: " "))
        let stages = routes.all.flatMap(\.stages).map(\.id)
        if CaseRouteReader.route(words, among: routes) == nil,
          let found = stages.first(where: { CohortReader.folded($0.rawValue) == named })
        {
          stage = found
        } else if !words.isEmpty {
          let (found, length) = try CaseRouteReader.required(words, among: routes)
          words.removeFirst(length)
          route = found
          if !words.isEmpty { stage = try session.reader(of: found).stage(words, after: nil).id }
        }
        return Reply(
          document: CaseDocuments.list(
            session.history, route: route, stage: stage,
            day: try clauses.day(.on) ?? session.dayOfCases,
            isWhole: ChildRowCommands.form(arguments, session) != .text
              || arguments.output.file != nil))
      }),
    Command(
      "cases-since", group: .keep, summary: "say from which month the cases are complete",
      parameters: [.phrase("MONTH [for ROUTE]")], clauses: [.because],
      examples: [
        (
          "cases since oct 2020",
          "until then recorded counts stand, from then on those of the cases"
        ),
        ("cases since oct 2020 for proceedings", "of one route alone"),
      ],
      details: [
        "Without it the recorded counts of a route stand until its cases are as many as the counts"
          + " recorded last; reconcile shows the difference. A route without counts is that of its"
          + " cases from the first. Routes with an application (sgo, discharge) go together, as the"
          + " update has them."
      ],
      run: { arguments, session in try CaseCompleteness.run(arguments, &session) }),
    Command(
      "routes", group: .look, summary: "the routes of cases, their stages and the moves allowed",
      parameters: [.phrase("[ROUTE]")],
      examples: [
        ("routes", "every route"), ("routes sgo", "its stages, and what can follow each"),
      ],
      run: { arguments, session in
        let routes = try session.caseRoutes()
        guard !arguments.words.isEmpty else {
          return Reply(document: RouteDocuments.all(routes))
        }
        let (route, _) = try CaseRouteReader.required(arguments.words, among: routes)
        return Reply(
          document: RouteDocuments.one(route, rules: session.rules(of: route), session.history))
      }),
  ]
}

extension Session {
  /// The rules of a route, on the day of recording.
  func rules(of route: CaseRoute) -> CaseRules {
    CaseRules(route: route, today: today, catalogue: history.catalogue)
  }

  /// Reads what happened on a route.
  func reader(of route: CaseRoute) -> CaseMoveReader {
    CaseMoveReader(route: route, catalogue: history.catalogue, rules: rules(of: route))
  }
}
