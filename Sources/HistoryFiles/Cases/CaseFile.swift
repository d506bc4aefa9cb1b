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
    let columns = CaseFileColumns(of: table)
    var drafts: [CaseDraft] = []
    var places: [CaseKey: Int] = [:]
    var rules: [CaseRouteID: CaseRules] = [:]
    var last: (written: String, rules: CaseRules)?
    for record in table.records {
      let line = CaseLine(record: record, table: table, columns: columns)
      let written = try line.required(columns.route, "route")
      if last?.written != written {
        let route = try line.route(written, among: routes)
        let own = rules[route.id] ?? CaseRules(route: route, today: today, catalogue: catalogue)
        rules[route.id] = own
        last = (written, own)
      }
      guard let rules = last?.rules else { continue }
      let key = CaseKey(
        child: pseudonym(try line.required(columns.child, "case")), route: rules.route.id)
      let move = try line.move(on: rules.route)
      // The lines of a case nearly always stand together.
      let isSame = drafts.last?.key == key
      let place = isSame ? drafts.count - 1 : places[key] ?? drafts.count
      if place == drafts.count {
        places[key] = place
        drafts.append(CaseDraft(key: key))
      }
      do throws(CaseMoveError) {
        try rules.check(move, after: drafts[place].moves.last)
      } catch {
        throw line.error(error)
      }
      drafts[place].moves.append(move)
      try line.addFacts(to: &drafts[place].facts, scheme: scheme, pseudonym: pseudonym)
    }
    return drafts.map {
      Case(child: $0.key.child, route: $0.key.route, facts: $0.facts, moves: $0.moves)
    }
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

/// Where the columns of a file of cases stand.
private struct CaseFileColumns {
  let child, route, stage, date, month, reason, note, cohort, born, entered, family: Int?

  init(of table: CSVTable) {
    child = table.place(of: "case")
    route = table.place(of: "route")
    stage = table.place(of: "stage")
    date = table.place(of: "date")
    month = table.place(of: "month")
    reason = table.place(of: "reason")
    note = table.place(of: "note")
    cohort = table.place(of: "cohort")
    born = table.place(of: "born")
    entered = table.place(of: "entered")
    family = table.place(of: "family")
  }
}

/// One line of a file of cases.
private struct CaseLine {
  let record: CSVRecord
  let table: CSVTable
  let columns: CaseFileColumns

  func required(_ place: Int?, _ column: String) throws(CSVError) -> String {
    guard let value = table.value(at: place, of: record) else {
      throw table.error("the \(column) is blank", at: column, of: record)
    }
    return value
  }

  func route(_ text: String, among routes: CaseRoutes) throws(CSVError) -> CaseRoute {
    guard let route = routes[CaseRouteID(rawValue: Self.identifier(text))] else {
      throw table.error(
        "there is no route \"\(text)\"; the routes are "
          + routes.all.map(\.id.rawValue).joined(separator: ", "), at: "route", of: record)
    }
    return route
  }

  func move(on route: CaseRoute) throws(CSVError) -> CaseMove {
    let text = try required(columns.stage, "stage")
    let stage = CaseStageID(rawValue: Self.identifier(text))
    guard let index = route.index(of: stage) else {
      throw table.error(
        "\"\(text)\" is no stage of the route \(route.id); its stages are "
          + route.stages.map(\.id.rawValue).joined(separator: ", "), at: "stage", of: record)
    }
    guard let date = try day(columns.date, "date") else {
      throw table.error("the date is blank", at: "date", of: record)
    }
    return CaseMove(
      to: route.stages[index].id, on: date, month: try month(columns.month, "month"),
      reason: table.value(at: columns.reason, of: record),
      note: table.value(at: columns.note, of: record))
  }

  func addFacts(
    to facts: inout CaseFacts, scheme: CohortScheme, pseudonym: (String) -> String
  ) throws(CSVError) {
    if let text = table.value(at: columns.cohort, of: record) {
      let cohort = CohortID(rawValue: Self.identifier(text))
      guard scheme[cohort] != nil, cohort != .total else {
        throw table.error(
          "there is no cohort \"\(text)\" in the scheme; the cohorts are "
            + scheme.cohorts.map(\.id.rawValue).joined(separator: ", "), at: "cohort", of: record)
      }
      try set(\.cohort, of: &facts, to: cohort, "cohort")
    }
    if let born = try month(columns.born, "born") { try set(\.born, of: &facts, to: born, "born") }
    if let entered = try day(columns.entered, "entered") {
      try set(\.entered, of: &facts, to: entered, "entered")
    }
    if let family = table.value(at: columns.family, of: record) {
      try set(\.family, of: &facts, to: pseudonym(family), "family")
    }
  }

  /// A move that the rules refuse, at the column that is to blame.
  func error(_ error: CaseMoveError) -> CSVError {
    let column =
      switch error {
      case .backInTime, .inFuture, .tooLongAgo: "date"
      case .needsMonth, .takesNoMonth, .monthNotAhead, .sameSlip: "month"
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

  private func month(_ place: Int?, _ column: String) throws(CSVError) -> Month? {
    guard let text = table.value(at: place, of: record) else { return nil }
    // Of a day of birth only the month is taken.
    if let month = Month(iso: text) ?? CivilDate(iso: text)?.month { return month }
    throw table.error("\"\(text)\" is not a month such as 2021-01", at: column, of: record)
  }

  private func day(_ place: Int?, _ column: String) throws(CSVError) -> CivilDate? {
    guard let text = table.value(at: place, of: record) else { return nil }
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
