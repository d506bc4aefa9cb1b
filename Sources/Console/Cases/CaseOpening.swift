import LookedAfter
import Pseudonyms

/// Opens a case: `case add sgo K-102 cohort long-term-matched born 2012-05`.
enum CaseOpening {
  private static let example = "case add sgo K-102 cohort long-term-matched born 2012-05"

  /// Carries out the words after `case add`.
  static func run(_ tokens: [Token], _ session: inout Session) throws -> Reply {
    let clauses = try CaseClauses(
      tokens,
      keywords: CaseFactsReader.keywords.union([.on, .at, .for, .because, .note, .pseudonym]),
      today: session.recorder.today)
    let routes = try session.caseRoutes()
    var words = clauses.words
    let (route, length) = try CaseRouteReader.required(words, among: routes)
    words.removeFirst(length)
    guard let id = words.first?.text, !id.isEmpty else {
      throw GrammarError.missing("the pseudonym of the child", command: "case", example: example)
    }
    if words.count > 1 {
      // A name of two words is no id, and neither is anything else that follows.
      let text = words.map(\.text).joined(separator: " ")
      throw ConsoleError.refused(
        "\"\(text)\" is not one id; a case is kept under a pseudonym of one word, such as K-102.")
    }
    guard id.count <= 40,
      !id.contains(where: { $0.isNewline || $0.isWhitespace }) || words[0].isQuoted
    else { throw ConsoleError.refused("An id has at most 40 characters; shorten it.") }
    let opening = try draft(id, route, clauses, session)
    return try ask(about: [id] + [opening.facts.family].compactMap { $0 }, clauses, &session) {
      session in
      let recording = try session.record(
        [opening], because: nil, orOfMove: clauses.text(.because))
      return Reply(message: CaseMessage(session: session, route: route).opened(opening, recording))
    }
  }

  private static func draft(
    _ id: String, _ route: CaseRoute, _ clauses: CaseClauses, _ session: Session
  ) throws -> Case {
    if let alike = session.history.cases.child(like: id), alike != id {
      throw ConsoleError.refused(
        "There is a case \(alike) already, and capital letters do not tell ids apart; type \(alike), or"
          + " give another child another id.")
    }
    let key = CaseKey(child: id, route: route.id)
    if let known = session.history.cases[key], let stage = known.moves.last?.stage {
      throw ConsoleError.refused(
        "\(id) is on the route \(route.inSentence) already, at \(stage.typed); to move the case on,"
          + " type: case \(id) \(route[stage]?.next.first?.typed ?? "")")
    }
    let reader = session.reader(of: route)
    let day = try clauses.day(.on) ?? session.dayInView
    let stage =
      try clauses.text(.at).map {
        try reader.stage([Token(text: $0, start: 0, isQuoted: false)], after: nil)
      } ?? route.opening
    let (reason, note) = try reader.reason(clauses, at: stage, isSlip: false)
    let move = CaseMove(
      to: stage.id, on: day, month: try clauses.month(.for, from: day), reason: reason, note: note)
    try reader.rules.check(move, after: nil)
    let facts = try CaseFactsReader(session: session).facts(clauses, changing: CaseFacts())
    return Case(child: id, route: route.id, facts: facts, moves: [move])
  }

  /// Asks whether ids are pseudonyms that look like something else; a script has to say so itself.
  private static func ask(
    about ids: [String], _ clauses: CaseClauses, _ session: inout Session,
    _ deed: @escaping (inout Session) throws -> Reply
  ) throws -> Reply {
    let doubts = ids.compactMap { PseudonymDoubt.sentence(on: [$0]) }
    guard let doubt = doubts.first, clauses.text(.pseudonym)?.lowercased() != "confirmed" else {
      return try deed(&session)
    }
    guard session.asksFirst else {
      throw ConsoleError.refused("\(doubt) Where it is one, add: pseudonym confirmed")
    }
    return try session.confirm("\(doubt) Is it a pseudonym all the same?", deed)
  }
}
