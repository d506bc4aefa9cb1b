/// Dates of a file that cannot be read because their month stands first.
struct MonthFirst: Sendable {
  /// How many there are.
  private(set) var count = 0

  /// The line of the first.
  private(set) var line: UInt32 = 0

  /// Notes a value that was read as no date.
  mutating func note(_ base: UnsafeRawPointer, count length: Int, line: UInt32) {
    let parts = UnsafeRawBufferPointer(start: base, count: length)
      .split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
    guard parts.count == 3, (1...12).contains(parts[0]), (13...31).contains(parts[1]) else {
      return
    }
    if count == 0 { self.line = line }
    count += 1
  }
}

extension ReturnReading {
  /// Files with fewer rows are taken as they are: a slip or two are most of them.
  private static let fewRows = 10

  /// Refuses a file in which the dates are not what the return has: nearly all rows would be dropped,
  /// and those that stayed would have their day and month the wrong way round.
  ///
  /// - Throws: `ReturnError.notWhatItClaims`.
  func refuseWrongDates() throws(ReturnError) {
    for (file, rows) in zip(folder.files, files) where rows.rowCount >= Self.fewRows {
      let found =
        rows.episodes.map { ($0.rows.monthFirst, $0.linesBefore) }
        + rows.children.map { ($0.rows.monthFirst, $0.linesBefore) }
      let count = found.reduce(0) { $0 + $1.0.count }
      if count * 10 > rows.rowCount, let first = found.first(where: { $0.0.count > 0 }) {
        throw .notWhatItClaims(
          file: file.name,
          reason: "the month stands first in \(count) dates, such as one in line"
            + " \(Int(first.0.line) + first.1); export it with every date as dd/mm/yyyy or yyyy-mm-dd"
        )
      }
      let read = rows.episodes.reduce(0) { $0 + $1.rows.count }
      let lost = rows.episodes.reduce(0) { sum, stretch in
        sum + stretch.rows.faults.count { $0.rule == .decomUnreadable }
      }
      if lost * 2 > read {
        throw .notWhatItClaims(
          file: file.name,
          reason: "DECOM is no date in \(lost) of \(read) rows; export it with every date as"
            + " dd/mm/yyyy or yyyy-mm-dd")
      }
    }
  }
}
