import CSV
import LookedAfter

/// Cases as comma-separated values: a line for each thing that happened, the lines of a case in the
/// order of time.
///
/// `case,route,stage,date` are needed. What is known of the child beside them (`cohort`, `born`,
/// `entered`, `family`) may stand in any line of the case, and has to be the same in all.
public enum CaseFile {
  /// The columns that have to be there.
  public static let requiredColumns = ["case", "route", "stage", "date"]

  /// The columns that may be there.
  public static let optionalColumns = [
    "month", "reason", "note", "cohort", "born", "entered", "family",
  ]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - file: its name, for errors.
  ///   - routes: the routes that cases may follow.
  ///   - scheme: the cohorts that children may be of.
  ///   - catalogue: the reasons of closed lists.
  ///   - today: the day of recording; nothing has happened after it.
  ///   - pseudonym: what stands for the id of a child or family instead; by default the id itself.
  /// - Returns: the cases, in the order of their first lines.
  /// - Throws: `CSVError` with file, line and column of the first line that cannot be taken.
  public static func read(
    bytes: [UInt8], file: String, routes: CaseRoutes, scheme: CohortScheme,
    catalogue: MeasureCatalogue, today: CivilDate,
    pseudonym: (String) -> String = { $0 }
  ) throws(CSVError) -> [Case] {
    let table = try CSVTable(
      bytes: bytes, file: file, required: requiredColumns, known: optionalColumns)
    var drafts: [CaseDraft] = []
    var places: [CaseKey: Int] = [:]
    places.reserveCapacity(table.records.count)
    let rules = routes.all.map { CaseRules(route: $0, today: today, catalogue: catalogue) }
    for record in table.records {
      let line = CaseLine(record: record, table: table)
      let route = try line.route(among: routes)
      let child = pseudonym(try table.required("case", of: record))
      let key = CaseKey(child: child, route: route.id)
      let move = try line.move(on: route)
      let place = places[key] ?? drafts.count
      if place == drafts.count {
        places[key] = place
        drafts.append(CaseDraft(key: key))
      }
      if let index = routes.index(of: route.id) {
        do throws(CaseMoveError) {
          try rules[index].check(move, after: drafts[place].moves.last)
        } catch {
          throw line.error(error)
        }
      }
      drafts[place].moves.append(move)
      try line.addFacts(to: &drafts[place].facts, scheme: scheme, pseudonym: pseudonym)
    }
    return drafts.map {
      Case(child: $0.key.child, route: $0.key.route, facts: $0.facts, moves: $0.moves)
    }
  }

  /// The ids of children as a file has them, each once, in the order of their first lines.
  ///
  /// - Throws: `CSVError`.
  public static func children(bytes: [UInt8], file: String) throws(CSVError) -> [String] {
    let table = try CSVTable(
      bytes: bytes, file: file, required: requiredColumns, known: optionalColumns)
    var seen: Set<String> = []
    var children: [String] = []
    for record in table.records {
      let child = try table.required("case", of: record)
      if seen.insert(child).inserted { children.append(child) }
    }
    return children
  }

  /// Writes cases in the form that `read` takes.
  public static func text(of cases: [Case]) -> String {
    var writer = CSVWriter()
    writer.append(requiredColumns + optionalColumns)
    for each in cases {
      for (index, move) in each.moves.enumerated() {
        let facts = index == 0 ? each.facts : CaseFacts()
        writer.append([
          each.child, each.route.rawValue, move.stage.rawValue, "\(move.date)",
          move.month.map { "\($0)" } ?? "", move.reason ?? "", move.note ?? "",
          facts.cohort?.rawValue ?? "", facts.born.map { "\($0)" } ?? "",
          facts.entered.map { "\($0)" } ?? "", facts.family ?? "",
        ])
      }
    }
    return writer.text
  }
}

/// A case while its lines are being read.
private struct CaseDraft {
  let key: CaseKey
  var facts = CaseFacts()
  var moves: [CaseMove] = []
}

/// One line of a file of cases.
private struct CaseLine {
  let record: CSVRecord
  let table: CSVTable

