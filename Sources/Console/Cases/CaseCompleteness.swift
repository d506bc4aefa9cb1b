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
    let recording = try session.record(
      [
        Observation(
          measure: "setting.cases_since", period: .undated, detail: route?.id.rawValue ?? "",
          value: nil, text: "\(month)",
          provenance: Provenance(source: nil, recordedAt: session.recorder.now()))
      ], because: arguments.reason)
    guard !recording.changes.isEmpty else {
      return Reply(message: RecordingMessage(session: session, recording: recording).text)
    }
    let whose = route.map { "the route \($0.inSentence)" } ?? "every route with cases"
    return Reply(
      message:
        "From \(month.inWords) on the figures of \(whose) are those of the cases; before it the"
        + " recorded counts stand.\n\(session.undoSentence)")
  }
}
