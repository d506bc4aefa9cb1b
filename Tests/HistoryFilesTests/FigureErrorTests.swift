import HistoryFiles
import LookedAfter
import Testing

@Suite("A figure that cannot be taken")
struct FigureErrorTests {
  @Test("is refused under an unknown measure")
  func unknownMeasure() throws {
    #expect(
      try refusal(ofLine: "2020-10,asylum,2,,,,,,")
        == "figures.csv, line 2, column 9: nothing is recorded under the measure \"asylum\"; it is"
        + " neither a cohort of the scheme nor in the list of measures.")
  }

  @Test(
    "is refused where it is no number of children",
    arguments: [("2.5", "2.5"), ("-1", "-1"), ("\"-1,000\"", "-1000")])
  func children(written: String, read: String) throws {
    #expect(
      try refusal(ofLine: "2020-10,uasc,\(written),,,,,,")
        == "figures.csv, line 2, column 14: \(read) is not a number of children; it must be a whole"
        + " number of 0 or more.")
  }

  @Test("is refused where it is no number of applications", arguments: ["2.5", "-1"])
  func applications(value: String) throws {
    #expect(
      try refusal(ofLine: "2020-10,planned.sgo,\(value),,,,,,")
        == "figures.csv, line 2, column 21: \(value) is not a number of applications; it must be a"
        + " whole number of 0 or more.")
  }

  @Test(
    "is refused where it is too great to be reckoned with: sums of it would not be numbers",
    arguments: ["100000000", "9223372036854775807", "-100000000.5"])
  func tooGreat(value: String) throws {
    #expect(
      try refusal(ofLine: "2020-10,stability,\(value),,,,,,")
        == "figures.csv, line 2, column 19: \(value) is too great; a figure must be less"
        + " than 100,000,000.")
  }

  @Test("is taken where it is just less than that")
  func justLess() throws {
    let folder = try folder(figures: figureHeader + "2020-10,started,\"99,999,999\",,,,,,")
    #expect(folder.observations.map { $0.value?.whole } == [99_999_999])
  }

  @Test("is refused where a rating is not of the key", arguments: ["6", "0", "-1", "2.5"])
  func rating(value: String) throws {
    #expect(
      try refusal(ofLine: "2020-10,progress.uasc,\(value),,,,,,")
        == "figures.csv, line 2, column 23: the rating \(value) is not a level of the key; it must"
        + " be 1 to 5.")
  }

  @Test("is refused where more are being assessed than the cohort has")
  func assessing() throws {
    #expect(
      try refusal(ofLine: "2020-10,sgo_plan,46,weekly,47,,,,")
        == "figures.csv, line 2, column 28: 47 still being assessed is more than the 46 children of"
        + " the cohort.")
  }

  @Test("is refused where the number being assessed is none", arguments: ["-1", "2.5"])
  func assessingNoNumber(value: String) throws {
    #expect(
      try refusal(ofLine: "2020-10,sgo_plan,46,weekly,\(value),,,,")
        == "figures.csv, line 2, column 28: \(value) is not a number of children; it must be a"
        + " whole number of 0 or more.")
  }

  @Test("is refused where something other than a cohort is being assessed")
  func assessingNoCohort() throws {
    #expect(
      try refusal(ofLine: "2020-10,started,10,,3,,,,")
        == "figures.csv, line 2, column 21: only a cohort can have children still being assessed.")
  }

  @Test("is refused where its source is not among the papers")
  func source() throws {
    #expect(
      try refusal(ofLine: "2020-10,uasc,2,,,,,,minutes")
        == "figures.csv, line 2, column 21: the source \"minutes\" is not in sources.csv.")
  }

  @Test("is refused where it is neither a number nor a text")
  func notANumber() throws {
    #expect(
      try refusal(ofLine: "2020-10,uasc,two,,,,,,")
        == "figures.csv, line 2, column 14: the value \"two\" is not a number.")
    #expect(
      try refusal(ofLine: "2020-10,uasc,,,,,,,")
        == "figures.csv, line 2, column 14: there is neither a value nor a text; leave out a line"
        + " whose figure is not known.")
    #expect(
      try refusal(ofLine: "2020-10,sgo_plan,46,,some,,,,")
        == "figures.csv, line 2, column 22: the assessing \"some\" is not a number.")
  }

  @Test("is refused where its date or its basis is not one")
  func dates() throws {
    #expect(
      try refusal(ofLine: "October,uasc,2,,,,,,")
        == "figures.csv, line 2, column 1: the date \"October\" is not a day (2020-10-31), a month"
        + " (2020-10) or two months (2020-04/2020-10).")
    #expect(
      try refusal(ofLine: ",uasc,2,,,,,,") == "figures.csv, line 2, column 1: the date is blank.")
    #expect(
      try refusal(ofLine: "2020-10,uasc,2,,,2/11/2020,,,")
        == "figures.csv, line 2, column 18: the date \"2/11/2020\" is not a day (2020-10-31).")
    #expect(
      try refusal(ofLine: "2020-10,uasc,2,daily,,,,,")
        == "figures.csv, line 2, column 16: the basis \"daily\" is not known; it must be one of "
        + Basis.allCases.map(\.rawValue).joined(separator: ", ") + ".")
  }

  @Test("is refused in a column that is not known")
  func unknownColumn() throws {
    #expect(
      try refusal { try folder(figures: "date,measure,value,comment\n2020-10,uasc,2,fine\n") }
        == "figures.csv, line 1, column 20: there is no column \"comment\"; the columns are date,"
        + " measure, value, basis, assessing, as_at, detail, text, source,"
        + " source_short_title, source_title, source_date, section, note.")
  }
}
