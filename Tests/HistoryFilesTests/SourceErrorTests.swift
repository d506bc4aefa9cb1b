import HistoryFiles
import LookedAfter
import Testing

@Suite("A list of papers that cannot be read")
struct SourceErrorTests {
  private func refusal(of line: String) throws -> String {
    try HistoryFilesTests.refusal { try folder(sources: smallSources + line) }
  }

  @Test("is refused where an id is there twice")
  func duplicate() throws {
    #expect(
      try refusal(of: "update,x,X,,2020-11-02\n")
        == "sources.csv, line 3, column 1: the id \"update\" is there twice.")
  }

  @Test("is refused where a day is not one")
  func days() throws {
    #expect(
      try refusal(of: "report,x,X,1 December,2020-12-01\n")
        == "sources.csv, line 3, column 12: the date \"1 December\" is not written as 2020-10-31.")
    #expect(
      try refusal(of: "report,x,X,,December\n")
        == "sources.csv, line 3, column 13: the day \"December\" is not written as 2020-10-31.")
    #expect(
      try refusal(of: "report,x,X,,\n")
        == "sources.csv, line 3, column 13: the recorded_on is blank.")
  }
}

@Suite("A folder without what it needs")
struct FolderErrorTests {
  private func refusal(of files: [HistoryFolder.File]) throws -> String {
    try HistoryFilesTests.refusal {
      try HistoryFolder(
        cohorts: .init("cohorts.csv", smallScheme), measures: .init("measures.csv", smallCatalogue),
        files: files)
    }
  }

  @Test("is refused where a file is missing or names no authority")
  func missing() throws {
    let authority = HistoryFolder.File("there/authority.csv", "name,code\nSomewhere,\n")

    #expect(try refusal(of: []) == "authority.csv, line 1: the file is missing.")
    #expect(try refusal(of: [authority]) == "sources.csv, line 1: the file is missing.")
    #expect(
      try refusal(of: [.init("there/authority.csv", "name,code\n")])
        == "there/authority.csv, line 2: the authority is missing.")
  }

  @Test("may leave out the code of the authority")
  func noCode() throws {
    let folder = try HistoryFolder(
      cohorts: .init("cohorts.csv", smallScheme), measures: .init("measures.csv", smallCatalogue),
      files: [
        .init("authority.csv", "name,code\nSomewhere,\n"), .init("sources.csv", smallSources),
      ])
    #expect(folder.authority == Authority(name: "Somewhere", code: nil))
    #expect(folder.history.isEmpty)
  }
}
