import Documents
import HistoryFiles
import Indicators
import LookedAfter
import Reports
import Testing

@Suite("Figures of the 903 returns beside recorded ones")
struct PreferenceTests {
  private func observation(
    _ measure: MeasureID, _ number: Int, _ basis: Basis?, month: String = "2024-10"
  ) throws -> Observation {
    Observation(
      measure: measure, period: .month(try #require(Month(iso: month))), basis: basis,
      value: Quantity(mantissa: number),
      provenance: Provenance(source: nil, recordedAt: "2024-11-01T00:00:00Z"))
  }

  private func history(_ observations: [Observation]) throws -> History {
    try HistoryFolder.empty().history.adding(observations)
  }

  @Test("Recorded counts stand before derived ones, with or without a basis; derived ones fill in")
  func snapshots() throws {
    let month = try #require(Month(iso: "2024-10"))
    for basis in [Basis.weekly, .monthEnd, .yearEnd, nil] {
      let both = try history([
        observation("total", 340, .return903), observation("ico", 44, .return903),
        observation("total", 338, basis), observation("ico", 42, basis),
      ])
      #expect(both.snapshot(for: month)?.total?.value == 338)
      #expect(both.snapshots(for: month).map(\.isDerived) == [false, true])
      #expect(MonthlyFigures(of: "ico", in: both)[month]?.value.whole == 42)
    }
    let derived = try history([observation("total", 340, .return903)])
    #expect(derived.snapshot(for: month)?.total?.value == 340)
    #expect(derived.snapshot(for: month)?.basis?.name == "903 return, month end")
  }

  @Test("Recorded joiners and leavers are never mixed with derived ones")
  func flows() throws {
    let month = try #require(Month(iso: "2024-10"))
    let before = try #require(Month(iso: "2024-09"))
    let history = try history([
      observation("started", 9, nil), observation("started.ico", 9, nil),
      observation("started", 11, .return903), observation("started.ico", 8, .return903),
      observation("started.section20", 3, .return903), observation("ceased", 7, .return903),
      observation("started", 5, .return903, month: "2024-09"),
      observation("ceased", 6, .return903, month: "2024-09"),
    ])
    let recorded = try #require(history.flows(in: .month(month)))
    #expect(!recorded.isDerived)
    #expect(recorded.joined.total == 9)
    #expect(recorded.joined.lines.map(\.measure.id) == ["started.ico"])
    #expect(recorded.left.isEmpty)
    let derived = try #require(history.flows(in: .month(before)))
    #expect(derived.isDerived)
    #expect(derived.left.total == 6)

    let started = MonthlyFigures(of: "started", in: history)
    #expect(started[month]?.value.whole == 9)
    #expect(started[before]?.value.whole == 5)
    #expect(MonthlyFigures(of: "started.section20", in: history)[month] == nil)
    #expect(MonthlyFigures(of: "ceased", in: history).months == [before])
  }

  @Test("reconcile sets the total and each cohort of both beside one another")
  func reconcile() throws {
    let prompt = try ReturnPrompt()
    try prompt.importMarchshire()
    try prompt.type("set total 350 mar 2025 basis month-end")
    try prompt.type("set ico 47 mar 2025 basis month-end")
    let table = try prompt.console.table("returns-comparison", "reconcile mar 2025")
    #expect(
      table.columns.map(\.id) == ["id", "name", "basis", "recorded", "return_903", "difference"])
    #expect(table.rows.map { $0.cells[0].value } == [.text("total"), .text("ico")])
    #expect(
      table.rows.map { $0.cells[3...5].map(\.value) } == [
        [350, 346, -4].map { .number(mantissa: $0, decimals: 0) },
        [47, 49, 2].map { .number(mantissa: $0, decimals: 0) },
      ])
    // The recorded month now stands on its own figures; the others on the returns'.
    #expect(try prompt.type("show ico mar 2025").contains("47"))
    #expect(try prompt.console.series("series total from feb 2025").values.sorted() == [345, 346])
  }

  @Test("The walk through a month never proposes the basis of the returns")
  func usualBasis() throws {
    let prompt = try ReturnPrompt()
    try prompt.importMarchshire()
    try prompt.type("set ico 50 apr 2025")
    let april = try #require(Month(iso: "2025-04"))
    let ico = try #require(
      try prompt.store.history().observation(of: "ico", in: .month(april)))
    #expect(ico.basis == .monthEnd)
  }

  @Test("A dump makes a store with the same months, and without rows of children")
  func dump() throws {
    let prompt = try ReturnPrompt()
    try prompt.importMarchshire()
    let (text, copy) = (prompt.folder.file("dump.txt"), prompt.folder.file("copy.lac"))
    try prompt.type("dump \"\(text)\"")
    try prompt.type("load \"\(text)\" as \"\(copy)\"")
    let loaded = try HistoryStoreOpening.open(copy)
    #expect(try loaded.history().allObservations == prompt.store.history().allObservations)
    #expect(try loaded.childRows() == nil)
    #expect(try loaded.check().isEmpty)
  }
}
