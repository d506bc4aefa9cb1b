import Comparators
import GRDB
import HistoryStore
import LookedAfter
import PublishedRows
import SampleHistory
import TestSupport
import Testing

@Suite("What is recorded")
struct AppendOnlyTests {
  private static let tables = [
    "authority", "entry", "scheme_file", "source", "observation", "reversal", "paper",
    "paper_figure", "public_figure", "comparator_edition", "audit", "child_case", "case_move",
    "frozen_list",
    "frozen_member",
  ]

  @Test("is in tables of which each refuses a change and a removal")
  func everyTable() throws {
    let folder = try TemporaryFolder()
    let queue = try DatabaseQueue(path: try savedSample(in: folder))
    let tables = try queue.read { database in
      try String.fetchSet(
        database,
        sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'grdb_migrations'")
    }
    // A draft is an entry that is not recorded yet, rows of children can be forgotten, and by what a
    // forgotten child is known again is no record.
    let others: Set = ["draft", "child_rows", "earlier_child_rows", "forgotten_child"]
    #expect(tables.subtracting(others) == Set(Self.tables))
  }

  @Test("is never changed", arguments: tables)
  func update(table: String) throws {
    try expectRefused("UPDATE \(table) SET rowid = rowid + 1000", of: table)
    try expectRefused("UPDATE \(table) SET rowid = rowid WHERE rowid > 1 OR rowid = 1", of: table)
  }

  @Test("is never removed", arguments: tables)
  func delete(table: String) throws {
    try expectRefused("DELETE FROM \(table)", of: table)
    try expectRefused("DELETE FROM \(table) WHERE rowid > 0", of: table)
  }

  /// Tries a statement from outside the store, on a connection like that of any other program.
  private func expectRefused(_ sql: String, of table: String) throws {
    let folder = try TemporaryFolder()
    let path = try savedWithEveryTable(in: folder)
    let before = try rows(of: table, at: path)
    let error = try #require(throws: DatabaseError.self) { try execute(sql, at: path) }

    #expect(error.message == "what is recorded is never changed")
    #expect(!before.isEmpty)
    #expect(try rows(of: table, at: path) == before)
  }

  /// A history in which every table holds a row: a figure was recorded and taken back, a paper that
  /// rests on it went out, with a case and a list of it, and a publication was taken in.
  private func savedWithEveryTable(in folder: TemporaryFolder) throws -> String {
    let store = try sampleStore()
    try store.record([try uasc(3)], entry: sampleEntry)
    _ = try #require(try store.reverse(.undo, by: "analyst", at: "2020-11-09T09:00:00Z"))
    let month = try #require(Month(iso: "2020-10"))
    let day = month.lastDay
    try store.record(
      [Case(child: "K-1", route: "sgo", moves: [CaseMove(to: "identified", on: day)])],
      entry: sampleEntry)
    try store.freeze(
      FrozenList(name: "the 49", day: day, routes: ["sgo"], children: ["K-1"]), entry: sampleEntry)
    _ = try store.publish(
      Array("# Update".utf8), title: "Update", format: "markdown", month: month,
      restingOn: [try uasc(2).key],
      disclosed: [DisclosedFigure(figure: "uasc", value: nil, reason: "small", threshold: 5)],
      entry: sampleEntry)
    try store.keep(edition(), file: "open.csv", adding: [], entry: sampleEntry)
    try store.save(as: folder.file("history.lac"))
    return folder.file("history.lac")
  }

  /// A made-up publication of the department.
  private func edition() throws -> ImportedEdition {
    let text = OpenData.file([OpenData.herefordshire(2026, "330", "96", "34400")])
    return try ComparatorDirectory.shipped().preview(
      OpenDataFile(bytes: Array(text.utf8), file: "open.csv"),
      publishedOn: #require(CivilDate(iso: "2026-11-19"))
    ).edition
  }

  private func rows(of table: String, at path: String) throws -> [Row] {
    try DatabaseQueue(path: path).read { try Row.fetchAll($0, sql: "SELECT * FROM \(table)") }
  }

  @Test("says who recorded it, when, and with which command")
  func entry() throws {
    let folder = try TemporaryFolder()
    let entries = try rows(of: "entry", at: try savedSample(in: folder))

    #expect(entries.map { $0["recorded_by"] } == ["analyst"])
    #expect(entries.map { $0["recorded_at"] } == ["2020-11-02T09:00:00Z"])
    #expect(entries.map { $0["command"] } == ["the sample history"])
    #expect(entries.map { $0["reason"] } == ["a test"])
  }

  @Test("is corrected by a row of the next revision, which then stands")
  func correction() throws {
    let folder = try TemporaryFolder()
    let path = try savedSample(in: folder)
    try execute(
      """
      INSERT INTO observation (authority_id, entry_id, measure, period, basis, detail, revision,
        mantissa, decimals, recorded_at)
      VALUES (1, 1, 'uasc', '2020-10', 'weekly', '', 2, 3, 0, '2020-11-09T00:00:00Z')
      """, at: path)
    let month = try #require(Month(iso: "2020-10"))
    let uasc = try HistoryStore.open(path: path).history().count(of: "uasc", in: month)

    #expect(uasc?.value == 3)
    #expect(uasc?.provenance.revision == 2)
    #expect(uasc?.provenance.recordedAt == "2020-11-09T00:00:00Z")
  }

  @Test("is never recorded twice under the same revision")
  func sameRevision() throws {
    let folder = try TemporaryFolder()
    let path = try savedSample(in: folder)

    let error = try #require(throws: DatabaseError.self) {
      try execute(
        """
        INSERT INTO observation (authority_id, entry_id, measure, period, basis, detail, revision,
          mantissa, decimals, recorded_at)
        VALUES (1, 1, 'uasc', '2020-10', 'weekly', '', 1, 3, 0, '2020-11-09T00:00:00Z')
        """, at: path)
    }
    #expect(error.resultCode == .SQLITE_CONSTRAINT)
  }
}