  func route(among routes: CaseRoutes) throws(CSVError) -> CaseRoute {
    let text = try table.required("route", of: record)
    guard let route = routes[CaseRouteID(rawValue: Self.identifier(text))] else {
      throw table.error(
        "there is no route \"\(text)\"; the routes are "
          + routes.all.map(\.id.rawValue).joined(separator: ", "), at: "route", of: record)
    }
    return route
  }

  func move(on route: CaseRoute) throws(CSVError) -> CaseMove {
    let text = try table.required("stage", of: record)
    let stage = CaseStageID(rawValue: Self.identifier(text))
    guard let known = route[stage] else {
      throw table.error(
        "\"\(text)\" is no stage of the route \(route.id); its stages are "
          + route.stages.map(\.id.rawValue).joined(separator: ", "), at: "stage", of: record)
    }
    guard let date = try day("date") else {
      throw table.error("the date is blank", at: "date", of: record)
    }
    return CaseMove(
      to: known.id, on: date, month: try month("month"),
      reason: table.value("reason", of: record), note: table.value("note", of: record))
  }

  func addFacts(
    to facts: inout CaseFacts, scheme: CohortScheme, pseudonym: (String) -> String
  ) throws(CSVError) {
    if let text = table.value("cohort", of: record) {
      let cohort = CohortID(rawValue: Self.identifier(text))
      guard scheme[cohort] != nil, cohort != .total else {
        throw table.error("there is no cohort \"\(text)\" in the scheme", at: "cohort", of: record)
      }
      try set(\.cohort, of: &facts, to: cohort, "cohort")
    }
    if let born = try month("born") { try set(\.born, of: &facts, to: born, "born") }
    if let entered = try day("entered") { try set(\.entered, of: &facts, to: entered, "entered") }
    if let family = table.value("family", of: record) {
      try set(\.family, of: &facts, to: pseudonym(family), "family")
    }
  }

  /// A move that the rules refuse, at the column that is to blame.
  func error(_ error: CaseMoveError) -> CSVError {
    let column =
      switch error {
      case .backInTime, .inFuture, .tooLongAgo: "date"
      case .needsMonth, .takesNoMonth, .monthNotAhead, .sameMonth: "month"
      case .needsReason, .noSuchReason: "reason"
      case .noSuchStage, .notAllowed, .cannotOpen: "stage"
      }
    let sentence = error.description
    let first = sentence.first.map { $0.lowercased() } ?? ""
    var rest = sentence.dropFirst()
    if rest.last == "." { rest.removeLast() }
    return table.error(first + rest, at: column, of: record)
  }

  private func set<Value: Equatable>(
    _ path: WritableKeyPath<CaseFacts, Value?>, of facts: inout CaseFacts, to value: Value,
    _ column: String
  ) throws(CSVError) {
    if let known = facts[keyPath: path], known != value {
      throw table.error(
        "the \(column) is another one than in an earlier line of the case", at: column, of: record)
    }
    facts[keyPath: path] = value
  }

  private func month(_ column: String) throws(CSVError) -> Month? {
    guard let text = table.value(column, of: record) else { return nil }
    // Of a day of birth only the month is taken.
    if let month = Month(iso: text) ?? CivilDate(iso: text)?.month { return month }
    throw table.error("\"\(text)\" is not a month such as 2021-01", at: column, of: record)
  }

  private func day(_ column: String) throws(CSVError) -> CivilDate? {
    guard let text = table.value(column, of: record) else { return nil }
    if let day = CivilDate(iso: text) { return day }
    let parts = text.split(separator: "/").compactMap { Int($0) }
    if parts.count == 3, let day = CivilDate(year: parts[2], month: parts[1], day: parts[0]) {
      return day
    }
    throw table.error("\"\(text)\" is not a day such as 2020-10-31", at: column, of: record)
  }

  private static func identifier(_ text: String) -> String {
    // Nearly every id is written as the tables have it.
    let isPlain = text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || $0 == 0x5F || $0 < 0x3A && $0 > 0x2F
    }
    return isPlain ? text : String(text.lowercased().map { "- ".contains($0) ? "_" : $0 })
  }
}
