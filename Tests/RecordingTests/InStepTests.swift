import Console
import FileAccess
import HistoryStore
import LookedAfter
import TestSupport
import PromptSession
import Testing

/// What the prompt holds in memory after each command is what the store holds.
@Suite("The prompt and its store") struct InStepTests {
  let prompt: Prompt

  init() throws { prompt = try Prompt() }

  /// Every figure of the prompt's own history, and of one that is read from the store anew.
  private func expectInStep(_ step: Int, after line: String) throws {
    let mine = prompt.folder.file("mine-\(step).csv")
    let anew = prompt.folder.file("anew-\(step).csv")
    try prompt.type("export history \(mine)")
    let other = try HistoryStore.open(path: #require(prompt.store.path))
    let console = Console(
      history: try other.history(), store: other,
      recorder: Recorder(name: "other") { "2020-12-01T09:00:00Z" })
    _ = try console.respond(to: "export history \(anew)")
    #expect(try WholeFile.read(mine) == WholeFile.read(anew), "\(line)")
  }

  @Test("hold the same after any sequence of commands")
  func sequence() throws {
    var random = SeededGenerator(seed: 7)
    let figures = try prompt.folder.write(
      "date,measure,value\n2020-09,ico,31\n2020-11-30,total,334\n2020-11,started,9\n", to: "n.csv")
    let lines = [
      "set ico 36 nov 2020", "set ico 37 nov 2020 because \"late\"", "set uasc 3 oct 2020",
      "comment ico \"Six began.\"", "joined 9 nov 2020 section20 4 ico 5", "undo", "undo", "redo",
      "import history \(figures)", "set total 333 as at 30 nov 2020 basis month-end source \"a\"",
    ]
    for step in 0..<40 {
      let line = lines.randomElement(using: &random) ?? "undo"
      do { try prompt.type(line) } catch is ConsoleError {}
      if step.isMultiple(of: 4) { try expectInStep(step, after: line) }
    }
  }

  @Test("hold the same when someone else has recorded meanwhile")
  func someoneElse() throws {
    let other = try HistoryStore.open(path: #require(prompt.store.path))
    let january = try #require(Month(iso: "2020-01"))
    try other.record(
      [
        Observation(
          measure: "started", period: .month(january), value: Quantity(mantissa: 4),
          provenance: Provenance(source: nil, recordedAt: "2020-12-01T09:00:00Z"))
      ],
      entry: .init(
        recordedAt: "2020-12-01T09:00:00Z", recordedBy: "other", command: "joined 4 jan 2020"))
    try prompt.type("set ico 36 nov 2020")
    try expectInStep(0, after: "set")
    #expect(try prompt.type("flows jan 2020").contains("four children became looked after"))
  }
}
