import LookedAfter
import PromptSession
import Testing

/// A performance analyst enters November and corrects October, a line each.
@Suite("One line records") struct OneLinerTests {
  let prompt: Prompt

  init() throws { prompt = try Prompt() }

  @Test("the number in a cohort")
  func cohort() throws {
    #expect(
      try prompt.type("set ico 36 nov 2020")
        == "Subject to interim care orders, November 2020, weekly data: 36.\nType undo to take it back."
    )
    #expect(try prompt.number("ico", "2020-11") == 36)
  }

  @Test("a total with its day, basis and source")
  func total() throws {
    try prompt.type("set total 334 as at 30 nov 2020 basis month-end source \"the scorecard\"")
    let november = try #require(Month(iso: "2020-11"))
    let snapshot = try #require(prompt.store.history().snapshot(for: november))
    #expect(snapshot.total?.value == 334)
    #expect(snapshot.basis == .monthEnd)
    #expect(snapshot.asAt == CivilDate(iso: "2020-11-30"))
    #expect(snapshot.total?.provenance.source?.title == "the scorecard")
  }

  @Test("joiners and leavers, with their reasons")
  func flows() throws {
    try prompt.type("joined 9 nov 2020 section20 4 ico 5")
    try prompt.type("left 12 nov 2020 turned-18 3 sgo 5 discharged 4")
    let november = try #require(Month(iso: "2020-11"))
    let flows = try #require(prompt.store.history().flows(in: .month(november)))
    #expect(flows.joined.total == 9)
    #expect(flows.joined["started.section20"]?.value == 4)
    #expect(flows.left.lines.map(\.number.value) == [3, 5, 4])
  }

  @Test("a reason that ends in a number, with or without its hyphen")
  func turned18() throws {
    try prompt.type("left 4 nov 2020 turned 18 3 sgo 1")
    #expect(try prompt.number("ceased.turned_18", "2020-11") == 3)
  }

  @Test("a plan in the report of the month in view")
  func plan() throws {
    try prompt.type("plan sgo 6 discharge 4 for nov 2020")
    let october = try #require(Month(iso: "2020-10"))
    let planned = try #require(prompt.store.history().plannedApplications(reportedIn: october))
    #expect(planned.plans.map(\.total) == [10, 0, 7])
  }

  @Test("a comment and a rating with its reason")
  func judgement() throws {
    try prompt.type("month oct 2020")
    try prompt.type("comment ico \"Six began and three ended.\"")
    try prompt.type("progress ico 2 because \"fewer than feared\"")
    let history = try prompt.store.history()
    let october = try #require(Month(iso: "2020-10"))
    #expect(history.progress(of: "ico", in: october)?.level == .some)
    #expect(history.progress(of: "ico", in: october)?.reason == "fewer than feared")
    #expect(
      history.commentary(on: "ico", in: october)?.pieces == [.words("Six began and three ended.")])
  }

  @Test("nothing where it is recorded already")
  func same() throws {
    #expect(try prompt.type("set ico 35 oct 2020") == "Nothing changed: that is recorded already.")
    #expect(try prompt.store.log().count == 1)
  }

  @Test(
    "nothing that does not fit",
    arguments: [
      ("set ico 3.5", "3.5 is not a number of children; it must be a whole number of 0 or more."),
      ("set ico -1", "-1 is not a number of children; it must be a whole number of 0 or more."),
      ("progress ico 6", "The rating 6 is not a level of the key; it must be 1 to 5."),
      (
        "left 12 nov 2020 sgo 5",
        "The reasons make 5, not 12; correct one of them, or give the rest as: other 7"
      ),
      ("set foo 3", "Nothing is recorded under \"foo\"; type measures for what there is."),
      ("set ico 3 basis daily", "\"daily\" is not a basis; write weekly, month-end or year-end."),
      (
        "set ico 3 as at 31 nov 2020",
        "\"31 nov 2020\" is not a day; write 30 nov 2020 or 2020-11-30, as in: set ico 36 nov 2020"
      ),
      ("comment started \"x\"", "Only a cohort, or total, can be commented on or rated."),
      (
        "set sgo_plan 5 assessing 6",
        "6 cannot still be being assessed: only a cohort has such children, and not more of them"
          + " than it has children."
      ),
    ])
  func refused(line: String, sentence: String) throws {
    #expect(try prompt.refusal(of: line) == sentence)
    #expect(try prompt.store.log().count == 1)
  }

  @Test("cohorts and a total that were counted otherwise, and both are shown")
  func twoBases() throws {
    try prompt.type("set ico 36 nov 2020")
    #expect(
      try prompt.type(
        "set total 334 as at 30 nov 2020 basis month-end source \"the scorecard\""
      ).contains(
        "The cohorts of November 2020 are of weekly data and its total is of calendar month end: each"
          + " is shown with its basis."))
    for line in ["show nov 2020", "update nov 2020"] {
      let answer = try prompt.type(line)
      #expect(
        answer.contains(
          "Herefordshire had 334 children in its care on 30 November 2020 (calendar month end)."))
      #expect(
        answer.contains("The cohorts were counted otherwise (end of November 2020, weekly data)"))
      #expect(answer.contains("334, calendar month end"))
    }
    try prompt.type("set total 335 nov 2020")
    let november = try #require(Month(iso: "2020-11"))
    let totals = try prompt.store.history().snapshots(for: november).compactMap { $0.total?.value }
    #expect(totals == [335])
    try prompt.type("record nov 2020")
    try prompt.type(["", ""])
    #expect(prompt.console.prompt == "All looked after children [335]> ")
    try prompt.type(["", ""])
    #expect(prompt.console.prompt.hasPrefix("Subject to interim care orders [36]"))
    try prompt.type("")
    #expect(prompt.console.prompt.hasPrefix("On placement orders [24]"))
  }

  @Test("nothing of a time that cannot be meant, but plans ahead")
  func implausible() throws {
    #expect(
      try prompt.refusal(of: "set ico 36 feb 2099").hasPrefix("February 2099 is still to come"))
    #expect(
      try prompt.refusal(of: "set total 334 nov 2020 as at 1 jan 2031").hasPrefix(
        "1 January 2031 is not a day of November 2020"))
    #expect(try prompt.refusal(of: "joined 9 feb 1800").hasPrefix("February 1800 is before 1948"))
    try prompt.type("plan sgo 6 for dec 2021")
    try prompt.type("set total 334 as at today")
    #expect(try prompt.number("total", "2020-12") == 334)
  }
}
