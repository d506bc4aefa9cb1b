import FileAccess
import HistoryStore
import TestSupport
import Testing

@Suite("Saving a history")
struct SavingTests {
  @Test("makes one file, which only its owner may read")
  func permissionsOfTheFile() throws {
    let folder = try TemporaryFolder()
    let path = try savedSample(in: folder)

    #expect(permissions(path) == 0o600)
    #expect(try folder.names() == ["history.lac"])
  }

  @Test("never replaces a file")
  func existing() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("minutes", to: "minutes.txt")

    #expect(
      try refusal { try sampleStore().save(as: path) }
        == "There is already a file \(path), and a history never replaces one; choose another name."
    )
    #expect(try WholeFile.read(path) == Array("minutes".utf8))
    #expect(try folder.names() == ["minutes.txt"])
  }

  @Test("says in the person's own words where it cannot be written")
  func noFolder() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("papers/history.lac")
    let error = try #require(throws: HistoryStoreError.self) { try sampleStore().save(as: path) }

    #expect(
      "\(error)"
        == "The history \(path) cannot be made: there is no such folder. Nothing was changed.")
    #expect(try folder.names().isEmpty)
  }
}
