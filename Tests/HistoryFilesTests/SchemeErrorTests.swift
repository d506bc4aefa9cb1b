import HistoryFiles
import Testing

@Suite("A scheme file that cannot be read")
struct SchemeErrorTests {
  private func refusal(replacing text: String, with other: String) throws -> String {
    #expect(smallScheme.contains(text))
    return try HistoryFilesTests.refusal {
      try folder(cohorts: smallScheme.replacing(text, with: other, maxReplacements: 1))
    }
  }

  @Test("is refused where a polarity is not known")
  func polarity() throws {
    #expect(
      try refusal(replacing: "depends_on_cause", with: "higher_is_better")
        == "cohorts.csv, line 3, column 62: the polarity \"higher_is_better\" is not known; it must"
        + " be one of lower_is_better, depends_on_cause, watch, context.")
  }

  @Test("is refused where a group of the profile is not known, or missing")
  func group() throws {
    #expect(
      try refusal(replacing: "UASC,stay", with: "UASC,remain")
        == "cohorts.csv, line 4, column 34: the group \"remain\" is not known; it must be one of"
        + " leave, stay, undecided, varied.")
    #expect(
      try refusal(replacing: "UASC,stay", with: "UASC,")
        == "cohorts.csv, line 4, column 34: the group is blank.")
  }

  @Test("is refused where a route is not known")
  func route() throws {
    #expect(
      try refusal(replacing: ",,sgo,", with: ",,special guardianship,")
        == "cohorts.csv, line 3, column 80: the route \"special guardianship\" is not known; it"
        + " must be one of sgo, discharge.")
  }

  @Test("is refused where a rule for the statutory return has no number or no yes or no")
  func rule() throws {
    let header = (SchemeFile.cohortColumns + SchemeFile.ruleColumns).joined(separator: ",") + "\n"
    let total = "total,All,All,,x,watch,,,,,,,,,\n"
    func refusal(_ rule: String) throws -> String {
      try HistoryFilesTests.refusal {
        try folder(cohorts: header + total + "uasc,UASC,UASC,stay,x,context,,,,\(rule)\n")
      }
    }
    #expect(
      try refusal("first,,,,yes,")
        == "cohorts.csv, line 3, column 34: the order_903 \"first\" is not a whole number.")
    #expect(
      try refusal("1,,,,perhaps,")
        == "cohorts.csv, line 3, column 39: the uasc_903 must be yes, no or blank.")
  }

  @Test("is refused where an id is there twice")
  func duplicate() throws {
    #expect(
      try refusal(replacing: "\nuasc,", with: "\nsgo_plan,")
        == "cohorts.csv, line 4, column 1: the id \"sgo_plan\" is there twice.")
  }

  @Test("is refused where an id is more than lower-case letters, digits, underscores and dots")
  func identifier() throws {
    #expect(
      try refusal(replacing: "\nuasc,", with: "\nUASC children,")
        == "cohorts.csv, line 4, column 1: the id \"UASC children\" may hold only lower-case"
        + " letters, digits, underscores and dots.")
  }

  @Test("is refused without the row of all looked after children")
  func noTotal() throws {
    #expect(
      try refusal(replacing: "total,All", with: "everyone,All")
        == "cohorts.csv, line 2, column 40: the group is blank.")
    #expect(
      try HistoryFilesTests.refusal { try folder(cohorts: cohortHeader) }
        == "cohorts.csv, line 1: there is no row with the id \"total\", which stands for all looked"
        + " after children.")
  }

  @Test("is refused with no cohort but the total")
  func noCohorts() throws {
    let total = smallScheme.split(separator: "\n").prefix(2).joined(separator: "\n")
    #expect(
      try HistoryFilesTests.refusal { try folder(cohorts: total) }
        == "cohorts.csv, line 1: there is no cohort in the file.")
  }

  @Test("is refused where the file is broken, a column is missing or a name is blank")
  func brokenFile() throws {
    #expect(
      try refusal(replacing: "uasc,Unaccompanied", with: "uasc,\"Unaccompanied")
        == "cohorts.csv, line 4, column 6: a quotation mark opens here and is never closed.")
    #expect(
      try refusal(replacing: ",polarity,", with: ",direction,")
        == "cohorts.csv, line 1, column 40: there is no column \"direction\"; the columns are id,"
        + " name, short_name, group, expected_exit, polarity, exit_reason, route,"
        + " standing_commentary, order_903, legal_status_903, placement_903, need_903, uasc_903,"
        + " plan_903, movements.")
    #expect(
      try refusal(replacing: "Unaccompanied children", with: " ")
        == "cohorts.csv, line 4, column 6: the name is blank.")
    #expect(
      try refusal(replacing: "turns 18,context", with: "leaves, at 18,context")
        == "cohorts.csv, line 4, column 63: this line has 10 fields where the header has 9; a value"
        + " that holds a comma needs quotation marks round it.")
  }
}
