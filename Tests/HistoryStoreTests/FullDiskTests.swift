import GRDB
import HistoryFiles
import LookedAfter
import SampleHistory
import TestSupport
import Testing

@testable import HistoryStore

/// A disk that fills up while figures are recorded harms nothing.
@Suite("A full disk") struct FullDiskTests {
  @Test("is said in a sentence, and nothing of the command is there")
  func full() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("history.lac")
    let entry = HistoryStore.Entry(
      recordedAt: "2020-12-01T09:00:00Z", recordedBy: "analyst", command: "import")
    try HistoryStore.inMemory(holding: SampleHistory.folder(), entry: entry).save(as: path)
    let store = try HistoryStore.open(path: path)
    try store.queue.inDatabase { database in
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      try database.execute(sql: "PRAGMA max_page_count = \(pages + 2)")
    }
    let january = try #require(Month(iso: "2021-01"))
    let figures = (1...5000).map { number in
      Observation(
        measure: "started", period: .month(january), detail: "d\(number)",
        value: Quantity(mantissa: number),
        provenance: Provenance(source: nil, recordedAt: "2020-12-01T09:00:00Z"))
    }
    let error = #expect(throws: HistoryStoreError.self) {
      try store.record(figures, entry: entry)
    }
    #expect(
      error?.description
        == "The history \(path) could not be used: the disk is full. Nothing was changed.")
    #expect(try store.history().observations(of: "started").count == 2)
    #expect(try store.log().count == 1)
    #expect(try store.check().isEmpty)
  }
}
