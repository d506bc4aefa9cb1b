import GRDB
import HistoryStore
import TestSupport
import Testing

@Suite("A history whose rows cannot be read")
struct DamagedHistoryTests {
  private func refusal(after sql: String, arguments: StatementArguments = []) throws -> String {
    let folder = try TemporaryFolder()
    let path = try savedSample(in: folder)
    try execute(sql, arguments: arguments, at: path)
    let store = try HistoryStore.open(path: path)
    return try HistoryStoreTests.refusal { _ = try store.history() }
      .replacing(path, with: "history.lac")
  }

  private func observation(period: String, basis: String = "", asAt: String? = nil) -> (
    String, StatementArguments
  ) {
    (
      """
      INSERT INTO observation (authority_id, entry_id, measure, period, basis, detail, revision,
        as_at, mantissa, decimals, recorded_at)
      VALUES (1, 1, 'total', ?, ?, '', 1, ?, 336, 0, '2020-11-02T00:00:00Z')
      """, [period, basis, asAt]
    )
  }

  @Test("is refused where the newest scheme is broken, with the place in it")
  func brokenScheme() throws {
    #expect(
      try refusal(
        after: "INSERT INTO scheme_file VALUES (NULL, 1, 1, 'cohorts', CAST(? AS BLOB))",
        arguments: ["id,name\n"])
        == "The history history.lac cannot be read: the cohorts of history.lac, line 1: the column"
        + " \"short_name\" is missing from the header line.")
  }

  @Test("is refused where a figure has no date that can be read")
  func brokenDate() throws {
    let (sql, arguments) = observation(period: "October")
    #expect(
      try refusal(after: sql, arguments: arguments)
        == "The history history.lac cannot be read: a figure is dated \"October\", which is no date."
    )
  }

  @Test("is not an empty file, which SQLite would take for a new database")
  func emptyFile() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("", to: "empty.lac")
    #expect(throws: HistoryStoreError.notADatabase(path: path)) {
      try HistoryStore.open(path: path)
    }
    #expect(try folder.names() == ["empty.lac"])
  }

  @Test("is refused where it holds no authority")
  func empty() throws {
    let folder = try TemporaryFolder()
    let path = try savedSample(in: folder)
    try execute(
      """
      PRAGMA foreign_keys = OFF;
      DROP TRIGGER authority_refuses_delete; DROP TRIGGER observation_refuses_delete;
      DROP TRIGGER scheme_file_refuses_delete;
      DELETE FROM observation; DELETE FROM scheme_file; DELETE FROM authority;
      """, at: path)
    let store = try HistoryStore.open(path: path)

    #expect(
      try HistoryStoreTests.refusal { _ = try store.history() }
        == "The history \(path) holds no authority.")
  }
}
