import CSV
import HistoryFiles
import Indicators
import LookedAfter
import Testing

/// Checks on small made-up months, one situation each.
@Suite("Checks of made-up months") struct CheckSituationTests {
  private func failed(_ lines: String...) throws -> [String] {
    let base = try HistoryFolder.empty()
    let sources = HistoryFolder.File(
      name: "sources.csv", bytes: Array("id,short_title,title,date,recorded_on\n".utf8))
    let authority = HistoryFolder.File(
      name: "authority.csv", bytes: Array("name,code\nMarchshire,\n".utf8))
    let table = (["date,measure,value,basis,detail,text"] + lines).joined(separator: "\n")
    let folder = try HistoryFolder(
      cohorts: base.schemeFiles.cohorts, measures: base.schemeFiles.measures,
      files: [
        authority, sources, HistoryFolder.File(name: "figures.csv", bytes: Array(table.utf8)),
      ])
    let month = try #require(Month(iso: "2021-05"))
    return MonthChecks(of: folder.history, in: month).failed.map(\.code)
  }

  @Test("Lines that make more than their total are an error")
  func breakdown() throws {
    let codes = try failed(
      "2021-05,started,5,,,", "2021-05,started.ico,4,,,", "2021-05,started.section20,2,,,")
    #expect(codes == ["breakdown"])
  }

  @Test("Leavers without a reason are not counted as having left safely")
  func reasonsMissing() throws {
    #expect(try failed("2021-05,ceased,4,,,") == ["reasons-missing"])
    #expect(try failed("2021-05,ceased,0,,,").isEmpty)
  }

  @Test("Stages that do not make the total stated")
  func stages() throws {
    let codes = try failed(
      "2021-05,pipeline.open,9,,,", "2021-05,pipeline.sgo.filed,5,,,",
      "2021-05,pipeline.sgo.with_legal,3,,,", "2021-05,pipeline.discharge.filed,0,,,",
      "2021-05,pipeline.discharge.with_legal,0,,,")
    #expect(codes == ["pipeline-stages"])
  }

  @Test("Stages of one route only are not taken for all")
  func oneRoute() throws {
    #expect(
      try failed(
        "2021-05,pipeline.open,9,,,", "2021-05,pipeline.sgo.filed,5,,,",
        "2021-05,pipeline.sgo.with_legal,3,,,"
      ).isEmpty)
  }

  @Test("Orders granted that are not among the leavers")
  func granted() throws {
    let codes = try failed(
      "2021-05,pipeline.sgo.granted,3,,,", "2021-05,ceased,2,,,", "2021-05,ceased.sgo,2,,,")
    #expect(codes == ["pipeline-and-leavers"])
  }

  @Test("Planned applications of which one is neither sent nor slipped")
  func planned() throws {
    let codes = try failed(
      "2021-04,planned.applications,6,,2021-05,", "2021-05,planned.sent,4,,,",
      "2021-05,planned.slipped.carer,1,,2021-06,")
    #expect(codes == ["planned-applications"])
  }

  @Test("A place for a figure that nothing fills, and braces that hold nothing readable")
  func unfilled() throws {
    #expect(
      try failed("2021-05,comment.ico,,,,There are {pipeline.sgo.open} of them") == [
        "unfilled-figure"
      ])
    #expect(try failed("2021-05,comment.ico,,,,There are {some} of them") == ["unfilled-figure"])
    #expect(try failed("2021-05,comment.ico,,,,\"A brace { alone\"") == ["unfilled-figure"])
  }

  @Test("Stock and flow balance on the same basis")
  func balance() throws {
    let month = [
      "2021-04,total,100,month_end,,", "2021-05,started,8,,,", "2021-05,started.ico,8,,,",
    ]
    #expect(
      try failed(
        month[0], month[1], month[2], "2021-05,total,105,month_end,,",
        "2021-05,ceased,3,,,", "2021-05,ceased.sgo,3,,,"
      ).isEmpty)
    #expect(
      try failed(
        month[0], month[1], month[2], "2021-05,total,104,month_end,,",
        "2021-05,ceased,3,,,", "2021-05,ceased.sgo,3,,,") == ["stock-and-flow"])
  }

  @Test("A cohort that is not recorded is named, even where the rest makes the total")
  func missingCohort() throws {
    #expect(
      try failed("2021-05,total,4,month_end,,", "2021-05,ico,4,month_end,,") == [
        "cohorts-and-total"
      ])
  }
}
