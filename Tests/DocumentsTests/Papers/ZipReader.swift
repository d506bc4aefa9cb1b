import Testing

@testable import Documents

/// Reads a stored zip by its directory, as a program that opens it does.
enum ZipReader {
  /// The files in order; fails the test where a header, a length or a checksum is wrong.
  static func files(_ bytes: [UInt8]) throws -> [(name: String, text: String)] {
    func number(_ offset: Int, _ count: Int) throws -> Int {
      try #require(offset >= 0 && offset + count <= bytes.count)
      return bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    let end = bytes.count - 22
    #expect(try number(end, 4) == 0x0605_4B50)
    var files: [(name: String, text: String)] = []
    var entry = try number(end + 16, 4)
    for _ in 0..<(try number(end + 10, 2)) {
      #expect(try number(entry, 4) == 0x0201_4B50)
      #expect(try number(entry + 10, 2) == 0, "stored")
      let size = try number(entry + 24, 4)
      let nameLength = try number(entry + 28, 2)
      let name = bytes[(entry + 46)..<(entry + 46 + nameLength)]
      let local = try number(entry + 42, 4)
      #expect(try number(local, 4) == 0x0403_4B50)
      #expect(try number(local + 14, 4) == number(entry + 16, 4))
      #expect(bytes[(local + 30)..<(local + 30 + nameLength)] == name)
      let start = local + 30 + nameLength + (try number(local + 28, 2))
      let content = Array(bytes[start..<start + size])
      #expect(try UInt32(number(entry + 16, 4)) == CRC32.checksum(content))
      files.append(
        (String(decoding: name, as: UTF8.self), String(decoding: content, as: UTF8.self)))
      entry += 46 + nameLength
    }
    #expect(entry == end)
    return files
  }
}

@Suite("Zip")
struct ZipArchiveTests {
  @Test("The check of the nine digits is the one of the standard")
  func checksum() {
    #expect(CRC32.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(CRC32.checksum([]) == 0)
  }

  @Test("Files come back as they were, in their order")
  func roundTrip() throws {
    var archive = ZipArchive()
    archive.add("a/\u{E9}.txt", "one\n")
    archive.add("empty", "")
    let files = try ZipReader.files(archive.bytes)
    #expect(files.map(\.name) == ["a/\u{E9}.txt", "empty"])
    #expect(files.map(\.text) == ["one\n", ""])
    #expect(try ZipReader.files(ZipArchive().bytes).isEmpty)
  }
}
