import FileAccess
import TestSupport
import Testing

@Suite("Reading a file")
struct ReadingTests {
  private func sentence(for path: String) throws -> String {
    "\(try #require(throws: FileError.self) { try WholeFile.read(path) })"
  }

  @Test("gives every byte of it, however long it is", arguments: [0, 1, 65_535, 65_536, 200_000])
  func contents(length: Int) throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 / 7) }
    try WholeFile.write(bytes, to: folder.file("figures.csv"), replacing: false)

    #expect(try WholeFile.read(folder.file("figures.csv")) == bytes)
  }

  @Test("says that there is none")
  func missing() throws {
    let path = try TemporaryFolder().file("figures.csv")
    #expect(try sentence(for: path) == "There is no file \(path).")
  }

  @Test("says that it is a folder, or lies below what is none")
  func folders() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("", to: "figures.csv")

    #expect(
      try sentence(for: folder.path) == "The file \(folder.path) cannot be read: it is a folder.")
    #expect(
      try sentence(for: "\(file)/below")
        == "The file \(file)/below cannot be read: a part of its path is not a folder.")
  }

  @Test("says that it may not be read")
  func permission() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("figures.csv")
    try WholeFile.write([1], to: path, replacing: false, mode: 0o000)

    let sentence = try asOrdinaryUser { try self.sentence(for: path) }
    #expect(sentence == "The file \(path) cannot be read: you have no permission.")
  }
}
