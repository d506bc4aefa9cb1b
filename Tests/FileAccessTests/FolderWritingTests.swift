import FileAccess
import Glibc
import TestSupport
import Testing

@Suite("Writing a folder of files")
struct FolderWritingTests {
  private let files: [(name: String, bytes: [UInt8])] = [("a.csv", [1]), ("b.csv", [2])]

  @Test("makes the folder and its files, for their owner alone where that is asked for")
  func new() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("tables/")
    #expect(WholeFolder.isMeant(by: path))
    #expect(!WholeFolder.isMeant(by: folder.file("tables")))
    try WholeFolder.write(files, to: path, replacing: false, mode: 0o600)
    #expect(try WholeFile.read(folder.file("tables/b.csv")) == [2])
    var status = stat()
    #expect(stat(folder.file("tables"), &status) == 0 && status.st_mode & 0o777 == 0o700)
    #expect(stat(folder.file("tables/a.csv"), &status) == 0 && status.st_mode & 0o777 == 0o600)
  }

  @Test("writes nothing where one of the files is there already")
  func existing() throws {
    let folder = try TemporaryFolder()
    let taken = try folder.write("old", to: "b.csv")
    let error = #expect(throws: FileError.self) {
      try WholeFolder.write(files, to: folder.file("."), replacing: false)
    }
    #expect("\(try #require(error))".contains("/b.csv; add --force"))
    #expect(try folder.names() == ["b.csv"])
    try WholeFolder.write(files, to: folder.file("."), replacing: true)
    #expect(try WholeFile.read(taken) == [2])
  }

  @Test("says so where the folder cannot be made")
  func noParent() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("missing/tables/")
    let error = #expect(throws: FileError.self) {
      try WholeFolder.write(files, to: path, replacing: false)
    }
    #expect(
      "\(try #require(error))"
        == "The file \(path) cannot be written: there is no such folder. Nothing was changed.")
  }
}
