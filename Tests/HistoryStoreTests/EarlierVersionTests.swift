import Foundation
import GRDB
import HistoryFiles
import LookedAfter
import TestSupport
import Testing

@testable import HistoryStore

/// A store of every earlier version of the tables, kept as SQL, opens with all its figures.
@Suite("A store of an earlier version") struct EarlierVersionTests {
  @Test("opens with its figures, and a copy of it as it was is kept", arguments: [1, 2])
  func opens(version: Int) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("history.lac")
    try makeStore(version: version, at: path)

    let store = try HistoryStore.open(path: path)
    let history = try store.history()
    #expect(history.allObservations.count == 194)
    #expect(history.cases.isEmpty)
    let totals = try ["2020-02", "2020-08", "2020-09", "2020-10"].map { month in
      history.snapshot(for: try #require(Month(iso: month)))?.total?.value
    }
    #expect(totals == [356, 343, 338, 336])
    #expect(try store.check().isEmpty)
    #expect(try folder.names() == ["history.lac", "history.lac.before-update"])

    let copy = try DatabaseQueue(path: folder.file("history.lac.before-update"))
    let rows = try copy.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM observation") }
    let migrations = try copy.read {
      try String.fetchAll($0, sql: "SELECT identifier FROM grdb_migrations")
    }
    // Version 2 holds a correction and a figure that was taken back beside the 194.
    #expect(rows == (version == 1 ? 194 : 197))
    #expect(migrations == Array(["1 observations", "2 audit and papers"].prefix(version)))
  }

  @Test("takes cases once it is open, and its log is as it was", arguments: [1, 2])
  func cases(version: Int) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("history.lac")
    try makeStore(version: version, at: path)
    let store = try HistoryStore.open(path: path)
    let before = try store.log().count
    let day = try #require(CivilDate(iso: "2020-10-05"))
    let each = Case(child: "K-1", route: "sgo", moves: [CaseMove(to: "filed", on: day)])
    try store.record([each], entry: sampleEntry)
    #expect(try store.history().cases.cases == [each])
    #expect(try store.log().count == before + 1)
    #expect(try store.check().isEmpty)
  }

  @Test("is opened a second time without another copy")
  func once() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("history.lac")
    try makeStore(version: 1, at: path)
    _ = try HistoryStore.open(path: path)
    _ = try HistoryStore.open(path: path)
    #expect(try folder.names() == ["history.lac", "history.lac.before-update"])
  }

  private func makeStore(version: Int, at path: String) throws {
    let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/schema-\(version).sql")
    let sql = try String(contentsOf: fixture, encoding: .utf8)
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }
}
