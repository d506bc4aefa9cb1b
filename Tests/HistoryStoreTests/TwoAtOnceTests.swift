import Foundation
import LookedAfter
import SampleHistory
import TestSupport
import Testing

@testable import HistoryStore

/// Two people have the same store open.
@Suite("Two at once", .serialized) struct TwoAtOnceTests {
  let folder: TemporaryFolder
  let first: HistoryStore
  let second: HistoryStore

  init() throws {
    folder = try TemporaryFolder()
    let path = folder.file("history.lac")
    try HistoryStore.inMemory(holding: SampleHistory.folder(), entry: Self.entry).save(as: path)
    first = try HistoryStore.open(path: path)
    second = try HistoryStore.open(path: path)
  }

  private static let entry = HistoryStore.Entry(
    recordedAt: "2020-12-01T09:00:00Z", recordedBy: "first", command: "set")

  @Test("a reader goes on while the other writes; a writer waits, then is told who holds the store")
  func readerAndWriter() throws {
    let isWriting = DispatchSemaphore(value: 0)
    let mayEnd = DispatchSemaphore(value: 0)
    let first = first
    let writer = Thread {
      try? first.writing { database in
        try database.execute(
          sql: "INSERT INTO entry (recorded_at, recorded_by, command) VALUES ('t', 'first', 'x')")
        isWriting.signal()
        mayEnd.wait()
      }
    }
    writer.start()
    isWriting.wait()
    #expect(try second.history().latestMonth == Month(iso: "2020-10"))

    let january = try #require(Month(iso: "2021-01"))
    let figure = Observation(
      measure: "started", period: .month(january), value: Quantity(mantissa: 4),
      provenance: Provenance(source: nil, recordedAt: "2020-12-01T09:00:00Z"))
    let error = #expect(throws: HistoryStoreError.self) {
      try second.record([figure], entry: Self.entry)
    }
    let sentence = try #require(error?.description)
    #expect(
      sentence.wholeMatch(
        of:
          #/The history .* is in use by \S+ on \S+ since [-0-9]+ [:0-9]+ UTC; try again when that is finished\./#
      ) != nil, "\(sentence)")
    mayEnd.signal()
    while !writer.isFinished { Thread.sleep(forTimeInterval: 0.01) }

    try second.record([figure], entry: Self.entry)
    #expect(try first.history().count(of: "started", in: january)?.value == 4)
    #expect(try folder.names() == ["history.lac"])
  }

  @Test("figures that both record are all there, each with its revision")
  func both() throws {
    let january = try #require(Month(iso: "2021-01"))
    func figure(_ number: Int) -> Observation {
      Observation(
        measure: "started", period: .month(january), value: Quantity(mantissa: number),
        provenance: Provenance(source: nil, recordedAt: "2020-12-01T09:00:00Z"))
    }
    for number in 1...20 {
      try (number.isMultiple(of: 2) ? first : second).record([figure(number)], entry: Self.entry)
    }
    let revisions = try first.revisions(of: "started") { $0.period == .month(january) }
    #expect(revisions.map(\.observation.provenance.revision) == Array(1...20))
    #expect(try second.check().isEmpty)
  }
}
