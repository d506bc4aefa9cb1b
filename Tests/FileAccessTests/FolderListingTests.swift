import FileAccess
import Glibc
import TestSupport
import Testing

@Suite("Files below a folder, and files read in pieces")
struct FolderListingTests {
  @Test("are listed in order, without hidden ones and not too deep")
  func listing() throws {
    let folder = try TemporaryFolder()
    for path in ["b", "b/c", "b/c/d"] { mkdir(folder.file(path), 0o755) }
    for name in ["z.csv", "b/a.csv", "b/.hidden", "b/c/x.csv", "b/c/d/deep.csv"] {
      _ = try folder.write("x", to: name)
    }
    #expect(FolderListing.isFolder(folder.path))
    #expect(!FolderListing.isFolder(folder.file("z.csv")))
    #expect(
      try FolderListing.files(below: folder.path, depth: 2, limit: 10)
        == ["b/a.csv", "b/c/x.csv", "z.csv"])
    #expect(try FolderListing.files(below: folder.path, depth: 3, limit: 2).count == 2)
    #expect(throws: FileError.self) {
      try FolderListing.files(below: folder.file("none"), depth: 1, limit: 1)
    }
  }

  @Test("are read from any place")
  func pieces() throws {
    let folder = try TemporaryFolder()
    let file = try RandomAccessFile(try folder.write("0123456789", to: "x"))
    var room = [UInt8](repeating: 0, count: 4)
    func read(at offset: Int) throws -> String {
      let count = try room.withUnsafeMutableBytes { try file.read(into: $0, at: offset) }
      return String(decoding: room[..<count], as: UTF8.self)
    }
    #expect(file.count == 10)
    #expect(try read(at: 3) == "3456")
    #expect(try read(at: 8) == "89")
    #expect(try read(at: 20) == "")
  }

  @Test("are refused when they are missing, or no ordinary files")
  func refused() throws {
    let folder = try TemporaryFolder()
    #expect(throws: FileError.missing(path: folder.file("x"))) {
      try RandomAccessFile(folder.file("x"))
    }
    let error = try #require(throws: FileError.self) { try RandomAccessFile(folder.path) }
    #expect("\(error)" == "The file \(folder.path) cannot be read: it is a folder.")
    mkfifo(folder.file("pipe"), 0o600)
    #expect(throws: FileError.self) { try RandomAccessFile(folder.file("pipe")) }
  }
}
