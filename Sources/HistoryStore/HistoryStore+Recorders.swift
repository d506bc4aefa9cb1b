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

  /// Who took in figures that count as recorded at another time than that of their command, such as
  /// those of a file or of a publication, by that time; several people together.
  ///
  /// - Throws: `HistoryStoreError`.
  public func takers() throws(HistoryStoreError) -> [String: String] {
    try reading { database in
      var takers: [String: [String]] = [:]
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT DISTINCT observation.recorded_at, entry.recorded_by
          FROM observation JOIN entry ON entry.id = observation.entry_id
          WHERE observation.recorded_at <> entry.recorded_at
          """)
      while let row = try rows.next() {
        let (time, person): (String, String) = (row[0], row[1])
        takers[time, default: []].append(person)
      }
      return takers.mapValues { $0.joined(separator: " or ") }
    }
  }
}
