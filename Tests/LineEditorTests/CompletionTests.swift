import Testing

@testable import LineEditor

@Suite("Completion")
struct CompletionTests {
  init() {
    Terminal.useUTF8()
  }

  func candidates(_ texts: String...) -> [Completion.Candidate] {
    texts.map { Completion.Candidate(text: $0) }
  }

  func edit(_ before: String, _ replacing: Int, _ texts: String..., after: String = "")
    -> CompletionEdit
  {
    CompletionEdit(
      Completion(replacing: replacing, candidates: texts.map { .init(text: $0) }),
      at: LineText(before: before, after: after))
  }

  @Test(arguments: [
    (["status", "start"], "sta"), (["one"], "one"), (["a", "b"], ""), ([], ""),
    (["café au", "café noir"], "café "), (["cafe\u{301}s", "café"], "café"),
  ])
  func exactPrefix(texts: [String], expected: String) {
    #expect(CommonPrefix.exact(texts) == expected)
  }

  @Test(arguments: [
    ("ref", ["Referral date", "Referral source"], "Referral "),
    ("su", ["Sum", "summary"], "Sum"), ("s", ["Sum", "summary"], "Sum"),
    ("SUM", ["Sum", "summary"], "SUM"), ("x", ["one", "two"], "x"),
    ("", ["one", "two"], ""), ("", ["one", "once"], "on"),
    ("É", ["école", "écoute"], "éco"),
  ])
  func prefixNeverShortens(typed: String, texts: [String], expected: String) {
    #expect(CommonPrefix.extending(typed, texts) == expected)
  }

  @Test func onlyCandidateReplacesTheWord() {
    let edit = edit("£ é ref", 3, "Referral")
    #expect(edit == CompletionEdit(deleting: 3, inserting: "Referral ", listing: []))
  }

  @Test func noSecondBlank() {
    #expect(edit("qu", 2, "quit", after: " x").inserting == "quit")
    #expect(edit("qu", 2, "quit", after: "x").inserting == "quit ")
  }

  @Test func blankOnlyAfterFinalCandidates() {
    let folder = Completion.Candidate(text: "exports/", isFinal: false)
    let line = LineText(before: "ex", after: "")
    #expect(
      CompletionEdit(Completion(replacing: 2, candidates: [folder]), at: line).inserting
        == "exports/")
    let unspaced = Completion(replacing: 2, candidates: candidates("ex1"), appendsSpace: false)
    #expect(CompletionEdit(unspaced, at: line).inserting == "ex1")
  }

  @Test func choiceIsListed() {
    let edit = edit("ref", 3, "Referral date", "Referral source", "Referral date")
    #expect(edit.deleting == 3)
    #expect(edit.inserting == "Referral ")
    #expect(edit.listing == candidates("Referral date", "Referral source"))
    let stuck = self.edit("Referral ", 9, "Referral date", "Referral source")
    #expect(stuck.deleting == 0 && stuck.inserting.isEmpty && stuck.listing.count == 2)
  }

  @Test func nothingToOffer() {
    #expect(edit("x", 1) == .nothing)
    #expect(edit("x", 1, "") == .nothing)
    #expect(edit("quit ", 4, "quit", after: " ") != edit("x", 1))
  }

  @Test func oddCandidatesAreMadeSafe() {
    #expect(edit("a", 1, "a\nb\u{1B}c").inserting == "a b c ")
    #expect(edit("a", 99, "abc").deleting == 1)
    #expect(edit("ab", -1, "c").inserting == "c ")
  }

  @Test func decomposedTextCountsAsItsCodePoints() {
    let edit = edit("cafe\u{301}", 4, "café noir")
    #expect(edit.deleting == 5)
    #expect(edit.inserting == "café noir ")
  }

  @Test func listHasOneRowEach() {
    let list = CandidateList.rows(
      [.init(text: "quit", description: "leave"), .init(text: "£value", description: "pounds")],
      columns: 40, rows: 24)
    #expect(list == ["  quit    leave", "  £value  pounds"])
  }

  @Test(arguments: [1, 2, 5, 10, 17, 30, 80])
  func listNeverWraps(columns: Int) {
    let all: [Completion.Candidate] = [
      .init(text: "short", description: "A description that is a good deal too long to fit in"),
      .init(text: "a_name_that_is_itself_longer_than_most_terminals_are", description: "long"),
      .init(text: "日本語日本語", description: "wide"),
    ]
    for row in CandidateList.rows(all, columns: columns, rows: 24) {
      #expect(DisplayWidth.of(row) <= max(columns - 1, 1))
    }
  }

  @Test func longNamesDoNotPushDescriptionsAway() {
    let rows = CandidateList.rows(
      [
        .init(text: "ab", description: "first"),
        .init(text: String(repeating: "x", count: 60), description: "second"),
      ], columns: 60, rows: 24)
    #expect(rows[0] == "  ab  first")
    #expect(rows[1].hasSuffix("x…"))
  }

  @Test func listLeavesTwoRows() {
    let all = (1...1000).map { Completion.Candidate(text: "candidate\($0)") }
    let rows = CandidateList.rows(all, columns: 80, rows: 24)
    #expect(rows.count == 22)
    #expect(rows.last == "  … and 979 more")
    #expect(CandidateList.rows(Array(all.prefix(22)), columns: 80, rows: 24).count == 22)
    #expect(CandidateList.rows(all, columns: 80, rows: 1).count == 2)
  }

  @Test func namesStandInColumnsWhereWordsWouldHideSome() {
    let all = (1...41).map { Completion.Candidate(text: "name\($0)", description: "words") }
    let rows = CandidateList.rows(all, columns: 80, rows: 24)
    #expect(rows.count == 5)
    #expect(rows[0] == "  name1   name6   name11  name16  name21  name26  name31  name36  name41")
    #expect(rows[4] == "  name5   name10  name15  name20  name25  name30  name35  name40")
    for candidate in all { #expect(rows.contains { $0.contains(candidate.text) }) }
  }
}
