import FileAccess
import HistoryFiles
import HistoryStore
import LookedAfter
import TestSupport
import Testing

@Suite("Cases in the store") struct StoreTests {
  private let entry = HistoryStore.Entry(
    recordedAt: "2020-11-02T09:00:00Z", recordedBy: "analyst", command: "import cases")

  private func store() throws -> HistoryStore {
    try HistoryStore.inMemory(
      holding: HistoryFolder.sample(named: "herefordshire"),
      entry: .init(recordedAt: "2020-11-01T09:00:00Z", recordedBy: "setup", command: "sample"))
  }

  private func one(_ stages: [CaseStageID]) throws -> Case {
    Case(
      child: "K-1", route: "sgo",
      facts: CaseFacts(
        cohort: "sgo_plan", born: try month("2012-05"), entered: try day("2016-03-03"),
        family: "F-1"
      ),
      moves: try stages.enumerated().map { index, stage in
        try move(stage, "2020-09-0\(index + 1)", stage == "planned" ? "2020-11" : nil)
      })
  }

  @Test("are read as they were recorded, with every part")
  func roundTrip() throws {
    let store = try store()
    let cases = try randomCases(300, seed: 7)
    let recording = try store.record(cases, entry: entry)
    #expect(recording.numberOfNew == cases.count)
    #expect(recording.numberOfMoves == cases.reduce(0) { $0 + $1.moves.count })
    #expect(try store.history().cases.cases == cases)
    #expect(try store.check().isEmpty)
    let again = try store.record(cases, entry: entry)
    #expect(again.changes.isEmpty)
    #expect(again.unchanged == cases.count)
    #expect(try store.log().count == 2)
  }

  @Test("are recorded alike many at once, where one pass is made over the store")
  func many() throws {
    let store = try store()
    let cases = try randomCases(2500, seed: 8)
    #expect(cases.count > 1000)
    try store.record(Array(cases.prefix(700)), entry: entry)
    let recording = try store.record(cases, entry: entry)
    #expect(recording.unchanged == 700)
    #expect(recording.changes.count == cases.count - 700)
    #expect(try store.history().cases.cases == cases)
  }

  @Test("are taken back and done again, move by move")
  func undo() throws {
    let store = try store()
    let whole = try one(["identified", "recommended", "planned"])
    try store.record([one(["identified"])], entry: entry)
    try store.record([one(["identified", "recommended"])], entry: entry)
    try store.record([whole], entry: entry)
    _ = try #require(try store.reverse(.undo, by: "analyst", at: "2020-11-03T09:00:00Z"))
    #expect(try store.history().cases.cases.map(\.moves.count) == [2])
    _ = try #require(try store.reverse(.undo, by: "analyst", at: "2020-11-03T09:00:00Z"))
    _ = try #require(try store.reverse(.undo, by: "analyst", at: "2020-11-03T09:00:00Z"))
    #expect(try store.history().cases.isEmpty)
    for expected in 1...3 {
      _ = try #require(try store.reverse(.redo, by: "analyst", at: "2020-11-04T09:00:00Z"))
      #expect(try store.history().cases.cases.map(\.moves.count) == [expected])
    }
    #expect(try store.history().cases.cases == [whole])
    #expect(try store.check().isEmpty)
    #expect(try store.caseRevisions(of: "K-1").count == 9)
  }

  @Test("take another move after one was taken back, under the next revision")
  func moveAfterUndo() throws {
    let store = try store()
    try store.record([one(["identified"])], entry: entry)
    try store.record([one(["identified", "recommended"])], entry: entry)
    _ = try store.reverse(.undo, by: "analyst", at: "2020-11-03T09:00:00Z")
    try store.record([one(["identified", "assessing"])], entry: entry)
    #expect(try store.history().cases.cases == [try one(["identified", "assessing"])])
    let revisions = try store.caseRevisions(of: "K-1").filter { $0.step == 2 }
    #expect(revisions.map(\.revision) == [1, 2, 3])
    #expect(revisions.map(\.stage) == ["recommended", nil, "assessing"])
  }

  @Test("are known as they were on a day")
  func asKnownOn() throws {
    let store = try store()
    try store.record([one(["identified"])], entry: entry)
    let later = HistoryStore.Entry(
      recordedAt: "2020-11-09T09:00:00Z", recordedBy: "analyst", command: "case K-1 recommended")
    try store.record([one(["identified", "recommended"])], entry: later)
    #expect(
      try store.history(asKnownOn: day("2020-11-02")).cases.cases.map(\.moves.count) == [1])
    #expect(try store.history(asKnownOn: day("2020-11-01")).cases.isEmpty)
    #expect(try store.history(asKnownOn: day("2020-11-09")).cases.cases.map(\.moves.count) == [2])
  }

  @Test("of which a file has fewer moves lose the others, and undo brings them back")
  func shorter() throws {
    let store = try store()
    try store.record([one(["identified", "recommended", "planned"])], entry: entry)
    let preview = try store.preview([one(["identified"])])
    #expect(preview.numberTakenBack == 2)
    try store.record([one(["identified"])], entry: entry)
    #expect(try store.history().cases.cases.map(\.moves.count) == [1])
    _ = try store.reverse(.undo, by: "analyst", at: "2020-11-03T09:00:00Z")
    #expect(try store.history().cases.cases.map(\.moves.count) == [3])
  }

  @Test("and frozen lists survive a dump, byte for byte")
  func dump() throws {
    let folder = try TemporaryFolder()
    let store = try store()
    try store.record(randomCases(200, seed: 9), entry: entry)
    try store.freeze(
      FrozenList(
        name: "the 49", day: day("2020-10-01"), routes: ["sgo"], children: ["K-1", "K-2"],
        statedSize: 49), entry: entry)
    _ = try store.reverse(.undo, by: "analyst", at: "2020-11-03T09:00:00Z")
    _ = try store.reverse(.redo, by: "analyst", at: "2020-11-03T09:00:00Z")
    let text = try store.dump()
    try HistoryStore.load(
      dump: Array(text.utf8), file: "dump.txt", into: folder.file("copy.lac"))
    let copy = try HistoryStore.open(path: folder.file("copy.lac"))
    #expect(try copy.dump() == text)
    #expect(try copy.history().cases.cases == store.history().cases.cases)
    #expect(try copy.history().cases.frozenLists == store.history().cases.frozenLists)
    #expect(try copy.check().isEmpty)
  }

  @Test("A frozen list is taken back and frozen again with its members")
  func lists() throws {
    let store = try store()
    let list = FrozenList(
      name: "the 49", day: try day("2020-10-01"), routes: ["sgo", "reunification"],
      children: ["K-1", "K-2", "K-1"])
    #expect(list.size == 2)
    try store.freeze(list, entry: entry)
    #expect(try store.history().cases.frozenLists == [list])
    #expect(throws: HistoryStoreError.listExists("the 49", day: try day("2020-10-01"))) {
      try store.freeze(
        FrozenList(
          name: "The 49", day: try day("2020-10-02"), routes: ["sgo"], children: ["K-3"]),
        entry: entry)
    }
    _ = try store.reverse(.undo, by: "analyst", at: "2020-11-03T09:00:00Z")
    #expect(try store.history().cases.frozenLists.isEmpty)
    _ = try store.reverse(.redo, by: "analyst", at: "2020-11-03T09:00:00Z")
    #expect(try store.history().cases.frozenLists == [list])
  }
}
