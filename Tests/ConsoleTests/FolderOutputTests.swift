import FileAccess
import Testing

@testable import Console

@Suite("A folder of tables")
struct FolderOutputTests {
  @Test("A name that ends in a slash is a folder with a CSV file for each table")
  func tables() throws {
    let folder = try TemporaryFolder()
    let message = try PromptSample().message("pipeline oct 2020 --output \(folder.path)/new/")
    #expect(message == "Wrote 2 files to \(folder.path)/new/: pipeline.csv, words.csv.")
    let first = try folder.text(of: "new/pipeline.csv").split(separator: "\n").first
    #expect(first == "id,stage,sgo,discharge,both,before")
  }

  @Test("A folder that is there takes them too; a file in the way is replaced only with --force")
  func existing() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "words.csv")
    let sample = try PromptSample()
    let line = "pipeline oct 2020 --output \(folder.path)/"
    let error = #expect(throws: FileError.self) { try sample.message(line) }
    #expect(error == .exists(path: "\(folder.path)/words.csv"))
    #expect(!WholeFile.exists("\(folder.path)/pipeline.csv"))
    #expect(try folder.text(of: "words.csv") == "old")
    _ = try sample.message(line + " --force")
    #expect(try folder.text(of: "words.csv").hasPrefix("type,text\n"))
  }

  @Test("Any form but CSV is refused, with the ending to write instead")
  func otherForms() throws {
    let folder = try TemporaryFolder()
    let sample = try PromptSample()
    let error = #expect(throws: ConsoleError.self) {
      try sample.message("show --output \(folder.path)/new/ --format docx")
    }
    #expect(
      "\(try #require(error))"
        == "\(folder.path)/new/ is a folder, into which tables are written as CSV; for docx name a file"
        + " that ends in .docx.")
    #expect(!WholeFile.exists("\(folder.path)/new"))
  }
}
