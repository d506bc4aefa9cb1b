import GRDB
import HistoryFiles
import LookedAfter

/// The rows of cases and frozen lists, as values of the domain.
enum CaseRows {
  /// A step of a case as it was recorded last: what stands, or nothing where it was taken back.
  struct Step {
    let revision: Int
    let move: CaseMove?
  }

  /// What is recorded of a case.
  struct Known {
    let id: Int64
    var steps: [Step] = []
    /// What is known of the child: it stands with the first step.
    var facts = CaseFacts()

    /// The moves that stand, up to the first that was taken back.
    var moves: [CaseMove] {
      var moves: [CaseMove] = []
      for step in steps {
        guard let move = step.move else { break }
        moves.append(move)
      }
      return moves
    }
  }

  // MARK: Reading

  /// The cases and lists of an authority, of what was recorded by the end of a day.
  static func book(
    of authority: Int64, knownOn day: CivilDate?, in database: Database
  ) throws -> CaseBook {
    let lists = try FrozenListRows.lists(of: authority, knownOn: day, in: database)
    let hasCases =
      try Bool.fetchOne(
        database, sql: "SELECT EXISTS (SELECT 1 FROM child_case WHERE authority_id = ?)",
        arguments: [authority]) ?? false
    guard hasCases || !lists.isEmpty else { return .empty }
    var cases: [Case] = []
    try forEachCase(of: authority, knownOn: day, in: database) { child, route, known in
      let moves = known.moves
      guard !moves.isEmpty else { return }
      cases.append(
        Case(
          child: child, route: CaseRouteID(rawValue: route), facts: known.facts, moves: moves))
    }
    return CaseBook(
      routes: try CaseRouteFile.shipped(), cases: cases, frozenLists: lists,
      recordedAt: try lastRecording(of: authority, knownOn: day, in: database))
  }

  /// Everything known of the cases of an authority, by key.
  static func known(
    of authority: Int64, in database: Database
  ) throws -> [CaseKey: Known] {
    var all: [CaseKey: Known] = [:]
    try forEachCase(of: authority, knownOn: nil, in: database) { child, route, known in
      all[CaseKey(child: child, route: CaseRouteID(rawValue: route))] = known
    }
    return all
  }

  /// What is known of one case; nil when there never was such.
  static func known(
    of key: CaseKey, authority: Int64, in database: Database
  ) throws -> Known? {
    let id = try Int64.fetchOne(
      database,
      sql: "SELECT id FROM child_case WHERE authority_id = ? AND child = ? AND route = ?",
      arguments: [authority, key.child, key.route.rawValue])
    guard let id else { return nil }
    var known = Known(id: id)
    let statement = try RawStatement(
      "SELECT \(columns) FROM case_move WHERE case_id = ? ORDER BY step, revision", in: database)
    try statement.bind(Int(id), at: 1)
    try statement.forEachRow { _ in try addStep(of: statement, to: &known) }
    return known
  }

  private static let columns = """
    step, revision, stage, date, month, reason, note, cohort, born, entered, family
    """

  /// Hands each case to `body`, in the order of child and route. The moves are read in the order in
  /// which they were recorded, which is how they lie in the file.
  private static func forEachCase(
    of authority: Int64, knownOn day: CivilDate?, in database: Database,
    _ body: (_ child: String, _ route: String, Known) -> Void
  ) throws {
    let names = try RawStatement(
      "SELECT id, child, route FROM child_case WHERE authority_id = ? ORDER BY child, route",
      in: database)
    try names.bind(Int(authority), at: 1)
    var cases: [(child: String, route: String, known: Known)] = []
    var places: [Int64: Int] = [:]
    try names.forEachRow { _ in
      let id = names.integer(inColumn: 0)
      places[id] = cases.count
      cases.append(
        (names.text(inColumn: 1) ?? "", names.text(inColumn: 2) ?? "", Known(id: id)))
    }
    let moves = try RawStatement(
      "SELECT \(columns), case_id FROM case_move WHERE recorded_at < ? ORDER BY id", in: database)
    try moves.bind(limit(day), at: 1)
    var last = (id: Int64(0), place: -1)
    try moves.forEachRow { _ in
      let id = moves.integer(inColumn: 11)
      if last.id != id { last = (id, places[id] ?? -1) }
      guard last.place >= 0 else { return }
      try addStep(of: moves, to: &cases[last.place].known)
    }
    for each in cases where !each.known.steps.isEmpty { body(each.child, each.route, each.known) }
  }

  /// Before which a row was recorded that was known on a day.
  private static func limit(_ day: CivilDate?) -> String { day.map { "\($0)T99" } ?? "9999-99" }

  /// When the last move of an authority that was known on a day was recorded; blank without one.
  private static func lastRecording(
    of authority: Int64, knownOn day: CivilDate?, in database: Database
  ) throws -> String {
    try String.fetchOne(
      database,
      sql: """
        SELECT recorded_at FROM entry WHERE recorded_at < ? AND EXISTS
          (SELECT 1 FROM case_move JOIN child_case ON child_case.id = case_id
            WHERE case_move.entry_id = entry.id AND authority_id = ?)
        ORDER BY recorded_at DESC LIMIT 1
        """, arguments: [limit(day), authority]) ?? ""
  }

