import Foundation
import HistoryFiles
import Testing

/// What holds of every file of `Sources`.
@Suite("The sources") struct SourceTests {
  /// The names of all source files, with their texts.
  let files: [(name: String, text: String)]

  init() throws {
    let names = try #require(
      FileManager.default.enumerator(atPath: PackageFile.folder + "/Sources"))
    files = try names.compactMap { $0 as? String }
      .filter { name in
        [".swift", ".c", ".h"].contains(where: name.hasSuffix) && !name.contains(".docc/")
      }
      .map { ($0, try PackageFile.text("Sources/\($0)")) }
    #expect(files.count > 300)
  }

  @Test("mention no council: councils are data")
  func councils() throws {
    let councils = try SampleHistories.shipped().all.map(\.id)
    #expect(councils.contains("herefordshire"))
    for (name, text) in files {
      let text = text.lowercased()
      for council in councils { #expect(!text.contains(council), "\(name)") }
    }
  }

  /// The style check asks for a comment on every public declaration but on these two.
  @Test("document every case of a public enumeration and every requirement of a public protocol")
  func cases() throws {
    var count = 0
    for (name, text) in files {
      var above: Substring = ""
      // The words that begin what has to be documented, and how far they are indented.
      var wanted: (words: Set<Substring>, indent: String)?
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        let indent = String(line.prefix { $0 == " " })
        let words = line.split(separator: " ").filter { !["indirect", "mutating"].contains($0) }
        if words.count > 1, words[0] == "public", line.hasSuffix("{") {
          switch words[1] {
          case "enum": wanted = (["case"], indent + "  ")
          case "protocol": wanted = (["func", "var", "static", "init"], indent + "  ")
          default: break
          }
        } else if let wanted, let word = words.first, indent == wanted.indent,
          wanted.words.contains(word)
        {
          count += 1
          #expect(above.hasPrefix("///"), "\(name): \(line)")
        } else if let end = wanted?.indent.dropLast(2), line == end + "}" {
          wanted = nil
        }
        above = line.drop { $0 == " " }
      }
    }
    #expect(count > 200)
  }
}
