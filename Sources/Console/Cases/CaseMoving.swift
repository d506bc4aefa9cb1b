import LookedAfter
import Reports

/// Says what happened to a case, corrects what is known of the child, or shows the case.
enum CaseMoving {
  /// Carries out the words after `case ID`.
  static func run(_ id: String, _ tokens: [Token], _ session: inout Session) throws -> Reply {
    let cases = try cases(of: id, session)
    let child = cases[0].child
    if tokens.isEmpty { return Reply(document: CaseDocuments.child(child, session.history)) }
    if tokens.count == 1, tokens[0].folded == "history" {
      return Reply(document: try CaseHistoryDocument.document(child, session: session))
    }
    let clauses = try CaseClauses(
      tokens,
      keywords: CaseFactsReader.keywords.union([.on, .for, .to, .because, .note, .revisit]),
      today: session.recorder.today)
    let (each, words) = try chosen(clauses.words, among: cases, session)
    guard let route = session.history.cases.routes[each.route] else { return Reply() }
    let facts = try CaseFactsReader(session: session).facts(clauses, changing: each.facts)
    var moves = each.moves
    if !words.isEmpty {
      moves.append(try move(words, clauses, of: each, on: route, session))
    } else if let note = clauses.text(.note), !clauses.has(.on, .for, .to, .revisit),
      let last = moves.popLast()
    {
      moves.append(last.adding(note: note))
    } else if clauses.has(.on, .for, .to, .note, .revisit) || facts == each.facts {
      let next = CaseDocuments.next(each, on: route)?.lowercasedFirst ?? "the case is closed."
      throw ConsoleError.refused("Say what happened to \(child); \(next)")
    }
    if let last = moves.last, moves.count > each.moves.count {
      try CaseExits(of: child, in: session.history.cases).check(last, of: each, on: route)
    }
    let changed = Case(child: each.child, route: each.route, facts: facts, moves: moves)
    let reason = words.isEmpty ? clauses.text(.because) : nil
    let recording = try session.record(
      [changed], because: reason, orOfMove: clauses.text(.because))
    return Reply(
      message: CaseMessage(session: session, route: route).moved(changed, from: each, recording))
  }

  /// The cases of an id; the case of its letters matters only where two ids differ in nothing else.
  private static func cases(of id: String, _ session: Session) throws -> [Case] {
    let book = session.history.cases
    let exact = book.cases(of: id)
    if !exact.isEmpty { return exact }
    let folded = id.lowercased()
    let children = Set(book.cases.map(\.child))
    let alike = children.filter { $0.lowercased() == folded }
    if alike.count == 1, let only = alike.first { return book.cases(of: only) }
    let near = Nearest.names(to: id, among: children.sorted())
    throw ConsoleError.refused(
      near.isEmpty
        ? "There is no case \(id); to open one, type: case add sgo \(id)"
        : "There is no case \(id); did you mean \(near.joined(separator: " or "))?")
  }

  /// The case meant: the one whose route is named, the only one, or the only live one.
  private static func chosen(
    _ words: [Token], among cases: [Case], _ session: Session
  ) throws -> (case: Case, words: [Token]) {
    let routes = session.history.cases.routes
    // A word may be a stage of the only case before it is the name of a route: "adoption".
    if let (route, length) = CaseRouteReader.route(words, among: routes),
      cases.count > 1 || words.count > length,
      let named = cases.first(where: { $0.route == route.id })
    {
      return (named, Array(words.dropFirst(length)))
    }
    if cases.count == 1 { return (cases[0], words) }
    let live = cases.filter { each in
      each.moves.last.flatMap { routes[each.route]?[$0.stage]?.isLive } ?? false
    }
    if live.count == 1 { return (live[0], words) }
    // Of several, the one whose route knows what happened, or on which alone it can follow.
    let knowing = live.filter { each in
      guard let route = routes[each.route], !words.isEmpty else { return false }
      return (try? session.reader(of: route).stage(words, after: each.moves.last)) != nil
    }
    if knowing.count == 1 { return (knowing[0], words) }
    let following = knowing.filter { each in
      guard let route = routes[each.route], let last = each.moves.last,
        let stage = try? session.reader(of: route).stage(words, after: last)
      else { return false }
      return route[last.stage]?.next.contains(stage.id) ?? false
    }
    if following.count == 1 { return (following[0], words) }
    let names = cases.map(\.route.typed).joined(separator: ", ")
    throw ConsoleError.refused(
      "\(cases[0].child) is on several routes (\(names)); name one before what happened, as in:"
        + " case \(cases[0].child) \(cases[0].route.typed) …")
  }

  private static func move(
    _ words: [Token], _ clauses: CaseClauses, of each: Case, on route: CaseRoute,
    _ session: Session
  ) throws -> CaseMove {
    let reader = session.reader(of: route)
    let before = each.moves.last
    var words = words
    var month: Month?
    let day = try clauses.day(.on) ?? max(session.dayInView, before?.date ?? session.dayInView)
    // "planned jan 2021", without for.
    if words.count > 1, words[0].folded == "planned" {
      let found = MonthReader(known: [], current: day.month).read(words.dropFirst().map(\.text))
      if case .month(let named, words.count - 1) = found {
        month = named
        words = [words[0]]
      }
    }
    let isSlip = words.first?.folded == "slipped"
    let stage = try reader.stage(words, after: before)
    if isSlip, before.flatMap({ route[$0.stage] })?.role != .planned {
      throw ConsoleError.refused(
        "\(each.child) is not planned for any month, so it cannot slip;"
          + " \(CaseDocuments.next(each, on: route)?.lowercasedFirst ?? "the case is closed.")")
    }
    let named = try clauses.month(.for, from: day) ?? clauses.month(.to, from: day)
    let (reason, note) = try reader.reason(
      clauses, at: stage, isSlip: before?.stage == stage.id)
    let revisit = try clauses.month(.revisit, from: day)
    let move = CaseMove(
      to: stage.id, on: day, month: named ?? revisit ?? month, reason: reason, note: note)
    try reader.rules.check(move, after: before)
    return move
  }
}

extension CaseMove {
  /// The move with a remark more.
  fileprivate func adding(note text: String) -> CaseMove {
    CaseMove(
      to: stage, on: date, month: month, reason: reason,
      note: [note, text].compactMap { $0 }.joined(separator: "; "))
  }
}

extension String {
  /// The text for the midst of a sentence.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
