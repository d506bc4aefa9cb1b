@preconcurrency import Foundation

/// A folder for one test, gone with it.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/console-tests.\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// A line of which the files lie in this folder rather than in the one the tests run in.
  func moved(_ line: String) -> String {
    line.split(separator: " ").map { word in
      let isFile = [".md", ".json", ".csv", ".lac", ".txt", ".key", ".docx", ".html", ".zip"]
        .contains { word.hasSuffix($0) }
      return isFile ? "\(path)/\(word)" : String(word)
    }.joined(separator: " ")
  }

  /// Writes an empty file.
  func make(_ name: String) throws {
    try Data().write(to: URL(fileURLWithPath: path + "/" + name))
  }

  /// Writes a text into a file.
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: path + "/" + name, withIntermediateDirectories: true)
  }

  func text(of name: String) throws -> String {
    try String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }

  /// The names of what is in it.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }
}
