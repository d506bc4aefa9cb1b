import FileAccess
import Glibc

/// A text kept beside the tests, to be compared letter by letter.
public enum GoldenFile {
  /// How a text differs from the kept one; nil when it does not.
  ///
  /// With `UPDATE_GOLDEN` set in the environment the text is kept instead.
  ///
  /// - Parameters:
  ///   - name: the name of the file in the folder `Golden`.
  ///   - test: the path of the test's own file, beside which that folder is.
  public static func difference(
    _ text: String, from name: String, beside test: String = #filePath
  ) throws -> String? {
    let folder = test.split(separator: "/").dropLast().joined(separator: "/")
    let path = "/\(folder)/Golden/\(name)"
    if getenv("UPDATE_GOLDEN") != nil {
      try WholeFile.write(Array(text.utf8), to: path, replacing: true)
      return nil
    }
    let kept = String(decoding: try WholeFile.read(path), as: UTF8.self)
    guard text != kept else { return nil }
    let lines = zip(kept.split(separator: "\n"), text.split(separator: "\n"))
    let first = lines.first { $0 != $1 }
    return "\(name) differs; kept: \(first?.0 ?? "(its end)"); now: \(first?.1 ?? "(its end)")"
  }
}
