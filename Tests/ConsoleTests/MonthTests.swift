import Testing

@Suite("Months as people write them")
struct MonthTests {
  @Test(
    "October 2020, whichever way",
    arguments: [
      "oct 2020", "Oct 2020", "OCT 2020", "october 2020", "October 2020", "Octo 2020", "Oct. 2020",
      "2020-10", "10/2020", "oct", "October", "latest", "latest month", "this month",
      "current month", "LATEST",
    ])
  func october(month: String) throws {
    #expect(
      try PromptSample().title("show \(month)") == "Where the children stand, October 2020")
    #expect(
      try PromptSample().title("update \(month)")
        == "Looked after Children reduction update, October 2020")
  }

  @Test(
    "Other months",
    arguments: [
      ("sept", "September 2020"), ("sep", "September 2020"), ("september", "September 2020"),
      ("9/2020", "September 2020"), ("09/2020", "September 2020"), ("2020-09", "September 2020"),
      ("last month", "September 2020"), ("previous month", "September 2020"),
      ("feb 2020", "February 2020"), ("march", "March 2020"), ("mar 2019", "March 2019"),
      ("oct 2019", "October 2019"), ("sept 2015", "September 2015"), ("aug", "August 2020"),
    ])
  func others(month: String, inWords: String) throws {
    #expect(try PromptSample().title("show \(month)") == "Where the children stand, \(inWords)")
  }

  @Test("Without a year the newest such month that is recorded is meant, or else the last one past")
  func withoutYear() throws {
    let sample = try PromptSample()
    // 2015 and 2020 are recorded.
    #expect(try sample.title("show september") == "Where the children stand, September 2020")
    // June 2020 is not recorded, yet it is the June before October 2020.
    #expect(sample.refusal("show june").hasPrefix("There is no snapshot for June 2020;"))
    #expect(sample.refusal("show december").hasPrefix("There is no snapshot for December 2019;"))
  }

  @Test("A month without a snapshot brings those that there are")
  func withoutSnapshot() throws {
    let sample = try PromptSample()
    let sentence =
      "There is no snapshot for January 2020; there are snapshots for September 2015, March 2019,"
      + " October 2019, February 2020, March 2020, August 2020, September 2020 and October 2020."
    for line in ["show jan 2020", "update jan 2020", "reconcile 1/2020", "month jan 2020"] {
      #expect(sample.refusal(line) == sentence, "\(line)")
    }
    #expect(sample.console.prompt == "lac Oct 2020> ")
  }

  @Test("A month without figures of the kind brings those that have them")
  func withoutFigures() throws {
    let sample = try PromptSample()
    #expect(
      sample.refusal("flows feb 2020")
        == "Nothing is recorded of joiners and leavers for February 2020; there is for September"
        + " 2020 and October 2020.")
    #expect(
      sample.refusal("proceedings sept")
        == "Nothing is recorded of care proceedings for September 2020; there is for October 2020.")
    #expect(
      sample.refusal("show parents 2015-09")
        == "Nothing is recorded of \"Placed with parents\" for September 2015; there is for"
        + " February 2020, August 2020, September 2020 and October 2020.")
  }

  @Test(
    "What is no month brings the ways to write one, and an example of the command at hand",
    arguments: [
      ("update smarch", "smarch", "update oct 2020"),
      ("update 2020-13", "2020-13", "update oct 2020"),
      ("update 0/2020", "0/2020", "update oct 2020"),
      ("update 2020-1", "2020-1", "update oct 2020"),
      ("update oc", "oc", "update oct 2020"),
      ("update oct 0000", "oct 0000", "update oct 2020"),
      ("flows last", "last", "flows oct 2020"),
      ("compare parents", "parents", "compare oct 2020"),
      ("month tomorrow", "tomorrow", "month oct 2020"),
    ])
  func noMonth(line: String, named: String, example: String) throws {
    #expect(
      try PromptSample().refusal(line)
        == "\"\(named)\" is not a month; write oct 2020, October, 2020-10, latest or last month, as"
        + " in: \(example)")
  }

  @Test("A year of two figures is of this century", arguments: ["oct 20", "Oct-20", "oct-2020"])
  func shortYear(month: String) throws {
    #expect(try PromptSample().title("update \(month)").hasSuffix(", October 2020"))
  }
}
