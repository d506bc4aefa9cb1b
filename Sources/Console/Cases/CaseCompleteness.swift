import LookedAfter

/// Records from which month the cases of all routes, or of one, are complete:
/// `cases since oct 2020 for proceedings`.
enum CaseCompleteness {
  private static let example = "cases since oct 2020"

  static func run(_ arguments: Arguments, _ session: inout Session) throws -> Reply {
    let clauses = try CaseClauses(
      arguments.words, keywords: [.for], today: session.recorder.today)
    guard !clauses.words.isEmpty else {
      throw GrammarError.missing("the month", command: "cases since", example: example)
    }
    let words = clauses.words.map(\.text)
    let reader = MonthReader(known: session.knownMonths, current: session.month)
    guard case .month(let month, words.count) = reader.read(words) else {
      throw GrammarError.notAMonth(words.joined(separator: " "), example: example)
    }
    var route: CaseRoute?
    if let text = clauses.text(.for) {
      let tokens = text.split(separator: " ").map {
        Token(text: String($0), start: 0, isQuoted: false)
      }
      route = try CaseRouteReader.required(tokens, among: session.caseRoutes()).route
    }
    func setting(revision: Int) -> Observation {
      Observation(
        measure: "setting.cases_since", period: .undated, detail: route?.id.rawValue ?? "",
        value: nil, text: "\(month)",
        provenance: Provenance(
          source: nil, recordedAt: session.recorder.now(), revision: revision))
    }
    // As if it were the newest of all revisions.
    try session.requireReason(
      arguments.reason, for: session.history.adding([setting(revision: .max)]))
    let recording = try session.record([setting(revision: 1)], because: arguments.reason)
    guard !recording.changes.isEmpty else {
      return Reply(message: RecordingMessage(session: session, recording: recording).text)
    }
    let whose = route.map { "the route \($0.inSentence)" } ?? "every route with cases"
    let others = withoutCases(among: route, session).map { " \($0)" } ?? ""
    return Reply(
      message:
        "From \(month.inWords) on the figures of \(whose) are those of the cases; before it the"
        + " recorded counts stand.\(others)\n\(session.undoSentence)")
  }

  /// That a route with an application has no case, and with its counts goes to none: the update gives
  /// these routes together. Nil where each has one, or none has.
  private static func withoutCases(among route: CaseRoute?, _ session: Session) -> String? {
    let book = session.history.cases
    let applications = book.routes.all.filter { $0.kind == .application }
    guard route.map({ $0.kind == .application }) ?? true else { return nil }
    let empty = applications.filter { book.cases(on: $0.id).isEmpty }
    guard !empty.isEmpty, empty.count < applications.count else { return nil }
    let names = empty.map(\.inSentence).joined(separator: " and ")
    return
      "The update gives \(applications.map(\.inSentence).joined(separator: " and ")) together, so"
      + " \(names), of which there is no case, is none from then on; where it is not, undo, and open or"
      + " import its cases first."
  }
}
