import FileAccess
import Glibc
import Testing

/// A document kept beside the tests, to be compared letter by letter.
enum Golden {
  /// Compares a text with the kept one; with `UPDATE_GOLDEN` set, keeps the text instead.
  static func expect(
    _ text: String, equals name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    let path = "/\(folder)/Golden/\(name)"
    if getenv("UPDATE_GOLDEN") != nil {
      try WholeFile.write(Array(text.utf8), to: path, replacing: true)
      return
    }
    let kept = String(decoding: try WholeFile.read(path), as: UTF8.self)
    guard text != kept else { return }
    let lines = zip(kept.split(separator: "\n"), text.split(separator: "\n"))
    let first = lines.first { $0 != $1 }
    Issue.record(
      "\(name) differs; kept: \(first?.0 ?? "(its end)"); now: \(first?.1 ?? "(its end)")",
      sourceLocation: sourceLocation)
  }
}
