import CSV
import Comparators
import LookedAfter
import TestSupport
import Testing

@Suite("Open data that is cut off or garbled") struct BrokenOpenDataTests {
  @Test("Cut off anywhere, the file is read up to there or refused with a place")
  func cutOff() throws {
    let bytes = Array(OpenDataTests.file.utf8)
    for end in bytes.indices {
      try check(Array(bytes[..<end]))
    }
  }

  @Test("With any bytes changed, the file is read or refused, and what is read can be kept")
  func garbled() throws {
    var random = SeededGenerator(seed: 2026)
    let bytes = Array(OpenDataTests.file.utf8)
    for _ in 0..<1_000 {
      var garbled = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: bytes.indices, using: &random)
        garbled[place] =
          Bool.random(using: &random)
          ? UInt8.random(in: 0...255, using: &random)
          : Array(",\"\n-0129cz.".utf8).randomElement(using: &random) ?? 0
      }
      try check(garbled)
    }
  }

  private func check(_ bytes: [UInt8]) throws {
    let authorities = try AuthorityDirectory(
      bytes: Array(
        "code,gss,name,other_names,region,valid_from,valid_to,successors\n".utf8), file: "a.csv")
    let day = try #require(CivilDate(iso: "2026-11-19"))
    do {
      let file = try OpenDataFile(bytes: bytes, file: "open.csv")
      let edition = ImportedEdition(file, publishedOn: day, authorities: authorities)
      #expect(edition.allFigures.count == file.rows.count)
      #expect(try ImportedEdition(files: edition.files, name: "store").files == edition.files)
    } catch {
      #expect(error.line >= 1)
      #expect(error.description.hasSuffix("."))
    }
  }
}
