import HistoryStore
import LookedAfter
import SampleHistory
import Testing

@Suite("Recording a figure")
struct RecordingTests {
  private func october(_ store: HistoryStore) throws -> Recorded<Int>? {
    let month = try #require(Month(iso: "2020-10"))
    return try store.history().count(of: "uasc", in: month)
  }

  @Test("over another makes the next revision, which stands")
  func correction() throws {
    let store = try sampleStore()
    let recording = try store.record([try uasc(3)], entry: sampleEntry)

    #expect(recording.numberOfCorrections == 1)
    #expect(recording.changes.first?.before?.value?.whole == 2)
    #expect(try october(store)?.value == 3)
    #expect(try october(store)?.provenance.revision == 2)
    #expect(
      try store.revisions(of: "uasc") { $0.period.description == "2020-10" }
        .map { $0.observation.value?.whole } == [2, 3])
  }

  @Test("that stands already records nothing")
  func unchanged() throws {
    let store = try sampleStore()
    let recording = try store.record([try uasc(2)], entry: sampleEntry)

    #expect(recording.changes.isEmpty)
    #expect(recording.unchanged == 1)
    #expect(try store.log().count == 1)
  }

  @Test("counts the last of two that are about the same, also where it is the one that stands")
  func lastCounts() throws {
    let store = try sampleStore()

    #expect(
      try store.preview([try uasc(3), try uasc(4)]).changes.map { $0.after.value?.whole } == [4])
    #expect(try store.preview([try uasc(3), try uasc(2)]).changes.isEmpty)
  }

  @Test("is taken back and done again, each as a revision of its own")
  func undo() throws {
    let store = try sampleStore()
    try store.record([try uasc(3)], entry: sampleEntry)

    _ = try #require(try store.reverse(.undo, by: "analyst", at: "2020-11-09T10:00:00Z"))
    #expect(try october(store)?.value == 2)
    #expect(try october(store)?.provenance.revision == 3)

    _ = try #require(try store.reverse(.redo, by: "analyst", at: "2020-11-09T11:00:00Z"))
    #expect(try october(store)?.value == 3)
    #expect(try october(store)?.provenance.revision == 4)
  }

  @Test("without number and words takes the figure back")
  func withdrawal() throws {
    let store = try sampleStore()
    try store.record([try uasc(nil)], entry: sampleEntry)

    #expect(try october(store) == nil)
    #expect(try store.history().scheme["uasc"] != nil)
  }

  @Test("leaves what was known on an earlier day to be asked for")
  func asKnownOn() throws {
    let store = try sampleStore()
    try store.record([try uasc(3)], entry: sampleEntry)
    let day = try #require(CivilDate(iso: "2020-11-08"))
    let month = try #require(Month(iso: "2020-10"))

    #expect(try store.history(asKnownOn: day).count(of: "uasc", in: month)?.value == 2)
  }
}
