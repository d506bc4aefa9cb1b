import FileAccess
import GRDB
import Glibc
import HistoryStore
import TestSupport
import Testing

@Suite("Opening a file that is no history of ours")
struct OpeningTests {
  /// The sentence for a file, which has to be as it was afterwards.
  private func refusalLeavingAsItWas(_ path: String) throws -> String {
    let before = try WholeFile.read(path)
    let sentence = try refusal { _ = try HistoryStore.open(path: path) }
    #expect(try WholeFile.read(path) == before)
    return sentence
  }

  @Test("is refused where there is none")
  func missing() throws {
    let path = try TemporaryFolder().file("history.lac")
    #expect(
      try refusal { _ = try HistoryStore.open(path: path) }
        == "There is no history at \(path); to make one, type: lac init --store \(path) --authority"
        + " \"NAME OF YOUR COUNCIL\"")
    #expect(!WholeFile.exists(path))
  }

  @Test("is refused where it is not a database", arguments: [10, 100, 5_000])
  func notADatabase(length: Int) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(String(repeating: "x", count: length), to: "update.docx")

    #expect(
      try refusalLeavingAsItWas(path)
        == "The file \(path) is not a lac history, or it is damaged; it was left as it is.")
  }

  @Test("is refused where another program wrote the database")
  func otherProgram() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("bookmarks.sqlite")
    try execute("CREATE TABLE bookmark (address TEXT)", at: path)

    #expect(
      try refusalLeavingAsItWas(path)
        == "The file \(path) is a database of another program, not a lac history; it was left as it"
        + " is.")
  }

  @Test("is refused where a newer version wrote it")
  func newerVersion() throws {
    let folder = try TemporaryFolder()
    let path = try savedSample(in: folder)
    try execute("INSERT INTO grdb_migrations VALUES ('2 something to come')", at: path)

    #expect(
      try refusalLeavingAsItWas(path)
        == "The history \(path) was written by a newer version of lac; update lac to open it. It was"
        + " left as it is.")
  }

  @Test("is refused where it is a folder")
  func folder() throws {
    let folder = try TemporaryFolder()
    #expect(
      try refusal { _ = try HistoryStore.open(path: folder.path) }
        == "The history \(folder.path) cannot be opened; check that it is a file and that you may"
        + " read and write it and its folder.")
  }

  @Test("is refused where it may not be read")
  func permission() throws {
    let folder = try TemporaryFolder()
    let path = try savedSample(in: folder)
    #expect(chmod(path, 0o000) == 0)

    let sentence = try asOrdinaryUser {
      try refusal { _ = try HistoryStore.open(path: path) }
    }
    #expect(
      sentence
        == "The history \(path) cannot be opened; check that it is a file and that you may read and"
        + " write it and its folder.")
  }

  @Test("is refused where its folder may not be looked into, rather than said to be missing")
  func folderPermission() throws {
    let folder = try TemporaryFolder()
    let path = try savedSample(in: folder)
    #expect(chmod(folder.path, 0o000) == 0)

    let sentence = try asOrdinaryUser {
      try refusal { _ = try HistoryStore.open(path: path) }
    }
    #expect(
      sentence
        == "The history \(path) cannot be opened; check that it is a file and that you may read and"
        + " write it and its folder.")
    #expect(chmod(folder.path, 0o700) == 0)
  }

  @Test("is refused while another program holds the file")
  func locked() throws {
    let folder = try TemporaryFolder()
    let path = try savedSample(in: folder)
    let other = try DatabaseQueue(path: path)
    var sentence: String?
    try other.inTransaction(.exclusive) { _ in
      sentence = try refusal { _ = try HistoryStore.open(path: path) }
      return .rollback
    }
    #expect(
      sentence
        == "The history \(path) is in use by another program; try again when that is finished.")
    #expect(try HistoryStore.open(path: path).history().authority.name == "Herefordshire")
  }
}
