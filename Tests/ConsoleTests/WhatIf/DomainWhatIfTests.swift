import Documents
import Testing

/// The what-ifs that the council's own papers answer, each by one line.
@Suite("What-ifs of October 2020, as the papers work them out")
struct DomainWhatIfTests {
  let sample: PromptSample

  init() throws { sample = try PromptSample() }

  private func children(_ line: String) throws -> Double? {
    try sample.document(line).tableNamed("what-if")?.numbers("number").last
  }

  @Test(
    "All 109 expected to leave do and nobody joins: 227, below England, above neighbours",
    arguments: [
      "what if all 109 expected to leave leave, nobody joins",
      "what if everyone expected to leave leaves and nobody joins",
      "whatif all expected to leave leave",
    ])
  func expectedToLeave(line: String) throws {
    #expect(try children(line) == 227)
    let text = try sample.text(line)
    #expect(text.contains("The 336 children of October 2020 become 227, 109 fewer."))
    #expect(text.contains("8 below the 235 of England, 31 above the 196 of statistical neighbours"))
    #expect(text.contains("17 of the 46 carers in \"SGO plan\" are not willing for now."))
    #expect(
      text.contains(
        "Of the 63 children in \"SGO plan\" and \"Reunification\", 16 are still being assessed"))
    #expect(text.contains("This is a sum, not a projection"))
  }

  @Test(
    "All 16 planned by January and all 20 in the pipeline succeed: 300, four above the region",
    arguments: [
      "what if all 16 planned applications and the 20 in the pipeline succeed, joiners equal other leavers",
      "what if 16 applications planned by jan plus 20 under way succeed and joiners equal leavers",
      "what if all applications succeed, joiners equal other leavers",
    ])
  func allApplications(line: String) throws {
    #expect(try children(line) == 300)
    let text = try sample.text(line)
    #expect(text.contains("4 above the 296 of West Midlands"))
    #expect(text.contains("£1,836,000 less"))
  }

  @Test(
    "At October's pace, 3 of 10 on time: 5 of the 16",
    arguments: [
      "what if planned applications succeed at october's pace",
      "what if planned applications go through at the pace of october",
      "what if 3 of 10 planned applications succeed",
      "what if 3 in 10 planned applications succeed",
      "what if 30 per cent of the planned applications succeed",
      "what if planned applications succeed at our usual pace",
    ])
  func octobersPace(line: String) throws {
    #expect(try children(line) == 331)
    #expect(try sample.text(line).contains("Five of the 16 applications planned succeed."))
  }

  @Test("The question of the paper's reader, in the reader's words")
  func readersQuestion() throws {
    let line =
      "what if the sixteen planned applications go through and admissions stay as they are,"
      + " where are we in march"
    #expect(try children(line) == 320)
    #expect(try sample.text(line).contains("24 above the 296 of West Midlands"))
  }

  @Test("What cannot be is refused with the limit")
  func limits() {
    #expect(
      sample.refusal("what if 50 leave by sgo in nov")
        == "50 cannot leave \"SGO plan\" in November 2020: 46 are expected to be there. Ask for 46 or"
        + " fewer.")
    #expect(
      sample.refusal("what if 20 planned applications succeed")
        == "20 applications cannot be made, since 16 are planned; ask for 16 or fewer.")
    #expect(
      sample.refusal("what if 40 other residential move to fostering in dec")
        == "40 cannot leave \"Residential, other\" in December 2020: 35 are expected to be there. Ask"
        + " for 35 or fewer.")
    #expect(
      sample.refusal("what if 5 leave in oct 2020")
        == "October 2020 is not after October 2020, the month of the last figures; name a later month."
    )
    #expect(
      sample.refusal("what if joiners fall 20% from apr 2021")
        == "Without 12 months of starts and leavers there is no usual number to take a percentage of;"
        + " give a number of children.")
  }

  @Test("Too few months: no projection, and why", arguments: ["project 12 months", "backtest"])
  func refusals(line: String) {
    #expect(
      sample.refusal(line)
        == "A projection needs starts, leavers and the number looked after of 12 months, and only 2 are"
        + " recorded; record more months, or ask what if, which is answered by arithmetic and without a"
        + " band.")
  }

  @Test("To reach a number with too few months is a sum as well")
  func reach() throws {
    let document = try sample.document("reach statistical neighbours by mar 2023")
    #expect(document.tableNamed("reach")?.numbers("target") == [196])
    #expect(document.tableNamed("reach")?.numbers("per_month") == [4.8276])
    #expect(try sample.text("reach sn by mar 2023").contains("140 more than 196"))
  }
}
