import GRDB
import GRDBSQLite

/// A statement for the two places that handle every row of a large import: its values pass to and
/// from SQLite without a value of GRDB's made of each.
struct RawStatement {
  private let statement: Statement
  private let connection: SQLiteConnection?
  private var handle: SQLiteStatement { statement.sqliteStatement }

  /// Has SQLite copy what it is handed.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  init(_ sql: String, in database: Database) throws {
    statement = try database.makeStatement(sql: sql)
    connection = database.sqliteConnection
  }

  // MARK: Binding and running

  /// Hands over text for a place, counted from 1; null for nil.
  func bind(_ text: String?, at place: Int32) throws {
    guard let text else { return try check(sqlite3_bind_null(handle, place)) }
    try check(
      sqlite3_bind_text(handle, place, text, Int32(clamping: text.utf8.count), Self.copied))
  }

  /// Hands over a whole number for a place, counted from 1; null for nil.
  func bind(_ number: Int?, at place: Int32) throws {
    guard let number else { return try check(sqlite3_bind_null(handle, place)) }
    try check(sqlite3_bind_int64(handle, place, Int64(number)))
  }

  /// Runs the statement once, to its end.
  func run() throws {
    defer { sqlite3_reset(handle) }
    while try step() {}
  }

  /// Runs the statement and hands each of its rows to `body`, as the number of its columns.
  func forEachRow(_ body: (Int32) throws -> Void) throws {
    defer { sqlite3_reset(handle) }
    let columns = sqlite3_column_count(handle)
    while try step() { try body(columns) }
  }

  private func step() throws -> Bool {
    let code = sqlite3_step(handle)
    guard code != SQLITE_ROW else { return true }
    guard code == SQLITE_DONE else { throw error(code) }
    return false
  }

  // MARK: Reading a column of the present row

  /// The kind of a column, as SQLite numbers them: `SQLITE_INTEGER` and so on.
  func kind(ofColumn column: Int32) -> Int32 { sqlite3_column_type(handle, column) }

  /// Whether a column is null: most of those of a case are.
  func isNull(_ column: Int32) -> Bool { kind(ofColumn: column) == SQLITE_NULL }

  /// A whole number.
  func integer(inColumn column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  /// A number with a fraction.
  func double(inColumn column: Int32) -> Double { sqlite3_column_double(handle, column) }

  /// The bytes of a text or a blob, for as long as `body` runs.
  func withBytes<Value>(
    ofColumn column: Int32, _ body: (UnsafeRawBufferPointer) throws -> Value
  ) rethrows -> Value {
    // The pointer first: only then is the number of bytes the one that belongs to it.
    let start = sqlite3_column_blob(handle, column)
    let count = Int(sqlite3_column_bytes(handle, column))
    return try body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  private func check(_ code: Int32) throws {
    guard code == SQLITE_OK else { throw error(code) }
  }

  private func error(_ code: Int32) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code),
      message: connection.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) })
  }
}
