import Indicators
import LookedAfter
import Reports

/// The commands that fix a list of children and tell later what became of them.
enum FrozenListCommands {
  static let all: [Command] = [
    Command(
      "freeze", group: .keep, summary: "fix a list of the children who are on some routes on a day",
      parameters: [.phrase("NAME as ROUTE, ROUTE on DAY [size N]")],
      examples: [
        (
          "freeze \"the 49\" as sgo, reunification on 25 nov 2019 size 49",
          "with the size where not every child has a case"
        )
      ],
      details: [
        "Without a size the children are those with a case; where there was no case by then, the one"
          + " number of the name is the size.",
        "The list does not change when cases do; progress of it tells where each child stands on a"
          + " later day, in groups that make up the list.",
      ],
      run: { arguments, session in try freeze(arguments.words, &session) }),
    Command(
      "progress-of", group: .look, summary: "what became of the children of a frozen list",
      parameters: [.phrase("NAME [members] [on DAY]")],
      examples: [
        ("progress of \"the 49\" on 1 dec 2020", "each group, and all together"),
        ("progress of \"the 49\" members", "and where each child stands"),
      ],
      run: { arguments, session in
        let clauses = try CaseClauses(
          arguments.words, keywords: [.on], today: session.recorder.today)
        let last = clauses.words.last
        let showsMembers = last?.folded == "members" && last?.isQuoted == false
        let name = clauses.words.dropLast(showsMembers ? 1 : 0).map(\.text).joined(separator: " ")
        let lists = session.history.cases.frozenLists
        guard let list = session.history.cases.frozenList(named: name) else {
          throw ConsoleError.refused(
            lists.isEmpty
              ? "No list was frozen yet; type: freeze \"\(name.isEmpty ? "NAME" : name)\" as sgo,"
                + " reunification on DAY"
              : "There is no list \"\(name)\"; there \(lists.count == 1 ? "is" : "are")"
                + " \(lists.map { "\"\($0.name)\"" }.joined(separator: ", ")).")
        }
        let day = try clauses.day(.on) ?? session.dayOfCases
        guard day >= list.day else {
          throw ConsoleError.refused(
            "\"\(list.name)\" was frozen on \(list.day.inWords); ask for that day or a later one.")
        }
        return Reply(
          document: FrozenListAnswer.document(
            session.history, list: list, day: day, showsMembers: showsMembers))
      }),
  ]

  private static let example = "freeze \"the 49\" as sgo, reunification on 25 nov 2019"

  /// The one number that a name holds, as "the 49" does; nil for none, and for several.
  private static func number(in name: String) -> Int? {
    let numbers = name.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
    guard numbers.count == 1, (1...100_000).contains(numbers[0]) else { return nil }
    return numbers[0]
  }

  private static func freeze(_ words: [Token], _ session: inout Session) throws -> Reply {
    let store = try session.requireStore()
    let clauses = try CaseClauses(words, keywords: [.on, .size], today: session.recorder.today)
    guard let place = clauses.words.firstIndex(where: { $0.folded == "as" && !$0.isQuoted }),
      place > 0
    else {
      throw GrammarError.missing("a name and its routes", command: "freeze", example: example)
    }
    let name = clauses.words[..<place].map(\.text).joined(separator: " ")
    var rest = Array(clauses.words[(place + 1)...])
    rest.removeAll { ["and", ","].contains($0.folded) }
    let routes = try session.caseRoutes()
    var chosen: [CaseRouteID] = []
    while !rest.isEmpty {
      let (route, length) = try CaseRouteReader.required(rest, among: routes)
      chosen.append(route.id)
      rest.removeFirst(length)
    }
    guard !chosen.isEmpty else {
      throw GrammarError.missing("a route", command: "freeze", example: example)
    }
    guard let day = try clauses.day(.on) else {
      throw GrammarError.missing("the day, after on", command: "freeze", example: example)
    }
    var size: Int?
    if let text = clauses.text(.size) {
      guard let number = Int(text), (1...100_000).contains(number) else {
        throw GrammarError.notANumber(text, example: "\(example) size 49")
      }
      size = number
    }
    let book = session.history.cases
    let isBeforeCases = chosen.allSatisfy { route in
      book.ledgers[route]?.firstMonth.map { $0 > day.month } ?? true
    }
    let named = size == nil && isBeforeCases ? Self.number(in: name) : nil
    let list = FrozenList(
      name: name, freezing: chosen, in: book, on: day, statedSize: size ?? named)
    guard list.size > 0 else {
      throw ConsoleError.refused(
        "No case of \(chosen.map(\.typed).joined(separator: " or ")) was live on \(day.inWords), so"
          + " there is nobody to freeze; where only the number of children is known, add: size 49")
    }
    if let size, list.children.count > size {
      throw ConsoleError.refused(
        "On \(day.inWords) \(list.children.count) children were on the routes, more than the size"
          + " \(size); leave the size out, or correct it.")
    }
    try store.freeze(list, entry: session.entry(because: nil))
    try session.readAnew()
    let unknown =
      if named != nil {
        " The number is that of the name: there was no case by then, so nobody can say what becomes of"
          + " them."
      } else if list.unknown > 0 {
        " \(list.unknown) of them have no case, so nobody can say what becomes of them."
      } else if let stated = Self.number(in: name), stated != list.size {
        " The name says \(stated); where so many were meant, undo and add: size \(stated)"
      } else {
        ""
      }
    return Reply(
      message: "Froze \"\(name)\": \(list.size) \(list.size == 1 ? "child" : "children") on"
        + " \(day.inWords).\(unknown)\nType: progress of \"\(name)\"\n\(session.undoSentence)")
  }
}
