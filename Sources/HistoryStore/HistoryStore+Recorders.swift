import GRDB

extension HistoryStore {
  /// Who recorded at each time, as `yyyy-mm-ddThh:mm:ssZ`; several people of one second together.
  ///
  /// - Throws: `HistoryStoreError`.
  public func recorders() throws(HistoryStoreError) -> [String: String] {
    try reading { database in
      var recorders: [String: String] = [:]
      let rows = try Row.fetchCursor(
        database, sql: "SELECT DISTINCT recorded_at, recorded_by FROM entry ORDER BY id")
      while let row = try rows.next() {
        let (time, person): (String, String) = (row[0], row[1])
        recorders[time] = recorders[time].map { "\($0) or \(person)" } ?? person
      }
      return recorders
    }
  }
}
