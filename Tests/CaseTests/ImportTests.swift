import CSV
import FileAccess
import HistoryFiles
import LookedAfter
import TestSupport
import Testing

@Suite("A file of cases") struct ImportTests {
  private let header = "case,route,stage,date,month,reason,note,cohort,born,entered,family\n"

  private func read(_ lines: String) throws -> [Case] {
    let history = try emptyHistory()
    return try CaseFile.read(
      bytes: Array((header + lines).utf8), file: "cases.csv", routes: shippedRoutes(),
      scheme: history.scheme, catalogue: history.catalogue, today: day("2021-06-30"))
  }

  private func refusal(_ lines: String) -> String {
    do { return "read: \(try read(lines).count)" } catch { return "\(error)" }
  }

  @Test("is read as it was written, every case of a random history", arguments: [1, 2, 3])
  func roundTrip(seed: UInt64) throws {
    let cases = try randomCases(200, seed: seed)
    let text = CaseFile.text(of: cases)
    let history = try emptyHistory()
    let read = try CaseFile.read(
      bytes: Array(text.utf8), file: "cases.csv", routes: shippedRoutes(), scheme: history.scheme,
      catalogue: history.catalogue, today: day("2021-06-30"))
    #expect(read == cases)
  }

  @Test("takes days as they are written here, a day of birth as its month, and stages with blanks")
  func forms() throws {
    let cases = try read(
      """
      K-1,SGO,With legal,05/10/2020,,,,Long-term-matched,2012-05-14,,
      K-1,sgo,filed,2020-11-05,,,,,,3/3/2016,
      """)
    #expect(cases.count == 1)
    #expect(cases[0].facts.born == (try month("2012-05")))
    #expect(cases[0].facts.entered == (try day("2016-03-03")))
    #expect(cases[0].moves.map(\.stage) == ["with_legal", "filed"])
  }

  @Test(
    "is refused with file, line and column",
    arguments: [
      (
        "K-1,sgo,identified,2020-10-05,,,,,,,\nK-1,sgo,filed,2020-10-06,,,,,,,",
        "cases.csv, line 3, column 9: from identified a case of the route SGO cannot move to filed; it can"
          + " move to assessing, recommended, not-in-best-interests or withdrawn."
      ),
      (
        "K-1,sgo,identified,2020-13-05,,,,,,,",
        "cases.csv, line 2, column 20: \"2020-13-05\" is not a day such as 2020-10-31."
      ),
      ("K-1,sgo,identified,,,,,,,,", "cases.csv, line 2, column 20: the date is blank."),
      (",sgo,identified,2020-10-05,,,,,,,", "cases.csv, line 2, column 1: the case is blank."),
      (
        "K-1,sgo,identified,2031-10-05,,,,,,,",
        "cases.csv, line 2, column 20: 5 October 2031 is still to come, so nothing has happened on it; give"
          + " the day on which it did."
      ),
      (
        "K-1,sgo,identified,2020-10-05,,,,nobody,,,",
        "cases.csv, line 2, column 34: there is no cohort \"nobody\" in the scheme; the cohorts are"
          + " long_term_matched, ico, placement_orders, placed_with_parents, sgo_plan, reunification,"
          + " residential_disability, residential_other, section20, uasc, supported_accommodation."
      ),
      (
        "K-1,sgo,identified,2020-10-05,,,,,2012-05,,\nK-1,sgo,assessing,2020-10-06,,,,,2012-06,,",
        "cases.csv, line 3, column 34: the born is another one than in an earlier line of the case."
      ),
    ])
  func errors(lines: String, sentence: String) {
    #expect(refusal(lines) == sentence)
  }

  @Test("is recorded all or nothing, after a preview")
  func prompt() throws {
    let prompt = try CasePrompt(asksFirst: true)
    let good = header + "K-1,sgo,filed,2020-10-05,,,,,,,\nK-2,discharge,filed,2020-10-05,,,,,,,\n"
    let path = try prompt.folder.write(good, to: "good.csv")
    #expect(
      try prompt.type("import cases \(path)") == """
        2 new, 0 changed, 0 the same.
        K-1, sgo: filed on 2020-10-05.
        K-2, discharge: filed on 2020-10-05.
        Type yes to record this, or anything else to leave it.
        """)
    #expect(try prompt.cases().isEmpty)
    try prompt.type("import cases \(path)")
    #expect(
      try prompt.type("yes").hasSuffix("Recorded 2 cases (2 moves). Type undo to take them back."))
    #expect(
      try prompt.type("import cases \(path)") == "0 new, 0 changed, 2 the same. Nothing changes.")

    let bad = try prompt.folder.write(
      header + "K-3,sgo,filed,2020-10-05,,,,,,,\nK-4,sgo,granted,2020-10-05,,,,,,,\n", to: "bad.csv"
    )
    #expect(prompt.refusal(of: "import cases \(bad)").contains("line 3"))
    #expect(try prompt.cases().count == 2)

    let out = prompt.folder.file("out.csv")
    try prompt.type("export cases \(out)")
    #expect(permissions(out) == 0o600)
    #expect(String(decoding: try WholeFile.read(out), as: UTF8.self) == good)
    try prompt.type("undo")
    #expect(try prompt.cases().isEmpty)
  }

  @Test("has its ids replaced by keyed hashes, the same ones the next time")
  func hashed() throws {
    let prompt = try CasePrompt()
    let path = try prompt.folder.write(
      header + "4012345,sgo,filed,2020-10-05,,,,,,,F100234\n", to: "extract.csv")
    let key = prompt.folder.file("secret.key")
    #expect(prompt.refusal(of: "import cases \(path)").contains("add: key FILE"))
    #expect(try prompt.type("import cases \(path) key \(key)").contains("A new key is kept as"))
    #expect(permissions(key) == 0o600)
    let first = try #require(try prompt.cases().first)
    #expect(first.child == (try prompt.type("pseudonym 4012345 key \(key)")))
    #expect(first.facts.family != "F100234")
    let later = try prompt.folder.write(
      header
        + "4012345,sgo,filed,2020-10-05,,,,,,,F100234\n4012345,sgo,granted,2020-10-30,,,,,,,\n",
      to: "later.csv")
    #expect(
      try prompt.type("import cases \(later) key \(key)").hasPrefix("0 new, 1 changed, 0 the same.")
    )
    #expect(try prompt.cases().count == 1)
    let dump = try prompt.store.dump()
    #expect(!dump.contains("4012345"))
  }
}
