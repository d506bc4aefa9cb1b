import GRDB
import HistoryFiles
import HistoryStore
import LookedAfter
import SampleHistory
import TestSupport
import Testing

/// The sample history, in memory.
func sampleStore() throws -> HistoryStore {
  try HistoryStore.inMemory(holding: try SampleHistory.folder(), entry: sampleEntry)
}

/// Who recorded it.
let sampleEntry = HistoryStore.Entry(
  recordedAt: "2020-11-02T09:00:00Z", recordedBy: "analyst", command: "the sample history",
  reason: "a test")

/// The sample history in a file of a folder.
func savedSample(in folder: TemporaryFolder) throws -> String {
  let path = folder.file("history.lac")
  try sampleStore().save(as: path)
  return path
}

/// A number of unaccompanied children in October 2020, of which the sample has 2.
func uasc(_ number: Int?, detail: String = "") throws -> Observation {
  Observation(
    measure: "uasc", period: .month(try #require(Month(iso: "2020-10"))), basis: .weekly,
    detail: detail, value: number.map { Quantity(mantissa: $0) },
    provenance: Provenance(source: nil, recordedAt: "2020-11-09T09:00:00Z"))
}

/// Changes a history's file behind the back of the store.
func execute(_ sql: String, arguments: StatementArguments = [], at path: String) throws {
  let queue = try DatabaseQueue(path: path)
  try queue.write { try $0.execute(sql: sql, arguments: arguments) }
  try queue.close()
}

/// The sentence with which a store is refused.
func refusal(
  sourceLocation: SourceLocation = #_sourceLocation, of body: () throws -> Void
) throws -> String {
  "\(try #require(throws: HistoryStoreError.self, sourceLocation: sourceLocation) { try body() })"
}

/// Whether two histories say the same in every respect.
func expectSame(
  _ left: History, _ right: History, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(left.authority == right.authority, sourceLocation: sourceLocation)
  #expect(left.scheme == right.scheme, sourceLocation: sourceLocation)
  #expect(left.catalogue == right.catalogue, sourceLocation: sourceLocation)
  #expect(left.months == right.months, sourceLocation: sourceLocation)
  #expect(left.allObservations == right.allObservations, sourceLocation: sourceLocation)
  for month in left.months {
    #expect(
      left.snapshots(for: month) == right.snapshots(for: month), sourceLocation: sourceLocation)
  }
}
