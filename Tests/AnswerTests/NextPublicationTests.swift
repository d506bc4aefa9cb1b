import Documents
import LookedAfter
import PromptSession
import PublishedRows
import Testing

/// `import comparators`: next year's publication is one command.
@Suite("Next year's publication") struct NextPublicationTests {
  let prompt: Prompt
  let file: String

  /// A council of 2026, and a made-up publication of November 2026.
  init() throws {
    prompt = try Prompt.new()
    prompt.advance(to: "2026-12-01")
    try prompt.type("set total 330 as at 30 nov 2026 basis month-end")
    file = try prompt.folder.write(
      OpenData.file([
        OpenData.england(2026, 80_990, 66, 12_200_000),
        OpenData.region(2026, "E12000005", "West Midlands", 11_300, 84, 1_345_000),
        OpenData.herefordshire(2026, "330", "96", "34400"),
        OpenData.herefordshire(2026, "70", "20", "34400", counted: OpenData.starting),
        OpenData.authority(
          2026, "201", "City of London", "E09000001", "E13000001", "c", "c", "850"),
        OpenData.herefordshire(2025, "345", "100", "34439"),
      ]), to: "open.csv")
  }

  private var line: String { "import comparators \(file) published 19 nov 2026" }

  @Test("It shows first what is new, changed and the same, then keeps all of it")
  func preview() throws {
    let message = try prompt.type(line)
    #expect(
      message.hasPrefix(
        "Department for Education, Children looked after in England including adoptions, reporting year 2026, November 2026,"
          + " known from 19 November 2026:"), "\(message)")
    #expect(message.contains("\nlooked after, 2026: 4 new, 0 changed, 0 the same\n"))
    #expect(message.contains(", 2025: 0 new, 1 changed, 0 the same\n"))
    #expect(message.contains("For example Herefordshire, 31 March 2025: 344 becomes 345."))
    #expect(
      message.contains(
        "The file holds 2 of the 153 authorities of 2026; the others keep the figures they have."))
    #expect(message.hasSuffix("Kept the publication. Type undo to take it back."))
  }

  @Test("It appears in compare, for the council and for any authority")
  func compared() throws {
    #expect(
      try prompt.answer(to: "compare").table("rates").words("year").dropFirst().allSatisfy {
        $0 == "2024/25"
      })
    #expect(
      try prompt.refusal(of: "compare for herefordshire 2026").contains(
        "No figures are published for 31 March 2026"))
    try prompt.type(line)
    let own = try prompt.answer(to: "compare").table("rates")
    #expect(try own.number("england", "rate") == 66)
    #expect(try own.cell("england", "year").value == .text("2025/26"))
    #expect(try own.number("region", "rate") == 84)
    let answer = try prompt.answer(to: "compare for herefordshire 2026")
    #expect(
      answer.sentences.hasPrefix(
        "330 children were looked after on 31 March 2026 of 34,400 aged 0 to 17 (mid-2025 estimate): 96"
          + " per 10,000"))
    #expect(try answer.table("rates").number("england", "needed") == 227)
    #expect(
      try prompt.answer(to: "compare for city of london 2026").sentences.contains(
        "is held back so that no child can be told"))
    // What was published before stays; newest is the revision.
    #expect(
      try prompt.answer(to: "compare for herefordshire 2025").sentences.contains(
        "It was revised since: 345 children, 100 per 10,000"))
    #expect(
      try prompt.answer(to: "compare for herefordshire 2025 newest").sentences.hasPrefix(
        "345 children were looked after"))
    #expect(answer.sentences.contains("330 children were looked after on 31 March 2026"))
  }

  @Test("The recent trend and the rate go on with the population that it prints")
  func recentTrend() throws {
    try prompt.type(line)
    let answer = try prompt.answer(to: "compare for herefordshire 2026")
    #expect(
      answer.sentences.contains(
        "Over 2022 to 2026 the rate shows no trend that stands out from chance. (Newest numbers and one"
          + " edition of the population, for 2026 as the publication prints it, five years.)"))
    let years = try prompt.answer(to: "flows for herefordshire 2026").table("yearly-flows")
    #expect(try years.number("2026", "started") == 70)
    #expect(try years.number("2026", "count") == 330)
    // The council's own rate is on the newest estimate, that of the publication.
    #expect(
      try prompt.answer(to: "compare").sentences.hasPrefix(
        "330 children of 34,400 aged 0 to 17 (mid-2025 estimate, as printed with Children looked after in England"
          + " 2026) are 96 per 10,000."))
  }

  @Test("An estimate that was rebased does not go on from the edition before it")
  func rebased() throws {
    let other = try prompt.folder.write(
      OpenData.file([
        OpenData.herefordshire(2026, "330", "88", "37400"),
        OpenData.herefordshire(2025, "344", "92", "37500"),
      ]), to: "rebased.csv")
    try prompt.type("import comparators \(other) published 19 nov 2026")
    #expect(
      try prompt.answer(to: "compare for herefordshire 2026").sentences.contains(
        "No recent trend is given: it needs the five years to 2026, and 2022, 2023 and 2024 have no"
          + " number or no population of that edition."))
  }

  @Test("Undo takes it back, and redo brings it again")
  func undone() throws {
    try prompt.type(line)
    try prompt.type("undo")
    #expect(try prompt.answer(to: "compare").table("rates").number("england", "rate") == 67)
    #expect(
      try prompt.refusal(of: "compare for herefordshire 2026").contains("No figures are published"))
    try prompt.type("redo")
    #expect(try prompt.answer(to: "compare").table("rates").number("england", "rate") == 66)
  }

  @Test("The same file again changes nothing")
  func twice() throws {
    try prompt.type(line)
    let count = try prompt.store.log().count
    #expect(try prompt.type(line).hasSuffix("Nothing changes."))
    #expect(try prompt.store.log().count == count)
  }

  @Test("A person is asked first, and no is taken for an answer")
  func asked() throws {
    prompt.console.asksFirst = true
    #expect(
      try prompt.type(line).hasSuffix("Type yes to record this, or anything else to leave it."))
    #expect(try prompt.type("no") == "Nothing was recorded.")
    #expect(try prompt.refusal(of: "compare for kent 2026").contains("No figures are published"))
    try prompt.type(line)
    #expect(try prompt.type("yes") == "Kept the publication. Type undo to take it back.")
  }

  @Test("The day of publication is today where none is given")
  func today() throws {
    #expect(
      try prompt.type("import comparators \(file)").contains("known from 1 December 2026:"))
  }

  @Test("What cannot be taken in names the file, the line and the column, and keeps nothing")
  func refusals() throws {
    #expect(
      try prompt.refusal(of: "import comparators")
        == "The command import-comparators needs the name of a file; try: import comparators"
        + " cla_number_and_rate_per_10k_children.csv published 19 nov 2026")
    #expect(
      try prompt.refusal(of: "import comparators \(prompt.folder.file("none.csv"))").contains(
        "There is no file"))
    #expect(
      try prompt.refusal(of: line.replacing("19 nov 2026", with: "soon"))
        == "\"soon\" is not a day; write 30 nov 2020 or 2020-11-30, as in: import comparators"
        + " cla_number_and_rate_per_10k_children.csv published 19 nov 2026")
    let bad = try prompt.folder.write(
      OpenData.file([OpenData.herefordshire(2026, "many", "96", "34400")]), to: "bad.csv")
    let refusal = try prompt.refusal(of: "import comparators \(bad)")
    #expect(refusal.hasPrefix("\(bad), line 2, column "))
    #expect(refusal.contains("many"))
    #expect(try prompt.store.importedEditions().isEmpty)
  }
}
