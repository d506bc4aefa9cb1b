import HistoryFiles
import HistoryStore
import LookedAfter
import SampleHistory
import TestSupport
import Testing

@Suite("A history that is stored")
struct RoundTripTests {
  @Test("is the history of the files it was made from")
  func sample() throws {
    expectSame(try sampleStore().history(), try SampleHistory.history())
  }

  @Test("is the same after it was saved and opened")
  func savedAndOpened() throws {
    let folder = try TemporaryFolder()
    let path = try savedSample(in: folder)
    let opened = try HistoryStore.open(path: path)

    #expect(opened.path == path)
    expectSame(try opened.history(), try SampleHistory.history())
  }

  @Test("is the same after it was saved, opened and saved again")
  func savedTwice() throws {
    let folder = try TemporaryFolder()
    let opened = try HistoryStore.open(path: try savedSample(in: folder))
    try opened.save(as: folder.file("copy.lac"))

    let copy = try HistoryStore.open(path: folder.file("copy.lac"))
    expectSame(try copy.history(), try SampleHistory.history())
  }

  @Test("is the same whatever figures were recorded", arguments: UInt64(1)...25)
  func madeUp(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let folder = try MadeUpFigures.folder(using: &generator)
    let store = try HistoryStore.inMemory(holding: folder, entry: sampleEntry)

    #expect(!folder.observations.isEmpty)
    expectSame(try store.history(), folder.history)
  }

  @Test("knows the measures of a newer program, after its own")
  func shippedMeasures() throws {
    let own = Measure(
      id: "started", name: "Another name", phrase: "", kind: .flow, unit: "children")
    let new = Measure(
      id: "unregistered", name: "In unregistered placements", phrase: "", kind: .stock,
      unit: "children")
    let history = try sampleStore().history(shippedMeasures: [own, new])

    #expect(history.catalogue["started"]?.name == "Became looked after")
    #expect(history.catalogue.measures.last == new)
  }
}
