import FileAccess
import Pseudonyms
import TestSupport
import Testing

@Suite("An id of a child") struct PseudonymTests {
  @Test(
    "is doubted when it may tell who the child is",
    arguments: [
      // 943 476 5919 is the number that the NHS prints in its own examples.
      ("943 476 5919", PseudonymDoubt.nhsNumber), ("9434765919", .nhsNumber),
      ("A123456789012", .upn), ("a12345678901b", .upn), ("4012345", .systemID),
      ("12345", .systemID), ("LCS1234567", .systemID), ("K-1234567", .systemID),
      ("ABC-123456", .systemID),
      ("9434765918", .systemID), ("Smith", .name), ("John Smith", .name), ("O'Neill", .name),
      ("12/05/2012", .date), ("2012-05-12", .date),
    ])
  func doubted(id: String, doubt: PseudonymDoubt) {
    #expect(PseudonymDoubt(of: id) == doubt)
  }

  @Test(
    "is not doubted when it tells nothing",
    arguments: [
      "K-102", "K102", "c0042", "1234", "K-a7f3k2m9", "AB", "child-7",
    ])
  func accepted(id: String) {
    #expect(PseudonymDoubt(of: id) == nil)
  }

  @Test("has one pseudonym under a key, whatever its blanks and letters, and another under another")
  func hashed() throws {
    var random = SeededGenerator(seed: 1)
    let key = PseudonymKey(using: &random)
    let other = PseudonymKey(using: &random)
    let name = key.pseudonym(of: "4012345")
    #expect(name == key.pseudonym(of: " 4012345 "))
    #expect(key.pseudonym(of: "AB12") == key.pseudonym(of: "ab12"))
    #expect(name != other.pseudonym(of: "4012345"))
    #expect(name.hasPrefix("K-"))
    #expect(name.count == 16)
    #expect(PseudonymDoubt(of: name) == nil)
  }

  @Test("has a pseudonym of its own among a hundred thousand")
  func unique() {
    var random = SeededGenerator(seed: 2)
    let key = PseudonymKey(using: &random)
    #expect(Set((0..<100_000).map { key.pseudonym(of: "\($0)") }).count == 100_000)
  }

  @Test("has the same pseudonym under a key that was written and read")
  func file() throws {
    let folder = try TemporaryFolder()
    var random = SeededGenerator(seed: 3)
    let key = PseudonymKey(using: &random)
    try key.write(to: folder.file("a.key"))
    #expect(permissions(folder.file("a.key")) == 0o600)
    #expect(
      try PseudonymKey(path: folder.file("a.key")).pseudonym(of: "1") == key.pseudonym(of: "1"))
    #expect(throws: FileError.self) { try key.write(to: folder.file("a.key")) }
  }

  @Test("is the HMAC-SHA256 of the id, in base 32")
  func vector() throws {
    // HMAC-SHA256 of "4012345" under 32 zero bytes, by Python's hmac and Crockford's alphabet.
    let folder = try TemporaryFolder()
    try WholeFile.write(
      Array(String(repeating: "0", count: 64).utf8), to: folder.file("zero.key"), replacing: false,
      mode: 0o600)
    #expect(
      try PseudonymKey(path: folder.file("zero.key")).pseudonym(of: "4012345") == "K-ccrzacx5rpm7jm"
    )
  }

  @Test("is not replaced under a key that others may read, or that is none")
  func refused() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(String(repeating: "0", count: 64), to: "open.key")
    #expect(throws: PseudonymKeyError.readableByOthers(path: path)) {
      try PseudonymKey(path: path)
    }
    try WholeFile.write(
      Array("secret".utf8), to: folder.file("short.key"), replacing: false, mode: 0o600)
    #expect(throws: PseudonymKeyError.notAKey(path: folder.file("short.key"))) {
      try PseudonymKey(path: folder.file("short.key"))
    }
  }
}
