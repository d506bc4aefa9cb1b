import FileAccess
import HistoryFiles
import HistoryStore
import LookedAfter
import PromptSession
import Testing

/// Figures in and out as CSV.
@Suite("Import and export") struct ImportTests {
  let prompt: Prompt

  init() throws { prompt = try Prompt() }

  @Test("shows what is new, changed and the same, then records all of it")
  func counts() throws {
    let file = try prompt.folder.write(
      "date,measure,value\n2020-11-30,total,334\n2020-11,started,9\n2020-10,uasc,3\n2020-10,ico,35\n",
      to: "november.csv")
    let message = try prompt.type("import history \(file)")
    #expect(message.hasPrefix("2 new, 1 changed, 1 the same."))
    #expect(message.hasSuffix("Recorded 3 figures. Type undo to take them back."))
    #expect(try prompt.number("total", "2020-11") == 334)
    #expect(try prompt.number("uasc", "2020-10") == 3)
  }

  @Test("changes nothing the second time")
  func twice() throws {
    let file = try prompt.folder.write("date,measure,value\n2020-11,started,9\n", to: "n.csv")
    try prompt.type("import history \(file)")
    #expect(
      try prompt.type("import history \(file)") == "0 new, 0 changed, 1 the same. Nothing changes.")
    #expect(try prompt.store.log().count == 2)
  }

  @Test("asks a person first, and takes no for an answer")
  func asks() throws {
    let prompt = try Prompt(asksFirst: true)
    let file = try prompt.folder.write("date,measure,value\n2020-11,started,9\n", to: "n.csv")
    #expect(
      try prompt.type("import history \(file)").hasSuffix(
        "Type yes to record this, or anything else to leave it."))
    #expect(try prompt.type("no") == "Nothing was recorded.")
    #expect(try prompt.number("started", "2020-11") == nil)
    try prompt.type("import history \(file)")
    try prompt.type("yes")
    #expect(try prompt.number("started", "2020-11") == 9)
    #expect(try prompt.store.log().last?.entry.command == "import history \(file)")
  }

  @Test("records nothing of a file with one line that cannot be taken")
  func allOrNothing() throws {
    let file = try prompt.folder.write(
      "date,measure,value\n2020-11,started,9\n2020-11,ceased,many\n", to: "n.csv")
    #expect(
      try prompt.refusal(of: "import history \(file)")
        == "\(file), line 3, column 16: the value \"many\" is not a number.")
    #expect(try prompt.number("started", "2020-11") == nil)
  }

  @Test("of an export into another store gives an equal history and the same export")
  func roundTrip() throws {
    try prompt.type(
      "set sgo_plan 44 nov 2020 assessing 5 source \"weekly report\" note \"late, \"\"but\"\"\"")
    let file = prompt.folder.file("figures.csv")
    try prompt.type("export history \(file)")
    let other = try HistoryStore.inMemory(
      holding: HistoryFolder.empty(),
      entry: .init(recordedAt: "2021-01-01T00:00:00Z", recordedBy: "other", command: "new"))
    let bytes = try WholeFile.read(file)
    try other.record(
      HistoryImport.read(
        bytes: bytes, file: file, history: other.history(), recordedAt: "2021-01-01T00:00:00Z"),
      entry: .init(recordedAt: "2021-01-01T00:00:00Z", recordedBy: "other", command: "import"))
    let copy = try other.history()
    let original = try prompt.store.history()
    #expect(copy.allObservations.map(\.key) == original.allObservations.map(\.key))
    #expect(copy.allObservations.map(\.value) == original.allObservations.map(\.value))
    #expect(copy.allObservations.map(\.text) == original.allObservations.map(\.text))
    #expect(
      copy.allObservations.map(\.provenance.source)
        == original.allObservations.map(\.provenance.source))
    #expect(Array(HistoryExport.text(of: copy).utf8) == bytes)
  }

  @Test("takes the last of several days for the month and keeps the others")
  func weeklyCounts() throws {
    prompt.advance(to: "2021-04-01")
    let file = try prompt.folder.write(
      "date,measure,value,basis\n2021-03-05,total,330,weekly\n2021-03-26,total,328,weekly\n",
      to: "w.csv")
    try prompt.type("import history \(file)")
    let history = try prompt.store.history()
    let march = try #require(Month(iso: "2021-03"))
    #expect(history.snapshot(for: march)?.total?.value == 328)
    #expect(history.snapshot(for: march)?.asAt == CivilDate(iso: "2021-03-26"))
    #expect(history.observations(of: "total").contains { $0.period.description == "2021-03-05" })
  }

  @Test("counts of one month without a column for the basis are counted alike")
  func basisOfTheMonth() throws {
    let file = try prompt.folder.write(
      "date,measure,value\n2020-11,ico,36\n2020-11-30,total,334\n", to: "n.csv")
    try prompt.type("import history \(file)")
    let november = try #require(Month(iso: "2020-11"))
    let snapshots = try prompt.store.history().snapshots(for: november)
    #expect(snapshots.map(\.basis) == [.monthEnd])
    #expect(snapshots.first?.total?.value == 334)
    #expect(snapshots.first?["ico"]?.value == 36)
  }

  @Test("shows by itself how many references change, for they are an authority's own")
  func references() throws {
    let export = prompt.folder.file("figures.csv")
    try prompt.type("export history \(export)")
    let text = String(decoding: try WholeFile.read(export), as: UTF8.self)
    let other = try prompt.folder.write(
      text.replacing(",population,36103,", with: ",population,170000,"), to: "other.csv")
    #expect(
      try prompt.type("import history \(other)").contains(
        "Of those that change, 1 is a reference figure (population, comparators, costs): make sure"
          + " that the file is of Herefordshire."))
  }
}