  /// Adds a revision of a step; the revisions of a step come in order, so the last one stands.
  private static func addStep(of row: RawStatement, to known: inout Known) throws {
    let number = Int(row.integer(inColumn: 0))
    guard (1...known.steps.count + 1).contains(number) else { return }
    let step = Step(revision: Int(row.integer(inColumn: 1)), move: try move(of: row))
    if number > known.steps.count {
      known.steps.append(step)
    } else {
      known.steps[number - 1] = step
    }
    guard number == 1 else { return }
    known.facts = CaseFacts(
      cohort: row.text(inColumn: 7).map { CohortID(rawValue: $0) },
      born: row.text(inColumn: 8).flatMap(Month.init(iso:)),
      entered: row.text(inColumn: 9).flatMap(CivilDate.init(iso:)),
      family: row.text(inColumn: 10))
  }

  /// The move of a row; nil where the step was taken back.
  private static func move(of row: RawStatement) throws -> CaseMove? {
    guard let stage = row.text(inColumn: 2) else { return nil }
    let written = row.text(inColumn: 3) ?? ""
    guard let date = CivilDate(iso: written) else {
      throw HistoryStoreError.unreadable(
        path: "", reason: "a case is dated \"\(written)\", which is no date.")
    }
    return CaseMove(
      to: CaseStageID(rawValue: stage), on: date,
      month: row.text(inColumn: 4).flatMap(Month.init(iso:)), reason: row.text(inColumn: 5),
      note: row.text(inColumn: 6))
  }

  // MARK: Writing

  /// Writes the steps of cases that are new or differ.
  static func insert(
    _ recording: CaseRecording, authority: Int64, entry: Int64, recordedAt: String,
    in database: Database
  ) throws {
    let cases = try RawStatement(
      "INSERT INTO child_case (authority_id, entry_id, child, route) VALUES (?, ?, ?, ?)",
      in: database)
    try cases.bind(Int(authority), at: 1)
    try cases.bind(Int(entry), at: 2)
    let moves = try RawStatement(
      """
      INSERT INTO case_move (case_id, entry_id, step, revision, stage, date, month, reason, note,
        cohort, born, entered, family, withdrawn, recorded_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, in: database)
    try moves.bind(Int(entry), at: 2)
    try moves.bind(recordedAt, at: 15)
    for change in recording.changes {
      var id = change.id
      if id == nil {
        try cases.bind(change.key.child, at: 3)
        try cases.bind(change.key.route.rawValue, at: 4)
        try cases.run()
        id = database.lastInsertedRowID
      }
      guard let id else { continue }
      try moves.bind(Int(id), at: 1)
      for step in change.steps {
        let facts = step.number == 1 && step.move != nil ? change.after?.facts : nil
        try moves.bind(step.number, at: 3)
        try moves.bind(step.revision, at: 4)
        try moves.bind(step.move?.stage.rawValue, at: 5)
        try moves.bind(step.move?.date.description, at: 6)
        try moves.bind(step.move?.month?.description, at: 7)
        try moves.bind(step.move?.reason, at: 8)
        try moves.bind(step.move?.note, at: 9)
        try moves.bind(facts?.cohort?.rawValue, at: 10)
        try moves.bind(facts?.born?.description, at: 11)
        try moves.bind(facts?.entered?.description, at: 12)
        try moves.bind(facts?.family, at: 13)
        try moves.bind(step.move == nil ? 1 : 0, at: 14)
        try moves.run()
      }
    }
  }

  /// Takes back what an entry recorded of cases and lists, or does it again: each step gets another
  /// revision with what stood before it, or with what it recorded.
  static func reverse(
    _ reversal: Reversal, entry: Int64, as new: Int64, at recordedAt: String,
    in database: Database
  ) throws {
    try database.execute(
      sql: """
        INSERT INTO case_move (case_id, entry_id, step, revision, stage, date, month, reason, note,
          cohort, born, entered, family, withdrawn, recorded_at)
        SELECT done.case_id, :new, done.step,
          1 + (SELECT max(revision) FROM case_move AS every
            WHERE every.case_id = done.case_id AND every.step = done.step),
          wanted.stage, wanted.date, wanted.month, wanted.reason, wanted.note, wanted.cohort,
          wanted.born, wanted.entered, wanted.family, wanted.stage IS NULL, :at
        FROM case_move AS done LEFT JOIN case_move AS wanted
          ON wanted.case_id = done.case_id AND wanted.step = done.step
            AND wanted.revision = done.revision - :back
        WHERE done.entry_id = :entry ORDER BY done.id
        """,
      arguments: [
        "new": new, "at": recordedAt, "entry": entry, "back": reversal == .undo ? 1 : 0,
      ])
    try FrozenListRows.reverse(
      reversal, entry: entry, as: new, at: recordedAt, in: database)
  }
}

extension RawStatement {
  /// The text of a column; nil for null.
  fileprivate func text(inColumn column: Int32) -> String? {
    isNull(column)
      ? nil : withBytes(ofColumn: column) { String(decoding: $0, as: UTF8.self) }
  }
}
