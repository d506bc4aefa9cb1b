import FileAccess
import Glibc
import TestSupport
import Testing

@Suite("Writing a file")
struct WritingTests {
  private func sentence(_ body: () throws -> Void) throws -> String {
    "\(try #require(throws: FileError.self) { try body() })"
  }

  @Test("leaves the file and nothing beside it")
  func whole() throws {
    let folder = try TemporaryFolder()
    try WholeFile.write(Array("one".utf8), to: folder.file("update.md"), replacing: false)

    #expect(try folder.names() == ["update.md"])
    #expect(try WholeFile.read(folder.file("update.md")) == Array("one".utf8))
  }

  @Test("gives a new file the permissions asked for", arguments: [mode_t(0o600), 0o640])
  func modes(mode: mode_t) throws {
    let folder = try TemporaryFolder()
    try WholeFile.write([1], to: folder.file("update.md"), replacing: false, mode: mode)

    #expect(permissions(folder.file("update.md")) == mode)
  }

  @Test("never touches one that is there unless that is asked for")
  func existing() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("old", to: "update.md")

    #expect(
      try sentence { try WholeFile.write(Array("new".utf8), to: path, replacing: false) }
        == "There is already a file \(path); add --force to replace it, or choose another name.")
    #expect(try WholeFile.read(path) == Array("old".utf8))

    try WholeFile.write(Array("new".utf8), to: path, replacing: true)
    #expect(try WholeFile.read(path) == Array("new".utf8))
    #expect(try folder.names() == ["update.md"])
  }

  @Test("never replaces a link, even one that leads nowhere")
  func danglingLink() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("update.md")
    #expect(symlink(folder.file("nowhere"), path) == 0)

    #expect(throws: FileError.exists(path: path)) {
      try WholeFile.write([1], to: path, replacing: false)
    }
    #expect(try folder.names() == ["update.md"])
  }

  @Test("says that there is no such folder, or that the file is one")
  func folders() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("papers/update.md")

    #expect(
      try sentence { try WholeFile.write([1], to: path, replacing: false) }
        == "The file \(path) cannot be written: there is no such folder. Nothing was changed.")
    #expect(mkdir(folder.file("papers"), 0o700) == 0)
    #expect(
      try sentence { try WholeFile.write([1], to: folder.file("papers"), replacing: true) }
        == "The file \(folder.file("papers")) cannot be written: it is a folder. Nothing was"
        + " changed.")
    #expect(try folder.names() == ["papers"], "the file beside it is gone again")
  }

  @Test("says that the folder may not be written to")
  func permission() throws {
    let folder = try TemporaryFolder()
    #expect(chmod(folder.path, 0o555) == 0)
    let path = folder.file("update.md")

    let sentence = try asOrdinaryUser {
      try self.sentence { try WholeFile.write([1], to: path, replacing: false) }
    }
    #expect(
      sentence == "The file \(path) cannot be written: you have no permission. Nothing was changed."
    )
    #expect(chmod(folder.path, 0o755) == 0)
  }
}
