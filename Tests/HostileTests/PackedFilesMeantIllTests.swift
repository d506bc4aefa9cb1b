import FileAccess
import Pseudonyms
import SSDA903
import TestSupport
import Testing

/// Zips and XML that unpack to more than they are.
@Suite("Packed files meant ill")
struct PackedFilesMeantIllTests {
  private func answer(_ bytes: [UInt8], _ name: String) throws -> String {
    let folder = try TemporaryFolder()
    try WholeFile.write(bytes, to: folder.file(name), replacing: false)
    do {
      return "\(try JoinedReturns(path: folder.file(name)).childCount) children"
    } catch {
      return "\(error)"
    }
  }

  @Test("A zip of zeros is refused before anything is unpacked")
  func zeros() throws {
    let bomb = ZipWriter.zip([.init(name: "Episodes.csv", packed: 1 << 20, size: 1 << 30)])
    #expect(
      try answer(bomb, "x.zip")
        == "x.zip: the zip would unpack to more than it can hold; it is not a return.")
  }

  @Test("So is one whose files all lie in the same bytes")
  func overlapping() throws {
    let files = (1...40).map {
      ZipWriter.Entry(name: "\($0)/Episodes.csv", packed: 1 << 16, size: 1 << 22, offset: 0)
    }
    #expect(
      try answer(ZipWriter.zip(files), "x.zip")
        == "x.zip: the zip would unpack to more than it can hold; it is not a return.")
  }

  @Test("Elements that stand in one another without end are refused")
  func deep() throws {
    let text = "<EXPSSDA903>" + String(repeating: "<CHILD>", count: 1 << 20)
    #expect(
      try answer(Array(text.utf8), "x.xml")
        == "x.xml: the XML breaks off or is not well formed at line 1.")
  }

  @Test("No entity is expanded, and none is fetched")
  func entities() throws {
    let folder = try TemporaryFolder()
    let secret = try folder.write("SECRET", to: "secret")
    let laughs = (1...9).map {
      "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">"
    }
    let text = """
      <!DOCTYPE x [<!ENTITY f SYSTEM "file://\(secret)"><!ENTITY l0 "lol">\(laughs.joined())]>
      <EXPSSDA903><CHILD><CHILDID>A&f;&l9;B</CHILDID>
      <EPISODE><DECOM>01/04/2023</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U6</PL></EPISODE>
      </CHILD></EXPSSDA903>
      """
    try WholeFile.write(Array(text.utf8), to: folder.file("x.xml"), replacing: false)
    let returns = try JoinedReturns(path: folder.file("x.xml"))
    #expect(returns.childCount == 1)
    let key = try #require(PseudonymKey(bytes: Array("a secret of the tests".utf8)))
    let stored = try StoredReturns(returns, plans: nil, key: key)
    // The child is the one whose id is AB: nothing stands where the entities stood.
    #expect(try stored.forgetting(Pseudonym(of: "AB", key: key)) != nil)
  }
}

/// Makes zips that promise whatever one likes.
enum ZipWriter {
  struct Entry {
    let name: String
    /// How many bytes it is said to be packed in, and how many to unpack to.
    let packed: Int
    let size: Int
    /// Where it is said to lie; nil for its own place.
    var offset: Int?
  }

  static func zip(_ entries: [Entry]) -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    var isWritten = false
    for entry in entries {
      let place = entry.offset ?? bytes.count
      if !isWritten || entry.offset == nil {
        bytes += number(0x0403_4B50, 4) + [UInt8](repeating: 0, count: 22)
        bytes += number(entry.name.utf8.count, 2) + number(0, 2) + entry.name.utf8
        bytes += [UInt8](repeating: 0, count: entry.packed)
        isWritten = true
      }
      directory += number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + number(0, 2)
      directory += number(8, 2) + number(0, 4) + number(0, 4) + number(entry.packed, 4)
      directory += number(entry.size, 4) + number(entry.name.utf8.count, 2)
      directory += [UInt8](repeating: 0, count: 12) + number(place, 4) + entry.name.utf8
    }
    let end =
      number(0x0605_4B50, 4) + number(0, 4) + number(entries.count, 2) + number(entries.count, 2)
      + number(directory.count, 4) + number(bytes.count, 4) + number(0, 2)
    return bytes + directory + end
  }

  private static func number(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}
