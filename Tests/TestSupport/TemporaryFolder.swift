import Foundation
import Glibc

/// A new folder for one test, removed when the test is over.
public final class TemporaryFolder: Sendable {
  /// The absolute path of the folder.
  public let path: String

  /// Makes the folder.
  ///
  /// - Throws: the error of `FileManager`.
  public init() throws {
    path = "\(NSTemporaryDirectory())/lac-tests-\(UUID().uuidString)"
      .replacingOccurrences(of: "//", with: "/")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a file in the folder.
  public func file(_ name: String) -> String { "\(path)/\(name)" }

  /// A line for the prompt of which the files lie in this folder rather than where the tests run.
  public func moved(_ line: String) -> String {
    let endings = [".csv", ".docx", ".html", ".json", ".key", ".lac", ".md", ".txt", ".zip"]
    return line.split(separator: " ").map { word in
      word == "FILE" || endings.contains(where: word.hasSuffix) ? file(String(word)) : String(word)
    }.joined(separator: " ")
  }

  /// Writes a text into a new file of the folder, and gives its path.
  ///
  /// - Throws: the error of `String.write`.
  public func write(_ text: String, to name: String) throws -> String {
    try text.write(toFile: file(name), atomically: false, encoding: .utf8)
    return file(name)
  }

  /// The names in the folder, sorted.
  ///
  /// - Throws: the error of `FileManager`.
  public func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }
}

/// The permission bits of a file; nil when there is none.
public func permissions(_ path: String) -> mode_t? {
  var information = stat()
  return stat(path, &information) == 0 ? information.st_mode & 0o777 : nil
}
